"""Where exported bytes go: whole or not at all, links followed, streams written into and never replaced."""

import os
import stat
import threading
from pathlib import Path

import pytest

from minutes.writers.output import Names, OutputExists, OutputNotWritable, save


def test_takes_the_mode_of_any_new_file(tmp_path):
    before = os.umask(0o027)
    try:
        save(b"x", tmp_path / "a", force=False)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640 or os.name == "nt"


def test_nothing_else_is_left(tmp_path):
    save(b"x", tmp_path / "a", force=False)
    with pytest.raises(OutputExists):
        save(b"y", tmp_path / "a", force=False)
    save(b"z", tmp_path / "a", force=True)
    assert [one.name for one in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"z"


def test_an_interrupted_write_leaves_what_was_there(tmp_path):
    (tmp_path / "a").write_bytes(b"before")

    def interrupted(*_):
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            save(b"after", tmp_path / "a", force=True)
    assert [one.name for one in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"before"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_followed_not_replaced(tmp_path):
    (tmp_path / "true").write_bytes(b"before")
    (tmp_path / "link").symlink_to(tmp_path / "true")
    save(b"after", tmp_path / "link", force=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "true").read_bytes() == b"after"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_written_into(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    save(b"x" * 100_000, tmp_path / "pipe", force=False)
    reader.join(10)
    assert got == [b"x" * 100_000]
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_a_sentence():
    with pytest.raises(OutputNotWritable):
        save(b"x" * 100_000, Path("/dev/full"), force=False)
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_names_stay_apart_where_case_and_marks_do_not_count():
    names = Names(".md")
    given = [names.name(title, "x") for title in ("Caf\u00e9", "cafe\u0301", "CAF\u00c9", "\uff23af\u00e9")]
    assert len({one.casefold() for one in given}) == 4
