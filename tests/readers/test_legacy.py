"""Word 97-2003 files: through LibreOffice in time and in peace, else one sentence."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from minutes.readers import errors, legacy, read
from minutes.readers.limits import LIMITS

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument\0".encode("utf-16-le")
posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")


@pytest.fixture
def document(tmp_path) -> Path:
    path = tmp_path / "旧报告.doc"
    path.write_bytes(OLE2)
    return path


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Puts a shell script in LibreOffice's place."""

    def install(script: str) -> None:
        path = tmp_path / "soffice"
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o755)
        monkeypatch.setattr(legacy, "_program", lambda: str(path))

    return install


def test_without_libreoffice_one_sentence_says_how_to_convert(document, monkeypatch):
    monkeypatch.setattr(legacy, "_program", lambda: None)
    with pytest.raises(errors.LegacyWord, match=r"旧报告\.doc .* save it as \.docx"):
        read(document)


@posix
def test_a_conversion_that_hangs_is_ended_with_its_children(document, program, tmp_path):
    program(f"sleep 600 & echo $! > {tmp_path}/child; wait")
    with pytest.raises(errors.Conversion, match="longer than 1 seconds"):
        read(document, limits=replace(LIMITS, conversion=1))
    child = int((tmp_path / "child").read_text())
    assert is_gone(child)


def is_gone(process: int) -> bool:
    """Whether the process has ended (it may wait for whoever inherits it)."""
    for _ in range(50):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{process}/stat")
        if state.exists() and ") Z " in state.read_text():
            return True
        time.sleep(0.1)
    return False


@posix
def test_a_conversion_without_a_result_is_an_error(document, program):
    program("exit 0")
    with pytest.raises(errors.Conversion, match="it gave no file"):
        read(document)


@posix
def test_a_program_that_cannot_start_is_an_error(document, monkeypatch, tmp_path):
    monkeypatch.setattr(legacy, "_program", lambda: str(tmp_path / "gone"))
    with pytest.raises(errors.Conversion, match="could not be started"):
        read(document)


@posix
def test_a_copy_is_converted_in_a_profile_of_its_own_without_network(document, program, tmp_path):
    program(f'echo "$@" > {tmp_path}/words; echo "$http_proxy $https_proxy" >> {tmp_path}/words')
    with pytest.raises(errors.Conversion):
        read(document)
    words = (tmp_path / "words").read_text("utf-8")
    assert "旧报告" not in words
    assert "-env:UserInstallation=file:///" in words
    assert "http://127.0.0.1:9 http://127.0.0.1:9" in words
    assert sorted(path.name for path in tmp_path.iterdir()) == ["soffice", "words", "旧报告.doc"]


@posix
def test_the_bound_on_memory_is_lifted_for_the_conversion_alone(document, program, tmp_path):
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    bound = 4 << 30
    resource.setrlimit(resource.RLIMIT_AS, (bound, before[1]))
    try:
        program(f"ulimit -S -v > {tmp_path}/words")
        with pytest.raises(errors.Conversion):
            read(document)
        assert resource.getrlimit(resource.RLIMIT_AS)[0] == bound
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
    assert (tmp_path / "words").read_text().strip() != str(bound // 1024)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_word_97_file_is_read_with_its_numbers_under_its_own_name(tmp_path):
    path = word_97(tmp_path)
    report = read(path)
    assert [(block.label, block.text) for block in report.blocks] == [
        (None, "学院教学工作会议纪要"),
        ("一、", "关于期中检查"),
        ("二、", "关于实验室安全"),
    ]
    assert (report.source.file, report.source.media_type) == ("旧报告.doc", "application/msword")
    assert report.source.size == path.stat().st_size
    assert [note.kind for note in report.notes] == ["converted"]


def word_97(folder: Path) -> Path:
    """A Word 97 file, made by LibreOffice of a Word file in notation."""
    sys.path.insert(0, str(Path(__file__).parent / "word"))
    from notation import paragraph, word_file

    item = "numPr/(ilvl{val=0},numId{val=1})"
    level = "lvl{ilvl=0}/(start{val=1},numFmt{val=chineseCountingThousand},lvlText{val=%1、})"
    body = ",".join(
        [
            paragraph("学院教学工作会议纪要", "jc{val=center}"),
            paragraph("关于期中检查", item),
            paragraph("关于实验室安全", item),
        ]
    )
    numbering = f"abstractNum{{abstractNumId=0}}/({level}),num{{numId=1}}/abstractNumId{{val=0}}"
    source = folder / "旧报告.docx"
    source.write_bytes(word_file(body, numbering=numbering))
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "doc:MS Word 97"]
    subprocess.run([*command, "--outdir", str(folder), str(source)], check=True, capture_output=True)
    return source.with_suffix(".doc")
