"""Every bad input read in a process of its own, as an import reads it, its time and memory measured.

python measured.py FOLDER prints one line of JSON for each input of manifest.json and more.json. The process is forked from
one that has everything loaded, so what is measured is the reading; it is ended after `PATIENCE` seconds.
"""

import json
import os
import resource
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PATIENCE = 60.0
RESIDENT = "VmHWM:"


def items(folder: Path) -> list[dict[str, Any]]:
    """Both manifests, with the path of each input as bytes."""
    found = []
    for name in ("manifest.json", "more.json"):
        for item in json.loads((folder / name).read_text("utf-8")):
            spelt = item.get("file_bytes_hex")
            path = os.fsencode(folder) + b"/" + (bytes.fromhex(spelt) if spelt else item["file"].encode())
            found.append({**item, "path": path})
    return found


def measured(path: bytes) -> dict[str, Any]:
    """What came of reading the file: error or records, seconds, processor seconds, megabytes."""
    ours, theirs = os.pipe()
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(ours)
        os.setpgid(0, 0)
        _read(path, theirs)
    os.close(theirs)
    with suppress(ProcessLookupError):
        data = _drained(ours, start)
        if time.monotonic() - start >= PATIENCE:
            os.killpg(child, signal.SIGKILL)
    _, status, usage = os.wait4(child, 0)
    result = json.loads(data) if data else {"error": f"died: {status}"}
    return {**result, "seconds": time.monotonic() - start, "cpu": usage.ru_utime + usage.ru_stime}


def _drained(pipe: int, start: float) -> bytes:
    import select

    data = b""
    while (left := PATIENCE - (time.monotonic() - start)) > 0:
        if not select.select([pipe], [], [], left)[0]:
            break
        piece = os.read(pipe, 1 << 20)
        if not piece:
            break
        data += piece
    os.close(pipe)
    return data


def _read(path: bytes, pipe: int) -> None:
    from minutes.reading import Reading, read_file
    from minutes.workers import BOUNDS

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (BOUNDS.memory, hard))
    try:
        found = read_file(Path(os.fsdecode(path)))
    except MemoryError:
        found = None
    said: dict[str, Any] = {"error": str(found) if found else "out of memory", "kind": type(found).__name__}
    if isinstance(found, Reading):
        records = [one.decode() for one in found.meetings]
        said = {"records": records, "pictures": sum(len(data) for data, _ in found.pictures)}
    with os.fdopen(pipe, "wb") as file:
        file.write(json.dumps({**said, "megabytes": _peak()}).encode())
    os._exit(0)


def _peak() -> int:
    """The most memory this process had at once; what it shares with its parent counts too."""
    status = Path("/proc/self/status").read_text("ascii", "replace")
    line = next(line for line in status.splitlines() if line.startswith(RESIDENT))
    return int(line.split()[1]) // 1024


def main() -> None:
    import minutes.extract.en.meeting
    import minutes.extract.zh
    import minutes.readers.page
    import minutes.readers.word  # noqa: F401 (loaded before the first fork)

    for item in items(Path(sys.argv[1])):
        path = item.pop("path")
        sys.stdout.write(json.dumps({**item, **measured(path)}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
