"""Demands that nobody in person must meet: conditions listed below a motion, what "shall be shielded", what was asked to be done."""

import re
from collections.abc import Iterator, Sequence

from minutes.extract.en.cast import Cast
from minutes.extract.en.dues import Calendar
from minutes.extract.en.owners import Owner, owner_of
from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import Sentence
from minutes.extract.en.speech import Said
from minutes.extract.en.tasks import Task, read_task, told_task
from minutes.extract.en.voting import FAILED
from minutes.extract.lazy import lazy

_LISTED = lazy(
    r"\b(?:(?:following|these|with) )?(?:conditions?(?: of approval)?|stipulations?|requirements)\b(?: \w+){0,4}\s?:",
    re.IGNORECASE,
)
_DEED = r"(?!noted|recorded|minuted|excused|allowed|recogni[sz]ed|considered|read\b|approved|adopted|accepted|held\b|closed|opened|taken\b|known|heard|seen\b|charged|affected|required|permitted|expected|delayed|absent|given|made\b|fully|very|more|able|paid\b|used\b|found\b|open\b|funded|due\b|thanked|congratulated|commended|welcomed|honou?red|chaired|replaced|removed from the agenda|tabled|postponed)[a-z]+(?:ed|en|wn|nt|ght|lt|ut|ld|pt|et|de|ne)\b"
_ASKED = lazy(
    rf"\b(?:asked|requested|requests|asks|directed|instructed|ordered) (?:again |also )?(?:that )?(?P<what>(?!(?:whether|if|how|when|why|who|what|which|where|about|for|to|not)\b)(?:the |a |an |all |any |this |these |some |more |survey |future |copies )?[^.;:,]{{2,70}}? (?:should )?(?:not )?be {_DEED})"
)
_SHALL = lazy(
    rf"^\W*(?P<what>(?:The |All |Any |No |Each |Every |A |An |These |This )?[A-Z]?[^.;:,()]{{2,60}}? (?:shall|must|is to|are to|needs? to|should) (?:not |also |all |both |now |only )?be {_DEED})(?! by (?:[A-Z]|the |a ))",
)
_MUST = lazy(
    r"\b(?:(?P<reminds>reminded|reminds) (?P<who>[\w.' ]{2,40}?)|stressed|stresses|emphasi[sz]e[sd]|insisted|insists|reiterated|underlined) that (?P<what>[^.;]{2,80}? (?:must|have to|has to|needs? to|should) [^.;]{3,})"
)  # reminded members that dues must be paid by June 1
_SUBMITTED = r"(?:Reservations?|RSVPs?|Nominations?|Comments?|Articles?|Items?|Orders?|Forms?|Payments?|Applications?|Submissions?|Entries|Reports?|Packets?|Proposals?|Dues|Abstracts?|Photos?|Donations?|Surveys?|Registrations?|Requests?|Bids?|Feedback|Edits|Corrections|Timesheets?|Evaluations?|Papers?|Slides|Copy|Ads|Names)"
_DUE = lazy(
    rf"^\W*(?:All )?{_SUBMITTED}\b[^.;]{{0,60}}? (?:to (?:the |[A-Z])|(?:must|should) be (?:\w+ed|sent|in)\b)"
)
_NEEDED = lazy(
    r"^\W*(?:\w+ ){0,3}(?:[Vv]olunteers|[Hh]elpers) (?:are|is) (?:still |also |urgently )?needed to [a-z]+"
)
_DUTY = lazy(
    r"^\W*(?P<what>(?P<who>(?:All|Every|Each) [^.;,:]{2,60}?|Everyone|Everybody|[A-Z][a-z]+s who [^.;,:]{3,60}?) (?:still |now |also )?(?:have|has) to (?!be |wait|pay more|face|cope|live|travel|drive)[a-z]+)"
)  # Volunteers who were checked by the old vendor have to do it again
_PLEASE = lazy(
    r"(?-i:^\W*(?:Anyone|Anybody|Those|Everyone|Everybody|All|[A-Z][a-z]+s)\b[^,.;:?!]{0,60}, please (?=[a-z]))|^\W*(?:all |everyone,? )?(?:please\b|(?:members|staff|governors|all|everyone|residents|parents|volunteers|councillors|trustees|colleagues)(?:,? are)? (?:please|asked|requested|reminded) to\b)(?! (?:note|credit|refer|find|visit)\b)|\bplease (?=(?:send|let|contact|submit|return|email|complete|ensure|bring|check|report|respond|reply|sign|book|add|update|review|make|pay|fill|forward|share|notify|tell|inform|confirm|provide|register|circulate|keep)\b)",
    re.IGNORECASE,
)
_NOTICE = lazy(
    r"^\W*(?:for (?:more|further|all|any|additional)|to (?:book|order|unsubscribe|subscribe|reserve|join|donate|find out|learn)|if you|should you|with (?:any )?questions|questions\?)\b[^.;]{0,60}\bplease\b",
    re.IGNORECASE,
)  # To book, please email ...: a service to readers
_CALLED = lazy(r"\W*((?:Volunteers|Members|Parents|Residents|Staff|Senators|[A-Z][a-z]+s)\b[^,]*), please")
_ASKING = frozenset({"please", "asked", "requested", "reminded"})
_HINTS = frozenset({"shall", "must", "be", "have", "has", "need", "needs", "should", "due", "needed", "to"})


def listed_conditions(passages: Sequence[Passage], cast: Cast, when: Calendar) -> Iterator[Task]:
    """The items below "approved subject to the following conditions:", each a demand."""
    above = False
    for passage in passages:
        if passage.kind != "item":
            above = bool(_LISTED.search(passage.text)) and not FAILED.search(passage.text)
        elif above and (task := read_task(passage, 0, len(passage.text), cast, when, "condition")):
            yield task


def _reminder(sentence: Sentence, said: Sequence[Said], cast: Cast, when: Calendar) -> Task | None:
    """What members are reminded that they must do; what somebody stresses must be done."""
    must = _MUST.search(sentence.text)
    if must is None or not any(one.verb == sentence.start + must.start() for one in said):
        return None
    start = must.start("what")
    owner = owner_of(must["who"], cast) if must["who"] else _subject(must["what"], cast)
    return told_task(sentence, sentence.start + start, owner, said, when, "reminded")


def _subject(text: str, cast: Cast) -> Owner | None:
    """The owner that opens "all coaches must complete the training"."""
    return owner_of(re.split(r" (?:must|have to|has to|needs? to|should)\b", text)[0], cast)


def _call(sentence: Sentence, said: Sequence[Said], when: Calendar) -> Task | None:
    """As in "Reservations to Jane Roe by June 4", "Volunteers are needed to set up"."""
    if said or not (_DUE.match(sentence.text) or _NEEDED.match(sentence.text)):
        return None
    start = sentence.start + len(sentence.text) - len(sentence.text.lstrip())
    task = told_task(sentence, start, None, (), when, "requested-thing")
    return task if (task.due and task.due.day) or _NEEDED.match(sentence.text) else None


def demanded_in(sentence: Sentence, said: Sequence[Said], cast: Cast, when: Calendar) -> Iterator[Task]:
    """What is to be done, by nobody named: asked that results be shared; lighting shall be shielded."""
    if not sentence.has(_HINTS):
        return
    asked = _ASKED.search(sentence.text)
    if asked and any(one.verb == sentence.start + asked.start() for one in said):
        yield told_task(sentence, sentence.start + asked.start("what"), None, said, when, "requested-thing")
        return
    if task := _reminder(sentence, said, cast, when) or _call(sentence, said, when):
        yield task
        return
    if (duty := _DUTY.match(sentence.text)) and not said:
        owner = owner_of(duty["who"], cast) or Owner(duty["who"].split(" who ")[0])
        yield told_task(sentence, sentence.start + duty.start("what"), owner, said, when, "assigned")
        return
    told = _SHALL.match(sentence.text)
    if told and not said:
        yield told_task(sentence, sentence.start + told.start("what"), None, said, when, "requested-thing")


def pleaded_in(sentence: Sentence, cast: Cast, when: Calendar) -> Iterator[Task]:
    """What a line asks for: Volunteers, please write to the Clerk; not a service offered to readers."""
    if (
        sentence.has(_ASKING)
        and (please := _PLEASE.search(sentence.text))
        and not _NOTICE.search(sentence.text)
    ):
        start = sentence.start + please.start() + len(please[0]) - len(please[0].lstrip(" .,;:-"))
        called = _CALLED.match(please[0])
        owner = owner_of(called[1], cast) or Owner(called[1]) if called else None
        yield told_task(sentence, start, owner, (), when, "please")
