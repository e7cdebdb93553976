"""docProps/core.xml: Dublin Core for every library's catalogue; the dates are the record's, never the clock's."""

import datetime as dt
from typing import Final

from minutes import border
from minutes.writers.paper import Properties
from minutes.writers.xml import HEAD, tag, text

_LONGEST: Final = 255  # characters of a property, as Word shows them
_NAMES: Final = {
    "xmlns_cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns_dc": "http://purl.org/dc/elements/1.1/",
    "xmlns_dcterms": "http://purl.org/dc/terms/",
    "xmlns_xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


def core(about: Properties) -> str:
    """What the record knows; nothing for what it does not."""
    values = {
        "dc:title": about.title,
        "dc:subject": about.subject,
        "dc:creator": about.creator,
        "cp:keywords": ", ".join(about.keywords),
        "dc:description": about.description,
        "cp:category": about.category,
        "dc:identifier": about.identifier,
        "dc:language": about.language,
        "cp:version": about.version,
        "cp:contentStatus": about.status,
    }
    given = [
        tag(name, text(border.one_line(value)[:_LONGEST].strip())) for name, value in values.items() if value
    ]
    if moment := _moment(about.date):
        given += [
            tag(name, moment, xsi_type="dcterms:W3CDTF") for name in ("dcterms:created", "dcterms:modified")
        ]
    return HEAD + tag("cp:coreProperties", *given, **_NAMES)


def _moment(written: str | None) -> str | None:
    """The moment in UTC, as W3CDTF has it."""
    try:
        moment = dt.datetime.fromisoformat(written or "")
        moment = moment.astimezone(dt.UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
