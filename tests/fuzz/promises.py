"""What must hold of whatever comes out: of a report that was read, of a record that was made."""

import re
import time
import unicodedata
from contextlib import contextmanager

import msgspec

from archive.record import from_json, to_json, words_of

SECONDS = 10.0  # of processor time for one small input: far above what any takes, far below for ever
UNCLEAN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufffe\uffff\ud800-\udfff]"
)


@contextmanager
def soon():
    """The inside takes a bearable time."""
    start = time.process_time()
    yield
    assert time.process_time() - start < SECONDS


def report_is_sound(report):
    """Blocks of clean text, cells within them, sentences for notes."""
    for block in report.blocks:
        assert not UNCLEAN.search(block.text), repr(block.text)
        assert unicodedata.is_normalized("NFC", block.text)
        assert block.text == block.text.strip() or block.kind == "table"
        for cell in block.cells:
            assert 0 <= cell.start <= cell.end <= len(block.text)
    for note in report.notes:
        assert note.message
        assert not UNCLEAN.search(note.message)
    assert not UNCLEAN.search(report.heading or "")


def refusal_is_a_sentence(error):
    """One line with its next step, exit code 3, no fault of ours."""
    sentence = error.sentence()
    assert sentence
    assert "\n" not in sentence
    assert "{" not in sentence.replace("{file}", "")
    assert error.exit_code == 3


def record_is_sound(meeting):
    """Places reproduce their words, nothing failed on the way, the record is the same after storage."""
    failed = [note.message for note in meeting.notes if note.kind in {"stage-failed", "not-extracted"}]
    assert not failed, failed
    for text, spans in _marked(meeting):
        assert text == words_of(meeting, spans)
    for proofs in meeting.evidence.values():
        assert all(_holds(meeting, proof.span) for proof in proofs if proof.span)
    assert from_json(to_json(meeting)) == meeting
    msgspec.json.decode(to_json(meeting).decode("utf-8"))


def _holds(meeting, span):
    return 0 <= span.start <= span.end <= len(meeting.body[span.block].text)


def _marked(meeting):
    said = [one for speaker in meeting.speakers for one in speaker.statements]
    for one in (*said, *meeting.action_points, *meeting.decisions):
        if spans := one.spans or ((one.span,) if one.span else ()):
            yield one.text, spans
