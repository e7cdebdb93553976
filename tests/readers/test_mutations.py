"""Whatever the bytes, reading gives a report or a refusal, never another error."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.record import to_json
from minutes.readers import read
from minutes.readers.errors import ReadError

SEEDS = (
    "<!DOCTYPE html><html><head><meta charset=gb2312><title>例会-学院</title><style>.x{display:none}</style></head><body>"
    "<ul class=nav><li><a href=#>首页</a></ul><h1>例会</h1><p class=meta>发布时间:2023-12-01 来源:教务处</p><p>会议由院长主持。"
    "<table><tr><td rowspan=2>一<td>二<tr><td>三</table><ol type=i start=3><li>甲<li value=9>乙</ol><dl><dt>a<dd>b</dl>"
    "<img src=data:image/png;base64,iVBORw0KGgo=><p>图1 现场</p><pre>x\ny</pre></body></html>".encode(
        "gb18030"
    ),
    (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\nPGh0bWw+PHA+aGVsbG8sIHdvcmxkLiBUaGUgYm9hcmQgbWV0IGF0IG5vb24uPC9wPg==\r\n--B--"
    ),
    "# 例会\n\n- 甲\n  1. 乙\n\n|a|b|\n|-|-|\n|c|d|\n\n```\nx\n```\n**粗** [l](u) ![p](q.png)\n".encode(),
)


def mutated(seed: bytes, number: int) -> bytes:
    """`seed` with bytes flipped, cut, doubled and moved, the same for the same number."""
    chance = random.Random(number)
    data = bytearray(seed)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(data) + 1)
        end = min(len(data), place + chance.randint(0, 30))
        piece = chance.choice(
            (b"", bytes([chance.randrange(256)]), data[place:end] * 3, b"<", b">", b"\0", b"<!--", b"&#x1b;")
        )
        data[place:end] = piece
    return bytes(data)


def check(path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        report = read(path)
    except ReadError as error:
        assert str(error)  # noqa: PT017 -- either outcome is right
        return
    for block in report.blocks:
        to_json(block)
        block.text.encode("utf-8")
        for cell in block.cells:
            assert 0 <= cell.start <= cell.end <= len(block.text)


@pytest.mark.parametrize("seed", range(len(SEEDS)))
@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_damaged_documents(tmp_path, seed, name):
    for number in range(60):
        check(tmp_path / name, mutated(SEEDS[seed], number))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=400),
    st.sampled_from(["<html>", "", "# ", "MIME-Version: 1.0\n"]),
    st.sampled_from(["a.html", "a.txt", "a.md"]),
)
def test_any_bytes(tmp_path, data, start, name):
    check(tmp_path / name, start.encode() + data)


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<table>",
        "<tr>",
        "<td rowspan=3>",
        "</table>",
        "<ul>",
        "<li>",
        "</ul>",
        "<b>",
        "</b>",
        "<br>",
        "<h1>",
        "</h1>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<pre>",
        "</pre>",
        "<img src=a.png>",
        "<div class=footer>",
        "</div>",
        "<form>",
        "<caption>",
        "<title>",
    ]
)
WORDS = st.sampled_from(
    [
        "会议由院长主持\uff0c各系参加。",
        "发布时间:2023-1-1",
        "上一篇",
        "图1 现场",
        " ",
        "\u3000",
        "x" * 50,
        "a, b.",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(TAGS, WORDS), max_size=60))
def test_any_arrangement_of_tags(tmp_path, parts):
    check(tmp_path / "a.html", ("<html><meta charset=utf-8>" + "".join(parts)).encode())


@pytest.mark.parametrize(
    "markup",
    [
        "<p>甲<i>&#&#0;27;</i>乙",
        "<p>甲&#27a&#x1b;g&#xd800;<script></script>&#31;</p>",
        "<p {x}=1 <b>=2 style=a>甲</p><p>乙</p>",
        "<p>甲<p><img class=emoji alt='&#x1;'>乙",
        "<table><td rowspan=99999999999 colspan=-1>甲<td colspan=1e9>乙<tr><td>丙<td>丁</table>",
        "<ol start=99999999999999999999 type=i><li value=-5>甲</ol>",
        "<a href='http://[::1'>甲</a><img src='http://[::1'><link rel=canonical href='http://['>",
    ],
)
def test_what_fuzzing_found(tmp_path, markup):
    check(
        tmp_path / "a.html",
        f"<html><meta charset=utf-8><p>会议由院长主持\uff0c各系参加。</p>{markup}".encode(),
    )
