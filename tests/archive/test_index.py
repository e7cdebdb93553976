"""The index is derived: missing, stale, damaged, locked or of another version, the answers are the same."""

import sqlite3
import subprocess
import sys

import pytest
from archive_notation import TODAY, file_all, make
from msgspec.structs import replace

from archive.index import current
from archive.store import Archive


@pytest.fixture
def filled(archive):
    file_all(archive, *(make(f"第{n}次科研会议", date=f"2024-01-{n:02}") for n in range(1, 6)))
    return archive


def found(archive):
    return [hit.id for hit in archive.search("科研").items]


def rows(archive):
    with sqlite3.connect(archive.room.index_file) as base:
        return dict(base.execute("SELECT id, row FROM meetings"))


def test_a_missing_index_is_made_without_a_word(filled, again):
    filled.room.index_file.unlink()
    reader = again(filled)
    assert found(reader) == [5, 4, 3, 2, 1]
    assert reader.remarks == []
    assert filled.room.index_file.exists()


@pytest.mark.parametrize("damage", [b"no database", b"", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_index_is_made_anew_with_one_line(filled, again, damage):
    filled.room.index_file.write_bytes(damage)
    reader = again(filled)
    assert found(reader) == [5, 4, 3, 2, 1]
    assert [remark.message for remark in reader.remarks] == [current.BROKEN]
    assert again(filled).remarks == []


def test_damage_that_shows_only_when_asked_is_mended_too(filled, again):
    data = bytearray(filled.room.index_file.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 : page * 4096 + 200] = b"\xee" * 200
    filled.room.index_file.write_bytes(data)
    reader = again(filled)
    assert found(reader) == [5, 4, 3, 2, 1]
    assert [remark.message for remark in reader.remarks] == [current.BROKEN]


def test_an_index_of_another_version_is_made_anew(filled, again):
    with sqlite3.connect(filled.room.index_file) as base:
        base.execute("UPDATE meta SET value = 0 WHERE key = 'version'")
    assert found(again(filled)) == [5, 4, 3, 2, 1]


def test_a_stale_index_learns_only_what_changed(filled, again):
    old = filled.room.index_file.read_bytes()
    file_all(filled, make("科研", date="2024-02-01"))
    filled.change(2, lambda m: replace(m, body=make("教学").body), what="edit", who="Lin")
    filled.room.index_file.write_bytes(old)
    before = rows(filled)
    reader = again(filled)
    assert found(reader) == [6, 5, 4, 3, 1]
    after = rows(filled)
    assert {number for number in before if before[number] != after[number]} == {2}


@pytest.mark.parametrize("how", ["EXCLUSIVE", "IMMEDIATE"])
def test_a_locked_index_is_answered_from_a_copy(filled, again, monkeypatch, how):
    monkeypatch.setattr(current, "PATIENCE", 0.05)
    old = filled.room.index_file.read_bytes()
    file_all(filled, make("科研", date="2024-02-01"))
    filled.room.index_file.write_bytes(old)
    other = sqlite3.connect(filled.room.index_file, isolation_level=None)
    other.execute(f"BEGIN {how}")
    reader = again(filled)
    assert found(reader) == [6, 5, 4, 3, 2, 1]
    assert [remark.message for remark in reader.remarks] == [current.BUSY]
    other.close()


def test_a_place_where_no_index_can_be_written_is_answered_from_memory(filled, again, monkeypatch):
    filled.room.index_file.unlink()

    def refuse(*_):
        raise PermissionError(13, "read-only")

    monkeypatch.setattr(current, "rebuild", refuse)
    reader = again(filled)
    assert found(reader) == [5, 4, 3, 2, 1]
    assert [remark.message for remark in reader.remarks] == [current.UNWRITABLE]
    assert not filled.room.index_file.exists()


def test_done_does_not_touch_the_big_tables(archive):
    file_all(archive, make("科研", tasks=["交报告"]))
    before = rows(archive)

    def done(meeting):
        return replace(meeting, action_points=(replace(meeting.action_points[0], state="done"),))

    archive.change(1, done, what="done", who="Lin")
    assert rows(archive) == before
    assert archive.count("is:done") == 1


def test_more_meetings_on_one_day_than_it_has_rows(archive, monkeypatch):
    from archive.index import fill

    monkeypatch.setattr(fill, "SLOTS", 1)
    file_all(archive, *(make(f"科研{n}", date="2024-01-01") for n in range(7)))
    assert sorted(found(archive)) == [1, 2, 3, 4, 5, 6, 7]


def test_a_search_loads_nothing_heavy(filled):
    script = (
        "import sys; from pathlib import Path; from archive.store import Archive\n"
        f"assert Archive.open(Path({str(filled.folder)!r})).search('科研').items\n"
        "heavy = {'tinydb', 'filelock', 'pypinyin', 'rapidfuzz', 'rich', 'msgspec', 'hashlib', 'concurrent'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "[]"


def test_rebuilding_tells_how_far_it_is(filled):
    steps = []
    filled.rebuild_index(lambda done, of: steps.append((done, of)))
    assert steps == [(5, 5)]
    assert found(Archive.open(filled.folder, today=TODAY)) == [5, 4, 3, 2, 1]


def test_who_has_the_old_index_open_does_not_write_when_it_was_made_anew(archive, again):
    """A journal of the old file, left by a kill, would be played back into the new one."""
    from archive.index import current

    file_all(archive, make("一"))
    archive.search("一")
    old = archive._base
    again(archive).rebuild_index()
    with pytest.raises(current.Replaced), current.transaction(old):
        pass
    archive.change(1, lambda m: replace(m, place="A"), what="edit", who="Lin")
    assert [hit.id for hit in again(archive).search("place:a").items] == [1]
    assert again(archive).check() == []


def test_an_index_is_not_replaced_under_somebody_who_writes_it(archive, again, monkeypatch):
    from archive.index import current
    from archive.refusals import LockedByUnknown

    monkeypatch.setattr(current, "PATIENCE", 0.05)
    file_all(archive, make("一"))
    archive.search("一")
    with current.transaction(archive._base), pytest.raises(LockedByUnknown):
        again(archive).rebuild_index()
    again(archive).rebuild_index()
    assert again(archive).check() == []
