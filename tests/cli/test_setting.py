"""`edit --set`: what people type, and what no record can say."""

import json

import pytest


@pytest.mark.parametrize(
    ("typed", "path", "value"),
    [
        ("date=2023年10月18日", "date", "2023-10-18"),
        ("日期=2023/10/18", "date", "2023-10-18"),
        ("start_time=9：05", "start_time", "09:05"),
        ("end_time=24:00", "end_time", "24:00"),
        ("kind=纪要", "kind", "minutes"),
        ("类型=实录", "kind", "transcript"),
        ("单位=渔业局", "organisation", "渔业局"),
        ("org=渔业局", "organisation", "渔业局"),
        ("主持.职务=副站长", "chair.role", "副站长"),
        ("action_points.0.责任人=维修组", "action_points.0.owner", "维修组"),
        ("督办事项.0.期限=2023年10月18日", "action_points.0.due", "2023-10-18"),
        ("督办事项.0.状态=进行中", "action_points.0.state", "in hand"),
    ],
)
def test_places_and_values_as_people_write_them(minutes, own, typed, path, value):
    code, out, err = minutes(own, "edit", "1", "--set", typed)
    assert (code, err) == (0, "")
    assert out.strip().startswith(path)
    assert out.strip().endswith(f"→ {value}")
    kept = json.loads(minutes(own, "show", "1", "--json")[1])
    for step in path.split("."):
        kept = kept[int(step) if step.isdigit() else step]
    assert kept == value


@pytest.mark.parametrize(
    ("sets", "said"),
    [
        (["start_time=25:00"], '"start_time" cannot be 25:00: it is a time of day like 09:30.'),
        (["end_time=9:75"], '"end_time" cannot be 9:75: it is a time of day like 09:30.'),
        (["end_time=24:01"], "it is a time of day like 09:30."),
        (["end_date=2021-11-03"], "the meeting begins on 2021-11-04."),
        (["title="], "a meeting needs a title."),
        (["title=  "], "a meeting needs a title."),
        (["date=soon"], '"date" cannot be "soon": it is a day like 2023-09-04.'),
        (["kind=abc"], "it is one of minutes, news, record, transcript."),
        (["attendance.count=many"], "it is a whole number."),
        (["labels=a"], 'it is a list like ["A", "B"].'),
        (["attendance=a"], "it has parts: text, count, count_is, present, in_attendance, absent."),
        (["chair.colour=red"], 'The record has no "chair.colour".'),
    ],
)
def test_what_no_record_can_say_is_refused_in_our_words(minutes, own, sets, said):
    words = [part for one in sets for part in ("--set", one)]
    code, out, err = minutes(own, "edit", "1", *words)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_days_are_compared_when_all_are_set(minutes, own):
    minutes(own, "edit", "1", "--set", "end_date=2021-11-05")
    words = ("--set", "date=2021-12-01", "--set", "end_date=2021-12-02")
    assert minutes(own, "edit", "1", *words)[0] == 0


def test_a_value_that_stands_there_already_is_said(minutes, own):
    code, out, err = minutes(own, "edit", "1", "--set", "place=二楼会议室")
    assert (code, out, err) == (0, "", "place says so already: 二楼会议室\n")
