"""Formats: an older archive is brought forward, whole or not at all; a newer one is left alone."""

import json
import os
import sys
from pathlib import Path

import pytest
from archive_notation import TODAY, file_all, make
from msgspec.structs import replace

from archive import migrations, state
from archive.refusals import MigrationFailed, NewerFormat, OlderFormat
from archive.store import Archive


def each_record(change):
    """A step that rewrites every record."""

    def step(folder, disk):
        for path in sorted((folder / "meetings").rglob("*.json")):
            values = json.loads(path.read_bytes())
            change(values)
            disk.write(path, json.dumps(values, ensure_ascii=False).encode())
        disk.write(folder / "meetings" / "new-in-2.txt", b"x")

    return step


def to_halls(values):
    values["place"] = "Hall"


def to_nonsense(values):
    if values["id"] == 2:
        values["title"] = 5


@pytest.fixture
def old(archive):
    file_all(archive, make("一", place="A"), make("二"), make("三"))
    archive.change(1, lambda m: replace(m, topic="科研"), what="edit", who="Lin")
    archive.delete([3], who="Lin")
    archive.search("一")
    return archive.folder


@pytest.fixture
def newer(monkeypatch):
    """This version of the program writes format 2."""

    def install(step):
        monkeypatch.setattr(state, "FORMAT", 2)
        monkeypatch.setitem(migrations.STEPS, 1, step)

    return install


def contents(folder):
    left_out = ("index.sqlite", "writer.lock")
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in left_out
    }


def test_there_is_a_step_from_every_format_to_the_next():
    assert sorted(migrations.STEPS) == [*range(1, state.FORMAT)]


def test_an_older_archive_is_brought_forward_when_it_is_opened(old, newer):
    originals = {path: data for path, data in contents(old).items() if path.parts[0] == "originals"}
    newer(each_record(to_halls))
    archive = Archive.open(old, today=TODAY)
    assert [remark.values for remark in archive.remarks] == [{"number": 2}]
    assert {archive.get(1).place, archive.get(2).place} == {"Hall"}
    assert {hit.id for hit in archive.search("place:hall").items} == {1, 2}
    assert json.loads((old / "archive.json").read_bytes())["format"] == 2
    assert originals.items() <= contents(old).items()
    assert archive.check() == []
    assert not (old / "before-migration").exists()
    assert not Archive.open(old, today=TODAY).remarks


def test_what_is_not_sound_afterwards_is_put_back(old, newer):
    before = contents(old)
    newer(each_record(to_nonsense))
    with pytest.raises(MigrationFailed, match="could not be brought from format 1 to 2"):
        Archive.open(old)
    assert contents(old) == before


def test_interrupted_anywhere_it_is_old_or_new_and_goes_on(old, newer, monkeypatch):
    """Every call by which files change is the last one, once."""
    before, count = contents(old), [0]

    class Killed(BaseException):
        pass

    def last(function, at):
        def called(*arguments, **named):
            count[0] += 1
            if count[0] == at:
                raise Killed
            return function(*arguments, **named)

        return called

    newer(each_record(to_halls))
    at = 0
    while True:
        at, count[0] = at + 1, 0
        folder = old.parent / f"copy {at}"
        for path, data in before.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        with monkeypatch.context() as patched:
            for owner, name in (
                (os, "write"),
                (os, "fsync"),
                (os, "link"),
                (Path, "replace"),
                (Path, "rename"),
                (Path, "unlink"),
                (os, "rmdir"),
            ):
                patched.setattr(owner, name, last(getattr(owner, name), at))
            try:
                Archive.open(folder, today=TODAY)
            except Killed:
                pass
            else:
                break
        archive = Archive.open(folder, today=TODAY)
        assert {archive.get(1).place, archive.get(2).place} == {"Hall"}
        assert archive.get(1).topic == "科研"
        assert [one.id for one in archive.trash()] == [3]
        assert not [one for one in archive.check() if one.kind != "permissions"]
        archive.label([1], add=["x"], who="Lin")
        assert not [path.name for path in folder.iterdir() if "before" in path.name]
    assert at > 30


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() == 0, reason="root may write anywhere")
def test_an_older_archive_that_cannot_be_written_is_a_sentence(old, newer):
    newer(each_record(to_halls))
    old.chmod(0o500)
    try:
        with pytest.raises(OlderFormat, match="format 1 and must be brought to format 2"):
            Archive.open(old)
    finally:
        old.chmod(0o700)


def test_an_older_archive_on_a_full_disk_is_a_sentence_and_as_it_was(old, newer, monkeypatch):
    before = contents(old)

    def full(*_):
        raise OSError(28, "full")

    newer(each_record(to_halls))
    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr("shutil.copy2", full)
    with pytest.raises(OlderFormat):
        Archive.open(old)
    monkeypatch.undo()
    assert {path: data for path, data in contents(old).items() if ".tmp" not in str(path)} == before
    assert Archive.open(old, today=TODAY).get(1).place == "A"


def test_a_newer_archive_is_refused_in_one_sentence_and_left_alone(old):
    values = json.loads((old / "archive.json").read_bytes()) | {"format": 2}
    (old / "archive.json").write_text(json.dumps(values))
    before = contents(old)
    with pytest.raises(NewerFormat) as refused:
        Archive.open(old, create=True)
    assert "has format 2; this version reads up to 1. Install a newer version" in str(refused.value)
    assert refused.value.exit_code == 4
    assert contents(old) == before
