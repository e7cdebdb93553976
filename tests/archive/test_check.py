"""`check` finds what is not as it should be, and nothing else."""

import json
import sqlite3

import pytest
from archive_notation import file_all, make
from msgspec.structs import replace


@pytest.fixture
def filled(archive):
    file_all(archive, make("一", title="一"), make("二"), make("三"))
    archive.change(1, lambda m: replace(m, place="A"), what="edit", who="Lin")
    archive.delete([3], who="Lin")
    return archive


def kinds(archive):
    return {(one.kind, one.damage) for one in archive.check()}


def original(archive):
    return archive.original(archive.get(1).source.sha256)


def edit(archive, **values):
    path = archive.room.meetings.path(1)
    path.write_text(json.dumps(json.loads(path.read_bytes()) | values), "utf-8")


def test_a_sound_archive_has_no_findings(filled):
    assert filled.check() == []


@pytest.mark.parametrize(
    ("harm", "kind"),
    [
        (lambda a: edit(a, title=5), "record-damaged"),
        (lambda a: a.room.meetings.path(1).write_bytes(b"{"), "record-damaged"),
        (lambda a: edit(a, id=7), "wrong-id"),
        (lambda a: edit(a, title="other"), "index-differs"),
        (lambda a: edit(a, revision=9), "revisions-differ"),
        (lambda a: original(a).unlink(), "original-missing"),
        (lambda a: original(a).write_bytes(b"other"), "original-altered"),
        (lambda a: (original(a).parent / f"{'0' * 64}.html").write_bytes(b"x"), "original-altered"),
        (lambda a: a.room.originals.add(b"nobody's", ".html"), "orphan"),
        (lambda a: a.room.meetings.write(50, a.room.meetings.read(2)), "id-not-given"),
    ],
)
def test_damage_is_found(filled, harm, kind):
    filled.search("一")
    harm(filled)
    assert (kind, True) in kinds(filled)


@pytest.mark.parametrize(
    "harm",
    [
        "INSERT INTO words (words, rowid, text) SELECT 'delete', row, '二 ' FROM meetings WHERE id = 2",
        "INSERT INTO words (rowid, text) VALUES (77, '四 ')",
        "DELETE FROM pairs WHERE pair = '事情'",
    ],
)
def test_an_index_that_would_not_find_what_the_records_have_is_told(archive, again, harm):
    file_all(archive, make("一"), make("二"), make("三件事情"))
    archive.search("一")
    assert archive.check() == []
    with sqlite3.connect(archive.room.index_file) as base:
        base.execute(harm)
    assert kinds(again(archive)) == {("index-differs", True)}
    archive.room.index_file.unlink()
    assert again(archive).count("事情") == 1
    assert again(archive).check() == []


def test_what_the_index_keeps_of_records_that_were_changed_is_no_damage(archive):
    file_all(archive, make("一"), make("二"))
    archive.search("一")
    archive.change(1, lambda m: replace(m, title="四"), what="edit", who="Lin")
    archive.search("一")
    assert archive.check() == []


def test_more_action_points_than_the_index_has_places_for_are_all_found(archive):
    """From 255 on they share a place (schema.POINTS)."""
    file_all(archive, make("一", tasks=[f"第{number}件事" for number in range(1, 400)]))
    for number in (1, 254, 255, 256, 399):
        assert archive.search(f"第{number}件事").total == 1
    assert archive.search("第400件事").total == 0
    assert archive.check() == []


def test_damage_in_history_is_found(filled):
    file = filled.room.history.files()[0]
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([lines[0], lines[1].replace(b"Lin", b"Lim"), *lines[2:]]))
    assert {("history-damaged", True), ("history-gap", True)} <= kinds(filled)
    file.write_bytes(b"".join(lines[:-1]))
    assert ("history-differs", True) in kinds(filled)


def test_leftovers_are_told_and_are_no_damage(filled):
    (filled.folder / "meetings" / ".000009.json.77.tmp").write_bytes(b"x")
    assert kinds(filled) == {("leftover", False)}


def test_progress_is_told(filled):
    steps = []
    filled.check(lambda done, of: steps.append((done, of)))
    assert steps == [(1, 3), (2, 3), (3, 3)]
