"""The hard cases of English minutes, a sentence or two each."""

import datetime as dt

import pytest

from minutes.extract.en.dialogue import turns
from minutes.extract.en.dues import Calendar
from minutes.extract.en.lists import people_in
from minutes.extract.en.motions import follow, is_decided, motion_in
from minutes.extract.en.sentences import sentences
from minutes.extract.en.speech import said_in
from minutes.extract.en.tasks import labelled_tasks

DAY = Calendar(dt.date(2024, 4, 23))


def motions_in(text, passage, cast):
    """Each motion of a text as mover, seconder, decided."""
    found, known = [], cast()
    for sentence in sentences(passage(text)):
        said = said_in(sentence, known)
        if motion := motion_in(sentence, said):
            found.append(motion)
        elif found:
            follow(found[-1], sentence, said)
    return [
        (one.mover and one.mover.who[0].name, one.seconder and one.seconder.who[0].name, is_decided(one))
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "mover", "seconder"),
    [
        ("Councilmember Mason-Lee moved and Councilmember Holt seconded to approve the agenda. Motion passed unanimously.", "Mason-Lee", "Holt"),
        ("Motion by Senator Nold; second by Senator Park. Motion passed with one abstention.", "Nold", "Park"),
        ("It was proposed by Cllr Marsh and seconded by Cllr Mrs Quince that the accounts be accepted. All agreed.", "Marsh", "Quince"),
        ("Cllr O'Dowd moved, seconded by Cllr van der Meer, to close the road. Ayes: 6 Nays: 0. Motion carried.", "O'Dowd", "van der Meer"),
    ],
)  # fmt: skip
def test_knows_mover_and_seconder(text, mover, seconder, passage, cast):
    assert motions_in(text, passage, cast) == [(mover, seconder, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Councilmember Holt moved to postpone the award. The motion died for lack of a second.",
        "Motion by Trustee Lund to suspend trips; the motion was withdrawn.",
        "Motion by Trustee Lund, second by Trustee Roe, to start at nine. Ayes: 2. Nays: 4. Motion failed.",
        "Cllr Marsh moved, seconded by Cllr Roe, to defer the item. The vote was 3 to 5 and the motion was lost.",
    ],
)
def test_a_motion_that_fell_decides_nothing(text, passage, cast):
    assert [decided for *_, decided in motions_in(text, passage, cast)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "She moved to Leeds in May.",
        "The chair moved to the next item.",
        "His sister had moved to Harwich and liked it.",
    ],
)
def test_moved_house_is_no_motion(text, passage, cast):
    assert motions_in(text, passage, cast) == []


def tasks_of(text, passage, known):
    return [
        (task.text, task.owner and task.owner.text, task.due_text)
        for task in labelled_tasks(passage(text), None, known, DAY)
    ]


def test_an_action_line_has_owner_and_due(passage, cast):
    found = tasks_of("ACTION: Una to draft the note by 12 May", passage, cast("Una Frost"))
    assert found == [("Una to draft the note by 12 May", "Una", "by 12 May")]


def test_initials_in_the_label_own_the_action(passage, cast):
    assert tasks_of("ACTION BW: send the text after the call today", passage, cast("Bea Wren")) == [
        ("send the text after the call today", "Bea Wren", "today")
    ]


def test_the_owner_may_stand_in_brackets_at_the_end(passage, cast):
    found = tasks_of("Action #2: create the repository (Una Frost)", passage, cast())
    assert found == [("create the repository", "Una Frost", None)]


def test_an_action_needs_no_owner(passage, cast):
    assert tasks_of("Action: close issue", passage, cast()) == [("close issue", None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "AI: none - still waiting for the legal review",
        "ACTION: none.",
        "action-20: look at the documentation.",
        "Action: N/A",
        "AKI: Thank you everyone.",
    ],
)
def test_what_is_no_action(text, passage, cast):
    assert tasks_of(text, passage, cast()) == []


def test_initials_ending_in_ai_are_a_speaker(read_passages, cast):
    lines = turns(read_passages("AKI: Thank you everyone.\nBOB: Thanks.\nAKI: Bye."), cast())
    assert [line.who for line in lines] == ["AKI", "BOB", "AKI"]


def test_the_scribes_corrections_are_applied(read_passages, cast):
    text = "<scribe> Mike: Feature X is great\n<scribe> ... and easy\n<joe> s/great/good/"
    assert [(line.who, line.text) for line in turns(read_passages(text), cast())] == [
        ("Mike", "Feature X is good and easy")
    ]


def test_name_and_comma_open_a_bullet(read_passages, cast):
    lines = turns(
        read_passages("- Maria, web platform question\n  - should it extend the target?"), cast("Maria Lopes")
    )
    assert [line.who for line in lines] == ["Maria"]


def test_a_name_alone_owns_the_bullets_below(read_passages, cast):
    lines = turns(read_passages("- Otto\n  - Any way to toggle it?"), cast("Otto Lind"))
    assert [(line.who, line.text) for line in lines] == [("Otto", "Any way to toggle it?")]


def test_attendance_knows_namesakes_chair_and_latecomers(passage, lexicon):
    text = "Cllr P Roe (Chairman), Cllr J Roe, Cllr Lund (arrived at 7.01pm)"
    found = people_in(passage(text), 0, len(text), lexicon)
    assert [one.name for one in found] == ["P Roe", "J Roe", "Lund"]
    assert [one.chairing for one in found] == [True, False, False]
    assert [one.late for one in found] == [False, False, True]


def test_a_title_of_two_words_is_cut_from_the_name(passage, cast):
    known = cast()
    found = [
        one
        for part in sentences(
            passage(
                "City Forester Hask introduced the pack. He explained the award and stated they would be at the yard."
            )
        )
        for one in said_in(part, known)
    ]
    assert (found[0].who[0].name, found[0].who[0].role) == ("Hask", "City Forester")
    assert [one.act for one in found] == ["introduced", "explained", "stated"]


def test_a_resolution_in_capitals_is_a_decision(read):
    meeting = read(
        "# Minutes of the meeting\nPresent: Cllr Voigt, Cllr Roe\nRESOLVED: Cllr Voigt elected as vice-chair.\nRESOLUTION: merge pull request 7"
    )
    assert [one.text for one in meeting.decisions] == [
        "Cllr Voigt elected as vice-chair",
        "merge pull request 7",
    ]


def test_a_row_of_a_ledger_is_an_action(read):
    meeting = read(
        "# Meeting\nPresent: Li Wei\n| Action item | Owner | Due | Status |\n| Buy chairs | Li Wei | 2024-05-01 | open |\n| Sell tables | Li Wei | 2024-05-01 | done |"
    )
    (point,) = meeting.action_points
    assert (point.text, point.owner, point.due, point.state) == (
        "Buy chairs",
        "Li Wei",
        dt.date(2024, 5, 1),
        "open",
    )
