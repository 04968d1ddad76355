"""What the story bank as a whole lacks; told at the profile, which is about all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from interview_playbook.checks.at import At
from interview_playbook.diagnostic import START, Diagnostic
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Category, Story
from interview_playbook.schema.words import listed

FEWEST, MOST = 8, 12
CATEGORIES: tuple[Category, ...] = get_args(Category)


def check_bank(playbook: Playbook) -> Iterator[Diagnostic]:
    """Yield what the ready stories lack together; nothing where no story was begun yet."""
    if not playbook.stories or ("profile", "profile") not in playbook.origins:
        return
    at = At(playbook, ("profile", "profile"))
    ready = [story for story in playbook.stories.values() if story.status == "ready"]
    yield from number_of_stories(at, ready)
    yield from uncovered_categories(at, ready)


def number_of_stories(at: At, ready: Sequence[Story]) -> Iterator[Diagnostic]:
    """Yield a bank of fewer than eight or more than twelve ready stories."""
    count = len(ready)
    counted = (
        f"There {'is' if count == 1 else 'are'} {count} ready stor{'y' if count == 1 else 'ies'}"
    )
    if count < FEWEST:
        message = f"{counted}, and it takes 8 to 10 to answer most questions."
        hint = "Write one for each category first, then a second for what you are asked most."
        yield at.report("warning", "few-stories", message, hint, position=START)
    elif count > MOST:
        message = f"{counted}, and more than twelve are hard to keep in mind."
        hint = "Write `status: retired` in those you would tell last."
        yield at.report("warning", "many-stories", message, hint, position=START)


def uncovered_categories(at: At, ready: Sequence[Story]) -> Iterator[Diagnostic]:
    """Yield the categories that no ready story shows, with the drafts that would."""
    shown = {category for story in ready for category in story.categories}
    gaps = tuple(category for category in CATEGORIES if category not in shown)
    if not gaps:
        return
    message = f"No ready story shows {listed(gaps)}."
    stories = at.playbook.stories.values()
    drafts = tuple(
        story.id for story in stories if story.status == "draft" and set(gaps) & {*story.categories}
    )
    hint = f"Write one, or add the category to a story that shows it: `categories: […, {gaps[0]}]`."
    if drafts:
        hint = f"Finish a draft that shows it: {listed(drafts[:5])}."
    yield at.report("warning", "uncovered-category", message, hint, position=START)
