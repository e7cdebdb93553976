"""What surrounds a meeting's own words: other meetings on the page, words of others, units that speak, texts of no meeting."""

import pytest

from archive.record import Block, Cell
from minutes.extract.en import extract_en

TWO = """# Minutes of committees
## Finance Committee meeting, 4 March 2024
Present: Jane Roe (Chair), Ann Lund
Ann Lund reported a balance of 400.
Action: Ann Lund to pay the plumber by 8 March.
## Buildings Committee meeting, 11 March 2024
Present: Otto Marsh (Chair), Una Frost
Una Frost asked about the roof.
RESOLVED that the roof be mended.
"""


def test_two_meetings_on_a_page_are_two_records(make_report):
    report = make_report(TWO)
    finance, buildings = extract_en(report, report.blocks)
    assert (str(finance.date), finance.chair.name, [one.name for one in finance.speakers]) == (
        "2024-03-04",
        "Jane Roe",
        ["Ann Lund"],
    )
    assert (str(buildings.date), buildings.chair.name, buildings.title) == (
        "2024-03-11",
        "Otto Marsh",
        "Buildings Committee meeting, 11 March 2024",
    )
    assert [one.text for one in buildings.decisions] == ["the roof be mended"]
    assert len(finance.body) + len(buildings.body) == len(report.blocks)


@pytest.mark.parametrize(
    "line",
    [
        "## Minutes of the last meeting, 12 February 2024",
        "## 3. Minutes of the meeting held on 12 February 2024",
        "## Date of next meeting: 8 April 2024",
        "## Approval of minutes of 12 February 2024",
        "Meeting calendar: 8 April 2024",
        "## Action items from 12 February 2024 meeting",
    ],
)
def test_another_date_in_a_heading_is_no_second_meeting(line, make_report):
    report = make_report(
        f"# Council meeting, 4 March 2024\nPresent: Jane Roe, Ann Lund\nAnn Lund reported a balance.\n{line}\n"
        "These were agreed.\nPresent roof: to be mended.\nJane Roe closed the meeting."
    )
    assert len(extract_en(report, report.blocks)) == 1


def statements(meeting):
    return [(one.name, it.relayed_from) for one in meeting.speakers for it in one.statements]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ann Lund said that Otto Marsh had told her the roof leaks.", [("Ann Lund", "Otto Marsh")]),
        ("Ann Lund read out a letter from Otto Marsh.", [("Ann Lund", "Otto Marsh")]),
        ("Ann Lund conveyed greetings from Otto Marsh.", [("Ann Lund", "Otto Marsh")]),
        ("Ann Lund reported on behalf of Otto Marsh.", [("Ann Lund", "Otto Marsh")]),
        ("Ann Lund said that the roof leaks.", [("Ann Lund", None)]),
    ],
)
def test_relayed_words_name_their_source(text, said, read):
    meeting = read(f"# Minutes of the meeting\nPresent: Ann Lund, Jane Roe\n{text}")
    assert statements(meeting) == said


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Staff recommends approval of the plat.", "Staff"),
        ("The Planning Department recommended approval.", "Planning Department"),
        ("Public Works reported three broken mains.", "Public Works"),
    ],
)
def test_units_speak_as_units(text, unit, read):
    (speaker,) = read(f"# Minutes of the meeting\nPresent: Ann Lund\n{text}").speakers
    assert (speaker.name, speaker.kind) == (unit, "unit")


NO_MEETING = [
    "# The Lighthouse\nChapter 3\nJane Roe said nothing. Otto asked whether the boat would come. 'I will go,' she said, and Otto agreed to row. They moved to the window.",
    "# Price list 2024\n| Item | Price | Lead |\n| Oak board | 14.00 | Two weeks |\n| Pine board | 9.00 | Ask |\nOrders must be paid within 30 days.",
    "# Storm closes coast road\nPolice said the road will stay shut until Friday. Jane Roe, who lives nearby, told the Gazette the waves were high. Otto Marsh, a fisherman, agreed.",
    "# How to prune roses\nYou must cut above a bud. Mrs Lund recommends March. Please send your questions to the editor by Friday.",
    "# Obituary: Otto Marsh\nOtto Marsh, who chaired many committees and served as mayor, died on 4 March 2024. His daughter Jane said he loved the sea.",
    "# Terms of service\nThe customer shall pay within 30 days. The provider will notify the customer. Disputes must be referred to the courts of Lund.",
    "# Recipe: bread\nMix, knead and let rise. Then bake for 40 minutes. Ann Lund suggested adding honey.",
    "# League results\nLund 3, Hill 1. Coach Jane Roe said her side was tired. Captain Una Frost added that the pitch was wet. The next match is on 4 May.",
    "# Interview: a potter\nQ: When did you begin?\nA: In 1990.\nQ: Will you go on?\nA: I will send you a bowl by Monday.",
    "# Annual accounts\nTurnover rose to 4m. The directors recommend a dividend. Creditors must be paid within one year.",
]


@pytest.mark.parametrize("text", NO_MEETING)
def test_a_text_of_no_meeting_has_no_speakers_and_no_tasks(text, read):
    meeting = read(text)
    assert (meeting.speakers, meeting.action_points, meeting.decisions) == ((), (), ())


def test_names_below_one_another_in_a_cell_are_told_apart(make_report):
    cells = (
        "Present:",
        "Councillors:\nJane Roe (Chair)\nAnn Lund",
        "Action",
        "Jane Roe to write\nAnn Lund to pay the bill",
    )
    text = f"{cells[0]}\t{cells[1]}\n{cells[2]}\t{cells[3]}"
    starts = [text.index(cell) for cell in cells]
    marks = tuple(
        Cell(row=at // 2, column=at % 2, start=start, end=start + len(cell))
        for at, (start, cell) in enumerate(zip(starts, cells, strict=True))
    )
    blocks = (
        Block(kind="heading", text="Minutes of the meeting", level=1),
        Block(kind="table", text=text, cells=marks),
    )
    report = make_report("")
    (meeting,) = extract_en(report, blocks)
    assert [one.name for one in meeting.attendance.present] == ["Jane Roe", "Ann Lund"]
