"""The places of a record as people name them, and values as people type them: 主持, 督办事项.0.责任人; 2023年10月18日, 纪要."""

from typing import Any, Final

import msgspec

from archive.query.names import FIELDS, KINDS, STATES, read_backwards
from archive.record import Meeting
from minutes.days import clock_of, day_of
from minutes.messages import say

OTHERS: Final = {
    "organisation": ("org", *FIELDS["org"]),
    "action_points": ("任务", "督办", "督办事项", "行动项"),
    "decisions": ("决定", "决议", "议定事项"),
    "speakers": FIELDS["speaker"],
    "agenda": ("议程",),
    "attendance": ("出席情况",),
    "attendance.present": FIELDS["present"],
    "start_time": ("开始时间",),
    "end_time": ("结束时间",),
    "date": ("日期", "会议日期"),
    "end_date": ("结束日期",),
    "language": ("语言",),
    "name": ("姓名",),
    "text": ("内容",),
    "labels": ("标签",),
    "progress": ("进展",),
    "closed_on": ("办结日期",),
    "due_text": ("期限原文",),
    "count": ("人数",),
}
"""Names of places that queries have not, or have for something else."""

_NAMES: Final = {**read_backwards(FIELDS), **read_backwards(OTHERS)}
_KINDS: Final = read_backwards(KINDS)
_STATES: Final = {
    other: "in hand" if name == "hand" else name for other, name in read_backwards(STATES).items()
}


def named(path: str) -> str:
    """The dotted path in the record's own names; a name that nobody knows stays."""
    return ".".join(
        step if step.isascii() and step != "org" else _NAMES.get(step, step) for step in path.split(".")
    )


def label(path: str) -> str:
    """The dotted path in the user's language; `named` reads it."""
    labels = {
        "title": say("title"),
        "kind": say("kind"),
        "date": say("date"),
        "end_date": say("end_date"),
        "start_time": say("start_time"),
        "end_time": say("end_time"),
        "place": say("place"),
        "organisation": say("organisation"),
        "topic": say("topic"),
        "number": say("number"),
        "chair": say("chair"),
        "recorder": say("recorder"),
        "attendance": say("attendance"),
        "speakers": say("speakers"),
        "action_points": say("action_points"),
        "decisions": say("decisions"),
        "agenda": say("agenda"),
        "owner": say("owner"),
        "due": say("due"),
        "state": say("state"),
        "text": say("text"),
        "name": say("name"),
        "role": say("role"),
        "labels": say("labels"),
        "language": say("language"),
        "progress": say("progress"),
        "closed_on": say("closed_on"),
        "due_text": say("due_text"),
        "count": say("count"),
    }
    return ".".join(labels.get(step, step) for step in path.split("."))


def read(path: str, value: Any) -> Any:
    """The value as the record writes it, where it can be read as what belongs at the place; else as it was typed."""
    if not isinstance(value, str):
        return value
    kind = type_at(path)
    if isinstance(kind, msgspec.inspect.DateType):
        return day_of(value) or value
    if isinstance(kind, msgspec.inspect.StrType) and kind.pattern:
        return clock_of(value) or value
    if isinstance(kind, msgspec.inspect.LiteralType):
        return (_KINDS if "news" in kind.values else _STATES).get(value, value)
    return value


def wanted(path: str) -> str:
    """What belongs at the place, in words."""
    kind = type_at(path)
    if isinstance(kind, msgspec.inspect.LiteralType):
        return say("it is one of {choices}", choices=", ".join(map(str, kind.values)))
    if isinstance(kind, msgspec.inspect.StructType):
        return say("it has parts: {parts}", parts=", ".join(one.name for one in kind.fields))
    if isinstance(kind, msgspec.inspect.StrType) and kind.pattern:
        return say("it is a time of day like 09:30")
    others: dict[Any, str] = {
        msgspec.inspect.DateType: say("it is a day like 2023-09-04"),
        msgspec.inspect.IntType: say("it is a whole number"),
        msgspec.inspect.VarTupleType: say('it is a list like ["A", "B"]'),
    }
    return others.get(type(kind), say("it is text"))


def type_at(path: str) -> Any:
    """The type that msgspec finds at the place, None where the record has no such place."""
    kind: Any = msgspec.inspect.type_info(Meeting)
    for step in path.split("."):
        kind = _inside(_given(kind), step)
    return _given(kind)


def _given(kind: Any) -> Any:
    """The type without null."""
    if not isinstance(kind, msgspec.inspect.UnionType):
        return kind
    return next(one for one in kind.types if not isinstance(one, msgspec.inspect.NoneType))


def _inside(kind: Any, step: str) -> Any:
    if isinstance(kind, msgspec.inspect.VarTupleType):
        return kind.item_type
    fields = kind.fields if isinstance(kind, msgspec.inspect.StructType) else ()
    return next((one.type for one in fields if one.name == step), None)
