"""Readers: bytes in, `Report` out; each format is one module and one row of a table."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from minutes.readers.encoding import decode
from minutes.readers.files import bytes_of
from minutes.readers.kinds import Kind, kind_of
from minutes.readers.limits import LIMITS, Limits
from minutes.readers.normalise import printable_name
from minutes.readers.notes import Notebook
from minutes.readers.origin import Origin
from minutes.readers.pictures import Album
from minutes.report import Report

_WORD_ENDINGS: Final = (".doc", ".docx", ".docm", ".wps", ".dot", ".dotx")


def read(path: Path, *, limits: Limits = LIMITS) -> Report:
    """The report in the file `path`, whose kind is told by its bytes, not by its name.

    Raises a `ReadError` (exit code 3) that says in a sentence why there is none, and nothing else.
    """
    data = bytes_of(path, limits)
    name = printable_name(path.name)
    return _READERS[kind_of(data, name)](path, data, name, limits)


def _page(path: Path, data: bytes, name: str, limits: Limits) -> Report:
    from minutes.readers.page import read_page

    origin, text = _decoded(path, data, name, "text/html", limits)
    _note_name(origin, "HTML")
    return read_page(text, origin, Album(limits, origin.notebook, path.parent))


def _web_archive(path: Path, data: bytes, name: str, limits: Limits) -> Report:
    from minutes.readers.mhtml import unpacked
    from minutes.readers.page import read_page

    archived = unpacked(data, name, limits)
    origin = Origin(name, data, "multipart/related", limits, Notebook(), path.parent)
    origin.facts.put("address", archived.address)
    decoded = decode(archived.page, origin.notebook, archived.codec)
    origin.encoding = decoded.encoding
    _note_name(origin, "MHTML")
    return read_page(decoded.text, origin, Album(limits, origin.notebook, inside=archived.parts))


def _text(path: Path, data: bytes, name: str, limits: Limits) -> Report:
    from minutes.readers.plaintext import read_text

    origin, text = _decoded(path, data, name, "text/plain", limits)
    return read_text(text, origin, Album(limits, origin.notebook, path.parent))


def _markdown(path: Path, data: bytes, name: str, limits: Limits) -> Report:
    from minutes.readers.markdown import read_markdown

    origin, text = _decoded(path, data, name, "text/markdown", limits)
    return read_markdown(text, origin, Album(limits, origin.notebook, path.parent))


def _word(_: Path, data: bytes, name: str, limits: Limits) -> Report:
    from minutes.readers.word import read_word

    return read_word(data, name, limits)


def _legacy(path: Path, _: bytes, __: str, limits: Limits) -> Report:
    from minutes.readers.legacy import read_legacy

    return read_legacy(path, limits)


def _decoded(path: Path, data: bytes, name: str, media_type: str, limits: Limits) -> tuple[Origin, str]:
    origin = Origin(name, data, media_type, limits, Notebook(), path.parent)
    decoded = decode(data, origin.notebook)
    origin.encoding = decoded.encoding
    return origin, decoded.text


def _note_name(origin: Origin, format_name: str) -> None:
    """Office systems save pages under Word's endings."""
    if origin.name.lower().endswith(_WORD_ENDINGS):
        origin.notebook.add("other-format", format=format_name)


_READERS: Final[dict[Kind, Callable[[Path, bytes, str, Limits], Report]]] = {
    "page": _page,
    "mhtml": _web_archive,
    "word": _word,
    "legacy": _legacy,
    "markdown": _markdown,
    "text": _text,
}
