import pytest
from fakes import BODY, meeting

from archive.answers import Office, PersonCard
from archive.record import Person, Speaker
from minutes import messages
from minutes.cli.look import evidence, persons, record
from minutes.cli.look.piece import columns_of
from minutes.cli.look.words import person


def text_of(lines):
    return ["".join(piece.text for piece in line).rstrip() for line in lines]


def shown(columns=80, **changes):
    return text_of(record.lines(meeting(**changes), columns))


def test_the_record_shows_every_part():
    page = "\n".join(shown())
    for words in (
        "12  水产站召开秋季例会", "2021-11-04 14:30", "二楼会议室", "柳成荫 (站长)", "at least 12", "关小渔 (组长)",
        "指出  要抓好冬储。", "12.3  月底前修好水泵", "overdue", "Owner: 后勤组", "Due: 2021-11-30 (月底前)",
        "2021-11-10  已买配件", "同意添置水泵", "moved by 关小渔, 全票", "年份由发布时间推断。", "pump.html", "一、 冬储",
    ):  # fmt: skip
        assert words in page


@pytest.mark.parametrize("columns", [40, 80, 100])
def test_no_line_is_wider_than_the_page(columns):
    wide = meeting().title * 9
    assert max(map(columns_of, shown(columns, title=wide, place=wide))) <= columns


def test_an_almost_empty_record_shows_no_empty_section():
    page = shown(
        speakers=(), action_points=(), decisions=(), agenda=(), notes=(), title=None, date=None, chair=None
    )
    assert page[0] == "12  (without a title)"
    assert not {"Speakers", "Action points", "Decisions", "Agenda", "Notes"} & set(page)


def test_markup_in_a_report_is_shown_as_text():
    assert "12  [bold]泵[/bold]" in shown(title="[bold]泵[/bold]")[0]


def test_chinese_labels_come_from_the_catalogue():
    messages.choose("zh")
    page = "\n".join(shown())
    assert "主持" in page
    assert "至少 12 人" in page


def test_doubtful_values_come_first():
    confidences = [one.evidence.confidence for one in evidence.reasons(meeting(), None)]
    assert confidences == ["doubtful", "inferred", "stated", "stated"]


def test_a_path_chooses_itself_and_what_lies_below():
    assert [one.path for one in evidence.reasons(meeting(), "action_points.1")] == ["action_points.1.due"]
    assert not evidence.reasons(meeting(), "action_points.10")


def test_a_value_stands_beside_its_sentence():
    assert evidence.sentence(meeting(), meeting().evidence["chair"][0].span) == (
        "会议由站长",
        "柳成荫主持",
        "。",
    )


def test_explain_shows_value_sentence_rule_and_reason():
    one = meeting()
    page = text_of(evidence.lines(one, evidence.reasons(one, "date"), 80))
    assert page[:3] == [
        "inferred  date  2021-11-04",
        "    11月4日，水产站召开秋季例会。",
        "    rule test-rule: year from the publish line",
    ]


def test_evidence_for_a_value_that_is_gone_is_no_error():
    one = meeting(action_points=())
    assert "(nothing)" in "\n".join(text_of(evidence.lines(one, evidence.reasons(one, None), 80)))


def test_the_text_of_the_report_is_whole():
    page = "".join(line for line in text_of(record.body(meeting(), 40)))
    assert page == "水产站召开秋季例会" + BODY


@pytest.mark.parametrize(
    ("organisation", "role", "shown"),
    [
        ("教务处", "教务处处长", "教务处处长"),
        ("水产站", "站长", "水产站 站长"),
        ("居委会", "党委书记、居委会主任", "党委书记、居委会主任"),
        (None, "站长", "站长"),
        ("水产站", None, "水产站"),
    ],
)
def test_an_office_has_its_body_once_wherever_it_is_shown(organisation, role, shown):
    somebody = Person(name="柏舟", organisation=organisation, role=role)
    assert person(somebody) == f"柏舟 ({shown})"
    speaker = Speaker(name="柏舟", organisation=organisation, role=role)
    assert f"柏舟  {shown}" in "\n".join(text_of(record.lines(meeting(speakers=(speaker,)), 80)))
    office = Office(role, organisation, None, None)
    card = PersonCard("柏舟", (), [office], [], [])
    assert f"  {shown}" in [line.rstrip() for line in text_of(persons.card(card, 80))]
