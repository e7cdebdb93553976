"""What the notes of a Chinese record say: a record's notes are in the record's language."""

SENTENCES = {
    "no-meeting": "文中没有发现会议\uff0c请核对是否为会议报道",
    "year-inferred": "会议日期未写年份\uff0c据{reason}推定为{year}年",
    "no-year": "会议日期没有年份\uff0c文中也找不到推定的依据",
    "conflicting-years": "年份的依据不一致\uff1a据{reason}为{year}年\uff0c据{why}为{other}年",
    "weekday-conflict": "文中写的星期与{date}\uff08星期{weekday}\uff09不符",
    "published-before": "发布日期{published}早于会议日期{date}",
    "damaged-date": "日期“{words}”有缺字\uff0c可能是{likely}",
    "organisation-replaced": "“{words}”像是被篡改的单位名称\uff08广告或博彩网站\uff09\uff0c单位未填",
    "count-mismatch": "“{words}”提到{announced}项\uff0c实际找到{found}项",
    "pronoun-conflict": "{name}在文中既称“他”又称“她”",
    "two-people-one-surname": "文中有多位姓{family}的人\uff08{names}\uff09\uff0c“{words}”未能确定是谁",
    "unresolved-name": "“{words}”只有姓氏和职务\uff0c文中没有全名",
    "deputy-written-fu": "“{words}”中的“付”按“副”理解",
    "second-chair": "会议由{names}先后主持\uff0c主持人取第一位",
    "repeated-paragraph": "有{count}个段落重复出现\uff0c只取一次",
    "lost-characters": "文中有缺失的字符\uff08?\uff09\uff0c请核对原文",
    "two-titles": "{name}在文中有不同职务\uff1a{roles}",
    "stage-failed": "提取“{stage}”时出错\uff08{problem}\uff09\uff0c其余内容不受影响",
    "lexicon-unreadable": "自定义词库无法读取\uff08{problem}\uff09\uff0c已使用内置词库",
    "two-meetings": "一页报道了{count}次会议\uff0c分别建档\uff0c这是第{number}次",
    "quorum-mismatch": "应到{expected}人\uff0c实到{actual}人",
    "absent-listed": "{name}同时列在出席和请假名单中",
    "person-and-caption": "图片说明中提到的{name}未在正文出现",
}


def say_zh(kind: str, **values: object) -> str:
    """The sentence of this kind of note."""
    return SENTENCES[kind].format_map(values)
