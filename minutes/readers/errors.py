"""Why a file cannot be read: each class is one sentence with the next step, exit code 3.

`file` is always among the values: the name as the user gave it, undecodable bytes escaped.
"""

from collections.abc import Callable
from typing import ClassVar

from archive.errors import ArchiveError


class ReadError(ArchiveError):
    """A file that gives no report; the rest of the batch goes on."""

    message: ClassVar[str] = "{file} cannot be read."
    exit_code: ClassVar[int] = 3


# What the file system says


class FileMissing(ReadError):
    """Nothing of that name."""

    message = "{file} does not exist."
    advice = "Check the spelling of the path."


class IsFolder(ReadError):
    """A folder where a file was expected."""

    message = "{file} is a folder, not a report."
    advice = "Import the folder itself, or name a file in it."


class NotRegular(ReadError):
    """A pipe, device or socket."""

    message = "{file} is not a regular file."
    advice = "Save the report to a file and import that."


class LinkBroken(ReadError):
    """A symbolic link to nothing."""

    message = "{file} is a link to a file that does not exist."
    advice = "Import the file itself."


class LinkLoop(ReadError):
    """A symbolic link that leads back to itself."""

    message = "{file} is a link that leads back to itself."
    advice = "Import the file itself."


class LinkOutside(ReadError):
    """A symbolic link to a file of another folder."""

    message = "{file} is a link to a file outside its folder."
    advice = "Import the file itself."


class NotAllowed(ReadError):
    """No permission."""

    message = "{file} cannot be opened: permission denied."
    advice = "Ask for the right to read it, or copy it to a folder of your own."


class Unreadable(ReadError):
    """Any other refusal of the operating system; `why` is its own word."""

    message = "{file} cannot be read: {why}."
    advice = "Check the disk or the network, then try again."


class TooLarge(ReadError):
    """Larger than the limit; `size` and `limit` in MB."""

    message = "{file} has {size} MB; files up to {limit} MB are read."
    advice = "Save the report alone, without large attachments."


# What the bytes say


class Empty(ReadError):
    """No byte."""

    message = "{file} is empty."
    advice = "Save the page or document again."


class NoText(ReadError):
    """Not empty, but without a word."""

    message = "{file} has no text."
    advice = "If it shows pictures of a text, type or scan the text into a Word file."


class Compressed(ReadError):
    """gzip, 7-Zip, RAR, bzip2, xz or a zip that is no document."""

    message = "{file} is compressed ({format})."
    advice = "Unpack it and import what is inside."


class Spreadsheet(ReadError):
    """Excel, WPS or OpenDocument tables."""

    message = "{file} is a spreadsheet."
    advice = "Copy the table into a Word file and import that."


class Presentation(ReadError):
    """PowerPoint and its like."""

    message = "{file} is a presentation."
    advice = "Copy its text into a Word file and import that."


class OpenDocument(ReadError):
    """An .odt file."""

    message = "{file} is an OpenDocument text."
    advice = "Open it in Word, WPS or LibreOffice and save it as .docx."


class Pdf(ReadError):
    """PDF."""

    message = "{file} is a PDF."
    advice = "Import the page or Word file it was made from, or open it in Word and save it as .docx."


class Rtf(ReadError):
    """Rich Text Format."""

    message = "{file} is a rich-text file (RTF)."
    advice = "Open it in Word, WPS or LibreOffice and save it as .docx."


class Picture(ReadError):
    """A picture alone."""

    message = "{file} is a picture."
    advice = "Import the report that shows it."


class LegacyWord(ReadError):
    """Word 97-2003, and no LibreOffice to convert it."""

    message = "{file} is a Word 97-2003 document (.doc), which needs LibreOffice to be read."
    advice = "Open it in Word or WPS and save it as .docx, or install LibreOffice."


class Conversion(ReadError):
    """LibreOffice is there but could not convert the file; `why` says what happened."""

    message = "LibreOffice could not convert {file}: {why}."
    advice = "Open it in Word or WPS and save it as .docx."


class WordXml(ReadError):
    """Word saved as XML in one file (Word 2003 XML, flat OPC)."""

    message = "{file} is a Word document saved as XML."
    advice = "Open it in Word or WPS and save it as .docx."


class WpsWriter(ReadError):
    """WPS's own binary format."""

    message = "{file} is a WPS Writer document (.wps)."
    advice = "Open it in WPS and save it as .docx."


class Encrypted(ReadError):
    """Protected by a password."""

    message = "{file} is protected by a password."
    advice = "Open it in Word or WPS, remove the password (File, Info, Protect Document) and save it."


class OwnerFile(ReadError):
    """The small file Word or WPS keeps while a document is open."""

    message = "{file} is a lock file of Word or WPS, not a document."
    advice = "Import the document without ~$ in its name."


class NotAReport(ReadError):
    """Bytes of no format we read."""

    message = "{file} is neither a web page nor a Word file nor text."
    advice = "Save the report as a web page (.html), as .docx or as text."


# What the page says


class NoArticle(ReadError):
    """A page of links, a login form, a message of the server."""

    message = "No article was found in {file}: it is a page of links, a form or a notice."
    advice = "Open the report itself in the browser and save that page."


class Frames(ReadError):
    """A page that only names other pages."""

    message = "{file} only shows other pages in frames; the text is in another file ({target})."
    advice = "Save or import that file."


class TooMuchText(ReadError):
    """More characters, blocks or cells than the limit; `what` and `limit` say which."""

    message = "{file} has more than {limit} {what}."
    advice = "Split the document and import the parts."

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """Message and advice as one line; `what` is translated too."""
        values = {**self.values, "what": translate(str(self.values["what"]))}
        return " ".join(translate(part).format_map(values) for part in (self.message, self.advice))


class TooDeep(ReadError):
    """Elements nested beyond the limit."""

    message = "{file} nests its elements more than {limit} deep."
    advice = "Copy the text into a new Word file and import that."


# What a Word file says


class Damaged(ReadError):
    """A container or part that is incomplete or breaks its own rules; `why` in words."""

    message = "{file} is damaged or incomplete: {why}."
    advice = "Download or copy it again, or open it in Word or WPS and save it anew."


class DamagedPart(ReadError):
    """A part of a Word file that is not well-formed; `part`, `line` and `why` say where and how."""

    message = "{file} is damaged: {part}, line {line}: {why}."
    advice = "Open it in Word or WPS and save it anew."


class TooManyParts(ReadError):
    """A container with too many entries; `count` and `limit` are numbers."""

    message = "{file} has {count} parts; Word files up to {limit} parts are read."
    advice = "Open it in Word or WPS and save it anew."


class PartTooLarge(ReadError):
    """A part that inflates beyond the limit; `size` (declared, or "more than N") and `limit` in MB."""

    message = "{part} in {file} inflates to {size} MB; parts up to {limit} MB are read."
    advice = "Open it in Word or WPS and save it anew."


class ForbiddenXml(ReadError):
    """A DOCTYPE in a part; Word writes none, and entities can blow up or reach out."""

    message = "{part} in {file} has a document type declaration, which Word never writes."
    advice = "Open it in Word or WPS and save it anew."


class NotWord(ReadError):
    """A zip container that holds no Word document; `why` says what is missing."""

    message = "{file} is not a Word document: {why}."
    advice = "Open it in the program it was made with and save it as .docx."
