"""Offices as one reads them: body and role, the body once."""


def office(organisation: str | None, role: str | None, between: str = "") -> str:
    """The body and the role with `between`; the role alone where it names its body, "" where there is neither.

    >>> office("教务处", "处长"), office("教务处", "教务处处长"), office("居委会", "党委书记、居委会主任")
    ('教务处处长', '教务处处长', '党委书记、居委会主任')
    """
    body, title = organisation or "", role or ""
    named = any(part.startswith(body) for part in title.split("、"))
    return title if named else between.join(part for part in (body, title) if part)
