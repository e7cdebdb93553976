"""Makes an archive of the present format for tests to come: python tests/archive/formats/make.py FOLDER

It writes FOLDER/format-N.zip, an archive of the five invented samples with everything in it that a format has to keep. Run it
once when a format is released; what it made is never made again.
"""

import os
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

WORK = (
    "import {samples}",
    "edit 4 --set place=逸夫楼 --why 更正",
    "label 4 5 +督办",
    "done 5.3",
    "assign 4.3 教务处",
    "due 4.3 2024-05-10 --why 延期",
    "progress 4.3 已完成一半",
    "people rename 沈之禾 沈之和",
    "edit 2 --set place=Annexe",
    "undo",
    "final 2",
    "export 2 --to md --output {work}",
    "delete 3",
    "delete 1 --purge --force",
)


def main() -> None:
    from archive import state
    from minutes.cli.main import run

    target = Path(sys.argv[1]).absolute()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        (work / "config.toml").write_text('name = "Lin"\n', "utf-8")
        os.environ["MINUTES_CONFIG"] = str(work / "config.toml")
        shutil.copytree(ROOT / "minutes" / "samples", work / "samples")
        os.chdir(work)
        archive = ["--archive", str(work / "archive"), "--lang", "en"]
        for line in WORK:
            words = [word.format(samples="samples", work=work / "out.md") for word in line.split()]
            assert run([*archive, *words]) == 0, line
        file = target / f"format-{state.FORMAT}.zip"
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as whole:
            for path in sorted((work / "archive").rglob("*")):
                if path.is_file() and path.name not in {"index.sqlite", "writer.lock"}:
                    whole.write(path, path.relative_to(work / "archive").as_posix())


if __name__ == "__main__":
    main()
