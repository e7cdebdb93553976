"""Whatever is typed as a query: an answer, or one sentence with a caret under the place; never an operator of SQL or FTS."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import strategies as st
from promises import soon

from archive.query.mistakes import QueryError, TooDeep, TooLong
from archive.query.names import FIELDS, KINDS, STATES, THINGS
from archive.query.parse import parse
from archive.record import ActionPoint, Block, Meeting, Source, Speaker, Statement
from archive.store import Archive

TODAY = dt.date(2024, 3, 15)
NAMES = [
    name
    for table in (FIELDS, STATES, KINDS, THINGS)
    for key, others in table.items()
    for name in (key, *others)
]
SIGNS = [
    '"', "'", "(", ")", "\uff08", "\uff09", "\u201c", "\u201d", "\u300c", "\u300d", "-", "--", " OR ", " AND ", " NOT ", ":", "\uff1a", "..", "*", "^", "+", "%", "_",
    "?", ";", "NEAR(", "NEAR/3 ", "{", "}", "\\", "\x00", "\x1b[2J", "\u202e", "\ufeff", "\t", "\n", "' OR 1=1 --", '"; DROP TABLE meetings; --', "body MATCH ", "rowid:", "@", "\ud800", "\u0301",
]  # fmt: skip
VALUES = [
    "\u79d1\u7814", "annual", "2023", "2023-09", "2023-13", "2023-09-31", "2023..2024", "..", "last-month", "\u672c\u5b66\u671f", "\u4e0a\u4e2a\u6708", "99999999999999999999", "0000", "12", "-1",
    "open", "overdue", "actions", "\u903e\u671f", "\U00020bb7", "\u00df", "\u0130", "\uff21\uff22", "x" * 200,
]  # fmt: skip
FIELD = st.builds(
    "{}{}{}".format,
    st.sampled_from(NAMES),
    st.sampled_from([":", "\uff1a", ": ", ""]),
    st.sampled_from([*VALUES, '"', "("]),
)
PIECE = st.one_of(FIELD, st.sampled_from(VALUES), st.sampled_from(SIGNS), st.text(max_size=6))
QUERIES = st.builds(str.join, st.sampled_from(["", " ", " "]), st.lists(PIECE, max_size=14))


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    made = Archive.open(tmp_path_factory.mktemp("fuzz") / "archive", create=True, today=TODAY)
    meeting = Meeting(
        title="\u79d1\u7814\u5de5\u4f5c\u4f1a\u8bae annual",
        date=dt.date(2023, 9, 4),
        speakers=(Speaker(name="\u5f20\u4e09", statements=(Statement(act="\u6307\u51fa", text="\u8981"),)),),
        action_points=(ActionPoint(number=1, text="report", due=dt.date(2024, 1, 1)),),
        body=(Block(kind="paragraph", text="annual \u79d1\u7814"),),
        source=Source(file="a.html", sha256="", media_type="text/html", size=1),
    )
    with made.batch("import", "Lin") as batch:
        batch.stage(meeting, b"original", ".html")
        batch.commit()
    return made


def test_queries(fuzz, archive):
    def check(query):
        with soon():
            try:
                tree = parse(query, today=TODAY)
            except QueryError as error:
                points_at_the_place(error)
                return
            assert parse(query, today=TODAY) == tree
            found = archive.search(query)
        assert found.total in {0, 1}
        with suppress(TooLong, TooDeep):
            assert archive.search(f"-({query})").total == 1 - found.total

    fuzz(QUERIES, check)


def points_at_the_place(error):
    assert error.exit_code == 2
    sentence = error.sentence()
    assert sentence
    assert 0 <= error.at <= len(error.query)
    shown, caret = error.pointer.split("\n")
    assert shown.isprintable()
    assert caret.strip() == "^"
