"""What became of a motion, told in a few words: carried, failed 3-4, Ayes: 6 Nays: 0, all in favor."""

import re

from minutes.extract.lazy import lazy

_PASSED = lazy(
    r"\b(?:carried|nem con|carries|passed|passes|approved|adopted|agreed|unanimous(?:ly)?|all (?:members )?(?:in favou?r|ayes?|approved|yes|(?:voted|voting) (?:yes|aye|in favou?r))|so (?:moved|ordered|resolved)|in favou?r|accepted|succeeded|aye|m/?s/?[cpu]|approval|no (?:objections?|opposition|dissent))\b",
    re.IGNORECASE,
)
FAILED = lazy(
    r"\b(?:fail(?:ed|s)|defeated|lost|not carried|not (?:pass|carry|approved)|rejected|died|dies|withdr[ae]wn?|withdrew|tabled|postponed|deferred|lack(?:ed)? (?:of )?a second|(?<!required )(?<!requires )(?<!needed )no second(?:er)?|not seconded|without a second|did not (?:pass|carry)|ruled out of order|not adopted|no vote was taken|referred back)\b",
    re.IGNORECASE,
)
_NUMBERS = lazy(
    r"\b(?:ayes?|yeas?|yes|for|in favou?r|aye votes)\s?[:=-]?\s?\(?(\d{1,3})\b.{0,60}?\b(?:nays?|noes|nos?|against|opposed|nay votes)\s?[:=-]?\s?\(?(\d{1,3})\b|\b(\d{1,3})\s?(?:-|to|:)\s?(\d{1,3})(?:\s?(?:-|to|:)\s?\d{1,3})?\b|\b(\d{1,3}) (?:for|in favou?r|ayes?|yeas?|yes)\b.{0,30}?\b(\d{1,3}|none|no) (?:against|opposed|nays?|noes|no)\b",
    re.IGNORECASE,
)
STRICT = lazy(
    r"\b(?:ayes?|nays?|noes|yeas?|abst\w+|voted|voting|votes?|roll call|motion|carried|unanimous(?:ly)?|in favou?r|opposed|so ordered|against)\b"
    r"|^\W*(?:the )?(?:bill|resolution|ordinance|measure|item|amendment|legislation) (?:is |was )?(?:passes|passed|carries|fails|failed|adopted|approved)\W*$",
    re.IGNORECASE,
)
NUMBER_LINE = lazy(
    r"\W*(?:motion|resolution|item)\s+(?:no\.? ?|number |# ?)?[A-Z\d./-]{0,12}\d[A-Z\d./-]{0,12}\W*$",
    re.IGNORECASE,
)  # Motion LB-25-42: the next one's number, no vote of 25 to 42


def verdict_of(text: str) -> bool | None:
    """Whether the text says that a motion carried; None where it tells nothing."""
    if FAILED.search(text):
        return False
    numbers = _NUMBERS.search(text)
    if numbers:
        yes, no = [int(one) if one.isdigit() else 0 for one in numbers.groups() if one is not None][:2]
        return yes > no
    return (
        True
        if _PASSED.search(text)
        and not re.search(r"\bopposed by|\bif (?:passed|approved)", text)
        and not re.fullmatch(r"\W*ayes?\W*", text, re.IGNORECASE)
        else None
    )
