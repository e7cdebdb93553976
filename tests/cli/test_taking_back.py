"""What one command did, one undo takes back; what cannot be taken back is said."""

import json

import pytest


def states(minutes, own):
    items = json.loads(minutes(own, "actions", "--json")[1])["items"]
    return sorted((item["action"], item["state"]) for item in items)


@pytest.mark.parametrize("command", [["done"], ["done", "--dropped"], ["reopen"]])
def test_one_undo_takes_back_what_one_command_did_to_several_records(minutes, own, command):
    minutes(own, "done", "1.1")
    before = states(minutes, own)
    assert minutes(own, *command, "1.1", "1.3", "2.1")[0] == 0
    assert states(minutes, own) != before
    assert minutes(own, "undo")[0] == 0
    assert states(minutes, own) == before


def test_a_number_that_is_not_there_leaves_the_others_as_they_are(minutes, own):
    before = states(minutes, own)
    assert minutes(own, "done", "1.3", "2.7")[0] == 1
    assert minutes(own, "done", "1.3", "9.1")[0] == 1
    assert states(minutes, own) == before


def test_an_import_is_not_taken_back_over_what_was_done_since(minutes, own):
    minutes(own, "done", "2.1")
    code, _, err = minutes(own, "undo", "1")
    assert (code, "meeting 2 was changed since" in err) == (1, True)
    assert minutes(own, "list", "--ids")[1] == "1\n2\n"


def test_an_archive_whose_records_are_all_in_the_trash_says_so(minutes, own):
    minutes(own, "undo")
    code, _, err = minutes(own, "list")
    assert code == 1
    assert "All records are in the trash (2)." in err
    assert "minutes undelete" in err
    assert "minutes undo NUMBER" in minutes(own, "undo")[2]


def test_what_is_erased_is_passed_over_with_a_word(minutes, own):
    minutes(own, "label", "1", "+x")
    minutes(own, "delete", "1", "--purge", "--force")
    code, out, err = minutes(own, "undo")
    assert (code, out) == (0, "2\n")
    assert "Passed over" in err


def test_final_minutes_go_only_with_force(minutes, own):
    minutes(own, "final", "2")
    for words in (["delete", "1-2"], ["delete", "2", "--why", "x"]):
        code, _, err = minutes(own, *words)
        assert (code, "meeting 2 are final" in err, "--force" in err) == (1, True, True)
    assert minutes(own, "list", "--ids")[1] == "1\n2\n"
    assert minutes(own, "delete", "2", "--force")[0] == 0
    assert minutes(own, "delete", "2", "--purge", "--force")[0] == 0
    assert minutes(own, "list", "--ids")[1] == "1\n"


def test_closing_what_is_closed_and_opening_what_is_open_says_that_nothing_changed(minutes, own):
    assert minutes(own, "final", "1", "--undo")[2] == "Not final, nothing changed: 1\n"
    assert minutes(own, "final", "1")[2] == "Final: 1\n"
    assert minutes(own, "final", "1-2")[2] == "Final: 2\nFinal already, nothing changed: 1\n"
    assert minutes(own, "final", "1-2", "--undo")[2] == "Open again: 1, 2\n"


def test_a_damaged_record_is_erased_so_that_the_archive_is_in_order(minutes, own):
    (own / "meetings" / "000" / "000002.json").write_bytes(b"{")
    assert "minutes delete 2 --purge --force" in minutes(own, "show", "2")[2]
    assert minutes(own, "delete", "2", "--purge", "--force")[0] == 0
    assert minutes(own, "check")[0] == 0
