"""styles.xml of a look."""

from typing import Final

from minutes.writers.word.shape import Font, Look, Shape
from minutes.writers.xml import HEAD, NAMES, tag

# Names that Word knows give navigation, contents and the style gallery; the rest are ours.
STYLE_NAMES: Final = {
    "title": ("Title", "Title"),
    "subtitle": ("Subtitle", "Subtitle"),
    "chapter": ("Heading1", "heading 1"),
    "contents": ("TOC1", "toc 1"),
    "heading1": ("Heading1", "heading 1"),
    "heading2": ("Heading2", "heading 2"),
    "heading3": ("Heading3", "heading 3"),
    "heading4": ("Heading4", "heading 4"),
    "body": ("BodyText", "Body Text"),
    "item": ("ListNumber", "List Number"),
    "bullet": ("ListBullet", "List Bullet"),
    "caption": ("Caption", "caption"),
    "picture": ("MeetingPicture", "Meeting Picture"),
    "signature": ("Signature", "Signature"),
    "fact": ("MeetingFact", "Meeting Fact"),
    "attendance": ("MeetingAttendance", "Meeting Attendance"),
    "note": ("MeetingNote", "Meeting Note"),
    "source": ("MeetingSource", "Meeting Source"),
    "signed": ("MeetingSigned", "Meeting Signed"),
    "mark": ("MinutesMark", "Minutes Mark"),
    "number": ("MinutesNumber", "Minutes Number"),
    "ruled": ("MinutesRuled", "Minutes Ruled Number"),
    "issuer": ("MinutesIssuer", "Minutes Issuer"),
    "alone": ("MinutesIssuerAlone", "Minutes Issuer Alone"),
    "copies": ("MinutesCopies", "Minutes Copies"),
    "printed": ("MinutesPrinted", "Minutes Printed"),
    "imprint": ("MinutesImprint", "Minutes Imprint"),
}
TABLE_STYLE: Final = "MeetingTable"
CELL_STYLE: Final = "MeetingCell"
STRONG: Final = "Strong"
SINGLE: Final = 240  # distance of lines, in 240ths of a line


def styles(look: Look) -> str:
    """styles.xml."""
    default = tag(
        "w:docDefaults",
        tag("w:rPrDefault", tag("w:rPr", *_letters(look.default), _languages(look))),
        tag("w:pPrDefault", tag("w:pPr", tag("w:spacing", w_line=look.line, w_lineRule="auto"))),
    )
    normal = tag(
        "w:style",
        tag("w:name", w_val="Normal"),
        tag("w:qFormat"),
        w_type="paragraph",
        w_default=1,
        w_styleId="Normal",
    )
    own = (_paragraph_style(key, shape) for key, shape in look.shapes.items())
    return HEAD + tag("w:styles", default, normal, *own, *_fixed(look), **NAMES)


def _languages(look: Look) -> str:
    return tag("w:lang", w_val=look.language, w_eastAsia=look.east_asian, w_bidi="ar-SA")


def _paragraph_style(key: str, shape: Shape) -> str:
    style_id, name = STYLE_NAMES[key]
    return tag(
        "w:style",
        tag("w:name", w_val=name),
        tag("w:basedOn", w_val="Normal"),
        tag("w:qFormat"),
        tag("w:pPr", *paragraph(shape)),
        tag("w:rPr", *_letters(shape)),
        w_type="paragraph",
        w_styleId=style_id,
        w_customStyle=1 if name[0:2] in ("Me", "Mi") else None,
    )


def paragraph(shape: Shape) -> list[str]:
    """The properties of a paragraph, in the order of the schema (CT_PPrBase)."""
    return [
        tag("w:keepNext") if shape.keep_next else "",
        tag("w:pageBreakBefore") if shape.new_page else "",
        tag("w:widowControl", w_val=0) if shape.pitch else "",
        _numbering(shape),
        _borders(shape),
        _tabs(shape),
        # Word's default said aloud: LibreOffice 7.4 reads it the other way round and keeps marks within the type area
        tag("w:overflowPunct", w_val=1) if shape.pitch else "",
        "" if shape.on_grid else tag("w:snapToGrid", w_val=0),
        _spacing(shape),
        indent(shape),
        tag("w:contextualSpacing") if shape.together else "",
        tag("w:jc", w_val=shape.align),
        tag("w:outlineLvl", w_val=shape.outline - 1) if shape.outline else "",
    ]


def _numbering(shape: Shape) -> str:
    if shape.numbered is None:
        return ""
    return tag("w:numPr", tag("w:ilvl", w_val=shape.numbered), tag("w:numId", w_val=1))


def _borders(shape: Shape) -> str:
    sides = {"w:top": shape.above, "w:bottom": shape.below}
    drawn = [
        tag(side, w_val="single", w_sz=given[0], w_space=given[1], w_color=given[2])
        for side, given in sides.items()
        if given
    ]
    return tag("w:pBdr", *drawn) if drawn else ""


def _tabs(shape: Shape) -> str:
    stops = [tag("w:tab", w_val=kind, w_leader=leader, w_pos=place) for place, kind, leader in shape.tabs]
    return tag("w:tabs", *stops) if stops else ""


def _spacing(shape: Shape) -> str:
    pitch = shape.pitch or (SINGLE if shape.single else None)
    rule = "exact" if shape.pitch else "auto" if shape.single else None
    return tag("w:spacing", w_before=shape.before, w_after=shape.after, w_line=pitch, w_lineRule=rule)


def indent(shape: Shape) -> str:
    """Indents in characters, and in twips for programs that read only those (GENRE: Word arithmetic)."""
    given: dict[str, int] = {}
    for name, count in (
        ("left", shape.left),
        ("right", shape.right),
        ("hanging", shape.hanging),
        ("firstLine", shape.first),
    ):
        if count:
            given[f"w_{name}Chars"] = round(count * 100)
            given[f"w_{name}"] = round(count * (shape.size * 20 + shape.tight))
    return tag("w:ind", **given) if given else ""


def _letters(shape: Shape) -> list[str]:
    """The properties of characters, in the order of the schema (EG_RPrBase)."""
    half_points = round(shape.size * 2)
    return [
        fonts(shape.font),
        tag("w:b") if shape.bold else "",
        tag("w:i") if shape.italic else "",
        tag("w:color", w_val=shape.colour) if shape.colour else "",
        tag("w:spacing", w_val=shape.tight) if shape.tight else "",
        tag("w:sz", w_val=half_points),
        tag("w:szCs", w_val=half_points),
    ]


def fonts(font: Font | None, hint: str | None = None) -> str:
    """w:rFonts with every slot named, or with the hint alone."""
    faces = (
        {"w_ascii": font.latin, "w_hAnsi": font.latin, "w_eastAsia": font.chinese, "w_cs": font.latin}
        if font
        else {}
    )
    return tag("w:rFonts", w_hint=hint, **faces)


def _fixed(look: Look) -> list[str]:
    size = round(look.cell * 2)
    cell = tag(
        "w:style",
        tag("w:name", w_val="Meeting Cell"),
        tag("w:basedOn", w_val="Normal"),
        tag("w:pPr", tag("w:spacing", w_before=30, w_after=30, w_line=240, w_lineRule="auto")),
        tag("w:rPr", tag("w:sz", w_val=size), tag("w:szCs", w_val=size)),
        w_type="paragraph",
        w_customStyle=1,
        w_styleId=CELL_STYLE,
    )
    strong = tag(
        "w:style",
        tag("w:name", w_val="Strong"),
        tag("w:qFormat"),
        tag("w:rPr", *((fonts(look.strong),) if look.strong else (tag("w:b"), tag("w:bCs")))),
        w_type="character",
        w_styleId=STRONG,
    )
    return [cell, strong, _table_style(look)]


def _table_style(look: Look) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [tag(f"w:{side}", w_val="single", w_sz=4, w_space=0, w_color="808080") for side in sides]
    margins = [tag(f"w:{side}", w_w=85, w_type="dxa") for side in ("left", "right")]
    header = tag(
        "w:tblStylePr",
        tag("w:rPr", tag("w:b"), tag("w:bCs")),
        tag("w:tcPr", tag("w:shd", w_val="clear", w_color="auto", w_fill=look.header_fill)),
        w_type="firstRow",
    )
    return tag(
        "w:style",
        tag("w:name", w_val="Meeting Table"),
        tag("w:tblPr", tag("w:tblBorders", *lines), tag("w:tblCellMar", *margins)),
        header,
        w_type="table",
        w_customStyle=1,
        w_styleId=TABLE_STYLE,
    )
