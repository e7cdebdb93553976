"""Own Word templates: filled in a sandbox, their mistakes said in sentences."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from invented_meetings import chinese, english
from test_word import HOSTILE, with_text

from minutes.workers import Bounds
from minutes.writers.template import check, errors, fill
from minutes.writers.template.samples import samples
from minutes.writers.template.starter import starter

PAGE_BREAK = "\f"
PROFILES = ["jiyao", "jilu", "minutes", "uk", "report"]


def template(*paragraphs: str) -> bytes:
    document, made = docx.Document(), io.BytesIO()
    for words in paragraphs:
        if words == PAGE_BREAK:
            document.add_page_break()
        else:
            document.add_paragraph(words)
    document.save(made)
    return made.getvalue()


def texts(data: bytes) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize("profile", PROFILES)
def test_the_one_to_begin_with_can_be_used(profile):
    assert check("own.docx", starter(profile), samples()) == []


def test_the_mark_keeps_its_size_until_it_is_filled():
    assert docx.Document(io.BytesIO(starter("jiyao"))).styles["Minutes Mark"].font.size.pt == 42


def test_fields_are_filled_with_what_the_record_says():
    made = fill(
        "own.docx", template("{{ title }}", "{{ chair }}/{{ date }}", "{{ decisions | length }}"), chinese()
    )
    assert texts(made) == [
        "青屿大学召开2023年秋季实验教学工作会议",
        "闻人溪\uff08资源学院党委书记\uff09/2023年11月9日",
        "2",
    ]


def test_loops_give_a_paragraph_and_a_row_each():
    made = fill("own.docx", starter("minutes"), english())
    table = docx.Document(io.BytesIO(made)).tables[0]
    assert [row.cells[0].text for row in table.rows] == ["No.", "7.1", "7.2"]


def test_what_the_record_does_not_say_is_empty():
    assert texts(fill("own.docx", template("[{{ place }}]"), chinese(place=None))) == ["[]"]


def test_equal_records_give_equal_bytes_without_the_clock():
    one, two = (fill("own.docx", starter("jilu"), chinese()) for _ in range(2))
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}


@pytest.mark.parametrize(
    ("words", "error", "said"),
    [
        ("标题 {{ titel }}", errors.NearField, "Did you mean title?"),
        ("{{ source.titel }} hier", errors.NearField, "hier"),
        ("{{ zzz }}", errors.UnknownField, "zzz"),
        ("{{ title", errors.BrokenTag, "{{ title"),
        ("{{ title }", errors.BrokenTag, "{{ title }"),
        ("{% for one in actions %}x", errors.NotEnded, "{% for one in actions %}x. Write {% endfor %}"),
        ("{% endfor %}", errors.NotBegun, "{% endfor %}"),
        ("{% if title %}{% for one in actions %}{% endif %}", errors.NotBegun, "{% endif %}"),
        ("{{ actions }}", errors.NeedsLoop, "{% for one in actions %}"),
        ("{{ actions.text }}", errors.NeedsLoop, "{% for one in actions %}"),
        ("{{ person.shown }}", errors.OutsideLoop, "Is a loop missing?"),
        ("{{ title | shout }}", errors.UnknownFilter, "shout"),
        ("{{ title.__class__.__mro__ }}", errors.Forbidden, "__class__"),
        ("{% include '/etc/passwd' %}", errors.Forbidden, "/etc/passwd"),
        ("{% from '/etc/passwd' import x %}", errors.Forbidden, "/etc/passwd"),
        ("{% for a in range(999999999) %}x{% endfor %}", errors.Forbidden, "own.docx"),
        ("{{ ''.join(x) }}", errors.UnknownField, "x"),
        ("{{ 1 // 0 }}", errors.BrokenTag, "own.docx"),
    ],
)
def test_a_mistake_gets_a_sentence_with_its_place(words, error, said):
    (found,) = check("own.docx", template("Gut", PAGE_BREAK, "Gut", PAGE_BREAK, words), samples()[:1])
    assert type(found) is error
    assert said in found.sentence()
    assert "on page 3" in found.sentence()
    assert "Jinja was" not in found.sentence()


def test_what_word_knew_of_its_pages_counts_and_not_twice():
    document, made = docx.Document(), io.BytesIO()
    document.add_page_break()
    run = document.add_paragraph().add_run("{{ titel }}")
    run._r.insert(0, run._r.makeelement(qn("w:lastRenderedPageBreak"), {}))
    document.save(made)
    (found,) = check("own.docx", made.getvalue(), samples()[:1])
    assert "on page 2" in found.sentence()


@pytest.mark.parametrize("where", ["header", "footer", "table"])
def test_mistakes_are_found_beside_the_text_too(where):
    document, made = docx.Document(), io.BytesIO()
    if where == "table":
        document.add_table(2, 2).cell(1, 1).text = "格 {{ titel }}"
    else:
        getattr(document.sections[0], where).paragraphs[0].text = "格 {{ titel }}"
    document.save(made)
    (found,) = check("own.docx", made.getvalue(), samples()[:1])
    assert "格 {{ titel }}" in found.sentence()


def test_a_loop_that_writes_without_end_is_given_up():
    with pytest.raises((errors.TemplateTooMuch, errors.TemplateTooSlow)):
        fill("own.docx", template("{{ 'x' * 9999999999 }}"), chinese())


def test_a_loop_without_end_is_given_up():
    turns = "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}"
    endless = template(turns + "{% endfor %}" * 3)
    with pytest.raises(errors.TemplateTooSlow):
        fill("own.docx", endless, chinese(), Bounds(seconds=1.5))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"hello", b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_what_is_no_word_file_is_said(data):
    with pytest.raises(errors.NotATemplate):
        fill("own.docx", data, chinese())


def test_a_zip_that_is_no_document_is_said():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("a.txt", "x")
    with pytest.raises(errors.NotATemplate):
        fill("own.docx", made.getvalue(), chinese())


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_text(text):
    made = fill("own.docx", starter("report"), with_text(text))
    words = "".join(texts(made))
    assert "\x1b" not in words
    assert ("<script>" in text) == ("<script>" in words)
