"""Reviewing on a terminal: each doubtful value is asked about."""

import json
import sys

import pytest
from fakes import evidence, meeting

from minutes.cli import review


@pytest.fixture
def walk(minutes, own, monkeypatch):
    """Reviews record 1 with these answers; gives what was said and the record afterwards."""

    def call(*answers, ids=("1",)):
        given = iter(answers)
        with monkeypatch.context() as patch:
            patch.setattr("builtins.input", lambda _question: next(given))
            patch.setattr(review, "is_terminal", lambda: True)
            code, out, err = minutes(own, "review", *ids)
        assert next(given, None) is None, "not every answer was asked for"
        return code, out + err, json.loads(minutes(own, "show", "1", "--json")[1])

    return call


def test_accepting_keeps_the_value_as_a_persons(walk):
    code, said, record = walk("a")
    assert code == 0
    assert "action_points.1.due" in said
    assert (record["state"], record["action_points"][1]["due"]) == ("reviewed", "2021-11-30")
    assert [one["path"] for one in record["corrections"]] == ["action_points.1.due"]


def test_editing_puts_another_value(walk):
    record = walk("e", "2021-12-05")[2]
    assert record["action_points"][1]["due"] == "2021-12-05"


def test_rejecting_takes_the_value_away(walk):
    record = walk("r")[2]
    assert record["action_points"][1]["due"] is None


def test_a_value_that_cannot_stand_is_asked_for_again(walk):
    code, said, record = walk("e", "soon", "a")
    assert "action_points.1.due" in said
    assert (code, record["state"]) == (0, "reviewed")


def test_a_skipped_value_leaves_the_record_unreviewed(walk):
    record = walk("s")[2]
    assert (record["state"], record["corrections"]) == ("extracted", [])


def test_an_answer_that_is_none_is_asked_again(walk):
    assert walk("x", "", "a")[2]["state"] == "reviewed"


def test_stopping_keeps_what_was_decided(walk):
    code, said, record = walk("q")
    assert (code, record["state"]) == (0, "extracted")
    assert "goes on from here" in said


def test_records_without_doubts_are_marked_only_if_the_user_says_so(walk, minutes, own):
    walk("n", ids=("2",))
    assert json.loads(minutes(own, "show", "2", "--json")[1])["state"] == "extracted"
    walk("y", ids=("2",))
    assert json.loads(minutes(own, "show", "2", "--json")[1])["state"] == "reviewed"


def test_a_value_that_somebody_set_is_doubtful_no_more():
    from minutes.correcting import accepted

    one = meeting(evidence={"place": evidence(None, "doubtful")})
    assert [doubt.path for doubt in review.doubts(one)] == ["place"]
    assert review.doubts(accepted(one, "place", "Lin")) == []


def test_without_a_terminal_nothing_is_asked(minutes, own):
    assert not sys.stdin.isatty()
    assert "action_points.1.due" in minutes(own, "review", "1")[1]
