"""settings.xml of a look."""

from typing import Final

from minutes.writers.word.shape import Look
from minutes.writers.xml import HEAD, NAMES, tag

_CHINESE: Final = (
    "spaceForUL",
    "balanceSingleByteDoubleByteWidth",
    "doNotLeaveBackslashAlone",
    "ulTrailSpace",
)
_MODE: Final[dict[str, str | float]] = {
    "w_name": "compatibilityMode",
    "w_uri": "http://schemas.microsoft.com/office/word",
    "w_val": 15,
}


def settings(look: Look) -> str:
    """The part, in the order of the schema (CT_Settings)."""
    layout = [tag(f"w:{name}") for name in _CHINESE if look.chinese]
    return HEAD + tag(
        "w:settings",
        tag("w:zoom", w_percent=100),
        tag("w:defaultTabStop", w_val=420),
        tag("w:evenAndOddHeaders") if look.page.dashes else "",
        tag("w:characterSpacingControl", w_val="doNotCompress"),
        tag("w:compat", *layout, tag("w:useFELayout"), tag("w:compatSetting", **_MODE)),
        tag("w:themeFontLang", w_val=look.language, w_eastAsia=look.east_asian),
        **NAMES,
    )
