"""A playbook from a few texts, and what the checks find in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from interview_playbook.checks import check
from interview_playbook.checks.coach import coach
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.load import Loaded, load_playbook

NOW = datetime(2026, 11, 17, 7, 40, tzinfo=UTC)
PROFILE = "name: Mara Lindqvist\ntimezone: Europe/Copenhagen\n"
HALDEN = "content/companies/halden.yaml"
ASKED = "content/questions/behavioral.yaml"
TO_ASK = "content/questions/ask-them.yaml"
THANKS = "templates/emails/thank-you.md"


def story(more: str = "") -> str:
    """Return a right story's text, with more lines."""
    return (
        "title: Noon\ncategories: [ambiguity]\nsituation: s\ntask: t\naction: a\nresult: r\n"
        f"happened: 2025-11-28\n{more}"
    )


def company(application: str = "", more: str = "") -> str:
    """Return a right company's text; lines of its application begin in line 8, in column 5."""
    lines = "".join(f"    {line}\n" for line in application.splitlines())
    return (
        f"name: Halden\ncontacts:\n  - id: ann\n    name: Ann\napplications:\n  - id: engineer\n"
        f"    title: Engineer\n{lines}{more}"
    )


def questions(kind: str, **texts: str) -> str:
    """Return a question list's text, each question's more lines by its id (`_` for `-`)."""
    rows = "".join(
        f"  - id: {name.replace('_', '-')}\n    text: Why?\n    {more}\n"
        for name, more in texts.items()
    )
    return f"title: List\nkind: {kind}\nquestions:\n{rows}"


def email(body: str, front: str = "") -> str:
    """Return an email template's text; the body begins in the line after the front matter."""
    return f"---\ntitle: Thanks\nkind: thank-you\nsubject: Hello\n{front}---\n{body}\n"


def checked(root: Path, **texts: str) -> list[Diagnostic]:
    """Return what the checks find in a playbook of some texts on 17 November 2026."""
    return checked_at(root, NOW, texts)


def checked_at(root: Path, now: datetime, texts: Mapping[str, str]) -> list[Diagnostic]:
    """Write files, load them without a word, and return what the checks find.

    Names are keys of `PLACES`, or `stories_noon` for stories/noon.yaml.
    """
    return check(written(root, texts).playbook, now)


def coached(root: Path, **texts: str) -> list[Diagnostic]:
    """Return what the coach finds in a playbook of some texts on 17 November 2026."""
    return coached_at(root, NOW, texts)


def coached_at(root: Path, now: datetime, texts: Mapping[str, str]) -> list[Diagnostic]:
    """Write files, load them without a word, and return what the coach finds."""
    return sorted(coach(written(root, texts).playbook, now), key=lambda each: each.order)


def written(root: Path, texts: Mapping[str, str]) -> Loaded:
    """Return the playbook of some texts, in which the loader finds nothing wrong."""
    for name, text in {"profile": PROFILE, **texts}.items():
        path = root / PLACES.get(name, f"stories/{name.removeprefix('stories_')}.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded = load_playbook(root)
    assert loaded.diagnostics == ()
    return loaded


PLACES = {
    "profile": "content/profile.yaml",
    "halden": HALDEN,
    "asked": ASKED,
    "to_ask": TO_ASK,
    "thanks": THANKS,
    "practice": "content/practice.yaml",
    "review": "content/reviews/ida.yaml",
    "checklist": "content/checklists/video.yaml",
    "techniques": "content/questions/techniques.yaml",
}


def places(found: list[Diagnostic]) -> list[tuple[int, int, str]]:
    """Return line, column and code of each problem."""
    return [(each.position.line, each.position.column, each.code) for each in found]
