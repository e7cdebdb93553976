"""What kind of document some bytes are, whatever the file is called."""

import re
from typing import Final, Literal

from minutes.readers import errors

Kind = Literal["page", "mhtml", "word", "legacy", "markdown", "text"]

_SPACE: Final = b" \t\r\n\f\x00"
_MARK: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_OLE2: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR: Final = 512
_FIB: Final = b"\xec\xa5\xc1\x00"  # wIdent and nFib of Word 97 and later
_FIB_FLAGS: Final = 11  # the second byte of the flags: its lowest bit is fEncrypted
_ZIP: Final = b"PK\x03\x04"
_HEAD: Final = 4096
_NOISE: Final = 0.02  # share of control characters beyond which bytes are no text

# Signatures of formats that are refused, each with its sentence. RFC 1952 (gzip), PKWARE APPNOTE (zip), ISO 32000 (PDF)
# and the magic numbers of file(1).
_REFUSED: Final[tuple[tuple[bytes, type[errors.ReadError], dict[str, str]], ...]] = (
    (b"\x1f\x8b", errors.Compressed, {"format": "gzip"}),
    (b"7z\xbc\xaf\x27\x1c", errors.Compressed, {"format": "7-Zip"}),
    (b"Rar!\x1a\x07", errors.Compressed, {"format": "RAR"}),
    (b"BZh", errors.Compressed, {"format": "bzip2"}),
    (b"\xfd7zXZ\x00", errors.Compressed, {"format": "xz"}),
    (b"\x28\xb5\x2f\xfd", errors.Compressed, {"format": "zstd"}),
    (b"PK\x05\x06", errors.Compressed, {"format": "zip"}),
    (b"%PDF-", errors.Pdf, {}),
    (b"{\\rtf", errors.Rtf, {}),
    (b"\x89PNG\r\n", errors.Picture, {}),
    (b"\xff\xd8\xff", errors.Picture, {}),
    (b"GIF8", errors.Picture, {}),
    (b"II*\x00", errors.Picture, {}),
    (b"MM\x00*", errors.Picture, {}),
)
_IN_OLE2: Final = (
    ("EncryptedPackage", errors.Encrypted),
    ("Workbook", errors.Spreadsheet),
    ("Book", errors.Spreadsheet),
    ("PowerPoint Document", errors.Presentation),
)
_IN_ZIP: Final = (
    (b"application/vnd.oasis.opendocument.text", errors.OpenDocument),
    (b"application/vnd.oasis.opendocument.spreadsheet", errors.Spreadsheet),
    (b"application/vnd.oasis.opendocument.presentation", errors.Presentation),
)
_PAGE: Final = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|frameset|div|table|p|h[1-6]|center|article|section|span|font)\b",
    re.IGNORECASE,
)
_WORD_XML: Final = re.compile(rb"<\?mso-application progid=\"Word|<w:wordDocument|<pkg:package")
_MHTML: Final = re.compile(
    rb"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?content-type:\s*multipart/", re.IGNORECASE
)
_MARKDOWN_ENDINGS: Final = {"md", "markdown"}
_TEXT_ENDINGS: Final = {"txt", "text", *_MARKDOWN_ENDINGS}  # may show tags; a page starts with one
_MARKDOWN: Final = re.compile(r"^#{1,6} \S", re.MULTILINE)


def kind_of(data: bytes, name: str) -> Kind:
    """The kind that has a reader; raises the `ReadError` that names any other."""
    if name.startswith("~$"):
        raise errors.OwnerFile(file=name)
    _refuse(data, name)
    if data.startswith(_ZIP):
        return _in_zip(data, name)
    if data.startswith(_OLE2):
        return _in_ole2(data, name)
    return _textual(data, name)


def _refuse(data: bytes, name: str) -> None:
    for signature, error, values in _REFUSED:
        if data.startswith(signature) or (error is errors.Pdf and signature in data[:1024]):
            raise error(file=name, **values)


def _in_zip(data: bytes, name: str) -> Kind:
    for mimetype, error in _IN_ZIP:
        if mimetype in data[:200]:
            raise error(file=name)
    if b"word/" in data:
        return "word"
    if b"xl/" in data:
        raise errors.Spreadsheet(file=name)
    if b"ppt/" in data:
        raise errors.Presentation(file=name)
    if b"[Content_Types].xml" in data or data.rfind(b"PK\x05\x06", -65_557) < 0:
        return "word"  # a document that its own reader finds damaged or incomplete
    raise errors.Compressed(file=name, format="zip")


def _in_ole2(data: bytes, name: str) -> Kind:
    for stream, error in _IN_OLE2:
        if _has_stream(data, stream):
            raise error(file=name)
    if name.lower().endswith((".wps", ".wpt")):
        raise errors.WpsWriter(file=name)
    if _is_locked(data):
        raise errors.Encrypted(file=name)
    if _has_stream(data, "WordDocument"):
        return "legacy"
    raise errors.NotAReport(file=name)


def _has_stream(data: bytes, stream: str) -> bool:
    """Whether the directory of a compound file names `stream` (MS-CFB 2.6.1: UTF-16, in 64 bytes, padded with zeros)."""
    return (stream + "\0").encode("utf-16-le") in data


def _is_locked(data: bytes) -> bool:
    """Whether the head of a Word 97 text, at the start of a sector, says that it is encrypted (MS-DOC 2.5.2: FibBase)."""
    heads = (at for at in range(_SECTOR, len(data), _SECTOR) if data.startswith(_FIB, at))
    return any(data[at + _FIB_FLAGS] & 1 for at in heads if at + _FIB_FLAGS < len(data))


def _textual(data: bytes, name: str) -> Kind:
    head = _ascii(data)
    if _WORD_XML.search(head):
        raise errors.WordXml(file=name)
    if _MHTML.match(head.lstrip()):
        return "mhtml"
    ending = name.lower().rpartition(".")[2]
    if head.startswith(b"<") or (ending not in _TEXT_ENDINGS and _PAGE.search(head)):
        return "page"
    if _noisy(data):
        raise errors.NotAReport(file=name)
    if ending in _MARKDOWN_ENDINGS or _marked(data):
        return "markdown"
    return "text"


def _ascii(data: bytes) -> bytes:
    """The head of the data without byte order mark and, of UTF-16, without its zero bytes."""
    head = data[:_HEAD]
    for mark in _MARK:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip(_SPACE)


def _noisy(data: bytes) -> bool:
    """Whether control characters say that this is no text; UTF-16 has zeros of right."""
    if data.startswith(_MARK[1:]):
        return False
    sample = data[: 16 * _HEAD]
    odd = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\r\f\x1b")
    return odd > _NOISE * len(sample) and not _wide(sample)


def _wide(sample: bytes) -> bool:
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    return max(odd, even) > len(sample) // 4 and min(odd, even) < len(sample) // 50


def _marked(data: bytes) -> bool:
    """Whether a text without ending has at least two headings of Markdown."""
    return len(_MARKDOWN.findall(data[: 16 * _HEAD].decode("utf-8", "replace"))) > 1
