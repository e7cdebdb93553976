"""Filing, changing, finding, taking back."""

import datetime as dt
import hashlib
import json
import os
import sys

import pytest
from archive_notation import file_all, make
from msgspec.structs import replace

from archive.record import ActionPoint
from archive.refusals import (
    InTrash,
    NewerFormat,
    NoArchive,
    NoSuchBatch,
    NoSuchRecord,
    NotAnArchive,
    NothingToUndo,
    RecordIsFinal,
    StaleEdit,
    UndoConflict,
)
from archive.store import Archive


def place(name):
    return lambda meeting: replace(meeting, place=name)


def test_a_filed_record_comes_back_as_it_was(archive, again):
    (stored,) = file_all(archive, make("学院召开会议。", title="会议", date="2023-11-29", chair="张三"))
    assert stored.id == 1
    assert stored.revision == 1
    assert again(archive).get(1) == stored


def test_the_original_is_kept_byte_for_byte_under_its_sum(archive):
    data = b"\xff\x00<html>"
    with archive.batch("import", "Lin") as batch:
        stored = batch.add(make(), data, ".HTML")
    kept = archive.original(stored.source.sha256)
    assert kept.read_bytes() == data
    assert kept.name == f"{hashlib.sha256(data).hexdigest()}.html"


def test_pictures_are_kept_beside_the_original(archive):
    with archive.batch("import", "Lin") as batch:
        stored = batch.add(make(), b"page", ".html", [(b"picture", ".png")])
    assert [archive.original(one).read_bytes() for one in stored.source.pictures] == [b"picture"]


def test_an_ending_cannot_lead_out_of_the_folder(archive):
    with archive.batch("import", "Lin") as batch:
        stored = batch.add(make(), b"page", "/../../evil")
    assert archive.original(stored.source.sha256).parent.parent == archive.folder / "originals"


def test_records_are_readable_text_with_sorted_keys(archive):
    file_all(archive, make("学院召开会议。", title="会议"))
    text = (archive.folder / "meetings" / "000" / "000001.json").read_text("utf-8")
    assert '"title": "会议"' in text
    assert list(json.loads(text)) == sorted(json.loads(text))


def test_an_id_is_never_given_twice(archive, again):
    file_all(archive, make("一"), make("二"))
    archive.purge([2], who="Lin")
    (third,) = file_all(again(archive), make("三"))
    assert third.id == 3


def test_same_bytes_are_recognised_within_a_batch_and_after_it(archive, again):
    with archive.batch("import", "Lin") as batch:
        stored = batch.stage(make(), b"page", ".html")
        assert archive.find_by_sha256(stored.source.sha256) == 1
    assert again(archive).find_by_sha256(stored.source.sha256) == 1
    assert archive.find_by_sha256("0" * 64) is None


def test_a_record_in_the_trash_is_no_duplicate(archive):
    (stored,) = file_all(archive, make())
    archive.delete([1], who="Lin")
    assert archive.find_by_sha256(stored.source.sha256) is None


def test_a_change_is_stored_with_its_history(archive, again):
    file_all(archive, make())
    changed = archive.change(1, place("305会议室"), what="edit", who="Lin", why="misread")
    assert changed.revision == 2
    assert again(archive).get(1).place == "305会议室"
    line = archive.history(1)[-1]
    assert (line.what, line.who, line.why) == ("edit", "Lin", "misread")
    assert (line.before, line.after) == ({"place": None}, {"place": "305会议室"})


def test_a_change_of_nothing_writes_nothing(archive):
    file_all(archive, make())
    assert archive.change(1, lambda meeting: meeting, what="edit", who="Lin").revision == 1
    assert len(archive.history()) == 1


def test_a_stale_edit_is_refused_with_the_difference(archive):
    file_all(archive, make())
    archive.change(1, place("A"), what="edit", who="Wang", revision=1)
    with pytest.raises(StaleEdit, match=r"place: - → A \(Wang\)"):
        archive.change(1, place("B"), what="edit", who="Lin", revision=1)
    assert archive.get(1).place == "A"


def test_final_minutes_change_only_in_what_became_of_their_action_points(archive):
    file_all(archive, make(tasks=["交报告"]))
    archive.change(1, lambda m: replace(m, state="final"), what="final", who="Lin")
    with pytest.raises(RecordIsFinal):
        archive.change(1, place("A"), what="edit", who="Lin")

    def done(meeting):
        return replace(meeting, action_points=(replace(meeting.action_points[0], state="done"),))

    assert archive.change(1, done, what="done", who="Lin").action_points[0].state == "done"
    assert (
        archive.change(1, lambda m: replace(m, state="reviewed"), what="final", who="Lin").state == "reviewed"
    )


@pytest.mark.parametrize("number", [0, 5, -1, 10**20])
def test_an_unknown_id_is_said_to_be_unknown(archive, number):
    with pytest.raises(NoSuchRecord):
        archive.get(number)


def test_undo_takes_back_the_last_change_then_the_one_before(archive):
    file_all(archive, make())
    archive.change(1, place("A"), what="edit", who="Lin")
    archive.change(1, place("B"), what="edit", who="Lin")
    assert archive.undo(who="Lin").what == "edit"
    assert archive.get(1).place == "A"
    archive.undo(who="Lin")
    assert archive.get(1).place is None


def test_undo_of_an_import_empties_it_into_the_trash_and_can_be_undone(archive):
    file_all(archive, make("一"), make("二"))
    undone = archive.undo(who="Lin")
    assert undone.ids == (1, 2)
    assert archive.list().total == 0
    with pytest.raises(InTrash):
        archive.get(1)
    archive.undo(undone.by, who="Lin")
    assert [entry.id for entry in archive.list().items] == [2, 1]


def test_undo_of_an_older_change_leaves_later_ones_of_other_fields(archive):
    file_all(archive, make())
    archive.change(1, place("A"), what="edit", who="Lin")
    batch = archive.history()[-1].batch
    archive.change(1, lambda m: replace(m, topic="科研"), what="edit", who="Lin")
    archive.undo(batch, who="Lin")
    assert (archive.get(1).place, archive.get(1).topic) == (None, "科研")


def test_undo_of_what_was_changed_again_is_refused_and_changes_nothing(archive):
    file_all(archive, make())
    archive.change(1, place("A"), what="edit", who="Lin")
    batch = archive.history()[-1].batch
    archive.change(1, place("B"), what="edit", who="Lin")
    with pytest.raises(UndoConflict):
        archive.undo(batch, who="Lin")
    assert archive.get(1).place == "B"


def test_undo_without_anything_to_undo_says_so(archive):
    with pytest.raises(NothingToUndo):
        archive.undo(who="Lin")
    with pytest.raises(NoSuchBatch):
        archive.undo("77", who="Lin")


def test_deleted_records_come_back_and_purged_ones_do_not(archive):
    kept, gone = file_all(archive, make("机密的一"), make("机密的二"))
    archive.delete([1, 2], who="Lin")
    assert [one.id for one in archive.trash()] == [1, 2]
    archive.undelete([1], who="Lin")
    assert archive.get(1) == kept
    archive.purge([2], who="Lin")
    assert archive.room.originals.find(gone.source.sha256) is None
    assert archive.check() == []
    assert [line.kind for line in archive.history(2)] == ["import", "delete", "purge"]


def test_nothing_of_a_purged_record_is_left_in_any_file(archive):
    file_all(archive, make("榫卯秘密", title="榫卯秘密", tasks=["榫卯秘密"]), make("二"))
    archive.change(1, place("榫卯秘密"), what="edit", who="Lin")
    archive.purge([1], who="Lin")
    files = [path for path in archive.folder.rglob("*") if path.is_file()]
    assert not [path for path in files if "榫卯秘密".encode() in path.read_bytes()]


def test_an_original_that_two_records_share_outlives_one_of_them(archive):
    with archive.batch("import", "Lin") as batch:
        first = batch.add(make("一"), b"page", ".html")
        batch.add(make("二"), b"page", ".html")
    archive.purge([1], who="Lin")
    assert archive.original(first.source.sha256).read_bytes() == b"page"
    assert archive.check() == []


def test_labels_are_put_on_and_taken_off(archive):
    file_all(archive, make())
    archive.label([1], add=["重要", "科研"], who="Lin")
    archive.label([1], remove=["科研"], who="Lin")
    assert archive.get(1).labels == ("重要",)
    assert archive.count("label:重要") == 1


def test_reading_creates_nothing_but_the_index(archive, again):
    file_all(archive, make("科研"))
    (archive.folder / "index.sqlite").unlink()
    before = set(archive.folder.rglob("*"))
    reader = again(archive)
    reader.get(1)
    reader.search("科研")
    reader.list()
    reader.check()
    assert set(archive.folder.rglob("*")) - before == {archive.folder / "index.sqlite"}


def test_there_is_no_archive_where_none_was_begun(tmp_path):
    with pytest.raises(NoArchive):
        Archive.open(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_no_archive_is_begun_among_other_files(tmp_path):
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(NotAnArchive):
        Archive.open(tmp_path, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_archive_of_a_newer_format_is_left_alone(archive):
    file = archive.folder / "archive.json"
    values = json.loads(file.read_text()) | {"format": 2}
    file.write_text(json.dumps(values))
    with pytest.raises(NewerFormat):
        Archive.open(archive.folder)


def test_the_readme_says_in_both_languages_what_lies_there(archive):
    text = (archive.folder / "README.txt").read_text("utf-8")
    assert "会议记录档案" in text
    assert "An archive of meetings" in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.parametrize(("share", "file", "folder"), [("private", 0o600, 0o700), ("group", 0o660, 0o2770)])
def test_permissions_follow_the_share_setting_whatever_the_umask(tmp_path, share, file, folder):
    before = os.umask(0o077)
    try:
        archive = Archive.open(tmp_path / "a", create=True, share=share)
        file_all(archive, make())
        archive.search("会议")
    finally:
        os.umask(before)
    paths = [archive.folder, *archive.folder.rglob("*")]
    wrong = [
        (path.name, oct(path.stat().st_mode & 0o7777))
        for path in paths
        if path.stat().st_mode & 0o7777 != (folder if path.is_dir() else file)
    ]
    assert not wrong


def test_a_due_date_is_found_as_overdue(archive):
    late = ActionPoint(number=1, text="交报告", due=dt.date(2024, 3, 1), owner="教务处")
    file_all(archive, make("一", tasks=[late]), make("二", tasks=["无期限"]))
    tasks = archive.actions("is:open")
    assert [(task.id, task.overdue) for task in tasks.items] == [(1, True), (2, False)]
    assert archive.actions("is:overdue owner:教务").total == 1
    assert archive.count("is:overdue") == 1


def test_hands_and_days_change_on_final_records_and_nothing_else(archive):
    """`assign` and `due` leave a correction; the ledger goes on after the signature."""
    from minutes.correcting import corrected
    from minutes.follow_up import assigned, postponed

    file_all(archive, make(tasks=["交报告"]))
    archive.change(1, lambda m: replace(m, state="final"), what="final", who="Lin")
    archive.change(1, lambda m: assigned(m, 1, "财务科", "Lin"), what="assign", who="Lin")
    late = dt.date(2024, 6, 1)
    changed = archive.change(1, lambda m: postponed(m, 1, late, "Lin", None), what="due", who="Lin")
    assert (changed.action_points[0].owner, changed.action_points[0].due) == ("财务科", late)
    assert archive.undo(who="Lin").what == "due"
    for place_, value in (("place", "A"), ("action_points.0.text", "不交报告")):
        with pytest.raises(RecordIsFinal):
            archive.change(
                1, lambda m, at=place_, to=value: corrected(m, at, to, "Lin"), what="edit", who="Lin"
            )
