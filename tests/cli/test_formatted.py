"""Lists for programs: --format."""

from pathlib import Path

import pytest

from minutes.cli import formatted

TOPICS = Path(formatted.__file__).with_name("topics")


@pytest.mark.parametrize(
    ("words", "form", "lines"),
    [
        (["search", "增氧机"], r"{id}\t{date}\t{title}", ["2\t2021-03-04\t水产站召开春季例会"]),
        (["search", "要检修"], "{passage.speaker}: {passage.text}", ["洪大江: 要检修增氧机"]),
        (["search", "水产站"], "{id}", ["1", "2"]),
        (["list"], "{id} {chair} {labels}.", ["1 柳成荫 .", "2 关小渔 ."]),
        (["list", "1"], r"{{{ id }}} \\ \n+", ["{1} \\ ", "+"]),
        (["list"], "", ["", ""]),
        (["actions", "owner:后勤组"], "{action} {due} {overdue}", ["1.3 2021-11-30 true"]),
        (["people", "柳"], "{name} {chaired}", ["柳成荫 1"]),
    ],
)
def test_a_format_makes_lines_of_fields(minutes, filled, words, form, lines):
    code, out, _ = minutes(filled, *words, "--format", form)
    assert (code, out) == (0, "".join(f"{line}\n" for line in lines))


def test_carried_over_action_points_take_a_format_too(minutes, own):
    minutes(own, "edit", "2", "--set", "organisation=水产站")
    code, out, _ = minutes(own, "carry", "1", "--format", "{action}")
    assert (code, out) == (0, "2.1\n")


@pytest.mark.parametrize(
    "words", [["search", "水产站"], ["search", "拖拉机"], ["list"], ["actions"], ["people"]]
)
@pytest.mark.parametrize(
    ("form", "part"),
    [
        ("{tilte}", 'There is no field "tilte" here. The fields are: '),
        ("{id.__class__}", "There is no field"),
        ("{}", "There is no field"),
        ("{id", "The format has a { that belongs to no field."),
        ("id}", "The format has a } that belongs to no field."),
    ],
)
def test_a_mistake_in_the_format_is_one_sentence_and_exit_2(minutes, filled, words, form, part):
    code, out, err = minutes(filled, *words, "--format", form)
    assert (code, out) == (2, "")
    assert part in err
    assert len(err.splitlines()) == 1


def test_nothing_found_prints_no_line(minutes, filled):
    assert minutes(filled, "search", "拖拉机", "--format", "{id}")[:2] == (1, "")


def test_what_a_document_brought_stays_on_its_line():
    parts = formatted.parts_of(r"{id}\t{title}", ("id", "title"))
    assert formatted.line(parts, {"id": 1, "title": "a\tb\nc\x1b[31m"}) == "1\ta b c[31m"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_field_is_documented_in_both_languages(language):
    page = (TOPICS / f"format.{language}.txt").read_text("utf-8")
    for fields in formatted.FIELDS.values():
        for name in fields:
            assert f"{{{name}}}" in page, name
