"""Bytes to text: a byte order mark, then strict UTF-8, then the label, then what the characters look like."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from minutes.readers.common import LOST, likeness
from minutes.readers.notes import Notebook

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Labels of the WHATWG encoding standard that need another codec than their name says; a label that is not known there
# (utf-7 among them) counts as none.
_LABELS: Final = {
    **dict.fromkeys(
        (
            "gb2312",
            "gbk",
            "gb18030",
            "gb_2312-80",
            "chinese",
            "csgb2312",
            "iso-ir-58",
            "x-gbk",
            "csiso58gb231280",
        ),
        "gb18030",
    ),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(
        (
            "iso-8859-1",
            "latin1",
            "l1",
            "ascii",
            "us-ascii",
            "windows-1252",
            "cp1252",
            "x-cp1252",
            "iso8859-1",
        ),
        "cp1252",
    ),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean", "windows-949"), "cp949"),
    "euc-jp": "euc_jp",
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    **{f"windows-125{n}": f"cp125{n}" for n in (0, 1, 3, 4, 5, 6, 7, 8)},
    **{f"iso-8859-{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    "koi8-r": "koi8-r",
}
_NAMES: Final = {
    "big5hkscs": "big5",
    "cp1252": "windows-1252",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "utf-16-le": "utf-16le",
    "utf-16-be": "utf-16be",
}
_SINGLE_BYTE: Final = re.compile("cp125|iso8859|koi8")
_HEAD: Final = (
    8192  # where a page names its encoding; the standard looks at 1,024 bytes, real pages need more
)
_DECLARED: Final = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_TAGS: Final = re.compile(b"([<>\n])")
_BYTE: Final = re.compile(b"[\x80-\xff]")
CHINESE: Final = 0.3  # a likeness from which on a decoding is taken for right


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the name of the encoding it was decoded with, as the WHATWG writes it."""

    text: str
    encoding: str


def declared_in(data: bytes) -> str | None:
    """The codec of the label that a page names in its head; None where there is none or it is unknown."""
    found = _DECLARED.search(data[:_HEAD])
    return codec_of(found[1].decode("ascii")) if found else None


def codec_of(label: str | None) -> str | None:
    """The codec behind a WHATWG label, or None."""
    return _LABELS.get(label.strip().lower()) if label else None


def decode(data: bytes, notebook: Notebook, declared: str | None = None) -> Decoded:
    """The text of `data`; `declared` is a codec named outside (a MIME header) and wins over one named in the head."""
    _note_unknown_label(data, notebook)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _certain(data[len(mark) :], codec, notebook)
    if wide := _wide(data):
        return _certain(data, wide, notebook)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guessed(data, declared or declared_in(data), notebook)


def _note_unknown_label(data: bytes, notebook: Notebook) -> None:
    found = _DECLARED.search(data[:_HEAD])
    if found and not codec_of(label := found[1].decode("ascii")) and not label.lower().startswith("utf-16"):
        notebook.add("unknown-label", label=label)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark, told by the zero bytes beside its first ASCII characters."""
    head = data[:64]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if len(head) < 8 or odd + even < len(head) // 4:  # noqa: PLR2004 -- four characters are the least to judge by
        return None
    return "utf-16-le" if odd > 3 * even else "utf-16-be" if even > 3 * odd else None


def _certain(data: bytes, codec: str, notebook: Notebook) -> Decoded:
    text = data.decode(codec, "replace")
    if lost := text.count(LOST):
        notebook.add("bytes-lost", count=lost, encoding=codec)
    return Decoded(text, _NAMES.get(codec, codec))


def _guessed(data: bytes, declared: str | None, notebook: Notebook) -> Decoded:
    codec = _best(data, declared)
    if codec == "utf-8":
        return Decoded(_mixed(data, notebook), "utf-8")
    text = data.decode(codec, "replace")
    name = _NAMES.get(codec, codec)
    if lost := text.count(LOST):
        notebook.add("bytes-lost", count=lost, encoding=name)
    if declared and declared != codec:
        notebook.add("wrong-label", label=_NAMES.get(declared, declared), encoding=name)
    return Decoded(text, name)


def _best(data: bytes, declared: str | None) -> str:
    """The codec under which `data` reads best."""
    if declared and not _SINGLE_BYTE.match(declared) and declared not in {"utf-8", "gb18030", "big5hkscs"}:
        return declared  # Japanese, Korean: the likeness to Chinese says nothing
    marks = {codec: _mark(data, codec) for codec in ("utf-8", "gb18030", "big5hkscs")}
    if declared in marks:
        marks[declared] += 0.05  # of two that read alike, the declared one
    best = max(marks, key=lambda codec: marks[codec])
    if marks[best] >= CHINESE:
        return best
    if declared and declared not in marks:
        return declared
    return "cp1252"


def _mark(data: bytes, codec: str) -> float:
    """Likeness to Chinese, less the share of what cannot be decoded."""
    text = data.decode(codec, "replace")
    beyond = sum(char > "\x7f" for char in text)
    return likeness(text.replace(LOST, "")) - 2 * text.count(LOST) / max(1, beyond)


def _mixed(data: bytes, notebook: Notebook) -> str:
    """UTF-8 with pieces in other encodings: each piece between two tags or line ends is decoded by itself."""
    foreign = 0
    lost = 0
    parts: list[str] = []
    for text, strange in _pieces(data):
        parts.append(text)
        foreign += strange
        lost += text.count(LOST) if strange else 0
    notebook.add("mixed-encoding", count=foreign, lost=lost)
    return "".join(parts)


def _pieces(data: bytes) -> Iterator[tuple[str, int]]:
    """Each piece with the number of its bytes that were not UTF-8."""
    for piece in _TAGS.split(data):
        try:
            yield piece.decode("utf-8"), 0
        except UnicodeDecodeError:
            yield _foreign(piece), len(_BYTE.findall(piece))


def _foreign(piece: bytes) -> str:
    broken = piece.decode("utf-8", "replace")
    for codec in ("gb18030", "big5hkscs"):
        try:
            text = piece.decode(codec)
        except UnicodeDecodeError:
            continue
        if likeness(text) >= max(CHINESE, likeness(broken)):
            return text
    return broken
