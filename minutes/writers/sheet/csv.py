"""The ledger as CSV: UTF-8 with a signature, so that Excel reads Chinese; no cell can run as a formula."""

import csv as standard
import datetime as dt
import io

from minutes import border
from minutes.writers.ledger import Ledger, Value


def write_csv(ledger: Ledger) -> bytes:
    """RFC 4180 with CRLF; dates as YYYY-MM-DD, which every spreadsheet understands."""
    made = io.StringIO(newline="")
    writer = standard.writer(made, lineterminator="\r\n")
    writer.writerow(ledger.header)
    writer.writerows([_cell(value) for value in row.values] for row in ledger.rows)
    return made.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else border.csv_cell(str(value))
