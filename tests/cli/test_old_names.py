"""After two names were said to be one person, both lead to the same records."""

import pytest


@pytest.mark.parametrize(
    ("merged", "query", "found"),
    [
        (("柳成荫", "关小渔"), "主持:柳成荫", [1, 2]),
        (("柳成荫", "关小渔"), "主持:关小渔", [1, 2]),
        (("柳成荫", "关小渔"), "speaker:柳成荫 -主持:无此人", [1]),
        (("关小渔", "柳成荫"), "出席:关小渔", [1, 2]),
        (("关小渔", "柳成荫"), "(chair:关小渔 OR id:99)", [1, 2]),
    ],
)
def test_a_field_with_the_old_name_finds_the_person(minutes, own, merged, query, found):
    assert minutes(own, "people", "merge", *merged)[0] == 0
    assert minutes(own, "list", query, "--ids")[1].split() == [str(one) for one in found]


def test_a_name_nobody_decided_on_is_asked_as_typed(minutes, own):
    minutes(own, "people", "merge", "关小渔", "柳成荫")
    minutes(own, "undo")
    assert minutes(own, "list", "chair:柳成荫", "--ids")[1] == "1\n"
