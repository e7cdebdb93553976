import datetime as dt

import pytest

from minutes.cli import asked, ids
from minutes.cli.days import NotADay, day


def test_records_are_numbers_ranges_and_lists():
    assert ids.records(["12", "3-5", "7,8"]) == [12, 3, 4, 5, 7, 8]


def test_a_record_named_twice_counts_once():
    assert ids.records(["3", "2-4"]) == [3, 2, 4]


@pytest.mark.parametrize("word", ["x", "12.3", "5-3", "1-99999999", "-1", "1-", "12345678901"])
def test_what_is_no_record_is_refused(word):
    with pytest.raises(ids.NotARecord) as caught:
        ids.records([word])
    assert caught.value.exit_code == 2


def test_actions_are_numbered_within_their_record():
    assert ids.actions(["12.3", "12.5-6", "7.1,7.2"]) == [(12, 3), (12, 5), (12, 6), (7, 1), (7, 2)]


@pytest.mark.parametrize("word", ["12", "12.", "12.x", ".3", "12.3.4", ","])
def test_what_is_no_action_is_refused(word):
    with pytest.raises(ids.NotAnAction):
        ids.action(word)


def test_one_action_is_not_a_range():
    with pytest.raises(ids.NotAnAction):
        ids.action("12.3-4")


def test_an_argument_with_blanks_is_the_phrase_the_shell_handed_over():
    assert asked.query(["annual budget", "speaker:Smith"]) == '"annual budget" speaker:Smith'


@pytest.mark.parametrize(
    ("word", "query"),
    [
        ("speaker:Ada Marlow", 'speaker:"Ada Marlow"'),
        ("-责任人:Finance Office", '-责任人:"Finance Office"'),
        ("speaker:张三 科研", "speaker:张三 科研"),
        ("speaker:Ada -draft", "speaker:Ada -draft"),
        ("speaker:Ada OR Ben", "speaker:Ada OR Ben"),
        ("speaker:Ada chair:Ben", "speaker:Ada chair:Ben"),
        ("is:open budget", "is:open budget"),
        ("date:last month", "date:last month"),
        ("nothing:Ada Marlow", "nothing:Ada Marlow"),
    ],
)
def test_a_field_with_a_name_of_two_words_is_a_field_with_a_phrase(word, query):
    assert asked.query([word]) == query


@pytest.mark.parametrize(
    "word", ['"annual budget" x', "budget after:2023", "a OR b", "(a b)", "a -b", "发言人：柳 泵"]
)
def test_an_argument_with_the_signs_of_a_query_is_a_query(word):
    assert asked.query([word]) == word


def test_no_words_are_no_query():
    assert asked.query(None) == ""


@pytest.mark.parametrize(
    "word", ["2021-11-04", "2021/11/4", "2021年11月4日", "2021.11.4", "4 November 2021", "Nov 4, 2021"]
)
def test_days_as_people_type_them(word):
    assert day(word) == dt.date(2021, 11, 4)


@pytest.mark.parametrize("word", ["2021-02-30", "4.11.2021", "soon", ""])
def test_what_is_no_day_is_refused(word):
    with pytest.raises(NotADay):
        day(word)


def test_numbers_alone_are_ids_where_records_are_meant():
    assert asked.records(["12", "14"]) == "id:12 OR id:14"
    assert asked.records(["12", "budget"]) == "12 budget"
    assert asked.query(["12"]) == "12"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_help_on_queries_names_every_field_and_only_queries_that_can_be_read(language):
    import re
    from pathlib import Path

    from archive.query.names import FIELDS
    from archive.query.parse import parse
    from minutes.cli import help_

    page = (Path(help_.__file__).with_name("topics") / f"query.{language}.txt").read_text("utf-8")
    fields = re.findall(r"(?<![\w-])(\w+):(?=\s|[^\s/])", page)
    assert set(FIELDS) - {"state"} <= set(fields) | {"date"}
    for query in re.findall(r'(?<!\S)\w+:(?:"[^"]+"|[^\s，；：、。,;]+)', page):
        parse(query, terms={"本学期": dt.date(2020, 1, 1)})
