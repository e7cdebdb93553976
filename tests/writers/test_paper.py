"""Formal Chinese minutes on paper, as LibreOffice sets them, against GB/T 9704-2012: measured, within a millimetre."""

import datetime as dt
import io
import zipfile

import office
import pytest
from invented_meetings import chinese
from lxml import etree
from test_jiyao import OFFICE

from archive.record import Attendance, Person, Speaker, Statement
from minutes.writers import PROFILES, write
from minutes.writers.profiles.jiyao import jiyao
from minutes.writers.word import write_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TOP, BOTTOM, LEFT, RIGHT = 37, 37 + 225, 28, 28 + 156  # mm: the type area
CHARACTER = 16 / 72 * 25.4  # mm: 三号
SMALL = 14 / 72 * 25.4  # mm: 四号


def long_minutes() -> bytes:
    text = "会议时间安排紧凑内容充实各单位要认真组织传达学习" * 40
    speaker = Speaker(
        name="鲍清远", statements=(Statement(act="指出", text=text), Statement(act="强调", text=text))
    )
    return write_word(jiyao(chinese(speakers=(speaker,), chair=Person(name="闻人溪"), state="final"), OFFICE))


def test_page_and_grid_are_those_of_the_standard():
    with zipfile.ZipFile(io.BytesIO(long_minutes())) as package:
        section = etree.fromstring(package.read("word/document.xml")).find(f".//{W}sectPr")
        settings = package.read("word/settings.xml").decode()
    size, margins, grid = (section.find(f"{W}{name}") for name in ("pgSz", "pgMar", "docGrid"))
    width, height, top, bottom, left, right = (
        int(one.get(f"{W}{name}")) / 1440 * 25.4
        for one, name in (
            (size, "w"),
            (size, "h"),
            (margins, "top"),
            (margins, "bottom"),
            (margins, "left"),
            (margins, "right"),
        )
    )
    assert width - left - right == pytest.approx(156, abs=0.1)
    assert height - top - bottom == pytest.approx(225, abs=0.1)
    assert (top, left) == (pytest.approx(37, abs=0.1), pytest.approx(28, abs=0.1))
    assert grid.get(f"{W}type") == "lines"
    assert "w:evenAndOddHeaders" in settings


@pytest.mark.parametrize(
    ("style", "face", "half_points"),
    [
        ("MinutesMark", "方正小标宋简体", None),
        ("Title", "方正小标宋简体", 44),
        ("BodyText", "仿宋", 32),
        ("Heading1", "黑体", 32),
        ("ListNumber", "楷体", 32),
        ("Heading3", "仿宋", 32),
        ("Heading4", "仿宋", 32),
        ("Strong", "黑体", None),
        ("MinutesCopies", "仿宋", 28),
        ("MinutesPrinted", "仿宋", 28),
    ],
)
def test_each_part_has_the_face_and_size_of_the_standard(style, face, half_points):
    with zipfile.ZipFile(io.BytesIO(long_minutes())) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    (found,) = (one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") == style)
    assert found.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == face
    if half_points:
        assert found.find(f"{W}rPr/{W}sz").get(f"{W}val") == str(half_points)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    return office.pdf_of(long_minutes(), tmp_path_factory.mktemp("paper"))


@pytest.fixture(scope="module")
def pages(pdf):
    return office.words_of(pdf)


def test_a_full_page_holds_22_lines_of_28_characters(pages):
    body = [word for word in pages[1] if "\u2014" not in word.text]
    assert len({round(word.top) for word in body}) == 22
    assert {len(word.text) for word in body} == {28}


def test_the_type_area_is_156_by_225_mm(pages):
    body = [word for page in pages[1:-1] for word in page if "\u2014" not in word.text]
    assert min(word.left for word in body) == pytest.approx(LEFT, abs=1)
    assert max(word.right for word in body) == pytest.approx(RIGHT, abs=1)
    tops = sorted({word.top for word in body})
    assert tops[0] >= TOP
    assert max(word.bottom for word in body) <= BOTTOM
    pitch = (tops[21] - tops[0]) / 21
    assert pitch * 22 == pytest.approx(225, abs=1)


def test_page_numbers_stand_outside_odd_right_even_left_one_character_in(pages):
    first, second = ([word for word in page if "\u2014" in word.text][-1] for page in pages[:2])
    assert (first.text, second.text) == ("\u20141\u2014", "\u20142\u2014")
    assert RIGHT - first.right == pytest.approx(SMALL, abs=1)
    assert second.left - LEFT == pytest.approx(SMALL, abs=1)
    assert (first.top + first.bottom) / 2 - BOTTOM == pytest.approx(7, abs=1.2)


def test_the_mark_begins_35_mm_below_the_type_areas_edge(pages):
    mark = next(word for word in pages[0] if word.text.endswith("会议纪要"))
    assert mark.top == pytest.approx(
        TOP + 35, abs=3
    )  # the box of the letters, a little higher than their ink
    assert (mark.left + mark.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)


def test_the_red_line_is_as_wide_as_the_type_area_4_mm_under_the_number(pdf, pages):
    (line,) = office.lines_of(pdf, 1, red=True)
    assert (line.left, line.right) == (pytest.approx(LEFT, abs=1), pytest.approx(RIGHT, abs=1))
    assert line.bottom - line.top < 1
    above = max(word.bottom for word in pages[0] if word.bottom < line.top + 1)
    assert line.top - above == pytest.approx(4, abs=1)


def test_the_title_stands_two_lines_under_the_red_line(pdf, pages):
    (line,) = office.lines_of(pdf, 1, red=True)
    title = next(word for word in pages[0] if word.top > line.bottom)
    assert title.top - line.bottom == pytest.approx(2 * 225 / 22, abs=3)


def test_body_text_stands_on_the_first_page(pages):
    assert any(word.text.startswith("会议指出") or "纪要如下" in word.text for word in pages[0])


def test_paragraphs_are_indented_by_two_characters(pages):
    first = next(word for page in pages for word in page if word.text.startswith("会议指出"))
    assert first.left - LEFT == pytest.approx(2 * CHARACTER, abs=0.5)


def test_the_imprint_ends_where_the_type_area_ends(pdf, pages):
    printed = next(word for word in pages[-1] if word.text.endswith("印发"))
    assert 254 < printed.bottom <= BOTTOM
    assert printed.right == pytest.approx(RIGHT - SMALL, abs=1)
    lines = office.lines_of(pdf, len(pages), red=False)
    assert len(lines) == 3
    for line in lines:
        assert (line.left, line.right) == (pytest.approx(LEFT, abs=1), pytest.approx(RIGHT, abs=1))
    assert lines[-1].bottom == pytest.approx(BOTTOM, abs=1)


def test_names_align_behind_the_label(tmp_path):
    many = tuple(Person(name=f"闻人溪{chr(0x4E00 + number)}") for number in range(40))
    meeting = chinese(
        attendance=Attendance(present=many, absent=many[:1], in_attendance=many[:9]), state="final"
    )
    (page,) = [
        page
        for page in office.words_of(office.pdf_of(write(meeting, "docx", profile="jiyao"), tmp_path))
        if any(word.text.startswith("出席") for word in page)
    ]
    label = next(word for word in page if word.text.startswith("出席"))
    turned = min((word for word in page if word.top > label.top + 3), key=lambda word: word.top)
    assert label.left - LEFT == pytest.approx(2 * CHARACTER, abs=0.5)
    assert turned.left - LEFT == pytest.approx(5 * CHARACTER, abs=0.5)


@pytest.mark.parametrize(
    "title", ["青屿大学关于学习贯彻2023年秋季工作会议精神暨深化实验教学改革与教师队伍建设的会议纪要" * 2]
)
def test_a_very_long_title_stays_within_the_type_area(title, tmp_path):
    meeting = chinese(title=title, organisation="青屿大学学习贯彻秋季工作会议精神领导小组办公室")
    first, *_ = office.words_of(office.pdf_of(write(meeting, "docx", profile="jiyao"), tmp_path))
    assert all(word.left >= LEFT - 1 and word.right <= RIGHT + 1 for word in first)


@pytest.mark.parametrize("profile", [*sorted(PROFILES)])
def test_every_profile_opens_in_libreoffice(profile, tmp_path):
    meeting = chinese(date=dt.date(2023, 11, 9))
    pages = office.words_of(office.pdf_of(write(meeting, "docx", profile=profile), tmp_path))
    assert sum(len(word.text) for page in pages for word in page) > 200
