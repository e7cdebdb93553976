"""Label rows (时间: ... 地点: ... 主持人: ...), in lines and in tables, and the lists of people behind them."""

import re
from collections.abc import Iterator

from msgspec import Struct, structs

from archive.record import Person
from archive.text import plain
from minutes.extract.view import HAN
from minutes.extract.zh.abreast import is_led, is_side, name_below, spaced, value_end
from minutes.extract.zh.columns import is_ledger
from minutes.extract.zh.document import Document
from minutes.extract.zh.forms import values_of
from minutes.extract.zh.label_words import KEYS, WORDS
from minutes.extract.zh.names import Names
from minutes.extract.zh.parted import joined
from minutes.extract.zh.sheets import PEOPLE, sheet_of
from minutes.extract.zh.titles import Titles

# 时间:, 出席(12人):, 【时间】: the words before these are looked up in KEYS.
END = re.compile(
    "(?:\\([^()\\n]{1,16}\\))?:|[\u3010\\[](?P<bracketed>[^\u3010\u3011\\[\\]]{1,12})[\u3011\\]]:?"
)
NEXT = re.compile("下次|下一次|下周例会|下期")
NUMBER = re.compile(
    "(?:[一二三四五六七八九十\\d]{1,2}|[壹贰叁参肆伍陆柒捌玖拾]{1,2})[、. ]|\\([一二三四五六七八九十\\d]{1,2}\\)"
)
LONGEST_ROW = 600
APART = frozenset(" \t\u3000;\uff1b,\uff0c")
NAME_NOTE = re.compile(r"\(([^()]*)\)")
SPLIT = re.compile("[\u3001,;/|\n\t]+|\\.(?=\\D)|(?<=[^\\d]) +(?=[^\\d(])")
ENDWORDS = re.compile("(?:等|共|计)?\\s?\\d{0,6}\\s?(?:人|名|位)?[。.]*\\Z|等.{0,12}\\Z")


# (董事长因公未能出席,由董事推举): a remark on the meeting, no title.
TOLD = re.compile("因|未能|推举|委托|代理|主持会议|缺席|请假")
# 甲方:李明, 施工单位:王五 within a list.
ONE_SIDE = re.compile(f"^[^:()]{{1,14}}:(?={HAN})")
# 庞大海 begins like a word and is a name where only names stand.
FULL = 3
GROUPS = frozenset("队班科员长师生工民人者方家村户")
CAME = re.compile("到[达场会]|迟到|离[席会场]|早退|线上|视频|远程|\\d[时点:]")
# 应出席58人, 实到董事9人: figures, nobody's name.
FIGURES = re.compile("(?:应|实|共|现|另|其中|因)[^\\d]{0,8}\\d")


class Label(Struct, frozen=True):
    """A label and the characters of its value in the document's text."""

    key: str
    word: str
    start: int
    end: int
    role: tuple[int, int] | None = None  # where a sheet's row names the person's office


class Listed(Struct, frozen=True):
    """A person of a list, as written."""

    name: str
    role: str | None
    note: str | None = None

    def person(self) -> Person:
        """For the record."""
        return Person(name=self.name, role=self.role)


def find_labels(document: Document, names: Names | None = None) -> list[Label]:
    """All labels with their values, in order."""
    found: list[Label] = []
    for number, block in enumerate(document.blocks):
        labels = _in_table(document, number) if block.kind == "table" else _in_line(document, number)
        found += [_with_name(document, one, names) if names else one for one in labels]
    return found


def _with_name(document: Document, label: Label, names: Names) -> Label:
    """A value that ends in a title goes on to the name alone on the next line: 主持人:教务处处长 / 王静."""
    alone = label.key in {"chair", "recorder"}
    end = name_below(document, label.start, label.end, names) if alone else None
    return structs.replace(label, end=end) if end else label


def _in_line(document: Document, number: int) -> Iterator[Label]:
    text, base = document.views[number].text, document.starts[number]
    if len(text) > LONGEST_ROW or (number and NEXT.search(document.views[number - 1].text[:12])):
        return
    rows = list(_rows(text))
    if not rows or not _is_first(text, rows[0].start):
        yield from _bare(document, number)
        return
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        word, start = row.word, row.end
        end = value_end(text, start, following.start if following else len(text))
        if not text[start:end].strip(" _") and following is None and number + 1 < len(document.blocks):
            start, end = _next_line(document, number + 1, base)
        yield Label(KEYS[word], word, base + start, base + end)


def _rows(text: str) -> Iterator[Label]:
    """The labels of a line, themselves and not their values."""
    place = 0
    for found in END.finditer(text):
        word = found["bracketed"] or _ending(text, place, found.start())
        if word in KEYS:
            start = found.start() if found["bracketed"] else found.start() - len(word)
            yield Label(KEYS[word], word, start, found.end())
            place = found.end()


def _ending(text: str, low: int, place: int) -> str:
    """The longest label that ends at `place`."""
    sizes = (size for size in WORDS.sizes if size <= place - low)
    return next((text[place - size : place] for size in sizes if text[place - size : place] in KEYS), "")


def _is_first(text: str, place: int) -> bool:
    """Whether the line begins with this label, or with its number: 一、时间:..."""
    number = NUMBER.match(text)
    return place == 0 or bool(number and number.end() == place) or is_led(text, place)


def _bare(document: Document, number: int) -> Iterator[Label]:
    """Labels and their values parted by nothing but spaces of the source."""
    seen, base = document.views[number], document.starts[number]
    end = WORDS.end_at(seen.text, 0)
    if end and end < len(seen.text) and seen.source[seen.origin[end - 1] + 1 :][:1].isspace():
        for word, start, stop in spaced(seen):
            yield Label(KEYS[word], word, base + start, base + stop)


def _next_line(document: Document, number: int, base: int) -> tuple[int, int]:
    """A label alone on its line is followed by its value, unless another label follows."""
    text, start = document.views[number].text, document.starts[number] - base
    first = next(_rows(text), None)
    if first and _is_first(text, first.start):
        return start, start
    while is_side(document, number) and is_side(document, number + 1):
        number += 1
    return start, document.end_of(number) - base


def _in_table(document: Document, number: int) -> Iterator[Label]:
    sheet = list(sheet_of(document, number))
    for word, place in values_of(document, number):
        if not sheet or KEYS[word] not in PEOPLE:
            yield from _parted(document, number, Label(KEYS[word], word, *place))
    for one in sheet:
        yield Label(one.key, one.word, *one.place, one.role)
    if not sheet:
        yield from _in_cells(document, number)


def _parted(document: Document, number: int, whole: Label) -> Iterator[Label]:
    """The value of a cell, and the labels behind it in the same cell: 5月20日 地点:会议室."""
    seen, base = document.views[number], document.starts[number]
    found = [one for one in _rows(document.text[whole.start : whole.end]) if one.start]
    rows = [one for one in found if seen.source[seen.origin[whole.start + one.start - base] - 1] in APART]
    stops = [*(whole.start + one.start for one in rows), whole.end]
    yield structs.replace(whole, end=stops[0])
    for row, stop in zip(rows, stops[1:], strict=True):
        yield Label(row.key, row.word, whole.start + row.end, stop)


def _in_cells(document: Document, number: int) -> Iterator[Label]:
    """时间:... 地点:... within a cell, each with its value."""
    block = document.blocks[number]
    for cell in () if is_ledger(block) else block.cells:
        start, end = (document.place_of(number, place) for place in (cell.start, cell.end))
        text = document.text[start : min(end, start + LONGEST_ROW)]
        rows = list(_rows(text)) if ":" in text else []
        if not rows or not _is_first(text, rows[0].start):
            continue
        for row, stop in zip(rows, [*(one.start for one in rows[1:]), len(text)], strict=True):
            if text[row.end : stop].strip(" _"):
                yield Label(row.key, row.word, start + row.end, start + value_end(text, row.end, stop))


def listed(document: Document, label: Label, names: Names, titles: Titles) -> list[Listed]:
    """The people in a list; units and counts are left out."""
    words = document.words(label.start, label.end)
    items = [item.strip() for item in SPLIT.split(_brackets_closed(plain(words)))]
    parts = [item for item in _rejoined(items, titles) if item]
    read = [read_item(item, names, titles) for item in parts]
    if sum(one is not None for one in read) * 2 >= len(parts) > 1:
        read = [one or _unusual(item, titles) for one, item in zip(read, parts, strict=True)]
    found = [one for one in read if one] or _one_alone(parts, names, titles)
    if label.role and len(found) == 1 and found[0].role is None:
        return [Listed(found[0].name, plain(document.words(*label.role)), found[0].note)]
    return found


def _one_alone(parts: list[str], names: Names, titles: Titles) -> list[Listed]:
    """A title and a name that reads as a word, nothing else: 质量总监 简单."""
    if len(parts) != 2 or not names.is_name(parts[1], strict=False):  # noqa: PLR2004
        return []
    title = next((one for one in titles.pattern.finditer(parts[0]) if one.end() == len(parts[0])), None)
    return [Listed(parts[1], parts[0])] if title else []


def _unusual(item: str, titles: Titles) -> Listed | None:
    """Among names two or three characters are a name, whatever the surname; units and groups end in known words."""
    plain_name = re.fullmatch(f"{HAN}{{2,3}}", item)
    if (
        not plain_name
        or titles.pattern.search(item)
        or titles.unit_end.search(item)
        or re.search("全体|各|等|人员|成员|班子", item)
    ):
        return None
    return Listed(item, None)


def _brackets_closed(words: str) -> str:
    """Separators inside brackets do not part names: A(院长、教授)."""
    return NAME_NOTE.sub(lambda found: "(" + re.sub("[\u3001,; ]", "\u00b7", found[1]) + ")", words)


def _rejoined(items: list[str], titles: Titles) -> Iterator[str]:
    """Puts 李 and 明, 院长 and 李明 together where spaces had parted them."""
    before = ""
    for item in items:
        whole = before + item
        if (len(item) == 1 and len(before) <= 1) or titles.pattern.fullmatch(whole) or _is_unit(item, titles):
            before = whole
            if len(whole) < 2 or titles.pattern.fullmatch(whole) or _is_unit(item, titles):  # noqa: PLR2004
                continue
        before = ""
        yield whole


def _is_unit(item: str, titles: Titles) -> bool:
    unit = titles.unit(item, 0, len(item))
    return bool(unit) and unit is not None and unit[1] == len(item)


def read_item(item: str, names: Names, titles: Titles) -> Listed | None:
    """王静(党委书记), 国际处处长周亮, 李明教务长, 王静; None where it names nobody."""
    item = ONE_SIDE.sub("", item)
    if FIGURES.match(item):
        return None
    note = NAME_NOTE.search(item)
    inside = _office(note[1]) if note else None
    bare = ENDWORDS.sub("", NAME_NOTE.sub("", item)).replace(" ", "").strip("。.,:")
    bare = re.sub("(?:同志|先生|女士|同学|小姐|太太)\\Z", "", bare)
    role = inside if inside and titles.pattern.search(inside) and not TOLD.search(inside) else None
    if names.is_name(bare):
        return Listed(bare, role, inside)
    bare = bare.rpartition("-")[2] or bare  # 技术部-徐静
    found = list(titles.pattern.finditer(bare))
    full = len(bare) == FULL and bare[-1] not in GROUPS
    if not found and names.is_name(bare, strict=not full):
        return Listed(bare, role, inside)
    return _titled(bare, found, inside, names) if found else _behind_unit(bare, names, titles)


def _titled(item: str, found: list[re.Match[str]], note: str | None, names: Names) -> Listed | None:
    """張校長文遠, 国际处处长周亮, 李明教务长."""
    title, behind = found[0], item[found[-1].end() :]
    parted = names.family(item, 0) == title.start() and joined(item, title.start(), title.end(), names)
    if parted:
        return Listed(parted, title.group(), note)
    if names.is_name(behind, strict=False):
        return Listed(behind, item[: found[-1].end()], note)
    return _name_first(item, title, names)


def _office(note: str) -> str | None:
    """委员 of (委員,晚上8時10分到達): what is no remark on coming and going."""
    parts = note.split("\u00b7")
    kept = [part for part in parts if not CAME.search(part)]
    return "\u3001".join(kept or parts)


def _behind_unit(item: str, names: Names, titles: Titles) -> Listed | None:
    """生产部石头: a name behind a unit."""
    unit = titles.unit(item, 0, len(item))
    name = item[unit[1] :] if unit else ""
    return Listed(name, None) if name and names.is_name(name, strict=False) else None


def _name_first(item: str, title: re.Match[str], names: Names) -> Listed | None:
    if parted := joined(item, title.start(), title.end(), names):
        return Listed(parted, title.group())
    start = names.before(item, title.start())
    if start is None or title.end() != len(item):
        return None
    return Listed(item[start : title.start()], item[title.start() :])
