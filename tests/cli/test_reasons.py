"""What libraries and the system say never reaches the user as it is, in either language."""

import json
import os
import re
import subprocess
import tomllib
import zipfile

import msgspec
import pytest

from archive.record import from_json, to_json
from minutes import messages
from minutes.cli.reasons import in_words


def error_of(work, *words):
    with pytest.raises(Exception) as caught:  # noqa: PT011 (each of another kind)
        work(*words)
    return caught.value


def record(**changes):
    from fakes import meeting

    return json.dumps({**json.loads(to_json(meeting())), **changes})


REASONS = [
    (lambda: from_json(record(date="soon")), "date is wrong (it is a day like 2023-09-04)"),
    (lambda: from_json(record(kind="abc")), "kind is wrong (it is one of minutes, news, record, transcript)"),
    (lambda: from_json(record(agenda="abc")), 'agenda is wrong (it is a list like ["A", "B"])'),
    (lambda: from_json(record(agenda=[{"title": 1, "number": None}])), "agenda.title is wrong (it is text)"),
    (lambda: from_json("[]"), "it is no record"),
    (lambda: from_json("{"), "it is damaged or was cut off"),
    (lambda: msgspec.json.decode("{,}"), "it is damaged or was cut off"),
    (lambda: json.loads("{"), "line 1 cannot be read"),
    (lambda: tomllib.loads("\n = 3"), "line 2 cannot be read"),
    (b"\xff".decode, "it is not UTF-8"),
    (lambda: zipfile.ZipFile(__file__), "it is no ZIP file, or a damaged one"),
    (lambda: open("/none/such"), "there is no such file or folder"),  # noqa: PTH123, SIM115
    (lambda: subprocess.run(["false"], check=True), "it ended with code 1"),
]


@pytest.mark.parametrize(("work", "words"), REASONS, ids=[words for _, words in REASONS])
def test_the_reason_is_in_our_words(work, words):
    error = error_of(work)
    assert in_words({"reason": error}) == {"reason": words}
    messages.choose("zh")
    chinese = in_words({"reason": error})["reason"]
    assert re.search("[\u4e00-\u9fff]", chinese)


def test_what_the_system_says_is_known_as_text_too():
    assert in_words({"reason": os.strerror(2), "file": "a.txt", "count": 3}) == {
        "reason": "there is no such file or folder",
        "file": "a.txt",
        "count": 3,
    }


def test_a_record_with_a_value_nobody_can_read_is_named_in_chinese(minutes, own):
    file = next(
        file for file in own.rglob("*.json") if file.name.startswith("1.") or file.stem.lstrip("0") == "1"
    )
    file.write_text(file.read_text("utf-8").replace('"2021-11-04"', '"soon"', 1), "utf-8")
    code, _, err = minutes(own, "show", "1", language="zh")
    assert code == 4
    assert "date 有误（应为日期，如 2023-09-04）" in err
