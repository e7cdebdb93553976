import pytest

from minutes.cli.look.piece import Piece, columns_of, hanging, of_document, padded, shortened, wrapped


def text_of(line):
    return "".join(piece.text for piece in line)


def rows(text, columns):
    return [text_of(line) for line in wrapped((Piece(text),), columns)]


def test_chinese_takes_two_columns_and_marks_none():
    assert columns_of("水泵ab") == 6
    assert columns_of("e\u0301") == 1


def test_every_row_fits_and_nothing_is_lost():
    text = "水产站召开秋季例会，研究“冬储”工作。The pump (old) must be mended by November." * 5
    for columns in (20, 21, 37, 80):
        lines = rows(text, columns)
        assert max(map(columns_of, lines)) <= columns
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("sign", "，。、；：？！）》”")
def test_no_row_begins_with_closing_punctuation(sign):
    lines = rows(("水泵" + sign) * 40, 20)
    assert not [line for line in lines if line.startswith(sign)]


def test_no_row_ends_with_an_opening_bracket():
    assert not [line for line in rows("水（泵）" * 40, 21) if line.endswith("（")]


def test_english_breaks_at_spaces_only():
    assert rows("the pump must be mended", 10) == ["the pump", "must be", "mended"]


def test_a_word_longer_than_a_row_is_cut():
    assert rows("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


def test_a_very_long_unbroken_line_is_wrapped_in_linear_time():
    assert len(rows("a" * 300_000, 100)) == 3000


def test_styles_survive_wrapping():
    lines = list(wrapped((Piece("水泵" * 10, "name"), Piece("冬储" * 10, "act")), 24))
    assert [[(piece.style, len(piece.text)) for piece in line] for line in lines] == [
        [("name", 12)],
        [("name", 8), ("act", 4)],
        [("act", 12)],
        [("act", 4)],
    ]


def test_further_rows_hang_under_the_first():
    lines = [text_of(line) for line in hanging((Piece("12  ", "id"),), (Piece("水泵" * 20),), 44)]
    assert lines[0] == "12  " + "水泵" * 10
    assert lines[1] == "    " + "水泵" * 10


def test_nothing_gives_one_empty_row():
    assert [text_of(line) for line in hanging((Piece("- "),), (Piece(""),), 40)] == ["- "]


def test_text_from_documents_loses_its_terminal_escapes():
    assert of_document("a\x1b[31mb\x9b0m\nc\u202e").text == "a[31mb0m c"


def test_shortened_text_fits_and_says_so():
    assert shortened("水产站召开例会", 9) == "水产站召…"
    assert shortened("水产站", 6) == "水产站"


def test_padding_counts_columns():
    assert columns_of(padded(Piece("水"), 5).text) == 5
