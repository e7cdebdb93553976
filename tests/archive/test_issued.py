"""What was issued of a final record comes back as the same bytes, and the archive vouches for it."""

import datetime as dt

import pytest
from archive_notation import file_all, make
from msgspec.structs import replace

ASKED = '{"to": "docx"}'


@pytest.fixture
def signed(archive):
    (one,) = file_all(archive, make(tasks=("报送方案",), title="例会"))
    return archive.change(one.id, lambda meeting: replace(meeting, state="final"), what="final", who="Lin")


def test_nothing_is_issued_before_it_is_kept(archive, signed):
    assert archive.issued(signed, ASKED) is None
    assert list(archive.issues(signed.id)) == []


def test_the_same_request_gives_the_same_bytes_after_the_ledger_went_on(archive, signed, again):
    archive.keep_issued(signed, ASKED, b"as signed", ".docx", who="Lin")

    def done(meeting):
        point = replace(meeting.action_points[0], state="done", closed_on=dt.date(2024, 3, 14))
        return replace(meeting, action_points=(point,))

    later = archive.change(signed.id, done, what="done", who="Lin")
    assert again(archive).issued(later, ASKED) == b"as signed"
    assert archive.issued(later, '{"to": "pdf"}') is None


def test_a_record_opened_and_altered_is_issued_anew_and_the_old_bytes_stay(archive, signed):
    archive.keep_issued(signed, ASKED, b"first", ".docx", who="Lin")
    opened = archive.change(signed.id, lambda one: replace(one, state="reviewed"), what="final", who="Lin")
    altered = archive.change(
        opened.id, lambda one: replace(one, title="例会（更正）"), what="edit", who="Lin"
    )
    assert archive.issued(altered, ASKED) is None
    archive.keep_issued(altered, ASKED, b"second", ".docx", who="Lin")
    assert archive.issued(altered, ASKED) == b"second"
    assert archive.issued(signed, ASKED) == b"first"
    assert archive.check() == []


@pytest.mark.parametrize(("harm", "kind"), [("unlink", "issue-missing"), ("write", "issue-altered")])
def test_check_vouches_for_what_was_issued(archive, signed, harm, kind):
    archive.keep_issued(signed, ASKED, b"as signed", ".docx", who="Lin")
    (file,) = (archive.folder / "issued").rglob("*.docx")
    file.unlink() if harm == "unlink" else file.write_bytes(b"forged")
    assert [(one.kind, one.damage) for one in archive.check()] == [(kind, True)]


def test_check_names_a_damaged_list(archive, signed):
    archive.keep_issued(signed, ASKED, b"as signed", ".docx", who="Lin")
    (file,) = (archive.folder / "issued").rglob("*.json")
    file.write_bytes(b"[{")
    assert [one.kind for one in archive.check()] == ["issues-damaged"]


def test_erasing_a_record_erases_what_was_issued_of_it(archive, signed):
    archive.keep_issued(signed, ASKED, b"as signed", ".docx", who="Lin")
    archive.purge([signed.id], who="Lin", force=True)
    assert not [path for path in (archive.folder / "issued").rglob("*") if path.is_file()]
