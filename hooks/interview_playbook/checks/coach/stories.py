"""What makes one story weaker than it could be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from interview_playbook.checks.at import At
from interview_playbook.checks.coach.figures import has_figure, is_figure
from interview_playbook.checks.coach.voice import first_we
from interview_playbook.diagnostic import Diagnostic, Severity
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Profile, Story
from interview_playbook.schema.words import shown
from interview_playbook.spoken import age_months, count_words, sentences, story_seconds

MOST_SENTENCES = 2
LONGEST, SHORTEST = 180, 45
"""Seconds a story takes to tell at the most and at the least."""
AGEING, OLD = 36, 60
"""Months after which a story is better replaced, and after which it hardly counts."""


def check_stories(playbook: Playbook, today: date) -> Iterator[Diagnostic]:
    """Yield what could be better in each story; of a draft notes only, of a retired one nothing."""
    for story in playbook.stories.values():
        if story.status == "retired":
            continue
        at = At(playbook, ("story", story.id))
        severity: Severity = "note" if story.status == "draft" else "warning"
        yield from long_situation(at, story, severity)
        yield from we_not_i(at, story, severity)
        yield from no_figure(at, story, severity)
        yield from metric_without_figure(at, story, severity)
        yield from short_action(at, story, severity)
        yield from spoken_length(at, story, playbook.profile, severity)
        yield from age(at, story, today, severity)


def long_situation(at: At, story: Story, severity: Severity) -> Iterator[Diagnostic]:
    """Yield a situation of more than two sentences, at the third."""
    found = list(sentences(story.situation))
    if len(found) > MOST_SENTENCES:
        place = at.inside("situation")
        message = f"The situation has {len(found)} sentences, and one or two are enough."
        hint = "Keep what was at stake, and for whom. The rest can wait until somebody asks."
        position = place.part(*found[MOST_SENTENCES])
        yield place.report(severity, "long-situation", message, hint, position=position)


def we_not_i(at: At, story: Story, severity: Severity) -> Iterator[Diagnostic]:
    """Yield a task, and each part of the action, in which “we” acts in place of “I”."""
    steps = ((at.inside("action", number), step) for number, step in enumerate(story.action))
    for place, text in ((at.inside("task"), story.task), *steps):
        found = first_we(text)
        if found:
            message = "This says “we”, and the listener wants to know what you did."
            hint = "Say “I” for what you did yourself, and name who did the rest."
            yield place.report(severity, "we-not-i", message, hint, position=place.part(*found))


def no_figure(at: At, story: Story, severity: Severity) -> Iterator[Diagnostic]:
    """Yield a result without a figure, where no metric has one."""
    if has_figure(story.result) or any(is_figure(each) for each in story.metrics):
        return
    place = at.inside("result")
    message = "The result doesn't say how much, and nor do the metrics."
    if not story.metrics:
        message = "The result doesn't say how much."
    hint = (
        "Add a figure, an honest estimate if need be: a share, money, time, how many people. "
        "“It took 3 days instead of 10.”"
    )
    yield place.report(severity, "no-figure", message, hint, position=place.key)


def metric_without_figure(at: At, story: Story, severity: Severity) -> Iterator[Diagnostic]:
    """Yield each metric that says nothing in figures."""
    for number, metric in enumerate(story.metrics):
        if not is_figure(metric):
            message = f"{shown(metric.value)} is not a figure."
            hint = "Write how much, such as `value: 40%`, or move it to the result."
            place = at.inside("metrics", number, "value")
            yield place.report(severity, "metric-without-figure", message, hint)


def short_action(at: At, story: Story, severity: Severity) -> Iterator[Diagnostic]:
    """Yield an action of fewer words than the situation."""
    if sum(map(len, story.action)) > 2 * len(story.situation):
        return
    action = sum(count_words(step) for step in story.action)
    situation = count_words(story.situation)
    if action < situation:
        place = at.inside("action")
        message = f"The action has {action} words, and the situation {situation}."
        hint = "Make the action the longest part: what you did, in order, and why in that way."
        yield place.report(severity, "short-action", message, hint, position=place.key)


def spoken_length(
    at: At, story: Story, profile: Profile, severity: Severity
) -> Iterator[Diagnostic]:
    """Yield a story that takes longer than three minutes to tell, or less than 45 seconds."""
    seconds, rate = story_seconds(story, profile), profile.speaking_rate
    place = at.inside("title")
    if seconds > LONGEST:
        spare = -(-(seconds - LONGEST) * rate // 60)
        message = f"Told aloud, this takes {_length(seconds)}, and three minutes are the most."
        hint = f"Leave out about {spare} words: details can wait until somebody asks."
        yield place.report(severity, "long-story", message, hint)
    elif seconds < SHORTEST:
        message = (
            f"Told aloud, this takes {_length(seconds)}, and a listener needs longer than that."
        )
        hint = "Add what you did and why, step by step: two to three minutes are right."
        yield place.report(severity, "short-story", message, hint)


def age(at: At, story: Story, today: date, severity: Severity) -> Iterator[Diagnostic]:
    """Yield a story of more than five years, and a note on one of more than three."""
    months = age_months(story, today - timedelta(days=1))
    place = at.inside("happened", "to")
    years = f"This happened more than {months // 12} years ago."
    if months >= OLD:
        hint = "Put a newer one in its place, and write `status: retired` here."
        yield place.report(severity, "old-story", years, hint)
    elif months >= AGEING:
        hint = "It still counts. Have a newer one ready for the same categories."
        yield place.report("note", "ageing-story", years, hint)


def _length(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    parts = [*([f"{minutes} min"] if minutes else []), *([f"{rest} s"] if rest else [])]
    return " ".join(parts) or "0 s"
