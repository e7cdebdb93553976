"""Killed, or refused by the disk, at every single step: nothing acknowledged is lost, and all goes on.

`archive.files` reaches the disk through `os` and `Path.replace` only; the steps are counted there and one of them fails.
"""

import errno
import os
from pathlib import Path

import pytest
from archive_notation import TODAY, make
from msgspec.structs import replace

from archive import files
from archive.store import Archive


class Killed(BaseException):
    """The process ends here."""


class Disk:
    """Counts the steps that change the disk; from step `at` on, each raises what `failure` makes, once or for ever."""

    STEPS = ("write", "fsync", "ftruncate", "open")

    def __init__(self, at, failure, *, dead):
        self.at, self.failure, self.dead = at, failure, dead
        self.count = 0

    def step(self):
        self.count += 1
        if self.count == self.at or (self.dead and self.count > self.at):
            raise self.failure()

    def __getattr__(self, name):
        function = getattr(os, name)
        if name not in self.STEPS:
            return function

        def counted(*arguments, **named):
            self.step()
            return function(*arguments, **named)

        return counted


@pytest.fixture
def failing(monkeypatch):
    """Makes step number `at` fail; gives the disk, which has counted."""
    rename, unlink = Path.replace, Path.unlink

    def install(at, failure, *, dead):
        disk = Disk(at, failure, dead=dead)

        def renamed(path, target):
            disk.step()
            return rename(path, target)

        def unlinked(path, missing_ok=False):
            disk.step()
            return unlink(path, missing_ok=missing_ok)

        monkeypatch.setattr(files, "os", disk)
        monkeypatch.setattr(Path, "replace", renamed)
        monkeypatch.setattr(Path, "unlink", unlinked)
        return disk

    yield install
    monkeypatch.undo()


def work(folder, acknowledged):
    """Two records filed one by one, two together, one changed, one deleted."""
    archive = Archive.open(folder, create=True, today=TODAY)
    with archive.batch("import", "Lin") as batch:
        for text in ("一", "二"):
            stored = batch.add(make(text), text.encode(), ".html", [(f"picture {text}".encode(), ".png")])
            acknowledged[stored.id] = stored
        both = [batch.stage(make(text), text.encode(), ".html") for text in ("三", "四")]
        batch.commit()
        acknowledged |= {one.id: one for one in both}
    changed = archive.change(1, lambda m: replace(m, place="A"), what="edit", who="Lin")
    acknowledged[1] = changed
    gone = acknowledged.pop(2)
    archive.delete([2], who="Lin")
    acknowledged[-2] = gone


def steps_of(tmp_path, failing):
    disk = failing(10**9, Killed, dead=True)
    work(tmp_path / "whole", {})
    return disk.count


def sound(folder, acknowledged):
    """What must be true whatever happened."""
    if not (folder / "archive.json").exists():
        assert not acknowledged
        return
    reader = Archive.open(folder, today=TODAY)
    assert not [one for one in reader.check() if one.damage]
    listed = {entry.id for entry in reader.list().items}
    for number, record in acknowledged.items():
        if number > 0:
            assert number in listed
            assert reader.get(number) in (record, replace(record, place="A", revision=2))
            assert reader.original(record.source.sha256).exists()


def goes_on(folder):
    """The next writer sweeps, and files."""
    writer = Archive.open(folder, create=True, today=TODAY)
    with writer.batch("import", "Wang") as batch:
        stored = batch.add(make("五"), "五".encode(), ".html")
    assert writer.get(stored.id).id == stored.id
    assert writer.check() == []
    assert not [path for path in folder.rglob("*") if path.name.endswith(".tmp")]
    assert not (folder / "writer.json").exists()
    assert {entry.id for entry in writer.list().items} >= {stored.id}


def cases(tmp_path, failing):
    total = steps_of(tmp_path, failing)
    assert total > 60
    return range(1, total + 1, 1 if os.environ.get("MINUTES_FAULTS") else 7)  # all of them take two minutes


def test_a_kill_at_any_step_loses_nothing(tmp_path, failing, monkeypatch):
    for at in cases(tmp_path, failing):
        folder, acknowledged = tmp_path / str(at), {}
        failing(at, Killed, dead=True)
        with pytest.raises(Killed):
            work(folder, acknowledged)
        monkeypatch.undo()
        sound(folder, acknowledged)
        goes_on(folder)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_refuses_one_step_loses_nothing(tmp_path, failing, monkeypatch, code):
    for at in cases(tmp_path, failing):
        folder, acknowledged = tmp_path / str(at), {}
        failing(at, lambda: OSError(code, os.strerror(code)), dead=False)
        try:
            work(folder, acknowledged)
        except OSError as error:
            assert error.errno == code  # noqa: PT017  # not every refused step must be told
        monkeypatch.undo()
        sound(folder, acknowledged)
        goes_on(folder)


def test_a_partial_write_leaves_no_partial_line(archive, failing):
    with archive.batch("import", "Lin") as batch:
        batch.add(make("一"), b"1", ".html")
    history = archive.room.history.files()[0]
    before = history.read_bytes()

    def half(handle, data):
        if len(data) < 20:
            raise OSError(errno.ENOSPC, "full")
        return os.write(handle, bytes(data)[:20])

    disk = failing(10**9, Killed, dead=False)
    disk.write = half
    with pytest.raises(OSError, match="full"):
        archive.room.history.append(archive.history(), durable=True)
    assert history.read_bytes() == before


def test_a_torn_line_at_the_end_never_happened(archive, again):
    with archive.batch("import", "Lin") as batch:
        batch.add(make("一"), b"1", ".html")
    file = archive.room.history.files()[0]
    whole = file.read_bytes()
    (archive.folder / "writer.json").write_text("{}")
    for cut in (1, 30, len(whole) // 2):
        file.write_bytes(whole + whole[:cut])
        reader = again(archive)
        assert len(reader.history()) == 1
        assert reader.list().total == 1
    with again(archive).batch("import", "Lin") as batch:
        batch.add(make("二"), b"2", ".html")
    assert [line.number for line in archive.history()] == [1, 2]
    assert archive.check() == []


def test_records_whose_history_a_power_cut_took_get_it_back(archive, again):
    with archive.batch("import", "Lin") as batch:
        batch.add(make("一"), b"1", ".html")
    state = (archive.folder / "archive.json").read_bytes()
    history = archive.room.history.files()[0]
    lines = history.read_bytes()
    with archive.batch("import", "Lin") as batch:
        batch.add(make("二"), b"2", ".html")
    (archive.folder / "archive.json").write_bytes(state)
    history.write_bytes(lines)
    (archive.folder / "writer.json").write_text("{}")
    reader = again(archive)
    assert reader.list().total == 2
    assert not [one for one in reader.check() if one.damage]
    with again(archive).batch("import", "Lin") as batch:
        assert batch.add(make("三"), b"3", ".html").id == 3
    assert [line.id for line in archive.history()] == [1, 2, 3]
    assert archive.check() == []


def test_an_interrupted_change_is_finished_and_told(archive, again, monkeypatch):
    from archive import writing

    with archive.batch("import", "Lin") as batch:
        batch.add(make("一"), b"1", ".html")

    def killed(*_):
        raise Killed

    monkeypatch.setattr(writing, "update", killed)
    monkeypatch.setattr(writing.Batch, "close", lambda _: None)
    with pytest.raises(Killed):
        archive.change(1, lambda m: replace(m, place="A"), what="edit", who="Lin")
    monkeypatch.undo()
    assert again(archive).get(1).place is None
    writer = again(archive)
    with writer.batch("import", "Lin") as batch:
        batch.add(make("二"), b"2", ".html")
    assert writer.get(1).place == "A"
    assert [remark.message for remark in writer.remarks] == ["An interrupted change was finished."]
    assert writer.check() == []


@pytest.mark.parametrize("at", range(1, 40, 3))
def test_an_erasing_that_is_killed_is_finished_by_the_next_writer(archive, again, failing, monkeypatch, at):
    """Its originals are not forgotten because the record that named them went first."""
    with archive.batch("import", "Lin") as batch:
        batch.add(
            make("榫卯秘密", title="榫卯秘密"), "榫卯秘密".encode(), ".html", [(b"secret picture", ".png")]
        )
        batch.add(make("二"), b"2", ".html")
    begun = len(archive.history())
    failing(at, Killed, dead=True)
    try:
        archive.purge([1], who="Lin")
    except Killed:
        pass
    else:
        pytest.skip("it has fewer steps")
    monkeypatch.undo()
    assert not [one for one in again(archive).check() if one.damage]
    with again(archive).batch("import", "Lin") as batch:
        batch.add(make("三"), b"3", ".html")
    assert again(archive).check() == []
    if len(archive.history()) > begun + 1:  # it had begun
        texts = [path.read_bytes() for path in archive.folder.rglob("*") if path.is_file()]
        assert not [text for text in texts if "榫卯秘密".encode() in text or text == b"secret picture"]
