"""Who is who: everybody named in full, with titles and units, and whom a surname with a title means."""

import re

from msgspec import Struct, field

from archive.record import Person
from archive.text import plain

Place = tuple[int, int]
SECONDARY = re.compile(
    "^(?:第一|常务|名誉|执行|代理?|副|付|原|党委|党组|党总支|党支部|总支|支部|纪委|(?:学院|校|院|系|市|县|区|省|州|镇|乡|村)(?!长))+"
)
ANYBODY = {"老师", "教授", "同学", "同志", "医生", "博士", "先生", "女士"}
ADDRESS = frozenset({"老师", "同学", "先生", "女士"})
TOO_WEAK = frozenset(
    {
        "老师",
        "教师",
        "同学",
        "学生",
        "代表",
        "专家",
        "领导",
        "教授",
        "干部",
        "员工",
        "记者",
        "居民",
        "村民",
        "成员",
        "组员",
        "党员",
        "学员",
        "家长",
        "工人",
        "业主",
        "患者",
        "家属",
        "病友",
    }
)


class Entry(Struct):
    """A person named in full: the first title counts, the others are kept."""

    name: str  # as the patterns read it
    shown: str  # as the report writes it
    place: Place
    roles: list[tuple[str, Place]] = field(default_factory=list)
    organisation: str | None = None

    @property
    def role(self) -> str | None:
        """The first title that names an office; a teacher may also be a director.

        老师 behind a name that stood alone before is a form of address.
        """
        strong = [
            role for role, _ in self.roles if role not in TOO_WEAK and not role.endswith(("领导", "領導"))
        ]
        if strong or not self.roles:
            return strong[0] if strong else None
        role, place = self.roles[0]
        return None if role in ADDRESS and place[0] > self.place[1] else role

    def person(self) -> Person:
        """The person for the record."""
        return Person(name=self.shown, role=self.role, organisation=self.organisation)


class Register(Struct):
    """Everybody named in full, by name."""

    entries: dict[str, Entry] = field(default_factory=dict)
    family: dict[str, list[Entry]] = field(default_factory=dict)

    def add(self, entry: Entry, family: str) -> Entry:
        """The entry under this name, new or known, with what `entry` adds to it."""
        known = self.entries.get(entry.name)
        if known is None:
            self.entries[entry.name] = known = entry
            self.family.setdefault(family, []).append(entry)
            return known
        known.roles += [role for role in entry.roles if role[0] not in dict(known.roles)]
        known.organisation = known.organisation or entry.organisation
        return known

    def holder(self, title: str) -> Entry | None:
        """Who a title alone means (院长 in 院长强调): the only one who holds just this office."""
        if title.endswith(tuple(TOO_WEAK)) or len(title) < 2:  # noqa: PLR2004
            return None
        found = [
            one
            for one in self.entries.values()
            if any(title in re.split("[\u3001兼]", plain(role)) for role, _ in one.roles)
        ]
        return found[0] if len(found) == 1 else None

    def resolve(self, family: str, title: str) -> Entry | None:
        """Whom a surname with a title means: the one of that surname whose title has the same core.

        A deputy is called by the full title (王校长 for 副校长王静), so prefixes do not count, unless two compete.
        None where nobody or more than one fits.
        """
        candidates = self.family.get(family, [])
        if title in ANYBODY and len(candidates) == 1:
            return candidates[0]
        fits = [one for one in candidates if any(_same_core(role, title) for role, _ in one.roles)]
        if len(fits) > 1:
            fits = [
                one
                for one in fits
                if any(
                    plain(role).endswith(title) and not _deputy(plain(role), title) for role, _ in one.roles
                )
            ] or fits
        if not fits:
            fits = [one for one in candidates if not one.roles]
        return fits[0] if len(fits) == 1 else None


def core_of(title: str) -> str:
    """The title without what marks a deputy, a body or a note: 常务副校长(主持工作) is 校长."""
    bare = re.sub(r"\([^()]*\)?", "", title)
    return SECONDARY.sub("", bare)


def _same_core(role: str, title: str) -> bool:
    core = core_of(title)
    return any(
        core_of(part) == core or part.endswith(core)
        for part in re.split("[\u3001兼]", re.sub(r"\([^()]*\)", "", plain(role)))
    )


def _deputy(role: str, title: str) -> bool:
    before = role.removesuffix(title)
    return before.endswith(("副", "付"))
