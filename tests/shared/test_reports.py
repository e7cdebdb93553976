"""All labelled reports: spans reproduce their text, and our scorer agrees with the one the labels came with."""

import importlib.util
import json
import sys
from collections.abc import Iterator
from functools import cache

import pytest

from archive.record import Meeting, Span
from minutes.extract import extract
from minutes.readers import read
from minutes.scoring.compare import labels_of
from minutes.scoring.folder import score

SINGLE = ("title", "date", "place", "chair", "attendance_count", "roles", "owners", "dues")
LISTS = ("speakers", "attendees", "actions", "decisions")


@cache
def meetings_of(path) -> list[Meeting]:
    return extract(read(path))


def reports(shared):
    folder = shared / "reports"
    return {
        path.name.removesuffix(".gold.json"): next(
            one for one in folder.glob(f"{path.name.removesuffix('.gold.json')}.*") if one.suffix != ".json"
        )
        for path in sorted(folder.glob("*.gold.json"))
    }


def marked(meeting: Meeting) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Every text of the record with the place it was read from."""
    items = (
        *(one for speaker in meeting.speakers for one in speaker.statements),
        *meeting.action_points,
        *meeting.decisions,
    )
    for one in items:
        yield one.text, one.spans or ((one.span,) if one.span else ())
    for item in meeting.agenda:
        if item.span:
            yield item.title, (item.span,)


def test_every_span_reproduces_its_text(shared):
    count = 0
    for name, path in reports(shared).items():
        for meeting in meetings_of(path):
            for text, spans in marked(meeting):
                count += 1
                words = "\n".join(meeting.body[span.block].text[span.start : span.end] for span in spans)
                assert spans, f"{name}: {text}"
                assert words == text, name
    assert count > 200


def test_every_evidence_lies_within_the_body(shared):
    for name, path in reports(shared).items():
        for meeting in meetings_of(path):
            for where, proofs in meeting.evidence.items():
                for proof in proofs:
                    if proof.span:
                        assert (
                            0
                            <= proof.span.start
                            <= proof.span.end
                            <= len(meeting.body[proof.span.block].text)
                        ), f"{name} {where}"


@pytest.fixture(scope="module")
def peer(shared):
    spec = importlib.util.spec_from_file_location("peer_score", shared / "reports" / "score.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["peer_score"] = module
    spec.loader.exec_module(module)
    return module


def as_prediction(labels):
    return {
        **{name: labels[name] for name in ("title", "date", "place")},
        "chair": {"name": labels["chair"]} if labels["chair"] else None,
        "attendance": {
            "count": labels["attendance_count"],
            "present": [{"name": name} for name in labels["attendees"]],
        },
        "speakers": labels["speakers"],
        "action_points": [
            {"text": one["quote"], "owner": one["owner"], "due": one["due"]} for one in labels["actions"]
        ],
        "decisions": [{"text": one["quote"]} for one in labels["decisions"]],
    }


def test_our_scorer_gives_the_numbers_of_the_labels_own(shared, peer, tmp_path):
    for name, path in reports(shared).items():
        prediction = as_prediction(labels_of(meetings_of(path)))
        (tmp_path / f"{name}.pred.json").write_text(json.dumps(prediction, ensure_ascii=False), "utf-8")
    theirs, _, _ = peer.score(shared / "reports", tmp_path)
    for group, measures in score(shared / "reports").groups.items():
        for name in SINGLE:
            assert measures[name] == theirs[group][name]["accuracy"], (group, name)
        for name in LISTS:
            assert measures[name] == pytest.approx(theirs[group][name]["f1"]), (group, name)
