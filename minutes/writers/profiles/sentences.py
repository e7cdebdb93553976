"""The set sentences of Chinese minutes and what they mean (GENRE: three explainers agree): a record's words are put into them."""

import re
from typing import Final

from archive.record import ActionPoint, Person, Speaker, Statement
from minutes.offices import office
from minutes.writers.words import Words

_COMMA: Final = "\uff0c"
_COLON: Final = "\uff1a"
_SEMICOLON: Final = "\uff1b"
_STOP: Final = "。"
_ENDS: Final = "。\uff01\uff1f!?\u2026"
_LOOSE: Final = "\uff0c\uff1b\uff1a\u3001,;:. "
_LEADS: Final = ("首先", "随后", "并", "还", "同时")
TWO: Final = 2  # characters of most verbs
# patterns that a first look at the words can rule out are compiled when it does not: 0.2 to 0.6 ms each
_ON_A_SUBJECT: Final = ("分别", "逐一", "就", "对", "围绕", "针对", "结合")
_DID: Final = "(?:分别|逐一)?(?:就|对|围绕|针对|结合)[^。]*(?:[作做]了|[作做]出|提出了)"
_SAID: Final = ("召开", "举行", "举办", "主题")
_COUNTED: Final = "一二三四五六七八九十"
_DEMANDS: Final = (
    "要",
    "须",
    "是",
    "必须",
    "应",
    "需",
    "务必",
    "首先要",
    *(f"第{one}" for one in "一二三四五"),
)
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
    "部署": "会议要求",
    "安排": "会议要求",
}
# What was on the table is heard; the noun is the verb as written.
_HEARD: Final = "(?s)(?:首先|随后|接着|最后)?(?P<verb>汇报|通报|介绍|报告|说明|解读|总结)了(?P<what>[^\uff0c。\uff1b\uff1a,;:!?]{2,60})(?P<rest>.*)$"
_CONVEYED: Final = "(?s)(?:首先|随后|接着|最后)?(?:传达学习|传达|学习|宣读)了?(?P<what>.+)$"
_CONVEYING: Final = ("传达", "学习", "宣读")
_CHAIRED: Final = re.compile(
    "(?:会议由)?(?P<who>[^\uff0c,。\uff1b;]{0,40}?)(?:主持(?:召开)?了?(?:本次|此次|这次)?(?:会议)?)(?:并(?:[作做]了?)?(?:总结)?(?:讲话|发言))?[\uff0c,。\uff1b;]?"
)
_REPORT: Final = "^.{0,8}(?:报告|讲话|指示|文件)"


def heard(speakers: list[Speaker], statement: Statement) -> str:
    """A statement as minutes report it; `speakers` are those who made it, one after another."""
    text = statement.text.strip()
    who = "\u3001".join(dict.fromkeys(map(called, speakers))) or "与会人员"
    start = text[:6]  # a word before the verb, the verb, and a sign that it was done
    if any(verb in start for verb in _CONVEYING) and (found := re.match(_CONVEYED, text)):
        return f"会议传达学习了{ended(found['what'])}"
    if "了" in start and (found := re.match(_HEARD, text)):
        reporter = (
            "" if all(one.kind == "collective" for one in speakers) else who
        )  # 会议通报了: nobody's report
        return f"会议听取了{reporter}关于{found['what']}的{found['verb']}{ended(found['rest']) or _STOP}"
    if has_verb(statement):
        return who + ended(text)
    return _after_the_verb(who, speakers[0].kind, statement)


def _after_the_verb(who: str, kind: str, statement: Statement) -> str:
    """Words that follow a verb (指出 ...): the meeting's own words now, save those of a group or of somebody absent."""
    text, verb = ended(statement.text), _set_verb(statement.act)
    if _is_foreign(statement):
        return f"会议传达了{statement.relayed_from}的意见{_COLON}{text}"
    if kind == "collective" or not verb:
        return f"{who}{statement.act}{_COLON if statement.act == '发言' else _COMMA}{text}"
    return f"{verb}{_COMMA}{text}"


def _set_verb(act: str) -> str | None:
    return next((of_meeting for verb, of_meeting in _OF_THE_MEETING.items() if verb in act), None)


def _is_foreign(statement: Statement) -> bool:
    """Whether these are words of somebody who was not there, without saying so themselves."""
    relayed = statement.relayed_from
    return relayed is not None and relayed not in statement.text and not re.match(_REPORT, statement.text)


def has_verb(statement: Statement) -> bool:
    """Whether the words hold their verb (介绍了 ..., 对 ... 提出了批评): then they follow the speaker's name."""
    act, text = statement.act, statement.text
    if not act or text.startswith(_DEMANDS) or (text[:1] in _COUNTED and text[1:2] in _DEMANDS[:3]):
        return False
    if text.startswith(_ON_A_SUBJECT) and re.match(_DID, text):
        return True
    if _set_verb(act):
        return text.startswith((act, *(f"{lead}{act}" for lead in _LEADS)))
    whole = re.escape(act[:TWO]) + ("" if len(act) > TWO else "|[作做]出?了?" + re.escape(act))
    return bool(re.search(whole, text.split("。")[0]))


def called(somebody: Person | Speaker) -> str:
    """Somebody with office before the name, as minutes call people: 院长某某."""
    return office(somebody.organisation, somebody.role) + (somebody.name or "")


def came(text: str, chair: str | None = None) -> str:
    """The sentence on who came, without the clauses on time, subject and chair: minutes have said those; "" where nothing is left."""
    clauses = re.split("(?<=[\uff0c,])", text)
    said = [place for place, clause in enumerate(clauses[:-1], 1) if any(word in clause for word in _SAID)]
    left = [clause for clause in clauses[max(said, default=0) :] if not chairs(clause, chair)]
    return ended("".join(left)) if left else ""


def chairs(words: str, chair: str | None) -> bool:
    """Whether the words say that the chair took the chair, and no more (某某主持会议并讲话)."""
    found = _CHAIRED.fullmatch(words.strip()) if chair else None
    return found is not None and (not found["who"] or found["who"].endswith(chair or ""))


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
