"""Undo: any change or batch, whole or not at all, and nothing else."""

import pytest
from archive_notation import file_all, make
from msgspec.structs import replace

from archive.refusals import (
    AlreadyUndone,
    CannotUndo,
    ChangedSince,
    InTrash,
    NothingToUndo,
    RecordIsFinal,
    UndoConflict,
)


def place(name):
    return lambda meeting: replace(meeting, place=name)


def last(archive):
    return archive.history()[-1].batch


def test_every_kind_of_change_is_taken_back_and_put_back(archive):
    file_all(archive, make("一", tasks=["交报告"]), make("二"))
    with archive.batch("people", "Lin") as batch:
        batch.decide({"names": {"甲": "乙"}, "split": []})
    archive.label([1, 2], add=["x"], who="Lin")
    archive.delete([2], who="Lin")
    archive.undelete([2], who="Lin")
    whole = [archive.get(1), archive.get(2), archive.room.people.read()]
    undone = []
    while True:
        try:
            undone.append(archive.undo(who="Lin"))
        except NothingToUndo:
            break
    assert [one.what for one in undone] == ["undelete", "delete", "label", "people", "import"]
    assert archive.list().total == 0
    assert archive.room.people.read() == {"names": {}, "split": []}
    for one in reversed(undone):
        archive.undo(one.by, who="Lin")
    again = [archive.get(1), archive.get(2), archive.room.people.read()]
    assert [replace(one, revision=1) for one in again[:2]] == [replace(one, revision=1) for one in whole[:2]]
    assert again[2] == whole[2]
    assert archive.check() == []


def test_what_is_undone_cannot_be_undone_again_but_done_again_it_can(archive):
    file_all(archive, make())
    archive.change(1, place("A"), what="edit", who="Lin")
    edit = last(archive)
    undone = archive.undo(who="Lin")
    with pytest.raises(AlreadyUndone):
        archive.undo(edit, who="Lin")
    archive.undo(undone.by, who="Lin")
    assert archive.get(1).place == "A"
    assert archive.undo(who="Lin").batch == edit
    assert archive.get(1).place is None


def test_an_undo_that_was_interrupted_is_finished_by_the_next(archive, again, monkeypatch):
    from archive import undoing

    file_all(archive, make("一"), make("二"), make("三"))
    batch = last(archive)
    reverse, done = undoing._reverse, []

    def killed(changes, line):
        if done:
            raise KeyboardInterrupt
        done.append(line)
        reverse(changes, line)

    monkeypatch.setattr(undoing, "_reverse", killed)
    with pytest.raises(KeyboardInterrupt):
        archive.undo(who="Lin")
    monkeypatch.undo()
    assert again(archive).list().total == 2
    undone = again(archive).undo(who="Lin")
    assert (undone.batch, undone.ids) == (batch, (1, 2))
    assert again(archive).list().total == 0


def test_what_was_erased_is_passed_over(archive):
    file_all(archive, make("一"), make("二"))
    archive.delete([1, 2], who="Lin")
    batch = last(archive)
    archive.purge([1], who="Lin")
    assert archive.undo(batch, who="Lin").ids == (2,)
    assert archive.get(2).id == 2
    with pytest.raises(CannotUndo):
        archive.undo(last_purge(archive), who="Lin")


def last_purge(archive):
    return next(line.batch for line in reversed(archive.history()) if line.kind == "purge")


def test_final_minutes_are_not_changed_by_undoing_what_came_before(archive):
    file_all(archive, make())
    archive.change(1, place("A"), what="edit", who="Lin")
    edit = last(archive)
    archive.change(1, lambda m: replace(m, state="final"), what="final", who="Lin")
    with pytest.raises(RecordIsFinal):
        archive.undo(edit, who="Lin")
    assert archive.get(1).place == "A"
    assert archive.undo(who="Lin").what == "final"
    archive.undo(who="Lin")
    assert archive.get(1).place is None


def test_a_place_that_now_belongs_to_another_item_is_not_touched(archive):
    """Action point 2 stood second; where it was taken out, another one stands there."""
    file_all(archive, make(tasks=["甲", "乙", "丙"]))

    def dropped(meeting, number):
        points = tuple(
            replace(one, state="dropped") if one.number == number else one for one in meeting.action_points
        )
        return replace(meeting, action_points=points)

    archive.change(1, lambda m: dropped(m, 2), what="drop", who="Lin")
    drop = last(archive)
    archive.change(1, lambda m: dropped(m, 3), what="drop", who="Lin")
    archive.change(
        1,
        lambda m: replace(m, action_points=(m.action_points[0], m.action_points[2], m.action_points[1])),
        what="edit",
        who="Lin",
    )
    with pytest.raises(UndoConflict):
        archive.undo(drop, who="Lin")
    assert [one.state for one in archive.get(1).action_points] == ["open", "dropped", "dropped"]


def told(archive):
    return [remark.message.format(**remark.values) for remark in archive.remarks]


def test_what_belongs_to_an_erased_record_does_not_stand_in_the_way(archive):
    file_all(archive, make("一"), make("二"))
    archive.change(2, place("A"), what="edit", who="Lin")
    archive.label([1], add=["x"], who="Lin")
    label = last(archive)
    archive.purge([1], who="Lin")
    assert archive.undo(who="Lin").what == "edit"
    assert told(archive) == [f"Passed over, for their records are erased or in the trash: {label} (label)."]
    assert archive.undo(who="Lin").ids == (2,)
    with pytest.raises(NothingToUndo, match="nothing"):
        archive.undo(who="Lin")


def test_what_belongs_to_a_record_in_the_trash_waits_until_it_is_back(archive):
    file_all(archive, make("一"))
    archive.change(1, place("A"), what="edit", who="Lin")
    edit = last(archive)
    archive.delete([1], who="Lin")
    trashing = archive.undo(archive.undo(who="Lin").by, who="Lin")
    with pytest.raises(InTrash):
        archive.undo(edit, who="Lin")
    archive.undo(trashing.by, who="Lin")
    assert archive.undo(who="Lin").batch == edit
    assert archive.get(1).place is None


def test_after_an_import_was_undone_there_is_nothing_left_and_the_undo_is_taken_back_by_name(archive):
    file_all(archive, make("一"))
    undone = archive.undo(who="Lin")
    with pytest.raises(NothingToUndo) as refused:
        archive.undo(who="Lin")
    assert "minutes undo NUMBER" in str(refused.value)
    archive.undo(undone.by, who="Lin")
    assert archive.get(1).id == 1


def test_of_a_batch_those_are_taken_back_that_are_not_in_the_trash(archive):
    file_all(archive, make("一"), make("二"))
    archive.label([1, 2], add=["x"], who="Lin")
    label = last(archive)
    archive.delete([1], who="Lin")
    assert archive.undo(label, who="Lin").ids == (2,)
    archive.undelete([1], who="Lin")
    assert archive.undo(label, who="Lin").ids == (1,)
    assert archive.get(1).labels == archive.get(2).labels == ()


def test_an_import_is_not_undone_over_what_was_done_with_its_records(archive):
    file_all(archive, make("一"), make("二"))
    brought = last(archive)
    archive.change(2, place("A"), what="edit", who="Lin")
    with pytest.raises(ChangedSince, match="meeting 2 was changed since") as refused:
        archive.undo(brought, who="Lin")
    assert f"minutes undo {last(archive)}" in str(refused.value)
    assert archive.list().total == 2
    archive.undo(who="Lin")
    assert archive.undo(brought, who="Lin").ids == (1, 2)


def test_bringing_back_is_not_undone_over_what_was_done_since(archive):
    file_all(archive, make("一"))
    archive.delete([1], who="Lin")
    archive.undelete([1], who="Lin")
    back = last(archive)
    archive.change(1, place("A"), what="edit", who="Lin")
    with pytest.raises(ChangedSince):
        archive.undo(back, who="Lin")
    assert archive.get(1).place == "A"


def test_changes_of_a_record_that_went_with_its_import_are_passed_over(archive, monkeypatch):
    """Earlier versions took an import away over later changes; such histories are there."""
    from archive import undoing

    file_all(archive, make("一"), make("二"))
    archive.change(1, place("A"), what="edit", who="Lin")
    edit = last(archive)
    monkeypatch.setattr(undoing, "_refuse_changed", lambda *_: None)
    archive.undo("1", who="Lin")
    monkeypatch.undo()
    with pytest.raises(NothingToUndo):
        archive.undo(who="Lin")
    assert told(archive) == [f"Passed over, for their records are erased or in the trash: {edit} (edit)."]
