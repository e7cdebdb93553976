"""Each stage of the Chinese grammar alone: names, titles, dates, dues, enumerations, owners, lists, the lexicon."""

import datetime as dt

import pytest
from paper import paper

from minutes.extract import extract
from minutes.extract.zh.dates import CLOCK, clock, written_dates
from minutes.extract.zh.document import read_blocks
from minutes.extract.zh.dues import find_due
from minutes.extract.zh.enumerations import find_series
from minutes.extract.zh.labels import read_item
from minutes.extract.zh.lexicon import load_lexicon
from minutes.extract.zh.mention import Mentions
from minutes.extract.zh.mentions import find_mentions
from minutes.extract.zh.names import names_of
from minutes.extract.zh.numbers import number_of
from minutes.extract.zh.owners import owners_of
from minutes.extract.zh.page import is_caption, is_credit, is_data, read_page
from minutes.extract.zh.people import core_of
from minutes.extract.zh.titles import titles_of
from minutes.extract.zh.years import published_day

LEXICON = load_lexicon()
MEETING = dt.date(2023, 10, 10)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("院长李明远指出", 2, "李明远"),
        ("主任于松说,系里", 2, "于松"),
        ("副院长何大为出席会议", 3, "何大为"),
        ("书记欧阳晓峰主持", 2, "欧阳晓峰"),
        ("主席艾力·吐尔逊主持会议", 2, "艾力·吐尔逊"),
        ("校长王静和周亮分别", 2, "王静"),
        ("院长高度评价了", 2, None),
        ("主任随后介绍了", 2, None),
        ("病案室主任阳光汇报了", 5, "阳光"),
    ],
)
def test_where_a_name_behind_a_title_ends(text, place, name):
    end = names_of(LEXICON).after(text, place)
    assert (text[place:end] if end else None) == name


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("教务处李明远副处长", "副处长", "李明远"),
        ("协调会,程和平副校长", "副校长", "程和平"),
        ("党委和陈伟校长", "校长", "陈伟"),
        ("安全部部长", "部长", None),
        ("区政协主席", "主席", None),
    ],
)
def test_where_a_name_before_a_title_begins(text, title, name):
    place = text.index(title)
    start = names_of(LEXICON).before(text, place)
    assert (text[start:place] if start is not None else None) == name


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("学院党委副书记兼纪委书记王静", ["党委副书记兼纪委书记"]),
        ("副院长(主持工作)李明", ["副院长(主持工作)"]),
        ("党总支书记", ["党总支书记"]),
        ("学校长远发展", []),
    ],
)
def test_titles_with_their_prefixes_and_notes(text, titles):
    assert [text[one.core : one.end] for one in titles_of(LEXICON).find(text)] == titles


def test_a_deputy_has_the_core_of_the_full_title():
    assert core_of("常务副校长(主持工作)") == "校长"
    assert core_of("校党委书记") == "书记"


def mentioned(text):
    document = read_blocks(paper(text).blocks)
    return find_mentions(document, LEXICON)


def test_one_title_governs_a_list_of_names():
    register = mentioned("副院长李明远、王静和周一凡分别发言。").register
    assert {name: entry.role for name, entry in register.entries.items()} == dict.fromkeys(
        ("李明远", "王静", "周一凡"), "副院长"
    )


def test_a_surname_with_a_title_finds_its_owner_wherever_the_full_name_stands():
    found = [one.entry for one in mentioned("王院长指出。会前,副院长王静到场。").found]
    assert [entry.name for entry in found] == ["王静", "王静"]


def test_two_of_one_surname_are_told_apart_by_their_titles():
    found = mentioned("书记张文主持。主任张亮汇报。张书记总结,张主任补充。").found
    assert [one.entry.name for one in found] == ["张文", "张亮", "张文", "张亮"]


def test_a_surname_that_fits_two_stays_open():
    found = mentioned("副校长张文主持。副校长张亮汇报。张校长总结。").found
    assert found[-1].entry is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2024年3月5日", (2024, 3, 5)),
        ("二〇二四年三月五日", (2024, 3, 5)),
        ("民国113年10月16日", (2024, 10, 16)),
        ("06年7月1日", (2006, 7, 1)),
        ("10月17号", (None, 10, 17)),
        ("2024-03-05", (2024, 3, 5)),
        ("26日上午", (None, None, 26)),
    ],
)
def test_dates_as_reports_write_them(text, parts):
    (found,) = written_dates(text)
    assert (found.year, found.month, found.day) == parts


@pytest.mark.parametrize("text", ["7月30-31日", "7月30日至31日", "7月30日、31日"])
def test_days_in_a_row(text):
    (found,) = written_dates(text)
    assert (found.month, found.day, found.end_day) == (7, 30, 31)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("下午2点半", "14:30"),
        ("上午9:00", "09:00"),
        ("10时30分", "10:30"),
        ("晚七点半", "19:30"),
        ("16:30", "16:30"),
    ],
)
def test_times_of_day(text, time):
    assert clock(CLOCK.match(text)) == time


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10月20日前完成", "2023-10-20"),
        ("1月5日前上报", "2024-01-05"),
        ("6月底前", "2024-06-30"),
        ("月底前完成", "2023-10-31"),
        ("下月底前完成", "2023-11-30"),
        ("年底前", "2023-12-31"),
        ("本周五前", "2023-10-13"),
        ("下周一前", "2023-10-16"),
        ("三天内", "2023-10-13"),
        ("两周内", "2023-10-24"),
        ("5个工作日内", "2023-10-17"),
        ("一个月内", "2023-11-10"),
        ("15日前", "2023-10-15"),
        ("完成时间:10月31日", "2023-10-31"),
        ("明年3月1日前", "2024-03-01"),
        ("每周五前报送", None),
        ("本学期内完成", None),
        ("第10周前完成", None),
        ("长期坚持", None),
    ],
)
def test_due_dates_are_reckoned_from_the_meetings_day(text, day):
    due = find_due(text, 0, len(text), MEETING)
    assert (due and due.day and due.day.isoformat()) == day


def test_a_due_without_the_meetings_day_keeps_its_words():
    text = "10月20日前完成"
    due = find_due(text, 0, len(text), None)
    assert (due.day, text[due.start : due.end]) == (None, "10月20日前")


def series(text):
    page = read_page(read_blocks(paper(text).blocks), None, LEXICON)
    flat = page.document.flat
    return [[flat[start:end].strip(",;\u3002") for start, end in one.members()] for one in find_series(page)]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("要求:一是学习;二是落实。", ["学习", "落实"]),
        ("一要抓学习,二要抓落实。", ["抓学习", "抓落实"]),
        ("首先,抓学习;其次,抓落实;最后,抓考核。", ["抓学习", "抓落实", "抓考核"]),
        ("(一)学习。(二)落实。", ["学习", "落实"]),
        ("1.学习\n2.落实", ["学习", "落实"]),
        ("一方面要少,另一方面要精。再会。", ["要少", "要精"]),
        ("今年一是抓学习。要深入。二是抓落实。", ["抓学习\u3002要深入", "抓落实"]),
    ],
)
def test_enumerations_of_every_form(text, members):
    assert series(text)[0] == members


def test_a_list_within_a_member_belongs_to_it():
    outer, inner = series("一是抓统筹:(1)数据;(2)进度。二是抓重点。")
    assert outer == ["抓统筹:(1)数据;(2)进度", "抓重点"]
    assert inner == ["数据", "进度"]


@pytest.mark.parametrize("text", ["第一书记第一次到会", "十一五以来成绩显著", "这是统一是否必要的问题"])
def test_words_that_only_look_like_enumerators(text):
    assert all(len(one) < 2 for one in series(text))


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("由教务处牵头,各系配合", "教务处"),
        ("各部门、各单位要加强管理", "各部门、各单位"),
        ("请学务处于10月31日前提报", "学务处"),
        ("相关学院收到通知后须在4月19日前完成", "相关学院"),
        ("各乡(镇)要高度重视", "各乡(镇)"),
        ("安全责任要落实到人", None),
        ("实验室安全管理要加强", None),
        ("我们要努力", None),
        ("加强各部门协作", None),
        ("生产部做好基础施工", "生产部"),
    ],
)
def test_who_must_act(text, owner):
    found = owners_of(LEXICON).of_clause(text, 0, len(text), Mentions(), loose=False)
    assert (text[found.start : found.end] if found else None) == owner


@pytest.mark.parametrize(
    ("item", "name", "role"),
    [
        ("王静(党委书记)", "王静", "党委书记"),
        ("国际处处长周亮", "周亮", "国际处处长"),
        ("李明教务长", "李明", "教务长"),
        ("李明(出差)", "李明", None),
        ("各系主任", None, None),
        ("院班子成员", None, None),
    ],
)
def test_items_of_a_list_of_people(item, name, role):
    found = read_item(item, names_of(LEXICON), titles_of(LEXICON))
    assert (found and found.name, found and found.role) == (name, role)


@pytest.mark.parametrize(
    "line", ["图2 李明副院长讲话", "\u25b2会议现场", "会议现场", "院长李明讲话", "图为座谈会现场"]
)
def test_captions(line):
    assert is_caption(line)


@pytest.mark.parametrize("line", ["院长李明作了讲话。", "一、领导讲话", "会议由院长李明主持,并作总结讲话"])
def test_sentences_are_no_captions(line):
    assert not is_caption(line)


def test_credits_and_data_lines():
    assert is_credit("(文:李小文 图:王大图)", LEXICON)
    assert is_credit("责任编辑:李小文", LEXICON)
    assert not is_credit("文化建设要加强", LEXICON)
    assert is_data("浏览次数: 12")


@pytest.mark.parametrize(
    ("word", "number"), [("二十一", 21), ("两", 2), ("二〇二四", 2024), ("十", 10), ("12", 12), ("甲", None)]
)
def test_chinese_numerals(word, number):
    assert number_of(word) == number


def test_the_day_of_publication_from_a_line_of_the_page():
    report = paper("会议", published=None)
    assert published_day(report) is None
    assert published_day(paper("会议", published="2024-05-06")) == dt.date(2024, 5, 6)


def test_an_office_adds_its_own_words(tmp_path):
    (tmp_path / "zh.toml").write_text('[titles]\ncore = "督帅"\n[units]\ntail = ["泊位"]\n', "utf-8")
    own = load_lexicon(tmp_path)
    assert "督帅" in own.words("titles.core")
    assert "泊位" in own.words("units.tail")
    assert "督帅" not in LEXICON.words("titles.core")


def test_an_unreadable_lexicon_is_noted_and_ours_is_used(tmp_path):
    (tmp_path / "zh.toml").write_text("[titles\n", "utf-8")
    (meeting,) = extract(paper("3月5日,院长李明主持会议。", published="2024-03-06"), lexicon=tmp_path)
    assert meeting.chair.name == "李明"
    assert "lexicon-unreadable" in {note.kind for note in meeting.notes}


def test_an_offices_titles_are_used_in_extraction(tmp_path):
    report = paper("3月5日,督帅李明主持会议。督帅王静指出,要加强值守。", published="2024-03-06")
    (tmp_path / "zh.toml").write_text('[titles]\ncore = "督帅"\n', "utf-8")
    (meeting,) = extract(report, lexicon=tmp_path)
    assert (meeting.chair.name, meeting.chair.role) == ("李明", "督帅")
    assert [(one.name, one.role) for one in meeting.speakers] == [("王静", "督帅")]
