"""A report in lines, as the expected ones beside the pages are written."""

from archive.record import Block
from minutes.report import Report

FACTS = ("encoding", "publisher", "author", "published", "address")


def shown(report: Report) -> str:
    """Facts of the source, a blank line, then a line for each block: `kind level label: text`."""
    facts = [f"{name}: {value}" for name in FACTS if (value := getattr(report.source, name))]
    return "\n".join([*facts, "", *map(shown_block, report.blocks), ""])


def shown_block(block: Block) -> str:
    head = " ".join(str(part) for part in (block.kind, block.level, block.label) if part is not None)
    return f"{head}: " + block.text.replace("\t", " | ").replace("\n", " || ")
