"""What the markup of an article becomes."""

import base64
import hashlib

import pytest

from minutes.readers import errors

SENTENCE = "会议由院长主持\uff0c各系负责人参加了会议。"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def p(text: str) -> str:
    return f"<p>{text}</p>"


def test_the_title_is_a_heading_of_level_one_and_the_head_keeps_the_site(read_bytes):
    report = read_bytes(
        "<html><head><meta charset=utf-8><title>学院召开例会-云麓师范学院</title></head>"
        f"<body><div>首页</div><h2>学院召开例会</h2>{p(SENTENCE)}</body></html>"
    )
    assert (report.blocks[0].kind, report.blocks[0].level, report.blocks[0].text) == (
        "heading",
        1,
        "学院召开例会",
    )
    assert report.heading == "学院召开例会-云麓师范学院"


def test_a_page_that_shows_no_title_takes_the_one_of_the_head_without_the_site(read_bytes):
    report = read_bytes(
        "<html><head><meta charset=utf-8><title>学院召开教学例会-云麓师范学院</title></head>"
        f"<body>{p(SENTENCE)}{p(SENTENCE)}</body></html>"
    )
    assert report.blocks[0].text == "学院召开教学例会"


def test_line_ends_make_paragraphs(read_body):
    assert read_body(
        f"<div>{SENTENCE}<br>　　第二段\uff0c会议强调安全。<br/><br/>第三段\uff0c会议结束。</div>"
    ) == [
        ("paragraph", None, None, SENTENCE),
        ("paragraph", None, None, "第二段\uff0c会议强调安全。"),
        ("paragraph", None, None, "第三段\uff0c会议结束。"),
    ]


def test_text_cut_into_spans_is_joined(read_body):
    spans = "".join(
        f'<span lang="EN-US" style="font-size:16pt">{char}</span>'
        for char in "9月14日下午\uff0c学校召开会议。"
    )
    assert read_body(p(spans) + p(SENTENCE))[0] == (
        "paragraph",
        None,
        None,
        "9月14日下午\uff0c学校召开会议。",
    )


def test_lists_have_levels_and_labels(read_body):
    found = read_body(
        p(SENTENCE)
        + "<ol><li>甲<ul><li>乙</li></ul></li><li value=5>丙<br>丁</li></ol>"
        + "<ol type=a start=3><li>戊</li></ol><ol type=I><li>己</li></ol>"
    )
    assert found[1:] == [
        ("item", 1, "1.", "甲"),
        ("item", 2, "\u2022", "乙"),
        ("item", 1, "5.", "丙"),
        ("item", 1, None, "丁"),
        ("item", 1, "c.", "戊"),
        ("item", 1, "I.", "己"),
    ]


def test_terms_and_definitions_become_label_lines(read_body):
    found = read_body(p(SENTENCE) + "<dl><dt>Present<dd>Ann, Bo<dt>Chair:<dd>Ann<dd>Bo (from 3 pm)</dl>")
    assert [text for *_, text in found[1:]] == ["Present: Ann, Bo", "Chair: Ann", "Bo (from 3 pm)"]


def test_headings_and_bold_lines(read_body):
    found = read_body(
        f"<h3>会议议程</h3>{p(SENTENCE)}<p><strong>工作部署</strong></p>{p(SENTENCE)}<p><b>出席\uff1a</b></p><p><b>要点</b>在此。</p>"
    )
    assert [(kind, text) for kind, _, _, text in found] == [
        ("heading", "会议议程"),
        ("paragraph", SENTENCE),
        ("heading", "工作部署"),
        ("paragraph", SENTENCE),
        ("paragraph", "出席\uff1a"),
        ("paragraph", "要点在此。"),
    ]


def test_a_paragraph_set_as_a_heading_is_a_paragraph(read_body):
    assert read_body(f"<h2>{SENTENCE}</h2>{p(SENTENCE)}")[0][0] == "paragraph"


def test_a_table_is_one_block_and_its_cells_are_marked(read_bytes):
    report = read_bytes(
        f"<meta charset=utf-8><title>例会</title><h1>例会</h1>{p(SENTENCE)}"
        "<table><tr><th>序号</th><th>事项</th><th>单位</th></tr><tr><td>1</td><td><p>修订</p><p>办法</p></td>"
        "<td rowspan=2>财务处</td></tr><tr><td>2</td><td></td></tr><tr><td colspan=3>共两项</td></tr></table>"
    )
    table = report.blocks[2]
    assert table.kind == "table"
    assert table.text == "序号\t事项\t单位\n1\t修订\n办法\t财务处\n2\t\n共两项"
    found = {
        (cell.row, cell.column, cell.rowspan, cell.colspan): table.text[cell.start : cell.end]
        for cell in table.cells
    }
    assert found[1, 1, 1, 1] == "修订\n办法"
    assert found[1, 2, 2, 1] == "财务处"
    assert found[2, 1, 1, 1] == ""
    assert found[3, 0, 1, 3] == "共两项"


def test_captions_know_their_pictures(read_bytes, tmp_path):
    folder = tmp_path / "page_files"
    folder.mkdir()
    (folder / "image-20231218175202-2.png").write_bytes(PNG)
    inline = "data:image/gif;base64," + base64.b64encode(b"GIF89a" + bytes(20)).decode()
    report = read_bytes(
        f"<meta charset=utf-8><title>例会</title><h1>例会</h1>{p(SENTENCE)}"
        '<p align=center><img src="page_files/image-20231218175202-2.png"></p><p align=center>图1 会议现场</p>'
        f'{p(SENTENCE)}<figure><img src="{inline}"><figcaption>座谈</figcaption></figure>{p(SENTENCE)}<p>图2 没有图片</p>'
    )
    captions = [(block.text, block.picture) for block in report.blocks if block.kind == "caption"]
    assert captions == [
        ("图1 会议现场", hashlib.sha256(PNG).hexdigest()),
        ("座谈", hashlib.sha256(b"GIF89a" + bytes(20)).hexdigest()),
        ("图2 没有图片", None),
    ]
    assert report.source.pictures == tuple(picture.sha256 for picture in report.pictures)
    assert report.picture_names == ("image-20231218175202-2.png",)
    assert {picture.media_type for picture in report.pictures} == {"image/png", "image/gif"}


@pytest.mark.parametrize(
    "source",
    [
        "../secret.png",
        "/etc/hostname",
        "http://127.0.0.1:9/b.png",
        "file:///etc/hostname",
        "//127.0.0.1:9/b.png",
        "%2e%2e/secret.png",
        "page.html",
        "link.png",
    ],
)
def test_no_picture_is_taken_from_outside_the_folder_or_the_net(tmp_path, monkeypatch, source):
    import socket

    from minutes.readers import read

    monkeypatch.setattr(socket, "socket", None)
    (tmp_path / "secret.png").write_bytes(PNG)
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "link.png").symlink_to(tmp_path / "secret.png")
    (inner / "page.html").write_text(
        f"<meta charset=utf-8><title>例会</title><h1>例会</h1>{p(SENTENCE)}<img src='{source}'>{p(SENTENCE)}",
        "utf-8",
    )
    assert read(inner / "page.html").pictures == ()


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="display: none">藏</p>',
        "<p hidden>藏</p>",
        '<p style="font-size:0">藏</p>',
        '<span style="visibility:hidden">藏</span>',
        '<div class="x">藏</div>',
    ],
)
def test_hidden_text_is_left_out_and_noted(read_bytes, markup):
    report = read_bytes(
        f"<meta charset=utf-8><title>例会</title><style>.x {{display:none}}</style><h1>例会</h1>{p(SENTENCE)}{markup}{p(SENTENCE)}"
    )
    assert "藏" not in "".join(block.text for block in report.blocks)
    assert [note.kind for note in report.notes] == ["hidden-text"]


def test_an_article_that_a_script_fades_in_is_shown(read_bytes):
    report = read_bytes(
        f'<meta charset=utf-8><title>例会</title><h1>例会</h1><div style="visibility:hidden;opacity:0">{p(SENTENCE) * 3}</div>'
    )
    assert len(report.blocks) == 4


def test_text_folded_up_is_shown_and_noted(read_bytes):
    folds = "".join(f'<h3>Item {n}</h3><div style="display:none">{p(SENTENCE)}</div>' for n in range(4))
    report = read_bytes(f"<meta charset=utf-8><title>例会</title><h1>例会</h1>{folds}")
    assert sum(block.text == SENTENCE for block in report.blocks) == 4
    assert [note.kind for note in report.notes] == ["hidden-shown"]


def test_preformatted_text_broken_at_a_width_is_joined(read_body):
    text = "The board met in the library at noon on the second of May, and heard\nthe report of the treasurer, who said that the books are in order for\nthe year.\n\nAnn\nBo"
    found = read_body(f"<pre>{text}</pre>")
    assert [line for *_, line in found] == [
        (
            "The board met in the library at noon on the second of May, and heard the report of the treasurer, who said that "
            "the books are in order for the year."
        ),
        "Ann",
        "Bo",
    ]


def test_a_date_that_its_element_calls_one_of_publication_is_no_text(read_bytes):
    page = "<meta charset=utf-8><title>例会</title><h1>例会</h1><span class={}>2023-12-01</span>" + p(
        SENTENCE
    )
    assert read_bytes(page.format("pubtime")).source.published == "2023-12-01"
    assert len(read_bytes(page.format("pubtime")).blocks) == 2
    assert len(read_bytes(page.format("x")).blocks) == 3


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<p>" * 250_001, "elements"),
        ("<p " + "a=1 " * 500_001 + ">", "attributes"),
        ("会" * 3_000_001, "characters"),
    ],
)
def test_pages_beyond_the_limits_are_refused_before_they_are_parsed(read_bytes, monkeypatch, body, what):
    from lxml import etree

    monkeypatch.setattr(etree, "fromstring", None)
    with pytest.raises(errors.TooMuchText) as caught:
        read_bytes("<html><meta charset=utf-8>" + body)
    assert caught.value.values["what"] == what


def test_scripts_styles_and_comments_are_no_text(read_body):
    found = read_body(
        f"<script>var a='会议由某某主持'</script><style>p{{}}</style><!-- 会议 --><noscript>请开启</noscript>{p(SENTENCE)}"
    )
    assert found == [("paragraph", None, None, SENTENCE)]


def test_where_the_page_comes_from(read_bytes):
    saved = "<!-- saved from url=(0042)https://www.example.org/news/2023/1129.htm -->"
    head = '<meta charset=utf-8><meta property="og:url" content="https://m.example.org/1"><link rel=canonical href="javascript:x">'
    body = f"<title>例会</title><h1>例会</h1>{p(SENTENCE)}"
    assert read_bytes(saved + head + body).source.address == "https://www.example.org/news/2023/1129.htm"
    assert read_bytes(head + body).source.address == "https://m.example.org/1"
    assert read_bytes(body.join(("<meta charset=utf-8>", ""))).source.address is None


def test_links_are_kept_as_written(read_bytes):
    report = read_bytes(
        f"<meta charset=utf-8><title>例会</title><h1>例会</h1>{p(SENTENCE + '<a href=log.2023-11-14.html>log</a><a href=#x>y</a>')}"
    )
    assert report.links == ("log.2023-11-14.html",)


def test_text_deeper_than_lxml_goes_is_not_lost(read_bytes):
    deep = "<div><b>" * 400 + "最深处的会议" + "</b></div>" * 400
    report = read_bytes(
        f"<meta charset=utf-8><title>例会</title><h1>例会</h1>{p(SENTENCE)}{deep}{p(SENTENCE)}"
    )
    assert [block.text for block in report.blocks] == ["例会", SENTENCE, "最深处的会议", SENTENCE]
    assert [note.kind for note in report.notes] == ["deep-nesting"]


@pytest.mark.parametrize(
    "tail", ["<!--" * 60_000, "<a" * 60_000, "<p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">"]
)
def test_markup_that_makes_parsers_quadratic(read_bytes, tail):
    report = read_bytes(f"<meta charset=utf-8><title>例会</title><h1>例会</h1>{p(SENTENCE)}{tail}")
    assert report.blocks[1].text == SENTENCE


@pytest.mark.parametrize(
    ("markup", "error"),
    [
        (
            "<title>404 Not Found</title><h1>404 Not Found</h1><ul>"
            + "<li><a href=#>首页</a></li>" * 30
            + "</ul>",
            errors.NoArticle,
        ),
        (
            "<title>用户登录</title><form><p>用户名</p><input><p>密码</p><input><button>登录</button></form>",
            errors.NoArticle,
        ),
        (
            "<title>新闻</title><ul>"
            + "".join(f"<li><a href=/{n}>学院召开第{n}次教学工作例会的新闻</a></li>" for n in range(40))
            + "</ul>",
            errors.NoArticle,
        ),
        ("<html><frameset><frame src='text.html'></frameset></html>", errors.Frames),
        ("<html><body></body></html>", errors.NoArticle),
    ],
)
def test_pages_without_an_article_are_refused(read_bytes, markup, error):
    with pytest.raises(error):
        read_bytes("<meta charset=utf-8>" + markup)


def test_a_page_under_the_name_of_a_word_file_is_read_with_a_note(read_bytes):
    report = read_bytes(f"<meta charset=utf-8><title>例会</title><h1>例会</h1>{p(SENTENCE)}", "报道.docx")
    assert report.source.media_type == "text/html"
    assert [note.kind for note in report.notes] == ["other-format"]
    assert "HTML" in report.notes[0].message


def test_notes_are_worded_in_the_language_of_the_text(read_bytes):
    chinese = read_bytes(f"<meta charset=utf-8><title>例会</title><h1>例会</h1>{p(SENTENCE)}", "a.docx")
    english = read_bytes(
        "<title>Minutes</title><h1>Board minutes</h1><p>The board met at noon, and adjourned at one.</p>",
        "a.docx",
    )
    assert "读取" in chinese.notes[0].message
    assert "read" in english.notes[0].message


def test_a_title_beyond_all_measure_is_no_heading(read_bytes):
    title = "会" * 5_000
    report = read_bytes(f"<meta charset=utf-8><title>{title}</title><h1>{title}</h1>{p(SENTENCE)}")
    assert not any(block.kind == "heading" for block in report.blocks)
    assert len(report.heading) <= 500
    assert "title-too-long" in {note.kind for note in report.notes}
