"""Bytes become the text they were."""

import pytest

from minutes.readers.common import likeness
from minutes.readers.encoding import codec_of, decode
from minutes.readers.notes import Notebook

TEXT = "<p>研究所召开季度例会\uff0c会议由党委书记主持。会议要求各部门按期完成任务\uff0c确保安全。</p>"
TRADITIONAL = "<p>會議由校長主持\uff0c各單位報告工作進度。決議照案通過\uff0c請總務處辦理。</p>"


def decoded(data: bytes, declared: str | None = None):
    notebook = Notebook()
    found = decode(data, notebook, declared)
    return found.text, found.encoding, [kind for kind, _ in notebook.entries]


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16le"),
    ],
)
def test_simplified_text_without_a_label_is_told_by_its_bytes(codec, name):
    assert decoded(TEXT.encode(codec)) == (TEXT, name, [])


def test_traditional_text_in_big5_is_not_taken_for_gb18030_though_it_decodes_as_such():
    data = TRADITIONAL.encode("big5")
    data.decode("gb18030")
    assert decoded(data) == (TRADITIONAL, "big5", [])


def test_a_wrong_label_gives_way_to_the_characters_and_is_noted():
    text, encoding, notes = decoded(b'<meta charset="utf-8">' + TEXT.encode("gbk"))
    assert TEXT in text
    assert (encoding, notes) == ("gb18030", ["wrong-label"])


def test_chinese_under_a_western_label_is_chinese():
    text, encoding, notes = decoded(b'<meta charset="iso-8859-1">' + TEXT.encode("gbk"))
    assert TEXT in text
    assert (encoding, notes) == ("gb18030", ["wrong-label"])


def test_gb2312_means_gb18030():
    text, encoding, notes = decoded(
        b'<meta charset="gb2312">' + "<p>陶喆、朱镕基、𠮷田的会议</p>".encode("gb18030")
    )
    assert "陶喆" in text
    assert "𠮷" in text
    assert (encoding, notes) == ("gb18030", [])


def test_western_text_is_windows_1252_whatever_latin_label_it_has():
    data = b'<meta charset="iso-8859-1"><p>Minutes \x96 the chair\x92s caf\xe9</p>'
    assert decoded(data)[0].endswith("<p>Minutes \u2013 the chair\u2019s caf\xe9</p>")


def test_japanese_keeps_its_label():
    data = b'<meta charset="shift_jis"><p>' + "会議は部長が行いました。ありがとうございます。".encode("cp932")
    text, encoding, _ = decoded(data)
    assert "ありがとう" in text
    assert encoding == "shift_jis"


def test_a_block_in_another_encoding_is_decoded_apart_and_counted():
    notebook = Notebook()
    data = (
        TEXT.encode() + "<p>副院长指出要保证安全</p>".encode("gbk") + b"<p>\xff\xfe\x80</p>" + TEXT.encode()
    )
    found = decode(data, notebook)
    assert "副院长指出要保证安全" in found.text
    kind, values = notebook.entries[0]
    assert kind == "mixed-encoding"
    assert values["lost"] == found.text.count("\ufffd") > 0


def test_one_cut_character_does_not_change_the_encoding():
    data = TEXT.encode("gbk") + "要".encode("gbk")[:1] + b"</p>"
    text, encoding, notes = decoded(data)
    assert TEXT in text
    assert (encoding, notes) == ("gb18030", ["bytes-lost"])


@pytest.mark.parametrize("label", ["utf-7", "x-evil", "punycode", "rot13", "zlib", "../../etc"])
def test_labels_outside_the_standard_are_none(label):
    assert codec_of(label) is None


def test_utf_7_is_not_decoded_and_noted():
    data = b'<meta charset="utf-7"><p>+ADw-script+AD4-</p>'
    text, encoding, notes = decoded(data)
    assert "<script>" not in text
    assert (encoding, notes) == ("utf-8", ["unknown-label"])


def test_an_outer_label_is_heard_where_the_page_has_none():
    data = "<p>zażółć gęślą jaźń</p>".encode("iso8859-2")
    assert decoded(data, codec_of("iso-8859-2"))[0] == "<p>zażółć gęślą jaźń</p>"


def test_likeness_parts_chinese_from_mojibake():
    assert likeness(TEXT) > 0.5
    assert likeness(TEXT.encode().decode("gb18030", "replace")) < 0.2
    assert likeness("plain English") == 0.0
