"""Full names without any title before a preposition and a deed: 王静就下一步工作作了部署."""

import re
from collections.abc import Iterator

from minutes.extract.view import HAN
from minutes.extract.zh.names import Names

Place = tuple[int, int]
START = "(?:(?<=[\u3002;,:!?\n\u25a1])|\\A)(?:随后|接着|首先|最后|会上|期间|其间|同时|而|由)?"
DEED = "作了?|做了|谈了|谈到|提出|进行了?|讲了|发表|强调|指出|要求|表示|介绍|汇报|通报|传达|说|认为|部署|安排|总结|发言|讲话|点评|上了|致辞|解读|布置|回顾|宣读"
# 李明就下步工作提出意见, 王静从三个方面作了..., 周凡首先对...表示.
BY_PREPOSITION = re.compile(
    f"{START}(?P<name>{HAN}{{3}})(?:同志)?(?=(?:首先|最后|分别|还|也|则|又|均|都|并|再)?(?:就|从|围绕|结合|针对|对|代表|在(?:会上|讲话|总结|发言|主持|点评|座谈|交流))[^,;。\n]{{0,40}}?(?:{DEED}))"
)


CHAIRED_BY = re.compile(
    f"由(?P<one>{HAN}{{2,4}})[\u3001和](?P<other>{HAN}{{2,4}}?)(?:同志|先生|女士)?(?:先后|共同|分别|轮流|分段)?主持"
)
ADVERBS = frozenset("首最分还也则又均都并再即亦")


def bare_names(flat: str, names: Names) -> Iterator[Place]:
    """The places of such names; each must be one as a whole, and begin where a name may."""
    for found in BY_PREPOSITION.finditer(flat):
        word = found["name"]
        if word[0] not in names.wordlike and word[-1] not in ADVERBS and names.is_name(word):
            yield found.span("name")
    for found in CHAIRED_BY.finditer(flat):
        places = [(found.start("one"), found.end("one")), (found.start("other"), found.end("other"))]
        yield from (place for place in places if names.is_name(flat[slice(*place)]))
