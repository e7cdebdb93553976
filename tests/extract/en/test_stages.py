"""Each room of the English grammar alone."""

import datetime as dt

import pytest

from archive.record import Source
from minutes.extract.en import extract_en
from minutes.extract.en.assign import assigned_in
from minutes.extract.en.dates import TIME, clock, dates_in
from minutes.extract.en.decisions import decided_in
from minutes.extract.en.dues import Calendar, due_in
from minutes.extract.en.fields import fields
from minutes.extract.en.heads import count_of
from minutes.extract.en.lists import people_in
from minutes.extract.en.names import is_name, is_role, split_role
from minutes.extract.en.owners import owner_of
from minutes.extract.en.sentences import sentences
from minutes.extract.en.speech import said_in
from minutes.report import Report

THURSDAY = Calendar(dt.date(2024, 3, 14))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("July 9, 2002", dt.date(2002, 7, 9)),
        ("9 July 2002", dt.date(2002, 7, 9)),
        ("the 9th of July 2002", dt.date(2002, 7, 9)),
        ("Tues. 9 Jul 2002", dt.date(2002, 7, 9)),
        ("2002-07-09", dt.date(2002, 7, 9)),
        ("Sept. 5, 2023", dt.date(2023, 9, 5)),
        ("Wednesday 09/10/13", dt.date(2013, 10, 9)),
        ("Thursday 09/10/15", dt.date(2015, 9, 10)),
        ("25/12/2020", dt.date(2020, 12, 25)),
        ("12/25/2020", dt.date(2020, 12, 25)),
        ("13.02.2024", dt.date(2024, 2, 13)),
    ],
)
def test_reads_dates_in_many_shapes(text, day):
    assert [found.on() for found in dates_in(text)] == [day]


@pytest.mark.parametrize(
    "text", ["items 4.01 through 4.07", "a vote of 5-0", "room 3.14", "31/31/2020", "version 1.2.3"]
)
def test_numbers_are_no_dates(text):
    assert [found for found in dates_in(text) if found.on()] == []


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("7:00 p.m.", "19:00"),
        ("7.15pm", "19:15"),
        ("12 noon", "12:00"),
        ("16:00 UTC", "16:00"),
        ("12:30 a.m.", "00:30"),
        ("1930 hrs", "19:30"),
    ],
)
def test_reads_times(text, time):
    assert [clock(match) for match in TIME.finditer(text)] == [time]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("send it by 22 March", "2024-03-22"),
        ("send it by Friday", "2024-03-15"),
        ("send it by Monday", "2024-03-18"),
        ("send it by next Friday", "2024-03-22"),
        ("send it by close of business on Friday", "2024-03-15"),
        ("send it by the end of the month", "2024-03-31"),
        ("send it by end of May", "2024-05-31"),
        ("send it within two weeks", "2024-03-28"),
        ("send it within 10 working days", "2024-03-28"),
        ("send it in two weeks' time", "2024-03-28"),
        ("send it no later than January 31", "2025-01-31"),
        ("send it by tomorrow", "2024-03-15"),
        ("send it before the next meeting", None),
        ("send it by the AGM", None),
    ],
)
def test_resolves_dues_against_the_meetings_day(text, due):
    found = due_in(text, 0, len(text), THURSDAY)
    assert found
    assert (found.day and found.day.isoformat()) == due


@pytest.mark.parametrize(
    "text",
    ["paid by the contractor", "the minutes of 3 May", "in two minds", "seconded by May Lee", "by email"],
)
def test_not_every_by_is_a_due(text):
    assert due_in(text, 0, len(text), THURSDAY) is None


def test_a_due_of_an_undated_meeting_stays_text():
    assert due_in("send it by Friday", 0, 17, Calendar(None)).day is None


@pytest.mark.parametrize(
    ("words", "role", "name"),
    [
        ("City Manager Otto Ashby", "City Manager", "Otto Ashby"),
        ("City Forester Hask", "City Forester", "Hask"),
        ("Superintendent Dr. Edith Crane", "Superintendent", "Edith Crane"),
        ("Head of Maths Hedda Marsh", "Head of Maths", "Hedda Marsh"),
        ("Cllr Mrs Quince", "Cllr", "Quince"),
        ("Jan van der Meer", None, "Jan van der Meer"),
    ],
)
def test_cuts_the_role_from_the_name(words, role, name, lexicon):
    found, rest, _ = split_role(words.split(), lexicon)
    assert (found, " ".join(rest)) == (role, name)


@pytest.mark.parametrize(
    "text", ["Executive Director", "Clerk to the Council", "Head of Maths", "Chair", "Parent governor"]
)
def test_a_role_alone_is_no_name(text, lexicon):
    assert is_role(text, lexicon)


@pytest.mark.parametrize(
    "text", ["Finance Committee", "Mill Street", "Town Hall", "Friday", "The Board", "Motion"]
)
def test_organisations_and_places_are_no_names(text, lexicon):
    assert not is_name(text.split(), lexicon)


@pytest.mark.parametrize(
    "text", ["Lucy Park", "O'Neal", "J. Roe", "Soo-ah Crane-Lee", "Sarah Dean", "\u00c9mile Zol\u00e1"]
)
def test_names_of_many_kinds(text, lexicon):
    assert is_name(text.split(), lexicon)


def test_one_title_goes_for_several_names(passage, lexicon):
    text = "Mayor Ida Holm; Councilmembers Teo Marsh-Lee, Owen Holt, Dan O'Neal."
    found = people_in(passage(text), 0, len(text), lexicon)
    assert [(one.name, one.role) for one in found] == [
        ("Ida Holm", "Mayor"),
        ("Teo Marsh-Lee", "Councilmember"),
        ("Owen Holt", "Councilmember"),
        ("Dan O'Neal", "Councilmember"),
    ]


def test_initials_and_organisations_stand_in_brackets(passage, lexicon):
    text = "Hedda Marsh (HM), Otto Lind (Treasurer), Una Frost (Acme Ltd)"
    found = people_in(passage(text), 0, len(text), lexicon)
    assert [(one.aliases, one.role, one.organisation) for one in found] == [
        (("HM",), None, None),
        ((), "Treasurer", None),
        ((), None, "Acme Ltd"),
    ]


@pytest.mark.parametrize("short", ["Marsh", "Hedda", "HM", "H. Marsh", "hedda", "hmarsh", "Hedda Marsh"])
def test_a_short_form_means_the_full_name(short, cast):
    assert cast("Hedda Marsh", "Otto Lind").find(short).name == "Hedda Marsh"


def test_a_surname_of_two_people_means_nobody(cast):
    known = cast("Hedda Marsh", "Ian Marsh")
    assert known.find("Marsh") is None
    assert known.find("I. Marsh").name == "Ian Marsh"


def test_a_nickname_means_the_full_name(cast):
    assert cast("Michael Holt").find("Mike").name == "Michael Holt"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Oscar Larch, 14 Orchard Lane, asked when the path is mended.", ["Oscar Larch"]),
        ("The treasurer, Edith Winter, presented the accounts.", ["Edith Winter"]),
        ("Councillors Lund and Brown asked about the bins.", ["Lund", "Brown"]),
        ("In response to a question from Ms Lee, Dr Park explained the plan.", ["Lee", "Park"]),
        ("Cllr Roe opened the hearing and asked for comments.", ["Roe"]),
        ("Dr. Crane answered; Mr. Lind thanked her.", ["Crane", "Lind"]),
        ("The plan was presented by Jane Roe and adopted.", ["Jane Roe"]),
    ],
)
def test_finds_who_spoke(text, who, sentence, cast):
    found = [one.name for said in said_in(sentence(text), cast()) for one in said.who]
    assert found == who


@pytest.mark.parametrize(
    "text",
    [
        "The report that Jane Roe presented last year was filed.",
        "Bluestone Services said no.",
        "A letter about what Jane Roe asked was filed.",
        "Mill Street reported flooding.",
        "Jane Roe had reported it in 2019.",
    ],
)
def test_nobody_speaks_here(text, sentence, cast):
    assert [
        one.name for said in said_in(sentence(text), cast()) for one in said.who if one.kind == "person"
    ] == []


def test_words_relayed_are_not_spoken(sentence, cast):
    found = said_in(
        sentence("Otto Lind said that Una Frost suggested a change, and Wei Han asked about it."),
        cast("Una Frost"),
    )
    assert [said.who[0].name for said in found] == ["Otto Lind", "Wei Han"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Mr. Lind will obtain two quotes.", "Lind"),
        ("Mayor Holm directed staff to post the map.", "staff"),
        ("The Board directed Mr. Lind to return with costs.", "Lind"),
        ("Ms Frost requested that the City Manager provide a summary.", "City Manager"),
        ("All directors are to return the form.", "All directors"),
        ("Members in arrears must pay by 31 March.", "Members in arrears"),
        ("Mrs Crane would ask the school for tables.", "Crane"),
        ("It was agreed that the Clerk would write to the county.", "Clerk"),
        ("Una Frost described the plan and will send a map.", "Una Frost"),
        ("Clerk to write to the county.", "Clerk"),
        ("The Secretary was instructed to file the forms.", "Secretary"),
        ("Una volunteered to bake.", "Una"),
    ],
)
def test_finds_who_must_act(text, owner, sentence, cast):
    known = cast("Una Frost", "Karl Lind")
    part = sentence(text)
    assert [task.owner.text for task in assigned_in(part, said_in(part, known), known, THURSDAY, None)] == [
        owner
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ms Frost said that staff will need a month.",
        "The freezer will last another year.",
        "Otto Lind will retire in June.",
        "The committee will meet on 5 May.",
        "Ms Frost asked whether the Clerk will write.",
        "The road would be closed in March.",
        "Otto Lind hoped that members will come.",
        "Dr. Frost asked Mr. Lind to introduce himself.",
        "The board agreed to apply for a grant.",
    ],
)
def test_what_is_no_assignment(text, sentence, cast):
    known = cast("Una Frost", "Karl Lind")
    part = sentence(text)
    assert list(assigned_in(part, said_in(part, known), known, THURSDAY, None)) == []


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed to hold the party in June.",
        "The minutes of 3 May were approved.",
        "Governors adopted the policy without amendment.",
        "RESOLVED, that the policy be adopted.",
        "After discussion the meeting agreed that bonfires are allowed.",
        "There being no other names, Karl Lind was re-elected chairman.",
        "Agreed: the fee stays the same.",
    ],
)
def test_finds_decisions(text, sentence):
    assert decided_in(sentence(text))


@pytest.mark.parametrize(
    "text",
    [
        "The grant had been approved in April.",
        "Ms Frost reported that the budget was approved by the county.",
        "The motion was approved.",
        "If the plan is approved, work starts in May.",
        "The policy will be adopted next year.",
        "Apologies were accepted from Cllr Roe.",
        "The committee noted the report.",
    ],
)
def test_what_is_no_decision(text, sentence):
    assert decided_in(sentence(text)) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mr. Lind met Dr. Roe at 7 p.m. The talk was long.", 2),
        ("J. Roe and K. Lind of Acme Inc. spoke.", 1),
        ("See No. 7 of St. Ann's. It is closed!", 2),
        ("Is it? Yes.", 2),
    ],
)
def test_abbreviations_end_no_sentence(text, parts, passage):
    assert len(sentences(passage(text))) == parts


def test_labels_may_run_together(read_passages, lexicon):
    found = fields(read_passages("Present: Una Frost, Otto Lind. Apologies: Ida Holm"), lexicon)
    assert [(one.kind, one.text.strip(" .")) for one in found] == [
        ("present", "Una Frost, Otto Lind"),
        ("absent", "Ida Holm"),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Thirty-four (34) members attended.", 34),
        ("There were 41 members present.", 41),
        ("The meeting was attended by about 60 supporters.", 60),
        ("Attendance: 22", 22),
        ("4 members of the public were present.", None),
    ],
)
def test_counts_heads(text, count, read_passages):
    found = count_of(read_passages(text))
    assert (found and found[0]) == count


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("the Clerk", "Clerk"),
        ("HM", "Hedda Marsh"),
        ("Hedda", "Hedda"),
        ("Mr Lind", "Lind"),
        ("All staff", "All staff"),
        ("tbd", None),
        ("the broken gate", None),
    ],
)
def test_knows_an_owner(text, owner, cast):
    found = owner_of(text, cast("Hedda Marsh", "Karl Lind"))
    assert (found and found.text) == owner


def test_old_actions_are_not_new(read):
    meeting = read(
        "# Minutes\nPresent: Una Frost, Otto Lind\n## Actions from the last meeting\n- Una to call the printer\n- Otto to mend the door\n## Actions\n- Una to book the hall by 5 May 2024"
    )
    assert [one.text for one in meeting.action_points] == ["Una to book the hall by 5 May 2024"]


def test_an_action_said_twice_is_one(read):
    meeting = read(
        "# Minutes of 4 May 2024\nPresent: Una Frost\nMs Frost will book the hall for the summer party.\n## Summary of action items\n- Una Frost: book the hall for the summer party by 1 June"
    )
    (point,) = meeting.action_points
    assert (point.owner_person, point.due) == ("Una Frost", dt.date(2024, 6, 1))


def test_the_year_may_stand_in_the_publish_line(make_report):
    given = make_report(
        "# Council meeting\nThe council met on 28 December in the Town Hall.\nPresent: Una Frost",
        published="2024-01-03",
    )
    meeting = extract_en(given, given.blocks)[0]
    assert meeting.date == dt.date(2023, 12, 28)
    assert "year-inferred" in {note.kind for note in meeting.notes}


def test_the_day_may_stand_in_the_address_of_a_log():
    source = Source(file="x.html", sha256="0" * 64, media_type="text/html", size=1)
    given = Report(
        blocks=(), source=source, heading="#club: weekly meeting", links=("club.2023-11-14-15.00.log.html",)
    )
    assert extract_en(given, given.blocks)[0].date is None  # no meeting in an empty text


def test_an_offices_own_words_are_added(tmp_path, make_report):
    (tmp_path / "en.toml").write_text('[people]\ntitles = ["portreeve", "alewarden"]\n', "utf-8")
    given = make_report(
        "# Minutes of the meeting\nPresent: Una Frost\nChief Alewarden Bodkin reported that the wells are clean."
    )
    meeting = extract_en(given, given.blocks, lexicon=tmp_path)[0]
    assert [(one.name, one.role) for one in meeting.speakers] == [("Bodkin", "Chief Alewarden")]


def test_a_relayed_letter_is_cited(read):
    meeting = read(
        "# Minutes of the meeting\nPresent: Una Frost\nA letter from Alma Rudd about dogs was filed.\nUna Frost thanked the cleaners."
    )
    assert [one.name for one in meeting.cited] == ["Alma Rudd"]
    assert [one.name for one in meeting.speakers] == ["Una Frost"]


def test_a_headline_may_run_into_its_sentence(read):
    meeting = read(
        "# Parish council minutes\nPresent: Cllr U Frost, Cllr K Lind\n23/104 District Councillor's report Cllr Frost advised members that the plan is open."
    )
    assert [(one.name, one.role) for one in meeting.speakers] == [("U Frost", "Cllr")]


def test_an_office_may_have_its_holder_in_brackets(passage, lexicon):
    text = "District Cllr M Farrow, the Clerk (Mrs T Crane) and 4 members of the public"
    found = people_in(passage(text), 0, len(text), lexicon)
    assert [(one.name, one.role) for one in found] == [("M Farrow", "District Cllr"), ("T Crane", "Clerk")]


def test_a_reminder_of_facts_assigns_nothing(sentence, cast):
    known = cast("Una Frost")
    part = sentence("Ms Frost reminded senators that preferences are due to the Secretary by October 14.")
    assert list(assigned_in(part, said_in(part, known), known, THURSDAY, None)) == []


def test_a_name_before_a_label_belongs_to_the_list(read):
    meeting = read(
        "# Senate minutes\nMembers present: Abbott, Cheng, Holm, Kowal Members absent: Bell (excused)"
    )
    assert [one.name for one in meeting.attendance.present] == ["Abbott", "Cheng", "Holm", "Kowal"]
    assert [one.name for one in meeting.attendance.absent] == ["Bell"]


def test_a_transcript_has_chair_roll_and_motion(read):
    text = (
        "# Planning commission transcript\nJanuary 18, 2023\nCHAIR MARSH: I call this meeting to order.\nTHE CLERK: Commissioner Roe?\n"
        "COMMISSIONER ROE: Here.\nCHAIR MARSH: The minutes of December 14. Do I have a motion?\nCOMMISSIONER ROE: So moved.\n"
        "VICE CHAIR LIND: Second.\nCHAIR MARSH: All in favor? The motion carries. Ms. Crane, please check the setback by Monday."
    )
    meeting = read(text)
    assert meeting.chair.name == "Marsh"
    assert [one.name for one in meeting.attendance.present] == ["Roe"]
    assert [(one.text, one.mover, one.seconder) for one in meeting.decisions] == [
        ("The minutes of December 14", "Roe", "Lind")
    ]
    assert [(one.owner, one.due) for one in meeting.action_points] == [("Crane", dt.date(2023, 1, 23))]
