"""Which stories answer which questions, best first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from interview_playbook.derive.memo import once
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Category, Question, Story

_READINESS = {"ready": 0, "draft": 1}


@dataclass(frozen=True)
class Matches:
    """Stories for questions and questions for stories, worked out for a whole playbook.

    `tellable`: the stories of a category, best first. `named`: the questions that name a story.
    `unnamed`: the questions of a category that name none.
    """

    stories: Mapping[str, Story]
    tellable: Mapping[Category, tuple[Story, ...]]
    named: Mapping[str, tuple[Question, ...]]
    unnamed: Mapping[Category, tuple[Question, ...]]

    def stories_for(self, question: Question) -> tuple[Story, ...]:
        """Return the stories that answer a question, best first: see `stories_for`."""
        named = tuple(_named(self.stories, question))
        if named or question.category is None:
            return named
        return self.tellable.get(question.category, ())

    def questions_for(self, story_id: str) -> tuple[Question, ...]:
        """Return the questions a story answers: see `questions_for`."""
        story = self.stories.get(story_id)
        if story is None or story.status == "retired":
            return ()
        found = list(self.named.get(story_id, ()))
        for category in dict.fromkeys(story.categories):
            found += self.unnamed.get(category, ())
        return tuple(found)


@once
def matches(playbook: Playbook) -> Matches:
    """Return the index of a playbook's stories and questions; it is built once for a playbook."""
    tellable: dict[Category, list[Story]] = {}
    for story in playbook.stories.values():
        if story.status != "retired":
            for category in dict.fromkeys(story.categories):
                tellable.setdefault(category, []).append(story)
    named: dict[str, list[tuple[int, Question]]] = {}
    unnamed: dict[Category, list[Question]] = {}
    for question in asked(playbook):
        stories = tuple(_named(playbook.stories, question))
        for place, story in enumerate(stories):
            named.setdefault(story.id, []).append((place, question))
        if not stories and question.category:
            unnamed.setdefault(question.category, []).append(question)
    return Matches(
        stories=playbook.stories,
        tellable={category: _best_first(found, category) for category, found in tellable.items()},
        named={story: _by_place(found) for story, found in named.items()},
        unnamed={category: tuple(found) for category, found in unnamed.items()},
    )


def stories_for(playbook: Playbook, question: Question) -> tuple[Story, ...]:
    """Return the stories that answer a question, best first.

    Those it names, in its order: a retired one gives way to what replaced it, or is left out. Where
    it names none: those of its category, ready before draft, primary before secondary, newest
    first.
    """
    return matches(playbook).stories_for(question)


def questions_for(playbook: Playbook, story_id: str) -> tuple[Question, ...]:
    """Return the questions a story answers.

    Those that name it, where it fits best first; then those of its categories that name none, the
    primary category first.
    """
    return matches(playbook).questions_for(story_id)


def asked(playbook: Playbook) -> Iterator[Question]:
    """Yield every question you may be asked, in the order of the lists."""
    for questions in playbook.question_lists.values():
        if questions.kind == "asked":
            yield from questions.questions


def current_story(stories: Mapping[str, Story], story_id: str) -> Story | None:
    """Return the story to tell under this id: for a retired one what replaced it; or None."""
    seen: set[str] = set()
    story = stories.get(story_id)
    while story and story.status == "retired":
        if story.replaced_by is None or story.id in seen:
            return None
        seen.add(story.id)
        story = stories.get(story.replaced_by)
    return story


def _named(stories: Mapping[str, Story], question: Question) -> Iterator[Story]:
    current = (current_story(stories, each) for each in question.stories)
    yield from {story.id: story for story in current if story}.values()


def _best_first(stories: Iterable[Story], category: Category) -> tuple[Story, ...]:
    def order(story: Story) -> tuple[int, bool, int, str]:
        secondary = story.categories[0] != category
        newest = -story.happened.last.toordinal()
        return (_READINESS[story.status], secondary, newest, story.id)

    return tuple(sorted(stories, key=order))


def _by_place(found: Iterable[tuple[int, Question]]) -> tuple[Question, ...]:
    return tuple(question for _, question in sorted(found, key=lambda pair: pair[0]))
