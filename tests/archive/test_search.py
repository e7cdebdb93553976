"""Exact, ranked, forgiving where it says so."""

import random

import pytest
from archive_notation import file_all, make

from archive.query.mistakes import Unclosed
from archive.query.tree import Query, Words
from archive.text import fold, spread

SIGNS = "\uff0c\u3002\uff1a\u201c\u201d()\u300a\u300b-/%'\"*^:"
PIECES = (
    "科研", "人才培养", "高松", "經費", "the board", "aboard", "COVID-19", "2023年9月", "\uff13\uff10\uff15", "会议室", " ", "C++", "e",
    "\u00b7", "\U00020bb7", "é", "İ", "ß", "ﬁ", *SIGNS,
)  # fmt: skip


def text_of(chance: random.Random) -> str:
    lines = ["".join(chance.choice(PIECES) for _ in range(chance.randint(1, 30))) for _ in range(3)]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def texts():
    chance = random.Random(5)
    return [text_of(chance) for _ in range(60)]


@pytest.fixture(scope="module")
def filled(tmp_path_factory, texts):
    from archive.store import Archive

    archive = Archive.open(tmp_path_factory.mktemp("search") / "archive", create=True)
    days = [f"2023-01-{place % 28 + 1:02}" for place in range(len(texts))]
    titles = [text.split("\n")[0] for text in texts]
    file_all(
        archive,
        *(make(text, date=day, title=title) for text, day, title in zip(texts, days, titles, strict=True)),
    )
    return archive


def asked(archive, needle):
    query = Query(needle, Words(fold(needle)))
    return {hit.id for hit in archive.search(query, passages=False).items}, archive.count(query)


KINDS = {
    "within a word": lambda needle: needle in {"研", "才", "培", "会议", "oard", "VID", "室"},
    "across words": lambda needle: len(needle) > 1 and all("\u4e00" <= char < "\ua000" for char in needle),
    "digits": str.isdecimal,
    "Latin": lambda needle: needle.isascii() and needle.isalpha(),
    "punctuation": lambda needle: not any(char.isalnum() for char in needle),
    "mixed": lambda needle: any(map(str.isascii, needle)) and not needle.isascii(),
    "with a space": lambda needle: " " in needle.strip(),
}


def needles(texts):
    """Three hundred pieces of the texts, of one to six characters, as they stand there or in the other case."""
    chance = random.Random(7)
    for _ in range(300):
        line = chance.choice(chance.choice(texts).split("\n"))
        start = chance.randrange(len(line))
        needle = line[start : start + chance.randint(1, 6)]
        yield needle.upper() if chance.random() < 0.1 and len(needle.upper()) == len(needle) else needle


def holding(texts, needle):
    """The numbers of the texts that have it, by plain search."""
    return {
        number
        for number, text in enumerate(texts, 1)
        if any(fold(needle) in fold(line) for line in text.split("\n"))
    }


def test_finds_exactly_what_plain_substring_search_finds(filled, texts):
    for needle in needles(texts):
        expected = holding(texts, needle)
        assert expected
        assert asked(filled, needle) == (expected, len(expected)), needle


def test_finds_nothing_that_is_not_there(filled, texts):
    chance = random.Random(11)
    letters = sorted({char for needle in needles(texts) for char in needle})
    made_up = ["".join(chance.choices(letters, k=chance.randint(2, 6))) for _ in range(300)]
    for needle in made_up:
        assert asked(filled, needle)[0] == holding(texts, needle), needle


@pytest.mark.parametrize("kind", KINDS)
def test_the_pieces_are_of_every_kind(texts, kind):
    assert sum(map(KINDS[kind], needles(texts))) >= 3


def test_words_are_joined_and_left_out_exactly(filled, texts):
    """Random queries with AND, OR and NOT, against sets of numbers."""
    chance = random.Random(13)
    pieces = [piece for piece in PIECES if piece.isalnum()]
    for _ in range(200):
        one, other, third = (chance.choice(pieces) for _ in range(3))
        a, b, c = (holding(texts, piece) for piece in (one, other, third))
        every = set(range(1, len(texts) + 1))
        for query, expected in (
            (f'"{one}" "{other}"', a & b),
            (f'"{one}" -"{other}"', a - b),
            (f'"{one}" -"{other}" -"{third}"', a - b - c),
            (f'"{one}" -("{other}" "{third}")', a - (b & c)),
            (f'("{one}" OR "{other}") -"{third}"', (a | b) - c),
            (f'"{one}" OR -"{other}"', a | (every - b)),
            (f'-"{one}"', every - a),
        ):
            assert {hit.id for hit in filled.search(query, passages=False).items} == expected, query
            assert {entry.id for entry in filled.list(query).items} == expected, query
            assert filled.count(query) == len(expected), query


def test_half_a_character_stands_for_itself_among_the_tokens():
    assert spread("科\ud800\udc00研") == "科 \ufffd \ufffd 研 "


def test_does_not_find_what_only_touches_across_paragraphs(archive):
    file_all(archive, make("人\n才"))
    assert archive.count("人才") == 0


def test_operators_of_the_database_are_text(archive):
    file_all(archive, make('NEAR(a b) OR "x* {title}: ; DROP TABLE words --'))
    for query in ('"NEAR(a b)"', "x*", '"{title}"', '"DROP TABLE"', '"; DROP TABLE words --"', "'"):
        archive.count(query)
    assert archive.count('"NEAR(a b)"') == 1
    assert archive.count('"x*"') == 1
    assert archive.count("y*") == 0


def test_the_best_part_comes_first_then_the_newest(archive):
    file_all(
        archive,
        make("其他。科研。", date="2024-01-05"),
        make("其他。科研。", date="2024-01-06"),
        make("张三指出科研。", date="2024-01-01", said=[("张三", "科研")]),
        make("落实科研。", date="2023-01-01", tasks=["落实科研"]),
        make("其他。", title="科研会议", date="2020-01-01"),
        make("科研。"),
    )
    hits = archive.search("科研").items
    assert [hit.id for hit in hits] == [5, 4, 3, 2, 1, 6]
    assert [hit.tier for hit in hits] == ["title", "action", "statement", "body", "body", "body"]
    assert [hit.id for hit in archive.search("科研", sort="date").items] == [2, 1, 3, 4, 5, 6]


def test_a_limit_leaves_the_total_uncounted_and_count_counts(archive):
    file_all(archive, *(make("科研", date=f"2024-01-{day:02}") for day in range(1, 9)))
    hits = archive.search("科研", limit=3)
    assert [hit.id for hit in hits.items] == [8, 7, 6]
    assert hits.total is None
    assert archive.search("科研", limit=8).total == 8
    assert archive.count("科研") == 8


def test_a_passage_says_who_said_it_and_where_the_words_stand(archive):
    words = "要统筹经费。" + "其他工作。" * 40 + "推进人才培養，落实責任。"
    file_all(archive, make(f"李四指出，{words}", said=[("李四", words)]))
    passage = archive.search("人才培养").items[0].passage
    assert passage.speaker == "李四"
    assert [passage.text[start:end] for start, end in passage.marks] == ["人才培養"]
    assert len(passage.text) <= 130


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("科研 教学", {1}),
        ("科研 OR 教学", {1, 2, 3}),
        ("科研 -教学", {2}),
        ("-科研", {3, 4}),
        ("(科研 OR 教学) -chair:李四", {1, 3}),
        ("科研 chair:张三", {1}),
        ("chair:张", {1}),
        ("date:2024-01", {1, 2}),
        ("date:none", {4}),
        ("before:2024-01-20 科研", {1}),
        ("has:actions", {3}),
        ("is:open", {3}),
        ("is:done", set()),
        ("owner:教务处", {3}),
        ("title:例会", {2}),
        ("title:科研", set()),
        ("id:3", {3}),
        ("id:99999999999999999999999", set()),
        ("科研 OR chair:赵", {1, 2}),
        ("role:院长", set()),
        ("is:extracted", {1, 2, 3, 4}),
    ],
)
def test_fields_and_operators(archive, query, expected):
    from archive.record import ActionPoint

    task = ActionPoint(number=1, text="交报告", owner="教务处")
    file_all(
        archive,
        make("科研和教学", date="2024-01-10", chair="张三"),
        make("科研", date="2024-01-31", chair="李四", title="例会"),
        make("教学", date="2023-05-01", tasks=[task]),
        make("其他"),
    )
    assert {hit.id for hit in archive.search(query).items} == expected
    assert {entry.id for entry in archive.list(query).items} == expected
    assert archive.count(query) == len(expected)


def test_a_meeting_of_several_days_is_found_by_each(archive):
    import datetime as dt

    from msgspec.structs import replace

    file_all(archive, replace(make("会", date="2024-01-30"), end_date=dt.date(2024, 2, 2)))
    assert [archive.count(f"date:{day}") for day in ("2024-01-29", "2024-02", "2024-02-03")] == [0, 1, 0]


@pytest.mark.parametrize(
    "letters", ["zsh", "zhangsihong", "ZhangSihong", "sihong", "sihongzhang", "zhang", "zhangsi"]
)
def test_a_name_is_found_by_its_sound(archive, letters):
    file_all(archive, make("会议由张斯虹主持。", chair="张斯虹"), make("会议由李四主持。", chair="李四"))
    assert {hit.id for hit in archive.search(f"chair:{letters}").items} == {1}
    hits = archive.search(letters)
    assert [hit.id for hit in hits.items] == [1]
    assert hits.read_as == {letters.lower(): ("张斯虹",)}
    assert [hits.items[0].passage.text[a:b] for a, b in hits.items[0].passage.marks] == ["张斯虹"]


def test_letters_that_stand_in_a_text_are_never_read_as_a_name(archive):
    file_all(archive, make("见附件zsh", date="2024-01-01"), make("主持", chair="张斯虹"))
    hits = archive.search("zsh")
    assert [hit.id for hit in hits.items] == [1]
    assert hits.read_as == {}


def test_chinese_words_typed_with_spaces_are_joined_only_where_nothing_else_fits(archive):
    file_all(archive, make("推进人才培养"))
    hits = archive.search('"人才 培养"')
    assert [hit.id for hit in hits.items] == [1]
    assert hits.read_as == {"人才 培养": ("人才培养",)}


def test_all_hits_one_at_a_time_are_those_of_a_search(filled, texts):
    for needle in list(needles(texts))[:60]:
        query = Query(needle, Words(fold(needle)))
        for sort in ("tier", "date"):
            assert [*filled.hits(query, sort=sort)[0]] == filled.search(query, sort=sort).items


def test_all_action_points_one_at_a_time_are_those_of_the_ledger(archive):
    file_all(
        archive,
        *(make(f"落实科研{n}", date=f"2024-01-0{n}", tasks=[f"落实科研{n}", "其他"]) for n in (1, 2, 3)),
    )
    for query in (None, "科研", "is:open date:2024-01-02"):
        assert [*archive.tasks(query)] == archive.actions(query).items


def test_a_mistake_is_told_before_the_first_of_many(archive):
    for ask in (archive.hits, archive.tasks):
        with pytest.raises(Unclosed):
            ask("(科研")


def test_a_name_found_by_its_sound_is_counted_too(archive):
    file_all(archive, make("会议由张斯虹主持。", chair="张斯虹"), make("其他"))
    assert archive.count("zsh") == len(archive.search("zsh").items) == 1
