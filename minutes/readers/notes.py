"""What readers skip or guess, collected while reading and worded in the record's language at the end."""

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from archive.record import Note
from minutes.readers.normalise import Cleaner

# kind: (Chinese, English). Word and page readers add theirs here, so that one place words all of them.
SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "characters-removed": (
        "去掉了{count}个不可见字符或控制字符。",
        "{count} invisible or control characters were taken out.",
    ),
    "hidden-text": (
        "网页中有{count}处隐藏的文字\uff0c未收入正文。",
        "{count} pieces of hidden text on the page were left out.",
    ),
    "other-format": (
        "文件名像Word文档\uff0c内容是{format}\uff0c已按{format}读取。",
        "The name is that of a Word file, the content is {format} and was read as such.",
    ),
    "pictures-left": (
        "有{count}幅图片因过大或过多未保存。",
        "{count} pictures were too large or too many and were not kept.",
    ),
    "hidden-shown": (
        "网页大部分文字处于折叠或隐藏状态\uff0c已照常收入正文。",
        "Most of the page's text is folded or hidden; it was taken in all the same.",
    ),
    "deep-nesting": (
        "网页元素嵌套超过{depth}层\uff0c深处的版式未保留\uff0c文字已保留。",
        "The page nests elements more than {depth} deep; the text is kept, the layout below is not.",
    ),
    "markup-unclosed": (
        "网页末尾有未结束的标签或注释\uff0c其后{count}个字符未读。",
        "A tag or comment never ends; the {count} characters after it were not read.",
    ),
    "characters-lost": (
        "有{count}个字符无法辨认。",
        "{count} characters are illegible.",
    ),
    "title-too-long": (
        "标题超过{limit}个字符\uff0c已作为段落保留。",
        "The title is longer than {limit} characters and was kept as a paragraph.",
    ),
    "bytes-lost": (
        "有{count}处无法按{encoding}解码。",
        "{count} places could not be decoded as {encoding}.",
    ),
    "wrong-label": (
        "网页声明的编码是{label}\uff0c实际按{encoding}解码。",
        "The page names the encoding {label} but was decoded as {encoding}.",
    ),
    "unknown-label": (
        "网页声明的编码{label}不可用\uff0c未予采用。",
        "The page names an encoding that is not in use ({label}); it was ignored.",
    ),
    "mixed-encoding": (
        "网页中有{count}个字节不是UTF-8\uff0c已另行解码\uff0c其中{lost}处无法辨认。",
        "{count} bytes of the page were not UTF-8 and were decoded apart; {lost} places stay unknown.",
    ),
    "unaccepted-changes": (
        "文中有未接受的修订(插入{inserted}处\uff0c删除{deleted}处)\uff0c按接受后的文字读取。",
        "There are unaccepted changes (insertions: {inserted}, deletions: {deleted}); the text is read as if accepted.",
    ),
    "external-targets": (
        "文件引用{count}个外部目标\uff0c均未打开\uff1a{targets}。",
        "The file refers to {count} external targets, none of which was opened: {targets}.",
    ),
    "comments": ("有{count}条批注未收入正文。", "{count} comments were left out."),
    "word-hidden-text": ("有{count}处隐藏文字未收入正文。", "{count} pieces of hidden text were left out."),
    "text-boxes": (
        "有{count}个文本框\uff0c其文字放在所在段落之后。",
        "The text of {count} text boxes stands after the paragraphs they hang on.",
    ),
    "footnotes": (
        "有{count}条脚注或尾注\uff0c放在正文之后。",
        "{count} footnotes or endnotes stand after the text.",
    ),
    "embedded-objects": (
        "有{count}个嵌入对象(附件、图表等)未读取。",
        "{count} embedded objects (files, charts) were not read.",
    ),
    "symbols": ("有{count}个符号无法转写。", "{count} symbols could not be transcribed."),
    "dangling-relationships": (
        "文件中有{count}处引用落空\uff0c已忽略。",
        "{count} references inside the file lead nowhere and were ignored.",
    ),
    "unsafe-names": (
        "文件中有{count}个成员的名称指向文件之外\uff0c已忽略。",
        "{count} members of the file have names that lead outside it and were ignored.",
    ),
    "contents": ("目录({count}行)未收入正文。", "The table of contents ({count} lines) was left out."),
    "nested-tables": (
        "表格嵌套{count}层\uff0c内层表格放在外层之后。",
        "Tables are nested {count} deep; inner ones stand after outer ones.",
    ),
    "long-paragraph": ("有一个段落长达{count}字。", "One paragraph has {count} characters."),
    "converted": (
        "旧版Word文件(.doc)\uff0c经LibreOffice转换后读取。",
        "A Word 97-2003 file (.doc), read after conversion by LibreOffice.",
    ),
    "macros": ("文件含有宏\uff0c未读取也未运行。", "The file has macros, which were neither read nor run."),
    "strict-format": (
        "文件为严格的开放XML格式(ISO/IEC 29500 Strict)。",
        "The file is a Strict Open XML document (ISO/IEC 29500).",
    ),
}

_HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_LETTER: Final = re.compile("[A-Za-z]{2,}")


def language_of(text: str) -> Literal["zh", "en"]:
    """The language notes are worded in: Chinese where a Han character stands for every two words of letters."""
    sample = text[:4_000]
    return "zh" if 2 * len(_HAN.findall(sample)) >= max(1, len(_LETTER.findall(sample))) else "en"


@dataclass(slots=True)
class Notebook:
    """Notes without wording yet: a kind of `SENTENCES` and its values."""

    cleaner: Cleaner = field(default_factory=Cleaner)
    entries: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def add(self, kind: str, **values: object) -> None:
        """Remembers a note; `values` fill its sentence."""
        self.entries.append((kind, values))

    def notes(self, language: str) -> tuple[Note, ...]:
        """All notes in `language` ("zh" or "en"), that of the cleaner's count last."""
        entries = list(self.entries)
        if removed := self.cleaner.removed.total():
            entries.append(("characters-removed", {"count": removed}))
        return tuple(_worded(kind, values, language) for kind, values in entries)


def _worded(kind: str, values: dict[str, object], language: str) -> Note:
    sentence = SENTENCES[kind][language != "zh"]
    return Note(kind=kind, message=sentence.format_map(values))
