"""The course of the meeting, read sentence by sentence: what was said, moved, decided and assigned."""

import re
from collections.abc import Sequence

from minutes.extract.en.assign import assigned_in
from minutes.extract.en.cast import Cast
from minutes.extract.en.concluded import concluded
from minutes.extract.en.conditions import listed_conditions
from minutes.extract.en.decisions import Decided, decided_in
from minutes.extract.en.details import completed, is_detail
from minutes.extract.en.dialogue import named, turns
from minutes.extract.en.directing import called_for
from minutes.extract.en.dues import Calendar
from minutes.extract.en.ledgers import ledger_tasks
from minutes.extract.en.marks import business_label, is_arrow, labels_in
from minutes.extract.en.motions import Motion, follow, is_decided, motion_in, spelt_out
from minutes.extract.en.noted import noted_between
from minutes.extract.en.owners import leading_owner
from minutes.extract.en.passages import Passage
from minutes.extract.en.reading import Reader, Story, meet, remember, resolved
from minutes.extract.en.reporters import reported_in
from minutes.extract.en.sentences import Sentence, sentences
from minutes.extract.en.sorting import (
    assigned_decisions,
    listed_decisions,
    listed_results,
    lists_and_text,
    task_cells,
)
from minutes.extract.en.speech import Said, said_in
from minutes.extract.en.spoken import spoken_motions, spoken_tasks
from minutes.extract.en.tasks import Task, labelled_tasks, listed_tasks, read_task
from minutes.extract.lazy import lazy

_ANSWERING = lazy(
    r"(?:Asked|Questioned|Pressed|Challenged|Prompted) by\b|(?:In (?:reply|response|answer)|Replying|Responding) to\b"
)
_ITSELF = lazy(
    r"(?:group|committee|board|council|meeting|panel|team|society|association|working group|members|club|senate|session|vestry|church|branch|trust|union|company|parish|tsc)$",
    re.IGNORECASE,
)
_FEW = 200  # tasks of a block among which a whole is looked for
_WORD = 40  # characters of a line that tells a vote
_HEADLINE = 8  # words of a sentence that heads a passage
_QUIET = frozenset({"next", "skip", "people_lines"})
_MAIN = lazy(
    r"^\W*(?:the )?(?:main|original|amended|substitute) (?:motion|resolution)\b[^.]{0,30}\b(?:carried|passed|adopted|approved)\b"
    r"|^\W*(?:the )?(?:bill|resolution|ordinance)(?: [\w-]+)?,? as amended,?\b[^.]{0,30}\b(?:carried|carries|passed|passes|adopted|approved)\b",
    re.IGNORECASE,
)
_TICKED = lazy(r"\[[xX\u2713\u2714]\]\s|[\u2713\u2714\u2705\u2611]")
_APPROVES = lazy(
    r"\W*(?:approval|adoption|acceptance|ratification|approve|adopt|accept|adjournment|adjourn|consent (?:agenda|calendar)|resolution)\b",
    re.IGNORECASE,
)  # a heading that says what a motion below it puts
_MOTIONS = frozenset({"motion", "resolution", "amended"})
_LISTS = frozenset({"present", "absent", "guests"})
_CLOSING = lazy(
    r"^(?:respectfully submitted|minutes approved(?! (?:as|with|without|unanimously)\b)|approved\s?:?\s*(?:on |by )?(?:the )?(?:[A-Z][a-z]+ )?\d|signed|submitted by|minutes (?:taken|prepared|recorded) by|date of next meeting|next meeting)\b",
    re.IGNORECASE,
)


def story_of(passages: Sequence[Passage], cast: Cast, when: Calendar) -> Story:
    """What the report tells, lists and tables and transcript included."""
    story = Story(lines=turns(passages, cast))
    for line in story.lines:
        cast.add(named(line.who, cast))
    spoken = {(part[0].block, part[0].start) for line in story.lines for part in line.parts}
    story.tasks += ledger_tasks(passages, cast, when)
    lists, told = lists_and_text([one for one in passages if not is_detail(one) or one.cell])
    story.tasks += listed_tasks(lists, cast, when)
    story.decided += listed_decisions(lists, cast)
    story.decided += listed_results(lists)
    story.tasks += assigned_decisions(lists, cast, when)
    story.tasks += listed_conditions(told, cast, when)
    story.tasks += [
        task for one in lists if one.section.kind != "old" for task in labelled_tasks(one, None, cast, when)
    ]
    story.said += noted_between(story.lines, cast)
    reader = Reader(cast, when, story)
    columns = task_cells(passages)
    before: Passage | None = None
    for passage in told:
        if (passage.block, passage.start) not in spoken and (passage.block, passage.cell) not in columns:
            _read(reader, passage, before)
            before = passage
    _close(reader)
    story.motions += spoken_motions(story.lines, cast)
    story.decided += concluded(story.lines)
    story.tasks += spoken_tasks(story.lines, cast, when)
    story.tasks = completed(story.tasks, passages, cast, when)
    story.tasks = _without_parts(story.tasks)
    owned: dict[int, list[Task]] = {}
    for task in story.tasks:
        if task.rule == "action-owner":
            owned.setdefault(task.passage.block, []).append(task)
    story.decided = [one for one in story.decided if not _is_assigned(one, owned.get(one.passage.block, ()))]
    return story


def _without_parts(tasks: Sequence[Task]) -> list[Task]:
    """The tasks without those that only are a part of another's words: what a column beside the minutes assigns as a whole."""
    by_block: dict[int, list[Task]] = {}
    for task in tasks:
        by_block.setdefault(task.passage.block, []).append(task)
    return [
        task
        for task in tasks
        if not any(_holds(other, task) for other in by_block[task.passage.block][:_FEW])
    ]


def _holds(other: Task, task: Task) -> bool:
    if other is task or not other.owner or other.rule != "action-owner":
        return False
    first, last = task.passage.start + task.start, task.passage.start + task.end
    start, end = other.passage.start + other.start, other.passage.start + other.end
    return start <= first and last <= end + 1 and (start, end) != (first, last)


def _is_assigned(decided: Decided, tasks: Sequence[Task]) -> bool:
    """Whether "The Council agreed to write. ACTION: Clerk" has made the decision an action point."""
    return any(task.start <= decided.start and decided.end <= task.end + 1 for task in tasks)


def _is_agenda_line(passage: Passage) -> bool:
    """Whether the passage is an item of the agenda; minutes below a heading "Agenda" are whole sentences."""
    told = (
        passage.kind == "paragraph"
        and passage.text.rstrip().endswith((".", "!", ")"))
        and " " in passage.text
    )
    return passage.section.kind == "agenda" and not told


def _read(reader: Reader, passage: Passage, before: Passage | None) -> None:
    """Reads one passage of running text."""
    for one in reported_in(passage, reader.cast):
        remember(reader, one)
        reader.story.said.append(one)
    if passage.kind == "heading":
        if reader.motion and len(passage.text) < _WORD:  # CARRIED, in a line of its own
            follow(reader.motion, sentences(passage)[0], ())
        _close(reader)
        reader.before = sentences(passage)[0] if _APPROVES.match(passage.text) else None
        return
    if (
        passage.section.kind in _QUIET
        or _is_agenda_line(passage)
        or _CLOSING.match(passage.text)
        or passage.kind == "caption"
        or _TICKED.match(passage.text)
    ):
        return
    if is_arrow(passage) and leading_owner(passage, 0, len(passage.text), reader.cast):
        task = read_task(passage, 0, len(passage.text), reader.cast, reader.when, "action-arrow")
        reader.story.tasks += [task] if task else []
        return
    marks = labels_in(passage, reader.cast)
    if marks and passage.section.kind != "old":
        reader.story.tasks += labelled_tasks(passage, before, reader.cast, reader.when)
    text = passage.part(business_label(passage), marks[0].start() if marks else len(passage.text))
    for sentence in sentences(text):
        told = passage.section.kind not in _LISTS or re.search(r"[a-z] [a-z]+ [a-z]", sentence.text)
        if told or reader.motion:
            _read_sentence(reader, sentence)


def _read_sentence(reader: Reader, sentence: Sentence) -> None:
    meet(reader, sentence)
    said, last = [], reader.last
    for one in said_in(sentence, reader.cast):
        if one.who[0].kind == "pronoun" and _ANSWERING.match(sentence.text):
            reader.last = last  # Asked by Roe about the roof, he explained
        said.append(resolved(reader, one))
        remember(reader, said[-1])
    reader.story.said += said
    if _motion(reader, sentence, said):
        return
    decided = decided_in(sentence)
    found = (
        []
        if sentence.passage.section.kind == "old"
        else list(assigned_in(sentence, said, reader.cast, reader.when, reader.last))
    )
    if decided and not (decided.assigns and any(_overrides(task, decided) for task in found)):
        reader.story.decided.append(decided)
        found = (
            [task for task in found if not (task.start <= decided.start + 6 and task.end >= decided.end)]
            if decided.assigns
            else found
        )
    held = (put := reader.motion) and put.passed is None and (put.parts or put.passage is sentence.passage)
    (reader.held if held else reader.story.tasks).extend(found)
    if found and found[-1].rule == "directed" and found[-1].owner and found[-1].owner.person:
        reader.last = found[-1].owner.person  # Mr Roe was told to write. He is also to pay.
    sentence.tokens = None  # a long report would keep all its words twice


def _overrides(task: Task, decided: Decided) -> bool:
    """Whether the decision is an assignment; "Decision: the group will use it" binds the meeting itself and is none."""
    body = (
        decided.rule == "decision-label"
        and task.owner
        and not task.owner.person
        and _ITSELF.match(task.owner.text)
    )
    return task.start <= decided.start + 6 and not body


def _motion(reader: Reader, sentence: Sentence, said: Sequence[Said]) -> bool:
    """Whether the sentence puts a motion or tells the fate of the last one."""
    motion = motion_in(sentence, said)
    if motion:
        _open(reader, motion)
        return True
    if reader.motion is None and sentence.passage.cell is None:
        reader.before = sentence
    if sentence.has(_MOTIONS) and _MAIN.search(sentence.text):
        _close(reader)
        reader.story.decided.append(
            Decided(
                sentence.passage,
                sentence.start,
                sentence.start + len(sentence.text.rstrip(" .")),
                "main-motion",
            )
        )
        return True
    if reader.motion is None:
        return False
    had = len(reader.motion.results)
    if not follow(reader.motion, sentence, said):
        _close(reader)
        return False
    return len(reader.motion.results) > had


def _open(reader: Reader, motion: Motion) -> None:
    """Takes up a motion; one that only names its mover continues the words put before it."""
    before = reader.motion
    if before and motion.start == motion.end and before.mover is None and before.passed is None:
        motion.passage, motion.start, motion.end = before.passage, before.start, before.end
    elif before:
        _close(reader)
    reader.motion = motion


def _words_before(motion: Motion, before: Sentence) -> Sentence:
    """The words that a motion without own words puts: the headline of its passage, else the sentence before it."""
    first = sentences(motion.passage)[0]
    headline = (
        first.start < motion.start
        and len(first.text.split()) <= _HEADLINE
        and before.passage is motion.passage
    )
    return first if headline else before


def _fill(motion: Motion, words: Sentence) -> None:
    decided = decided_in(words)
    motion.passage, motion.start = words.passage, decided.start if decided else words.start
    motion.end = words.start + len(words.text.rstrip(" ."))


def _takes_decision(reader: Reader, motion: Motion, before: Sentence) -> bool:
    """Whether the motion names mover and seconder of the decision just told: RESOLVED to write. Proposed A, seconded B."""
    last = reader.story.decided[-1] if reader.story.decided else None
    if last is None or last.passage is not before.passage or last.end < before.start:
        return False
    reader.story.decided.pop()
    motion.passage, motion.start, motion.end = last.passage, last.start, last.end
    motion.passed = motion.passed is not False
    return True


def _keep_words(reader: Reader, motion: Motion) -> None:
    """Keeps the words of a motion for what mover and seconder said."""
    for said in (motion.mover, motion.seconder):
        if said and motion.end > motion.start:
            reader.story.moved[id(said)] = (motion.passage, motion.start, motion.end)


def _close(reader: Reader) -> None:
    """Files the motion that was open."""
    motion, before = reader.motion, reader.before
    if motion and motion.start == motion.end and before and not _takes_decision(reader, motion, before):
        _fill(motion, _words_before(motion, before))
    if motion:
        spelt_out(motion)
        _keep_words(reader, motion)
    if motion and motion.start < motion.end and is_decided(motion):
        asked = called_for(motion.passage, motion.start, motion.end, reader.cast, reader.when)
        reader.story.tasks += asked
        reader.story.motions += [] if asked else [motion]
    if motion is None or is_decided(motion):
        reader.story.tasks += reader.held  # what a motion asks for is to be done once it has carried
    reader.held, reader.motion = [], None
