"""Word documents: sound, structured, the same every time."""

import datetime as dt
import io
import time
import zipfile

import docx
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_meetings import chinese, english
from lxml import etree
from orders import ORDERS

from archive.record import ActionPoint, Meeting, Person, Speaker, Statement, from_json
from minutes.writers import PROFILES, write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = [
    "\x00\x07\x1b[31m\x9b31m red",
    "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467 emoji",
    "\u202etxt.exe\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "<w:p/> & <script>alert(1)</script> ]]> &amp; {{ name }}",
    "长" * 300,
    "\ufffe \uffff",
    "a\u0301" + "\u0301" * 500,
    "",
    " \t\n ",
    "=cmd()|' /C calc'!A0",
    "# heading\n---\n* [x](javascript:alert(1)) ![y](z) <b>`",
]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in opened(data).paragraphs]


def with_text(text: str) -> Meeting:
    return chinese(
        title=text,
        place=text,
        chair=Person(name=text, role=text),
        speakers=(Speaker(name=text, role=text, statements=(Statement(act=text, text=text),)),),
        action_points=(ActionPoint(number=1, text=text, owner=text, due_text=text),),
        labels=(text,),
    )


@pytest.fixture(params=sorted(PROFILES))
def profile(request):
    return request.param


@pytest.fixture(params=[chinese, english], ids=["zh", "en"])
def meeting(request):
    return request.param()


def test_children_stand_in_the_order_of_the_schema(meeting, profile):
    wrong = []
    for name, content in parts(write(meeting, "docx", profile=profile)).items():
        for element in etree.fromstring(content).iter(f"{W}*"):
            order = ORDERS.get(etree.QName(element).localname)
            tags = [etree.QName(child).localname for child in element]
            if order and [order.index(tag) for tag in tags] != sorted(order.index(tag) for tag in tags):
                wrong.append((name, etree.QName(element).localname, tags))
    assert not wrong


def test_names_the_east_asian_face_in_every_style(meeting, profile):
    styles = etree.fromstring(parts(write(meeting, "docx", profile=profile))["word/styles.xml"])
    faces = [fonts.get(f"{W}eastAsia") for fonts in styles.iter(f"{W}rFonts")]
    assert faces
    assert all(faces)


def test_every_style_and_list_that_is_used_is_there(meeting, profile):
    found = parts(write(meeting, "docx", profile=profile))
    body, styles, lists = (
        etree.fromstring(found[f"word/{name}.xml"]) for name in ("document", "styles", "numbering")
    )
    defined = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = {
        one.get(f"{W}val") for kind in ("pStyle", "rStyle", "tblStyle") for one in body.iter(f"{W}{kind}")
    }
    numbers = {one.get(f"{W}numId") for one in lists.iter(f"{W}num")}
    assert used <= defined
    assert {one.get(f"{W}val") for one in body.iter(f"{W}numId")} <= numbers


def test_equal_records_give_equal_bytes_and_no_clock(meeting, profile):
    data = write(meeting, "docx", profile=profile)
    assert data == write(
        from_json(__import__("archive.record").record.to_json(meeting)), "docx", profile=profile
    )
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
        assert {entry.compress_type for entry in package.infolist()} == {zipfile.ZIP_STORED}


def test_tells_the_catalogue_what_the_record_knows():
    about = opened(write(chinese(), "docx", profile="report")).core_properties
    assert about.title.startswith("青屿大学")
    assert about.author == "青屿大学"
    assert about.subject == "实验教学改革"
    assert about.identifier == "minutes:12"
    assert about.language == "zh-CN"
    assert about.keywords == "教学, 重点"
    assert about.created == about.modified == dt.datetime(2026, 11, 25, 8, tzinfo=dt.UTC)


def test_the_report_says_everything_in_the_record():
    text = "\n".join(texts(write(chinese(), "docx", profile="report")))
    for words in (
        "时间\uff1a2023年11月9日 9:30",
        "主持\uff1a闻人溪\uff08资源学院党委书记\uff09",
        "人数\uff1a40人以上",
        "请假\uff1a车晓岚\uff08实验员\uff09",
        "鲍清远\uff0c副院长\uff08主持工作\uff09",
        "强调\uff08转述席若愚\uff09\uff1a要深化整改",
        "要准确把握\u201c一校一策\u201d工作要求\uff0c经费1,000万元(2023)A项已到位\uff1b",
        "9票同意\uff0c0票反对\uff0c0票弃权",
        "年份2023由发布时间推断。",
    ):
        assert words in text


def test_the_header_of_the_action_table_repeats():
    table = opened(write(chinese(), "docx", profile="report")).tables[0]
    assert [cell.text for cell in table.rows[0].cells][:2] == ["序号", "事项"]
    assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    assert [row.cells[0].text for row in table.rows[1:]] == ["12.1", "12.2", "12.4"]


def test_headings_are_real_and_skip_no_level(meeting, profile):
    styles = [
        paragraph.style.name for paragraph in opened(write(meeting, "docx", profile=profile)).paragraphs
    ]
    levels = [int(name[-1]) for name in styles if name.lower().startswith("heading")]
    assert styles.count("Title") == 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def test_decisions_keep_the_numbers_of_the_record():
    decisions = chinese().decisions
    gap = chinese(decisions=(decisions[0], msgspec.structs.replace(decisions[1], number=5)))
    lists = etree.fromstring(parts(write(gap, "docx", profile="report"))["word/numbering.xml"])
    assert [one.get(f"{W}val") for one in lists.iter(f"{W}startOverride")] == ["5"]


def test_marks_the_language():
    for made, latin in ((chinese(), "en-US"), (english(), "en-GB")):
        styles = etree.fromstring(parts(write(made, "docx", profile="report"))["word/styles.xml"])
        languages = styles.find(f"{W}docDefaults").find(f".//{W}lang")
        assert languages.get(f"{W}val") == latin
        assert languages.get(f"{W}eastAsia") == "zh-CN"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_leaves_a_document_that_opens(text, profile):
    words = "\n".join(texts(write(with_text(text), "docx", profile=profile)))
    assert not set(words) & set("\x00\x07\x1b\x9b\u202e\ufffe\uffff")


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_leaves_a_document_that_opens(text):
    assert opened(write(with_text(text), "docx", profile="report")).paragraphs


def test_an_empty_record_is_still_a_document(profile):
    empty = Meeting(source=chinese().source)
    title = next(
        one for one in opened(write(empty, "docx", profile=profile)).paragraphs if one.style.name == "Title"
    )
    assert title.text


def test_the_record_goes_along_unless_it_must_not(meeting):
    carried = parts(write(meeting, "docx"))
    assert "customXml/item1.xml" in carried
    record = etree.fromstring(carried["customXml/item1.xml"]).text
    assert from_json(record) == meeting
    bare = write(meeting, "docx", with_record=False)
    assert not any(name.startswith("customXml") for name in parts(bare))
    assert opened(bare).paragraphs


def test_minutes_are_marked_as_a_draft_until_they_are_final(meeting, profile):
    final = msgspec.structs.replace(meeting, state="final")
    draft, signed = (parts(write(one, "docx", profile=profile)) for one in (meeting, final))
    assert any("word/header" in name for name in draft) == (profile != "report")
    assert not any("word/header" in name for name in signed)
    statuses = [
        opened(write(one, "docx", profile=profile)).core_properties.content_status for one in (meeting, final)
    ]
    assert statuses == ["Draft", "Final"]


@pytest.mark.parametrize("to", ["docx", "md"])
def test_a_meeting_of_three_hundred_pages_takes_seconds(profile, to):
    words = "会议时间安排紧凑,内容充实,各单位要认真组织传达学习,于月底前报送结果(联系人:柏舟)。" * 3
    speakers = tuple(
        Speaker(
            name=f"闻人{number}",
            statements=tuple(Statement(act="指出", text=f"{number}.{place} {words}") for place in range(13)),
        )
        for number in range(200)
    )
    start = time.process_time()
    made = write(chinese(speakers=speakers), to, profile=profile)
    assert time.process_time() - start < 5
    assert len(made) > 300 * 1_000
