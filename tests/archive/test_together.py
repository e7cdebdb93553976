"""Several processes at once: no lost update, no error but the documented ones, readers see whole states."""

import subprocess
import sys
from pathlib import Path

import pytest
from archive_notation import file_all, make
from msgspec.structs import replace

from archive.lock import writing
from archive.refusals import Locked

WORKER = """
import sys
sys.path[:0] = {paths!r}
from pathlib import Path
from msgspec.structs import replace
from archive_notation import make
from archive.store import Archive
name = sys.argv[1]
archive = Archive.open(Path({folder!r}), create=True)
for turn in range({turns}):
    with archive.batch("import", name, timeout=120) as batch:
        batch.add(make(f"{{name}} {{turn}}"), f"{{name}} {{turn}}".encode(), ".html")
    archive.change(1, lambda m: replace(m, labels=(*m.labels, f"{{name}}-{{turn}}")), what="label", who=name)
    assert archive.get(1).labels.count(f"{{name}}-{{turn}}") == 1
    assert archive.search(name).items
    total = archive.list().total
    assert total >= turn + 2, total
"""


def test_four_processes_file_change_and_search(archive):
    file_all(archive, make("begin"))
    paths = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]
    script = WORKER.format(paths=paths, folder=str(archive.folder), turns=5)
    workers = [
        subprocess.Popen([sys.executable, "-c", script, name], stderr=subprocess.PIPE, text=True)
        for name in "abcd"
    ]
    said = [worker.communicate()[1] for worker in workers]
    assert [worker.returncode for worker in workers] == [0] * 4, said
    assert sorted(archive.get(1).labels) == sorted(f"{name}-{turn}" for name in "abcd" for turn in range(5))
    assert [line.number for line in archive.history()] == list(range(1, 42))
    assert archive.list().total == 21
    assert archive.check() == []


def test_who_waits_in_vain_is_told_whom_for(archive, again):
    with archive.batch("import", "Lin") as batch:
        batch.add(make(), b"1", ".html")
        with pytest.raises(Locked, match="in use by"), again(archive).batch("import", "Wang", timeout=0.05):
            pass
        assert again(archive).get(1).id == 1


def test_readers_do_not_wait_for_a_writer(archive, again):
    file_all(archive, make("科研"))
    with writing(archive.folder, archive.room.disk, 1):
        reader = again(archive)
        assert reader.list().total == 1
        assert reader.check() == []


def test_a_reader_during_a_change_does_not_take_the_old_record_for_the_new(archive, again, monkeypatch):
    """It looks between the line of history and the record; whoever asks afterwards must find the new one."""
    from archive import writing

    file_all(archive, make("begin", place="old"))
    update = writing.update

    def looked_at_first(room, number, values):
        assert again(archive).search("place:old").items
        update(room, number, values)

    monkeypatch.setattr(writing, "update", looked_at_first)
    archive.change(1, lambda m: replace(m, place="new"), what="edit", who="Lin")
    assert [hit.id for hit in again(archive).search("place:new").items] == [1]
    assert again(archive).check() == []


def test_who_waits_in_vain_is_told_command_process_and_machine(archive, again):
    """Of another process, as `minutes` runs it."""
    file_all(archive, make())
    script = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r}); sys.argv = ['minutes', 'reextract', '1'];"
        "from pathlib import Path; from archive.store import Archive;"
        f"batch = Archive.open(Path({str(archive.folder)!r})).batch('reextract', 'Wang');"
        "one = batch.__enter__(); one.note('recovery', None, None, {}); print('here', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "here\n"
        with pytest.raises(Locked) as refused, again(archive).batch("edit", "Lin", timeout=0.05):
            pass
        sentence = str(refused.value)
        assert f"minutes reextract 1 (process {other.pid} on " in sentence
        assert refused.value.exit_code == 5
        other.communicate("\n")


def test_after_a_kill_in_the_midst_list_and_show_agree(archive, again, monkeypatch):
    """The record had gone to the trash, the index had not been told."""
    from archive import writing

    file_all(archive, make("one"), make("two"))
    archive.list()

    class Killed(BaseException):
        pass

    def killed(*_):
        raise Killed

    monkeypatch.setattr(writing.Batch, "close", killed)
    with pytest.raises(Killed):
        archive.delete([2], who="Lin")
    monkeypatch.undo()
    assert [entry.id for entry in again(archive).list().items] == [1]
    assert [entry.id for entry in again(archive).list().items] == [1]
    with again(archive).batch("import", "Lin"):
        pass
    assert [entry.id for entry in again(archive).list().items] == [1]
    assert again(archive).check() == []
