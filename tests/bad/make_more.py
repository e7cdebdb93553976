"""More bad inputs beside those of make_bad.py, of our own, with their manifest: `python make_more.py FOLDER`.

The same words and helpers, the same form of manifest (more.json); the standard library only, deterministic.
"""

import base64
import json
import os
import struct
import sys
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

GIVEN = Path(__file__).with_name("make_bad.py")
given: dict = {"__name__": "make_bad"}
exec(compile(GIVEN.read_text("utf-8").removesuffix("main()\n"), GIVEN, "exec"), given)
docx, doc, rels, rawzip, member, cfb = (
    given[name] for name in ("docx", "doc", "rels", "rawzip", "m_", "cfb")
)
html, big, paragraph = given["html"], given["zbig"], given["p_"]
CT, MAIN, RELS, W, NORMAL, NP, GOOD = (
    given[name] for name in ("CT", "MAIN", "RELS", "W", "NORMAL", "NP", "GOOD")
)
REFUSED, NOTED, FILED = given["REJ"], given["WARN"], given["OK"]
EITHER = "refused or imported"  # whichever, within the limits, and with the demands kept
PNG = b"\x89PNG\r\n\x1a\n"
XML = '<?xml version="1.0" encoding="UTF-8"?>'
CASES: list[tuple] = []


def case(name: str, data: bytes | str | None, attack: str, expected: str, *demands: str) -> None:
    """One input; without data the file system makes it (`special`)."""
    CASES.append((name, data, attack, expected, demands))


def parts(*extra: tuple, document: str | None = None) -> bytes:
    """A Word file by hand: members as (name, deflated, crc, size, declared size, method)."""
    usual = [member("[Content_Types].xml", CT % (MAIN, "")), member("_rels/.rels", RELS)]
    return rawzip([*usual, member("word/document.xml", document or doc(NORMAL)), *extra])


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def picture(width: int, height: int) -> bytes:
    """A PNG that claims any size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return PNG + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


def mht(boundary: str, parts_: str, head: str = "") -> str:
    return (
        f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="{boundary}"\r\n{head}\r\n{parts_}'
    )


def encrypted_doc() -> bytes:
    """A Word 97 file whose FIB says that it is encrypted (MS-DOC 2.5.2: fEncrypted)."""
    made = bytearray(cfb(["WordDocument", "1Table"]))
    fib = struct.pack("<HHHHHH", 0xA5EC, 0x00C1, 0, 0x0804, 0, 0x0100)
    return bytes(made) + fib + b"\0" * (4096 - len(fib))


def flagged(data: bytes, flag: int) -> bytes:
    """The zip file with a flag set in every header."""
    made = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(signature)
        while at >= 0:
            made[at + offset] |= flag
            at = made.find(signature, at + 4)
    return bytes(made)


def containers() -> None:
    half, crc = big(100 << 20, b" ")
    image, image_crc = big(900 << 20)
    bomb = ("word/media/image1.png", image, image_crc, len(image), 900 << 20, 8)
    related = member("word/_rels/document.xml.rels", rels(("rId9", "image", "media/image1.png", "")))
    inner = GOOD
    for _ in range(30):
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(zipfile.ZipInfo("word/document.xml"), inner)
        inner = buffer.getvalue()
    case("zip/nested_30.docx", inner, "a zip in a zip, thirty times", REFUSED)
    case(
        "zip/bomb_styles.docx",
        parts(
            ("word/styles.xml", half, crc, len(half), 100 << 20, 8),
            member("word/_rels/document.xml.rels", rels(("r1", "styles", "styles.xml", ""))),
        ),
        "the styles inflate to 100 MB",
        EITHER,
    )
    case(
        "zip/bomb_picture.docx",
        parts(
            bomb,
            related,
            document=doc(
                NORMAL
                + '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rId9"/></w:drawing></w:r></w:p>'
            ),
        ),
        "a picture inflates to 900 MB",
        NOTED,
        "'林若兰' in record",
    )
    case(
        "zip/bomb_unused.docx",
        parts(("word/other.bin", image, image_crc, len(image), 900 << 20, 8)),
        "a part nobody needs inflates to 900 MB",
        FILED,
        "'林若兰' in record",
    )
    case("zip/overlap.docx", overlapping(), "two thousand entries share one stream", EITHER)
    case("zip/encrypted_entries.docx", flagged(GOOD, 1), "entries marked as encrypted", REFUSED)
    case(
        "zip/unknown_method.docx",
        GOOD.replace(b"\x14\x00\x00\x00\x08\x00", b"\x14\x00\x00\x00\x63\x00").replace(
            b"\x14\x00\x14\x00\x00\x00\x08\x00", b"\x14\x00\x14\x00\x00\x00\x63\x00"
        ),
        "a compression nobody knows",
        REFUSED,
    )
    case(
        "zip/prepended_program.docx",
        b"MZ" + b"\0" * 510 + GOOD,
        "a program with a Word file behind it",
        REFUSED,
    )
    case("zip/page_and_word.docx", html(NP).encode() + GOOD, "a web page with a Word file behind it", EITHER)
    case(
        "zip/trailing_garbage.docx",
        GOOD + b"<script>alert(1)</script>" * 100,
        "more behind the end of the zip",
        EITHER,
    )
    case("zip/empty_archive.docx", b"PK\x05\x06" + b"\0" * 18, "a zip without entries", REFUSED)
    case("zip/zero_bytes.docx", b"", "no bytes at all", REFUSED)
    case("zip/zero_bytes.mht", b"", "no bytes at all", REFUSED)
    case("zip/one_byte.docx", b"P", "one byte", EITHER)
    for tenth in (1, 3, 7, 9):
        case(f"zip/cut_at_{tenth}0_percent.docx", GOOD[: len(GOOD) * tenth // 10], "cut off", REFUSED)
    case(
        "zip/names_differ.docx",
        GOOD.replace(b"word/document.xml", b"word/decument.xml", 1),
        "the local name is another than the directory's",
        EITHER,
    )
    case(
        "zip/null_in_name.docx",
        docx(doc(NORMAL), [("word/a\0b.xml", "x"), ("\x1b[31m.xml", "x")]),
        "NUL and escape in names of members",
        EITHER,
    )
    case(
        "zip/relations_in_circles.docx",
        docx(
            doc(NORMAL),
            docrels=rels(
                ("r1", "officeDocument", "document.xml", ""), ("r2", "header", "../word/document.xml", "")
            ),
        ),
        "parts that refer to themselves",
        EITHER,
    )
    case(
        "zip/target_traversal.docx",
        docx(
            doc(NORMAL),
            docrels=rels(
                ("r1", "styles", "../../../../etc/passwd", ""),
                ("r2", "image", "/etc/passwd", ""),
                ("r3", "footnotes", "file:///etc/passwd", "External"),
            ),
        ),
        "relationships to files of the system",
        NOTED,
        "'root:' not in record",
    )
    case(
        "zip/spreadsheet.doc",
        docx("<x/>", ct_main="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        "a workbook called .doc",
        REFUSED,
    )
    case("ole/password.doc", encrypted_doc(), "a Word 97 file with a password", REFUSED, "says: password")
    case(
        "ole/header_only.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504,
        "the head of a compound file alone",
        REFUSED,
    )
    case("ole/loop.doc", looped(), "a chain of sectors that leads back", REFUSED)


def overlapping() -> bytes:
    """A zip whose two thousand entries all point at one stream of 10 MB."""
    stream, crc = big(10 << 20)
    made = parts(("word/a.bin", stream, crc, len(stream), 10 << 20, 8))
    end = made.rindex(b"PK\x05\x06")
    start = struct.unpack("<I", made[end + 16 : end + 20])[0]
    directory = made[start:end]
    last = directory[directory.rindex(b"PK\x01\x02") :]
    more = b"".join(last[:46] + b"word/%05d.n" % number + last[46 + 10 :] for number in range(2000)).replace(
        last[:46], last[:28] + struct.pack("<H", 12) + last[30:46]
    )
    count = struct.unpack("<H", made[end + 10 : end + 12])[0] + 2000
    return (
        made[:end]
        + more
        + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(directory) + len(more), start, 0)
    )


def looped() -> bytes:
    made = bytearray(cfb(["WordDocument", "1Table"]))
    made[512:1024] = struct.pack("<I", 0) * 128
    return bytes(made)


def markup() -> None:
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    styles = rels(("r1", "styles", "styles.xml", ""))
    case(
        "xml/entity_file.docx",
        docx(
            f'{XML}{entity}<w:document xmlns:w="{W}"><w:body>{paragraph("&e;")}{NORMAL}</w:body></w:document>'
        ),
        "an entity from a file",
        REFUSED,
    )
    case(
        "xml/entity_in_styles.docx",
        docx(
            doc(NORMAL),
            [("word/styles.xml", f'{XML}{entity}<w:styles xmlns:w="{W}">&e;</w:styles>')],
            docrels=styles,
        ),
        "an entity in the styles",
        EITHER,
        "'root:' not in record",
    )
    case(
        "xml/entity_in_relations.docx",
        docx(doc(NORMAL), docrels=f"{XML}{entity}<Relationships>&e;</Relationships>"),
        "an entity in the relationships",
        EITHER,
        "'root:' not in record",
    )
    case(
        "xml/entity_in_types.docx",
        docx(
            doc(NORMAL),
            skip=("[Content_Types].xml",),
            members=[("[content_types].xml", f"{XML}{entity}<Types>&e;</Types>")],
        ),
        "an entity in the content types",
        EITHER,
    )
    case(
        "xml/parameter_entity.docx",
        docx(
            f'{XML}<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]><w:document xmlns:w="{W}"><w:body>{NORMAL}</w:body></w:document>'
        ),
        "a parameter entity from the net",
        REFUSED,
    )
    case(
        "xml/deep_100k.docx",
        docx(doc("<w:p>" * 100_000 + "</w:p>" * 100_000 + NORMAL)),
        "a hundred thousand elements in one another",
        REFUSED,
    )
    case(
        "xml/attributes_1M.docx",
        docx(doc("<w:p " + " ".join(f'w:a{number}="1"' for number in range(1_000_000)) + "/>" + NORMAL)),
        "a million attributes of one element",
        REFUSED,
    )
    case(
        "xml/cells_1M.docx",
        docx(
            doc(
                "<w:tbl>" + ("<w:tr>" + "<w:tc><w:p/></w:tc>" * 1000 + "</w:tr>") * 1000 + "</w:tbl>" + NORMAL
            )
        ),
        "a million cells",
        REFUSED,
    )
    case(
        "xml/span_of_a_billion.docx",
        docx(
            doc(
                NORMAL
                + f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{paragraph("宽")}</w:tc><w:tc><w:tcPr><w:gridSpan w:val="-5"/><w:vMerge w:val="restart"/></w:tcPr>{paragraph("窄")}</w:tc></w:tr></w:tbl>'
            )
        ),
        "a cell over a billion columns",
        EITHER,
    )
    case(
        "xml/numbers_beyond.docx",
        docx(
            doc(
                f'<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999999999999999"/><w:numId w:val="-1"/></w:numPr><w:outlineLvl w:val="1e9"/></w:pPr><w:r><w:sz w:val="NaN"/><w:t>项</w:t></w:r></w:p>{NORMAL}'
            )
        ),
        "numbers beyond any measure",
        FILED,
        "'林若兰' in record",
    )
    case(
        "xml/field_codes.docx",
        docx(
            doc(
                '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>结果</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:p><w:fldSimple w:instr="INCLUDETEXT /etc/passwd"><w:r><w:t>文</w:t></w:r></w:fldSimple></w:p>'
                + NORMAL
            )
        ),
        "fields that start programs and read files",
        EITHER,
        "'DDEAUTO' not in record",
        "'root:' not in record",
    )
    case(
        "xml/unclosed_field.docx",
        docx(
            doc(
                '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>'
                + NORMAL
            )
        ),
        "a field that never ends",
        EITHER,
        "'林若兰' in record",
    )
    case(
        "xml/embedded_page.docx",
        docx(
            doc(NORMAL + '<w:altChunk r:id="c1"/>'),
            [("word/chunk.html", "<p>嵌入<script>x</script></p>")],
            docrels=rels(("c1", "aFChunk", "chunk.html", "")),
        ),
        "a web page embedded in Word",
        EITHER,
        "'<script>' not in record",
    )
    case(
        "xml/styles_in_circles.docx",
        docx(
            doc(f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>标题</w:t></w:r></w:p>{NORMAL}'),
            [
                (
                    "word/styles.xml",
                    f'{XML}<w:styles xmlns:w="{W}"><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>',
                )
            ],
            docrels=styles,
        ),
        "styles based on one another",
        FILED,
        "'林若兰' in record",
    )
    case(
        "xml/processing_instruction.docx",
        docx(doc("<?xml-stylesheet href='http://127.0.0.1:9/x'?><!-- ]]> -->" + NORMAL)),
        "instructions and comments",
        FILED,
        "'林若兰' in record",
    )
    case(
        "xml/encoding_unknown.docx",
        docx(doc(NORMAL, prolog='<?xml version="1.0" encoding="x-evil"?>')),
        "an encoding nobody knows",
        EITHER,
        "'林若兰' in record",
    )
    case("xml/not_xml.docx", docx("会议纪要"), "a document part that is no XML", REFUSED)
    case(
        "xml/bidi_and_controls.docx",
        docx(doc(paragraph("会议\u202e由\u2066林若兰\u2069主持\u200b。") + NORMAL)),
        "text in another order than it is stored",
        NOTED,
        "'\u202e' not in record",
    )


def pages() -> None:
    case(
        "page/attributes_1M.html",
        html("<p " + " ".join(f"a{number}=1" for number in range(1_000_000)) + ">甲</p>" + NP),
        "a million attributes of one tag",
        REFUSED,
    )
    case(
        "page/attributes_same.html",
        html("<p " + "a=1 " * 200_000 + ">甲</p>" + NP),
        "the same attribute two hundred thousand times",
        EITHER,
    )
    case(
        "page/cells_1M.html",
        html("<table>" + ("<tr>" + "<td>" * 1000) * 1000 + "</table>" + NP),
        "a million cells",
        REFUSED,
    )
    case(
        "page/colspans.html",
        html("<table>" + "<tr><td rowspan=65534 colspan=1000>甲" * 200 + "</table>" + NP),
        "cells that span everything",
        EITHER,
    )
    case(
        "page/deep_divs_100k.html",
        html("<div>" * 100_000 + "甲" + NP),
        "a hundred thousand nested elements",
        EITHER,
    )
    case(
        "page/deep_lists.html", html("<ul><li>" * 20_000 + "甲" + NP), "twenty thousand nested lists", EITHER
    )
    case(
        "page/deep_tables.html",
        html("<table><tr><td>" * 5_000 + "甲" + NP),
        "five thousand nested tables",
        EITHER,
    )
    case(
        "page/ampersands.html",
        html("<p>" + "&amp" * 300_000 + "</p>" + NP),
        "three hundred thousand half entities",
        EITHER,
    )
    case("page/lone_brackets.html", html(NP) + "<" * 500_000, "half a million opening brackets", EITHER)
    case(
        "page/unclosed_script.html",
        html(NP) + "<script>" + "x<" * 200_000,
        "a script that never ends",
        EITHER,
        "'林若兰' in record",
    )
    case(
        "page/unclosed_title.html",
        "<html><head><title>会议" + NP + "<p>" + "甲" * 100_000,
        "a title that never ends",
        EITHER,
    )
    case("page/unclosed_textarea.html", html("<textarea>" + NP), "a field that swallows the page", EITHER)
    case("page/title_5M.html", html(NP, title="会" * 1_500_000), "a title of 1.5 million characters", EITHER)
    case(
        "page/nul_between.html",
        b"".join(bytes((byte, 0)) for byte in html(NP).encode("gbk")),
        "a NUL after every byte",
        EITHER,
    )
    case(
        "page/nul_inside.html",
        html(NP.replace("会", "\0会\0")),
        "NUL within the words",
        NOTED,
        "'林若兰' in record",
    )
    case("page/utf32.html", b"\xff\xfe\0\0" + html(NP, head="").encode("utf-32-le"), "UTF-32", EITHER)
    case(
        "page/utf16_odd.html",
        b"\xff\xfe" + html(NP, head="").encode("utf-16-le") + b"x",
        "UTF-16 with a byte too many",
        EITHER,
        "'林若兰' in record",
    )
    case(
        "page/iso2022.html",
        html(NP, head='<meta charset="iso-2022-jp">').encode() + b"\x1b$B\x1b(J",
        "a charset of escapes",
        EITHER,
        "'\x1b' not in record",
    )
    case(
        "page/ebcdic.html",
        html("<p>Present: Ann Lee</p>", head="").encode("cp500", "replace"),
        "EBCDIC",
        EITHER,
    )
    case(
        "page/wide_gap.html",
        html("<p>" + "\u3000" * 300_000 + "会议由林若兰同志主持。</p>" + NP),
        "three hundred thousand wide spaces",
        EITHER,
    )
    case(
        "page/data_picture_40MB.html",
        html(f'<img src="data:image/png;base64,{base64.b64encode(PNG + bytes(30 << 20)).decode()}">' + NP),
        "a picture of 30 MB within the page",
        EITHER,
        "'林若兰' in record",
    )
    case(
        "page/picture_of_a_billion_pixels.html",
        html(
            f'<img src="data:image/png;base64,{base64.b64encode(picture(2**31 - 1, 2**31 - 1)).decode()}"><p>图1 现场</p>'
            + NP
        ),
        "a picture that claims 4 x 10^18 pixels",
        EITHER,
        "'林若兰' in record",
    )
    case(
        "page/svg_script.html",
        html(
            "<svg onload=alert(1)><script>alert(1)</script><foreignObject><p>svg</p></foreignObject></svg>"
            + NP
        ),
        "scripts in a drawing",
        EITHER,
        "'alert' not in record",
    )
    case(
        "page/pictures_outside.html",
        html(
            "".join(
                f'<img src="{src}">'
                for src in (
                    "../../../../../../etc/passwd",
                    "/etc/passwd",
                    "file:///etc/passwd",
                    "..%2f..%2f..%2fetc%2fpasswd",
                    "\\\\evil\\share\\x.png",
                    "c:\\windows\\win.ini",
                    "fifo.png",
                    "loop.png",
                    "http://127.0.0.1:9/a.png",
                    "%00.png",
                    "//127.0.0.1:9/b.png",
                )
            )
            + NP
        ),
        "pictures out of the folder, in pipes, from the net",
        EITHER,
        "'root:' not in record",
    )
    case(
        "page/forged_record.html",
        html(NP) + '\n[minutes-record-1]: # "' + base64.b64encode(forged()).decode() + '"\n',
        "a record of ours, forged, in a web page",
        EITHER,
        "'伪造' not in record",
        "'林若兰' in record",
    )
    case(
        "page/gif_and_page.html",
        b"GIF89a/*" + html(NP).encode() + b"*/",
        "a picture that is a page, too",
        REFUSED,
    )
    case(
        "page/pdf_and_page.html",
        b"<!-- %PDF-1.7 -->" + html(NP).encode(),
        "a PDF that is a page, too",
        REFUSED,
    )
    case(
        "page/escapes_everywhere.html",
        html(
            "<p>会议\x1b]8;;file:///etc/passwd\x1b\\由\x1bP1$r\x1b\\林若兰\x9d52;c;cm0=\x9c主持\x90x\x9c。</p>"
            + NP,
            title="会\x1b[8m议\u202e",
        ),
        "OSC 8, DCS and C1 in text",
        NOTED,
        "'\x1b' not in record",
        "'\x9d' not in record",
        "'\u202e' not in record",
    )


def forged() -> bytes:
    source = {"file": "x", "sha256": "0" * 64, "media_type": "text/html", "size": 1}
    return json.dumps({"title": "伪造", "source": source, "schema": 1}).encode()


def archives() -> None:
    part = "--{0}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html(NP) + "\r\n"
    case(
        "mht/boundary_10k.mht",
        mht("b" * 10_000, part.format("b" * 10_000) + "--" + "b" * 10_000 + "--"),
        "a boundary of ten thousand characters",
        EITHER,
    )
    case("mht/boundary_empty.mht", mht("", part.format("")), "an empty boundary", EITHER)
    case("mht/boundary_missing.mht", mht("B", html(NP)), "no part begins", REFUSED)
    case(
        "mht/boundary_pattern.mht",
        mht("(a+)+$", part.format("(a+)+$") + "a" * 100_000 + "!"),
        "a boundary that reads as a pattern",
        EITHER,
    )
    case(
        "mht/boundary_everywhere.mht",
        mht("B", "--B\r\n" * 100_000 + part.format("B")),
        "a hundred thousand boundaries",
        EITHER,
    )
    nested = "".join(
        f'--{n}\r\nContent-Type: multipart/mixed; boundary="{n + 1}"\r\n\r\n' for n in range(2_000)
    )
    case(
        "mht/nested_2000.mht",
        mht("0", nested + part.format(2_000)),
        "parts within parts, two thousand deep",
        EITHER,
    )
    case(
        "mht/header_5MB.mht",
        mht("B", part.format("B"), head="X-Long: " + "x" * 5_000_000 + "\r\n"),
        "a header of 5 MB",
        EITHER,
    )
    case(
        "mht/headers_200k.mht",
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n"
        + "X: y\r\n" * 200_000
        + "\r\n"
        + part.format("B"),
        "two hundred thousand headers",
        EITHER,
    )
    case(
        "mht/encoding_unknown.mht",
        mht(
            "B",
            part.format("B").replace("\r\n\r\n", "\r\nContent-Transfer-Encoding: x-evil\x1b[31m\r\n\r\n", 1),
        ),
        "a transfer encoding nobody knows",
        EITHER,
    )
    case(
        "mht/charset_evil.mht",
        mht("B", part.format("B").replace("utf-8", "rot13", 1)),
        "a charset that is a Python codec",
        EITHER,
        "'林若兰' in record",
    )
    case(
        "mht/base64_garbage.mht",
        mht(
            "B",
            "--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + "=!@#" * 50_000,
        ),
        "base64 that is none",
        REFUSED,
    )
    case(
        "mht/encoded_words.mht",
        mht("B", part.format("B"), head="Subject: " + "=?utf-8?q?" + "=?" * 50_000 + "?=\r\n"),
        "encoded words without end",
        EITHER,
    )


def texts() -> None:
    case("text/line_3MB.txt", "会议" + "科" * 900_000 + "。", "one line of 2.7 MB", EITHER)
    case("text/lines_500k.txt", "会议\n" * 500_000, "half a million lines", REFUSED)
    case(
        "text/marks.txt",
        "会" + "\u0301" * 200_000 + "议由林若兰主持",
        "two hundred thousand combining marks",
        EITHER,
    )
    case(
        "text/ansi_log.txt",
        "\x1b[2J\x1b[1;1H会议由林若兰同志主持。\x1b]0;pwned\x07\n" * 50,
        "a terminal's log",
        EITHER,
        "'\x1b' not in record",
    )
    case(
        "text/nested_quotes.md",
        "> " * 20_000
        + "会议由林若兰主持\n\n"
        + "# 会议\n\n"
        + "- " * 5_000
        + "甲\n\n"
        + "[" * 50_000
        + "\n\n"
        + "*" * 50_000
        + "\n",
        "Markdown nested without end",
        EITHER,
    )
    case(
        "text/table.md",
        "# 会议\n\n|" + "a|" * 20_000 + "\n|" + "-|" * 20_000 + "\n" + ("|" + "b|" * 200 + "\n") * 2_000,
        "a wide and long table",
        EITHER,
    )
    case(
        "text/front_matter.md",
        "---\n" + "a: &a [*a,*a]\n" * 10_000 + "---\n# 会议\n\n会议由林若兰同志主持。\n",
        "YAML that refers to itself",
        EITHER,
        "'林若兰' in record",
    )
    case("text/noise.txt", bytes(range(256)) * 4_000, "every byte there is", REFUSED)
    case("text/noise.doc", bytes(range(256)) * 4_000, "every byte there is, called .doc", REFUSED)


def system() -> None:
    """Made in the file system; `fs2` so that they do not meet those of make_bad.py."""
    case("fs2/socket.html", None, "a socket", REFUSED)
    case("fs2/loop_a.html", None, "links that lead to one another", REFUSED)
    case(
        "fs2/into_itself/deep.html", html(NP.replace("10月", "11月")), "a folder with a link to itself", FILED
    )
    case("fs2/link_inside.html", None, "a link within its folder", EITHER)
    case("fs2/hard_link.html", None, "a second name of a file", EITHER)
    case(
        "fs2/" + "d" * 200 + "/" + "e" * 200 + "/" + "f" * 200 + "/long.html",
        html(NP.replace("10月", "12月")),
        "a path of 600 characters",
        FILED,
    )
    case("fs2/\u202egnp.lmth.html", html(NP.replace("10月", "9月")), "a name that reads backwards", FILED)
    case(
        "fs2/\x1b]0;pwned\x07.html",
        html(NP.replace("10月", "8月")),
        "a name that commands the terminal",
        FILED,
    )


def make_special(root: Path) -> None:
    """What only the file system can make."""
    import socket

    folder = root / "fs2"
    with socket.socket(socket.AF_UNIX) as one:
        before = Path.cwd()
        os.chdir(folder)  # the address of a socket has 108 bytes
        one.bind("socket.html")
        os.chdir(before)
    (folder / "loop_a.html").symlink_to("loop_b.html")
    (folder / "loop_b.html").symlink_to("loop_a.html")
    (folder / "into_itself" / "again").symlink_to(folder / "into_itself", target_is_directory=True)
    (folder / "whole.html").write_text(html(NP.replace("10月", "7月")), "utf-8")
    (folder / "link_inside.html").symlink_to("whole.html")
    os.link(folder / "whole.html", folder / "hard_link.html")
    os.mkfifo(root / "page" / "fifo.png")
    (root / "page" / "loop.png").symlink_to("loop.png")


def main() -> None:
    root = Path(sys.argv[1])
    for write in (containers, markup, pages, archives, texts, system):
        write()
    for name, data, *_ in CASES:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if data is not None:
            path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    make_special(root)
    rows = [
        {"file": name, "group": name.split("/")[0], "attack": attack, "expected": expected, "must": demands}
        for name, _, attack, expected, demands in CASES
    ]
    (root / "more.json").write_text(json.dumps(rows, ensure_ascii=True, indent=1), "utf-8")


if __name__ == "__main__":
    main()
