"""Whether a text reports a meeting at all: people speak in novels, interviews and news of other kinds too."""

import re

from minutes.extract.zh.owners import owners_of
from minutes.extract.zh.reading import Reading

SIGN = re.compile(
    "会议|大会|全会|例会|年会|座谈|研讨|恳谈|论坛|会商|会上|会后|会前|会中|与会|参会|到会|赴会|列席|召开|主持(?!人?家|国|省|课题|项目)|纪要|会议记录|议程|议题|议案|提案|审议|表决|"
    "决议|议事|班会|党课|党日|党会|[习活判调署员结价进讲训谈流访证报职评布治务季月周度长团联碰头](?:会|会议)(?=[,。;:\u201d\u300b)]|上|召|举|由|在|于)|"
    "开会|散会|活动记录|教研|备课|讨论(?:会|了)|交流会|学习(?:会|研讨)|调度会|茶话会|听证|授课|讲座|培训|(?:签约|揭牌|启动|开幕|开班|颁奖|授牌|捐赠|结业|毕业|开学)(?:仪式|典礼)|说明会|家长会|晨会|早会|夕会|周会|站会|复盘"
)

# What officials do at meetings, and people elsewhere hardly do.
OFFICIAL = re.compile(
    "强调|指出|传达|部署|汇报|通报|讲话|总结|点评|解读|宣读|致辞|布置|述职|表态|领学|发言|肯定|提出[^,。;]{0,10}(?:要求|意见|希望)|要求[,:]|安排了"
)
REACH = 24
TELLING = frozenset({"chair", "recorder", "present", "in_attendance", "absent", "topic", "end"})


def reports_a_meeting(reading: Reading) -> bool:
    """Whether any word of meetings stands in the title or the text, the labels are a record's, or officials speak."""
    labelled = any(one.key in TELLING for one in reading.labels)
    words = SIGN.search(reading.title or "") or SIGN.search(reading.document.text)
    return bool(labelled or words or _officials_speak(reading))


def _officials_speak(reading: Reading) -> bool:
    """校长李明强调, 人事处汇报了: somebody with an office, or a unit, right before such a verb."""
    tail = owners_of(reading.lexicon).tail
    return any(
        OFFICIAL.search(reading.flat, one.end, one.end + REACH)
        for one in reading.mentions.found
        if one.title or one.family or (one.entry and one.entry.roles)
    ) or any(
        tail.search(reading.flat, max(0, one.start() - REACH), one.start())
        for one in OFFICIAL.finditer(reading.flat)
    )
