"""Whatever the program says, it says in Chinese too."""

import re
import runpy
from collections import Counter
from gettext import GNUTranslations
from pathlib import Path

import pytest

HERE = Path(__file__).parent
COMPILER = runpy.run_path(str(HERE.parent / "compile_messages.py"))
SAID = runpy.run_path(str(HERE / "in_source.py"))["messages"]()
FIELD = re.compile(r"{[^{}]*}")


@pytest.fixture(scope="module")
def source() -> dict[str, str]:
    return {one.id: one.string for one in COMPILER["catalogue"]() if one.id}


def test_every_sentence_has_a_chinese_translation(source):
    missing = {text: place for text, place in SAID.items() if not source.get(text)}
    assert not missing


def test_translations_keep_the_fields_of_the_sentence(source):
    wrong = {
        english: chinese
        for english, chinese in source.items()
        if Counter(FIELD.findall(english)) != Counter(FIELD.findall(chinese))
    }
    assert not wrong


def test_no_sentence_is_translated_twice():
    counts = Counter(re.findall(r'^msgid ("(?:.+)")$', COMPILER["SOURCE"].read_text("utf-8"), re.MULTILINE))
    assert not [text for text, count in counts.items() if count > 1]


def test_the_compiled_catalogue_is_up_to_date(source):
    with COMPILER["COMPILED"].open("rb") as file:
        compiled = GNUTranslations(file)
    stale = {english for english, chinese in source.items() if compiled.gettext(english) != chinese}
    assert not stale, "run python tests/compile_messages.py"


def test_a_space_parts_latin_words_and_file_names_from_chinese(source):
    latin = r"[A-Za-z0-9]|\{file\}"
    close = re.compile(f"[\u4e00-\u9fff](?:{latin})|(?:{latin})[\u4e00-\u9fff]")
    assert not [chinese for chinese in source.values() if close.search(chinese)]
