"""What holds for any text: no error, places that reproduce their words, one result for both widths, time in step with length."""

import time

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper import marked, paper, read

from minutes.extract import extract

WORDS = [
    "会议",
    "由",
    "院长",
    "李明远",
    "副院长",
    "王静",
    "书记",
    "欧阳晓峰",
    "主持",
    "指出",
    "强调",
    "要求",
    "传达了",
    "汇报",
    ",",
    "。",
    ";",
    ":",
    "、",
    "一是",
    "二是",
    "三是",
    "(一)",
    "(二)",
    "1.",
    "2.",
    "一要",
    "二要",
    "首先",
    "其次",
    "教务处",
    "各部门",
    "全院",
    "要",
    "必须",
    "务必",
    "于10月20日前",
    "完成",
    "报送",
    "3月5日",
    "2023年10月9日",
    "上午",
    "在",
    "第一会议室",
    "召开",
    "出席",
    "列席",
    "参加",
    "等40余人",
    "“",
    "”",
    "《",
    "》",
    "(",
    ")",
    "他",
    "她",
    "大家",
    "会议决定",
    "审议通过",
    "同意",
    "表决结果",
    "9票同意",
    "应到9人",
    "实到8人",
    "提出三点要求",
    "的报告",
    "精神",
    "时间:",
    "地点:",
    "主持人:",
    "记录:",
    "出席:",
    "请假:",
    "图1",
    "责任人",
    "牵头",
    "負責",
    "會議",
    "紀錄",
    "學(xué)校",
    "715日下午",
    "艾力·吐尔逊",
    "\n",
    "\t",
    "abc",
    "14:30",
    "?",
    "!",
    "□",
    "\u3000",
    "付院长",
    "和",
    "向",
    "于",
    "任",
    "党",
]
LINES = st.lists(st.sampled_from(WORDS), max_size=60).map("".join)
QUICK = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WIDE = str.maketrans(
    {",": "\uff0c", ";": "\uff1b", ":": "\uff1a", "(": "\uff08", ")": "\uff09", "!": "\uff01", "?": "\uff1f"}
)
NARROW = {ord(wide): chr(narrow) for narrow, wide in WIDE.items()}

REPORT = (
    "3月19日下午,海事学院在行知楼305会议室召开工作会议。党委书记顾砚田主持会议,全体教职工50余人参加。\n"
    "院长贺明山传达了学校会议精神。他强调,各系要认真对照部署,4月底前完成自查;教务办公室负责汇总。\n"
    "顾书记提出两点要求:一是提高认识;二是压实责任,各支部要制定清单(见附件)。\n会议审议通过了《学院章程》。"
)


def check_places(meeting):
    for text, spans in marked(meeting):
        assert spans
        assert text == "\n".join(meeting.body[span.block].text[span.start : span.end] for span in spans)
    for proofs in meeting.evidence.values():
        for proof in proofs:
            if proof.span:
                assert 0 <= proof.span.start <= proof.span.end <= len(meeting.body[proof.span.block].text)


@QUICK
@given(st.lists(LINES, min_size=1, max_size=8), st.none() | LINES, st.sampled_from([None, "2023-12-01"]))
def test_any_mixture_of_the_genres_words_gives_a_record_whose_places_hold(lines, title, published):
    text = "\n".join(line.replace("\n", "") for line in lines)
    for meeting in extract(paper(text, title=title or None, published=published)):
        assert not [note for note in meeting.notes if note.kind in {"stage-failed", "not-extracted"}]
        check_places(meeting)
        msgspec.json.decode(msgspec.json.encode(meeting))


@QUICK
@given(st.text(max_size=300))
def test_any_text_gives_a_record(text):
    for meeting in extract(paper(text.replace("\n", " ") + "会议强调要做好各项工作并完成任务")):
        assert not [note for note in meeting.notes if note.kind in {"stage-failed", "not-extracted"}]
        check_places(meeting)


@pytest.mark.parametrize("text", ["应急办主任和隐", "主任范一主任范一", "主任李", "由院长欧阳", "张"])
def test_a_name_that_the_text_cuts_off_is_no_error(text):
    (meeting,) = extract(paper(text))
    assert "stage-failed" not in {note.kind for note in meeting.notes}


@pytest.mark.parametrize("text", [REPORT], ids=["report"])
def test_both_widths_of_punctuation_give_the_same_record(text):
    narrow, wide = read(text, title="工作会议"), read(text.translate(WIDE), title="工作会议")
    assert folded(msgspec.to_builtins(narrow)) == folded(msgspec.to_builtins(wide))


def folded(value):
    if isinstance(value, dict):
        return {key: folded(one) for key, one in value.items() if key != "body"}
    if isinstance(value, list | tuple):
        return [folded(one) for one in value]
    return value.translate(NARROW) if isinstance(value, str) else value


@QUICK
@given(st.lists(LINES, min_size=1, max_size=5))
def test_both_widths_give_the_same_record_of_any_mixture(lines):
    text = "\n".join(line.replace("\n", "") for line in lines)
    narrow = text.translate(NARROW)
    first, second = extract(paper(narrow)), extract(paper(narrow.translate(WIDE)))
    assert folded(msgspec.to_builtins(first)) == folded(msgspec.to_builtins(second))


def seconds(text):
    start = time.process_time()
    extract(paper(text, title="会议"))
    return time.process_time() - start


def test_time_grows_in_step_with_length():
    """Four times the text may take seven times as long, not sixteen; the first run warms up."""
    text = "\n".join([REPORT] * 40)
    seconds(text)
    # the least of several, on both sides: a garbage collection of the whole suite's heap takes ten times the short one
    short, long = (min(seconds(words) for _ in range(3)) for words in (text, "\n".join([text] * 4)))
    assert long < 7 * short


HOSTILE = {
    "open brackets": "(" * 20000,
    "title marks": "\u300a" * 20000,
    "quotation marks": "\u201c" * 20000,
    "one unit": "学院" * 10000,
    "one title": "副" * 20000 + "院长",
    "one list": "\u3001".join(["李明"] * 8000) + "参加会议",
    "one sentence": "要" * 20000,
    "commas": ",要" * 10000,
    "dots": "艾力\u00b7" * 8000,
    "digits": "1" * 20000,
    "dates": "3月5日至" * 5000,
    "enumerators": "一是" * 10000,
    "nested": "".join(f"({n % 9 + 1})" for n in range(6000)),
    "surnames": "欧阳" * 10000,
    "labels": "时间:" * 5000,
    "no stop": "在会议室" * 6000 + "召开",
    "by": "由教务处" * 6000,
    "and": "和" * 20000,
    "adverbs": "李明院长" + "首先" * 8000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_pattern_runs_away(text):
    assert seconds(text) < 8
