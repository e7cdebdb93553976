import json


def spoiled(own):
    (own / "index.sqlite").unlink(missing_ok=True)
    (own / "archive.json").unlink()
    (own / "README.txt").unlink()
    (own / "meetings" / "000" / ".000009.json.7.tmp").write_bytes(b"x")


def test_check_says_in_json_what_is_wrong_and_whether_that_is_damage(minutes, own):
    assert minutes(own, "check", "--json")[:2] == (0, '{"schema": 1, "items": [], "total": 0}\n')
    original = next(path for path in (own / "originals").rglob("*.html"))
    original.write_bytes(b"altered")
    code, out, _ = minutes(own, "check", "--json")
    (item,) = json.loads(out)["items"]
    assert code == 4
    assert (item["kind"], item["damage"], item["repaired"]) == ("original-altered", True, False)
    assert original.name in item["message"]


def test_what_can_be_mended_is_mended_and_told(minutes, own):
    listed = minutes(own, "list")[1]
    spoiled(own)
    assert minutes(own, "check")[0] == 1
    code, out, err = minutes(own, "check", "--repair")
    assert code == 0
    assert "archive.json was made anew" in err
    assert [line.split()[0] for line in out.splitlines() if not line.startswith(" ")].count("repaired") == 2
    assert minutes(own, "check")[:2] == (0, "")
    assert minutes(own, "list")[1] == listed


def test_repairs_are_told_in_json_and_in_chinese(minutes, own):
    (own / "README.txt").unlink()
    code, out, _ = minutes(own, "check", "--repair", "--json", language="zh")
    (item,) = json.loads(out)["items"]
    assert (code, item["kind"], item["repaired"]) == (0, "readme-missing", True)
    assert "README.txt" in item["message"]
    assert not item["message"].isascii()


def test_what_cannot_be_mended_keeps_its_exit_code(minutes, own):
    next((own / "originals").rglob("*.html")).unlink()
    assert minutes(own, "check", "--repair")[0] == 4


def test_of_a_damaged_record_it_says_what_was_mended_what_is_left_and_the_next_step(minutes, own):
    (own / "README.txt").unlink()
    (own / "meetings" / "000" / "000002.json").write_bytes(b"{")
    code, _, err = minutes(own, "check")
    assert (code, "minutes check --repair" in err) == (4, True)
    code, out, err = minutes(own, "check", "--repair")
    assert code == 4
    kinds = [line.split()[0] for line in out.splitlines() if not line.startswith(" ")]
    repaired, damaged = kinds.count("repaired"), kinds.count("damaged")
    assert f"Repaired: {repaired}. Beyond repair: {damaged}." in err
    assert repaired
    assert "from a backup" in err
    assert "minutes delete 2 --purge --force" in err
    assert minutes(own, "delete", "2", "--purge", "--force")[0] == 0
    assert minutes(own, "check")[:2] == (0, "")


def test_without_a_backup_the_report_is_filed_anew_from_its_original(minutes, own):
    (own / "meetings" / "000" / "000002.json").write_bytes(b"{")
    _, out, _ = minutes(own, "check", "--repair")
    original = next(own.rglob(next(word for word in out.split() if word.endswith(".html")).split("/")[-1]))
    assert minutes(own, "import", "--anyway", str(original))[0] == 0
    assert minutes(own, "delete", "2", "--purge", "--force")[0] == 0
    assert minutes(own, "check")[:2] == (0, "")
    assert minutes(own, "list", "--ids")[1].split() == ["1", "3"]
    assert original.exists()
