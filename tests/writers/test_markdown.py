"""Markdown: one first-level heading, no HTML, no links, the words as they are."""

import base64

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_meetings import chinese, english
from markdown_it import MarkdownIt
from test_word import HOSTILE, with_text

from archive.record import Decision, Meeting, Source, from_json
from minutes.carried import LABEL
from minutes.writers import PROFILES, write


def tokens(text: str):
    reader = MarkdownIt("commonmark").enable("table")
    for token in reader.parse(text):
        yield token
        yield from token.children or ()


def markdown(meeting, **options) -> str:
    return write(meeting, "md", **options).decode()


def without_front(text: str) -> str:
    return text.split("\n---\n", 1)[1]


def check(text: str) -> None:
    kinds = [(token.type, token.tag) for token in tokens(text)]
    assert kinds.count(("heading_open", "h1")) == 1
    assert not [kind for kind, _ in kinds if kind.startswith("html")]
    assert not [
        kind for kind, _ in kinds if kind in {"link_open", "image", "code_inline", "fence", "code_block"}
    ]


@pytest.fixture(params=sorted(PROFILES))
def profile(request):
    return request.param


@pytest.mark.parametrize("make", [chinese, english])
def test_is_clean_markdown(make, profile):
    check(markdown(make(), profile=profile))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text, profile):
    check(markdown(with_text(text), profile=profile))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab中 #*_`[]()<>!~|\\-+=.:;/@\n1&\"'", max_size=30))
def test_any_text_stays_text(text):
    check(markdown(with_text("x" + text), profile="report"))


def test_addresses_become_no_links_on_github_either():
    reader = MarkdownIt("commonmark")
    text = without_front(markdown(english(), profile="report"))
    assert "https\\://trees.example/map" in text
    assert "www\\.example" in text
    assert "https://trees.example/map" in reader.render(text)


def test_front_matter_is_yaml():
    front = markdown(chinese(title='a: "b" <c> [d] \\ #e')).split("---\n")[1]
    about = yaml.safe_load(front)
    assert about["title"] == 'a: "b" <c> [d] \\ #e'
    assert about["date"] == "2023-11-09"
    assert about["lang"] == "zh-CN"
    assert about["keywords"] == ["教学", "重点"]


def test_bold_labels_are_bold():
    strong = [token for token in tokens(markdown(chinese(), profile="report")) if token.type == "strong_open"]
    assert len(strong) >= 15
    assert "**" not in MarkdownIt("commonmark").render(without_front(markdown(chinese(), profile="report")))


def test_decisions_keep_their_numbers():
    text = markdown(chinese(), profile="report")
    assert "1. 通过期中教学检查方案" in text
    assert "2. 设立教学信息员制度\uff0c每个班级聘任一名信息员" in text
    assert len([token for token in tokens(text) if token.type == "ordered_list_open"]) == 1


def test_tables_keep_their_cells():
    rows = [token for token in tokens(markdown(chinese(), profile="report")) if token.type == "tr_open"]
    assert len(rows) == 4 + 2


def test_the_record_goes_along_unseen():
    text = markdown(chinese())
    line = next(line for line in text.splitlines() if line.startswith(f"[{LABEL}]"))
    assert from_json(base64.b64decode(line.split('"')[1])) == chinese()
    assert "eyJ" not in MarkdownIt("commonmark").render(text)
    assert LABEL not in markdown(chinese(), with_record=False)


@pytest.mark.parametrize(
    ("profile", "words"),
    [("minutes", "**Decision 2024-7:**"), ("uk", "**RESOLVED 2024-7:**"), ("report", "Decision 2024-7")],
)
def test_a_decision_shows_the_number_that_the_office_gave_it(profile, words):
    decision = Decision(number=1, reference="2024-7", text="to repair the roof")
    source = Source(file="a.html", sha256="", media_type="text/html", size=1)
    meeting = Meeting(language="en", kind="minutes", title="Board", decisions=(decision,), source=source)
    assert words in write(meeting, "md", profile=profile, with_record=False).decode()
