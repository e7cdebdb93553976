"""A batch goes on whatever one of its files does to its process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from minutes.workers import Bounds, TimeUp, WorkerDied, Workers

QUICK = Bounds(seconds=0.5)


WORK = eval  # a built-in: spawned workers can import it, too
SLEEP = "__import__('time').sleep(60)"
DIE = "__import__('os').kill(__import__('os').getpid(), 9)"
OPEN = "[int(name) for name in __import__('os').listdir('/proc/self/fd')]"


def answers(*tasks: str, count: int = 2, bounds: Bounds = QUICK) -> list[object]:
    with Workers(WORK, count, bounds) as workers:
        return [answer for group in workers.answers(tasks) for answer in group]


def test_answers_come_in_the_order_of_the_tasks():
    tasks = [f"__import__('time').sleep({0.05 if n % 3 == 0 else 0}) or {n}" for n in range(40)]
    assert answers(*tasks) == list(range(40))


def test_a_task_that_hangs_is_given_up_and_the_others_go_on():
    found = answers("-1", SLEEP, *map(str, range(30)))
    assert isinstance(found[1], TimeUp)
    assert [one for one in found if not isinstance(one, TimeUp)] == [*range(-1, 30)]


def test_a_task_that_kills_its_process_fails_alone():
    found = answers("1", DIE, "2", DIE, "3", count=1)
    assert [type(one) for one in found] == [int, WorkerDied, int, WorkerDied, int]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit of address space for a process")
def test_a_task_that_eats_memory_fails_alone():
    found = answers(
        "len(bytes(4_000_000_000))", "len(bytes(1_000))", bounds=Bounds(seconds=20, memory=1_000_000_000)
    )
    assert isinstance(found[0], WorkerDied)
    assert found[1] == 1000


def test_a_task_whose_answer_is_known_needs_no_worker():
    with Workers(WORK, 1, QUICK) as workers:
        groups = workers.answers([DIE, "1"], known=lambda task: "known" if task == DIE else None)
        assert [answer for group in groups for answer in group] == ["known", 1]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_a_worker_keeps_none_of_its_parents_files_open(tmp_path):
    with (tmp_path / "lock").open("w") as lock:
        os.set_inheritable(lock.fileno(), True)
        (found,) = answers(OPEN, count=1)
        assert lock.fileno() not in found


def test_workers_end_with_their_pool():
    with Workers(WORK, 2, QUICK) as workers:
        processes = [worker.process for worker in workers.team]
    assert not any(process.is_alive() for process in processes)


PARENT = """
from minutes.workers import BOUNDS, Workers
with Workers(eval, 2, BOUNDS) as workers:
    print("ready", flush=True)
    for _ in workers.answers(["__import__('time').sleep(0.2) or bytes(1_000_000)"] * 50):
        pass
"""


@pytest.mark.skipif(os.name == "nt", reason="kills with a signal")
def test_workers_end_quietly_with_a_parent_that_is_killed():
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as parent:
        assert parent.stdout.readline() == "ready\n"
        parent.kill()
        assert parent.stderr.read() == ""  # which ends when the last worker has closed it
