"""What people call a stage of a process, as a kind of round or an event of a log."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from interview_playbook.importing.words import folded
from interview_playbook.schema import EventKind, RoundKind

_ROUNDS: Sequence[tuple[RoundKind, str]] = (
    ("reference-check", r"reference|referenzen"),
    ("bar-raiser", r"bar raiser"),
    ("team-match", r"team ?match|meet the team|team (fit|interview|call)|kennenlernen team"),
    ("take-home", r"take ?home|home ?(work|assignment)|assignment|probeaufgabe|hausaufgabe"),
    ("system-design", r"system ?design|design interview|architecture"),
    ("technical-phone", r"tech(nical)? (phone|screen\w*|call)|technisches telefon\w*"),
    ("online-assessment", r"assessment|\boa\b|hacker ?rank|codility|code signal|online ?test|test"),
    ("async-video", r"async\w*|one way|hire ?vue|recorded|video aufnahme|spark ?hire"),
    ("presentation", r"presentation|prasentation"),
    ("case", r"case( study| interview)?|fallstudie"),
    ("panel", r"panel"),
    ("hiring-manager", r"hiring manager|\bhm\b|manager (call|interview|round|chat)|teamleiter\w*"),
    ("executive", r"\b(ceo|cto|cfo|coo|vp|executive|founder|director|geschaftsfuhr\w+)\b"),
    (
        "onsite",
        r"on ?site|in person|vor ort|superday|\bloop\b|final (round|interview)|final",
    ),
    ("cross-functional", r"cross functional|xfn|stakeholder"),
    ("values", r"values|cultur\w+|kultur\w*"),
    ("behavioral", r"behaviou?r\w*"),
    ("coding", r"coding|code|pair(ing| programming)|tech(nical)?|technisch\w*|fach\w+"),
    (
        "recruiter-screen",
        (
            r"recruiter|recruiting|phone|screen\w*|intro\w*( call)?|initial|\bhr\b|talent|"
            r"telefon\w*|erstgesprach|kennenlern\w*|telephone|llamada|appel"
        ),
    ),
    ("informational", r"informational|coffee|networking|chat"),
)
_ANY_ROUND = (
    r"interview\w*|vorstellungs\w*|\w*gesprach\w*|entretien|entrevista|colloquio|"
    r"(1st|2nd|3rd|\dth|first|second|third|fourth|[1-9]) (round|call|stage)|round( \d)?|runde( \d)?"
)
_ORDINAL = re.compile(
    r"\b(?:1st|2nd|3rd|\dth|first|second|third|fourth|erste\w*|zweite\w*|dritte\w*|[1-9])\b"
)
_EVENTS: Sequence[tuple[EventKind, str]] = (
    ("saved", r"not (yet )?applied|(want |plan )?to apply|noch nicht beworben|not started"),
    (
        "applied",
        r"no (response|reply|answer) yet|noch keine \w+|a?waiting( for \w+)?|warte\w*",
    ),
    ("thank-you-sent", r"thank ?(you|s)( (note|email|mail|letter|sent))*|danke\w*"),
    ("follow-up-sent", r"follow(ed)? ?up( email)? sent|followed up|nachgefasst|nachgefragt"),
    ("feedback-requested", r"(asked for|requested) feedback|feedback (requested|asked)"),
    ("feedback-received", r"feedback received|got feedback"),
    ("counter-sent", r"counter( ?offer)?( sent)?|gegenangebot"),
    (
        "declined",
        (
            r"offer (declined|rejected|turned down)|(declined|rejected|turned down) (the )?"
            r"offer|angebot abgelehnt|declined by me|i declined"
        ),
    ),
    (
        "rejected",
        (
            r"reject\w*|absage\w*|abgelehnt|abgesagt|not selected|no longer under "
            r"consideration|unsuccessful|position filled|filled|turned me down|refus\w*|rechaz\w*|"
            r"failed|(they|company|application) declined|declined by (company|them)|offer rescinded"
        ),
    ),
    ("accepted", r"accept\w*|hired|zugesagt|angenommen|signed|unterschrieben|joined"),
    ("withdrawn", r"withdr\w+|zuruckgezogen|pulled out|not pursuing|not interested|dropped out"),
    (
        "ghosted",
        (
            r"ghost\w*|no (response|reply|answer)|never heard( back)?|keine (antwort|"
            r"ruckmeldung|reaktion)|did ?n o?t respond"
        ),
    ),
    ("declined", r"declined"),
    ("offer", r"offer\w*|angebot\w*|zusage|vertragsangebot|negotiat\w*|oferta|offre"),
)
_LATER_EVENTS: Sequence[tuple[EventKind, str]] = (
    (
        "acknowledged",
        (
            r"acknowledg\w*|(receipt )?confirm\w*|(under|in) review|received|viewed|"
            r"eingangsbestatigung|bestatigung|in (prufung|bearbeitung)|being reviewed|reviewing"
        ),
    ),
    (
        "company-replied",
        (
            r"repl\w+|respon\w+|heard back|contacted|in contact|antwort\w*|"
            r"ruckmeldung|ruckruf|called back|callback"
        ),
    ),
    (
        "applied",
        (
            r"applied|submitted|sent|application|candidature|beworben|bewerbung\w*|"
            r"eingereicht|abgeschickt|verschickt|versand\w*|pending|in progress|active|postule|"
            r"aplicado|solicitado|soumis"
        ),
    ),
    (
        "saved",
        (
            r"saved?|wish ?list\w*|bookmark\w*|interested|research\w*|considering|draft|"
            r"prospect|lead|backlog|to ?do|gemerkt|gespeichert|geplant|vorgemerkt|added|created"
        ),
    ),
)
_MAY_SAY_NO = ("saved", "applied", "ghosted", "rejected", "withdrawn")
_NO = re.compile(r"\b(?:no|not|without|kein\w*|nicht|never|pre)\b")
_AHEAD = re.compile(
    r"\b(?:schedul\w*|upcoming|planned|invit\w*|eingeladen|einladung|geplant|termin\w*|booked|next|"
    r"await\w*|confirmed)\b"
)
_DONE = re.compile(r"\b(?:done|complet\w*|passed|finished|had|bestanden|erledigt|cleared|attended)")
_TICKS = re.compile("[✅✔☑🎉👍]")

_ROUND_PATTERNS = [(kind, re.compile(rf"\b(?:{words})\b")) for kind, words in _ROUNDS]
_ANY = re.compile(rf"\b(?:{_ANY_ROUND})\b")
_EVENT_PATTERNS = [(kind, re.compile(rf"\b(?:{words})\b")) for kind, words in _EVENTS]
_LATER_PATTERNS = [(kind, re.compile(rf"\b(?:{words})\b")) for kind, words in _LATER_EVENTS]


@dataclass(frozen=True)
class Stage:
    """A stage: an event, and the kind of round it is about if it is about one.

    `guessed`: the words name no kind. `ahead`, `done`: they say that it is to come, or is over.
    `bare`: they say nothing else.
    """

    event: EventKind
    round: RoundKind | None = None
    guessed: bool = False
    ahead: bool = False
    done: bool = False
    bare: bool = True


def round_kind(text: str) -> RoundKind | None:
    """Return the kind of round that a text names; None if it names none."""
    words = folded(text)
    return next((kind for kind, pattern in _ROUND_PATTERNS if pattern.search(words)), None)


def stage_named(text: str) -> Stage | None:
    """Return the stage that a status or a column's name speaks of; None if it speaks of none."""
    words = folded(text)
    found = _matched(_EVENT_PATTERNS, words)
    if found:
        event, match = found
        if _negated(words, match) and event not in _MAY_SAY_NO:
            return None
        left = (words[: match.start()] + words[match.end() :]).strip()
        kind = round_kind(left) if left and event != "offer" else None
        return Stage(event, kind, bare=not left)
    stage = _round_stage(text, words)
    if stage:
        return stage
    later = _matched(_LATER_PATTERNS, words)
    if later is None or _negated(words, later[1]):
        return None
    left = (words[: later[1].start()] + words[later[1].end() :]).strip()
    return Stage(later[0], bare=not left)


def _round_stage(text: str, words: str) -> Stage | None:
    if _NO.search(words):
        return None
    kind, any_round = round_kind(text), _ANY.search(words)
    if kind is None and any_round is None:
        return None
    left = _ORDINAL.sub("", _ANY.sub("", words)).strip()
    return Stage(
        "interview",
        kind or ("onsite" if re.search(r"\b(final|last|letzte\w*)\b", words) else "behavioral"),
        guessed=kind is None,
        ahead=_AHEAD.search(words) is not None,
        done=_DONE.search(words) is not None or _TICKS.search(text) is not None,
        bare=kind is not None and not _ORDINAL.search(words) and len(left.split()) < 3,
    )


def _negated(words: str, match: re.Match[str]) -> bool:
    return _NO.search(words[: match.start()]) is not None


def _matched(
    patterns: Sequence[tuple[EventKind, re.Pattern[str]]], words: str
) -> tuple[EventKind, re.Match[str]] | None:
    for kind, pattern in patterns:
        match = pattern.search(words)
        if match:
            return kind, match
    return None
