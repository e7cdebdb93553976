"""Which characters real Chinese is made of, to tell a right decoding from a wrong one."""

import re
from typing import Final

from archive.text import plain

# The 500 most frequent characters of modern Chinese (public frequency lists agree on nearly all of them).
# They cover about three quarters of any text; a wrong decoding hits them by chance, below one in ten.
COMMON: Final = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学"
    "法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外"
    "天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很"
    "情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她"
    "手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思"
    "术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科"
    "张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千"
    "周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格"
    "养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严校"
)
_WIDE: Final = re.compile("[^\x00-\xff\u2010-\u203a]")
_MARKS: Final = frozenset("\uff0c\u3002\u3001\uff1a\uff1b\uff08\uff09\u300a\u300b\u201c\u201d\u3000")
LOST: Final = "\ufffd"
SAMPLE: Final = 20_000  # characters beyond Latin-1 that are looked at


def likeness(text: str) -> float:
    """How much `text` looks like Chinese: the share of common characters among those beyond Latin-1, 0 where there is none.

    Real reports reach 0.6-0.8, traditional ones too; text in the wrong encoding stays below 0.15.
    """
    wide = _WIDE.findall(text[: 20 * SAMPLE])[:SAMPLE]
    if not wide:
        return 0.0
    common = sum(char in COMMON or char in _MARKS for char in plain("".join(wide)))
    return common / len(wide)
