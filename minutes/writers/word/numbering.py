"""numbering.xml: the levels of a look, and one more list for every place where counting begins anew."""

from minutes.writers.word.shape import Level, Look
from minutes.writers.word.styles import STYLE_NAMES, fonts, indent
from minutes.writers.xml import HEAD, NAMES, tag


def numbering(look: Look, starts: list[tuple[int, int]]) -> str:
    """The part; `starts` has level and first number of the lists after the first, whose w:numId are 2, 3 ..."""
    levels = [_level(place, level, look) for place, level in enumerate(look.levels)]
    abstract = tag("w:abstractNum", tag("w:multiLevelType", w_val="multilevel"), *levels, w_abstractNumId=0)
    lists = [_list(1), *(_list(place, *start) for place, start in enumerate(starts, 2))]
    return HEAD + tag("w:numbering", abstract, *lists, **NAMES)


def _list(number: int, level: int | None = None, first: int = 1) -> str:
    override = (
        "" if level is None else tag("w:lvlOverride", tag("w:startOverride", w_val=first), w_ilvl=level)
    )
    return tag("w:num", tag("w:abstractNumId", w_val=0), override, w_numId=number)


def _level(place: int, level: Level, look: Look) -> str:
    shape = look.shapes[level.style]
    formal = bool(shape.first)  # the number stands in the text, as in formal Chinese papers
    return tag(
        "w:lvl",
        tag("w:start", w_val=1),
        tag("w:numFmt", w_val=level.form),
        tag("w:pStyle", w_val=STYLE_NAMES[level.style][0]),
        tag("w:suff", w_val="nothing" if formal else "tab"),
        tag("w:lvlText", w_val=level.text),
        tag("w:lvlJc", w_val="left"),
        tag("w:pPr", indent(shape)),
        tag("w:rPr", fonts(shape.font)) if formal else "",
        w_ilvl=place,
    )
