"""Automatic numbers are what Word shows."""

import pytest
from notation import labels, paragraph, read, texts

from minutes.readers.word.numerals import numeral

HAN = "lvl{ilvl=0}/(start{val=1},numFmt{val=chineseCountingThousand},lvlText{val=%1、})"
BRACKET = "lvl{ilvl=1}/(start{val=1},numFmt{val=chineseCounting},lvlText{val=(%2)})"
DECIMAL = "lvl{ilvl=2}/(start{val=1},numFmt{val=decimal},lvlText{val=%3.})"
LIST = "num{numId=1}/abstractNumId{val=0}"


def numbered(level: int = 0, number: int = 1, text: str = "事项") -> str:
    return paragraph(text, f"numPr/(ilvl{{val={level}}},numId{{val={number}}})")


def shown(levels: list[int], numbering: str, number: int = 1) -> list[str | None]:
    return labels(read(",".join(numbered(level, number) for level in levels), numbering=numbering))


def test_levels_of_a_formal_document():
    numbering = f"abstractNum{{abstractNumId=0}}/({HAN},{BRACKET},{DECIMAL}),{LIST}"
    expected = ["一、", "(一)", "1.", "2.", "(二)", "1.", "二、", "(一)"]
    assert shown([0, 1, 2, 2, 1, 2, 0, 1], numbering) == expected


def test_a_label_is_not_part_of_the_text_and_makes_an_item():
    (block,) = read(
        numbered(text="清点设备"), numbering=f"abstractNum{{abstractNumId=0}}/({HAN}),{LIST}"
    ).blocks
    assert (block.kind, block.level, block.label, block.text) == ("item", 1, "一、", "清点设备")


def test_an_outline_shows_the_numbers_above():
    outline = "lvl{ilvl=0}/lvlText{val=%1},lvl{ilvl=1}/lvlText{val=%1.%2}"
    numbering = f"abstractNum{{abstractNumId=0}}/({outline}),{LIST}"
    assert shown([0, 1, 1, 0, 1], numbering) == ["1", "1.1", "1.2", "2", "2.1"]


def test_legal_numbering_is_decimal_throughout():
    levels = "lvl{ilvl=0}/(numFmt{val=upperRoman},lvlText{val=%1}),lvl{ilvl=1}/(isLgl,lvlText{val=%1.%2})"
    assert shown([0, 0, 1], f"abstractNum{{abstractNumId=0}}/({levels}),{LIST}") == ["I", "II", "2.1"]


def test_a_level_may_count_on_past_the_one_above():
    levels = f"{HAN},lvl{{ilvl=1}}/(lvlRestart{{val=0}},lvlText{{val=%2.}})"
    numbering = f"abstractNum{{abstractNumId=0}}/({levels}),{LIST}"
    assert shown([0, 1, 1, 0, 1], numbering) == ["一、", "1.", "2.", "二、", "3."]


def test_lists_of_one_kind_share_their_count_unless_they_start_anew():
    anew = "num{numId=3}/(abstractNumId{val=0},lvlOverride{ilvl=0}/startOverride{val=1})"
    numbering = f"abstractNum{{abstractNumId=0}}/({HAN}),{LIST},num{{numId=2}}/abstractNumId{{val=0}},{anew}"
    body = ",".join(numbered(0, number) for number in (1, 1, 2, 3, 3))
    assert labels(read(body, numbering=numbering)) == ["一、", "二、", "三、", "一、", "二、"]


def test_a_label_is_no_longer_than_a_line():
    levels = f"lvl{{ilvl=0}}/lvlText{{val={'%1' * 10_000}}}"
    (label,) = shown([0], f"abstractNum{{abstractNumId=0}}/({levels}),{LIST}")
    assert label == "1" * 50


def test_a_list_may_replace_a_level():
    other = "num{numId=2}/(abstractNumId{val=0},lvlOverride{ilvl=0}/lvl{ilvl=0}/(start{val=5},lvlText{val=第%1条}))"
    numbering = f"abstractNum{{abstractNumId=0}}/({HAN}),{other}"
    assert shown([0, 0], numbering, number=2) == ["第5条", "第6条"]


def test_a_style_brings_its_numbers_and_zero_takes_them_away():
    styles = (
        "style{type=paragraph;styleId=A}/(name{val=Body},pPr/numPr/numId{val=1}),"
        "style{type=paragraph;styleId=B}/(name{val=Own},basedOn{val=A})"
    )
    numbering = f"abstractNum{{abstractNumId=0}}/({HAN}),{LIST}"
    body = ",".join(
        [
            paragraph("甲", "pStyle{val=A}"),
            paragraph("乙", "pStyle{val=B}"),
            paragraph("丙", "pStyle{val=B}", "numPr/numId{val=0}"),
        ]
    )
    assert labels(read(body, numbering=numbering, styles=styles)) == ["一、", "二、", None]


def test_a_level_belongs_to_a_style():
    styles = "style{type=paragraph;styleId=A}/(name{val=Second},pPr/numPr/numId{val=1})"
    levels = f"{HAN},lvl{{ilvl=1}}/(pStyle{{val=A}},numFmt{{val=lowerLetter}},lvlText{{val=%2)}})"
    numbering = f"abstractNum{{abstractNumId=0}}/({levels}),{LIST}"
    body = ",".join(paragraph("甲", "pStyle{val=A}") for _ in range(2))
    assert labels(read(body, numbering=numbering, styles=styles)) == ["a)", "b)"]


def test_a_list_may_be_defined_by_a_numbering_style():
    styles = "style{type=numbering;styleId=L}/(name{val=List},pPr/numPr/numId{val=2})"
    numbering = (
        "abstractNum{abstractNumId=0}/numStyleLink{val=L},"
        f"abstractNum{{abstractNumId=1}}/(styleLink{{val=L}},{HAN}),"
        "num{numId=1}/abstractNumId{val=0},num{numId=2}/abstractNumId{val=1}"
    )
    assert labels(read(f"{numbered()},{numbered()}", numbering=numbering, styles=styles)) == ["一、", "二、"]


def test_numbering_styles_that_name_each_other_end():
    styles = "style{type=numbering;styleId=L}/(name{val=List},pPr/numPr/numId{val=1})"
    numbering = f"abstractNum{{abstractNumId=0}}/numStyleLink{{val=L}},{LIST}"
    assert labels(read(numbered(), numbering=numbering, styles=styles)) == [None]


def test_a_deleted_paragraph_is_not_counted():
    gone = 'p/(pPr/(numPr/numId{val=1},rPr/del{id=1}),del/r/delText"删")'
    body = f"{numbered()},{gone},{numbered()}"
    assert labels(read(body, numbering=f"abstractNum{{abstractNumId=0}}/({HAN}),{LIST}")) == ["一、", "二、"]


@pytest.mark.parametrize(("sign", "label"), [("\uf0b7", "•"), ("\uf0d8", "➢"), ("–", "–"), ("", "•")])
def test_bullets_are_what_they_show(sign, label):
    levels = f"lvl{{ilvl=0}}/(numFmt{{val=bullet}},lvlText{{val={sign}}})"
    assert shown([0], f"abstractNum{{abstractNumId=0}}/({levels}),{LIST}") == [label]


def test_custom_formats_are_padded():
    custom = (
        "mc:AlternateContent/(mc:Choice/numFmt{val=custom;format=001、 002},mc:Fallback/numFmt{val=decimal})"
    )
    levels = f"lvl{{ilvl=0}}/({custom},lvlText{{val=%1}})"
    report = read(numbered(), numbering=f"abstractNum{{abstractNumId=0}}/({levels}),{LIST}")
    assert labels(report)[0].startswith("0")


@pytest.mark.parametrize("number", ["7", "x", "99999999999999"])
def test_a_list_that_is_not_defined_gives_no_label(number):
    report = read(paragraph("事项", f"numPr/(ilvl{{val=0}},numId{{val={number}}})"), numbering=LIST)
    assert labels(report) == [None]
    assert texts(report) == ["事项"]


@pytest.mark.parametrize(
    ("style", "numbers", "expected"),
    [
        ("chineseCounting", (1, 10, 11, 20, 21, 99, 100), "一 十 十一 二十 二十一 九十九 一○○"),
        (
            "chineseCountingThousand",
            (10, 12, 101, 110, 1001, 10_010),
            "十 十二 一百零一 一百一十 一千零一 一万零一十",
        ),
        ("japaneseCounting", (3, 10, 14, 100, 110), "三 十 十四 百 百十"),
        ("ideographDigital", (9, 10, 24), "九 一\u3007 二四"),
        ("ideographTraditional", (1, 10, 11), "甲 癸 11"),
        ("ideographZodiac", (1, 12), "子 亥"),
        ("ideographZodiacTraditional", (1, 2, 60, 61), "甲子 乙丑 癸亥 甲子"),
        ("chineseLegalSimplified", (1, 12, 105), "壹 壹拾贰 壹佰零伍"),
        ("decimalEnclosedCircle", (1, 20, 21, 50, 51), "① ⑳ ㉑ ㊿ 51"),
        ("decimalEnclosedParen", (1, 20, 21), "⑴ ⒇ 21"),
        ("decimalFullWidth", (12,), "\uff11\uff12"),
        ("decimalZero", (1, 10), "01 10"),
        ("lowerLetter", (1, 26, 27, 53), "a z aa aaa"),
        ("upperRoman", (4, 9, 14, 40, 1994), "IV IX XIV XL MCMXCIV"),
        ("ordinal", (1, 2, 3, 11, 21), "1st 2nd 3rd 11th 21st"),
        ("cardinalText", (1, 20, 21), "One Twenty 21"),
        ("ordinalText", (3,), "Third"),
        ("none", (3,), ""),
        ("someFutureFormat", (3,), "3"),
    ],
)
def test_numbers_in_every_format(style, numbers, expected):
    assert " ".join(numeral(number, style) for number in numbers) == expected
