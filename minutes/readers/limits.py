"""How much a reader takes in before it refuses: every limit of reading stands here, with its reason."""

from dataclasses import dataclass
from typing import Final

MB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, text in characters, the rest in pieces. Real reports stay below a tenth of each."""

    # A saved page with its pictures inside (data: addresses, MHTML) or a Word file with photographs is
    # 2-15 MB. The size is taken from the directory entry, so a sparse file of 8 GB is refused unread.
    file_size: int = 50 * MB
    # One part of a Word file, inflated: the text of 300 pages is about 6 MB of XML. Streams are inflated in
    # pieces and stopped here, whatever size the header declares.
    part_size: int = 64 * MB
    # All inflated parts together: text, numbering, styles, notes and the pictures that are kept.
    inflated_size: int = 200 * MB
    # Entries of a zip container: Word writes 15-40, one more for each picture.
    zip_members: int = 5_000
    # Characters of text in one report. A day's verbatim record is below 500,000; a single 300-page book 600,000.
    text: int = 3_000_000
    # Paragraphs, items, tables and captions of one report.
    blocks: int = 100_000
    # Elements inside one another in a Word file: libxml2's own bound, which python-docx's parser keeps. Tables nested 60
    # deep need 190, 5,000 nested content controls are an attack.
    depth: int = 256
    # Elements and attributes of one part of a Word file, told by their signs before a tree is built (130 and 250 bytes
    # each): a report has below 20,000, 300 pages 60,000-600,000, a table of 60,000 cells 600,000.
    marks: int = 1_500_000
    # Tables inside one another in a Word file; real ones have two or three.
    table_depth: int = 100
    # Tags of one page, opening and closing: 2 MB of dense markup have 80,000.
    elements: int = 250_000
    # Tags of a page that nests them deeper than the 255 at which lxml stops: it is read a slower way (page/tree.py).
    deep_elements: int = 100_000
    # Attributes of one page; each takes lxml 250 bytes.
    attributes: int = 500_000
    # Parts of a web archive: a page has as many as pictures, styles and frames.
    archive_parts: int = 5_000
    # Parts that hold parts in a web archive: browsers write one, mail programs three. They are read by recursion.
    archive_depth: int = 50
    # Seconds LibreOffice may take for one .doc: 1-3 are usual, the first start after a restart takes 15.
    conversion: int = 40
    # Cells of all tables: an attendance table of 3,000 rows and 20 columns has 60,000.
    table_cells: int = 200_000
    # Columns and rows that one cell may span; HTML caps colspan at 1,000 as well (HTML standard, 4.9.11).
    cell_span: int = 1_000
    # One kept picture; larger ones are left beside the page and noted.
    picture_size: int = 20 * MB
    # Pictures kept with one report, in number and together.
    pictures: int = 300
    pictures_size: int = 50 * MB
    # Characters of a line that still can be a title; longer ones are paragraphs.
    title: int = 200
    # Characters of one line of furniture or one value of the source's data (author, publisher ...).
    line: int = 500
    # Lines of furniture kept.
    furniture: int = 200
    # Combining marks in a row on one character; Vietnamese and Thai need 2, pointed Hebrew and Tibetan 4.
    combining_marks: int = 4


LIMITS: Final = Limits()
