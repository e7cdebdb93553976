"""The same record gives the same bytes in another process, another place, another time zone, for another user."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SCRIPT = """
import sys, os, time, hashlib, datetime as dt
if sys.argv[3:]: os.umask(int(sys.argv[3], 8))
if hasattr(time, "tzset"): time.tzset()
import locale
try: locale.setlocale(locale.LC_ALL, "")
except locale.Error: pass
sys.path[:0] = [sys.argv[1], sys.argv[2]]
import rasters
from invented_meetings import chinese, english
from test_pictures import showing
from minutes.writers import FORMATS, PROFILES, write, write_excerpt, write_ledger, write_volume
from minutes.writers.template import fill
from minutes.writers.template.starter import starter
both, day = [chinese(), english()], dt.date(2023, 12, 1)
made = {}
for meeting in both:
    for profile in PROFILES:
        for to in ("docx", "md", "json"):
            made[f"{meeting.id} {profile} {to}"] = write(meeting, to, profile=profile)
for to in ("docx", "md"):
    made[f"volume {to}"] = write_volume(both, to)
    made[f"excerpt {to}"] = write_excerpt(both[0], to, decisions=[2], actions=[1])
for to, row in FORMATS.items():
    if row.ledger:
        made[f"ledger {to}"] = write_ledger(both, to, today=day)
meeting, pictures = showing(rasters.png(), rasters.gif(9, 9))
made["pictures"] = write(meeting, "docx", profile="report", pictures=pictures)
made["template"] = fill("own.docx", starter("jilu"), both[0])
for name, data in sorted(made.items()):
    print(name, hashlib.sha256(data).hexdigest())
"""
PLACES = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "umask": "077"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C", "umask": "000"},
    {"PYTHONHASHSEED": "random", "TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8", "HOME": "/nowhere"},
]


def digests(folder: Path, place: dict[str, str]) -> list[str]:
    asked = {**place}
    mask = asked.pop("umask", None)
    command = [sys.executable, "-c", SCRIPT, str(HERE), str(HERE.parents[1]), *([mask] if mask else [])]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **asked}, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    return digests(tmp_path_factory.mktemp("usual"), {"PYTHONHASHSEED": "0", "TZ": "UTC"})


@pytest.mark.parametrize("place", PLACES, ids=["shanghai", "los-angeles", "kiritimati"])
def test_everywhere_the_same(usual, place, tmp_path):
    assert len(usual) == 2 * 5 * 3 + 4 + 5 + 2
    assert digests(tmp_path, place) == usual
