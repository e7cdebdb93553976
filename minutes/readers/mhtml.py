"""Web archives (MHTML, RFC 2557), under whatever name: the page and the pictures that came with it."""

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from typing import Final
from urllib.parse import urlsplit

from minutes.readers import errors
from minutes.readers.encoding import codec_of
from minutes.readers.limits import Limits

_PART: Final = re.compile(rb"^content-type:", re.IGNORECASE | re.MULTILINE)
_NESTED: Final = re.compile(rb"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Archived:
    """The page's bytes, the codec its part names, its address, and all other parts by their addresses."""

    page: bytes
    codec: str | None
    address: str | None
    parts: dict[str, bytes]


def unpacked(data: bytes, name: str, limits: Limits) -> Archived:
    """The parts of a web archive; raises `NoArticle` where it holds no page."""
    if len(_PART.findall(data)) > limits.archive_parts:
        raise errors.TooMuchText(file=name, what="parts", limit=limits.archive_parts)
    if len(_NESTED.findall(data)) > limits.archive_depth:
        raise errors.TooDeep(file=name, limit=limits.archive_depth)
    message = message_from_bytes(data.lstrip())
    parts = [part for part in message.walk() if not part.is_multipart()]
    page = next(
        (part for part in parts if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None
    )
    if page is None:
        raise errors.NoArticle(file=name)
    address = str(message.get("Snapshot-Content-Location") or page.get("Content-Location") or "")
    return Archived(
        page=_bytes(page),
        codec=codec_of(page.get_content_charset()),
        address=address if urlsplit(address).scheme in {"http", "https"} else None,
        parts={key: _bytes(part) for part in parts if part is not page for key in _keys(part)},
    )


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _keys(part: Message) -> list[str]:
    """What the page may call a part: its address, the end of a local one, its content id."""
    location = str(part.get("Content-Location") or "").strip()
    content_id = str(part.get("Content-ID") or "").strip().strip("<>")
    keys = [location, location.rpartition("/")[2]] if part.get_content_maintype() == "image" else []
    return [key for key in (*keys, f"cid:{content_id}" if content_id else "") if key]
