"""Whatever the text: no exception, spans that hold, nobody invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.record import Block, Source, words_of
from minutes.extract.en import extract_en
from minutes.report import Report

SOURCE = Source(file="x.txt", sha256="0" * 64, media_type="text/plain", size=1)
HEAD = (
    Block(kind="heading", text="Minutes of the meeting", level=1),
    Block(kind="paragraph", text="Present: Una Frost (Chair), Otto Lind, Edna Crane"),
)
PIECES = [
    "Una Frost", "Otto", "EC:", "Ms. Crane", "the Clerk", "The Board", "Cllr", "moved", "seconded by", "to approve", "that", "Motion carried.", "RESOLVED:", "ACTION:", "AI:", "none",
    "will", "must", "send the letter", "by Friday", "by 12 May", "09/11/13", "at 7.30 p.m.", "(EC)", "[EC]", "reported that", "asked", "and", ",", ";", ".", ":", "-", "\u2013", "\u2019", "\u2026", "\n", "\t",
    "s/old/new/", "<una>", "+1", "Present:", "Apologies:", "1.", "(a)", "2.1", "\u00c9mile O\u2019Dowd", "\u4f1a\u8bae", "\U0001f600", "\u0130", "\ufb01", "#action", "17:00:02", "* ", "Ayes: 4. Nays: 0.",
]  # fmt: skip
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=40).map(" ".join)
KINDS = st.sampled_from(["heading", "paragraph", "item", "caption", "table"])
BLOCKS = st.lists(st.builds(Block, kind=KINDS, text=TEXT, level=st.none() | st.integers(1, 3)), max_size=12)


def record(blocks):
    return extract_en(Report(blocks=blocks, source=SOURCE), blocks)[0]


def all_spans(meeting):
    for speaker in meeting.speakers:
        for one in speaker.statements:
            yield from ((span, None) for span in one.spans)
            if one.span:
                yield one.span, one.text
    for one in (*meeting.action_points, *meeting.decisions):
        yield one.span, one.text
    for one in meeting.agenda:
        yield one.span, one.title
    for found in meeting.evidence.values():
        yield from ((one.span, None) for one in found if one.span)


@settings(max_examples=150, deadline=None)
@given(BLOCKS)
def test_never_raises_and_every_span_holds(blocks):
    meeting = record((*HEAD, *blocks))
    for span, text in all_spans(meeting):
        assert 0 <= span.start <= span.end <= len(meeting.body[span.block].text)
        assert text is None or words_of(meeting, (span,)) == text


@settings(max_examples=100, deadline=None)
@given(BLOCKS)
def test_a_text_without_a_meeting_has_no_speakers(blocks):
    blocks = tuple(blocks)
    meeting = record(blocks)
    if "no-meeting" in {note.kind for note in meeting.notes}:
        assert not meeting.speakers
        assert not meeting.action_points
        assert not meeting.decisions


UNITS = [" second", "On a motion, ", "(", "()", ", ", ". ", '."', "Aa ", "Una Frost and ", "Head of ", "12/", "12/12/12 ", "May 12 ", "12:", "to ", "Una will ", "Una: ", "Present: ", "-", "'", "a-", "by the ", "moved, seconded by ", "it was then also ",
         "agreed that ", "the Board ", "two hundred and ", "Ayes: 4 ", "1-1 ", "Mr. ", "J. ", "1. ", "<", "<a> ", "s/a/", "within ", "by the end of ", "Director of the ", "Councillors Lee, ", "; Una said ", "report from ", "please ", "requested that the ", "Moved: ", "met in the ", "called the meeting to order by ", "would "]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_no_pattern_is_led_astray(unit):
    """A pattern that backtracks without end would never return from these."""
    text = unit * (6000 // len(unit))
    record((*HEAD, Block(kind="paragraph", text=text), Block(kind="paragraph", text=text + "!")))


NOVEL = """Mr. Harrow had never cared for the sea. "It takes more than it gives," he said, and Miss Penrith agreed that it did.
She asked whether he would walk to the lighthouse before supper. He replied that he must write to his brother first.
"You will catch cold," Mrs. Orme added. "Somebody should close that window." Nobody moved. The captain explained the tides, and the boy thanked him."""
PRICES = """Price list 2024
Item\tUnit\tPrice
Oak board 20 mm\tm2\t$48.00
Screws, box of 200\tpiece\t$6.50
All prices include tax. Orders must be paid within 14 days. Please call our office for larger quantities.
Manager: Ray Colter, phone 555-0188"""
ESSAY = """The history of the lime kiln
Lime was burned in the valley from the twelfth century. John Mercer described the process in 1742 and noted that each kiln needed two men. Historians have argued about the number of kilns. Sir Thomas Vane proposed a canal, which was approved by Parliament in 1793.
Visitors should wear sturdy shoes. The museum will reopen in spring."""
RECIPE = """Plum cake
1. Mix the butter and sugar.
2. Add the eggs. You should beat them first.
3. Bake for 40 minutes. My aunt Greta always said that patience is the secret; she suggested a pinch of salt.
Notes: Serve warm. Next steps: invite friends."""
README = """tidytool 2.3
Install with pip. You must have Python 3.11. To build the docs, run make. Users should report issues on the tracker.
Changes: Mara Lind added a cache. Ivo Brand fixed the parser and removed the old API.
TODO: write more tests
Questions: ask on the list. Contributors will be listed in AUTHORS."""


@pytest.mark.parametrize(
    "text", [NOVEL, PRICES, ESSAY, RECIPE, README], ids=["novel", "price list", "essay", "recipe", "readme"]
)
def test_nobody_speaks_where_nobody_met(text, read):
    meeting = read(text)
    assert not meeting.speakers
    assert not meeting.action_points
    assert not meeting.decisions
    assert [note.kind for note in meeting.notes] == ["no-meeting"]
    assert len(meeting.body) == len(text.splitlines())
