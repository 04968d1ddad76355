"""JSON Resume (jsonresume.org, schema 1.0.0) as what it says of a person and of their work."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from interview_playbook.importing.decoding import cleaned, decoded
from interview_playbook.importing.plan import SourceError
from interview_playbook.schema.texts import EMAIL, is_link

_DEEPEST = 20
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?")
_TAKEN = ("basics", "work", "volunteer", "projects", "$schema", "meta")
_OF_BASICS = (
    *("name", "label", "email", "phone", "url", "website"),
    *("summary", "image", "location", "profiles"),
)
_OF_PLACE = ("city", "region", "countryCode", "address", "postalCode")
_OF_PROJECT = (
    *("name", "description", "entity", "url"),
    *("startDate", "endDate", "highlights", "roles"),
)
_OF_JOB = (
    *("position", "summary", "url", "website"),
    *("startDate", "endDate", "highlights"),
)
_LISTS = ("highlights", "roles", "profiles", "location")


@dataclass(frozen=True)
class Deed:
    """Something the person did, in their own words; `where` is its address in the source.

    `begin` and `end` are partial dates (ISO 8601), empty where they are not given. `more` has what
    else is said of it by its keys.
    """

    where: str
    title: str
    situation: str
    result: str
    company: str
    role: str
    begin: str
    end: str
    url: str = ""
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Resume:
    """A résumé: the profile's fields, the links, what the person did, and what has no place."""

    profile: Mapping[str, str]
    links: tuple[tuple[str, str], ...]
    deeds: tuple[Deed, ...]
    left: tuple[tuple[str, str], ...]


def parse_resume(data: bytes) -> Resume:
    """Return what a JSON Resume says; raises SourceError with line and column."""
    source = _object(decoded(data).text)
    basics = _mapping(source.get("basics"))
    if not basics and not any(_list(source.get(key)) for key in ("work", "projects", "volunteer")):
        raise SourceError(
            "This is no JSON Resume: it has neither `basics` nor `work` nor `projects`."
        )
    left: list[tuple[str, str]] = []
    profile, links = _profile(basics, left), tuple(_links(basics, left))
    deeds = (
        *_jobs(source, "work", ("name", "company"), left),
        *_jobs(source, "volunteer", ("organization",), left),
        *_projects(source, left),
    )
    for key, value in source.items():
        if key not in _TAKEN:
            left += [(key, text) for text in _flat(value)]
    return Resume(profile, links, deeds, tuple(left))


def _object(text: str) -> Mapping[str, Any]:
    try:
        source = json.loads(text)
    except json.JSONDecodeError as error:
        raise SourceError(f"This is not JSON: {error.msg}.", error.lineno, error.colno) from None
    except (RecursionError, ValueError):
        raise SourceError("This JSON can't be read: too deep, or a number too long.") from None
    if not isinstance(source, dict):
        raise SourceError("A JSON Resume is an object: it has to begin with {.", 1, 1)
    _check_depth(source)
    return source


def _check_depth(source: object) -> None:
    level, depth = [source], 0
    while level:
        depth += 1
        if depth > _DEEPEST:
            raise SourceError(f"This is nested more than {_DEEPEST} levels deep.")
        level = [inner for each in level for inner in _inside(each)]


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list) else []


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    """Return a list as it is, and what should be one and isn't as its only item."""
    if isinstance(value, list):
        return value
    return [] if value is None or value == "" else [value]


def _rest(entry: Mapping[str, Any], taken: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return what is said by other keys than those taken, or where a text should be and isn't."""
    return [
        (key, text)
        for key, value in entry.items()
        if key not in taken or (isinstance(value, (dict, list)) and key not in _LISTS)
        for text in _flat(value)
    ]


def _text(value: object) -> str:
    """Return a text or a number as text without control characters; empty for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return cleaned(str(value)).strip()


def _line(value: object) -> str:
    return " ".join(_text(value).split())


def _first(entry: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next((_line(entry[key]) for key in keys if _line(entry.get(key))), "")


def _texts(entry: Mapping[str, Any], keys: tuple[str, ...], where: str) -> list[tuple[str, str]]:
    """Return the texts of some keys with their addresses."""
    return [(f"{where}.{key}", _text(entry[key])) for key in keys if _text(entry.get(key))]


def _profile(basics: Mapping[str, Any], left: list[tuple[str, str]]) -> dict[str, str]:
    names = {"name": "name", "headline": "label", "email": "email", "phone": "phone"}
    found = {key: _line(basics.get(name)) for key, name in names.items()}
    if found["email"] and not EMAIL.fullmatch(found["email"]):
        left.append(("basics.email", found.pop("email")))
    place = basics.get("location")
    parts = _mapping(place)
    told = [_line(parts.get(key)) for key in ("city", "region", "countryCode")]
    found["location"] = ", ".join(part for part in told if part) or _line(place)
    left += _texts(parts, ("address", "postalCode"), "basics.location")
    left += _texts(basics, ("summary", "image"), "basics")
    left += [(f"basics.location.{key}", text) for key, text in _rest(parts, _OF_PLACE)]
    left += [(f"basics.{key}", text) for key, text in _rest(basics, _OF_BASICS)]
    return {key: text for key, text in found.items() if text}


def _links(basics: Mapping[str, Any], left: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    website = _line(basics.get("url")) or _line(basics.get("website"))
    if is_link(website):
        yield "Website", website
    elif website:
        left.append(("basics.url", website))
    for number, each in enumerate(_list(basics.get("profiles"))):
        entry = _mapping(each) or {"url": each}
        url, label = _line(entry.get("url")), _line(entry.get("network")) or "Profile"
        if is_link(url):
            yield label, url
        elif any(_flat(entry)):
            left.append((f"basics.profiles[{number}]", ", ".join(_flat(entry))))


def _jobs(
    source: Mapping[str, Any], key: str, names: tuple[str, ...], left: list[tuple[str, str]]
) -> Iterator[Deed]:
    for number, each in enumerate(_list(source.get(key))):
        entry, where = _mapping(each), f"{key}[{number}]"
        highlights = [_words(text) for text in _list(entry.get("highlights"))]
        company, role = _first(entry, names), _line(entry.get("position"))
        begin, end = _date(entry, "startDate", where, left), _date(entry, "endDate", where, left)
        summary, more = _text(entry.get("summary")), _rest(entry, (*names, *_OF_JOB))
        for place, text in enumerate(highlights):
            if text:
                at = f"{where}.highlights[{place}]"
                url = _line(entry.get("url")) or _line(entry.get("website"))
                said = tuple(more)
                yield Deed(at, _title(text), summary, text, company, role, begin, end, url, said)
                more = []
        if not any(highlights):
            told = ", ".join(filter(None, (role, company, begin, end, summary)))
            left.append((where, told or ", ".join(_flat({} if entry else each))))
            left += [(f"{where}.{key}", text) for key, text in more]


def _projects(source: Mapping[str, Any], left: list[tuple[str, str]]) -> Iterator[Deed]:
    for number, each in enumerate(_list(source.get("projects"))):
        entry, where = _mapping(each), f"projects[{number}]"
        highlights = [text for text in map(_words, _list(entry.get("highlights"))) if text]
        description, name = _text(entry.get("description")), _line(entry.get("name"))
        begin, end = _date(entry, "startDate", where, left), _date(entry, "endDate", where, left)
        if not name or not (description or highlights):
            left.append((where, ", ".join(_flat(each))))
            continue
        listed = "\n".join(f"- {text}" for text in highlights)
        result = highlights[0] if len(highlights) == 1 else listed
        role = ", ".join(filter(None, map(_line, _list(entry.get("roles")))))
        company, url = _line(entry.get("entity")), _line(entry.get("url"))
        more = tuple(_rest(entry, _OF_PROJECT))
        yield Deed(where, name, description, result, company, role, begin, end, url, more)


def _words(value: object) -> str:
    """Return a text as it is, and of anything else the texts in it."""
    return _text(value) or ", ".join(_flat(value))


def _date(entry: Mapping[str, Any], key: str, where: str, left: list[tuple[str, str]]) -> str:
    """Return a partial date as ISO 8601 has it; empty for none, and for one that can't be."""
    text = _line(entry.get(key))
    match = _DATE.fullmatch(text)
    try:
        if match:
            date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
            return "-".join(part for part in match.groups() if part)
    except ValueError:
        pass
    if text and text.casefold() not in ("present", "now", "current"):
        left.append((f"{where}.{key}", text))
    return ""


def _title(text: str) -> str:
    """Return the beginning of a sentence as a title: up to nine words, 70 characters."""
    first = re.split(r"(?<=[.;:!?])\s|\n", text.strip())[0].rstrip(".;: ")
    words = first.split()
    short = " ".join(words[:9])[:70].rstrip(" ,;:-–")
    return short if len(words) <= 9 else f"{short} …"


def _flat(value: object) -> list[str]:
    """Return all texts inside a value; those of one entry of a list on one line."""
    if isinstance(value, dict):
        return [", ".join(text for each in value.values() for text in _flat(each))]
    if isinstance(value, list):
        return [text for each in value for text in _flat(each) if text]
    if isinstance(value, bool):
        return [str(value).lower()]
    return [_text(value)] if _text(value) else []
