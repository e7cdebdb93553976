"""Word files from one line each: `p/(r/t"会议由",ins/r/t"张三",r/t"主持。")`.

A name is an element (w: unless it has a prefix), {name=value} its attributes, "..." its text, / its child and (,) its
children. Double quotes inside a text are written ''. The idea is python-docx's cxml.
"""

import io
import re
import zipfile
import zlib
from xml.sax.saxutils import escape, quoteattr

from minutes.readers.limits import LIMITS, Limits
from minutes.readers.word import read_word
from minutes.report import Report

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TOKEN = re.compile(r'([\w:]+)|\{([^}]*)\}|"([^"]*)"|([/(),])')


def xml(notation: str) -> str:
    """The elements of a line, without declarations."""
    tokens = TOKEN.findall(notation)
    assert "".join("".join(parts) for parts in tokens) == re.sub(r'[{}"]', "", notation), notation
    return _siblings(tokens)


def _siblings(tokens: list) -> str:
    found = [_element(tokens)]
    while tokens and tokens[0][3] == ",":
        tokens.pop(0)
        found.append(_element(tokens))
    return "".join(found)


def _element(tokens: list) -> str:
    name = tokens.pop(0)[0]
    tag = name if ":" in name else f"w:{name}"
    attributes = text = inner = ""
    while tokens and tokens[0][1]:
        pairs = (pair.split("=", 1) for pair in tokens.pop(0)[1].split(";"))
        attributes = "".join(f" {_attribute(key, tag)}={quoteattr(value)}" for key, value in pairs)
    if tokens and not any(tokens[0][index] for index in (0, 1, 3)):
        text = escape(tokens.pop(0)[2].replace("''", '"'))
    if tokens and tokens[0][3] == "/":
        tokens.pop(0)
        inner = _children(tokens)
    return f"<{tag}{attributes}>{text}{inner}</{tag}>"


def _children(tokens: list) -> str:
    if tokens[0][3] != "(":
        return _element(tokens)
    tokens.pop(0)
    inner = _siblings(tokens)
    assert tokens.pop(0)[3] == ")"
    return inner


def _attribute(key: str, tag: str) -> str:
    return f"w:{key}" if tag.startswith("w:") and ":" not in key else key


def part(root: str, content: str) -> str:
    """A part whose root declares every prefix."""
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
    return f'<?xml version="1.0" encoding="UTF-8"?><{root}{spaces}>{content}</{root}>'


def relations(*rows: tuple[str, str, str]) -> str:
    """A relationships part of (id, kind, target); a target with :// is external."""
    kinds = SPACES["r"]
    lines = "".join(
        f'<Relationship Id="{name}" Type="{kinds}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for name, kind, target in rows
    )
    return f'<Relationships xmlns="{RELATIONS}">{lines}</Relationships>'


def package(members: dict[str, str | bytes]) -> bytes:
    """A zip file of the members, None left out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            if content is not None:
                archive.writestr(name, content)
    return buffer.getvalue()


def word_file(body: str, *, links: tuple = (), members: dict | None = None, **parts: str) -> bytes:
    """A Word file with the body in notation; styles, numbering, footnotes ... likewise, by keyword.

    `links` are further relationships of the document, `members` further or other members of the container.
    """
    roots = {"header": "w:hdr", "footer": "w:ftr"}
    rows = [(f"of-{name}", name, f"{name}.xml") for name in parts]
    content = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{DOCUMENT}"/></Types>',
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("w:document", f"<w:body>{xml(body)}</w:body>"),
        "word/_rels/document.xml.rels": relations(*rows, *links),
    }
    for name, notation in parts.items():
        content[f"word/{name}.xml"] = part(roots.get(name, f"w:{name}"), xml(notation))
    return package(content | (members or {}))


def read(body: str, *, limits: Limits = LIMITS, **rest) -> Report:
    """The report in a Word file given in notation."""
    return read_word(word_file(body, **rest), "report.docx", limits)


def texts(report: Report) -> list[str]:
    """The texts of the blocks."""
    return [block.text for block in report.blocks]


def labels(report: Report) -> list[str | None]:
    """The labels of the blocks."""
    return [block.label for block in report.blocks]


def kinds(report: Report) -> list[str]:
    """The kinds of the notes."""
    return [note.kind for note in report.notes]


def paragraph(text: str, *properties: str) -> str:
    """A paragraph in notation."""
    given = f"pPr/({','.join(properties)})," if properties else ""
    return f'p/({given}r/t"{text}")'


def png(shade: int = 0) -> bytes:
    """The smallest picture, in a shade."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    head = chunk(b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\0\0\0\0")
    return (
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes([0, shade]))) + chunk(b"IEND", b"")
    )
