"""Reports from plain lines, for tests: `paper("line\\nline", title=...)`."""

from archive.record import Block, Cell, Source
from minutes.extract import extract
from minutes.report import Report


def paper(text, *, title=None, published=None, pictures=(), media_type="text/html"):
    """A report of paragraphs, one a line; a table is a line whose cells are parted by bars and that begins with one."""
    blocks = [Block(kind="heading", level=1, text=title)] if title else []
    rows = []
    for line in text.split("\n"):
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        blocks += [table(rows)] if rows else []
        rows = []
        blocks.append(Block(kind="paragraph", text=line))
    blocks += [table(rows)] if rows else []
    source = Source(file="report.html", sha256="0" * 64, media_type=media_type, size=1, published=published)
    return Report(blocks=tuple(blocks), source=source, heading=title, picture_names=tuple(pictures))


def table(rows):
    text, cells = "", []
    for number, row in enumerate(rows):
        text += "\n" if number else ""
        for column, words in enumerate(row):
            text += "\t" if column else ""
            cells.append(Cell(row=number, column=column, start=len(text), end=len(text) + len(words)))
            text += words
    return Block(kind="table", text=text, cells=tuple(cells))


def read(text, **options):
    """The one record of such a report."""
    (meeting,) = extract(paper(text, **options))
    return meeting


def persons(meeting):
    """Names and roles of the persons who spoke."""
    return {one.name: one.role for one in meeting.speakers if one.kind == "person" and one.name}


def spans_of(one):
    return one.spans or ((one.span,) if one.span else ())


def marked(meeting):
    """Every text of the record with its places."""
    items = [
        *(one for speaker in meeting.speakers for one in speaker.statements),
        *meeting.action_points,
        *meeting.decisions,
    ]
    return [(one.text, spans_of(one)) for one in items] + [
        (one.title, spans_of_agenda(one)) for one in meeting.agenda
    ]


def spans_of_agenda(item):
    return (item.span,) if item.span else ()


def notes(meeting):
    return {note.kind for note in meeting.notes}
