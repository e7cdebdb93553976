"""The import's story: what is new is filed, what is known is named, what fails does not stop the rest."""

import hashlib
import os
from contextlib import contextmanager

import pytest
from msgspec.structs import replace

from archive.errors import ArchiveError
from archive.record import Meeting, from_json
from minutes import importing, reading, workers
from minutes.importing import Choices, import_reports
from minutes.shelf import Shelf, Trial

PAGE = "<html><meta charset=utf-8><title>{0}</title><h1>{0}</h1><p>{1}</p></html>"
SAID = (
    "The committee met on 4 March 2024. Anna Lind reported that the roof of the hall had been mended in time. "
    * 3
)


class NoSuchRecord(ArchiveError):
    """As the archive's."""

    message = "There is no record {id}."


class Memory:
    """An archive in memory, as far as an import needs one."""

    def __init__(self) -> None:
        self.records: dict[int, Meeting] = {}
        self.staged: dict[int, Meeting] = {}
        self.originals: dict[str, bytes] = {}
        self.batches: list[str] = []

    @contextmanager
    def batch(self, what, who):
        self.batches.append(f"{what} by {who}")
        yield self

    def stage(self, meeting, original, suffix, pictures):
        assert suffix.startswith(".")
        assert not pictures
        number = len(self.all()) + 1
        self.staged[number] = replace(meeting, id=number, revision=1)
        self.originals[meeting.source.sha256] = original
        return self.staged[number]

    def commit(self):
        self.records |= self.staged
        self.staged.clear()

    def all(self):
        return self.records | self.staged

    def find_by_sha256(self, sha256):
        return next((n for n, one in self.all().items() if one.source.sha256 == sha256), None)

    def find_near(self, meeting):
        return next((n for n, one in self.all().items() if one.title == meeting.title), None)

    def get(self, number):
        if number not in self.records:
            raise NoSuchRecord(id=number)
        return self.records[number]


@pytest.fixture
def archive():
    return Memory()


def shelf(archive, kind=Shelf):
    return kind(lambda **_: archive, "Lin", exists=True)


def page(folder, name, title, said=SAID):
    path = folder / name
    path.write_text(PAGE.format(title, said), "utf-8")
    return path


def imported(files, archive, kind=Shelf, **choices):
    return list(import_reports(files, shelf(archive, kind), Choices(**choices)))


def kinds(outcomes):
    return [one.kind for one in outcomes]


def test_new_reports_are_filed_in_order_with_their_bytes(tmp_path, archive):
    files = [page(tmp_path, f"{n}.html", f"Meeting number {n} of the board") for n in range(12)]
    outcomes = imported(files, archive)
    assert kinds(outcomes) == ["filed"] * 12
    assert [one.id for one in outcomes] == list(range(1, 13))
    assert [one.file for one in outcomes] == files
    for file in files:
        data = file.read_bytes()
        assert archive.originals[hashlib.sha256(data).hexdigest()] == data


def test_a_record_says_when_and_by_what_it_was_imported(tmp_path, archive):
    (outcome,) = imported([page(tmp_path, "a.html", "A meeting of the board")], archive, labels=("new",))
    assert outcome.meeting.source.software.startswith("minutes ")
    assert outcome.meeting.source.imported_at.endswith("+00:00")
    assert outcome.meeting.labels == ("new",)


def test_the_same_bytes_are_named_not_filed(tmp_path, archive):
    first, again = (page(tmp_path, name, "A meeting of the board") for name in ("a.html", "b.html"))
    assert kinds(imported([first], archive)) == ["filed"]
    (outcome,) = imported([again], archive, anyway=True)
    assert (outcome.kind, outcome.id) == ("duplicate", 1)


def test_the_same_bytes_twice_in_one_batch_are_filed_once(tmp_path, archive):
    files = [page(tmp_path, name, "A meeting of the board") for name in ("a.html", "b.html")]
    assert kinds(imported(files, archive)) == ["filed", "duplicate"]


def test_the_same_meeting_in_other_bytes_is_filed_only_if_wished(tmp_path, archive):
    first = page(tmp_path, "a.html", "A meeting of the board")
    other = page(tmp_path, "b.html", "A meeting of the board", SAID + "<!-- saved again -->")
    imported([first], archive)
    (outcome,) = imported([other], archive)
    assert (outcome.kind, outcome.id) == ("near_duplicate", 1)
    assert kinds(imported([other], archive, anyway=True)) == ["filed"]


def test_what_fails_does_not_stop_the_rest(tmp_path, archive):
    (tmp_path / "empty.html").touch()
    files = [
        tmp_path / "none.html",
        page(tmp_path, "a.html", "A meeting of the board"),
        tmp_path / "empty.html",
    ]
    outcomes = imported(files, archive)
    assert kinds(outcomes) == ["failed", "filed", "failed"]
    assert "none.html" in str(outcomes[0].error)


def test_an_outcome_is_told_when_it_is_on_disk(tmp_path, archive):
    files = [page(tmp_path, f"{n}.html", f"Meeting number {n} of the board") for n in range(12)]
    for outcome in import_reports(files, shelf(archive), Choices()):
        assert outcome.id in archive.records


def test_a_batch_in_which_nothing_is_filed_takes_no_lock(tmp_path, archive):
    imported([tmp_path / "none.html"], archive)
    assert not archive.batches


def test_a_fault_of_ours_in_one_file_does_not_stop_the_rest(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(reading, "_read", lambda *_: 1 // 0)
    error = reading.read_file(tmp_path / "a.html")
    assert isinstance(error, reading.Fault)
    assert "a.html" in str(error)
    assert list(tmp_path.rglob("fault-*.txt"))


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path, monkeypatch):
    import minutes.readers

    path = page(tmp_path, "a.html", "A meeting of the board")
    read = minutes.readers.read

    def read_then_change(file, **_):
        report = read(file)
        path.write_text("other")
        return report

    monkeypatch.setattr(minutes.readers, "read", read_then_change)
    assert isinstance(reading.read_file(path), reading.Changed)


def test_two_alike_meetings_on_one_page_are_both_filed(tmp_path, archive, monkeypatch):
    import minutes.extract

    monkeypatch.setattr(importing, "worth", lambda _: 0)
    monkeypatch.setattr(
        minutes.extract, "extract", lambda report, **_: [Meeting(title="Board", source=report.source)] * 2
    )
    outcomes = imported([page(tmp_path, "a.html", "Two meetings of the board")], archive)
    assert kinds(outcomes) == ["filed", "filed"]


def test_what_we_exported_comes_back_as_it_was(tmp_path, archive):
    from minutes.writers import write

    record = reading.read_file(page(tmp_path, "a.html", "A meeting of the board")).meetings[0]
    meeting = from_json(record)
    (tmp_path / "export.md").write_bytes(write(meeting, "md"))
    (outcome,) = imported([tmp_path / "export.md"], archive)
    assert outcome.meeting.speakers == meeting.speakers
    assert outcome.meeting.body == meeting.body
    assert outcome.meeting.source.file == "export.md"


def two(report, **_):
    source = replace(report.source)
    return [Meeting(title=f"{part} meeting", language="en", source=source) for part in ("First", "Second")]


@pytest.fixture
def two_meetings(monkeypatch):
    import minutes.extract

    monkeypatch.setattr(minutes.extract, "extract", two)
    monkeypatch.setattr(importing, "worth", lambda _: 0)  # here, where the extraction is ours


@pytest.mark.usefixtures("two_meetings")
def test_a_page_with_two_meetings_gives_two_records(tmp_path, archive):
    path = page(tmp_path, "a.html", "Two meetings of the board")
    outcomes = imported([path], archive)
    assert [(one.kind, one.id) for one in outcomes] == [("filed", 1), ("filed", 2)]
    assert [note.message for note in archive.records[2].notes] == [
        "The report covers 2 meetings; this is number 2"
    ]
    assert [(one.kind, one.id) for one in imported([path], archive)] == [("duplicate", 1), ("duplicate", 2)]


@pytest.mark.usefixtures("two_meetings")
def test_the_second_meeting_that_a_kill_left_out_is_filed_the_next_time(tmp_path, archive):
    path = page(tmp_path, "a.html", "Two meetings of the board")
    imported([path], archive)
    del archive.records[2]
    assert [(one.kind, one.id) for one in imported([path], archive)] == [("duplicate", 1), ("filed", 2)]


def test_a_trial_files_nothing_and_shows_duplicates_with_their_record(tmp_path, archive):
    path = page(tmp_path, "a.html", "A meeting of the board")
    (outcome,) = imported([path], archive, Trial)
    assert (outcome.kind, outcome.id) == ("filed", None)
    assert not archive.records
    imported([path], archive)
    (outcome,) = imported([path], archive, Trial)
    assert (outcome.kind, outcome.id) == ("duplicate", 1)
    assert outcome.meeting.title


def test_a_folder_without_reports_is_a_sentence(tmp_path, archive):
    (outcome,) = imported([tmp_path], archive)
    assert isinstance(outcome.error, reading.NoReports)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_unopened(tmp_path, archive):
    os.mkfifo(tmp_path / "pipe.html")
    (outcome,) = imported([tmp_path / "pipe.html"], archive)
    assert outcome.kind == "failed"


def test_where_no_fork_is_safe_reading_processes_are_spawned(tmp_path, archive, monkeypatch):
    monkeypatch.setattr(workers, "may_fork", lambda: False)
    monkeypatch.setattr(importing, "worth", lambda _: 2)
    files = [page(tmp_path, f"{n}.html", f"Meeting number {n} of the board") for n in range(4)]
    assert kinds(imported(files, archive)) == ["filed"] * 4
