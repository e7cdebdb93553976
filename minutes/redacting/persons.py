"""Who is named in a record: in its fields, in the lists and, as far as a grammar can tell, in the running text."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from archive.record import Meeting
from archive.text import plain

CREDIT: Final = re.compile(r"[\s,;/|\u3001\u3002:]+")  # between the names of an author's line
# Whose names stand for an office of the state, not for somebody at the meeting.
PUBLIC: Final = re.compile("总书记|国家主席|国务院总理")
# Mr Pike, Cllr. Mason-Reid: a title and one or two capitalised words.
TITLED: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Councilmember|Alderman|Mayor|Rev|Sir|Dame|Judge)\.? "
    r"((?:[A-Z][\w'\u2019-]+|[A-Z]\.)(?: [A-Z][\w'\u2019-]+)?)"
)
_HAN: Final = re.compile("[\u4e00-\u9fff]")


def persons_of(meeting: Meeting, lexicon: Path | None = None) -> set[str]:
    """All names, as written; `lexicon` is the folder of the office's own words."""
    units = {one.name for one in meeting.speakers if one.kind != "person"}
    found = {name for name in (*_fields(meeting), *_credited(meeting)) if name} - units
    found |= _in_chinese(meeting, lexicon, found) if meeting.language == "zh" else _in_english(meeting)
    return {name.strip() for name in found if name.strip()}


def _fields(meeting: Meeting) -> Iterator[str | None]:
    there = meeting.attendance
    people = [meeting.chair, meeting.recorder, *there.present, *there.in_attendance, *there.absent]
    yield from (one.name for one in people if one)
    yield from (one.name for one in meeting.cited if not PUBLIC.search(plain(one.role or "")))
    for speaker in meeting.speakers:
        if speaker.kind == "person":
            yield speaker.name
        yield from (one.relayed_from for one in speaker.statements if _is_person(one.relayed_from))
    for decision in meeting.decisions:
        yield from (one for one in (decision.mover, decision.seconder) if _is_person(one))
    for point in meeting.action_points:
        yield point.owner_person
        others = (point.owner, point.raised_by, point.relayed_from, *point.cooperating)
        yield from (one for one in others if _is_person(one))


def _credited(meeting: Meeting) -> Iterator[str]:
    """Authors and publishers are named in lines such as 文/李明 图/王静."""
    for line in (meeting.source.author, meeting.source.publisher):
        yield from (word for word in CREDIT.split(line or "") if _is_person(word))


def _is_person(words: str | None) -> bool:
    """Whether the words are a person's name and no unit's, as the grammar of their language sees it."""
    if not words:
        return False
    return _is_chinese_name(plain(words)) if _HAN.search(words) else _is_english_name(words)


def _is_chinese_name(words: str) -> bool:
    """Owners are units as a rule: what begins like a word (招生, 云溪镇) is one."""
    from minutes.extract.zh.lexicon import load_lexicon
    from minutes.extract.zh.names import names_of

    lexicon = load_lexicon()
    return words[0] not in lexicon.characters("names.wordlike") and names_of(lexicon).is_name(words)


def _is_english_name(words: str) -> bool:
    from minutes.extract.en.names import is_name
    from minutes.extract.en.words import words as load

    known = load()
    parts = words.split()
    return bool(parts) and is_name(parts, known) and not any(known.is_title(part) for part in parts)


def _in_chinese(meeting: Meeting, lexicon: Path | None, known: set[str]) -> set[str]:
    """Those named with a title, in a list or before a verb of speech, whether the record has them or not.

    A name without a title that begins like a word, or like a name that is known (周明作总结), is none.
    """
    from minutes.extract.zh.document import read_blocks
    from minutes.extract.zh.labels import find_labels
    from minutes.extract.zh.lexicon import load_lexicon
    from minutes.extract.zh.mentions import find_mentions

    wordlike = load_lexicon().characters("names.wordlike")
    document = read_blocks(meeting.body)
    register = find_mentions(document, load_lexicon(lexicon), find_labels(document)).register
    return {
        entry.shown
        for entry in register.entries.values()
        if not any(PUBLIC.search(plain(role)) for role, _ in entry.roles)
        and (entry.roles or not (entry.name[0] in wordlike or entry.shown.startswith(tuple(known))))
    }


def _in_english(meeting: Meeting) -> set[str]:
    named = (found[1] for block in meeting.body for found in TITLED.finditer(block.text))
    return {name for name in named if _is_english_name(name)}
