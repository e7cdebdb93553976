"""The set sentences of Chinese minutes and what they mean (GENRE: three explainers agree): a record's words are put into them."""

import re
from typing import Final

from archive.record import ActionPoint, Speaker, Statement
from minutes.writers.words import Words

_COMMA: Final = "\uff0c"
_COLON: Final = "\uff1a"
_SEMICOLON: Final = "\uff1b"
_STOP: Final = "。"
_ENDS: Final = "。\uff01\uff1f!?\u2026"
_LOOSE: Final = "\uff0c\uff1b\uff1a\u3001,;:. "
_STOPS: Final = re.compile("(?<=[。\uff01\uff1f])")

# The verb of a person becomes the meeting's own, by its force: judgement, fact, stress, demand.
_OF_THE_MEETING: Final = {
    "认为": "会议认为",
    "指出": "会议指出",
    "强调": "会议强调",
    "要求": "会议要求",
    "明确": "会议明确",
    "希望": "会议希望",
    "号召": "会议号召",
    "提出": "会议要求",
    "部署": "会议要求",
    "安排": "会议要求",
}
# What was on the table is heard; the noun follows the verb as written.
_HEARD: Final = ("汇报", "通报", "介绍", "报告", "说明", "解读", "总结", "传达")
_CONVEYED: Final = ("传达", "学习", "宣读")
_DEMAND: Final = re.compile("[一二三四五六七八九十]?[要须是]|必须|应|需|务必|首先|第[一二三四五]")
_FRAGMENT: Final = re.compile("^[^\uff0c。\uff1b\uff1a,;:!?]{2,40}$")


def heard(speaker: Speaker, statement: Statement) -> str:
    """A statement as minutes report it."""
    if statement.relayed_from:
        return _relayed(statement)
    if speaker.kind == "collective":
        return f"{speaker.name or speaker.role or '与会人员'}{statement.act}{_COMMA}{ended(statement.text)}"
    verb = next((verb for verb in _OF_THE_MEETING if verb in statement.act), None)
    if verb:
        return f"{_OF_THE_MEETING[verb]}{_COMMA}{ended(statement.text)}"
    return _on_the_table(speaker, statement)


def _relayed(statement: Statement) -> str:
    """Words of somebody who was not there."""
    who, text = statement.relayed_from, ended(statement.text)
    if any(verb in statement.act for verb in ("指出", "强调", "要求")):
        return f"会议传达{_COMMA}{who}{statement.act}{_COMMA}{text}"
    return f"会议传达了{who}的意见{_COLON}{text}"


def _on_the_table(speaker: Speaker, statement: Statement) -> str:
    who = f"{speaker.organisation or ''}{speaker.role or ''}{speaker.name or ''}"
    text = statement.text.strip().removeprefix("了")
    if any(verb in statement.act for verb in _CONVEYED) and not _DEMAND.match(text):
        return f"会议传达学习了{ended(text)}"
    noun = next((noun for noun in _HEARD if noun in statement.act), "发言")
    if _FRAGMENT.match(text) and noun != "发言":
        return f"会议听取了{who}关于{text}的{noun}{_STOP}"
    return f"会议听取了{who}的{noun}{_COLON}{ended(text)}"


def ended(text: str) -> str:
    """`text` as whole sentences: loose marks at its end become a full stop."""
    text = " ".join(text.split("\n")).strip()
    if text.endswith(tuple(_ENDS)) or (text[-1:] in "\u201d\uff09" and text[-2:-1] in _ENDS):
        return text
    return text.rstrip(_LOOSE) + _STOP


def concluded(text: str) -> tuple[str, str]:
    """The first sentence and the others."""
    first, _, rest = _STOPS.sub("\n", ended(text)).partition("\n")
    return first, rest.replace("\n", "")


def asked(point: ActionPoint, words: Words) -> str:
    """Who has to see to it and by when, in brackets; nothing where the record does not say."""
    due = words.day(point.due) if point.due else point.due_text
    given = {
        "责任单位": point.owner if point.owner != point.owner_person else None,
        "责任人": point.owner_person,
        "配合单位": words.names(list(point.cooperating)),
        "完成时限": due,
    }
    said = _SEMICOLON.join(f"{label}{_COLON}{value}" for label, value in given.items() if value)
    return f"\uff08{said}\uff09" if said else ""
