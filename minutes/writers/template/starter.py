"""A template to begin with: every field once, with a word on what it is, in the look of a profile."""

from collections.abc import Iterator, Mapping
from typing import Final

from minutes.writers.paper import Grid, Line, Paper, Part, Properties, Run, Style, labelled, line
from minutes.writers.word import write_word
from minutes.writers.word.looks import LOOKS
from minutes.writers.words import Words

_FACTS: Final = {
    "time": "when",
    "place": "place",
    "organisation": "organisation",
    "topic": "topic",
    "number": "number",
    "chair": "chair",
    "recorder": "recorder",
}
_ACTION: Final = ("number", "text", "owner", "due", "state")
_REPORT: Final = "report"  # the one profile for both languages
_NOTE: Final = {
    True: "以下是模板。双花括号中的字段由记录填写，百分号中的是循环和条件，这一段不会印出。版式可以随意修改。",
    False: "This is a template. Fields in double braces are filled from the record, those in per cent signs are loops and conditions; this paragraph is not printed. Change the layout as you like.",
}


def starter(profile: str, language: str = "zh") -> bytes:
    """The template as .docx, in the look of `profile`; `language` is that of the profile `report`."""
    name = f"{profile}-{language}" if profile == _REPORT else profile
    words = Words("zh" if LOOKS[name].chinese else "en")
    title = words("untitled")
    about = Properties(title=title, language="zh-CN" if words.chinese else "en")
    known = LOOKS[name].shapes
    parts = tuple(_in_look(part, known) for part in _parts(words, formal="mark" in known))
    return write_word(Paper(name, about, parts))


def _in_look(part: Part, known: Mapping[str, object]) -> Part:
    """The part in a style that the look has."""
    if not isinstance(part, Line) or part.style in known:
        return part
    style: Style = "body"
    return Line(style, part.runs, label=part.label)


def _parts(words: Words, *, formal: bool) -> Iterator[Part]:
    yield line("body", f"{{#p {_NOTE[words.chinese]} #}}")
    if formal:
        yield line("mark", "{{ organisation }}会议纪要")
        yield from _if("number", line("ruled", "{{ number }}"))
    yield line("title", "{{ title }}")
    for key, name in _FACTS.items():
        yield from _if(name, labelled("fact", words(key), f"{{{{ {name} }}}}"))
    for name in ("present", "absent", "in_attendance"):
        yield from _if(name, labelled("attendance", words(name), _joined(name, words)))
    yield from _if("speakers", _head(words("statements")), *_speakers(words))
    yield from _if(
        "decisions", _head(words("decisions")), *_loop("decision", "decisions", "{{ decision.text }}")
    )
    yield from _if("actions", _head(words("actions")), _actions(words))


def _head(text: str) -> Line:
    return Line("heading1", (Run(text),), number=None)


def _if(name: str, *parts: Part) -> Iterator[Part]:
    yield line("body", f"{{%p if {name} %}}")
    yield from parts
    yield line("body", "{%p endif %}")


def _loop(one: str, many: str, text: str) -> Iterator[Part]:
    yield line("body", f"{{%p for {one} in {many} %}}")
    yield line("body", text)
    yield line("body", "{%p endfor %}")


def _joined(name: str, words: Words) -> str:
    between = "\u3001" if words.chinese else ", "
    return f"{{% for person in {name} %}}{{{{ person.shown }}}}{{% if not loop.last %}}{between}{{% endif %}}{{% endfor %}}"


def _speakers(words: Words) -> Iterator[Part]:
    colon = words.colon("")
    yield line("body", "{%p for speaker in speakers %}")
    yield Line("body", (Run("{{ speaker.shown }}", strong=True),))
    yield line("body", "{%p for statement in speaker.statements %}")
    yield line("body", f"{{{{ statement.act }}}}{colon}{{{{ statement.text }}}}")
    yield line("body", "{%p endfor %}")
    yield line("body", "{%p endfor %}")


def _actions(words: Words) -> Grid:
    header = tuple(words(key) for key in ("No.", "action", "owner", "due", "state"))
    fields = tuple(f"{{{{ action.{name} }}}}" for name in _ACTION)
    rows = (("{%tr for action in actions %}", "", "", "", ""), fields, ("{%tr endfor %}", "", "", "", ""))
    return Grid(header, rows, (8, 44, 20, 16, 12), words("actions"))
