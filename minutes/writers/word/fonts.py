"""fontTable.xml: the typefaces of all looks, and what stands in where one is not installed."""

from typing import Final

from minutes.writers.xml import HEAD, NAMES, tag

_LATIN: Final = {"Arial": "swiss", "Calibri": "swiss", "Cambria": "roman", "Times New Roman": "roman"}
# Windows has the first names, older Windows and macOS the next, Linux the last
_CHINESE: Final = {
    "仿宋": ("仿宋_GB2312,FangSong,STFangsong,Noto Serif CJK SC", "roman"),
    "宋体": ("SimSun,STSong,Noto Serif CJK SC", "roman"),
    "方正小标宋简体": (
        "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,Noto Serif CJK SC",
        "roman",
    ),
    "楷体": ("楷体_GB2312,KaiTi,STKaiti,Noto Serif CJK SC", "roman"),
    "黑体": ("SimHei,STHeiti,Noto Sans CJK SC", "modern"),
    "標楷體": ("DFKai-SB,BiauKai,Noto Serif CJK TC", "roman"),
    "新細明體": ("PMingLiU,LiSong Pro,Noto Serif CJK TC", "roman"),
    "微軟正黑體": ("Microsoft JhengHei,PingFang TC,Noto Sans CJK TC", "modern"),
}


def font_table() -> str:
    """The part, the same for every look: it costs a kilobyte."""
    latin = (_font(name, None, "00", family) for name, family in _LATIN.items())
    chinese = (
        _font(name, others, "88" if "TC" in others else "86", family)
        for name, (others, family) in _CHINESE.items()
    )
    return HEAD + tag("w:fonts", *latin, *chinese, **NAMES)


def _font(name: str, others: str | None, charset: str, family: str) -> str:
    return tag(
        "w:font",
        tag("w:altName", w_val=others) if others else "",
        tag("w:charset", w_val=charset),
        tag("w:family", w_val=family),
        w_name=name,
    )
