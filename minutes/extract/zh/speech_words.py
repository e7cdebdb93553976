"""Words that tell whether a clause begins somebody's words, goes on with them or ends them."""

import re

OWN_WORDS = re.compile("的(?:开场白|发言|一席话|一番话|话|讲述|提问|建议|感慨|介绍)(?!稿|人)")
UNIT_ACT = re.compile(
    "汇报|通报|介绍|传达|解读|说明|反馈|反映|布置|部署|表态|发言|分享|交流|报告|强调|要求|指出|提出|宣读|点评|答复|回应|表示|认为|陈述|述职|建议|意见|讲解|演示|展示|补充|坦言|提到|谈到|解释|解答|回答|承诺"
)
# The state's leaders are cited in reports of this kind, they do not speak there.
LEADER = re.compile("总书记|国家主席|国务院总理|中央领导")
# 居民代表李静第一个发言。 behind a quotation: the quotation is hers.
ALONE = frozenset({"发言", "提问", "感慨", "感叹", "回答", "补充"})
CHAIRS = re.compile("(?:先后|分别)?主持(?!会议并)")
JOINED = re.compile("并|同时|还|且|会上|最后|随后|接着")
# 主席裁示, 院长要求: an office without a name speaks by these right behind it.
RULES = re.compile("裁示|指示|强调|指出|要求|宣布|表示|提出|总结")
