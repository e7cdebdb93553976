"""Which line is the title, and how deep headings lie."""

import pytest
from notation import paragraph, read

LONG = "3月5日下午,学院召开教学工作会议,部署新学期各项工作。"
STYLES = (
    ",".join(
        f"style{{type=paragraph;styleId={name}}}/(name{{val={shown}}},pPr/outlineLvl{{val={level}}})"
        for name, shown, level in (("1", "heading 1", 0), ("2", "heading 2", 1))
    )
    + ",style{type=paragraph;styleId=T}/name{val=Title}"
)


def outline(*paragraphs: str) -> list[tuple[int | None, str]]:
    """Levels and texts of the headings."""
    report = read(",".join([*paragraphs, paragraph(LONG), paragraph(LONG)]), styles=STYLES)
    return [(block.level, block.text) for block in report.blocks if block.kind == "heading"]


def big(text: str, *properties: str, size: int = 44) -> str:
    return f'p/(pPr/({",".join(properties or ("jc{val=center}",))}),r/(rPr/sz{{val={size}}},t"{text}"))'


def test_the_title_style_is_the_title_and_headings_lie_below_it():
    found = outline(
        paragraph("教学工作会议纪要", "pStyle{val=T}"), paragraph("一、总体情况", "pStyle{val=1}")
    )
    assert found == [(1, "教学工作会议纪要"), (2, "一、总体情况")]


def test_a_first_heading_is_the_title():
    found = outline(
        paragraph("教学工作会议纪要", "pStyle{val=1}"),
        paragraph("总体情况", "pStyle{val=1}"),
        paragraph("具体安排", "pStyle{val=2}"),
    )
    assert found == [(1, "教学工作会议纪要"), (2, "总体情况"), (3, "具体安排")]


def test_a_single_first_heading_leaves_the_others_where_they_are():
    found = outline(paragraph("教学工作会议纪要", "pStyle{val=1}"), paragraph("总体情况", "pStyle{val=2}"))
    assert found == [(1, "教学工作会议纪要"), (2, "总体情况")]


def test_a_numbered_section_is_no_title():
    assert outline(paragraph("一、总体情况", "pStyle{val=1}")) == [(2, "一、总体情况")]


def test_a_large_centred_line_is_the_title():
    assert outline(big("教学工作会议纪要")) == [(1, "教学工作会议纪要")]


def test_a_title_broken_in_two_is_joined():
    assert outline(big("学院关于召开2024年春季学期"), big("教学工作会议的纪要")) == [
        (1, "学院关于召开2024年春季学期教学工作会议的纪要")
    ]
    soft = 'p/(pPr/jc{val=center},r/(t"学院教学",br,t"工作会议纪要"))'
    assert outline(soft) == [(1, "学院教学工作会议纪要")]


@pytest.mark.parametrize("line", ["第5期", "(2024年3月5日)", "2024年3月5日", "内部资料", "——以评促建"])
def test_other_centred_lines_are_not(line):
    assert outline(big("教学工作会议纪要"), big(line, size=32)) == [(1, "教学工作会议纪要")]
    assert outline(big(line, size=32), big("教学工作会议纪要")) == [(1, "教学工作会议纪要")]


def test_the_mark_of_a_red_headed_document_is_not_the_title():
    found = outline(
        big("青屿学院会议纪要", size=144),
        paragraph("[2024]6号"),
        big("关于实验室搬迁有关问题的会议纪要", size=44),
    )
    assert found == [(1, "关于实验室搬迁有关问题的会议纪要")]
    assert outline(big("青屿学院会议纪要", size=144), big("第5期", size=32)) == [(1, "青屿学院会议纪要")]


def test_a_single_heading_is_preferred_to_a_centred_line_above_it():
    assert outline(big("青屿学院", size=32), paragraph("教学工作会议纪要", "pStyle{val=1}")) == [
        (1, "教学工作会议纪要")
    ]


def test_a_centred_line_over_several_headings_is_the_title():
    found = outline(
        big("教学工作会议纪要"),
        paragraph("总体情况", "pStyle{val=1}"),
        paragraph("具体安排", "pStyle{val=1}"),
    )
    assert found == [(1, "教学工作会议纪要"), (2, "总体情况"), (2, "具体安排")]


def test_a_title_of_three_lines_ends_where_its_paragraph_ends():
    soft = 'p/(pPr/jc{val=center},r/(t"学院",br,t"教学工作",br,t"会议纪要"))'
    assert outline(soft, paragraph("教务处", "jc{val=center}")) == [(1, "学院教学工作会议纪要")]


def test_a_short_first_line_is_the_title_where_nothing_else_is():
    assert outline(paragraph("学院召开教学工作会议")) == [(1, "学院召开教学工作会议")]
    assert outline(paragraph("学院党委理论学习中心组会议记录"), paragraph("时间:3月5日")) == [
        (1, "学院党委理论学习中心组会议记录")
    ]
    assert outline(paragraph("时间:3月5日")) == []


def test_text_above_the_title_stays_text():
    report = read(f"{paragraph(LONG)},{big('教学工作会议纪要')},{paragraph(LONG)}")
    assert [(block.kind, block.text) for block in report.blocks] == [
        ("paragraph", LONG),
        ("heading", "教学工作会议纪要"),
        ("paragraph", LONG),
    ]


def test_sentences_in_a_headings_style_are_text():
    sentences = "加强领导。各单位要高度重视,落实责任。"
    assert outline(paragraph("会议纪要", "pStyle{val=1}"), paragraph(sentences, "pStyle{val=2}")) == [
        (1, "会议纪要")
    ]


def test_a_style_based_on_a_heading_is_one_and_circles_end():
    styles = (
        "style{type=paragraph;styleId=X}/(name{val=Own},basedOn{val=1}),"
        "style{type=paragraph;styleId=1}/(name{val=heading 1},basedOn{val=X})"
    )
    report = read(f"{paragraph('会议纪要', 'pStyle{val=X}')},{paragraph(LONG)}", styles=styles)
    assert report.blocks[0].level == 1


def test_styles_of_tables_and_characters_are_passed_over():
    others = (
        "style{type=table;styleId=G}/name{val=Grid},style{type=character;styleId=C}/name{val=Char},"
        "style{type=table;styleId=E},"
    )
    report = read(f"{paragraph('会议纪要', 'pStyle{val=1}')},{paragraph(LONG)}", styles=others + STYLES)
    assert report.blocks[0].kind == "heading"
