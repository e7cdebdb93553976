"""The query language, by tables."""

import contextlib
import datetime as dt

import pytest
from archive_notation import TODAY
from hypothesis import given
from hypothesis import strategies as st

from archive.query.mistakes import (
    BackToFront,
    BadDate,
    ControlCharacter,
    Empty,
    NotANumber,
    NoTerms,
    NothingThere,
    NotOpened,
    QueryError,
    TooDeep,
    TooLong,
    Unclosed,
    UnknownField,
    UnknownValue,
)
from archive.query.parse import parse
from archive.query.tree import Days, Every, Field, Has, Is, Not, Some, Undated, Words

TERMS = {"2023-2": dt.date(2024, 2, 26), "2023-1": dt.date(2023, 9, 4)}


def tree(text):
    return parse(text, today=TODAY, terms=TERMS).tree


def words(*texts):
    return tuple(Words(text) for text in texts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("科研", Words("科研")),
        ("Board", Words("board")),
        ("科研 教学", Every(words("科研", "教学"))),
        ("科研 AND 教学", Every(words("科研", "教学"))),
        ("科研 OR 教学", Some(words("科研", "教学"))),
        ("a b OR c", Some((Every(words("a", "b")), Words("c")))),
        ("a (b OR c)", Every((Words("a"), Some(words("b", "c"))))),
        ("a\uff08b OR c\uff09", Every((Words("a"), Some(words("b", "c"))))),
        ('"annual budget"', Words("annual budget")),
        ("\u201c人才培养\u201d", Words("人才培养")),
        ("\u300c人才培养\u300d", Words("人才培养")),
        ('"OR"', Words("or")),
        ("-科研", Not(Words("科研"))),
        ("NOT 科研", Not(Words("科研"))),
        ("a -(b c)", Every((Words("a"), Not(Every(words("b", "c")))))),
        ("--a", Not(Not(Words("a")))),
        ("2023-14", Words("2023-14")),
        ("co-op", Words("co-op")),
        ("14:30", Words("14:30")),
        ("經費", Words("经费")),
        ("\uff21\uff22", Words("ab")),
        ("a\u3000b", Every(words("a", "b"))),
        ("speaker:张三", Field("speaker", "张三")),
        ("发言人：张三", Field("speaker", "张三")),
        ("-发言人：张三", Not(Field("speaker", "张三"))),
        ('chair:"Ada Marlow"', Field("chair", "ada marlow")),
        ("主持:张三 责任人:教务处", Every((Field("chair", "张三"), Field("owner", "教务处")))),
        (
            "地点:305 单位:学院 标题:科研",
            Every((Field("place", "305"), Field("org", "学院"), Field("title", "科研"))),
        ),
        ("id:12", Field("id", "12")),
        ("kind:纪要", Field("kind", "minutes")),
        ("is:open", Is("open")),
        ("is:逾期", Is("overdue")),
        ("state:final", Is("final")),
        ("has:actions", Has("actions")),
        ("date:none", Undated("date")),
    ],
)
def test_a_query_is_read_as(text, expected):
    assert tree(text) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("date:2023", "2023-01-01", "2023-12-31"),
        ("date:2023-09", "2023-09-01", "2023-09-30"),
        ("date:2024-2", "2024-02-01", "2024-02-29"),
        ("date:2023-9-5", "2023-09-05", "2023-09-05"),
        ("日期:2023年9月5日", "2023-09-05", "2023-09-05"),
        ("date:2023年9月", "2023-09-01", "2023-09-30"),
        ("date:2023年", "2023-01-01", "2023-12-31"),
        ("date:2023-09..2024-01", "2023-09-01", "2024-01-31"),
        ("date:2023..", "2023-01-01", None),
        ("date:..2023", None, "2023-12-31"),
        ("after:2023-09", "2023-09-01", None),
        ("before:2023-09", None, "2023-08-31"),
        ("date:today", "2024-03-15", "2024-03-15"),
        ("date:昨天", "2024-03-14", "2024-03-14"),
        ("date:本周", "2024-03-11", "2024-03-17"),
        ("date:last-week", "2024-03-04", "2024-03-10"),
        ("date:last-month", "2024-02-01", "2024-02-29"),
        ("date:上个月", "2024-02-01", "2024-02-29"),
        ("date:本季度", "2024-01-01", "2024-03-31"),
        ("date:上季度", "2023-10-01", "2023-12-31"),
        ("date:去年", "2023-01-01", "2023-12-31"),
        ("date:本学期", "2024-02-26", None),
        ("date:上学期", "2023-09-04", "2024-02-25"),
        ("date:2023-1", "2023-09-04", "2024-02-25"),
        ("date:近7天", "2024-03-08", "2024-03-15"),
        ("due:next-month", "2024-04-01", "2024-04-30"),
        ("date:9999", "9999-01-01", "9999-12-31"),
        ("date:9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_days_are_read_as(text, first, last):
    found = tree(text)
    assert isinstance(found, Days)
    assert (found.first and found.first.isoformat(), found.last and found.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("text", "error", "at"),
    [
        ("", Empty, 0),
        (" \u3000 ", Empty, 0),
        ("x" * 10_000, TooLong, 1000),
        ("a\x1bb", ControlCharacter, 1),
        ("a\x00b", ControlCharacter, 1),
        ('科研 "人才', Unclosed, 3),
        ("a (b", Unclosed, 2),
        ("a ((b)", Unclosed, 2),
        ("a) b", NotOpened, 1),
        ("a )", NotOpened, 2),
        ("a \u300d", NotOpened, 2),
        ("()", NothingThere, 0),
        ('""', NothingThere, 0),
        ("a OR", NothingThere, 2),
        ("OR a", NothingThere, 0),
        ("a OR OR b", NothingThere, 2),
        ("-", NothingThere, 0),
        ("a - b", NothingThere, 2),
        ("NOT", NothingThere, 0),
        (" AND ", NothingThere, 1),
        ("a AND", NothingThere, 2),
        ("& a", NothingThere, 0),
        ("a AND AND b", NothingThere, 2),
        ("a AND OR b", NothingThere, 2),
        ("(a AND)", NothingThere, 3),
        ("speaker:", NothingThere, 0),
        ("speaker: 张三", NothingThere, 0),
        ("speker:张三", UnknownField, 0),
        ("a 指出:要", UnknownField, 2),
        ("date:2023-13", BadDate, 5),
        ("date:2023-02-30", BadDate, 5),
        ("date:soon", BadDate, 5),
        ("date:..", BadDate, 5),
        ("date:0000", BadDate, 5),
        ("date:2024..2023", BackToFront, 5),
        ("is:happy", UnknownValue, 3),
        ("has:money", UnknownValue, 4),
        ("id:twelve", NotANumber, 3),
        ("(" * 60 + "a" + ")" * 60, TooDeep, 50),
    ],
)
def test_a_mistake_is_refused_with_its_place(text, error, at):
    with pytest.raises(error) as caught:
        tree(text)
    assert caught.value.at == at
    assert caught.value.exit_code == 2


def test_a_term_without_dates_is_refused_not_guessed():
    with pytest.raises(NoTerms):
        parse("date:本学期", today=TODAY)


def test_the_caret_stands_under_wide_characters():
    with pytest.raises(Unclosed) as caught:
        tree('科研 "人才')
    assert caught.value.pointer == '科研 "人才\n     ^'


def test_the_pointer_shows_no_control_characters():
    with pytest.raises(ControlCharacter) as caught:
        tree("a\x1b]0;evil")
    assert caught.value.pointer == "a ]0;evil\n ^"


@given(st.text(alphabet='ab科 ()"-:：“”OR|date:is2023.\u3000', max_size=40) | st.text(max_size=60))
def test_any_text_is_a_query_or_a_mistake_with_a_place(text):
    with contextlib.suppress(QueryError):
        tree(text)
        return
    with pytest.raises(QueryError) as caught:
        tree(text)
    assert 0 <= caught.value.at <= len(text)
    assert caught.value.sentence()
    assert caught.value.pointer.count("\n") == 1
