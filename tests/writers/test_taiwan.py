"""Records in traditional characters come out in traditional characters, with Taiwan's set words (GENRE 1.4)."""

import io

import docx
import msgspec
import openpyxl
import pytest
from invented_meetings import chinese
from lxml import etree

from archive.record import (
    ActionPoint,
    AgendaItem,
    Attendance,
    Block,
    Decision,
    Meeting,
    Person,
    Speaker,
    Statement,
)
from archive.text import plain
from minutes.writers import usual_profile, write, write_ledger, write_volume
from minutes.writers.wording import CHINESE, TAIWANESE
from minutes.writers.words import _SIMPLIFIED, _TRADITIONAL, tag_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def taiwanese(**changes) -> Meeting:
    given = {
        "title": "松濤國民中學113學年度第2次行政會議",
        "number": "第2次",
        "place": "二樓會議室",
        "organisation": "松濤國民中學",
        "topic": "校舍補強",
        "chair": Person(name="簡竹青", role="校長"),
        "recorder": Person(name="尤小禾"),
        "attendance": Attendance(
            count=12,
            present=(Person(name="柏舟", role="教務主任"),),
            absent=(Person(name="冷泉", role="組長"),),
            in_attendance=(Person(name="商陸"),),
        ),
        "speakers": (
            Speaker(
                name="柏舟",
                role="教務主任",
                statements=(Statement(act="報告", text="段考時間調整案,請各領域配合"),),
            ),
        ),
        "action_points": (
            ActionPoint(
                number=1, text="完成補強招標", owner="總務處", cooperating=("會計室",), due_text="月底前"
            ),
        ),
        "decisions": (Decision(number=1, text="照案通過", mover="柏舟", seconder="商陸"),),
        "agenda": (AgendaItem(number="一、", title="校舍補強"),),
        "cited": (),
        "body": (Block(kind="paragraph", text="主席簡竹青宣布開會,請各處室報告上次會議決議執行情形。"),),
        "kind": "minutes",
        "labels": (),
        "source": msgspec.structs.replace(chinese().source, publisher="松濤國民中學"),
        "notes": (),
    }
    return chinese(**(given | changes))


def words(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_is_told_by_its_characters():
    assert tag_of(taiwanese()) == "zh-TW"
    assert tag_of(chinese()) == "zh-CN"
    assert tag_of(Meeting(language="zh", source=chinese().source)) == "zh-CN"


def test_is_a_record_of_a_meeting_unless_another_form_is_asked_for():
    assert usual_profile(taiwanese()) == "jilu"
    assert usual_profile(chinese(kind="minutes")) == "jiyao"


@pytest.mark.parametrize("profile", ["jilu", "jiyao", "report"])
@pytest.mark.parametrize("to", ["docx", "md"])
def test_no_set_word_is_simplified(profile, to):
    made = write(taiwanese(), to, profile=profile, with_record=False)
    text = words(made) if to == "docx" else made.decode()
    assert not set(text) & set(_SIMPLIFIED)


def test_says_what_offices_in_taiwan_say():
    text = words(write(taiwanese(), "docx"))
    for said in (
        "主席\uff1a簡竹青",
        "紀錄\uff1a尤小禾",
        "列席\uff1a商陸",
        "請假\uff1a冷泉",
        "決議",
        "完成期限",
        "會計室協辦",
    ):
        assert said in text
    assert text.replace("\n", "").startswith("松濤國民中學113學年度第2次行政會議紀錄")


def test_is_set_in_faces_that_have_the_characters():
    data = write(taiwanese(), "docx")
    styles = docx.Document(io.BytesIO(data)).styles.element
    faces = {one.get(f"{W}eastAsia") for one in styles.iter(f"{W}rFonts")}
    assert faces <= {"標楷體", "新細明體", "微軟正黑體"}
    assert {one.get(f"{W}eastAsia") for one in styles.iter(f"{W}lang")} == {"zh-TW"}
    assert b"zh-TW" in etree.tostring(docx.Document(io.BytesIO(data)).settings.element)


def test_the_ledger_and_a_volume_follow_their_meetings():
    day = chinese().date
    sheet = openpyxl.load_workbook(io.BytesIO(write_ledger([taiwanese()], "xlsx", today=day))).active
    assert "完成時限" in [cell.value for cell in sheet[1]]
    assert "督辦台帳" in write_ledger([taiwanese()], "md", today=day).decode()
    assert "督办台账" in write_ledger([taiwanese(), chinese()], "md", today=day).decode()
    assert "會議紀錄彙編" in write_volume([taiwanese()], "md").decode()


def test_the_two_sets_of_words_say_the_same_things():
    assert CHINESE.keys() == TAIWANESE.keys()
    assert [plain(one) for one in _TRADITIONAL] == list(_SIMPLIFIED) or set(_TRADITIONAL).isdisjoint(
        _SIMPLIFIED
    )
    assert len(_TRADITIONAL) == len(_SIMPLIFIED)
