"""Work done in processes of its own, so that one file can neither kill nor hang a batch, and all cores are used.

A task that takes too long, or whose process dies, gives an error in its place; the others go on. Answers come in the
order of the tasks. Processes are forked where that is safe (Linux, one thread): a forked worker has all modules loaded;
elsewhere they are spawned, which pays from some 30 files on.
"""

import os
import pickle
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Final, Self

from archive.errors import ArchiveError

AHEAD: Final = (
    4  # tasks in a worker's hands: the one it works on and the next ones, so that it never waits for us
)
GROUP: Final = 16  # answers given at one time at most; those of one group are made lasting together
WINDOW: Final = (
    8  # tasks begun but not yet asked for, per worker: bounds the memory that waiting answers take
)
FORK_FROM: Final = 10  # files from which a second process pays (measured: 1.6-2.0 x at 300 files, two cores)
SPAWN_FROM: Final = 30

Task = Any
Work = Callable[[Task], Any]


class TimeUp(ArchiveError):
    """The task took longer than its limit."""

    message = "{file} took longer than {seconds} seconds to read and was given up."
    advice = "Save it again, smaller, or split it."
    exit_code = 3


class WorkerDied(ArchiveError):
    """The process that worked on the task is gone: it crashed, or used up its memory."""

    message = "{file} could not be read: reading it used too much memory or ended unexpectedly."
    advice = "Save it again, smaller, or split it."
    exit_code = 3


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one task may use."""

    seconds: float = 60.0
    memory: int = 1_500 * 1024 * 1024  # of address space; a reader's peak is a third of it


BOUNDS: Final = Bounds()


@dataclass
class Worker:
    """One process, its pipe, and the tasks in its hands."""

    process: Any
    pipe: Connection
    tasks: deque[tuple[int, Task]] = field(default_factory=deque)
    since: float = 0.0  # when it began the first of them

    def give(self, number: int, task: Task) -> None:
        """Hands over one more task."""
        if not self.tasks:
            self.since = time.monotonic()
        self.tasks.append((number, task))
        with suppress(OSError):  # it died idle: the next look at its pipe says so
            self.pipe.send(task)

    def end(self) -> None:
        """Kills it, with whatever it started itself."""
        if self.process.is_alive():
            _kill_group(self.process.pid)
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _kill_group(process: int) -> None:
    if sys.platform != "win32":
        import signal

        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process, signal.SIGKILL)


class Workers:
    """Some processes that do `work`; use as a context manager, and enter it before locks are taken."""

    def __init__(self, work: Work, count: int, bounds: Bounds) -> None:
        self.work, self.count, self.bounds = work, count, bounds
        self.team: list[Worker] = []

    def __enter__(self) -> Self:
        """Starts the processes."""
        self.team = [self._hired() for _ in range(self.count)]
        return self

    def __exit__(self, *_: object) -> None:
        """Ends them, whatever they are at."""
        for worker in self.team:
            worker.end()

    def answers(
        self, tasks: Sequence[Task], known: Callable[[Task], Any] = lambda _: None
    ) -> Iterator[list[Any]]:
        """The answers to the tasks, in their order, those in one list that are ready at one time.

        An answer is what `work` gave, or the error it raised. `known` may answer a task without work; it is asked when
        the task's turn is near.
        """
        return _Round(self, tasks, known).groups()

    def replace(self, worker: Worker) -> None:
        """Ends a worker and puts a fresh one in its place."""
        worker.end()
        self.team[self.team.index(worker)] = self._hired()

    def _hired(self) -> Worker:
        forked = (
            may_fork()
        )  # asked each time: a replacement may be needed when a progress bar has its thread running
        context: Any = get_context("fork" if forked else "spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=_serve, args=(theirs, self.work, self.bounds.memory, forked), daemon=True
        )
        process.start()
        theirs.close()
        return Worker(process, ours)


class _Round:
    """One pass over the tasks: who has what, which answers wait for their turn."""

    def __init__(self, workers: Workers, tasks: Sequence[Task], known: Callable[[Task], Any]) -> None:
        self.workers, self.known = workers, known
        self.todo: deque[tuple[int, Task]] = deque(enumerate(tasks))
        self.waiting: dict[int, Any] = {}
        self.turn, self.count = 0, len(tasks)

    def groups(self) -> Iterator[list[Any]]:
        """All answers, in order, those together that are there at one time."""
        while self.turn < self.count:
            self._hand_out()
            while self._listen(patient=self.turn not in self.waiting):
                self._hand_out()
            if group := self._due():
                self._hand_out()  # before the caller takes its time over them
                yield group

    def _due(self) -> list[Any]:
        """The answers whose turn it is."""
        first = self.turn
        while self.turn in self.waiting and self.turn - first < GROUP:
            self.turn += 1
        return [self.waiting.pop(number) for number in range(first, self.turn)]

    def _hand_out(self) -> None:
        for worker in sorted(self.workers.team, key=lambda one: len(one.tasks)):
            while len(worker.tasks) < AHEAD and (next_ := self._next()):
                worker.give(*next_)

    def _next(self) -> tuple[int, Task] | None:
        """The next task that needs work and may be begun."""
        while self.todo and self.todo[0][0] < self.turn + WINDOW * len(self.workers.team):
            number, task = self.todo.popleft()
            if (answer := self.known(task)) is None:
                return number, task
            self.waiting[number] = answer
        return None

    def _listen(self, *, patient: bool) -> bool:
        """Takes the answers that are there, `patient` enough to wait for one or for a worker's time to be up; whether any was."""
        busy = {worker.pipe: worker for worker in self.workers.team if worker.tasks}
        if not busy:
            return False
        end = min(worker.since for worker in busy.values()) + self.workers.bounds.seconds
        ready = wait(list(busy), max(0.0, end - time.monotonic()) if patient else 0)
        for pipe in ready:
            self._take(busy[pipe])  # type: ignore[index]
        if patient and not ready:
            self._give_up(busy.values())
        return bool(ready)

    def _give_up(self, workers: Iterable[Worker]) -> None:
        """Ends those whose time is up."""
        for worker in workers:
            if time.monotonic() - worker.since >= self.workers.bounds.seconds:
                self._fail(worker, TimeUp(file=worker.tasks[0][1], seconds=int(self.workers.bounds.seconds)))

    def _take(self, worker: Worker) -> None:
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            self._fail(worker, WorkerDied(file=worker.tasks[0][1]))
            return
        number, _ = worker.tasks.popleft()
        worker.since = time.monotonic()
        self.waiting[number] = answer

    def _fail(self, worker: Worker, error: ArchiveError) -> None:
        """The first of its tasks fails; the others go back to the head of the queue."""
        number, _ = worker.tasks.popleft()
        self.waiting[number] = error
        self.todo.extendleft(reversed(worker.tasks))
        self.workers.replace(worker)


def may_fork() -> bool:
    """Whether a fork is safe here: on Linux, while we have one thread (POSIX: only the forking thread lives on)."""
    return sys.platform == "linux" and threading.active_count() == 1


def worth(files: int) -> int:
    """How many processes pay for that many files: always one where they are cheap, none for a few where they are not."""
    if files < (FORK_FROM if may_fork() else SPAWN_FROM):
        return int(may_fork())
    return cores()


def cores() -> int:
    """The processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # Linux: a container may have fewer than the machine
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _serve(pipe: Connection, work: Work, memory: int, forked: bool) -> None:
    """A worker's life: takes tasks and answers them until the pipe closes, which it does when the parent ends, however."""
    if forked:
        _leave_the_parents_files(pipe.fileno())
    _lead_a_group()
    _limit_memory(memory)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_answer(work, pipe.recv()))


def _answer(work: Work, task: Task) -> Any:
    try:
        return work(task)
    except MemoryError:
        return WorkerDied(file=task)


def _lead_a_group() -> None:
    """Ctrl-C is the parent's business; it ends us with all we started."""
    if sys.platform != "win32":
        os.setpgid(0, 0)


def _leave_the_parents_files(own: int) -> None:
    """Closes what the fork inherited: the archive's lock must not outlive the parent in us, nor the others' pipes."""
    if sys.platform != "win32":
        os.closerange(3, own)
        os.closerange(own + 1, os.sysconf("SC_OPEN_MAX"))
        nothing = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1):
            os.dup2(nothing, standard)


def _limit_memory(size: int) -> None:
    """Only the soft limit: LibreOffice, which needs more, is started with it lifted."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (size, hard))
