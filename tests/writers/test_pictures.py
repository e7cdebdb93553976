"""Pictures of the report in Word: what Word shows, as large as fits, with words for the blind."""

import hashlib
import io
import zipfile

import docx
import pytest
import rasters
from docx.shared import Emu, Mm
from hypothesis import given
from hypothesis import strategies as st
from invented_meetings import chinese, english
from lxml import etree
from msgspec.structs import replace

from archive.record import Block, Meeting
from minutes.writers import pictures as bounds
from minutes.writers import write, write_volume
from minutes.writers.pictures import Pictures
from minutes.writers.raster import Size, size_of

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/"
WP, A, PIC = (DRAWING + name for name in ("wordprocessingDrawing}", "main}", "picture}"))
ROOM = Mm(210 - 26 - 26)  # between the margins of the look for reading


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def showing(*pictures: bytes, loose: tuple[bytes, ...] = ()) -> tuple[Meeting, Pictures]:
    """A meeting whose report has these pictures over captions, and others without; and where they come from."""
    known = {sha256(data): data for data in (*pictures, *loose)}
    captions = tuple(
        Block(kind="caption", text=f"图{number} 会议现场,前排", picture=sha256(data))
        for number, data in enumerate(pictures, 1)
    )
    meeting = chinese(body=(*chinese().body, *captions))
    source = replace(meeting.source, pictures=tuple(known))
    return replace(meeting, source=source), Pictures(known.get)


def report(meeting: Meeting, pictures: Pictures | None) -> bytes:
    return write(meeting, "docx", profile="report", pictures=pictures)


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (rasters.png(640, 480), Size("png", 640, 480)),
        (rasters.gif(31, 7), Size("gif", 31, 7)),
        (rasters.bmp(20, -10), Size("bmp", 20, 10)),
        (rasters.jpeg(300, 200), Size("jpeg", 300, 200)),
        (rasters.jpeg(300, 200, b"\xff\xdb\x00\x04ab\xff\xff\xee\x00\x06Adob"), Size("jpeg", 300, 200)),
        (rasters.tiff(99, 55), Size("tiff", 99, 55)),
        (rasters.tiff(99, 55, ">"), Size("tiff", 99, 55)),
        (rasters.WEBP, None),
        (rasters.png(1, 1)[:20], None),
        (rasters.gif(0, 5), None),
        (b"\xff\xd8\xff\xd9", None),
        (b"<svg/>", None),
        (b"", None),
    ],
    ids=range(13),
)
def test_format_and_size_are_read_from_the_first_bytes(data, wanted):
    assert size_of(data) == wanted


@given(
    st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*"]),
    st.binary(max_size=80),
)
def test_no_bytes_are_an_error(start, rest):
    found = size_of(start + rest)
    assert found is None or (found.width > 0 and found.height > 0)


def test_a_picture_stands_over_its_caption_and_says_it():
    document = opened(report(*showing(rasters.png(64, 48))))
    (shape,) = document.inline_shapes
    assert (shape.width, shape.height) == (64 * 9525, 48 * 9525)
    assert shape._inline.docPr.get("descr") == "图1 会议现场\uff0c前排"
    place = next(number for number, one in enumerate(document.paragraphs) if one._p.findall(f".//{WP}inline"))
    assert document.paragraphs[place].style.name == "Meeting Picture"
    assert document.paragraphs[place].paragraph_format.keep_with_next is None  # the style says it
    assert document.styles["Meeting Picture"].paragraph_format.keep_with_next
    assert document.paragraphs[place + 1].text == "图1 会议现场\uff0c前排"


def test_the_bytes_are_those_of_the_report():
    data = rasters.jpeg(30, 20)
    meeting, pictures = showing(data, data, rasters.png(5, 5))
    with zipfile.ZipFile(io.BytesIO(report(meeting, pictures))) as package:
        kept = {name: package.read(name) for name in package.namelist() if name.startswith("word/media/")}
    assert kept == {"word/media/picture1.jpeg": data, "word/media/picture2.png": rasters.png(5, 5)}
    assert len(opened(report(meeting, pictures)).inline_shapes) == 3


@pytest.mark.parametrize("size", [(4000, 100), (100, 4000), (4000, 3000)])
def test_a_large_one_is_shrunk_to_the_type_area_in_its_proportions(size):
    meeting, pictures = showing(rasters.gif(*size))
    (shape,) = opened(report(meeting, pictures)).inline_shapes
    assert shape.width <= ROOM + Emu(635)
    assert shape.height <= Mm(297 - 25 - 22) * 0.6 + 635
    assert shape.width / shape.height == pytest.approx(size[0] / size[1], rel=0.01)


def test_pictures_without_a_caption_come_at_the_end():
    document = opened(report(*showing(rasters.png(64, 48), loose=(rasters.gif(50, 50),))))
    assert [one._inline.docPr.get("descr") for one in document.inline_shapes] == [
        "图1 会议现场\uff0c前排",
        "报道图片1",
    ]
    assert [one._inline.docPr.get("id") for one in document.inline_shapes] == ["1", "2"]


@pytest.mark.parametrize(
    "data",
    [rasters.WEBP, rasters.gif(60_000, 60_000), rasters.png(9, 9) + bytes(bounds.LARGEST), b"no picture"],
    ids=["webp", "pixels", "bytes", "text"],
)
def test_what_word_cannot_show_is_left_out_and_counted(data):
    meeting, pictures = showing(data, rasters.png(4, 3))
    document = opened(report(meeting, pictures))
    assert len(document.inline_shapes) == 1
    assert pictures.left == {sha256(data)}
    assert "图1 会议现场\uff0c前排" in [one.text for one in document.paragraphs]


def test_all_together_are_bounded(monkeypatch):
    monkeypatch.setattr(bounds, "ALL", 100)
    meeting, pictures = showing(rasters.png(4, 3), rasters.png(5, 3), rasters.png(6, 3))
    assert len(opened(report(meeting, pictures)).inline_shapes) == 1
    assert len(pictures.left) == 2


def test_a_missing_one_is_counted():
    meeting, _ = showing(rasters.png())
    pictures = Pictures({}.get)
    assert not opened(report(meeting, pictures)).inline_shapes
    assert len(pictures.left) == 1


def test_formal_minutes_show_none():
    meeting, pictures = showing(rasters.png())
    for profile in ("jiyao", "jilu", "minutes", "uk"):
        assert not opened(write(meeting, "docx", profile=profile, pictures=pictures)).inline_shapes
    assert not pictures.left


def test_markdown_keeps_the_captions_alone():
    meeting, pictures = showing(rasters.png(), loose=(rasters.gif(5, 5),))
    text = write(meeting, "md", profile="report", with_record=False, pictures=pictures).decode()
    assert "*图1 会议现场\uff0c前排*" in text
    assert "*报道图片1*" in text
    assert "![" not in text


def test_equal_records_give_equal_bytes():
    one, two = (report(*showing(rasters.png(), rasters.gif(9, 9))) for _ in range(2))
    assert one == two


def test_a_volume_shows_them_too():
    meeting, pictures = showing(rasters.png())
    other = replace(english(), body=(Block(kind="caption", text="The hall", picture=sha256(rasters.png())),))
    document = opened(write_volume([meeting, other], "docx", profile="report", pictures=pictures))
    assert len(document.inline_shapes) == 2
    assert len({one._inline.docPr.get("id") for one in document.inline_shapes}) == 2


def test_hostile_captions_are_words():
    meeting, pictures = showing(rasters.png())
    caption = Block(kind="caption", text='a"b<c>&\x00\u202e\n\t' + "长" * 5000, picture=sha256(rasters.png()))
    (shape,) = opened(report(replace(meeting, body=(caption,)), pictures)).inline_shapes
    words = shape._inline.docPr.get("descr")
    assert words.startswith('a"b<c>& \u957f')
    assert len(words) <= 1000


def test_children_stand_in_the_order_of_the_schema():
    """CT_Inline, CT_Picture, CT_BlipFillProperties, CT_ShapeProperties (ECMA-376, dml-wordprocessingDrawing.xsd and others)."""
    orders = {
        f"{WP}inline": ["extent", "effectExtent", "docPr", "cNvGraphicFramePr", "graphic"],
        f"{PIC}pic": ["nvPicPr", "blipFill", "spPr"],
        f"{PIC}nvPicPr": ["cNvPr", "cNvPicPr"],
        f"{PIC}blipFill": ["blip", "srcRect", "stretch"],
        f"{PIC}spPr": ["xfrm", "prstGeom"],
        f"{A}xfrm": ["off", "ext"],
    }
    with zipfile.ZipFile(io.BytesIO(report(*showing(rasters.png())))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    for name, order in orders.items():
        (element,) = body.iter(name)
        places = [order.index(etree.QName(child).localname) for child in element]
        assert places == sorted(places)
