"""The find, follow-up and correcting commands on a small archive of invented meetings."""

import json

import pytest

from archive.store import Archive


def test_list_gives_a_line_a_meeting_newest_first(minutes, filled):
    code, out, err = minutes(filled, "list")
    assert (code, err) == (0, "")
    assert [line.split()[:3] for line in out.splitlines()] == [
        ["1", "2021-11-04", "水产站召开秋季例会"],
        ["2", "2021-03-04", "水产站召开春季例会"],
    ]


def test_list_as_json_has_what_scripts_rely_on(minutes, filled):
    _, out, _ = minutes(filled, "list", "--json")
    answer = json.loads(out)
    assert (answer["schema"], answer["total"]) == (1, 2)
    assert {"id", "title", "date", "sha256"} <= set(answer["items"][0])
    assert answer["items"][0]["date"] == "2021-11-04"


def test_list_ids_and_a_limit(minutes, filled):
    assert minutes(filled, "list", "--ids")[1] == "1\n2\n"
    code, out, _ = minutes(filled, "list", "--ids", "-n", "1")
    assert (code, out) == (0, "1\n")


def test_a_cut_list_says_how_many_there_are(minutes, filled):
    _, out, err = minutes(filled, "list", "-n", "1")
    assert len(out.splitlines()) == 1
    assert "The first 1 of 2" in err


def test_list_takes_a_query(minutes, filled):
    assert minutes(filled, "list", "date:2021-03", "--ids")[1] == "2\n"


def test_show_prints_the_record(minutes, filled):
    code, out, _ = minutes(filled, "show", "1")
    assert code == 0
    assert "柳成荫 (站长)" in out
    assert "1.3  月底前修好水泵" in out


def test_show_as_json_is_the_record_itself(minutes, filled):
    record = json.loads(minutes(filled, "show", "1", "--json")[1])
    assert (record["schema"], record["id"], record["title"]) == (1, 1, "水产站召开秋季例会")


def test_show_of_several_is_a_list(minutes, filled):
    assert json.loads(minutes(filled, "show", "1-2", "--json")[1])["total"] == 2


def test_show_text_prints_the_report(minutes, filled):
    assert "请后勤组月底前修好水泵" in minutes(filled, "show", "1", "--text")[1].replace("\n", "")


def test_an_unknown_id_is_one_sentence_and_exit_1(minutes, filled):
    code, out, err = minutes(filled, "show", "99")
    assert (code, out) == (1, "")
    assert "99" in err
    assert len(err.splitlines()) == 1


def test_a_word_for_an_id_is_wrong_usage(minutes, filled):
    assert minutes(filled, "show", "pump")[0] == 2


def test_search_shows_the_passage_and_who_said_it(minutes, filled):
    code, out, _ = minutes(filled, "search", "增氧机")
    assert code == 0
    assert "水产站召开春季例会" in out
    assert "检修增氧机" in out


def test_search_in_statements_names_the_speaker(minutes, filled):
    assert "洪大江: 要检修增氧机" in minutes(filled, "search", "要检修")[1]


def test_search_finds_nothing_with_exit_1_and_a_sentence(minutes, filled):
    code, out, err = minutes(filled, "search", "拖拉机")
    assert (code, out) == (1, "")
    assert err == "minutes: Nothing was found for: 拖拉机\n"


@pytest.mark.parametrize("words", [["search", "柳成阴"], ["search", "chair:柳成阴"], ["search", "liucengyin"], ["list", "鱼苗", "主持:柳成阴"], ["actions", "柳承荫", "--json"], ["list", "--ids", "人物:柳成阴"]])  # fmt: skip
def test_a_slip_in_a_name_is_told_where_nothing_is_found(minutes, filled, words):
    code, _, err = minutes(filled, *words)
    assert code == 1
    assert "Did you mean 柳成荫?" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    "words", [["search", "拖拉机"], ["search", "chair:柳成荫", "拖拉机"], ["list", "date:1999"]]
)
def test_no_name_is_suggested_where_none_is_like_it(minutes, filled, words):
    code, _, err = minutes(filled, *words)
    assert code == 1
    assert "Did you mean" not in err


def test_search_as_json_with_nothing_found_is_still_json(minutes, filled):
    code, out, _ = minutes(filled, "search", "拖拉机", "--json")
    assert code == 1
    assert json.loads(out) == {"schema": 1, "items": [], "total": 0}


@pytest.mark.parametrize("shape", [[], ["--ids"], ["--json"], ["--format", "{id}"], ["--count"]])
def test_a_name_read_by_its_sound_is_always_told(minutes, filled, shape):
    code, out, err = minutes(filled, "search", "guanxiaoyu", *shape)
    assert code == 0
    assert out
    assert err == '"guanxiaoyu" is written nowhere; read as 关小渔.\n'


def test_search_counts_and_gives_ids(minutes, filled):
    assert minutes(filled, "search", "水产站", "--count")[1] == "2\n"
    assert minutes(filled, "search", "水产站", "--ids")[1] == "1\n2\n"


def test_search_json_counts_all_beyond_the_limit(minutes, filled):
    answer = json.loads(minutes(filled, "search", "水产站", "--json", "-n", "1")[1])
    assert (len(answer["items"]), answer["total"]) == (1, 2)
    assert answer["items"][0]["passage"]["text"]


def test_a_wrong_query_shows_its_place_with_a_caret(minutes, filled):
    code, out, err = minutes(filled, "search", "(泵")
    assert (code, out) == (2, "")
    assert "^" in err.splitlines()[-1]


def test_a_sort_that_does_not_exist_is_wrong_usage(minutes, filled):
    assert minutes(filled, "search", "泵", "--sort", "size")[0] == 2


def test_the_ledger_is_grouped_and_the_overdue_come_first(minutes, filled):
    code, out, _ = minutes(filled, "actions")
    lines = out.splitlines()
    assert code == 0
    assert lines[0].split() == ["后勤组", "1"]
    assert lines[1].split() == ["1.3", "2021-11-30", "overdue", "月底前修好水泵"]
    assert "巡查组  1" in lines


def test_the_ledger_by_due_date(minutes, filled):
    out = minutes(filled, "actions", "--by", "due")[1].splitlines()
    assert out[0].split() == ["Overdue", "1"]
    assert "Without a date  2" in out


def test_actions_for_scripts(minutes, filled):
    item = json.loads(minutes(filled, "actions", "owner:后勤组", "--json")[1])["items"][0]
    assert (item["action"], item["due"], item["overdue"]) == ("1.3", "2021-11-30", True)
    assert minutes(filled, "actions", "owner:后勤组", "--ids")[1] == "1.3\n"


def test_done_closes_and_says_so(minutes, own):
    code, out, _ = minutes(own, "done", "1.3", "--on", "2021-12-01", "--why", "验收合格")
    assert code == 0
    assert "done 2021-12-01" in out
    record = json.loads(minutes(own, "show", "1", "--json")[1])
    assert record["action_points"][1]["state"] == "done"
    assert "验收合格" in minutes(own, "history", "1")[1]


def test_reopen_assign_due_and_progress(minutes, own):
    minutes(own, "done", "1.1", "1.3")
    assert minutes(own, "reopen", "1.3")[0] == 0
    assert minutes(own, "assign", "1.3", "设备组")[0] == 0
    assert minutes(own, "due", "1.3", "2021年12月5日", "--why", "配件未到")[0] == 0
    assert minutes(own, "progress", "1.3", "已派人", "--on", "2021-11-12")[0] == 0
    first, third = json.loads(minutes(own, "show", "1", "--json")[1])["action_points"]
    assert first["state"] == "done"
    assert (third["owner"], third["due"], third["state"]) == ("设备组", "2021-12-05", "in hand")
    assert third["due_history"][0]["why"] == "配件未到"
    assert [step["text"] for step in third["progress"]] == ["已买配件", "已派人"]


def test_an_unknown_action_point_changes_nothing(minutes, own):
    before = minutes(own, "show", "1", "--json")[1]
    code, _, err = minutes(own, "done", "1.7")
    assert code == 1
    assert "Record 1 has no action point 7" in err
    assert minutes(own, "show", "1", "--json")[1] == before


def test_people_are_listed_with_what_they_did(minutes, filled):
    code, out, _ = minutes(filled, "people")
    assert code == 0
    assert any(line.startswith("关小渔") for line in out.splitlines())


def test_one_person_is_shown_whole(minutes, filled):
    code, out, _ = minutes(filled, "people", "关小渔")
    assert code == 0
    assert "水产站召开春季例会" in out
    assert "chaired" in out


def test_a_name_may_have_blanks(minutes, own):
    minutes(own, "edit", "1", "--set", "chair.name=Ada Marsh")
    assert minutes(own, "people", "Ada Marsh")[1].startswith("Ada Marsh\n")
    assert minutes(own, "people", "Ada", "Marsh")[1].startswith("Ada Marsh\n")


def test_nobody_of_that_name_may_be_somebody_alike(minutes, filled):
    code, _, err = minutes(filled, "people", "关小鱼")
    assert code == 1
    assert "关小渔" in err


def test_explain_puts_the_doubtful_first(minutes, filled):
    code, out, _ = minutes(filled, "explain", "1")
    assert code == 0
    assert out.startswith("doubtful  action_points.1.due  2021-11-30")
    item = json.loads(minutes(filled, "explain", "1", "date", "--json")[1])["items"][0]
    assert (item["confidence"], item["value"], item["sentence"]) == (
        "inferred",
        "2021-11-04",
        "11月4日，水产站召开秋季例会。",
    )


def test_explain_of_a_place_without_evidence_names_those_that_have_some(minutes, filled):
    code, _, err = minutes(filled, "explain", "1", "place")
    assert code == 1
    assert "action_points.1.due, chair, date, title" in err


def test_edit_sets_values_and_remembers_who(minutes, own):
    assert minutes(own, "edit", "1", "--set", "chair=关小渔", "--set", "attendance.count=15")[0] == 0
    record = json.loads(minutes(own, "show", "1", "--json")[1])
    assert (record["chair"]["name"], record["attendance"]["count"]) == ("关小渔", 15)
    assert [one["path"] for one in record["corrections"]] == ["chair", "attendance.count"]


def test_a_refused_value_leaves_the_record(minutes, own):
    assert minutes(own, "edit", "1", "--set", "chair=关小渔", "--set", "date=soon")[0] == 2
    assert json.loads(minutes(own, "show", "1", "--json")[1])["chair"]["name"] == "柳成荫"


def test_edit_in_an_editor(minutes, own, monkeypatch, tmp_path):
    script = tmp_path / "editor.py"
    script.write_text("import sys, pathlib; f = pathlib.Path(sys.argv[1]); f.write_text(f.read_text('utf-8').replace('二楼会议室', '三楼会议室'), 'utf-8')", "utf-8")  # fmt: skip
    import sys

    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    monkeypatch.delenv("VISUAL", raising=False)
    assert minutes(own, "edit", "1")[0] == 0
    record = json.loads(minutes(own, "show", "1", "--json")[1])
    assert record["place"] == "三楼会议室"
    assert [one["path"] for one in record["corrections"]] == ["place"]


def test_a_draft_that_cannot_stand_is_kept(minutes, own, monkeypatch, tmp_path):
    import sys
    from pathlib import Path

    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib; f = pathlib.Path(sys.argv[1]); f.write_text('date: soon', 'utf-8')", "utf-8"
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    code, _, err = minutes(own, "edit", "1")
    assert code == 2
    draft = Path(err.split("kept: ")[1].strip().rstrip("."))
    assert draft.read_text("utf-8") == "date: soon"


def test_labels_go_on_and_off(minutes, own):
    assert minutes(own, "label", "1", "2", "+急件", "+复查")[1] == "1  急件, 复查\n2  急件, 复查\n"
    assert minutes(own, "label", "1", "-急件")[1] == "1  复查\n"
    assert minutes(own, "list", "label:急件", "--ids")[1] == "2\n"
    assert minutes(own, "label", "1", "急件")[0] == 2


def test_delete_and_undelete(minutes, own):
    assert minutes(own, "delete", "1")[0] == 0
    assert minutes(own, "list", "--ids")[1] == "2\n"
    assert minutes(own, "show", "1")[0] == 1
    assert minutes(own, "undelete", "1")[0] == 0
    assert minutes(own, "list", "--ids")[1] == "1\n2\n"


def test_purging_needs_a_yes(minutes, own):
    assert minutes(own, "delete", "1", "--purge")[0] == 2
    assert minutes(own, "list", "--ids")[1] == "1\n2\n"
    assert minutes(own, "delete", "1", "--purge", "--force")[0] == 0
    assert minutes(own, "undelete", "1")[0] == 1


def test_check_of_a_sound_archive(minutes, filled):
    code, out, err = minutes(filled, "check")
    assert (code, out) == (0, "")
    assert err == "All records and originals are sound.\n"
    assert json.loads(minutes(filled, "check", "--json")[1])["items"] == []


def test_check_of_a_damaged_archive_exits_4(minutes, own):
    victim = next((own / "originals").rglob("*.html"))
    victim.chmod(0o600)
    victim.write_bytes(b"other")
    code, out, _ = minutes(own, "check")
    assert code == 4
    assert victim.name[:16] in out


def test_stats_count(minutes, filled):
    code, out, _ = minutes(filled, "stats")
    assert code == 0
    assert "2021-11" in out
    answer = json.loads(minutes(filled, "stats", "--json")[1])
    assert answer["meetings"] == 2
    assert answer["states"] == {"overdue": 1, "open": 2}


def test_carry_lists_what_the_same_body_left_open(minutes, filled):
    assert minutes(filled, "carry", "1", "--ids")[1] == "2.1\n"
    assert minutes(filled, "carry", "2")[0] == 1


def test_review_lists_what_is_doubtful_where_nobody_can_answer(minutes, filled):
    code, out, _ = minutes(filled, "review")
    assert code == 0
    assert "action_points.1.due" in out
    assert json.loads(minutes(filled, "review", "--json")[1])["total"] == 1


def test_help_explains_queries_in_both_languages(minutes, filled):
    assert "speaker:" in minutes(filled, "help", "query")[1]
    assert "发言人:" in minutes(filled, "help", "query", language="zh")[1]
    assert minutes(filled, "help", "cooking")[0] == 2


def test_an_empty_archive_says_what_to_do(minutes, tmp_path):
    Archive.open(tmp_path / "empty", create=True)
    code, _, err = minutes(tmp_path / "empty", "list")
    assert code == 1
    assert "minutes import" in err


@pytest.mark.parametrize(
    "command", ["list", "show 1", "search x", "actions", "people", "explain 1", "check", "stats", "history"]
)
def test_no_archive_is_exit_1_and_nothing_is_made(minutes, tmp_path, command):
    code, _, err = minutes(tmp_path / "none", *command.split())
    assert code == 1
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "none").exists()


def test_a_person_who_owns_is_shown_in_words_and_within_the_limit(minutes, tmp_path):
    from archive_of_many import fill

    code, out, _ = minutes(fill(tmp_path / "many", 5), "people", "张三", "-n", "2")
    assert code == 0
    assert "owner_person" not in out
    assert "owns an action point" in out
    assert [line.split()[0] for line in out.splitlines() if "2024-01-0" in line][1:] == [
        "5",
        "4",
        "1.1",
        "2.1",
    ]


def test_two_names_may_be_one_person(minutes, own):
    assert minutes(own, "people", "merge", "洪大江", "柳成荫")[0] == 0
    assert "洪大江" not in minutes(own, "people")[1]
    assert "水产站召开春季例会" in minutes(own, "people", "柳成荫")[1]
    assert minutes(own, "undo")[0] == 0
    assert "洪大江" in minutes(own, "people")[1]


def test_one_name_may_be_two_persons(minutes, own):
    assert minutes(own, "people", "split", "关小渔", "关小渔（工会）", "2")[0] == 0
    assert "水产站召开春季例会" not in minutes(own, "people", "关小渔")[1]


def test_a_decision_on_names_needs_its_names(minutes, own):
    assert minutes(own, "people", "merge", "洪大江")[0] == 2
    assert minutes(own, "people", "rename", "无此人", "某人")[0] == 1


def test_the_trash_is_listed(minutes, own):
    assert minutes(own, "undelete")[0] == 1
    minutes(own, "delete", "2")
    code, out, _ = minutes(own, "undelete")
    assert (code, out.split()[:3]) == (0, ["2", "2021-03-04", "水产站召开春季例会"])


def test_final_minutes_stay_as_signed(minutes, own):
    assert minutes(own, "final", "1")[0] == 0
    assert minutes(own, "edit", "1", "--set", "place=三楼")[0] == 1
    assert minutes(own, "done", "1.3")[0] == 0
    assert minutes(own, "final", "1", "--undo")[0] == 0
    assert minutes(own, "edit", "1", "--set", "place=三楼")[0] == 0


def test_the_index_is_made_anew(minutes, own):
    assert minutes(own, "index", "--rebuild")[2] == "The index has 2 records.\n"
    assert minutes(own, "search", "增氧机", "--ids")[1] == "2\n"


def test_a_search_is_kept_by_name_and_asked_again(minutes, filled):
    assert "@pond" in minutes(filled, "search", "增氧机 OR 拖拉机", "--save", "pond", "--ids")[2]
    assert minutes(filled, "list", "@pond", "--ids")[1] == "2\n"
    assert minutes(filled, "actions", "@pond", "is:open", "--ids")[1] == "2.1\n"
    assert minutes(filled, "list", "-@pond", "--ids")[1] == "1\n"
    assert minutes(filled, "search", "--saved")[1] == "@pond  增氧机 OR 拖拉机\n"


def test_a_search_that_cannot_be_read_is_not_kept(minutes, filled):
    assert minutes(filled, "search", "(鱼苗", "--save", "pond")[0] == 2
    assert minutes(filled, "search", "--saved")[1] == ""


def test_an_unknown_name_of_a_search_names_the_known(minutes, filled):
    minutes(filled, "search", "鱼苗", "--save", "pond")
    code, _, err = minutes(filled, "search", "@river")
    assert code == 2
    assert "pond" in err
    assert minutes(filled, "search", "鱼苗", "--save", "a b")[0] == 2
