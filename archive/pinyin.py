"""How names sound: 张斯虹 is zhangsihong, and zsh for short."""

from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Final

MOST: Final = 4  # readings of one name that are kept

SURNAMES: Final = {
    "单": "shan", "仇": "qiu", "解": "xie", "曾": "zeng", "朴": "piao", "区": "ou", "查": "zha", "盖": "ge",
    "任": "ren", "乐": "yue", "尉": "yu", "缪": "miao", "宓": "mi", "繁": "po", "瞿": "qu", "覃": "qin",
    "员": "yun", "召": "shao", "折": "she", "种": "chong", "重": "chong", "秘": "bi", "冼": "xian", "翟": "zhai",
    "逄": "pang", "佴": "nai", "黑": "he", "盛": "sheng", "晁": "chao", "晟": "cheng", "车": "che", "石": "shi",
    "燕": "yan", "宁": "ning", "曲": "qu", "洗": "xian", "郇": "xun", "哈": "ha", "阚": "kan", "芮": "rui",
    "厍": "she", "谌": "chen", "隗": "wei", "牟": "mou", "万": "wan", "柏": "bai", "薄": "bo", "卜": "bu",
    "贾": "jia", "角": "jue", "令": "ling", "戚": "qi", "费": "fei", "葛": "ge", "纪": "ji", "強": "qiang",
    "强": "qiang", "洪": "hong", "沈": "shen", "都": "du", "眭": "sui", "邵": "shao", "祭": "zhai", "过": "guo",
    "那": "na", "於": "yu", "应": "ying", "和": "he", "相": "xiang", "占": "zhan", "长": "chang", "行": "xing",
}  # fmt: skip
"""Surnames that sound otherwise than the character mostly does, or that have several readings as words."""

DOUBLE: Final = {
    "欧阳": "ou yang", "司马": "si ma", "上官": "shang guan", "诸葛": "zhu ge", "东方": "dong fang",
    "皇甫": "huang fu", "尉迟": "yu chi", "公孙": "gong sun", "慕容": "mu rong", "长孙": "zhang sun",
    "宇文": "yu wen", "司徒": "si tu", "令狐": "ling hu", "万俟": "mo qi", "单于": "chan yu", "澹台": "tan tai",
    "濮阳": "pu yang", "淳于": "chun yu", "夏侯": "xia hou", "端木": "duan mu", "呼延": "hu yan",
    "南宫": "nan gong", "西门": "xi men", "独孤": "du gu", "申屠": "shen tu", "钟离": "zhong li",
    "闻人": "wen ren", "赫连": "he lian", "轩辕": "xuan yuan", "百里": "bai li", "东郭": "dong guo",
}  # fmt: skip


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    """Syllables of each character, the commonest first; `pinyin.txt` is made from pypinyin's table (MIT).

    A line has a syllable, the characters it is the first reading of, and those it is another reading of. pypinyin itself
    takes 300 ms to load, the table 5.
    """
    first: dict[str, tuple[str, ...]] = {}
    other: dict[str, tuple[str, ...]] = {}
    for line in Path(__file__).with_name("pinyin.txt").read_text("utf-8").splitlines():
        syllable, commonest, rarer = [*line.split(" "), ""][:3]
        first.update(dict.fromkeys(commonest, (syllable,)))
        for char in rarer:
            other[char] = (*other.get(char, ()), syllable)
    return {char: (*first.get(char, ()), *other.get(char, ())) for char in {**first, **other}}


def sounds_of(name: str) -> tuple[str, ...]:
    """What the Latin letters for a Chinese name may be: zhang, zhangsi, zhangsihong, sihong, zsh; () for other names."""
    from archive.text import plain

    name = plain(name).replace(" ", "").replace("\u00b7", "")
    if not name or any(char not in _readings() for char in name):
        return ()
    surname = 2 if name[:2] in DOUBLE and len(name) > 2 else 1  # noqa: PLR2004
    found: dict[str, None] = {}
    for syllables in islice(product(*_choices(name, surname)), MOST):
        found.update(dict.fromkeys(_spellings(syllables, surname)))
    return tuple(found)


def _choices(name: str, surname: int) -> list[tuple[str, ...]]:
    given = [_readings()[char] for char in name[surname:]]
    if surname == 2:  # noqa: PLR2004
        return [(syllable,) for syllable in DOUBLE[name[:2]].split()] + given
    return [(SURNAMES.get(name[0]) or _readings()[name[0]][0],), *given]


def _spellings(syllables: tuple[str, ...], surname: int) -> list[str]:
    heads = ["".join(syllables[:count]) for count in range(surname, len(syllables) + 1)]
    given = "".join(syllables[surname:])
    initials = "".join(syllable[0] for syllable in syllables)
    names = [*heads, given, given + heads[0], initials]
    return [one for one in names if one]
