"""Text is clean before it becomes a block."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.readers.limits import LIMITS
from minutes.readers.normalise import Cleaner, printable_name


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("\u3000\u3000会议\xa0\xa0开始 ", "会议 开始"),
        ("会议由\n院长主持", "会议由院长主持"),
        ("会议于\r\n2023年", "会议于2023年"),
        ("2023\u2028年", "2023年"),
        ("the chair\nsaid", "the chair said"),
        ("item 5.\n6 votes", "item 5. 6 votes"),
        ("Jose\u0301", "José"),
        ("\uf902", "車"),
        ("A\u200bB\ufeffC\u00adD", "ABCD"),
        ("a\x1b[31mb\x9b1mc\x00", "a[31mb1mc"),
        ("\u202e反\u202c\u2066x\u2069", "反x"),
        ("x\ud800y", "xy"),
        ("\uff11\uff12\uff0c", "\uff11\uff12\uff0c"),
        ("", ""),
    ],
)
def test_a_line_is_one_clean_line(raw, clean):
    assert Cleaner().line(raw) == clean


def test_what_is_taken_out_is_counted_by_kind():
    cleaner = Cleaner()
    cleaner.line("a\x1b\u200b\u200b\u202e" + "e" + "\u0336" * 20)
    assert cleaner.removed == {
        "control": 1,
        "zero-width": 2,
        "bidi": 1,
        "surrogate": 0,
        "marks": 20 - LIMITS.combining_marks,
    }


@given(st.text(st.characters(), max_size=200))
def test_any_text_becomes_nfc_without_controls_and_stays_as_it_is_the_second_time(text):
    line = Cleaner().line(text)
    assert unicodedata.is_normalized("NFC", line)
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in line)
    assert "  " not in line
    assert line == line.strip()
    assert Cleaner().line(line) == line


def test_file_names_become_printable():
    assert printable_name("会议\n纪要\udcb2\u202e.html") == "会议\\n纪要\\xb2\\u202e.html"
    assert printable_name("会议 纪要\u3000(终).html") == "会议 纪要\u3000(终).html"
