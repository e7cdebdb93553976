"""A report as every reader hands it over: numbered blocks of clean text, and what the source says of itself."""

from dataclasses import dataclass, field

from archive.record import Block, Note, Source


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the report, bytes taken along."""

    name: str  # as the document calls it: image-20231218175202-2.png
    media_type: str
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a reader makes of a file.

    `blocks` hold the whole text of the report and nothing of the page around it. Their text is NFC, without control
    characters, without soft line ends; white space is single spaces (no U+00A0, no U+3000); punctuation keeps the
    width the source has. A table's text has a line per row, cells parted by tabs, `cells` marking each.
    """

    blocks: tuple[Block, ...]
    source: Source
    heading: str | None = (
        None  # the title the source gives apart from the text (<title>, og:title, dc:title), site name and all
    )
    furniture: tuple[str, ...] = ()  # lines that are source, not body: publish line, page headers and footers
    picture_names: tuple[
        str, ...
    ] = ()  # file names of all pictures referred to, kept or not (they may carry a date)
    pictures: tuple[Picture, ...] = ()  # the kept ones
    links: tuple[str, ...] = ()  # addresses the text links to, as written (a log's name may carry the date)
    notes: tuple[Note, ...] = field(default=())  # what was skipped or guessed in reading
