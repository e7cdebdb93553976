"""Titles cut to one character behind a surname: 王总 is the general manager or a director of that surname."""

import re
from collections.abc import Iterator

from archive.text import plain
from minutes.extract.zh.mention import Mention
from minutes.extract.zh.names import Names
from minutes.extract.zh.people import Entry, Register

FULL = {
    "总": ("总", "董事长", "经理"),
    "董": ("董事长", "董事", "董秘"),
    "工": ("工程师", "总工", "技术"),
    "局": ("局长",),
    "处": ("处长",),
    "院": ("院长",),
    "校": ("校长",),
    "所": ("所长",),
    "队": ("队长",),
}
LEADS = frozenset("由请和与及让向对是\u3001,;:\u3002!?\n\u201c\u201d\u25a1( ")


def short_titles(flat: str, names: Names, register: Register) -> Iterator[Mention]:
    """A mention for each whose surname and title fit exactly one person of the text."""
    families = {family for family in register.family if len(family) == 1}
    if not families:
        return
    for found in re.finditer(f"(?P<family>[{''.join(sorted(families))}])(?P<title>[{''.join(FULL)}])", flat):
        start, end = found.span()
        entry = _holder(register, found["family"], found["title"])
        leads = start == 0 or flat[start - 1] in LEADS
        if entry and leads and names.follows(flat, end):
            yield Mention(start, end, entry, name_start=start, name_end=start + 1)


def _holder(register: Register, family: str, title: str) -> Entry | None:
    fits = [
        one
        for one in register.family[family]
        if any(word in plain(role) for role, _ in one.roles for word in FULL[title])
    ]
    return fits[0] if len(fits) == 1 else None
