"""Hostile and broken containers get one sentence; nothing is written, fetched or believed."""

import io
import socket
import zipfile
from dataclasses import replace

import pytest
from notation import DOCUMENT, kinds, package, paragraph, part, read, texts, word_file, xml

from minutes.readers import errors
from minutes.readers.limits import LIMITS
from minutes.readers.word import read_word

GOOD = word_file(paragraph("会议"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)


def document(content: str | bytes) -> bytes:
    return word_file(paragraph("x"), members={"word/document.xml": content})


def refused(data: bytes, limits=LIMITS) -> errors.ReadError:
    with pytest.raises(errors.ReadError) as caught:
        read_word(data, "report.docx", limits)
    assert "report.docx" in str(caught.value)
    return caught.value


def test_a_download_cut_short_is_incomplete():
    assert type(refused(GOOD[: len(GOOD) // 2])) is errors.Damaged


@pytest.mark.parametrize("cut", range(1, 400, 7))
def test_no_cut_gives_a_traceback(cut):
    refused(GOOD[:-cut])


def test_a_wrong_checksum_is_not_believed():
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        crc = archive.getinfo("word/document.xml").CRC.to_bytes(4, "little")
    assert "checksum" in str(refused(GOOD.replace(crc, b"\xde\xad\xbe\xef")))


def test_a_part_larger_than_the_limit_is_not_inflated():
    error = refused(document(b" " * 3_000_000), replace(LIMITS, part_size=1_000_000))
    assert (type(error), error.values["size"]) == (errors.PartTooLarge, "3")


def test_a_part_larger_than_it_declares_is_not_inflated():
    data = document(b" " * 3_000_000)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    lying = data.replace(size.to_bytes(4, "little"), (4096).to_bytes(4, "little"))
    assert "larger than its header" in str(refused(lying))


def test_all_parts_together_have_a_limit():
    assert type(refused(GOOD, replace(LIMITS, inflated_size=1_000))) is errors.PartTooLarge


def test_too_many_members_are_counted_before_they_are_read():
    members = {f"word/x{number}.xml": "" for number in range(50)}
    error = refused(word_file(paragraph("x"), members=members), replace(LIMITS, zip_members=20))
    assert error.values["count"] == 54


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused(encoding):
    entities = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "哈哈">]>'
    content = entities + part("w:document", xml('body/p/r/t"x"')).partition("?>")[2]
    assert type(refused(document(content.encode(encoding)))) is errors.ForbiddenXml


def test_a_doctype_cannot_hide_in_another_encoding():
    hidden = "<?xml version='1.0' encoding='utf-7'?>+ADwAIQ-DOCTYPE x+AD4-<x/>"
    assert type(refused(document(hidden))) is errors.DamagedPart


def test_a_control_character_is_named_with_part_and_line():
    error = refused(
        document(part("w:document", "\n<w:body><w:p><w:r><w:t>会议&#x1;</w:t></w:r></w:p></w:body>"))
    )
    assert (error.values["part"], error.values["line"]) == ("word/document.xml", 2)


def test_utf_16_is_read():
    content = part("w:document", f"<w:body>{xml(paragraph('会议'))}</w:body>").replace("UTF-8", "UTF-16")
    report = read_word(document(content.encode("utf-16")), "report.docx", LIMITS)
    assert texts(report) == ["会议"]


def test_strict_documents_are_read():
    strict = (
        part("w:document", f"<w:body>{xml(paragraph('会议', 'outlineLvl{val=0}'))}</w:body>")
        .replace(
            "schemas.openxmlformats.org/wordprocessingml/2006/main",
            "purl.oclc.org/ooxml/wordprocessingml/main",
        )
        .replace("schemas.openxmlformats.org/officeDocument/2006/", "purl.oclc.org/ooxml/officeDocument/")
    )
    report = read_word(document(strict), "report.docx", LIMITS)
    assert report.blocks[0].kind == "heading"
    assert kinds(report) == ["strict-format"]


def test_five_thousand_controls_in_one_another_end_in_a_sentence():
    deep = "<w:sdt><w:sdtContent>" * 5_000 + xml(paragraph("x")) + "</w:sdtContent></w:sdt>" * 5_000
    assert type(refused(document(part("w:document", f"<w:body>{deep}</w:body>")))) is errors.TooDeep


def test_a_hundred_controls_in_one_another_are_read():
    deep = "<w:sdt><w:sdtContent>" * 100 + xml(paragraph("最里面")) + "</w:sdtContent></w:sdt>" * 100
    report = read_word(document(part("w:document", f"<w:body>{deep}</w:body>")), "report.docx", LIMITS)
    assert texts(report) == ["最里面"]


@pytest.mark.parametrize(
    ("limit", "body"),
    [
        ("text", paragraph("科" * 50)),
        ("blocks", ",".join(paragraph("科") for _ in range(50))),
        ("table_cells", f"tbl/tr/({','.join(['tc/p'] * 50)})"),
        ("marks", ",".join(["p"] * 50)),
    ],
)
def test_size_has_limits(limit, body):
    error = refused(word_file(body), replace(LIMITS, **{limit: 20}))
    assert type(error) is errors.TooMuchText


def test_tables_in_one_another_have_a_limit():
    assert type(refused(word_file("tbl/tr/tc/" * 5 + "p"), replace(LIMITS, table_depth=4))) is errors.TooDeep


def test_a_document_without_a_word_says_so():
    assert type(refused(word_file("p"))) is errors.NoText


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", errors.Spreadsheet),
        (
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            errors.Presentation,
        ),
        ("image/png", errors.NotWord),
    ],
)
def test_other_documents_are_named(kind, error):
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(DOCUMENT.encode(), kind.encode())
    assert type(refused(package(members))) is error


@pytest.mark.parametrize("gone", ["[Content_Types].xml", "word/document.xml"])
def test_a_missing_part_is_named(gone):
    error = refused(word_file(paragraph("x"), members={gone: None}))
    assert type(error) is errors.NotWord
    assert gone in str(error)


def test_a_list_of_types_that_is_none_is_no_obstacle():
    report = read(paragraph("会议"), members={"[Content_Types].xml": "<other/>"})
    assert texts(report) == ["会议"]


def test_macros_are_noted_and_left():
    report = read(paragraph("会议"), members={"word/vbaProject.bin": b"Sub AutoOpen()"})
    assert kinds(report) == ["macros"]
    assert texts(report) == ["会议"]


def test_names_that_lead_outside_are_noted():
    report = read(paragraph("会议"), members={"../../evil.txt": "x", "C:\\evil.txt": "x"})
    assert kinds(report) == ["unsafe-names"]


@pytest.mark.parametrize("target", ["NULL", "#_top", "../../../etc/passwd"])
def test_references_to_nowhere_cost_no_text(target):
    report = read(paragraph("会议"), links=(("r9", "image", target),))
    assert texts(report) == ["会议"]
    assert kinds(report) == ["dangling-relationships"]


def test_templates_elsewhere_are_listed_not_opened():
    report = read(paragraph("会议"), links=(("r9", "attachedTemplate", "file://server/t.dotm"),))
    assert "file://server/t.dotm" in report.notes[0].message


def test_long_lines_of_dashes_in_a_header_take_no_time():
    body = f"{paragraph('会议')},sectPr/headerReference{{r:id=of-header}}"
    report = read(body, header=f'p/r/t"{"-" * 100_000}x"')
    assert len(report.furniture[0]) == LIMITS.line


def test_names_of_parts_are_compared_without_case():
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["Word\\Document.xml"] = members.pop("word/document.xml")
    assert texts(read_word(package(members), "report.docx", LIMITS)) == ["会议"]


PAGE = "<html><head><title>x</title></head><body><h1>学院召开教学工作会议</h1><p>3月5日,学院召开教学工作会议。</p></body></html>"


def test_a_page_wrapped_in_a_document_is_read():
    report = read(
        "altChunk{r:id=c1}", links=(("c1", "aFChunk", "chunk.html"),), members={"word/chunk.html": PAGE}
    )
    assert texts(report) == ["学院召开教学工作会议", "3月5日,学院召开教学工作会议。"]
    assert report.source.media_type.endswith("wordprocessingml.document")
    assert "other-format" in kinds(report)


def test_a_page_beside_text_is_noted_not_read():
    body = f"{paragraph('会议')},altChunk{{r:id=c1}}"
    report = read(body, links=(("c1", "aFChunk", "chunk.html"),), members={"word/chunk.html": PAGE})
    assert (texts(report), kinds(report)) == (["会议"], ["embedded-objects"])


@pytest.mark.parametrize("content", [None, b"\x89PNG\r\n\x1a\n", b"PK\x03\x04"])
def test_a_document_that_wraps_nothing_readable_has_no_text(content):
    members = {"word/chunk.html": content}
    refused(word_file("altChunk{r:id=c1}", links=(("c1", "aFChunk", "chunk.html"),), members=members))
