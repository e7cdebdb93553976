"""Publish lines are told from minutes, and read."""

import pytest

from minutes.readers.publish import Facts, is_publish_line, moment_in


@pytest.mark.parametrize(
    "line",
    [
        "发布时间\uff1a2023-12-01 来源\uff1a教务处 浏览次数\uff1a33",
        "发布人:内容管理员",
        "2024-05-22 07:45",
        "来源\uff1a党政办时间\uff1a2020-09-28浏览\uff1a33次",
        "發佈日期\uff1a2024-10-24 點閱\uff1a158",
        "發(fā)布時間:2016-05-12 瀏覽次數(shù):33",
        "作者\uff1a 时间\uff1a2023-07-12 点击数\uff1a",
        "责任编辑\uff1a苏木",
        "图文 | 党政办 编辑 | 池小舟",
        "发表于 2021-6-6 20:15:03 | 只看该作者",
        "Posted on 12 April 2024 by Hilda Marsh",
        "Last updated: 3 May 2024",
    ],
)
def test_is_a_publish_line(line):
    assert is_publish_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "时间\uff1a2023年11月27日\uff08星期一\uff09上午8:30",
        "地点\uff1a理科楼N306",
        "主持人\uff1a骆临川 记录\uff1a何田田",
        "出席\uff1a骆临川、晏如",
        "2024年4月26日",
        "\uff08撰稿人\uff1a水长清\uff1b审核人\uff1a师远之\uff09",
        "会议审议了新闻来源管理办法\uff0c阅读了相关材料。",
        "Present: Dana Holt (chair), Igor Petrov",
        "Updates from the treasurer",
        "Date: 16 May 2024",
        "各单位要在10月20日前提交报告",
    ],
)
def test_is_no_publish_line(line):
    assert not is_publish_line(line)


@pytest.mark.parametrize(
    ("line", "publisher", "author", "published"),
    [
        (
            "发布时间\uff1a2023-12-01 09:05 来源\uff1a教务处 作者\uff1a柳青山",
            "教务处",
            "柳青山",
            "2023-12-01T09:05",
        ),
        ("作者\uff1a记者 苗小禾来源\uff1a岚州日报", "岚州日报", "苗小禾", None),
        ("发布者\uff1a办公室 2023-01-13 点击\uff1a231次", "办公室", None, "2023-01-13"),
        ("发布者\uff1a 发布时间\uff1a", None, None, None),
        ("Posted on 12 April 2024 by Hilda Marsh", None, "Hilda Marsh", "2024-04-12"),
    ],
)
def test_reads_who_published_and_when(line, publisher, author, published):
    facts = Facts()
    facts.read(line)
    assert (facts.publisher, facts.author, facts.published) == (publisher, author, published)


def test_the_first_word_wins():
    facts = Facts()
    facts.read("来源\uff1a教务处")
    facts.read("来源\uff1a转载")
    assert facts.publisher == "教务处"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023年9月5日", "2023-09-05"),
        ("2023/9/5 7:03", "2023-09-05T07:03"),
        ("2023-02-30 2023-03-01", "2023-03-01"),
        ("2023-13-01", None),
        ("September 9th, 2023", "2023-09-09"),
        ("9 Sept. 2023", "2023-09-09"),
        ("11/13/2023", "2023-11-13"),
        ("11/12/2023", None),
        ("99999年1月1日", None),
    ],
)
def test_moments(text, moment):
    assert moment_in(text) == moment
