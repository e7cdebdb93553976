"""Whatever elements lie in one another, reading ends in a report or in one sentence."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st
from notation import word_file

from minutes.readers.errors import ReadError
from minutes.readers.limits import LIMITS
from minutes.readers.word import read_word

NAMES = [
    "p", "r", "tbl", "tr", "tc", "sdt", "sdtPr/showingPlcHdr", "sdtContent", "ins", "del", "txbxContent", "hyperlink{r:id=x}",
    "tcPr/(gridSpan{val=3},vMerge)", "tcPr/gridSpan{val=99999999}", "trPr/gridBefore{val=-1}", "pPr/numPr/numId{val=1}",
    "pPr/(outlineLvl{val=0},rPr/del{id=1})", "fldChar{fldCharType=begin}", "fldChar{fldCharType=end}", "br", "rPr/vanish",
    "mc:AlternateContent", "mc:Choice", "mc:Fallback", "a:blip{r:embed=x}", "footnoteReference{id=1}", 't"会议"',
    't"由某某主持。"', "sym{font=x;char=zz}", "pPr/jc{val=center}", "moveFrom", "altChunk{r:id=x}",
]  # fmt: skip
HOLDERS = [name for name in NAMES if "/" not in name and '"' not in name and "{" not in name]


def holder(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda name, inside: f"{name}/({','.join(inside)})",
        st.sampled_from(HOLDERS),
        st.lists(children, min_size=1, max_size=4),
    )


TREES = st.recursive(st.sampled_from(NAMES), holder, max_leaves=25)
NUMBERING = "abstractNum{abstractNumId=0}/lvl{ilvl=0}/lvlText{val=%1.%2},num{numId=1}/abstractNumId{val=0}"


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(TREES, min_size=1, max_size=4))
def test_any_nesting_gives_a_report_or_a_sentence(trees):
    try:
        report = read_word(word_file(",".join(trees), numbering=NUMBERING), "report.docx", LIMITS)
    except ReadError:
        return
    for block in report.blocks:
        assert block.text.strip()
        assert block.kind == "table" or "\n" not in block.text
        words = [block.text[cell.start : cell.end] for cell in block.cells]
        assert not any("\t" in one or "\n" in one for one in words)
        assert "".join(words) == "".join(block.text.split("\t")).replace("\n", "") or not block.cells


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.data())
def test_any_damaged_byte_gives_a_report_or_a_sentence(data):
    whole = bytearray(
        word_file('p/r/t"会议由某某主持。",tbl/tr/(tc/p/r/t"甲",tc/p/r/t"乙")', numbering=NUMBERING)
    )
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=5)):
        whole[place] = data.draw(st.integers(0, 255))
    with suppress(ReadError):
        assert read_word(bytes(whole), "report.docx", LIMITS).blocks
