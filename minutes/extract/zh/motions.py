"""What a sentence decides without a decision's verb before it: motions carried, elections, 经协商, ..."""

import re
from itertools import pairwise

from minutes.extract.zh.sentences import Clause, Sentence

MOVED = re.compile("动议|提议|倡议|提案")
SECONDED = re.compile("和议|附议|赞成提议|复议通过")
CARRIED = re.compile(
    "(?:获|经|以|由|全票|一致|表决|动议|提案|无人反对|多数|投票)[^,;\u3002]{0,20}?(?:通过|赞成|同意)\\Z|\\d{1,5}票|票(?:赞成|反对|弃权)|全票"
)
ELECTED = re.compile(
    "[^,;:\u3002]{2,60}?(?:全票|高票|成功|再次|连续|分别|共同)?(?:当选|连任)(?:为|了)?(?!率|的|后|者|人|时|名单|结果)"
)
BALLOT = re.compile("选举|投票|表决|推选|票选|票决|换届|选出|计票")
AFTER = re.compile(
    "经(?!营|济|费|理|常|历|验|手)[^,;:\u3002]{0,24}?(?:协商|研究|讨论|商议|会商|商量|商讨|合议|评议|审议|表决|投票|议定|商定)(?:后|一致|决定|认定|同意)?\\Z"
)
# What can only be a decision: a date, a sum, a way of doing something is fixed.
STATED = re.compile(
    "定[为于在名点]|改(?:为|由|成|在|到|用)|调整(?:为|到|至)|统一(?:采用|使用|为|按|执行|改)|采用|沿用|执行[^,;\u3002]{0,10}(?:标准|办法|规定)|按[^,;\u3002]{1,24}?(?:执行|计算|计入|收取|发放|核算|结算|计费)|为准|"
    "控制在|不超过|列支|支出|顺延|延长[至到]|延期[至到]|延后|推迟[至到]|提前[至到]|起(?:正式)?(?:实行|执行|试行|施行|实施|启用|生效|推行)|分[^,;\u3002]{1,4}(?:批|步|期|阶段|组|片)(?:进行|实施|推进|开展)|聘任|任命|"
    "增补|免去|设立|成立|授权|(?:担任|出任|兼任|执教|任)[^,;\u3002]{0,12}\\Z|(?:费用|资金|经费)[^,;\u3002]{0,6}由[^,;\u3002]{2,16}(?:承担|负担|解决|支付)|不再|取消|保留|维持|试[行点]|从[^,;\u3002]{2,16}(?:中)?(?:安排|解决|支付|开支)"
)
ASKED = re.compile("要|须|应当?|必须|务必|负责|牵头|前完成|请|尽快|抓紧|立即")
LABELLED = re.compile("责任(?:人|部门|单位|科室|领导)|完成时[限间]|牵头|负责|[落承]实单位|承办")
NO_RESULT = re.compile(
    "认为|指出|表示|提出|发现|强调|要求|建议|希望|了解|反映|介绍|统计|测算|感到|大家|通报|未能|没有|尚未|暂不|暂缓|暂未|[?]|是否"
)
ANNOUNCES = re.compile("如下|以下|下列")


def moved(flat: str, sentence: Sentence) -> tuple[int, int] | None:
    """甲动议,乙附议,接纳第二号标书,获全体通过: what was carried."""
    if not SECONDED.search(flat, sentence.start, sentence.end):
        return None
    clauses = sentence.clauses
    second = _first(flat, clauses, SECONDED)
    carried = _last(flat, clauses, CARRIED)
    if second is None or carried is None or carried <= second or _first(flat, clauses, MOVED) is None:
        return None
    words = [one for one in clauses[second + 1 : carried + 1] if not CARRIED.search(flat, one.start, one.end)]
    if words:
        return words[0].start, words[-1].end
    motion = clauses[_first(flat, clauses, MOVED) or 0]
    found = MOVED.search(flat, motion.start, motion.end)
    return (found.end(), motion.end) if found and motion.end - found.end() > 1 else None


def elected(flat: str, sentence: Sentence) -> int | None:
    """经投票表决,甲、乙当选为理事: where the decision begins."""
    if not BALLOT.search(flat, sentence.start, sentence.end):
        return None
    return next((one.start for one in sentence.clauses if ELECTED.match(flat, one.start, one.end)), None)


def settled(flat: str, sentence: Sentence) -> int | None:
    """经协商,本月计量以实测收方为准: what follows 经协商 where nobody merely says so."""
    if ANNOUNCES.search(flat, sentence.start, sentence.end):
        return None
    for after, following in pairwise(sentence.clauses):
        start = next((place for place in _markers(flat, after) if AFTER.match(flat, place, after.end)), None)
        if start is not None and not NO_RESULT.search(flat, following.start, following.end):
            return following.start
    return None


def _markers(flat: str, clause: Clause) -> list[int]:
    """Where 经 stands, at the start or behind an enumerator or 会上."""
    place = flat.find("经", clause.start, min(clause.end, clause.start + 8))
    return [place] if place >= 0 else []


def _first(flat: str, clauses: tuple[Clause, ...], pattern: re.Pattern[str]) -> int | None:
    return next(
        (number for number, one in enumerate(clauses) if pattern.search(flat, one.start, one.end)), None
    )


def _last(flat: str, clauses: tuple[Clause, ...], pattern: re.Pattern[str]) -> int | None:
    found = [number for number, one in enumerate(clauses) if pattern.search(flat, one.start, one.end)]
    return found[-1] if found else None


def states(flat: str, start: int, end: int, *, whole: bool = False) -> bool:
    """Whether these words fix something (定为, 调整到, 列支) and ask nobody for anything."""
    stop = (
        end
        if whole
        else next(
            (place for place in (flat.find(mark, start, end) for mark in ",;\u3002") if place >= 0), end
        )
    )
    asked = ASKED.search(flat, start, stop) or LABELLED.search(flat, start, end)
    return bool(STATED.search(flat, start, stop)) and not asked
