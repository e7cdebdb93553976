"""Invented meetings to write minutes of; the people in them do not exist."""

import datetime as dt

from archive.record import (
    ActionPoint,
    AgendaItem,
    Attendance,
    Block,
    Cell,
    Decision,
    Meeting,
    Note,
    Person,
    Source,
    Speaker,
    Statement,
)


def source(name: str = "report.html") -> Source:
    return Source(
        file=name,
        sha256="ab" * 32,
        media_type="text/html",
        size=12_345,
        publisher="党政办公室",
        published="2023-12-18",
        address="https://www.example.edu.cn/news/1.htm",
        imported_at="2026-11-25T08:00:00Z",
        software="minutes 0.1.0",
    )


def chinese(**changes) -> Meeting:
    fields = {
        "id": 12,
        "title": "青屿大学召开2023年秋季实验教学工作会议",
        "kind": "news",
        "language": "zh",
        "date": dt.date(2023, 11, 9),
        "start_time": "09:30",
        "place": "行政楼305会议室",
        "organisation": "青屿大学",
        "topic": "实验教学改革",
        "number": "第5期",
        "chair": Person(name="闻人溪", role="党委书记", organisation="资源学院"),
        "recorder": Person(name="尤小禾"),
        "attendance": Attendance(
            text="学院领导班子成员、教研室负责人等40余名教职工参加了会议。",
            count=40,
            count_is="at least",
            present=tuple(Person(name=name, role=role) for name, role in PRESENT),
            absent=(Person(name="车晓岚", role="实验员"),),
            in_attendance=(Person(name="简竹", role="主任", organisation="信息中心"),),
        ),
        "speakers": (
            Speaker(
                name="鲍清远",
                role="副院长(主持工作)",
                statements=(
                    Statement(act="传达", text="学校秋季工作会议精神,重点介绍了3:00开始的专题报告"),
                    Statement(act="指出", text='要准确把握"一校一策"工作要求,经费1,000万元(2023)A项已到位;'),
                ),
            ),
            Speaker(
                name="柏舟",
                role="教务处处长",
                statements=(
                    Statement(act="强调", text="要深化整改", relayed_from="席若愚"),
                    Statement(act="汇报", text="实验教学进展情况,设备完好率达98%,较去年提高2个百分点"),
                ),
            ),
            Speaker(
                name=None,
                role="与会人员",
                kind="collective",
                statements=(Statement(act="一致认为", text="会议十分及时"),),
            ),
        ),
        "action_points": (
            ActionPoint(
                number=1,
                text="各学院要在聘任后组织一次集中培训",
                owner="各学院",
                due=dt.date(2023, 12, 1),
                raised_by="鲍清远",
            ),
            ActionPoint(
                number=2,
                text="完成首批教学信息员选聘,并报送名单",
                owner="教务处",
                owner_person="柏舟",
                cooperating=("学生工作处", "各学院"),
                due_text="月底前",
                state="in hand",
            ),
            ActionPoint(number=4, text="提高政治站位,践行使命担当", raised_by="闻人溪", state="done"),
        ),
        "decisions": (
            Decision(number=1, text="通过期中教学检查方案", result="9票同意,0票反对,0票弃权"),
            Decision(
                number=2, text="设立教学信息员制度,每个班级聘任一名信息员", mover="柏舟", seconder="冷泉"
            ),
        ),
        "agenda": (
            AgendaItem(number="一、", title="期中教学检查方案"),
            AgendaItem(number="二、", title="教学信息员制度"),
        ),
        "cited": (Person(name="席若愚", role="校长"),),
        "body": (
            Block(kind="heading", text="青屿大学召开2023年秋季实验教学工作会议", level=1),
            Block(kind="paragraph", text="11月9日,青屿大学召开秋季实验教学工作会议。"),
            Block(kind="item", text="提高认识", label="(一)", level=1),
            Block(kind="caption", text="图1 会议现场"),
            Block(
                kind="table",
                text="单位\t数量\n教务处\t3",
                cells=(
                    Cell(row=0, column=0, start=0, end=2),
                    Cell(row=0, column=1, start=3, end=5),
                    Cell(row=1, column=0, start=6, end=9),
                    Cell(row=1, column=1, start=10, end=11),
                ),
            ),
        ),
        "source": source(),
        "notes": (Note(kind="year-inferred", message="年份2023由发布时间推断。"),),
        "labels": ("教学", "重点"),
        "revision": 3,
    }
    return Meeting(**(fields | changes))


PRESENT = [
    ("鲍清远", "副院长"),
    ("柏舟", "处长"),
    ("席小川", None),
    ("冷泉", "副处长"),
    ("商陆", None),
    ("白芷", None),
    ("黎问渠", "系主任"),
    ("程致和", "系主任"),
    ("乔木", "教研室主任"),
    ("张素心", "教研室主任"),
]


def english(**changes) -> Meeting:
    fields = {
        "id": 7,
        "title": "Millbrook Town Council: Regular Meeting",
        "kind": "minutes",
        "language": "en",
        "date": dt.date(2024, 3, 12),
        "start_time": "19:00",
        "end_time": "20:45",
        "place": "Council Chambers, 200 Mill Street",
        "organisation": "Millbrook Town Council",
        "chair": Person(name="Alma Quill", role="Mayor"),
        "recorder": Person(name="Jon Fenwick", role="Town Clerk"),
        "attendance": Attendance(
            present=(
                Person(name="Alma Quill", role="Mayor"),
                Person(name="Teodor Mason-Reid", role="Councillor"),
                Person(name="Priya O'Neil", role="Councillor"),
            ),
            in_attendance=(Person(name="Gordon Pike", role="Town Manager"),),
            absent=(Person(name="Owen Hollis", role="Councillor"),),
        ),
        "agenda": (
            AgendaItem(number="1", title="Minutes of the previous meeting"),
            AgendaItem(number="2", title="Street trees"),
            AgendaItem(number="3", title="Snow removal contract"),
        ),
        "speakers": (
            Speaker(
                name="Gordon Pike",
                role="Town Manager",
                statements=(
                    Statement(
                        act="reported",
                        text="that 140 trees were planted; see https://trees.example/map for a map",
                    ),
                    Statement(act="noted", text="the cost of overtime rose by 3:1 *net* <b>of</b> refunds"),
                ),
            ),
        ),
        "decisions": (
            Decision(
                number=1,
                text="approve the minutes of February 27, 2024 as corrected",
                mover="Priya O'Neil",
                seconder="Teodor Mason-Reid",
                result="carried 3-0",
            ),
            Decision(
                number=2,
                text="award the snow removal contract to Bluestone Services",
                mover="Teodor Mason-Reid",
                seconder="Priya O'Neil",
                result="carried 2-1",
            ),
        ),
        "action_points": (
            ActionPoint(
                number=1,
                text="Post the planting map on the town website",
                owner="staff",
                due=dt.date(2024, 3, 29),
            ),
            ActionPoint(
                number=2,
                text="Provide a summary of overtime costs",
                owner="Town Manager",
                owner_person="Gordon Pike",
            ),
        ),
        "body": (Block(kind="heading", text="Millbrook Town Council", level=1),),
        "source": source("minutes.docx"),
    }
    return Meeting(**(fields | changes))
