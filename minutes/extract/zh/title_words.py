"""Titles kept apart from the longer words that begin with them: 秘书 is a title, 秘书处 a unit."""

import re

from minutes.extract.zh.lexicon import Lexicon

# What may not follow a title: 代表大会, 会计学院, 电工程序.
PROLONGED = {
    "代表": "队团作会性大处院权",
    "秘书": "处科室组部学",
    "会计": "学系处科部电核从专业信准制基年事室班年政",
    "电工": "程电作业",
    "焊工": "程",
    "工人": "文先",
    "技师": "学",
    "学员": "队",
    "党员": "活大发管突先远",
    "护士": "学站节",
    "医生": "站",
    "记者": "站团协节",
    "编辑": "部室",
    "经理": "部办层",
    "导师": "组制团",
    "演员": "队",
    "居民": "区楼小委会",
    "村民": "小委",
    "家长": "会学委里",
    "业主": "委大",
    "学生": "会工处科部社公宿",
    "委员": "会们",
    "教授": "委工团",
    "专家": "组库委",
    "领导": "班小",
    "主席": "团台",
    "讲师": "团",
    "社工": "站部",
    "志愿者": "队协服",
    "顾问": "团组公",
    "会长": "单会",
    "秘书长": "单",
    "理事": "会单",
    "监事": "会",
    "董事": "会",
    "主管": "部单机",
    "督导": "组室团处检",
    "成员": "单",
    "领队": "会",
    "翻译": "件",
    "助理": "全",
}


def title_core(lexicon: Lexicon) -> str:
    """A pattern for any title, the longest first."""
    words = sorted(set(lexicon.words("titles.core")), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(_kept_apart, words)) + ")"


def _kept_apart(word: str) -> str:
    return re.escape(word) + "".join(f"(?!{char})" for char in PROLONGED.get(word, ""))


def title_prefix(words: tuple[str, ...]) -> str:
    """A pattern for any prefix; without those that are two others (常务副), so that there is one way to read a row."""
    pairs = {one + other for one in words for other in words}
    found = sorted({word for word in words if word not in pairs}, key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, found)) + ")"
