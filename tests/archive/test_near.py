"""The same report in other bytes is recognised; two meetings that sound alike are not one."""

from archive_notation import file_all, make

SENTENCES = [
    f"第{number}课题组组长汇报了编号{number * 7919}的设备清点情况，并说明了下一步的安排"
    for number in range(20)
]
TEXT = "。\n".join(SENTENCES) + "。"


def test_the_same_text_in_other_paragraphs_widths_and_signs(archive):
    file_all(archive, make(TEXT, date="2024-01-05", title="会议"))
    other = TEXT.replace("。\n", "。").replace("\uff0c", ", ")
    assert archive.find_near(make(other, date="2024-01-05", title="会议")) == 1
    assert archive.find_near(make(other, title="会议")) == 1


def test_a_report_with_a_caption_and_a_line_more(archive):
    file_all(archive, make(TEXT, date="2024-01-05"))
    assert archive.find_near(make(f"{TEXT}\n会议现场", date="2024-01-05")) == 1


def test_it_is_recognised_within_a_batch(archive):
    with archive.batch("import", "Lin") as batch:
        batch.stage(make(TEXT, date="2024-01-05"), b"1", ".html")
        assert archive.find_near(make(TEXT.replace("\uff0c", ","), date="2024-01-05")) == 1


def test_weekly_meetings_with_the_same_phrases_are_two(archive):
    file_all(archive, make(f"第1次例会\n{TEXT}", date="2024-01-05", title="第1次例会"))
    assert archive.find_near(make(TEXT, date="2024-01-12", title="第2次例会")) is None
    assert archive.find_near(make(f"第2次例会\n{TEXT}", title="第2次例会")) is None


def test_half_of_the_sentences_are_not_enough(archive):
    file_all(archive, make(TEXT, date="2024-01-05"))
    other = [*SENTENCES[:14], *(f"全新的第{n}句话说了完全不同的内容和结论" for n in range(6))]
    assert archive.find_near(make("。\n".join(other), date="2024-01-05")) is None


def test_an_empty_report_is_like_no_other(archive):
    file_all(archive, make(""))
    assert archive.find_near(make("")) is None
