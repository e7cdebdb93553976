import zipfile

import pytest


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in ("index.sqlite", "writer.lock")
    }


@pytest.fixture
def saved(minutes, own, tmp_path):
    minutes(own, "delete", "2")
    minutes(own, "done", "1.3")
    assert minutes(own, "backup", str(tmp_path / "safe.zip"))[0] == 0
    return tmp_path / "safe.zip"


def test_what_is_restored_is_the_same_byte_for_byte(minutes, own, saved, tmp_path):
    assert minutes(tmp_path / "again", "restore", str(saved))[0] == 0
    assert contents(tmp_path / "again") == contents(own)
    assert minutes(tmp_path / "again", "check")[0] == 0
    assert minutes(tmp_path / "again", "undelete", "2")[0] == 0
    assert minutes(tmp_path / "again", "search", "增氧机", "--ids")[1] == "2\n"


def test_a_backup_is_not_overwritten_unasked(minutes, own, saved):
    assert minutes(own, "backup", str(saved))[0] == 2
    assert minutes(own, "backup", str(saved), "--force")[0] == 0


def test_a_backup_inside_the_archive_is_refused(minutes, own):
    assert minutes(own, "backup", str(own / "safe.zip"))[0] == 2


def test_nothing_is_restored_over_an_archive(minutes, own, saved):
    before = contents(own)
    assert minutes(own, "restore", str(saved))[0] == 2
    assert contents(own) == before


def test_an_empty_folder_may_be_restored_into(minutes, saved, tmp_path):
    (tmp_path / "empty").mkdir()
    assert minutes(tmp_path / "empty", "restore", str(saved))[0] == 0


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "meetings/../../evil", "other/x", "a\\..\\evil"])
def test_a_file_that_leads_elsewhere_is_refused(minutes, saved, tmp_path, name):
    with zipfile.ZipFile(saved, "a") as whole:
        whole.writestr(name, "x")
    code, _, err = minutes(tmp_path / "new", "restore", str(saved))
    assert code == 3
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "new").exists()
    assert not list(tmp_path.rglob("*evil*"))


def test_a_backup_with_a_file_twice_is_refused(minutes, saved, tmp_path):
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(saved, "a") as whole:
        whole.writestr("archive.json", "{}")
    assert minutes(tmp_path / "new", "restore", str(saved))[0] == 3
    assert not (tmp_path / "new").exists()


def test_a_damaged_backup_leaves_nothing(minutes, saved, tmp_path):
    import shutil

    broken = tmp_path / "broken.zip"
    with zipfile.ZipFile(saved) as whole, zipfile.ZipFile(broken, "w") as other:
        for name in whole.namelist():
            other.writestr(name, b"altered" if name.endswith(".html") else whole.read(name))
    assert minutes(tmp_path / "new", "restore", str(broken))[0] == 4
    shutil.copy(saved, broken)
    broken.write_bytes(saved.read_bytes()[:-200])
    assert minutes(tmp_path / "new", "restore", str(broken))[0] == 3
    (tmp_path / "text.zip").write_text("no zip")
    assert minutes(tmp_path / "new", "restore", str(tmp_path / "text.zip"))[0] == 3
    assert not (tmp_path / "new").exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_missing_backup_is_a_sentence(minutes, tmp_path):
    code, _, err = minutes(tmp_path / "new", "restore", str(tmp_path / "none.zip"))
    assert code == 5
    assert len(err.splitlines()) == 1
