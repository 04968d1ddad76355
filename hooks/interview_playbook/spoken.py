"""How long a text takes to say, how many words and sentences it has, how old a story is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from interview_playbook.schema import Profile, Story

_WORD = re.compile(r"[^\W_]+(?:[’'.,:/&@+-][^\W_]+)*")
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--.*?-->", re.DOTALL)
_AUTOLINK = re.compile(r"<https?://[^>]*>")
_MARKER = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)]|#{1,6}|>)[ \t]+", re.MULTILINE)
_SEEN = re.compile(r"\S")
_BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d{1,3}[.)]|#{1,6}|>)[ \t]+)")
_END = re.compile(r"[.!?…]+[\"'”’»)\]*_]*(?=\s|$)")
_NEXT = re.compile(r"[\s\"'“‘«(\[*_]*(.?)")
_QUOTES = "\"'“‘«([*_"
_ABBREVIATIONS = frozenset(("mr", "mrs", "ms", "dr", "prof", "vs", "approx", "ca", "i.e", "e.g"))
_NUMBERED = frozenset(("no", "nos", "fig", "p", "pp", "vol"))


def masked(text: str) -> str:
    """Return Markdown with what is not said aloud as spaces: addresses, tags, list markers.

    Every other character keeps its place.
    """
    if "[" in text:
        text = _LINK.sub(_label, text)
    if "<" in text:
        text = _TAG.sub(_spaces, _AUTOLINK.sub(_spaces, text))
    return _MARKER.sub(_spaces, text)


def _label(link: re.Match[str]) -> str:
    before, after = link.start(1) - link.start(), link.end() - link.end(1)
    return f"{' ' * before}{link[1]}{' ' * after}"


def _spaces(found: re.Match[str]) -> str:
    return _SEEN.sub(" ", found[0])


def count_words(text: str) -> int:
    """Return the words of a Markdown text; `4,200`, `p99` and `one-third` are one each."""
    return len(_WORD.findall(masked(text)))


def count_sentences(text: str) -> int:
    """Return the sentences of a Markdown text.

    A paragraph or list item ends one even without a full stop; a stop within a number, an
    abbreviation or an initial doesn't.
    """
    return sum(1 for _ in sentences(text))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a Markdown text begins and ends, the list marker left out."""
    begin = 0
    for border in (*_BLOCK.finditer(text), None):
        end = border.start() if border else len(text)
        block = masked(text[begin:end])
        if _WORD.search(block):
            yield from ((begin + first, begin + last) for first, last in _sentences(block))
        begin = border.end() if border else end


def _sentences(block: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for end in _END.finditer(block):
        if _ends_sentence(block, end):
            yield _trimmed(block, begin, end.end())
            begin = end.end()
    if _WORD.search(block, begin):
        yield _trimmed(block, begin, len(block))


def _trimmed(block: str, begin: int, end: int) -> tuple[int, int]:
    inside = block[begin:end]
    return begin + len(inside) - len(inside.lstrip()), begin + len(inside.rstrip())


def _ends_sentence(block: str, end: re.Match[str]) -> bool:
    found = _NEXT.match(block, end.end())
    following = found[1] if found else ""
    if not following:
        return True
    if following.islower():
        return False
    if end[0][0] != ".":
        return True
    word = _word_before(block, end.start())
    initial = len(word) == 1 and word.isupper() and word != "I"
    abbreviated = word.casefold() in _ABBREVIATIONS
    return not (initial or abbreviated or (word.casefold() in _NUMBERED and following.isdigit()))


def _word_before(block: str, end: int) -> str:
    begin = max(block.rfind(space, 0, end) for space in " \t\n") + 1
    return block[begin:end].lstrip(_QUOTES)


def spoken_seconds(text: str, words_per_minute: int) -> int:
    """Return how many seconds a Markdown text takes at so many words per minute."""
    return round(count_words(text) * 60 / words_per_minute)


def story_text(story: Story) -> str:
    """Return what is said aloud when a story is told, in order: a paragraph for each part."""
    parts = (story.opening, story.situation, story.task, *story.action, story.result, story.closing)
    return "\n\n".join(part.strip() for part in parts if part)


def story_seconds(story: Story, profile: Profile) -> int:
    """Return how many seconds a story takes at the owner's speaking rate."""
    return spoken_seconds(story_text(story), profile.speaking_rate)


def age_months(story: Story, today: date) -> int:
    """Return the full months since the last day a story's date can mean; 0 or more.

    `2024` may mean December, so the story gets the benefit of the doubt.
    """
    last = story.happened.last
    months = (today.year - last.year) * 12 + today.month - last.month
    return max(0, months - (today.day < last.day))
