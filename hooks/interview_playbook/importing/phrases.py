"""What single cells of a tracker say: yes, nothing, who, where the work is, how it was found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from interview_playbook.importing.words import folded
from interview_playbook.schema.application import FoundBy, Workplace
from interview_playbook.schema.company import ContactRole
from interview_playbook.schema.texts import LINK, is_link

_YES = re.compile(r"yes|y|x|true|checked|done|ja|oui|si|1|wahr|verdadero|vrai|ok")
_YES_SIGNS = frozenset("✓✔✅☑🗸√👍")
_NOTHING = re.compile(
    r"no|n|false|unchecked|none|na|n a|null|nil|nan|nein|keine[rs]?|non|falsch|0|k a|tbd|tba|"
    r"unknown|unbekannt|not yet|not applicable|nothing|noch nicht|noch keine"
)
_NOTHING_SIGNS = frozenset("-–—_/.?❌✗✘☐…")
_WORKPLACES: tuple[tuple[Workplace, str], ...] = (
    ("hybrid", r"hybrid\w*|teilweise remote|partly remote|remote (and|or) office"),
    ("remote", r"remote|home ?office|work from home|wfh|teletravail|fully remote|ortsunabhangig"),
    ("on-site", r"on ?site|in ?office|office|vor ort|presence|in person|in house|buro"),
)
_FOUND: tuple[tuple[FoundBy, str], ...] = (
    ("referral", r"refer\w*|empfehl\w*|friend|colleague|network|bekannte\w*|connection"),
    (
        "recruiter",
        r"recruiter|head ?hunter|agency|personalvermittl\w*|inmail|in mail|sourced|staffing",
    ),
    (
        "company-site",
        (
            r"(company|firm\w*|career|careers|corporate|karriere|employer) ?(web ?)?(site|page|"
            r"seite|"
            r"website|portal)?|direct\w*|website|homepage|initiativ\w*|cold|unsolicited"
        ),
    ),
    ("event", r"event|meetup|(career|job) fair|fair|messe|conference|hackathon|karrieretag"),
    (
        "job-board",
        (
            r"linked ?in|indeed|step ?stone|glassdoor|monster|xing|zip ?recruiter|dice|wellfound|"
            r"angel ?list|handshake|otta|welcome to the jungle|hacker ?news|hn|remote ok|"
            r"job ?board|"
            r"we work remotely|built ?in|adzuna|totaljobs|reed|seek|naukri|arbeitsagentur|jobborse|"
            r"arbeitnow|google jobs|jobteaser|get in it|honeypot|hired|simplyhired|infojobs|"
            r"jobindex"
        ),
    ),
)
_EMAIL = re.compile(r"[^@\s<>\"'(),;:|\[\]]+@[^@\s<>\"'(),;:|\[\]]+\.[^@\s<>\"'(),;:|\[\].]+")
_LONGEST = 2000
"""A longer text names nobody: it is read as text."""
_PHONE = re.compile(r"(?<!\w)\+?\(?\d[\d ()/.-]{6,}\d(?!\w)")
_ROLES: tuple[tuple[ContactRole, str], ...] = (
    ("hiring-manager", r"hiring manager|team ?lead\w*|manager"),
    ("recruiter", r"recruit\w*|talent|hr|people|personal\w*|sourcer"),
    ("coordinator", r"coordinat\w*|assistant|scheduling"),
    ("executive", r"ceo|cto|founder|vp|director|geschaftsfuhr\w*"),
    ("interviewer", r"interviewer"),
    ("referrer", r"refer\w*"),
)


@dataclass(frozen=True)
class Person:
    """Somebody as a cell names them; `rest` is what else stands there."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    url: str | None = None
    role: ContactRole | None = None
    rest: str = ""

    @property
    def said(self) -> Mapping[str, str]:
        """Return what is known, by the fields of a contact."""
        found = {
            "name": self.name or (self.email or "").partition("@")[0],
            "role": self.role,
            "email": self.email,
            "phone": self.phone,
            "url": self.url,
            "notes": self.rest,
        }
        return {key: value for key, value in found.items() if value}


def is_yes(text: str) -> bool:
    """Return whether a cell is a tick or says yes and nothing else."""
    return _YES.fullmatch(folded(text)) is not None or (bool(text) and set(text) <= _YES_SIGNS)


def is_nothing(text: str) -> bool:
    """Return whether a cell says no, or stands for an empty one."""
    return (
        _NOTHING.fullmatch(folded(text)) is not None or set("".join(text.split())) <= _NOTHING_SIGNS
    )


def workplace_of(text: str) -> Workplace | None:
    """Return the kind of workplace that a text names, None if it names none."""
    words = folded(text)
    return next((each for each, part in _WORKPLACES if re.search(rf"\b({part})\b", words)), None)


def found_by(text: str) -> FoundBy:
    """Return how somebody came to a job, `other` if the words are not known."""
    words = folded(text)
    return next((each for each, part in _FOUND if re.search(rf"\b({part})\b", words)), "other")


def people_in(text: str, role: ContactRole | None) -> Iterator[Person]:
    """Yield the people that a cell names, each with what stands beside the name."""
    for part in _parts(text) if len(text) <= _LONGEST else ():
        person = _person(part, role)
        if person:
            yield person


def _parts(text: str) -> list[str]:
    parts = [part.strip() for part in re.split(r"[;\n]| / | & ", text) if part.strip()]
    if len(parts) == 1 and text.count("@") > 1:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        if not all("@" in part for part in parts):
            return [text]
    return parts


def _person(text: str, role: ContactRole | None) -> Person | None:
    left = text
    email, left = _taken(_EMAIL, left)
    url, left = _taken(LINK, left, is_link)
    phone, left = _taken(_PHONE, left)
    left = left.replace("mailto:", " ")
    pieces = [_bare(piece) for piece in re.split(r"[(),|<>\[\]]", left)]
    pieces = [piece for piece in pieces if piece]
    name = pieces[0] if pieces and _is_name(pieces[0]) else None
    rest = " ".join(text.split()) if len(pieces) > (name is not None) else ""
    if not name and not email:
        return None
    return Person(name, email, phone, url, role or _role_in(pieces[1:]), rest)


def _bare(piece: str) -> str:
    return " ".join(piece.split()).strip(" \t-–—:.,\"'")


def _is_name(text: str) -> bool:
    """Return whether a text may be a person's name: one to five words without digits."""
    return len(text.split()) <= 5 and not re.search(r"[\d@/\\{}=*#]", text)


def _taken(
    pattern: re.Pattern[str], text: str, fits: Callable[[str], bool] = bool
) -> tuple[str | None, str]:
    """Return the first that fits of what a pattern finds, and the text without it."""
    match = next((each for each in pattern.finditer(text) if fits(each[0])), None)
    if match is None:
        return None, text
    return match[0], f"{text[: match.start()]} | {text[match.end() :]}"


def _role_in(pieces: list[str]) -> ContactRole | None:
    words = folded(" ".join(pieces))
    return next((each for each, part in _ROLES if re.search(rf"\b({part})\b", words)), None)
