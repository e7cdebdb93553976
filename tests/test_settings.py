"""The settings: read, checked, changed, and wrong ones said in a sentence."""

import datetime as dt
import sys

import pytest

from minutes import settings


@pytest.fixture
def file(tmp_path, monkeypatch):
    path = tmp_path / "config" / "config.toml"
    monkeypatch.setenv("MINUTES_CONFIG", str(path))
    return path


def written(file, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")


def test_without_a_file_nothing_is_set(file):
    assert settings.load() == settings.Settings()
    assert not file.exists()


@pytest.mark.usefixtures("file")
def test_what_is_changed_is_read_again(tmp_path):
    settings.change("archive", str(tmp_path))
    settings.change("language", "zh")
    settings.change("name", 'Lin "R."\t\\')
    settings.change("terms.2023-2024-1", "2023-09-04")
    found = settings.load()
    assert found.archive == str(tmp_path)
    assert found.language == "zh"
    assert found.name == 'Lin "R."\t\\'
    settings.change("searches.mine", 'is:open "a b"')
    assert settings.load().searches == {"mine": 'is:open "a b"'}
    assert found.terms == {"2023-2024-1": dt.date(2023, 9, 4)}


@pytest.mark.usefixtures("file")
def test_a_setting_can_be_taken_out():
    settings.change("language", "zh")
    settings.change("language", None)
    settings.change("terms.a", "2023-09-04")
    settings.change("terms.a", None)
    assert settings.load() == settings.Settings()


@pytest.mark.usefixtures("file")
def test_a_relative_folder_is_kept_as_the_full_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings.change("archive", "here")
    assert settings.load().archive == str(tmp_path / "here")


@pytest.mark.parametrize(
    ("text", "error", "word"),
    [
        ("language = ", settings.NotToml, "TOML"),
        ('langauge = "zh"', settings.UnknownKey, "langauge"),
        ('language = "de"', settings.BadLanguage, "de"),
        ("archive = 3", settings.BadSetting, "3"),
        ('archive = "relative"', settings.NotAbsolute, "relative"),
        ('lexicon = "/no/such/folder"', settings.BadFolder, "/no/such/folder"),
        ('terms = "autumn"', settings.BadTerm, "autumn"),
        ("searches = 3", settings.BadSetting, "searches"),
        ("[searches]\na = 3", settings.BadSetting, "3"),
        ("[terms]\na = 3", settings.BadTerm, "3"),
    ],
)
def test_a_wrong_file_is_a_sentence(file, text, error, word):
    written(file, text)
    with pytest.raises(error, match=word) as caught:
        settings.load()
    assert caught.value.exit_code == 2


def test_bytes_that_are_no_text_are_a_sentence(file):
    file.parent.mkdir()
    file.write_bytes(b'name = "\xff"')
    with pytest.raises(settings.NotToml):
        settings.load()


@pytest.mark.parametrize(
    ("key", "value"), [("language", "de"), ("terms.a", "soon"), ("colour", "red"), ("lexicon", "/no/such")]
)
def test_a_wrong_change_leaves_the_file(file, key, value):
    settings.change("name", "Lin")
    before = file.read_bytes()
    with pytest.raises(settings.SettingsError):
        settings.change(key, value)
    assert file.read_bytes() == before


@pytest.mark.usefixtures("file")
def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "config").write_text("a file where the folder belongs")
    with pytest.raises(settings.CannotKeepSettings):
        settings.change("name", "Lin")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
@pytest.mark.parametrize("home", ["", "/somewhere/else"])
def test_the_configuration_lies_where_platformdirs_says(monkeypatch, home):
    import platformdirs

    monkeypatch.delenv("MINUTES_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", home)
    assert settings.config_file().parent == platformdirs.user_config_path("minutes", appauthor=False)
