"""The agenda: numbered headings, and what stands behind 议题:."""

import re

from archive.record import AgendaItem
from minutes.extract.zh.reading import Reading

NUMBERED = re.compile(
    r"(?P<number>[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾参]|\([一二三四五六七八九十]{1,3}\)|提案[一二三四五六七八九十]|\d{1,2})(?:[、.]|(?<=\))|(?= ))(?P<title>[^。;\n]{2,60})\Z"
)
AGENDA_LABEL = re.compile(r"[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾参]{1,3}[、.]?")


def find_agenda(reading: Reading) -> None:
    """Puts the agenda of minutes: short numbered headings, else the items of the 议题 label."""
    if reading.draft.fields.get("kind") == "news":
        return
    items = _headings(reading) or _listed(reading)
    reading.draft.fields["agenda"] = tuple(items)
    for number, item in enumerate(items):
        reading.draft.prove(f"agenda.{number}", item.span, "agenda-heading")


def _headings(reading: Reading) -> list[AgendaItem]:
    found: list[AgendaItem] = []
    for number, block in enumerate(reading.document.blocks):
        seen, base = reading.document.views[number], reading.document.starts[number]
        label = (block.label or "").strip()
        if len(seen.text) > 60 or seen.text.endswith((";", "。", ":")):  # noqa: PLR2004
            continue
        if label and AGENDA_LABEL.fullmatch(label):
            place = (base, base + len(seen.text))
            found.append(
                AgendaItem(
                    number=label, title=reading.document.words(*place), span=reading.document.span(*place)
                )
            )
        elif (
            not label
            and (match := NUMBERED.match(seen.text))
            and not match["number"].isdigit()
            and "(" not in match["number"]
        ):
            place = (base + match.start("title"), base + match.end("title"))
            shown = reading.document.words(base, base + match.start("title"))
            found.append(
                AgendaItem(
                    number=shown, title=reading.document.words(*place), span=reading.document.span(*place)
                )
            )
    return found


def _listed(reading: Reading) -> list[AgendaItem]:
    label = next((one for one in reading.labels if one.key == "topic" and "议" in one.word), None)
    if label is None:
        return []
    items, place = [], label.start
    for stop in (
        *(found.start() for found in re.finditer(";", reading.document.text[label.start : label.end])),
        label.end - label.start,
    ):
        span = reading.document.span(place, label.start + stop)
        if span and span.end > span.start:
            items.append(
                AgendaItem(number=None, title=reading.document.words(place, label.start + stop), span=span)
            )
        place = label.start + stop + 1
    return items
