"""Web archives, plain text and Markdown."""

import base64
import quopri

import pytest

from minutes.readers import errors

PAGE = "<html><head><title>例会</title></head><body><h1>例会</h1><p>会议由院长主持\uff0c各系负责人参加。</p><p><img src='cid:p1'></p><p>图1 现场</p></body></html>"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def archive(codec: str = "gbk", label: str = "gb2312") -> bytes:
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_B"; type="text/html"\r\nSnapshot-Content-Location: https://www.example.org/a.htm\r\n\r\n'
    page = (
        f'--=_B\r\nContent-Type: text/html; charset="{label}"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'.encode()
        + quopri.encodestring(PAGE.encode(codec))
    )
    picture = (
        b"\r\n--=_B\r\nContent-Type: image/png\r\nContent-ID: <p1>\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.b64encode(PNG)
    )
    return head.encode() + page + picture + b"\r\n--=_B--\r\n"


@pytest.mark.parametrize("name", ["page.mht", "report.doc", "no-ending"])
def test_a_web_archive_is_read_whatever_its_name(read_bytes, name):
    report = read_bytes(archive(), name)
    assert [block.text for block in report.blocks] == [
        "例会",
        "会议由院长主持\uff0c各系负责人参加。",
        "图1 现场",
    ]
    assert report.source.media_type == "multipart/related"
    assert report.source.encoding == "gb18030"
    assert report.source.address == "https://www.example.org/a.htm"
    assert report.blocks[2].picture == report.pictures[0].sha256
    assert [note.kind for note in report.notes] == (["other-format"] if name.endswith(".doc") else [])


def test_the_first_line_of_a_text_is_its_title_and_names_of_pictures_are_no_text(read_bytes):
    report = read_bytes(
        "学院召开例会\r\n\r\n发布人:管理员\r\n\r\n　　会议由院长主持\uff0c各系参加。\r\n\r\nimage-20231218175202-2\r\n\r\n图1 现场\r\n",
        "a.txt",
    )
    assert [(block.kind, block.text) for block in report.blocks] == [
        ("heading", "学院召开例会"),
        ("paragraph", "会议由院长主持\uff0c各系参加。"),
        ("caption", "图1 现场"),
    ]
    assert report.source.publisher == "管理员"
    assert report.picture_names == ("image-20231218175202-2",)
    assert report.furniture == ("发布人:管理员", "image-20231218175202-2")


def test_text_broken_at_a_fixed_width_is_joined(read_bytes):
    report = read_bytes(
        "Board minutes\n\nThe board met in the library at noon on the second of May and heard\n"
        "the report of the treasurer, who said that the books are in order for\nthe year.\n\nAnn\nBo\n",
        "a.txt",
    )
    assert [block.text for block in report.blocks[1:]] == [
        "The board met in the library at noon on the second of May and heard the report of the treasurer, who said that the books are in order for the year.",
        "Ann",
        "Bo",
    ]


def test_markdown_loses_its_marks(read_bytes):
    report = read_bytes(
        "---\ntitle: x\nauthor: Ann Lee\n---\n# Board **minutes**\n\nThe *board* met\nat noon, see [the log](log.html).\n\n"
        "## Actions\n\n- [ ] Ann to `call`\n  - by 2\\. May\n1. Bo\n\n| What | Who |\n|---|---|\n| Paint | Bo |\n\n"
        "![hall](hall.png)\n\n> quoted words.  \n> twice\n\n***\n<b>last words</b><!-- not shown -->\n",
        "a.md",
    )
    assert [(block.kind, block.level, block.label, block.text) for block in report.blocks] == [
        ("heading", 1, None, "Board minutes"),
        ("paragraph", None, None, "The board met at noon, see the log."),
        ("heading", 2, None, "Actions"),
        ("item", 1, "\u2022", "Ann to call"),
        ("item", 2, "\u2022", "by 2. May"),
        ("item", 1, "1.", "Bo"),
        ("table", None, None, "What\tWho\nPaint\tBo"),
        ("paragraph", None, None, "quoted words."),
        ("paragraph", None, None, "twice"),
        ("paragraph", None, None, "last words"),
    ]
    assert report.source.author == "Ann Lee"
    assert report.links == ("log.html",)
    assert report.picture_names == ("hall.png",)
    assert report.source.media_type == "text/markdown"


def test_underscores_in_words_and_stars_in_sums_are_no_emphasis(read_bytes):
    report = read_bytes("# a\n\nfile_name_here and 2 * 3 * 4 and **bold**text\n", "a.md")
    assert report.blocks[1].text == "file_name_here and 2 * 3 * 4 and boldtext"


def test_a_turn_of_speech_needs_no_blank_line_before_it(read_bytes):
    report = read_bytes(
        "# Notes\n\n**Jane Roe:** we should ship\nnext week\n**Bo Lee**: agreed\n> *Ana:* +1\n@tom: fine\n<kim> yes\n"
        "\u2026 more\nACTION: Bo to ship\nBo Lee: done then, and this goes\non here\n",
        "a.md",
    )
    assert [block.text for block in report.blocks[1:]] == [
        "Jane Roe: we should ship next week",
        "Bo Lee: agreed",
        "Ana: +1",
        "@tom: fine",
        "<kim> yes",
        "\u2026 more",
        "ACTION: Bo to ship",
        "Bo Lee: done then, and this goes on here",
    ]


def test_a_web_archive_of_too_many_parts_is_refused(read_bytes):
    part = b"--B\nContent-Type: text/html\n\n<p>x\n"
    with pytest.raises(errors.TooMuchText):
        read_bytes(
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n" + part * 5_001, "a.mht"
        )
