"""People: offices, aliases, namesakes, names that sound alike."""

import pytest
from archive_notation import file_all, make

from archive.record import ActionPoint, Person, Speaker
from archive.refusals import NoSuchPerson


@pytest.fixture
def filled(archive):
    task = ActionPoint(number=1, text="交报告", owner="张斯虹", owner_person="张斯虹")
    file_all(
        archive,
        make("会", date="2023-01-01", speakers=(Speaker(name="张斯虹", role="副院长"),)),
        make(
            "会",
            date="2024-01-01",
            speakers=(Speaker(name="张斯虹", role="院长"),),
            cited=(Person(name="王伟"),),
        ),
        make("会", date="2024-02-01", chair="张斯虹", tasks=[task]),
        make("会", date="2024-03-01", chair="张校长"),
    )
    return archive


def rows(archive, query=None):
    return [(row.name, row.meetings, row.chaired, row.spoke, row.owns) for row in archive.people(query)]


def test_people_are_counted_those_of_most_meetings_first(filled):
    assert rows(filled) == [("张斯虹", 3, 1, 2, 1), ("张校长", 1, 1, 0, 0), ("王伟", 1, 0, 0, 0)]
    assert rows(filled, "zsh date:2024") == [("张斯虹", 2, 1, 1, 1)]
    assert filled.people(limit=1)[0].role == "院长"


def test_a_person_has_offices_over_time_and_action_points(filled):
    card = filled.person("zhangsihong")
    assert card.name == "张斯虹"
    assert [(office.role, office.first.year) for office in card.offices] == [("副院长", 2023), ("院长", 2024)]
    assert [one.id for one in card.appearances] == [3, 2, 1]
    assert card.appearances[0].parts == ("chair", "owner_person")
    assert [(task.id, task.number) for task in card.tasks] == [(3, 1)]
    assert filled.person("张") is None
    assert filled.person("赵") is None


def test_merging_is_for_the_whole_archive_and_can_be_undone(filled):
    filled.merge_people("张校长", "张斯虹", who="Lin")
    assert rows(filled)[0] == ("张斯虹", 4, 2, 2, 1)
    assert filled.person("张校长").aliases == ("张校长",)
    assert filled.get(4).chair.name == "张校长"
    assert filled.check() == []
    filled.undo(who="Lin")
    assert rows(filled)[0] == ("张斯虹", 3, 1, 2, 1)


def test_renaming_and_parting_namesakes(filled):
    filled.rename_person("王伟", "王玮", who="Lin")
    assert filled.person("王玮").appearances[0].id == 2
    filled.split_person("张斯虹", "张斯虹 (财务处)", [1], who="Lin")
    assert filled.person("张斯虹 (财务处)").appearances[0].id == 1
    assert rows(filled)[0][:2] == ("张斯虹", 2)


def test_decisions_about_nobody_are_refused(filled):
    with pytest.raises(NoSuchPerson):
        filled.merge_people("赵六", "张斯虹", who="Lin")


def test_names_that_look_or_sound_alike_are_suggested(filled):
    assert filled.suggest("张思红")[0] == "张斯虹"
    assert filled.suggest("张斯红")[0] == "张斯虹"
    assert filled.suggest("zhangsihon")[0] == "张斯虹"
    assert filled.suggest("欧阳修") == []
