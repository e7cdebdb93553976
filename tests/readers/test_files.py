"""What cannot be read says so in one sentence, before it does harm."""

import gzip
import os
import sys
import tempfile
import zipfile
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest

from minutes.readers import errors, files, read
from minutes.readers.limits import LIMITS, MB

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def stream(name: str) -> bytes:
    return OLE2 + (name + "\0").encode("utf-16-le") + bytes(512)


def zipped(*names: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return held.getvalue()


def refusal(path) -> errors.ReadError:
    with pytest.raises(errors.ReadError) as caught:
        read(path)
    assert caught.value.exit_code == 3
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_missing_file(tmp_path):
    assert isinstance(refusal(tmp_path / "none.html"), errors.FileMissing)
    assert isinstance(refusal(tmp_path / "none" / "none.html"), errors.FileMissing)


def test_a_folder(tmp_path):
    (tmp_path / "folder.docx").mkdir()
    assert isinstance(refusal(tmp_path / "folder.docx"), errors.IsFolder)


@posix
def test_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.html")
    assert isinstance(refusal(tmp_path / "pipe.html"), errors.NotRegular)


@posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty", "/dev/urandom"])
def test_a_device_is_refused_unread(device):
    if not os.path.exists(device):  # noqa: PTH110
        pytest.skip("not on this system")
    assert isinstance(refusal(Path(device)), (errors.NotRegular, errors.LinkOutside))


@posix
def test_a_file_that_becomes_a_pipe_is_refused_without_waiting(tmp_path, monkeypatch):
    path = tmp_path / "a.html"
    path.write_text("<p>x")
    looked = files._check_kind

    def swapped(status, *rest):
        looked(status, *rest)
        if path.is_file():
            path.unlink()
            os.mkfifo(path)

    monkeypatch.setattr(files, "_check_kind", swapped)
    assert isinstance(refusal(path), errors.NotRegular)


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="needs /proc")  # noqa: PTH110
def test_memory_as_a_file_is_refused():
    refusal(Path("/proc/self/mem"))


@posix
def test_links_that_break_loop_or_leave_their_folder(tmp_path):
    (tmp_path / "inner").mkdir()
    outside = tmp_path / "secret.txt"
    outside.write_text("会议纪要", "utf-8")
    for name, target, error in (
        ("broken.html", "nowhere", errors.LinkBroken),
        ("loop.html", "loop.html", errors.LinkLoop),
        ("out.html", outside, errors.LinkOutside),
    ):
        (tmp_path / "inner" / name).symlink_to(target)
        assert isinstance(refusal(tmp_path / "inner" / name), error)


@posix
def test_a_link_within_its_folder_is_followed(tmp_path):
    (tmp_path / "report.txt").write_text("研究所召开会议\n会议要求月底前完成。", "utf-8")
    (tmp_path / "latest.txt").symlink_to("report.txt")
    assert read(tmp_path / "latest.txt").blocks[0].text == "研究所召开会议"


@contextmanager
def as_nobody():
    """Root, who may read everything, becomes somebody else for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@posix
def test_no_permission():
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to others
        path = Path(name) / "closed.html"
        path.write_text("x")
        path.chmod(0)
        Path(name).chmod(0o755)
        with as_nobody():
            error = refusal(path)
        assert isinstance(error, errors.NotAllowed)


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path):
    path = tmp_path / "huge.html"
    with path.open("wb") as file:
        file.truncate(LIMITS.file_size + 1)
    error = refusal(path)
    assert isinstance(error, errors.TooLarge)
    assert error.values["size"] == LIMITS.file_size // MB + 1


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        (b"", "empty.html", errors.Empty),
        (b"\xef\xbb\xbf \r\n\t", "blank.html", errors.NoText),
        (b" \n ", "blank.txt", errors.NoText),
        (gzip.compress(b"<p>x</p>", mtime=0), "page.html", errors.Compressed),
        (b"%PDF-1.7\n", "a.docx", errors.Pdf),
        (b"{\\rtf1 x}", "a.doc", errors.Rtf),
        (b"\x89PNG\r\n\x1a\n", "a.html", errors.Picture),
        (b"II*\x00", "a.docx", errors.Picture),
        (stream("EncryptedPackage"), "a.docx", errors.Encrypted),
        (stream("Workbook"), "a.doc", errors.Spreadsheet),
        (stream("PowerPoint Document"), "a.doc", errors.Presentation),
        (stream("WordDocument"), "a.wps", errors.WpsWriter),
        (stream("Nothing"), "a.doc", errors.NotAReport),
        (b"\x06admin" + b" " * 156, "~$a.docx", errors.OwnerFile),
        (bytes(range(256)) * 16, "noise.html", errors.NotAReport),
        (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
            "a.doc",
            errors.WordXml,
        ),
        (zipped("a.txt", "b.txt"), "a.docx", errors.ReadError),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "a.docx", errors.ReadError),
    ],
)
def test_what_is_no_report_is_named(tmp_path, data, name, error):
    path = tmp_path / name
    path.write_bytes(data)
    found = refusal(path)
    assert isinstance(found, error)
    assert name in str(found)


def test_every_refusal_has_a_sentence_and_a_next_step():
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.ReadError)
    ]
    assert len(kinds) > 20
    for kind in kinds:
        assert kind.message.endswith(".")
        assert kind.advice or kind is errors.ReadError


def test_the_name_of_a_file_is_kept_printable(tmp_path):
    path = tmp_path / "会议 [red].txt"
    path.write_text("研究所召开会议\n会议要求月底前完成。", "utf-8")
    assert read(path).source.file == "会议 [red].txt"
