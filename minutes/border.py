"""The border that text from documents crosses on its way out: one function for each place it may go.

Text in records is data. A title may hold terminal escapes, a name may begin with `=`, a file may be called `../x`.
Rich's `escape` and `Text` stop markup but let ESC, OSC, C1 and bidi controls through, so every place has its own guard here.
"""

import re
from functools import cache
from typing import Final

LONGEST_NAME: Final = 255  # bytes of a file name: ext4, APFS and NTFS agree on about this
ROOM_FOR_A_NUMBER: Final = 8  # bytes kept free for " (2)" and temporary suffixes
RESERVED: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10)))
)  # device names of Windows, with any suffix
MARKS: Final = 8  # combining marks kept on one character; Vietnamese and Hebrew need no more than four
_FORMULA: Final = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)  # what a spreadsheet runs

# C0 without tab and line feed, DEL, C1 (an 8-bit CSI is one of them)
_CONTROLS: Final = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
# direction marks, embeddings, overrides, isolates: they show text in another order than it is stored
_BIDI: Final = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# line and paragraph separators, annotation marks, non-characters, invisible tags, halves of pairs
_UNSEEN: Final = r"\u2028\u2029\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff"
_MARKS: Final = (
    r"\u0300-\u036f\u0483-\u0489\u20d0-\u20f0\ufe20-\ufe2f"  # what combines with the character before
)
_UNDECODED: Final = range(
    0xDC80, 0xDD00
)  # bytes of a file's name that are not in the system's encoding (PEP 383)


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def terminal(text: str) -> str:
    """`text` as a terminal may show it: lines and tabs kept, nothing that moves, colours, reorders or commands."""
    if (
        not text.replace("\n", " ").replace("\t", " ").isprintable()
    ):  # nothing printable is among those signs; compiling the patterns takes 1 ms
        text = _pattern(r"\r\n?|[\u2028\u2029\x85]").sub("\n", text)
        text = _pattern(f"[{_CONTROLS}{_BIDI}{_UNSEEN}]").sub("", text)
    return _with_few_marks(text)


def one_line(text: str) -> str:
    """`text` for a table or a message: as for a terminal, white space as single spaces."""
    return " ".join(terminal(text).split())


def shown_name(name: str) -> str:
    r"""A file's name on one line: line feeds as `\n`, other controls and undecodable bytes as `\xNN`, so that it can be told."""
    if name.isprintable():
        return name
    return _pattern(f"[{_CONTROLS}{_BIDI}{_UNSEEN}\t\n]").sub(_escaped, name)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code in _UNDECODED:
        return f"\\x{code - _UNDECODED.start + 0x80:02x}"
    return match[0].encode("unicode_escape", "backslashreplace").decode("ascii")


def _with_few_marks(text: str) -> str:
    if text.isascii():
        return text
    return _pattern(f"([{_MARKS}]{{{MARKS}}})[{_MARKS}]+").sub(r"\1", text)


def file_name(title: str, suffix: str, *, fallback: str = "minutes") -> str:
    """A name for an output file: no folder in it, valid on Windows, macOS and Linux, at most 255 bytes.

    `suffix` comes with its dot. Rules of Windows: learn.microsoft.com/windows/win32/fileio/naming-a-file.
    """
    stem = _pattern(r'[<>:"/\\|?*\s]+').sub(" ", one_line(title)).strip(" .")
    stem = stem.lstrip("~-$ .") or fallback  # ~$ marks Word's lock files, a dash an option
    if stem.split(".")[0].rstrip().casefold() in RESERVED:
        stem = f"_{stem}"
    room = LONGEST_NAME - ROOM_FOR_A_NUMBER - len(suffix.encode())
    return _cut(stem, room).rstrip(" .") + suffix


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode("utf-8", "ignore")


def csv_cell(text: str) -> str:
    """`text` for a cell: a spreadsheet never takes it for a formula (OWASP, CSV Injection)."""
    text = terminal(text)
    return f"'{text}" if text.lstrip(" \n").startswith(_FORMULA) else text


def markdown(text: str) -> str:
    """`text` as CommonMark shows it verbatim within a paragraph, heading, item or table cell: no markup, HTML or link of its own."""
    text = _pattern(r"[\\`*_\[\]<>|~&]").sub(r"\\\g<0>", one_line(text))
    text = _pattern(r"^(\d{1,9})([.)])(?=\s|$)").sub(r"\1\\\2", text)
    return _pattern(r"^(?=[#+=-])").sub(r"\\", text)
