"""Searches kept by name: replaced, forgotten, and kept without a hit."""


def test_another_search_of_that_name_is_said_to_be_replaced(minutes, filled):
    minutes(filled, "search", "增氧机", "--save", "pond")
    err = minutes(filled, "search", "拖拉机", "--save", "pond", "--ids")[2]
    assert "Kept as @pond: 拖拉机\nUntil now @pond was: 增氧机\n" in err
    assert "Until now" not in minutes(filled, "search", "拖拉机", "--save", "pond", "--ids")[2]


def test_a_search_is_forgotten(minutes, filled):
    minutes(filled, "search", "增氧机", "--save", "pond")
    code, out, err = minutes(filled, "search", "--forget", "pond")
    assert (code, out, err) == (0, "", "@pond is forgotten: 增氧机\n")
    assert minutes(filled, "search", "--saved")[1] == ""
    code, _, err = minutes(filled, "search", "--forget", "@pond")
    assert code == 2
    assert 'No search is saved as "pond".' in err


def test_a_search_is_kept_though_nothing_is_found_yet(minutes, filled):
    code, out, err = minutes(filled, "search", "河豚塘", "--save", "later")
    assert (code, out) == (0, "")
    assert "Kept as @later" in err
    assert "Nothing was found" in err
    assert minutes(filled, "search", "@later")[0] == 1


def test_a_search_needs_words(minutes, filled):
    assert "QUERY... is missing." in minutes(filled, "search")[2]
