"""Damaged documents: real samples with pieces taken out, doubled, moved, exchanged with others, and hostile ones put in."""

import io
import quopri
import zipfile
from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from lxml import etree

from minutes.readers.encoding import decode
from minutes.readers.notes import Notebook

SAMPLES = Path(__file__).parents[2] / "minutes" / "samples"

CONTROLS = ["\x00", "\x08", "\x0b", "\x0c", "\x1b[31m", "\x1b]52;c;cm0=\x07", "\x7f", "\x85", "\x9b31m"]
UNSEEN = [
    "\u200b",
    "\u200e",
    "\u202e",
    "\u2066",
    "\u2028",
    "\ufeff",
    "\ufffe",
    "\uffff",
    "\U000e0041",
    "\u0301" * 40,
]
WORDS = [
    "\u4f1a\u8bae\u7531", "\u4e3b\u6301", "\u6307\u51fa\uff0c", "\u8981", "\u4e00\u662f", "2023\u5e7413\u670845\u65e5", "\u3001" * 30, "\uff08" * 30,
    "[red]", "[/]", "=cmd|' /C calc'!A0", "](javascript:x)", "<b>", "Present:", "ACTION:", "moved", "\U00020bb7", "\u1e9e", "\u0130",
]  # fmt: skip
TAGS = [
    "<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td rowspan=9 colspan=9>", "</table>", "<ul>", "<li>", "</ul>", "<!--", "-->", "<![CDATA[", "]]>",
    "<script>", "</script>", "<style>", "<title>", "</title>", "<textarea>", "<plaintext>", "<svg>", "<math>", "<template>", "<br>", "<h1>", "</h1>",
    "<base href='//x/'>", "<meta charset=utf-7>", "<meta charset=utf-16>", "<p style='display:none'>", "<a", "<", ">", "&", "&#0;", "&#x1b;", "&#xd800;", "&#99999999999;",
    "&nbsp;", "&ampamp;", "</html>", "</body>", "<body>", "<frameset>", "<p " + "a=1 " * 50 + ">", "<b>" * 60, "<img src=data:image/png;base64,iVBO>", '"', "'", "=",
]  # fmt: skip
CODECS = ["utf-8", "utf-8", "gb18030", "utf-16", "utf-16-le", "big5", "latin-1", "utf-8-sig"]

PIECES = st.one_of(
    st.sampled_from(CONTROLS + UNSEEN + WORDS), st.sampled_from(TAGS), st.text(max_size=8), st.characters()
)


def edits(pieces, most=10):
    """What is done to a text: (place, length, deed, piece), places as shares of its length."""
    share = st.integers(0, 10_000)
    deed = st.sampled_from(["put", "put", "cut", "double", "move", "splice"])
    return st.lists(st.tuples(share, st.integers(0, 400), deed, pieces), max_size=most)


def damaged(text, other, changes):
    """The text after the changes; `other` lends pieces. Works on bytes as well."""
    for share, length, deed, piece in changes:
        at = len(text) * share // 10_000
        end = min(len(text), at + length)
        part = text[at:end]
        if deed == "put":
            text = text[:at] + piece + text[at:]
        elif deed == "cut":
            text = text[:at] + text[end:]
        elif deed == "double":
            text = text[:end] + part * 3 + text[end:]
        elif deed == "move":
            rest = text[:at] + text[end:]
            text = rest[: at // 2] + part + rest[at // 2 :]
        else:
            start = len(other) * share // 10_000
            text = text[:at] + other[start : start + length * 4] + text[end:]
    return text


@cache
def pages():
    """The samples that are pages, as text."""
    found = (decode(path.read_bytes(), Notebook()).text for path in sorted(SAMPLES.glob("*.html")))
    return [text.replace("gb2312", "utf-8") for text in found]


@cache
def word_files():
    """The samples that are Word files: members by name."""
    found = []
    for path in sorted(SAMPLES.glob("*.docx")):
        with zipfile.ZipFile(path) as package:
            found.append({name: package.read(name) for name in package.namelist()})
    return found


@st.composite
def html_files(draw):
    """Bytes of a damaged page in some encoding, declared rightly or wrongly."""
    page = draw(st.sampled_from(pages()))
    text = damaged(page, draw(st.sampled_from(pages())), draw(edits(PIECES)))
    codec = draw(st.sampled_from(CODECS))
    label = draw(st.sampled_from(["utf-8", "utf-8", "gb2312", "big5", "utf-16", "x-\x1b", ""]))
    data = text.replace('charset="utf-8"', f'charset="{label}"').encode(
        codec, "xmlcharrefreplace" if not codec.startswith("utf") else "surrogatepass"
    )
    return damaged(data, b"\xff\x00\x81\x1b", draw(edits(st.binary(max_size=4), most=2)))


@st.composite
def parts(draw, members, name):
    """A part of a Word file with its tree changed: elements cut, doubled, moved, renamed, nested; text put in."""
    root = etree.fromstring(members[name])
    for _ in range(draw(st.integers(0, 8))):
        _change(draw, root)
    return etree.tostring(root, xml_declaration=True, encoding=draw(st.sampled_from(["UTF-8", "UTF-16"])))


def _change(draw, root):
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    one = elements[draw(st.integers(0, len(elements) - 1))]
    other = elements[draw(st.integers(0, len(elements) - 1))]
    match draw(st.sampled_from(["cut", "double", "move", "rename", "nest", "text", "attribute", "swap"])):
        case "cut" if one is not root:
            one.getparent().remove(one)
        case "double" if one is not root:
            for _ in range(3):
                one.addnext(_copy(one))
        case "move":
            other.append(_copy(one))
        case "rename":
            one.tag = other.tag
        case "nest":
            _nest(one, draw(st.integers(1, 40)))
        case "text":
            one.text = "".join(char for char in draw(PIECES) if _in_xml(char))
        case "attribute":
            _attribute(draw, one)
        case "swap":
            one.attrib.update(other.attrib)


def _copy(one):
    copy = etree.fromstring(etree.tostring(one, with_tail=False))
    return copy if len(etree.tostring(copy)) < 20_000 else etree.Element(one.tag)


def _nest(one, depth):
    inner = list(one)
    at = one
    for _ in range(depth):
        at = etree.SubElement(at, one.tag)
    at.extend(inner)


def _attribute(draw, one):
    values = [
        "",
        "0",
        "-1",
        "99999999999999999999",
        "1e9",
        "NaN",
        "true",
        "../../x",
        "http://x/",
        "rId1",
        "\u4e00",
        "%9",
        "x" * 300,
    ]
    names = sorted(one.attrib) or ["{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val"]
    one.set(draw(st.sampled_from(names)), draw(st.sampled_from(values)))


def _in_xml(char):
    code = ord(char)
    return code in {9, 10, 13} or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF


@st.composite
def docx_files(draw):
    """Bytes of a Word file with parts changed, lost, exchanged, or damaged as bytes."""
    members = dict(draw(st.sampled_from(word_files())))
    trees = [name for name in members if name.endswith((".xml", ".rels"))]
    names = ["word/document.xml", *draw(st.lists(st.sampled_from(trees), max_size=2, unique=True))]
    for name in dict.fromkeys(names):
        members[name] = draw(parts(members, name))
    for _ in range(draw(st.integers(0, 2))):
        _spoil(draw, members)
    data = _packed(members)
    return (
        damaged(data, b"PK\x03\x04\xff\xff", draw(edits(st.binary(max_size=4), most=1)))
        if draw(st.integers(0, 5)) == 0
        else data
    )


def _spoil(draw, members):
    name = draw(st.sampled_from(sorted(members)))
    match draw(st.sampled_from(["lose", "exchange", "bytes", "none"])):
        case "lose":
            del members[name]
        case "exchange":
            members[name] = members[draw(st.sampled_from(sorted(members)))]
        case "bytes":
            members[name] = damaged(
                members[name], b"<!DOCTYPE x>", draw(edits(st.binary(max_size=6), most=3))
            )


def _packed(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()


@cache
def archives():
    """The sample pages as web archives."""
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/a.htm\r\n\r\n'
    tail = "\r\n--B\r\nContent-Type: image/png\r\nContent-ID: <p1>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--B--\r\n"
    return [head + quopri.encodestring(page.encode()).decode("ascii") + tail for page in pages()]


@cache
def markdowns():
    """The samples as we export them, in Markdown."""
    from minutes.extract import extract
    from minutes.readers import read
    from minutes.writers import write

    records = (record for path in sorted(SAMPLES.iterdir()) for record in extract(read(path)))
    return [write(record, "md", profile="report", with_record=False).decode() for record in records]


MARKS = [
    "# ",
    "## ",
    "- ",
    "1. ",
    "> ",
    "```\n",
    "|a|b|\n|-|-|\n",
    "---\n",
    "**",
    "_",
    "`",
    "[x](y)",
    "![x](y.png)",
    "<b>",
    "\\",
    "\n\n",
    "\t",
    "    ",
]
HEADS = [
    "--B\r\n",
    "--B--\r\n",
    "Content-Type: multipart/mixed; boundary=B\r\n\r\n",
    "Content-Transfer-Encoding: base64\r\n\r\n",
    "=?utf-8?q?=?",
    "boundary=",
    "\r\n\r\n",
    "=\r\n",
    "=3D=FF=00",
]


@st.composite
def texts_of(draw, samples, pieces):
    """Bytes of a damaged text of some kind."""
    made = damaged(
        draw(st.sampled_from(samples())),
        draw(st.sampled_from(samples())),
        draw(edits(st.one_of(PIECES, st.sampled_from(pieces)))),
    )
    return made.encode(draw(st.sampled_from(["utf-8", "utf-8", "gb18030", "utf-16"])), "replace")
