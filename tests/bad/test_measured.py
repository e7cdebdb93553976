"""Every bad input alone: the outcome of its manifest, within 10 seconds and 512 MB, one sentence and no fault.

Time is the processor's, so that a busy machine is not taken for a slow reader; a reader that hangs is ended after a minute.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from measured import HERE, items
from test_bad_inputs import READABLE_BY_ROOT, REFUSAL_IS_AS_GOOD, ROOT, SAYS

SECONDS, MEGABYTES = 10, 512
ENOUGH = 60  # named cases at least
NEEDS_ROOT_FILES = Path("/proc/self/status").exists()
pytestmark = pytest.mark.skipif(not NEEDS_ROOT_FILES, reason="measures through /proc")


@pytest.fixture(scope="module")
def readings(tmp_path_factory):
    """What came of each input, by name."""
    folder = tmp_path_factory.mktemp("measured")
    for script in ("make_bad.py", "make_more.py"):
        subprocess.run([sys.executable, HERE / script, folder], check=True, stdout=subprocess.DEVNULL)
    before = set(folder.rglob("*"))
    environment = {**os.environ, "XDG_STATE_HOME": str(folder / "state"), "PYTHONPATH": str(HERE.parents[1])}
    done = subprocess.run(
        [sys.executable, HERE / "measured.py", folder],
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    assert not done.stderr
    assert set(folder.rglob("*")) == before  # nothing unpacked, no report of a fault
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == len(items(folder))
    return {one["file"]: one for one in found if not (ROOT and one["file"] == READABLE_BY_ROOT)}


def records(reading):
    return [json.loads(one) for one in reading.get("records", ())]


def test_there_are_many_cases_each_with_its_attack(readings):
    assert len(readings) >= ENOUGH
    assert all(one["attack"] and one["expected"] for one in readings.values())


def test_none_takes_too_long_or_too_much(readings):
    over = {
        name: (one["cpu"], one.get("megabytes"))
        for name, one in readings.items()
        if one["cpu"] > SECONDS or one.get("megabytes", MEGABYTES) >= MEGABYTES
    }
    assert not over


def test_none_is_a_fault_or_kills_its_process(readings):
    wrong = {
        name: one["error"]
        for name, one in readings.items()
        if one.get("kind") == "Fault"
        or ("records" not in one and ("kind" not in one or "\n" in one["error"]))
    }
    assert not wrong


def test_each_has_the_outcome_of_its_manifest(readings):
    wrong = {name: one.get("error", "imported") for name, one in readings.items() if not as_expected(one)}
    assert not wrong


def as_expected(one):
    found = records(one)
    match one["expected"]:
        case "rejected with clear error":
            return not found
        case "imported":
            return bool(found)
        case "imported with warning":
            refused = not found and REFUSAL_IS_AS_GOOD.search(" ".join(one["must"]))
            return bool(refused or any(record["notes"] for record in found))
        case _:
            return True


def test_records_and_refusals_say_what_the_manifest_demands(readings):
    wrong = []
    for name, one in readings.items():
        for demand in one["must"]:
            said, text = SAYS.match(demand), json.dumps(records(one), ensure_ascii=False)
            if said and records(one) and (said[1] in text) == bool(said[2]):
                wrong.append((name, demand))
            if (word := re.match("says: (.+)", demand)) and word[1] not in one.get("error", ""):
                wrong.append((name, demand))
    assert not wrong
