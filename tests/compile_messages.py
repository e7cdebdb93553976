"""Makes minutes/messages/zh/LC_MESSAGES/minutes.mo of minutes/messages/zh.po: python tests/compile_messages.py"""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parents[1] / "minutes" / "messages"
SOURCE = FOLDER / "zh.po"
COMPILED = FOLDER / "zh" / "LC_MESSAGES" / "minutes.mo"


def catalogue() -> Catalog:
    """The translations as they stand in the source; an entry that stands twice is an error."""
    with SOURCE.open("rb") as file:
        return read_po(file, locale="zh", abort_invalid=True)


def main() -> None:
    """Compiles."""
    COMPILED.parent.mkdir(parents=True, exist_ok=True)
    with COMPILED.open("wb") as file:
        write_mo(file, catalogue())


if __name__ == "__main__":
    main()
