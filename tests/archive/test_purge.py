"""Erased is erased: no file of the archive says a word of it, and nothing else is touched."""

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest
from archive_notation import TODAY, file_all, make
from msgspec.structs import replace

from archive.backup import backup
from archive.refusals import NoSuchRecord, SignedStays
from archive.store import Archive

SECRET = "榫卯秘密"
ROMAN = "Ottoline"


@pytest.fixture
def kept(archive):
    """A record with its words in every place that keeps any, and another one that shares a picture with it."""
    secret = make(
        f"{SECRET}会议由{ROMAN}主持。",
        title=SECRET,
        place=SECRET,
        organisation=SECRET,
        chair=f"{ROMAN}",
        said=[(ROMAN, SECRET)],
        tasks=[SECRET],
        file=f"{SECRET}.html",
        date="2024-03-01",
    )
    with archive.batch("import", "Lin") as batch:
        batch.add(
            secret, f"<p>{SECRET}</p>".encode(), ".html", [(b"own picture", ".png"), (b"shared", ".png")]
        )
        batch.add(make("二", title="二"), b"other", ".html", [(b"shared", ".png")])
    archive.search(SECRET)
    archive.change(1, lambda m: replace(m, place=f"{SECRET}室"), what="edit", who="Lin", why=f"see {SECRET}")
    archive.label([1], add=[SECRET], who="Lin")
    archive.change(1, lambda m: replace(m, state="final"), what="final", who="Lin")
    with archive.batch("issue", "Lin"):
        archive.room.disk.write(archive.folder / "issued" / "000" / "000001" / "x.md", SECRET.encode())
    archive.delete([1], who="Lin", force=True)
    archive.undelete([1], who="Lin")
    archive.undo(who="Lin")
    archive.search(SECRET)
    return archive


def everything(folder):
    return {path: path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def traces(folder, *words):
    found = []
    for path, data in everything(folder).items():
        forms = [
            form
            for word in words
            for form in (word.encode(), word.encode("utf-16-le"), json.dumps(word)[1:-1].encode())
        ]
        found += [path.name] * any(form in data for form in forms)
        found += [path.name] * any(word in str(path) for word in words)
    return found


@pytest.mark.parametrize("from_trash", [False, True])
def test_nothing_is_left_in_any_file_and_it_is_told_that_it_was_done(kept, from_trash, tmp_path):
    if from_trash and not kept.trash():
        kept.delete([1], who="Lin", force=True)
    if not from_trash and kept.trash():
        kept.undelete([1], who="Lin")
    sha256 = [line.after["sha256"] for line in kept.history(1) if line.kind == "import"]
    assert traces(kept.folder, SECRET)
    kept.purge([1], who="Lin", force=True)
    assert not traces(kept.folder, SECRET, ROMAN, *sha256)
    assert not [data for data in everything(kept.folder).values() if data == b"own picture"]
    assert [line.kind for line in kept.history(1)][-1] == "purge"
    assert (kept.history(1)[-1].who, kept.history(1)[-1].before, kept.history(1)[-1].after) == ("Lin", {}, {})
    assert Archive.open(kept.folder, today=TODAY).check() == []
    with zipfile.ZipFile(tmp_path / "safe.zip", "w") as _:
        pass
    backup(kept, tmp_path / "safe.zip", who="Lin", overwrite=True)
    with zipfile.ZipFile(tmp_path / "safe.zip") as whole:
        whole.extractall(tmp_path / "unpacked")
    assert not traces(tmp_path / "unpacked", SECRET, ROMAN)


def test_the_index_made_anew_has_no_word_of_it(kept):
    if kept.trash():
        kept.undelete([1], who="Lin")
    kept.purge([1], who="Lin", force=True)
    reader = Archive.open(kept.folder, today=TODAY)
    assert not reader.search(SECRET).items
    assert not reader.people(ROMAN)
    base = sqlite3.connect(kept.folder / "index.sqlite")
    base.execute("CREATE VIRTUAL TABLE temp.signs USING fts5vocab ('main', 'words', 'row')")
    signs = {sign for (sign,) in base.execute("SELECT term FROM temp.signs")}
    texts = {text for (text,) in base.execute("SELECT text FROM terms")}
    base.close()
    assert not signs & set(SECRET)
    assert not {text for text in texts if SECRET in text or ROMAN in text}


def test_what_others_share_with_it_stays(kept):
    other = kept.get(2)
    if kept.trash():
        kept.undelete([1], who="Lin")
    kept.purge([1], who="Lin", force=True)
    assert kept.get(2) == other
    assert kept.original(other.source.pictures[0]).read_bytes() == b"shared"


def test_final_minutes_are_not_taken_away_without_force_nor_those_beside_them(archive):
    file_all(archive, make("一"), make("二"))
    archive.change(2, lambda m: replace(m, state="final"), what="final", who="Lin")
    for away in (archive.delete, archive.purge):
        with pytest.raises(SignedStays, match="meeting 2 are final"):
            away([1, 2], who="Lin")
    assert archive.list().total == 2
    archive.delete([2], who="Lin", force=True)
    with pytest.raises(SignedStays):
        archive.purge([2], who="Lin")
    archive.purge([2], who="Lin", force=True)
    assert archive.check() == []


@pytest.mark.parametrize("harm", [b"", b"{", None, b"\xff\xfe"])
def test_a_damaged_record_can_be_erased_and_the_archive_is_sound_again(archive, again, harm):
    with archive.batch("import", "Lin") as batch:
        batch.add(make("一", title="一"), b"one", ".html", [(b"shared", ".png")])
        batch.add(make("二", title="二"), b"two", ".html", [(b"shared", ".png"), (b"own", ".png")])
    path = archive.room.meetings.path(2)
    data = path.read_bytes()
    path.write_bytes(data[:-20] if harm is None else harm)
    assert [one.kind for one in again(archive).repair(who="Lin").left if one.damage]
    again(archive).purge([2], who="Lin")
    assert again(archive).check() == []
    assert not {b"two", b"own"}.intersection(everything(archive.folder).values())
    assert b"shared" in everything(archive.folder).values()


def test_what_a_lost_record_may_have_named_is_not_erased_with_a_damaged_one(archive, again):
    with archive.batch("import", "Lin") as batch:
        batch.add(make("一", title="一"), b"one", ".html", [(b"picture of one", ".png")])
        batch.add(make("二", title="二"), b"two", ".html")
    archive.room.meetings.path(1).unlink()
    archive.room.meetings.path(2).write_bytes(b"")
    again(archive).purge([2], who="Lin")
    assert {b"one", b"picture of one"} <= {*everything(archive.folder).values()}
    assert b"two" not in everything(archive.folder).values()


def test_a_damaged_record_keeps_its_original_where_another_is_erased(archive, again):
    with archive.batch("import", "Lin") as batch:
        batch.add(make("一", title="一"), b"the same", ".html")
        batch.add(make("二", title="二"), b"the same", ".html")
    archive.room.meetings.path(1).write_bytes(b"{")
    again(archive).purge([2], who="Lin")
    assert b"the same" in everything(archive.folder).values()


def test_what_is_not_there_cannot_be_erased(archive):
    with pytest.raises(NoSuchRecord):
        archive.purge([7], who="Lin")
