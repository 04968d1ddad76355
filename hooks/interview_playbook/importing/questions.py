"""A list of questions against a playbook: a new list, or more questions of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, TypeVar

from interview_playbook.drafting import id_for, path_for
from interview_playbook.edit import append
from interview_playbook.importing.decoding import decoded
from interview_playbook.importing.entry import Fields
from interview_playbook.importing.listing import Asked, Listing, joined, parse_listing
from interview_playbook.importing.plan import Plan, SourceError, Told, Unread, Written, counted
from interview_playbook.importing.typed import in_order, yaml_text
from interview_playbook.importing.words import folded, new_id
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Category, Question, QuestionList
from interview_playbook.schema.question import AskedAudience, ListKind, QuestionType
from interview_playbook.schema.words import slug

Kind = Literal["asked", "to-ask"]
_Word = TypeVar("_Word", bound=str)
_CATEGORIES: Sequence[tuple[Category, str]] = (
    (
        "conflict-resolution",
        r"conflict\w*|disagree\w*|difficult (people|person|colleague)",
    ),
    ("failure-and-recovery", r"fail\w*|mistakes?|setbacks?|learned from|went wrong|regret\w*"),
    (
        "leadership-without-authority",
        r"leadership|led|influenc\w*|persuad\w*|convinc\w*",
    ),
    ("ambiguity", r"ambigu\w*|uncertain\w*|unclear|incomplete information"),
    ("innovation", r"innovat\w*|creativ\w*|new idea\w*|improved a process"),
    ("prioritization", r"priorit\w*|time management|competing (demands|deadlines)|deadlines?"),
    ("stakeholder-management", r"stakeholders?|customers?|clients?|expectations|bad news"),
    ("technical-achievement", r"technical (achievement|challenge|problem)|proud\w*|hardest"),
)
_TYPES: Sequence[tuple[QuestionType, str]] = (
    ("system-design", r"system design|architecture|design a|scal(e|ing|ability)"),
    ("coding", r"coding|algorithms?|data structures?|implement a|leetcode"),
    ("compensation", r"compensation|salar\w*|pay|gehalt\w*|money|expect to earn"),
    ("logistics", r"logistics|notice period|relocat\w*|availab\w*|visa|start date|work permit"),
    ("case", r"case|estimation|market sizing|fermi"),
    ("hypothetical", r"hypothetical|situational|what would you do|how would you"),
    ("motivation", r"motivation|why (us|this|do you want|are you)|about yourself|general|culture"),
    ("technical", r"technical|technology|knowledge|trivia|fach\w*|programming|python|java|sql"),
)
_AUDIENCES: Sequence[tuple[AskedAudience, str]] = (
    ("hiring-manager", r"hiring manager|manager|boss"),
    ("recruiter", r"recruiter|hr|talent"),
    ("peer", r"peers?|team|colleagues?|engineers?"),
    ("executive", r"executives?|leadership|ceo|cto|founders?"),
)
_TO_ASK = re.compile(
    r"\b(to ask|ask (them|the interviewer|interviewers)|for (them|the interviewer|interviewers)|"
    r"my questions|reverse interview|fragen an (die|das|den|sie))\b"
)


def plan_questions(
    data: bytes, playbook: Playbook, stem: str, list_id: str | None, kind: Kind | None
) -> Plan:
    """Return what a list comes to; `stem` names it where it has no title of its own.

    With `list_id` the questions are added to that list. Raises SourceError or RefusedError.
    """
    listing = parse_listing(decoded(data).text)
    was = playbook.question_lists[list_id] if list_id else _same(playbook, listing, stem)
    if was is not None and was.kind == "technique":
        raise SourceError(f"{was.id} is a list of techniques: they are written by hand.")
    wanted = _kind(listing, stem, was, kind)
    records, told = _records(listing, playbook, wanted)
    file = _file(listing, playbook, stem, was, wanted, records)
    unread = list(listing.unread)
    intro = joined(listing.intro)
    if intro and (was is not None or file is None):
        unread.insert(0, Unread("before the first question", intro, "the list is there already"))
    head = (f"{counted(len(listing.questions), 'question')}, kind {wanted}",)
    return Plan("question", head, (file,) if file else (), tuple(told), tuple(unread))


def _same(playbook: Playbook, listing: Listing, stem: str) -> QuestionList | None:
    """Return the list of the same title and id, as this file made it before."""
    found = playbook.question_lists.get(slug(_title(listing, stem)))
    return found if found and found.title == _title(listing, stem) else None


def _title(listing: Listing, stem: str) -> str:
    return listing.title or " ".join(re.sub(r"[-_]+", " ", stem).split()) or "Questions"


def _kind(listing: Listing, stem: str, was: QuestionList | None, said: Kind | None) -> Kind:
    known: ListKind | None = was.kind if was else None
    if was is not None and said not in (None, known):
        raise SourceError(f"{was.id} is a list of the kind {known}, not {said}.")
    if known == "asked" or known == "to-ask":
        return known
    words = folded(f"{listing.title or ''} {stem}")
    return said or ("to-ask" if _TO_ASK.search(words) else "asked")


def _records(listing: Listing, playbook: Playbook, kind: Kind) -> tuple[list[Fields], list[Told]]:
    """Return the questions that are not in the playbook yet, and what became of each."""
    known = {folded(each.text) or each.text: name for name, each in playbook.questions.items()}
    lost = (origin.lost for ref, origin in playbook.origins.items() if ref[0] == "questions")
    taken = {*playbook.questions, *frozenset[str]().union(*lost)}
    records, told = [], []
    for each in listing.questions:
        key = folded(each.text) or each.text
        place = f"line {each.line}"
        if key in known:
            below = joined([*each.answer, *each.below])
            lines = (f"what stands below it is not taken over: {below}",) if below else ()
            told.append(
                Told(place, f"“{each.text}” is there already: {known[key]}", lines, adds=False)
            )
            continue
        name = id_for(each.text, taken) or new_id("", taken, "question")
        taken.add(name)
        known[key] = name
        record, guess = _record(each, name, kind)
        records.append(record)
        told.append(Told(place, f"“{each.text}” -> {name}", (guess,)))
    return records, told


def _record(asked: Asked, name: str, kind: Kind) -> tuple[Fields, str]:
    record: Fields = {"id": name, "text": asked.text}
    if kind == "to-ask":
        audience = _first(_AUDIENCES, " ".join(asked.headings)) or "any"
        record["audience"] = audience
        guess = f"audience: {audience}"
    else:
        key, value, guess = _sorted_under(asked)
        record[key] = value
    if joined(asked.answer):
        record["answer"] = joined(asked.answer)
    if joined(asked.below):
        record["tips"] = joined(asked.below)
    return in_order(Question, record), guess


def _sorted_under(asked: Asked) -> tuple[str, str, str]:
    """Return `category` or `type`, its value, and in words where that comes from."""
    for words, why in ((" ".join(reversed(asked.headings)), "heading"), (asked.text, "words")):
        category = _exact(words) or _first(_CATEGORIES, words)
        if category:
            return "category", category, f"category: {category}, by its {why}"
        found = _first(_TYPES, words)
        if found:
            return "type", found, f"type: {found}, by its {why}"
    return "type", "motivation", "type: motivation, for want of a better one: look at it"


def category_in(text: str) -> Category | None:
    """Return the category whose words a text has, None if it has those of none."""
    return _first(_CATEGORIES, text)


def _exact(words: str) -> Category | None:
    plain = slug(words)
    return next((each for each, _ in _CATEGORIES if each in plain), None)


def _first(table: Sequence[tuple[_Word, str]], words: str) -> _Word | None:
    plain = folded(words)
    return next((each for each, part in table if re.search(rf"\b({part})\b", plain)), None)


def _file(
    listing: Listing,
    playbook: Playbook,
    stem: str,
    was: QuestionList | None,
    kind: Kind,
    records: list[Fields],
) -> Written | None:
    if not records:
        return None
    if was is not None:
        origin = playbook.origins["questions", was.id]
        text = origin.text
        for record in records:
            text = append(text, ("questions",), record)
        return Written("questions", was.id, origin.path, text, origin.text)
    title = _title(listing, stem)
    taken = {ref[1] for ref in playbook.origins if ref[0] == "questions"}
    name = new_id(title, taken, "questions")
    path = path_for("questions", name)
    whole: Fields = {"title": title, "kind": kind}
    intro = joined(listing.intro)
    if intro:
        whole["description"] = intro
    whole["questions"] = records
    return Written("questions", name, path, yaml_text("questions", whole, path))
