"""Tables become one block whose cells are marked, or the text they only frame."""

from notation import kinds, paragraph, read, texts


def cell(text: str, *properties: str) -> str:
    given = f"tcPr/({','.join(properties)})," if properties else ""
    return f'tc/({given}p/r/t"{text}")'


def row(*cells: str) -> str:
    return f"tr/({','.join(cells)})"


def table(*rows: str) -> str:
    return f"tbl/({','.join(rows)})"


def grid(report, block: int = 0):
    """Text, row, column, rowspan and colspan of each cell."""
    found = report.blocks[block]
    return [
        (found.text[one.start : one.end], one.row, one.column, one.rowspan, one.colspan)
        for one in found.cells
    ]


def test_a_row_is_a_line_and_cells_are_parted_by_tabs():
    report = read(table(row(cell("序号"), cell("事项")), row(cell("1"), cell("清点设备"))))
    assert texts(report) == ["序号\t事项\n1\t清点设备"]
    assert grid(report)[3] == ("清点设备", 1, 1, 1, 1)


def test_cells_merged_to_the_right_span_columns():
    report = read(
        table(row(cell("议题", "gridSpan{val=2}"), cell("备注")), row(cell("a"), cell("b"), cell("c")))
    )
    assert grid(report)[:2] == [("议题", 0, 0, 1, 2), ("备注", 0, 2, 1, 1)]


def test_cells_merged_downwards_are_one_that_spans_rows():
    report = read(
        table(
            row(cell("责任人"), cell("每周通报", "vMerge{val=restart}")),
            row(cell("甲"), cell("", "vMerge")),
            row(cell("乙"), cell("", "vMerge")),
        )
    )
    assert texts(report) == ["责任人\t每周通报\n甲\n乙"]
    assert ("每周通报", 0, 1, 3, 1) in grid(report)


def test_a_merge_that_continues_nothing_is_a_cell():
    report = read(
        table(
            row(cell("a"), cell("b")), row(cell("c"), cell("d", "gridSpan{val=1}")), row(cell("e"), cell("f"))
        )
    )
    assert len(grid(report)) == 6
    lone = read(table(row(cell("甲", "vMerge"), cell("乙")), row(cell("丙"), cell("丁"))))
    assert texts(lone) == ["甲\t乙\n丙\t丁"]


def test_columns_left_free_before_a_row_count():
    report = read(table(row(cell("a"), cell("b")), f"tr/(trPr/gridBefore{{val=1}},{cell('c')},{cell('d')})"))
    assert grid(report)[2][:3] == ("c", 1, 1)


def test_paragraphs_of_a_cell_are_lines_of_it_and_keep_their_numbers():
    numbering = "abstractNum{abstractNumId=0}/lvl{ilvl=0}/lvlText{val=%1.},num{numId=1}/abstractNumId{val=0}"
    counted = paragraph("", "numPr/(ilvl{val=0},numId{val=1})")
    body = table(
        row(cell("序号"), cell("事项")),
        row(f"tc/({counted})", 'tc/(p/r/t"甲",p/r/t"乙")'),
        row(f"tc/({counted})", cell("丙")),
    )
    assert texts(read(body, numbering=numbering)) == ["序号\t事项\n1.\t甲\n乙\n2.\t丙"]


def test_a_table_in_a_cell_stands_after_the_outer_one():
    inner = table(row(cell("内1"), cell("内2")), row(cell("内3"), cell("内4")))
    outer = table(row(cell("外1"), cell("外2")), row(cell("外3"), f'tc/(p/r/t"外4",{inner})'))
    report = read(outer)
    assert texts(report) == ["外1\t外2\n外3\t外4", "内1\t内2\n内3\t内4"]
    assert kinds(report) == ["nested-tables"]


def test_sixty_tables_in_one_another_keep_the_innermost_words():
    body = "tbl/tr/tc/" * 60 + 'p/r/t"最里面的话"'
    assert texts(read(body)) == ["最里面的话"]


def test_a_table_that_only_frames_the_text_is_that_text():
    report = read(table(row('tc/(p/r/t"标题",p/r/t"第一段文字。",p/r/t"第二段文字。")')))
    assert texts(report) == ["标题", "第一段文字。", "第二段文字。"]


def test_running_text_in_a_cell_is_not_squeezed_into_it():
    speech = "与会人员就实验室安全、教学秩序和经费使用情况进行了充分讨论。" * 3
    content = f"tc/({','.join(paragraph(speech) for _ in range(3))})"
    report = read(
        table(
            row(cell("时间"), cell("3月5日")), row(cell("地点"), cell("图书馆")), row(cell("内容"), content)
        )
    )
    assert texts(report) == ["时间\t3月5日\n地点\t图书馆", "内容", speech, speech, speech]


def test_a_deleted_row_is_gone():
    gone = f"tr/(trPr/del{{id=1}},{cell('删')},{cell('去')})"
    report = read(table(row(cell("a"), cell("b")), gone, row(cell("c"), cell("d"))))
    assert texts(report) == ["a\tb\nc\td"]
    assert kinds(report) == ["unaccepted-changes"]


def test_cells_outside_of_a_table_are_read_as_text():
    assert texts(read(f'{row(cell("无表"))},tc/p/r/t"无行"')) == ["无表", "无行"]
