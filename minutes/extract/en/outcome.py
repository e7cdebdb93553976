"""Decisions and action points as a record holds them: each once, numbered in the order of the report."""

from collections.abc import Sequence

from archive.record import ActionPoint, Decision, Span
from minutes.extract.draft import Draft
from minutes.extract.en.cast import Cast
from minutes.extract.en.decisions import Decided
from minutes.extract.en.motions import Motion
from minutes.extract.en.same import first_same, key
from minutes.extract.en.speech import Said
from minutes.extract.en.tasks import Task

_WINDOW = 200  # texts back among which a repetition is looked for: keeps a long report linear


def file_tasks(draft: Draft, tasks: Sequence[Task], cast: Cast) -> None:
    """Puts the action points into the draft; a repetition only fills the gaps of the first."""
    kept: list[Task] = []
    known: list[frozenset[str]] = []
    for task in sorted(tasks, key=_place):
        words = _key(task)
        same = first_same(words, known[-_WINDOW:])
        if same is None:
            kept.append(task)
            known.append(words)
        else:
            at = max(0, len(known) - _WINDOW) + same
            kept[at] = _merged(kept[at], task)
    draft.fields["action_points"] = tuple(_point(number, task, cast) for number, task in enumerate(kept))
    for number, task in enumerate(kept):
        _prove(draft, number, task)


def _key(task: Task) -> frozenset[str]:
    """The words that tell the task from others: not who does it, nor when."""
    owner = f"{task.owner.text} {task.owner.person or ''}" if task.owner else ""
    return key(task.text) - key(task.due_text or "") - key(owner) or key(task.text)


def _place(task: Task) -> tuple[int, int]:
    return task.passage.block, task.passage.start + task.start


def _merged(first: Task, second: Task) -> Task:
    """The fuller of two wordings: a line of a list before running text, an owner and due from either."""
    best, other = first, second
    if best.owner is None and other.owner:
        best = _with(best, other, "owner", "owner_passage")
    if best.due is None and other.due:
        best = _with(best, other, "due", "due_passage")
    return best


def _with(best: Task, other: Task, *names: str) -> Task:
    from dataclasses import replace

    changes = {name: getattr(other, name) for name in names}
    if "due" in names:
        changes["due_passage"] = other.due_passage or other.passage
    return replace(best, **changes)


def _point(number: int, task: Task, cast: Cast) -> ActionPoint:
    owner = task.owner
    raised = cast.find(task.raised_by) if task.raised_by else None
    return ActionPoint(
        number=number + 1,
        text=task.text,
        owner=owner.text if owner else None,
        owner_person=owner.person if owner else None,
        cooperating=owner.others if owner else (),
        due=task.due.day if task.due else None,
        due_text=task.due_text,
        state="in hand" if task.state == "in hand" else "open",
        raised_by=raised.name if raised else task.raised_by,
        span=task.passage.span(task.start, task.end),
    )


def _prove(draft: Draft, number: int, task: Task) -> None:
    path = f"action_points.{number}"
    draft.prove(
        path, task.passage.span(task.start, task.end), task.rule, "inferred" if task.inferred else "stated"
    )
    if task.owner:
        where = task.owner_passage.whole if task.owner_passage else task.passage.span(task.start, task.end)
        draft.prove(
            f"{path}.owner",
            where,
            task.rule,
            "inferred" if task.owner.person and task.owner.person != task.owner.text else "stated",
        )
    if task.due:
        at = task.due_passage or task.passage
        draft.prove(
            f"{path}.due",
            at.span(task.due.start, task.due.end),
            "due-phrase",
            "inferred" if task.due.day else "doubtful",
            "counted from the meeting's day" if task.due.day else "no day can be told",
        )


def file_decisions(draft: Draft, motions: Sequence[Motion], decided: Sequence[Decided], cast: Cast) -> None:
    """Puts motions that carried and other decisions into the draft, each once."""
    found: list[tuple[Span, str, Decision, str, bool]] = [
        *(_of_motion(one, cast) for one in motions),
        *(_of_decided(one) for one in decided),
    ]
    found.sort(key=lambda one: (one[0].block, one[0].start))
    known: list[frozenset[str]] = []
    kept: list[tuple[Span, str, Decision, str, bool]] = []
    for one in found:
        if one[1] and first_same(key(one[1]), known[-_WINDOW:]) is None:
            kept.append(one)
            known.append(key(one[1]))
    import msgspec

    draft.fields["decisions"] = tuple(
        msgspec.structs.replace(one[2], number=at + 1) for at, one in enumerate(kept)
    )
    for at, one in enumerate(kept):
        draft.prove(
            f"decisions.{at}",
            one[0],
            one[3],
            "stated" if one[4] else "inferred",
            None if one[4] else "no result is told of this motion",
        )


def _of_motion(motion: Motion, cast: Cast) -> tuple[Span, str, Decision, str, bool]:
    words = motion.passage.text[motion.start : motion.end]
    end = motion.start + len(words.rstrip(" .;," if words.count('"') % 2 == 0 else ' .;,"'))
    span = motion.passage.span(motion.start, end)
    text = motion.passage.words(motion.start, end)
    results = " ".join(
        passage.words(start, end)
        for passage, start, end in motion.results
        if (passage, end) and not (passage is motion.passage and start < motion.end)
    )
    decision = Decision(
        number=0,
        text=text,
        mover=_name(motion.mover, cast),
        seconder=_name(motion.seconder, cast),
        result=(results.strip(" ,;.") and results.lstrip(" ,;.")) or None,
        span=span,
    )
    return span, text, decision, "motion", motion.passed is not None


def _name(said: Said | None, cast: Cast) -> str | None:
    if said is None:
        return None
    one = said.who[0]
    member = cast.find(one.name, one.role) or (cast.holder(one.name) if one.kind == "office" else None)
    return member.name if member else one.name


def _of_decided(one: Decided) -> tuple[Span, str, Decision, str, bool]:
    end = one.start + len(one.passage.text[one.start : one.end].rstrip(" .;"))
    span = one.passage.span(one.start, end)
    text = one.passage.words(one.start, end)
    return span, text, Decision(number=0, text=text, span=span), one.rule, True
