"""Texts that report no meeting: nobody speaks in them, nothing is to be done, and the record says so."""

import pytest
from paper import notes, read

TEXTS = {
    "novel": "天色暗下来的时候,船终于靠了岸。老周把缆绳系在木桩上,回头看了一眼儿子。“走吧,”他说,“你娘该等急了。”儿子没有应声,只是把鱼篓换到另一只肩上。村口的灯亮着,狗叫了两声,又安静下去。林家的窗户里有人影一晃,接着传来咳嗽的声音。",
    "price list": "品名 规格 单价\n苹果 500克 6.80元\n鸡蛋 一盒30枚 25.90元\n大米 10公斤 68.00元\n食用油 5升 79.90元\n以上价格自即日起执行,如有调整以店内公示为准。",
    "recipe": "番茄炒蛋的做法:番茄两个切块,鸡蛋三个打散加少许盐。锅烧热后倒油,油温六成热时倒入蛋液,凝固后盛出。再放番茄炒软出汁,加一勺糖,倒回鸡蛋翻匀即可。注意火不要太大,出锅前撒葱花。",
    "statute": "第一条 为了规范档案管理,制定本办法。\n第二条 本办法所称档案,是指过去和现在的机关、团体、企业事业单位从事各项活动直接形成的对国家和社会具有保存价值的各种文字、图表、声像等不同形式的历史记录。\n第三条 各级人民政府应当加强档案工作,把档案事业列入国民经济和社会发展规划。\n第四条 单位和个人不得损毁、涂改、伪造档案。",
    "poem": "风从山那边来\n带着松针的气味\n我们坐在石头上\n看云把影子放下又收起\n谁也没有说话\n只有溪水在讲它自己的事",
    "weather": "预计今天夜间到明天白天,我市以多云天气为主,局部有小雨,最低气温12度,最高气温19度,偏北风三到四级。后天起冷空气影响结束,气温回升。请市民注意添衣,外出携带雨具。",
    "product": "这款台灯采用无级调光设计,色温在2700到6500开之间可调。灯臂可以三段折叠,底座内置无线充电模块。标准装含适配器一个、说明书一份。自签收之日起七天内如有质量问题可以退换,整机保修两年。",
    "match": "昨晚的比赛上半场双方互交白卷。第63分钟,客队前锋接队友传球推射远角得手,1比0。主队随后大举压上,补时阶段由替补中场头球扳平。这场平局让两队继续排在积分榜第五和第六位。",
    "notice": "因管道检修,幸福路以西部分小区将于周六上午八点至下午四点停水。请居民提前储水。停水期间如恢复供水,水质可能短时发黄,放水几分钟后即可正常使用。给您带来不便,敬请谅解。",
    "encyclopaedia": "银杏为落叶乔木,高可达40米。叶扇形,秋季变黄。雌雄异株,花期四月,种子九月至十月成熟。木材轻软,可作家具。树龄长,常见于寺庙与行道,是我国特有的树种之一,野生种群仅见于少数山地。",
    "travel": "第三天我们去了古镇。清早的石板路湿漉漉的,卖豆花的老人刚支起摊子。朋友说这里二十年前还没有公路,要坐半天的船。中午在河边吃了一碗面,下午继续往南走,傍晚到了山脚下的客栈。",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_nobody_speaks_and_nothing_is_to_be_done(text):
    meeting = read(text, published="2024-05-01")
    assert not meeting.speakers
    assert not meeting.action_points
    assert not meeting.decisions
    assert meeting.chair is None
    assert not meeting.attendance.present


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_the_record_says_that_no_meeting_was_found(text):
    assert "no-meeting" in notes(read(text))


PEOPLE_TALK = {
    "interview": "“我从小就喜欢木工。”王师傅说。他告诉记者,做一把椅子要二十道工序。徒弟小李表示,要把手艺传下去。记者问他累不累,他笑着说:“不累。”",
    "visit": "3月5日,副市长王静到青山社区。她走进居民家中,详细询问了老人的生活情况,要求社区多上门看看,并送上慰问品。",
    "sports": "3月5日,全国锦标赛在江城体育馆举行。教练王静表示,队员们发挥出色,下一场要更专注。李明以3比1击败对手。",
    "dialogue": "王静推开门,李明正坐在窗前。“你要走了?”她问。“明天一早。”李明说,“要是下雨,就再等一天。”老张提着灯走进来,说:“都早点睡,明天还要赶路。”",
    "bridge": "3月5日,江城铁路桥合龙。桥长1200米,由江城桥梁公司承建。项目经理王静介绍,大桥将于年底通车,各标段要按期完工。",
    "diary": "3月5日 晴。今天老师带我们去植树。张老师说,要把坑挖深一点。我和王静一组。回家的路上,我要求妈妈也种一棵。",
    "crime": "3月5日,江城市公安局破获一起诈骗案。办案民警王静介绍,犯罪嫌疑人以投资为名骗取财物。警方提醒,市民要提高警惕,不要轻信陌生来电。",
    "launch": "新款扫地机器人上市:产品经理王静表示,要让每个家庭都用得上。支持语音控制,续航三小时,售价2999元。",
    "contract": "甲方:江城公司 乙方:王静\n第一条 乙方应按时完成工作。第二条 甲方须于每月10日前支付报酬。第三条 双方应友好协商。",
    "life": "王静,女,1970年3月生,教授。现任江城大学副校长。主持国家级课题3项,负责学校科研工作。",
}


@pytest.mark.parametrize("text", PEOPLE_TALK.values(), ids=PEOPLE_TALK.keys())
def test_where_people_talk_but_nobody_met_the_record_has_no_speakers(text):
    meeting = read(text, published="2024-05-01")
    assert not meeting.speakers
    assert not meeting.action_points
    assert not meeting.decisions
    assert meeting.chair is None
    assert not meeting.attendance.present
    assert "no-meeting" in notes(meeting)
