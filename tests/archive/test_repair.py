"""`check --repair` mends what follows from something else, sets down what is lost, and makes nothing up."""

import json
import sys

import pytest
from archive_notation import TODAY, file_all, make
from msgspec.structs import replace

from archive.refusals import ArchiveDamaged, NoArchive
from archive.repair import state_again
from archive.store import Archive


@pytest.fixture
def filled(archive):
    file_all(archive, make("一", title="一"), make("二"), make("三"))
    archive.change(1, lambda m: replace(m, place="A"), what="edit", who="Lin")
    archive.change(1, lambda m: replace(m, place="B"), what="edit", who="Lin")
    archive.delete([3], who="Lin")
    with archive.batch("people", "Lin") as batch:
        batch.decide({"names": {"甲": "乙"}, "split": []})
    archive.search("一")
    return archive


def state(archive, **values):
    path = archive.folder / "archive.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | values), "utf-8")


def months(archive):
    return archive.room.history.files()[0]


def lines(archive):
    return months(archive).read_bytes().splitlines(keepends=True)


def older(archive):
    """Record 1 as it was before its two changes."""
    path = archive.room.meetings.path(1)
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"place": None, "revision": 1}), "utf-8")


def without_line(archive, place):
    left = lines(archive)
    del left[place]
    months(archive).write_bytes(b"".join(left))


def spoiled_line(archive, place):
    left = lines(archive)
    left[place] = left[place].replace(b"Lin", b"Lim")
    months(archive).write_bytes(b"".join(left))


HARMS = {
    "leftover": lambda a: (a.folder / "meetings" / ".000009.json.77.tmp").write_bytes(b"x"),
    "index damaged": lambda a: (a.folder / "index.sqlite").write_bytes(b"no index" * 100),
    "counter behind": lambda a: state(a, next=2),
    "revision behind": lambda a: state(a, revision=4, mark=""),
    "revision ahead": lambda a: state(a, revision=40, mark=""),
    "record older than its history": older,
    "tail of history missing": lambda a: without_line(a, -1),
    "last two changes missing": lambda a: [without_line(a, -1), without_line(a, -1)],
    "a change missing in the middle": lambda a: without_line(a, 4),
    "an import missing": lambda a: without_line(a, 0),
    "a damaged line": lambda a: spoiled_line(a, 3),
    "history empty": lambda a: months(a).write_bytes(b""),
    "a torn end": lambda a: months(a).write_bytes(months(a).read_bytes() + b'{"number": 99'),
    "names damaged": lambda a: (a.folder / "people.json").write_bytes(b"{"),
    "names missing": lambda a: (a.folder / "people.json").unlink(),
    "no README": lambda a: (a.folder / "README.txt").unlink(),
    "permissions": lambda a: a.room.meetings.path(1).chmod(0o644),
}
POSIX = {"permissions"}


@pytest.mark.parametrize("harm", HARMS)
def test_what_follows_from_the_rest_is_mended(filled, again, harm):
    if harm in POSIX and sys.platform == "win32":
        pytest.skip("Windows has no such permissions")
    records = [filled.get(1), filled.get(2)]
    HARMS[harm](filled)
    assert again(filled).check()
    repaired = again(filled).repair(who="Wang")
    assert repaired.mended
    assert not [one for one in repaired.left if one.damage]
    mended = again(filled)
    assert not [one for one in mended.check() if one.damage]
    assert [mended.get(1), mended.get(2)] == records
    assert [one.id for one in mended.trash()] == [3]
    assert {entry.id for entry in mended.list().items} == {1, 2}


@pytest.mark.parametrize("harm", HARMS)
def test_numbers_go_on_behind_all_that_was_given(filled, again, harm):
    """Also for a writer that comes before anybody repairs, as far as it can open the archive at all."""
    if harm == "names damaged":
        pytest.skip("no writer opens it before it is repaired")
    HARMS[harm](filled)
    taken = {line.number for line in filled.history()}
    (stored,) = file_all(again(filled), make("四"))
    assert stored.id not in {1, 2, 3}
    assert {line.number for line in filled.history()} > taken
    assert len(filled.history()) == len({line.number for line in filled.history()})


def test_what_history_lost_is_owned_up_to(filled, again):
    without_line(filled, 4)
    spoiled_line(filled, 3)
    again(filled).repair(who="Wang")
    (finding,) = again(filled).check()
    assert (finding.kind, finding.damage, finding.values["count"]) == ("history-lost", False, 2)
    note = next(line for line in filled.history() if line.kind == "repair" and line.id is None)
    assert (note.who, note.after["lost"]) == ("Wang", [[4, 5]])
    assert again(filled).history(1)[-1].revision == 3
    changed = again(filled).change(1, lambda m: replace(m, place="C"), what="edit", who="Lin")
    assert changed.revision == 4
    assert not [one for one in again(filled).check() if one.damage]


@pytest.mark.parametrize(
    ("harm", "kind"),
    [
        (lambda a: a.room.meetings.path(1).unlink(), "record-missing"),
        (lambda a: a.room.meetings.path(1).write_bytes(b"{"), "record-damaged"),
        (lambda a: a.original(a.get(1).source.sha256).unlink(), "original-missing"),
        (lambda a: a.original(a.get(1).source.sha256).write_bytes(b"x"), "original-altered"),
        (lambda a: a.room.originals.add(b"nobody's", ".html"), "orphan"),
    ],
)
def test_content_is_never_made_up(filled, again, harm, kind):
    harm(filled)
    before = {path: path.read_bytes() for path in filled.folder.rglob("*") if path.parent.name.isdigit()}
    repaired = again(filled).repair(who="Wang")
    assert (kind, True) in {(one.kind, one.damage) for one in repaired.left}
    assert all(path.read_bytes() == data for path, data in before.items())


def test_nothing_is_written_where_nothing_is_wrong(filled, again):
    before = {path: path.read_bytes() for path in filled.folder.rglob("*") if path.is_file()}
    assert again(filled).repair(who="Wang") == ([], [])
    assert before == {path: path.read_bytes() for path in filled.folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("harm", [lambda file: file.unlink(), lambda file: file.write_bytes(b"{")])
def test_a_lost_archive_json_is_made_anew_from_history(filled, again, harm):
    told = json.loads((filled.folder / "archive.json").read_bytes())
    harm(filled.folder / "archive.json")
    with pytest.raises((NoArchive, ArchiveDamaged)):
        again(filled)
    assert state_again(filled.folder)
    assert json.loads((filled.folder / "archive.json").read_bytes()) == told
    assert again(filled).check() == []
    assert not state_again(filled.folder)


def test_no_archive_is_made_of_a_folder_of_other_things(tmp_path):
    (tmp_path / "meetings").mkdir()
    with pytest.raises(NoArchive):
        state_again(tmp_path)
    with pytest.raises(NoArchive):
        state_again(tmp_path / "none")
    assert [path.name for path in tmp_path.iterdir()] == ["meetings"]


def test_an_archive_that_is_written_to_while_it_is_checked_is_sound(archive, monkeypatch):
    """A record erased between two glances is no damage."""
    from archive import check

    file_all(archive, make("一"), make("二"))
    looks = []
    record = check._record

    def erased_meanwhile(shelf, number, records):
        if not looks:
            Archive.open(archive.folder, today=TODAY).purge([2], who="Wang")
        looks.append(number)
        return record(shelf, number, records)

    monkeypatch.setattr(check, "_record", erased_meanwhile)
    assert archive.check() == []
    assert looks == [1, 2, 1]
