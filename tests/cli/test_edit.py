"""`edit` in an editor: what others did meanwhile is not overwritten, and what was typed is never lost."""

import json
import sys
from pathlib import Path

import pytest

from archive import lock, store


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """The user's editor does what the given lines of Python say with `form`, its text."""

    def install(*lines):
        script = tmp_path / "editor.py"
        head = "import sys, pathlib; file = pathlib.Path(sys.argv[1]); form = file.read_text('utf-8')"
        script.write_text("\n".join((head, *lines)), "utf-8")
        monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")

    return install


TYPED = "file.write_text(form.replace('二楼会议室', '三楼会议室'), 'utf-8')"


def draft_named_in(err):
    return Path(err.split("kept: ")[1].strip().rstrip("."))


def record(minutes, own):
    return json.loads(minutes(own, "show", "1", "--json")[1])


def test_a_stale_edit_is_refused_with_the_difference_and_the_draft(minutes, own, editor):
    """Somebody else changes the chair while the form is open."""
    editor(
        TYPED,
        f"sys.path.insert(0, {str(Path(__file__).parents[2])!r})",
        "from minutes.cli.main import run",
        f"assert run(['--archive', {str(own)!r}, 'edit', '1', '--set', 'topic=冬储']) == 0",
    )
    code, _, err = minutes(own, "edit", "1")
    assert code == 2
    assert "The meeting 1 has changed since revision 1: topic: - → 冬储 (" in err
    assert "corrections" not in err
    assert (record(minutes, own)["place"], record(minutes, own)["topic"]) == ("二楼会议室", "冬储")
    assert "三楼会议室" in draft_named_in(err).read_text("utf-8")


@pytest.mark.parametrize(
    "lines",
    [
        ["file.write_text(form + 'weather: fine\\n', 'utf-8')"],
        ["file.write_text(form + 'no place\\n', 'utf-8')"],
        ["file.write_text(form.replace('date: ', 'date: soon #'), 'utf-8')"],
        ["file.write_bytes('会议'.encode('gbk'))"],
        [TYPED, "sys.exit(1)"],
    ],
)
def test_a_mistake_loses_nothing_that_was_typed(minutes, own, editor, lines):
    before = record(minutes, own)
    editor(*lines)
    code, _, err = minutes(own, "edit", "1")
    assert code == 2
    assert len(err.splitlines()) == 1
    assert draft_named_in(err).read_bytes()
    assert record(minutes, own) == before


def test_an_archive_in_use_keeps_the_draft_too(minutes, own, editor, monkeypatch):
    editor(TYPED)
    real = store.Archive.batch
    monkeypatch.setattr(
        store.Archive, "batch", lambda self, what, who, timeout=0.05: real(self, what, who, timeout=timeout)
    )
    archive = store.Archive.open(own)
    with lock.writing(own, archive.room.disk, 1):
        code, _, err = minutes(own, "edit", "1")
    assert code == 5
    assert "三楼会议室" in draft_named_in(err).read_text("utf-8")


def test_nothing_is_left_of_a_form_that_was_stored(minutes, own, editor, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    editor(TYPED)
    assert minutes(own, "edit", "1")[0] == 0
    assert record(minutes, own)["place"] == "三楼会议室"
    assert not [*tmp_path.glob("minutes-*")]
