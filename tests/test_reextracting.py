import datetime as dt
import sys
from pathlib import Path

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parent / "cli"))
from fakes import evidence, meeting

from archive.record import ActionPoint, Speaker
from minutes import correcting, follow_up, reextracting

DAY = dt.date(2021, 12, 1)


def read_again(old, **changes):
    """A new reading of the same report: as the extraction gives it, without id, numbered from 1."""
    actions = tuple(
        replace(one, number=number, progress=()) for number, one in enumerate(meeting().action_points, 1)
    )
    return reextracting.again(
        old, meeting(**{"id": None, "revision": 0, "action_points": actions, **changes})
    )


def test_nothing_new_changes_nothing():
    old = meeting()
    assert reextracting.differences(old, read_again(old)) == []


def test_a_newly_read_value_is_shown_before_and_after():
    old = meeting(place=None)
    assert reextracting.differences(old, read_again(old)) == [("place", None, "二楼会议室")]


def test_action_points_keep_their_numbers_and_how_they_stand():
    old = follow_up.closed(meeting(), [3], DAY)
    action = read_again(old).action_points[1]
    assert (action.number, action.state, action.closed_on, len(action.progress)) == (3, "done", DAY, 1)


def test_an_action_point_cut_differently_is_the_same():
    new = (ActionPoint(number=1, text="请后勤组月底前修好水泵", owner="后勤组"),)
    assert [one.number for one in read_again(meeting(), action_points=new).action_points] == [1, 3]


def test_a_new_action_point_gets_a_number_never_used():
    new = (ActionPoint(number=1, text="另建一座泵房"), *meeting().action_points)
    again = read_again(
        meeting(), action_points=new, evidence={"action_points.0.owner": evidence(None, "stated")}
    )
    assert [(one.number, one.text[:2]) for one in again.action_points] == [
        (1, "要抓"),
        (3, "月底"),
        (4, "另建"),
    ]
    assert list(again.evidence) == ["action_points.2.owner"]


def test_an_action_point_not_found_again_stays_with_a_note():
    again = read_again(meeting(), action_points=())
    assert [one.number for one in again.action_points] == [1, 3]
    assert [note.kind for note in again.notes].count("action-not-found") == 2


def test_what_people_set_wins():
    old = correcting.typed(meeting(), "chair", "关小渔", "Lin")
    again = read_again(old)
    assert again.chair.name == "关小渔"
    assert again.corrections == old.corrections


def test_a_correction_follows_its_speaker_to_another_place():
    old = correcting.typed(meeting(), "speakers.0.role", "副站长", "Lin")
    again = read_again(old, speakers=(Speaker(name="关小渔"), *meeting().speakers))
    assert [one.role for one in again.speakers] == [None, "副站长"]


def test_a_corrected_name_is_corrected_again():
    old = correcting.typed(meeting(), "speakers.0.name", "柳成英", "Lin")
    assert read_again(old).speakers[0].name == "柳成英"


def test_a_correction_without_a_place_becomes_a_note():
    old = correcting.typed(meeting(), "speakers.0.role", "副站长", "Lin")
    again = read_again(old, speakers=())
    assert "correction-not-kept" in [note.kind for note in again.notes]


def test_a_moved_due_date_stays_moved():
    old = follow_up.postponed(meeting(), 3, DAY, "Lin", None)
    assert read_again(old).action_points[1].due == DAY


def test_what_was_rejected_stays_rejected():
    old = correcting.rejected(meeting(), "action_points.0", "Lin")
    again = read_again(old)
    assert [one.number for one in again.action_points] == [3]


def test_two_rejections_both_stay():
    old = correcting.rejected(
        correcting.rejected(meeting(), "action_points.0", "Lin"), "action_points.0", "Lin"
    )
    assert read_again(old).action_points == ()


def test_rejecting_an_item_moves_what_is_known_of_those_behind_it():
    old = correcting.typed(meeting(), "action_points.1.owner", "设备组", "Lin")
    after = correcting.rejected(old, "action_points.0", "Lin")
    assert "action_points.0.due" in after.evidence
    assert after.corrections[0].path == "action_points.0.owner"
    assert read_again(after).action_points[0].owner == "设备组"


def test_of_two_meetings_on_a_page_the_right_one_is_taken():
    other = meeting(title="水产站召开春季例会", date=dt.date(2021, 3, 4))
    assert reextracting.closest(meeting(), [other, meeting(place=None)]).place is None
