"""What an office adds to minutes that no report says: number, day of issue, who gets a copy."""

import datetime as dt
from typing import Final

import msgspec


class Details(msgspec.Struct, frozen=True):
    """All optional; what is not given is not printed, never made up."""

    number: str | None = None  # instead of the record's: 第5期
    issuer: str | None = None  # issuing body, where it is not the record's organisation
    issued: dt.date | None = None  # the day the minutes were adopted or signed
    copies_to: str | None = None  # 抄送: names of bodies
    printed_by: str | None = None  # 印发: the office that printed


NONE: Final = Details()
