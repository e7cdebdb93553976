"""The ledger of action points, for spreadsheets, on paper and in calendars."""

import csv
import datetime as dt
import io
import zipfile

import icalendar
import msgspec
import openpyxl
import pytest
from invented_meetings import chinese, english
from lxml import etree

from archive.record import ActionPoint, DueChange, Progress
from minutes.writers import (
    FORMATS,
    NoLedger,
    OnlyLedger,
    UnknownFormat,
    UnknownProfile,
    check,
    write,
    write_ledger,
)
from minutes.writers.calendar import without_due
from minutes.writers.ledger import ledger

TODAY = dt.date(2023, 12, 5)
POINTS = (
    ActionPoint(number=1, text="修好水泵", owner="后勤组", due=dt.date(2023, 12, 1)),
    ActionPoint(
        number=2,
        text="报送名单",
        owner="柏舟",
        owner_person="柏舟",
        cooperating=("学工处", "各学院"),
        due=dt.date(2023, 12, 10),
        state="in hand",
        progress=(Progress(date=dt.date(2023, 11, 20), text="已收齐;待审"),),
        due_history=(
            DueChange(
                before=dt.date(2023, 11, 30),
                after=dt.date(2023, 12, 10),
                when="2023-11-25T00:00:00Z",
                who="尤",
            ),
        ),
    ),
    ActionPoint(
        number=4,
        text='=HYPERLINK("http://x")',
        due_text="长期坚持",
        state="done",
        closed_on=dt.date(2023, 12, 2),
    ),
)


@pytest.fixture
def meeting():
    return chinese(action_points=POINTS)


def column(rows: list[list], name: str) -> list:
    place = rows[0].index(name)
    return [row[place] for row in rows[1:]]


def read_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_one_row_a_matter_over_all_meetings(meeting):
    rows = read_csv(write_ledger([meeting, english()], "csv", today=TODAY))
    assert column(rows, "事项编号") == ["12.1", "12.2", "12.4", "7.1", "7.2"]
    assert column(rows, "序号") == ["1", "2", "3", "4", "5"]


def test_csv_says_what_is_overdue_near_moved_and_done(meeting):
    rows = read_csv(write_ledger([meeting], "csv", today=TODAY))
    assert column(rows, "预警") == ["逾期", "临期", ""]
    assert column(rows, "完成时限") == ["2023-12-01", "2023-12-10", "长期坚持"]
    assert column(rows, "状态") == ["未办结", "正在办理", "已办结"]
    assert column(rows, "延期")[1] == "2023-11-30 \u2192 2023-12-10"
    assert column(rows, "责任单位") == ["后勤组", "", ""]
    assert column(rows, "责任人") == ["", "柏舟", ""]
    assert column(rows, "办结日期")[2] == "2023-12-02"


def test_no_cell_runs_as_a_formula(meeting):
    rows = read_csv(write_ledger([meeting], "csv", today=TODAY))
    assert column(rows, "议定事项")[2].startswith("'=")
    sheet = openpyxl.load_workbook(io.BytesIO(write_ledger([meeting], "xlsx", today=TODAY))).active
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_workbook_is_frozen_filtered_and_coloured(meeting):
    data = write_ledger([meeting], "xlsx", today=TODAY)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet.title == "督办台账"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:O4"
    assert sheet.print_title_rows == "$1:$1"
    head = [cell.value for cell in sheet[1]]
    due, state = head.index("完成时限"), head.index("状态")
    assert sheet[2][due].value.date() == dt.date(2023, 12, 1)
    assert sheet[2][due].is_date
    colours = [sheet[row][state].fill.fgColor.rgb for row in (2, 3, 4)]
    assert len(set(colours)) == 3
    assert sheet.data_validations.dataValidation[0].formula1 == '"未办结,正在办理,已办结,已撤销"'


def test_the_parts_of_a_worksheet_stand_in_the_order_of_the_schema(meeting):
    with zipfile.ZipFile(io.BytesIO(write_ledger([meeting], "xlsx", today=TODAY))) as package:
        sheet = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    order = [
        "sheetPr",
        "dimension",
        "sheetViews",
        "sheetFormatPr",
        "cols",
        "sheetData",
        "autoFilter",
        "conditionalFormatting",
        "dataValidations",
        "pageMargins",
        "pageSetup",
        "headerFooter",
    ]
    places = [order.index(etree.QName(child).localname) for child in sheet]
    assert places == sorted(places)


def test_the_parts_of_a_typeface_stand_in_the_order_of_the_schema(meeting):
    with zipfile.ZipFile(io.BytesIO(write_ledger([meeting], "xlsx", today=TODAY))) as package:
        styles = etree.fromstring(package.read("xl/styles.xml"))
    order = [
        "b",
        "i",
        "strike",
        "condense",
        "extend",
        "outline",
        "shadow",
        "u",
        "vertAlign",
        "sz",
        "color",
        "name",
        "family",
        "charset",
        "scheme",
    ]
    fonts = list(styles.iter("{*}font"))
    assert len(fonts) == 3
    for font in fonts:
        places = [order.index(etree.QName(child).localname) for child in font]
        assert places == sorted(places)


@pytest.mark.parametrize("to", [name for name, row in FORMATS.items() if row.ledger])
def test_equal_records_give_equal_bytes(meeting, to):
    assert write_ledger([meeting], to, today=TODAY) == write_ledger([meeting], to, today=TODAY)
    assert write_ledger([], to, today=TODAY)


def test_on_paper_it_begins_with_the_counts(meeting):
    text = write_ledger([meeting], "md", today=TODAY).decode()
    assert (
        "共3项\uff1b已办结1项\uff0833%\uff09\uff1b正在办理1项\uff0833%\uff09\uff1b未办结1项\uff0833%\uff09\uff1b其中逾期1项"
        in text
    )


def test_the_language_is_that_of_most_meetings():
    assert ledger([english(), english(), chinese()], TODAY).header[4] == "Action"
    assert ledger([english(), chinese()], TODAY).header[4] == "议定事项"


def test_a_calendar_is_read_back(meeting):
    data = write_ledger([meeting, english()], "ics", today=TODAY)
    read = icalendar.Calendar.from_ical(data)
    events, todos = read.walk("VEVENT"), read.walk("VTODO")
    assert [str(one["SUMMARY"]) for one in todos[:3]] == [point.text for point in POINTS]
    assert todos[0]["DUE"].dt == dt.date(2023, 12, 1)
    assert "DUE" not in todos[2]
    assert [str(one["STATUS"]) for one in todos[:3]] == ["NEEDS-ACTION", "IN-PROCESS", "COMPLETED"]
    assert {str(one["RELATED-TO"]) for one in todos[:3]} == {str(events[0]["UID"])}
    assert str(events[0]["DTSTART"].dt) == "2023-11-09 09:30:00"


def test_calendar_lines_are_short_and_split_no_character():
    long = ActionPoint(number=1, text="抓好冬储,备足;物资\\" * 40)
    data = write_ledger([chinese(action_points=(long,))], "ics", today=TODAY)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert all(line.decode() is not None for line in data.split(b"\r\n"))
    assert str(icalendar.Calendar.from_ical(data).walk("VTODO")[0]["SUMMARY"]) == long.text


def test_the_uid_stays_and_the_sequence_grows(meeting):
    def todo(one):
        return icalendar.Calendar.from_ical(write_ledger([one], "ics", today=TODAY)).walk("VTODO")[1]

    before, after = (
        todo(meeting),
        todo(msgspec.structs.replace(meeting, revision=meeting.revision + 1, title="x")),
    )
    assert before["UID"] == after["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1


def test_counts_what_has_no_due_date(meeting):
    assert without_due([meeting]) == 1


def test_a_meeting_without_a_day_has_no_event(meeting):
    read = icalendar.Calendar.from_ical(
        write_ledger([msgspec.structs.replace(meeting, date=None)], "ics", today=TODAY)
    )
    assert not read.walk("VEVENT")
    assert not [one for one in read.walk("VTODO") if "RELATED-TO" in one]


@pytest.mark.parametrize(
    ("to", "profile", "error"),
    [
        ("odt", None, UnknownFormat),
        ("docx", "poem", UnknownProfile),
        ("csv", "jiyao", OnlyLedger),
        ("json", "ledger", NoLedger),
    ],
)
def test_what_does_not_go_together_is_said(to, profile, error):
    with pytest.raises(error):
        check(to, profile)


def test_minutes_are_not_written_as_a_ledger(meeting):
    with pytest.raises(OnlyLedger):
        write(meeting, "csv")
