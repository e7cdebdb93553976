"""The power fails: only what was forced to disk is left, and perhaps the names of things that were not.

A kill leaves the system's buffers; a power cut does not. Every write, fsync, rename and unlink of `archive.files` is recorded,
and at many moments two archives are made of the record: one with nothing but what was forced (contents by fsync of the file,
names by fsync of the folder), and one with all names but only forced contents. Both must hold what was acknowledged.
"""

import os
import sys
import threading
import time
from itertools import count
from pathlib import Path

import pytest
from test_interrupted import goes_on, sound, work

from archive import files

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads files through /proc/self/fd")
STRIDE = 1 if os.environ.get("MINUTES_FAULTS") else 11


class Recorder:
    """Stands in for `os` in archive.files; knows which contents and names are on disk for good."""

    def __init__(self, folder, moment):
        self.folder, self.moment = folder, moment
        self.ids = count(1)
        self.files = {}  # id of a file by its inode
        self.contents = {}  # forced, with its moment, by id
        self.names = {}  # forced, by folder: {name: id of a file, None for a folder}

    def __getattr__(self, name):
        return getattr(os, name)

    def open(self, path, how, *mode):
        new = not Path(path).exists()
        handle = os.open(path, how, *mode)
        if new:
            self.files[os.fstat(handle).st_ino] = next(self.ids)
        return handle

    def write(self, handle, data):
        done = os.write(handle, data)
        self.moment()
        return done

    def ftruncate(self, handle, size):
        os.ftruncate(handle, size)
        self.moment()

    def fsync(self, handle):
        os.fsync(handle)
        path = Path(f"/proc/self/fd/{handle}").readlink()
        if path.is_dir():
            self.names[str(path)] = self.listed(path)
        else:
            self.contents[self.files[os.fstat(handle).st_ino]] = path.read_bytes(), path.stat().st_mtime_ns
        self.moment()

    def listed(self, folder):
        return {one.name: None if one.is_dir() else self.files.get(one.inode()) for one in os.scandir(folder)}

    def left(self, target, *, all_names):
        """What a power cut leaves, in `target`."""
        self._left(str(self.folder), target, all_names=all_names)
        (target / "writer.lock").unlink(missing_ok=True)

    def _left(self, folder, target, *, all_names):
        target.mkdir(0o700)
        names = self.listed(folder) if all_names else self.names.get(folder, {})
        for name, file in names.items():
            if file is None and name.startswith("index.sqlite"):
                continue
            if file is None and (all_names or f"{folder}/{name}" in self.names):
                if Path(folder, name).is_dir():
                    self._left(f"{folder}/{name}", target / name, all_names=all_names)
            elif file is not None:
                data, moment = self.contents.get(file, (b"", time.time_ns()))
                (target / name).touch(0o600)
                (target / name).write_bytes(data)
                os.utime(target / name, ns=(moment, moment))


@pytest.mark.parametrize("all_names", [False, True], ids=["what was forced", "and all names"])
def test_what_was_acknowledged_was_forced_to_disk(tmp_path, monkeypatch, all_names):
    folder, acknowledged, moments = tmp_path / "archive", {}, []
    cuts = count()

    def moment():
        moments.append(len(moments))
        alone = threading.current_thread() is threading.main_thread()  # else others write on while we look
        if alone and len(moments) % STRIDE == 0:
            look()

    def look():
        cut = tmp_path / f"cut {next(cuts)}"
        with monkeypatch.context() as real:
            real.setattr(files, "os", os)
            recorder.left(cut, all_names=all_names)
            sound(cut, acknowledged)
            goes_on(cut)

    recorder = Recorder(folder, moment)
    monkeypatch.setattr(files, "os", recorder)
    work(folder, acknowledged)
    look()
    assert len(moments) > 60
