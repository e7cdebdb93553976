"""The scripts of this folder, a few trials each, so that they and what they watch for stay alive.

The whole runs are by hand: kill.py, full_disk.py, together.py and care.py say how.
"""

import os
import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import care
import full_disk
import kill
import together
import trial

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and fork")
needs_compiler = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not kill.shutil.which("cc"), reason="needs a C compiler on Linux"
)
TRIALS = 4  # of each kind


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("faults")


@pytest.fixture(scope="module")
def players(place):
    with trial.Players(place, kill.built(place)) as running:
        yield running


@pytest.fixture(scope="module")
def scene(place):
    """Stories by name, each rehearsed once."""
    scenes = {}

    def named(story, program="minutes"):
        if (story, program) not in scenes:
            scenes[story, program] = trial.scene(program, story, place)
        return scenes[story, program]

    return named


@pytest.mark.parametrize("story", ["import", "trash"])
def test_killed_at_random_moments_nothing_acknowledged_is_lost(scene, players, story):
    tally = kill.at_random(scene(story), players, TRIALS, random.Random(story))
    assert tally.disturbed
    assert not tally.wrong, tally.line()


@needs_compiler
@pytest.mark.parametrize("deed", kill.DEEDS)
@pytest.mark.parametrize("story", ["import", "edit", "undo"])
def test_killed_or_refused_at_one_call_after_another_nothing_acknowledged_is_lost(
    scene, players, story, deed
):
    one = scene(story)
    players.play(one)
    calls = players.calls()
    assert calls > 50
    first = random.Random(f"{story} {deed}").randint(1, calls // TRIALS)
    tally = kill.at_every_call(one, players, deed, calls // TRIALS, first)
    assert tally.trials
    assert not tally.wrong, tally.line()


@needs_compiler
def test_the_harness_sees_what_plain_tinydb_loses(scene, players):
    """A watchman who never cried would prove nothing."""
    tally = kill.at_every_call(scene("edit", "tinydb"), players, "torn", 1)
    assert tally.failed, tally.line()


def test_a_limit_on_files_loses_nothing(scene, players):
    tally = full_disk.with_largest_file(scene("import"), players, TRIALS)
    assert not tally.wrong, tally.line()


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.getuid() != 0, reason="only root can mount a small disk"
)
def test_a_full_disk_loses_nothing_and_can_still_be_read(scene, players):
    try:
        tally = full_disk.on_small_disk(scene("import"), players, TRIALS)
    except full_disk.subprocess.CalledProcessError:
        pytest.skip("nothing can be mounted here")
    assert not tally.wrong, tally.line()


def test_three_processes_at_once_lose_no_update(tmp_path):
    result = together.played(tmp_path, 3, 12)
    assert not result["wrong"]
    assert sum(result["commands"].values()) > 36


def test_an_archive_is_restored_and_bagged_byte_for_byte(tmp_path):
    result = care.measured(tmp_path, 60)
    assert result["restored byte for byte"]
    assert result["bagged byte for byte"]
    assert result["bag valid (bagit)"] is not False
