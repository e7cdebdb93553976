import datetime as dt
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "cli"))
from fakes import meeting

from minutes import correcting, follow_up

DAY = dt.date(2021, 12, 1)


def test_a_done_action_point_is_closed_on_its_day():
    action = follow_up.closed(meeting(), [3], DAY).action_points[1]
    assert (action.state, action.closed_on) == ("done", DAY)


def test_other_action_points_stay():
    before = meeting()
    assert follow_up.closed(before, [3], DAY).action_points[0] == before.action_points[0]


def test_a_dropped_one_says_so():
    assert follow_up.closed(meeting(), [1], DAY, dropped=True).action_points[0].state == "dropped"


def test_reopening_takes_the_day_away():
    again = follow_up.reopened(follow_up.closed(meeting(), [1, 3], DAY), [3])
    assert [one.state for one in again.action_points] == ["done", "open"]
    assert again.action_points[1].closed_on is None


def test_progress_is_kept_in_the_order_of_its_days():
    after = follow_up.told(meeting(), 3, dt.date(2021, 11, 5), "已派人").action_points[1]
    assert [step.text for step in after.progress] == ["已派人", "已买配件"]
    assert after.state == "in hand"


def test_progress_does_not_open_what_is_done():
    done = follow_up.closed(meeting(), [3], DAY)
    assert follow_up.told(done, 3, DAY, "已验收").action_points[1].state == "done"


def test_a_moved_due_date_keeps_the_old_one():
    after = follow_up.postponed(meeting(), 3, DAY, "Lin", "parts are late")
    action = after.action_points[1]
    assert action.due == DAY
    change = action.due_history[0]
    assert (change.before, change.after, change.who, change.why) == (
        dt.date(2021, 11, 30),
        DAY,
        "Lin",
        "parts are late",
    )
    assert after.corrections[-1].path == "action_points.1.due"


def test_an_assigned_action_point_is_a_persons_correction():
    after = follow_up.assigned(meeting(), 3, "设备组", "Lin")
    assert after.action_points[1].owner == "设备组"
    assert json.loads(after.corrections[-1].before) == "后勤组"


def test_an_unknown_number_is_a_sentence():
    with pytest.raises(follow_up.NoSuchAction, match=r"Record 12 has no action point 2"):
        follow_up.closed(meeting(), [2], DAY)


def test_a_bare_name_is_enough_for_a_person():
    after = correcting.typed(meeting(), "chair", "关小渔", "Lin")
    assert after.chair.name == "关小渔"
    assert json.loads(after.corrections[-1].after) == {"name": "关小渔", "role": None, "organisation": None}


def test_nothing_means_that_the_report_does_not_say():
    assert correcting.typed(meeting(), "place", "", "Lin").place is None


def test_digits_are_text_where_text_belongs():
    assert correcting.typed(meeting(), "number", "2021", "Lin").number == "2021"
    assert correcting.typed(meeting(), "attendance.count", "15", "Lin").attendance.count == 15


def test_a_chair_can_be_given_where_there_was_none():
    after = correcting.typed(meeting(chair=None), "chair.role", "站长", "Lin")
    assert (after.chair.name, after.chair.role) == (None, "站长")


@pytest.mark.parametrize("path", ["chairman", "speakers.7.name", "title.x", "action_points.x.owner", ""])
def test_places_that_do_not_exist_are_refused(path):
    with pytest.raises(correcting.NotAField):
        correcting.typed(meeting(), path, "x", "Lin")


@pytest.mark.parametrize("path", ["id", "source.file", "body.0.text", "evidence", "corrections"])
def test_where_it_comes_from_is_not_for_editing(path):
    with pytest.raises(correcting.NotToEdit):
        correcting.typed(meeting(), path, "x", "Lin")


@pytest.mark.parametrize(
    ("path", "value"),
    [("date", "tomorrow"), ("kind", "song"), ("action_points.0.state", "x"), ("start_time", "9am")],
)
def test_a_value_of_another_kind_is_refused(path, value):
    with pytest.raises(correcting.NotAValue, match=path):
        correcting.typed(meeting(), path, value, "Lin")
