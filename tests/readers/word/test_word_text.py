"""What of a paragraph is text, and what is not."""

import pytest
from notation import kinds, paragraph, read, texts


def line(*runs: str) -> str:
    """The text of one paragraph of these runs."""
    (text,) = texts(read(f"p/({','.join(runs)})"))
    return text


def test_keeps_tracked_insertions_and_drops_deletions():
    report = read('p/(r/t"会议由",del/r/delText"李某",ins/r/t"王某",r/t"主持。")')
    assert texts(report) == ["会议由王某主持。"]
    assert kinds(report) == ["unaccepted-changes"]
    assert "插入1处" in report.notes[0].message


def test_drops_what_was_moved_away_and_keeps_where_it_went():
    assert line('moveFrom/r/t"旧处"', 'r/t"会议。"', 'moveTo/r/t"新处"') == "会议。新处"


def test_joins_paragraphs_whose_end_is_deleted():
    assert texts(read('p/(pPr/rPr/del{id=1},r/t"会议由王某"),p/r/t"主持。"')) == ["会议由王某主持。"]


def test_a_paragraph_deleted_with_its_end_leaves_nothing():
    report = read('p/r/t"前",p/(pPr/rPr/del{id=1},del/r/delText"中"),p/r/t"后"')
    assert texts(report) == ["前", "后"]


def test_the_last_paragraph_is_kept_though_its_end_is_deleted():
    assert texts(read('p/r/t"前",p/(pPr/rPr/del{id=1},r/t"后")')) == ["前", "后"]


def test_reads_content_controls_at_every_place():
    body = (
        'sdt/sdtContent/p/(r/t"时间",sdt/(sdtPr/alias{val=x},sdtContent/r/t"3月5日")),'
        'tbl/(sdt/sdtContent/tr/(tc/p/r/t"甲",tc/p/r/t"乙"),tr/(tc/p/r/t"丙",sdt/sdtContent/tc/p/r/t"丁"))'
    )
    assert texts(read(body)) == ["时间3月5日", "甲\t乙\n丙\t丁"]


def test_a_prompt_to_fill_in_is_no_text():
    prompt = 'sdt/(sdtPr/showingPlcHdr,sdtContent/r/t"单击此处输入文字。")'
    assert line('r/t"地点:"', prompt, 'r/t"完"') == "地点:完"


def test_reads_a_text_box_once_and_after_its_paragraph():
    box = 'p/r/t"框内"'
    alternate = (
        f"r/mc:AlternateContent/(mc:Choice{{Requires=wps}}/drawing/wps:txbx/txbxContent/{box},"
        f"mc:Fallback/pict/v:textbox/txbxContent/{box})"
    )
    report = read(f'p/({alternate},r/t"正文")')
    assert texts(report) == ["正文", "框内"]
    assert kinds(report) == ["text-boxes"]


def test_field_codes_are_not_text_but_their_results_are():
    field = (
        "r/fldChar{fldCharType=begin}", 'r/instrText"PAGE"', 'r/t"不显示"',
        "r/fldChar{fldCharType=separate}", 'r/t"12"', "r/fldChar{fldCharType=end}",
    )  # fmt: skip
    assert line('r/t"第"', *field, 'r/t"页"') == "第12页"


def test_a_field_inside_the_code_of_another_shows_nothing():
    inner = 'r/fldChar{fldCharType=begin},r/fldChar{fldCharType=separate},r/t"内",r/fldChar{fldCharType=end}'
    outer = f'r/fldChar{{fldCharType=begin}},{inner},r/fldChar{{fldCharType=separate}},r/t"外"'
    assert line(outer, "r/fldChar{fldCharType=end}") == "外"


def test_a_field_that_never_ends_does_not_swallow_the_next_paragraph():
    report = read('p/(r/t"前",r/fldChar{fldCharType=begin},r/t"码"),p/r/t"后"')
    assert texts(report) == ["前", "后"]


def test_soft_breaks_part_paragraphs():
    assert texts(read('p/(r/t"时间:3月5日",r/br,r/t"地点:图书馆")')) == ["时间:3月5日", "地点:图书馆"]


def test_soft_breaks_at_the_width_of_a_page_are_no_breaks():
    lines = [
        "3月5日下午学院在图书馆报告厅召开教学工作会议部",
        "署新学期教学检查和实验室安全工作会议由副院长主",
        "持各系负责人参加",
    ]
    assert line(",r/br,".join(f'r/t"{one}"' for one in lines)) == "".join(lines)
    items = [
        "1.清点实验室全部设备并逐件登记造册报资产处备案",
        "2.清理实验室全部药品并逐件登记造册报安全处备案",
        "3.以上月底前完成",
    ]
    assert texts(read("p/(" + ",r/br,".join(f'r/t"{one}"' for one in items) + ")")) == items


def test_soft_breaks_in_a_heading_join_its_lines():
    heading = "p/(pPr/outlineLvl{val=0},"
    assert (
        texts(read(heading + 'r/t"关于召开会",r/br,r/t"议的通知"),p/r/t"正文。"'))[0] == "关于召开会议的通知"
    )
    assert (
        texts(read(heading + 'r/t"Minutes of",r/br,r/t"the Board"),p/r/t"Text."'))[0]
        == "Minutes of the Board"
    )


def test_tabs_and_odd_spaces_become_single_spaces():
    assert line('r/t"主持:"', "r/tab", "r/tab", 'r/t"\u3000王某\u00a0"') == "主持: 王某"


def test_ruby_shows_the_word_not_its_reading():
    assert line('r/ruby/(rt/r/t"huì",rubyBase/r/t"会")', 'r/t"议"') == "会议"


def test_hidden_text_is_left_out_with_a_note():
    report = read('p/(r/t"看得见",r/(rPr/vanish,t"看不见"),r/(rPr/vanish{val=0},t"也看得见"))')
    assert texts(report) == ["看得见也看得见"]
    assert kinds(report) == ["word-hidden-text"]


@pytest.mark.parametrize(
    ("symbol", "shown"),
    [("font=Wingdings;char=F0FC", "✓"), ("font=Wingdings;char=F0FE", "☑"), ("font=Arial;char=2460", "①")],
)
def test_symbols_become_what_they_show(symbol, shown):
    assert line(f"r/sym{{{symbol}}}", 'r/t"完成"') == f"{shown}完成"


def test_an_unknown_symbol_is_counted():
    assert kinds(read('p/(r/sym{font=Webdings;char=F0AA},r/t"会议")')) == ["symbols"]


def test_hyperlinks_keep_their_words_and_their_address():
    report = read('p/hyperlink{r:id=l1}/r/t"通知"', links=(("l1", "hyperlink", "http://office.invalid/1"),))
    assert texts(report) == ["通知"]
    assert report.links == ("http://office.invalid/1",)
    assert not report.notes


def test_formulas_and_hyphens_are_text():
    assert line('m:oMath/m:r/m:t"a+b"', "r/noBreakHyphen", 'r/t"c"') == "a+b-c"


def test_comments_are_counted_not_read():
    report = read('p/(r/t"会议",r/commentReference{id=0})', comments='comment{id=0}/p/r/t"请核对"')
    assert texts(report) == ["会议"]
    assert kinds(report) == ["comments"]


def test_footnotes_come_last_in_the_order_of_their_marks():
    notes = (
        'footnote{type=separator;id=0}/p/r/t"---",footnote{id=2}/p/r/t"甲注",footnote{id=3}/p/r/t"乙注",'
        'footnote{id=4}/p/r/t"删去的注"'
    )
    body = 'p/(r/t"乙",r/footnoteReference{id=3},r/t"甲",r/footnoteReference{id=2},del/r/footnoteReference{id=4})'
    report = read(body, footnotes=notes)
    assert texts(report) == ["乙甲", "乙注", "甲注"]
    assert [block.label for block in report.blocks] == [None, "[1]", "[2]"]


def test_headers_and_footers_are_furniture_without_page_numbers():
    body = 'p/r/t"正文",sectPr/(headerReference{r:id=of-header},footerReference{r:id=of-footer})'
    footer = 'p/r/t"- 1 -",p/r/t"第1页 共3页",p/r/t"院办公室编印"'
    report = read(body, header='p/r/t"学院简报"', footer=footer)
    assert report.furniture == ("学院简报", "院办公室编印")
    assert texts(report) == ["正文"]


def test_a_table_of_contents_is_furniture():
    styles = "style{type=paragraph;styleId=T1}/name{val=toc 1}"
    report = read('p/(pPr/pStyle{val=T1},r/t"一、教学 3"),p/r/t"正文"', styles=styles)
    assert texts(report) == ["正文"]
    assert report.furniture == ("一、教学 3",)


def test_publish_lines_under_the_title_are_data_of_the_source():
    body = ",".join(
        [
            paragraph("学院召开教学工作会议", "outlineLvl{val=0}"),
            paragraph("发布人:教学办 发布时间:2024-03-06"),
            paragraph("3月5日,学院召开教学工作会议。"),
        ]
    )
    report = read(body)
    assert texts(report) == ["学院召开教学工作会议", "3月5日,学院召开教学工作会议。"]
    assert (report.source.publisher, report.source.published) == ("教学办", "2024-03-06")


def test_takes_title_and_author_from_the_properties_but_no_programs_name():
    def properties(creator: str) -> dict[str, str]:
        from notation import part, xml

        core = part("cp:coreProperties", xml(f'dc:title"简报模板",dc:creator"{creator}"'))
        return {"docProps/core.xml": core}

    report = read('p/r/t"会议"', members=properties("教务处"))
    assert (report.heading, report.source.author) == ("简报模板", "教务处")
    assert read('p/r/t"会议"', members=properties("python-docx")).source.author is None
