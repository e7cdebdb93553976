"""What identifies a person without a name: numbers and addresses, told by their shape or by the word before them.

All patterns read the text half-width and simplified (`archive.text.plain`), so that full-width figures count as well. Where a
pattern has a group, the group is hidden and the word before it stays.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

_FIGURE: Final = (
    "[\u3007\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5e7a]"  # 〇零一 ... 九幺
)
_BORN: Final = r"(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_PROVINCES: Final = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领"
_CALLED: Final = "(?i:电话|手机|座机|联系方式|联系人?|传真|热线|短号|分机|telephone|phone|mobile|cell|fax|call|tel|extension|ext)"
_NO: Final = r"(?i:号码|号| ?numbers?| ?no)?\.?"

# kind: patterns. GB 11643 (identity numbers), GA 36 (plates), ITU-T E.164 and the numbering plans of China, the UK and
# North America (telephones), RFC 5322 as people write it (e-mail).
_SHAPES: Final[dict[str, tuple[str, ...]]] = {
    "email": (
        r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",
        r"(?i)(?<![\w.+-])[\w.+-]{1,64} ?[\[(]at[\])] ?[\w-]{1,63}(?:(?: ?[\[(]dot[\])] ?|\.)[\w-]{1,63}){1,8}",
    ),
    "identity": (
        rf"(?<![0-9A-Za-z])[1-9]\d{{5}} ?{_BORN} ?\d{{3}}[\dXx](?![0-9A-Za-z])",
        r"(?<![0-9A-Za-z])[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Za-z])",
        r"(?<![0-9A-Za-z])[A-Z]{1,2}\d{6}\([0-9A]\)",  # Hong Kong
        r"(?<![0-9A-Za-z])[A-Z][12]\d{8}(?![0-9A-Za-z])",  # Taiwan
        r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])",  # social security, United States
        r"(?<![0-9A-Za-z])[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![0-9A-Za-z])",  # national insurance, UK
        rf"(?:身份证|身份証|公民身份){_NO}[: ]{{0,3}}([\dXx* ]{{8,24}})",
    ),
    "card": (
        r"(?<![\d.])\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\d.])",
        rf"(?i:卡号|账号|帐号|account|sort code){_NO}[: ]{{0,3}}(\d[\d -]{{4,28}}\d)",
    ),
    "phone": (
        r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\d.]\d)",
        r"(?<![\d.-])(?:\+?86[- ]?)?\(?0\d{2,3}\)?[- ]?[2-9]\d{6,7}(?:(?:-|转|(?i: ?ext\.? ?))\d{1,6})?(?!\d)",
        r"(?<![\d.-])[48]00[- ]\d{3}[- ]?\d{4}(?!\d)",
        r"(?<![\d.])(?:\+44 ?(?:\(0\))?|0)(?:\d{4} ?\d{6}|\d{3} ?\d{3} ?\d{4}|\d{2} ?\d{4} ?\d{4})(?!\d)",
        r"(?<![\d-])(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])",
        r"\+(?=(?:[ ().-]{0,2}\d){8,15}(?!\d))\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,7}(?!\d)",
        rf"(?<!{_FIGURE})[\u4e00\u5e7a]{_FIGURE}{{10}}(?!{_FIGURE})",
        rf"{_CALLED}{_NO}[: ]{{0,3}}(\d[\d -]{{3,18}}\d)(?![\d年月日:])",
        r"(?i:分机|短号|extension|ext)\.?[: ]{0,2}(\d{3,6})(?!\d)",
    ),
    "plate": (
        rf"[{_PROVINCES}][A-HJ-NP-Z][\u00b7\u2022. -]?[A-HJ-NP-Z0-9]{{4,5}}[A-HJ-NP-Z0-9挂学警港澳领使](?![A-Za-z0-9])",
        r"(?<![0-9A-Za-z])[A-Z]{2}\d{2} ?[A-Z]{3}(?![0-9A-Za-z])",
        r"(?i:车牌|licen[cs]e plate|registration plate)(?:号码|号)?[: ]{0,3}([A-Z0-9][A-Z0-9 -]{3,8}[A-Z0-9])",
    ),
    "passport": (rf"(?i:护照|passport){_NO}[: ]{{0,3}}([A-Z]{{0,2}}\d{{7,9}})(?!\d)",),
    "account": (r"(?:QQ|微信|(?i:wechat|whatsapp))(?:群号|群|号码|号)?: ?([A-Za-z0-9_+-]{5,20})",),
    "address": (r"(?i:家庭住址|家庭地址|现住址|住址|home address)[: ]{1,3}([^,\u3002;\n]{4,60})",),
}
# Without any of these no pattern can match: most paragraphs are done with one look.
_WORTH: Final = rf"\d|@|{_FIGURE}{{11}}|(?i:[\[(]at[\])]|QQ|微信|wechat|whatsapp|住址|家庭地址|home address)"
_SAME_WIDTH: Final = {**dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-"), 0xA0: " ", 0x202F: " "}
KINDS: Final = ("name", *_SHAPES, "word", "picture")


class Find(NamedTuple):
    """What is to be hidden, and where."""

    start: int
    end: int
    kind: str
    what: str  # as the list of what was hidden names it


@cache
def _compiled() -> list[tuple[str, re.Pattern[str]]]:
    return [(kind, re.compile(one, re.ASCII)) for kind, shapes in _SHAPES.items() for one in shapes]


@cache
def _worth() -> re.Pattern[str]:
    return re.compile(_WORTH, re.ASCII)


def numbers_in(plain: str) -> Iterator[Find]:
    """Every number and address in a text that `plain` has made half-width; finds may overlap."""
    if not _worth().search(plain):
        return
    text = plain.translate(_SAME_WIDTH)
    for kind, pattern in _compiled():
        for found in pattern.finditer(text):
            start, end = found.span(pattern.groups)
            yield Find(start, end, kind, plain[start:end])
