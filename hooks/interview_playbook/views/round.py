"""The sheet of a round: what to say, ask and remember, read in the last half hour before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from interview_playbook.playbook import PlannedRound
from interview_playbook.schema import Company
from interview_playbook.schema.application import NotesPolicy
from interview_playbook.views.base import View
from interview_playbook.views.checklists import Group, key_of, round_groups, tally
from interview_playbook.views.debriefs import Debrief, debrief_of, debrief_yaml
from interview_playbook.views.doing import Doing, doing
from interview_playbook.views.facts import Facts
from interview_playbook.views.meetings import Meeting, meeting_of
from interview_playbook.views.money import Figure, salary_rule, stated_figures
from interview_playbook.views.round_questions import (
    Cue,
    Expected,
    ToAsk,
    cues,
    expected_questions,
    questions_to_ask,
    suggested_questions,
)
from interview_playbook.views.round_stories import ToTell, stories_to_tell
from interview_playbook.views.times import When, day
from interview_playbook.views.words import Tone, label, tone

NOTES_POLICY: Mapping[NotesPolicy, str] = {
    "allowed": "Notes are allowed",
    "notes-only": "Your own notes only, no other help",
    "forbidden": "No notes: put everything away",
    "unknown": "Ask first whether notes are fine",
}


@dataclass(frozen=True)
class Essentials:
    """What to have in mind about the company; any of it may be empty."""

    about: str
    why_us: str
    values: tuple[str, ...]
    news: tuple[tuple[When, str], ...]


@dataclass(frozen=True, kw_only=True)
class RoundView(View):
    """The sheet of one round.

    `after` is what the round still asks of you, `debrief` what you wrote down after it, and
    `debrief_yaml` what to write where that is nothing.
    """

    template: ClassVar[str] = "round.html"
    wide: ClassVar[bool] = True

    meeting: Meeting
    status: str
    tone: Tone
    stories: tuple[ToTell, ...]
    expected: tuple[Expected, ...]
    ask: tuple[ToAsk, ...]
    suggested: tuple[ToAsk, ...]
    figures: tuple[Figure, ...]
    salary_rule: str
    cues: tuple[Cue, ...]
    checklist: tuple[Group, ...]
    checklist_key: str
    ticked: str
    notes_policy: str
    own_notes: str
    company: Essentials
    after: tuple[Doing, ...]
    debrief: Debrief | None
    debrief_yaml: str


def round_pages(facts: Facts) -> Iterator[View]:
    """Yield the sheet of every round."""
    for planned in facts.playbook.rounds():
        yield round_view(planned, facts)


def round_view(planned: PlannedRound, facts: Facts) -> RoundView:
    """Return the sheet of one round."""
    round_, application, company = planned.round, planned.application, planned.company
    meeting, debrief = meeting_of(planned, facts), debrief_of(round_, facts)
    over = meeting.state == "over"
    held = meeting.state not in ("cancelled", "no-show")
    groups = round_groups(planned, facts, over=over) if held else ()
    return RoundView(
        url=meeting.url,
        title=f"{company.name}: {meeting.kind}",
        source=facts.source_of(("company", company.id)),
        notices=facts.notices_of(("company", company.id)),
        meeting=meeting,
        status=_status(meeting, round_.status),
        tone=tone(round_.status),
        stories=tuple(stories_to_tell(planned, facts)),
        expected=tuple(expected_questions(planned, facts)),
        ask=questions_to_ask(planned, facts),
        suggested=() if over else suggested_questions(planned, facts),
        figures=tuple(stated_figures(company, application, facts)),
        salary_rule=salary_rule(application, facts.playbook.profile),
        cues=cues(facts.playbook),
        checklist=groups,
        checklist_key=key_of(planned),
        ticked=tally(groups),
        notes_policy=NOTES_POLICY[round_.notes_policy],
        own_notes=round_.notes or "",
        company=_essentials(company, facts),
        after=tuple(_after(planned, facts)),
        debrief=debrief,
        debrief_yaml=debrief_yaml(planned, facts.playbook) if over and debrief is None else "",
    )


def _status(meeting: Meeting, status: str) -> str:
    """Return the status where the date beside it doesn't say it already."""
    if meeting.state == "undated":
        return "No date yet"
    if meeting.state in ("cancelled", "no-show") or status == "rescheduled":
        return label(status)
    return "Over" if meeting.state == "over" and meeting.slot is None else ""


def _essentials(company: Company, facts: Facts) -> Essentials:
    news = sorted(company.news, key=lambda each: each.date, reverse=True)
    return Essentials(
        about=company.about or "",
        why_us=company.why_us or "",
        values=company.values,
        news=tuple((day(each.date, facts.now), each.title) for each in news[:2]),
    )


def _after(planned: PlannedRound, facts: Facts) -> Iterator[Doing]:
    """Yield the thank-yous that the round still lacks."""
    for action in facts.actions_of.get((planned.company.id, planned.application.id), ()):
        if action.round == planned.round.id and action.kind == "thank-you":
            yield doing(action, facts)
