"""A résumé against a playbook: what the profile lacks, and a draft of a story for each deed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from interview_playbook.drafting import draft, id_for, path_for
from interview_playbook.edit import Value, add_key, append
from interview_playbook.importing.entry import Fields
from interview_playbook.importing.plan import Plan, SourceError, Told, Unread, Written, shown
from interview_playbook.importing.questions import category_in
from interview_playbook.importing.resume import Deed, Resume, parse_resume
from interview_playbook.importing.words import folded, new_id
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Category, Story

_MOST = 200
_FROM = "From a résumé:"
_NOT_GIVEN = "…"


def plan_resume(data: bytes, playbook: Playbook, now: datetime, category: Category) -> Plan:
    """Return what a JSON Resume comes to; raises SourceError or RefusedError.

    `category` is that of a story whose words name none.
    """
    resume = parse_resume(data)
    if len(resume.deeds) > _MOST:
        count = len(resume.deeds)
        raise SourceError(f"There are {count} highlights, and at most {_MOST} are read.")
    told: list[Told] = []
    profile = _profile(resume, playbook, told)
    stories = tuple(_stories(resume, playbook, now, category, told))
    why = "the playbook has no field for it"
    unread = tuple(Unread(where, text, why) for where, text in resume.left if text)
    head = ("JSON Resume",)
    return Plan("entry", head, (*([profile] if profile else []), *stories), tuple(told), unread)


def _profile(resume: Resume, playbook: Playbook, told: list[Told]) -> Written | None:
    origin = playbook.origins.get(("profile", "profile"))
    if origin is None:
        raise SourceError("There is no content/profile.yaml to add to: write name and timezone.")
    text = origin.text
    for key, value in resume.profile.items():
        was = getattr(playbook.profile, key)
        if was is None:
            text = add_key(text, (key,), value)
            told.append(Told("profile", f"{key}: {value}"))
        elif was != value:
            title = f"{key} stays {shown(str(was))}; the résumé has {shown(value)}"
            told.append(Told("profile", title, adds=False))
    known = {each.url.rstrip("/") for each in playbook.profile.links}
    for label, url in resume.links:
        if url.rstrip("/") not in known:
            known.add(url.rstrip("/"))
            text = append(text, ("links",), {"label": label, "url": url})
            told.append(Told("profile", f"link {label}: {url}"))
    if text == origin.text:
        return None
    return Written("profile", "profile", origin.path, text, origin.text)


def _stories(
    resume: Resume, playbook: Playbook, now: datetime, category: Category, told: list[Told]
) -> Iterator[Written]:
    taken = {ref[1] for ref in playbook.origins if ref[0] == "story"}
    known = {_key(each.result) for each in playbook.stories.values()}
    known |= {_key(line) for each in playbook.stories.values() for line in _sources(each)}
    for deed in resume.deeds:
        if _key(_source(deed)) in known:
            told.append(Told(deed.where, f"“{deed.title}” is there already", adds=False))
            continue
        known.add(_key(_source(deed)))
        name = id_for(deed.title, taken) or new_id("", taken, "story")
        taken.add(name)
        path = path_for("story", name)
        found = category_in(f"{deed.title} {deed.result}")
        record = _record(deed, now, found or category)
        guess = "by its words" if found else "for want of a better one: look at it"
        kept = (f"{key} {shown(text, 10_000)}: kept in notes" for key, text in deed.more)
        lines = (f"category: {found or category}, {guess}", *kept)
        told.append(Told(deed.where, f"“{deed.title}” -> {path}, a draft", lines))
        yield Written("story", name, path, draft("story", path, record))


def _record(deed: Deed, now: datetime, category: Category) -> Fields:
    record: Fields = {
        "title": deed.title,
        "categories": [category],
        "situation": deed.situation or _NOT_GIVEN,
        "task": _NOT_GIVEN,
        "action": _NOT_GIVEN,
        "result": deed.result or _NOT_GIVEN,
        "happened": _happened(deed, now),
        "company": deed.company,
        "role": deed.role,
        "status": "draft",
        "notes": _notes(deed),
    }
    return {key: record[key] for key in Story.model_fields if record.get(key)}


def _happened(deed: Deed, now: datetime) -> Value:
    """Return when it was: the years of the job, which goes on if it has no end."""
    if not deed.begin:
        return deed.end or str(now.year)
    end = deed.end or f"{now:%Y-%m}"
    if end[: len(deed.begin)] < deed.begin[: len(end)] or end == deed.begin:
        return deed.begin
    return {"from": deed.begin, "to": end}


def _notes(deed: Deed) -> str:
    notes = [f"{_FROM} {_source(deed)}"]
    if not deed.begin and not deed.end:
        notes.append("It has no date there: `happened` is the year of the import.")
    if deed.url:
        notes.append(deed.url)
    if deed.more:
        notes.append("\n".join(f"- {key}: {' '.join(text.split())}" for key, text in deed.more))
    return "\n\n".join(notes)


def _source(deed: Deed) -> str:
    return " ".join((deed.result or deed.situation).split())


def _sources(story: Story) -> Iterator[str]:
    for line in (story.notes or "").split("\n"):
        if line.startswith(_FROM):
            yield line.removeprefix(_FROM)


def _key(text: str) -> str:
    return folded(text) or " ".join(text.split())
