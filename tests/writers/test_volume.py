"""Volumes of many meetings, excerpts of one."""

import datetime as dt
import io

import docx
import pytest
from invented_meetings import chinese, english
from lxml import etree
from test_markdown import check as check_markdown

from minutes.carried import record_in
from minutes.writers import NoVolume, write_excerpt, write_volume
from minutes.writers.profiles.excerpt import NoSuchActionPoint, NoSuchDecision

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MANY = [
    chinese(id=3, date=dt.date(2023, 3, 1), title="三月例会"),
    chinese(id=1, date=None, title="无日期例会"),
    english(id=4, date=dt.date(2023, 2, 1), title="February meeting"),
]


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def test_goes_by_date_with_a_chapter_for_each_meeting():
    document = opened(write_volume(MANY, "docx"))
    titles = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert titles == ["February meeting", "三月例会纪要", "无日期例会纪要"]


@pytest.mark.parametrize("profile", [None, "jiyao", "jilu", "minutes", "uk", "report"])
def test_nothing_of_a_meeting_stands_before_its_chapter(profile):
    document = opened(write_volume([chinese(id=1), chinese(id=2)], "docx", profile=profile))
    styles = [one.style.name for one in document.paragraphs]
    assert styles[styles.index("Heading 1") - 1].startswith(("toc", "TOC"))
    assert [one.text for one in document.paragraphs].count("第5期") in {0, 2}


def test_contents_point_to_the_chapters():
    body = opened(write_volume(MANY, "docx")).element.body
    named = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    linked = [one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink")]
    fields = [one.get(f"{W}instr").split()[1] for one in body.iter(f"{W}fldSimple")]
    assert linked == fields
    assert set(linked) == named
    assert len(linked) == 3
    ids = [one.get(f"{W}id") for one in body.iter(f"{W}bookmarkStart")]
    assert len(set(ids)) == 3


def test_every_style_of_every_profile_is_there():
    for profile in ("jiyao", "jilu", "minutes", "uk", "report"):
        document = opened(write_volume(MANY, "docx", profile=profile))
        used = {one.get(f"{W}val") for one in document.element.body.iter(f"{W}pStyle")}
        assert used <= {style.style_id for style in document.styles}


def test_is_clean_markdown_too():
    check_markdown(write_volume(MANY, "md").decode())


def test_equal_records_give_equal_volumes():
    assert write_volume(MANY, "docx") == write_volume(list(reversed(MANY)), "docx")


def test_an_empty_volume_is_a_document():
    assert opened(write_volume([], "docx")).paragraphs


def test_an_excerpt_holds_what_was_asked_for_and_nothing_else():
    data = write_excerpt(chinese(), "docx", decisions=[2], actions=[4])
    document = opened(data)
    text = "\n".join(one.text for one in document.paragraphs)
    assert "设立教学信息员制度" in text
    assert "通过期中教学检查方案" not in text
    assert [row.cells[0].text for row in document.tables[0].rows[1:]] == ["12.4"]
    assert "要深化整改" not in text
    assert record_in(data) is None
    assert "\u6458\u5f55" in document.paragraphs[0].text


def test_an_excerpt_keeps_the_number_of_the_decision():
    document = opened(write_excerpt(chinese(), "docx", decisions=[2], actions=[]))
    numbering = etree.tostring(document.part.numbering_part.element).decode()
    assert 'startOverride w:val="2"' in numbering


@pytest.mark.parametrize(
    ("decisions", "actions", "error"), [([9], [], NoSuchDecision), ([], [3], NoSuchActionPoint)]
)
def test_what_is_not_there_is_said(decisions, actions, error):
    with pytest.raises(error):
        write_excerpt(chinese(), "docx", decisions=decisions, actions=actions)


@pytest.mark.parametrize("to", ["json", "csv"])
def test_only_documents_can_be_bound(to):
    with pytest.raises(NoVolume):
        write_volume(MANY, to)
