"""What stands behind labels: "Date: 16 May 2024", "Present: A, B", a row of a table, the list below a heading."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from minutes.extract.en.kinds import attendance_kind, section_kind
from minutes.extract.en.passages import Passage, Section
from minutes.extract.en.words import Words
from minutes.extract.lazy import lazy

_COLON = lazy(r"\s?(?::(?!//)|\s[-=]\s)\s*")
_WORDS_BACK = lazy(r"[A-Za-z][A-Za-z'/&()-]*\.?(?: [A-Za-z&/(][A-Za-z'/&()-]*\.?){0,5}$")
_MOST = 12  # labels in one passage
_COLUMNS = frozenset(
    {
        "initials",
        "abbreviation",
        "organisation",
        "organization",
        "role",
        "title",
        "position",
        "name",
        "affiliation",
        "company",
        "email",
        "status",
        "representing",
    }
)
_SPEECH = lazy(r"\b(?:addressed|spoke|told|thanked|asked|testified|speaking) [\w ]*$")
_ATTENDANCE = frozenset({"present", "absent", "guests"})
_VAGUE = frozenset(
    {
        "membership",
        "members",
        "team",
        "who",
        "board",
        "council",
        "commission",
        "staff",
        "officers",
        "public",
        "there",
        "here",
        "online",
        "remote",
        "panel",
        "speakers",
        "support",
    }
)  # labels of lists only where names follow
_LOWER = lazy(r"\b[a-z]{2,}")
_RUN_IN = lazy(
    r"(Apologies|Present|Absent|Attendees|In attendance|Regrets|Guests|Attending|Also present|Members present) (?=[A-Z])"
)
_SMALL = 5  # words in small letters of a sentence at least
_MARK = 3  # characters of a mark: Y, N, P
_OF_TODAY = lazy(
    r"^(?:today's|tonight's|this (?:week|month)'s|the) |(?: (?:for|of) (?:this|the) (?:meeting|evening|day|session|night|call)| for (?:today|tonight))$"
)
_OPENS = lazy(
    r"(?:[A-Z][\w'.-]*\.? ){1,3}(?:(?:van|von|de|der|la) )*[A-Z][\w'-]+ ?(?:\([^()]{1,40}\) ?)?(?:[-:,] ?\w[^.!?]{0,80}\.?)?$"
)  # Jane Roe (JR) - parent governor, co-opted


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value: `passage.text[start:end]`."""

    kind: str  # a field of the lexicon (date, chair ...) or present, absent, guests
    label: str
    passage: Passage
    start: int
    end: int
    first: bool = True  # the label opens its passage

    @property
    def text(self) -> str:
        """The value as the grammars read it."""
        return self.passage.text[self.start : self.end]


def fields(passages: Sequence[Passage], words: Words) -> list[Field]:
    """All labelled values in the order of the report."""
    found: list[Field] = []
    rows: dict[tuple[int, int], list[Passage]] = {}
    tables: dict[int, dict[int, list[Passage]]] = {}
    over: set[Section] = set()
    for passage in passages:
        if passage.cell is not None:
            rows.setdefault((passage.block, passage.cell[0]), []).append(passage)
            tables.setdefault(passage.block, {}).setdefault(passage.cell[0], []).append(passage)
        inline = list(_inline(passage, words)) or list(_run_in(passage, words))
        if passage.kind == "paragraph" and _is_told(passage.text):
            over.add(passage.section)
        found += inline or ([] if passage.section in over else _listed(passage))
    found += [field for cells in rows.values() for field in _row(cells, words)]
    found += [field for table in tables.values() for field in _below(list(table.values()), words)]
    return sorted(found, key=lambda one: (one.passage.block, one.passage.start + one.start))


@lru_cache(maxsize=4096)
def label_kind(label: str, words: Words) -> str:
    """What a label announces, or ""."""
    low = _OF_TODAY.sub("", re.sub(r"\s*\([^()]*\)", "", label.lower()).strip(" .:*"))
    kind = attendance_kind(low, words) or words.labels.get(low)
    return kind or ("section" if section_kind(low, words) else "")


def _inline(passage: Passage, words: Words) -> Iterator[Field]:
    """The labelled values of one line; a value ends where the next label starts."""
    marks = list(_labels(passage.text, words))
    for number, (start, kind, label, value) in enumerate(marks):
        end = marks[number + 1][0] if number + 1 < len(marks) else len(passage.text)
        if kind in _ATTENDANCE and label.lower() in _VAGUE and not reads_like_names(passage.text[value:end]):
            continue
        if kind not in {"other", "section"}:
            yield Field(kind, label, passage, value, end, start == 0)


def _run_in(passage: Passage, words: Words) -> Iterator[Field]:
    """A list behind its label without a colon, as bold type leaves it: Apologies Keith Moss, Doreen Hart."""
    label = _RUN_IN.match(passage.text) if passage.kind != "heading" else None
    kind = attendance_kind(label[1].lower(), words) if label else ""
    if label and kind and "," in passage.text and reads_like_names(passage.text[label.end() :]):
        yield Field(kind, label[1], passage, label.end(), len(passage.text))


def _labels(text: str, words: Words) -> Iterator[tuple[int, str, str, int]]:
    """Start, kind, words and value's start of every known label of the line."""
    for number, colon in enumerate(_COLON.finditer(text)):
        if number > _MOST:
            return
        back = _WORDS_BACK.search(text, max(0, colon.start() - 60), colon.start())
        if back and (found := _longest(back[0], back.start(), words)):
            start, kind, label = found
            if start == 0 or _may_stand_inside(text, start, kind, words, dashed=":" not in colon[0]):
                yield start, kind, label, colon.end()


def _may_stand_inside(text: str, start: int, kind: str, words: Words, *, dashed: bool) -> bool:
    """Whether a label inside a line is one: of those present, behind a full stop, in a line of labels."""
    if _SPEECH.search(text, 0, start):
        return False
    if dashed:
        return kind in _ATTENDANCE and text[start - 2] in ".;:"  # Roll call: Present - A, B. Absent - C.
    return kind in _ATTENDANCE or text[start - 2] in ".;,)>" or _leads(text, words)


def _leads(text: str, words: Words) -> bool:
    """Whether the line itself opens with a label, so that labels inside may be those of lines run together."""
    head = text.split(":", 1)[0]
    return len(head) <= 40 and bool(label_kind(head, words))  # noqa: PLR2004


def _longest(run: str, offset: int, words: Words) -> tuple[int, str, str] | None:
    """The longest known label at the end of `run`, starting with a capital."""
    found = None
    for start in (0, *(space.end() for space in re.finditer(" ", run))):
        label = run[start:]
        if (label[:1].isupper() or offset + start == 0) and (kind := label_kind(label, words)):
            found = offset + start, kind, label
            if offset + start == 0 or _opens_label(label.split()[0], words):
                return found
    return found


def _opens_label(word: str, words: Words) -> bool:
    """Whether a label can start with the word; a name before it belongs to the value that ends there."""
    low = word.lower()
    return low in words.organisations or words.is_title(low) or low in words.label_words


def _is_told(text: str) -> bool:
    """Whether the line is a sentence, so that a list of those present above it is at its end."""
    return text.rstrip().endswith(".") and len(_LOWER.findall(text)) > _SMALL and not reads_like_names(text)


def _listed(passage: Passage) -> list[Field]:
    """The passage as a list of people, if it stands below such a heading and reads like one."""
    kind = passage.section.kind
    if passage.kind == "heading" or kind not in _ATTENDANCE or not reads_like_names(passage.text):
        return []
    return [Field(kind, passage.section.title, passage, 0, len(passage.text), first=False)]


def reads_like_names(text: str) -> bool:
    """Whether most words are capitalised, as in a list of names and roles."""
    if _OPENS.match(text):
        return True
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"\([^()]*\)", "", text))
    small = [
        word
        for word in words
        if word.islower() and word not in {"and", "of", "for", "the", "to", "de", "van", "von"}
    ]
    return bool(words) and len(small) * 3 <= len(words)


def _row(cells: Sequence[Passage], words: Words) -> Iterator[Field]:
    """Label cells and the cells to their right: Date | January 18 | Time | 6:00."""
    for left, right in itertools.pairwise(cells):
        label = left.text.rstrip(": ")
        if len(label) > 40 or right.text[:1] == ":":  # noqa: PLR2004
            continue
        kind = label_kind(label, words)
        below = right.text.rstrip(": ")
        if below.lower() in _COLUMNS:
            return
        if kind and kind not in {"other", "section"} and not label_kind(below, words):
            yield Field(kind, label, right, 0, len(right.text))


def _below(rows: Sequence[Sequence[Passage]], words: Words) -> Iterator[Field]:
    """Cells below a row of nothing but labels: Present | Absent, or Date | Place | Chair."""
    kinds = {cell.cell[1]: label_kind(cell.text.rstrip(": "), words) for cell in rows[0] if cell.cell}
    if any(kind in {"", "other", "section"} for kind in kinds.values()):
        return
    if any(len(cell.text) <= _MARK for row in rows[1:] for cell in row):
        return  # members, and marks for those present
    if len(kinds) == 1 and not _ATTENDANCE.issuperset(kinds.values()):
        return
    labels = {cell.cell[1]: cell.text.rstrip(": ") for cell in rows[0] if cell.cell}
    for cell in (one for row in rows[1:] for one in row):
        column = cell.cell[1] if cell.cell else -1
        if column in kinds:
            yield Field(kinds[column], labels[column], cell, 0, len(cell.text))
