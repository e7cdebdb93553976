"""How long the fuzzing goes on, and the rounds it goes on in.

A few seconds a target, so that every run of the tests has some; `MINUTES_FUZZ_SECONDS=300` gives each five minutes of
processor time, `MINUTES_FUZZ_SEED=7` other inputs. An input that breaks a promise is shown by hypothesis, made small.
"""

import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

sys.path.insert(0, str(Path(__file__).parent))

SECONDS = float(os.environ.get("MINUTES_FUZZ_SECONDS", "3"))
FIRST_SEED = int(os.environ.get("MINUTES_FUZZ_SEED", "1"))
ROUND = 40  # inputs; each round has a seed of its own, so that a finding can be had again

settings.register_profile(
    "fuzz",
    max_examples=ROUND,
    deadline=None,
    database=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)


@pytest.fixture
def fuzz(record_property):
    """Checks inputs of a strategy until the time is up."""

    def run(strategy, check):
        end = time.process_time() + SECONDS
        number = FIRST_SEED
        while number == FIRST_SEED or time.process_time() < end:
            seed(number)(settings(settings.get_profile("fuzz"))(given(strategy)(check)))()
            number += 1
        record_property("inputs", (number - FIRST_SEED) * ROUND)

    return run
