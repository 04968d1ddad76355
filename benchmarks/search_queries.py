"""What somebody types to find an entry, and which entries it is right to show first."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from interview_playbook.search import Entry, words_of

FIELDS = ("title", "tags", "people", "text")
SHOWN = FIELDS[:3]
Asked = tuple[tuple[str, str], ...]  # the field and the whole word meant, for each word


@dataclass(frozen=True)
class Query:
    """What is typed, of which kind it is, and the numbers of the entries that answer it."""

    text: str
    kind: str
    right: frozenset[int]


@dataclass(frozen=True)
class _Library:
    """All entries, and which of them have a word, by field."""

    entries: Sequence[Entry]

    @cached_property
    def places(self) -> dict[str, dict[str, set[int]]]:
        """Return for every field its folded words with the entries that have them."""
        places: dict[str, defaultdict[str, set[int]]] = {f: defaultdict(set) for f in FIELDS}
        for number, entry in enumerate(self.entries):
            for field in FIELDS:
                for word in words_of(getattr(entry, field)):
                    places[field][word].add(number)
        return {field: dict(words) for field, words in places.items()}

    @cached_property
    def sorted_words(self) -> dict[str, list[str]]:
        """Return the words of every field in order."""
        return {field: sorted(words) for field, words in self.places.items()}

    def _begun(self, field: str, part: str) -> set[int]:
        """Return the entries in which the part begins a word of the field."""
        words = self.sorted_words[field]
        some = words[bisect_left(words, part) : bisect_left(words, part + chr(0x10FFFF))]
        return set().union(*(self.places[field][word] for word in some))

    def holding(self, asked: Asked) -> frozenset[int]:
        """Return the entries that have each word in its field."""
        return frozenset.intersection(
            *(frozenset(self.places[field].get(word, ())) for field, word in asked)
        )

    def holding_anywhere(self, asked: Sequence[str]) -> frozenset[int]:
        """Return the entries that have each word in some field."""
        return frozenset.intersection(
            *(
                frozenset().union(*(self.places[field].get(word, ()) for field in FIELDS))
                for word in asked
            )
        )

    def beginning(self, parts: Sequence[str], fields: Sequence[str] = SHOWN) -> frozenset[int]:
        """Return the entries in which each part begins a word of one of the fields."""
        return frozenset.intersection(
            *(frozenset().union(*(self._begun(field, part) for field in fields)) for part in parts)
        )


def _long_words(text: str, letters: int) -> list[str]:
    """Return the words of at least so many letters."""
    return [word for word in words_of(text) if len(word) >= letters and not word.isdigit()]


def _misspell(word: str, rng: random.Random) -> str:
    """Return the word with one letter dropped, doubled, changed or swapped with the next."""
    place = rng.randrange(1, len(word) - 1)
    head, letter, after, tail = word[:place], word[place], word[place + 1], word[place + 2 :]
    other = rng.choice([each for each in "aeionrstl" if each != letter])
    forms = [head + after + tail, head + letter * 2 + after + tail, head + other + after + tail]
    if letter != after:
        forms.append(head + after + letter + tail)
    return rng.choice([form for form in forms if form != word])


def _ask_person(rng: random.Random, library: _Library, entry: Entry) -> tuple[str, frozenset[int]]:
    """Return a full name or its first letters; whoever bears that very name is right."""
    if not entry.people:
        return "", frozenset()
    name = rng.choice(entry.people.split(", "))
    words = words_of(name)
    right = frozenset(
        number for number, each in enumerate(library.entries) if name in each.people.split(", ")
    )
    last = words[-1]
    typed = " ".join([*words[:-1], rng.choice((last, last[: max(3, len(last) - 2)]))])
    return typed, right


def _ask_typo(rng: random.Random, library: _Library, entry: Entry) -> tuple[str, frozenset[int]]:
    """Return two words of a title, one of them misspelt."""
    words = list(dict.fromkeys(_long_words(entry.title, 4)))
    long = [word for word in words if len(word) >= 5]
    if len(words) < 2 or not long:
        return "", frozenset()
    wrong = rng.choice(long)
    pair = [wrong, rng.choice([word for word in words if word != wrong])]
    rng.shuffle(pair)
    right = library.holding(tuple(("title", word) for word in pair))
    return " ".join(_misspell(word, rng) if word == wrong else word for word in pair), right


def _ask_half(rng: random.Random, library: _Library, entry: Entry) -> tuple[str, frozenset[int]]:
    """Return the beginnings of two words of a title, as far as it takes to tell it from others."""
    words = list(dict.fromkeys(_long_words(entry.title, 5)))
    if len(words) < 2:
        return "", frozenset()
    pair = rng.sample(words, 2)
    right = library.holding(tuple(("title", word) for word in pair))
    for more in range(8):
        parts = [word[: max(3, (len(word) + 1) // 2 + more)] for word in pair]
        if library.beginning(parts) == right:
            return " ".join(parts), right
    return "", frozenset()


def _ask_two(rng: random.Random, library: _Library, entry: Entry) -> tuple[str, frozenset[int]]:
    """Return a word of one field and one of another, the last one perhaps not finished."""
    filled = [field for field in SHOWN if _long_words(getattr(entry, field), 3)]
    if len(filled) < 2:
        return "", frozenset()
    fields = rng.sample(filled, 2)
    asked = tuple((field, rng.choice(_long_words(getattr(entry, field), 3))) for field in fields)
    first, last = asked[0][1], asked[1][1]
    cut = rng.choice((len(last), max(4, len(last) - 2)))
    right = library.holding(asked)
    if first == last or library.beginning((first, last[:cut])) != right:
        return "", frozenset()
    return f"{first} {last[:cut]}", right


def _ask_text(rng: random.Random, library: _Library, entry: Entry) -> tuple[str, frozenset[int]]:
    """Return three words of the text, the last one as far as it takes; who has all is right."""
    words = list(dict.fromkeys(_long_words(entry.text, 4)))
    asked = rng.sample(words, min(3, len(words)))
    right = library.holding_anywhere(asked)
    for cut in range(max(4, len(asked[-1]) - 2), len(asked[-1]) + 1):
        parts = [*asked[:-1], asked[-1][:cut]]
        if library.beginning(parts, FIELDS) == right:
            return " ".join(parts), right
    return "", frozenset()


_ASKERS: dict[str, Callable[[random.Random, _Library, Entry], tuple[str, frozenset[int]]]] = {
    "people": _ask_person,
    "typo": _ask_typo,
    "half words": _ask_half,
    "two fields": _ask_two,
    "in the text": _ask_text,
}
MOST_RIGHT = 5  # a question that more entries answer tells nothing of the order


def make_queries(entries: Sequence[Entry], each: int = 60, seed: int = 2) -> tuple[Query, ...]:
    """Return so many queries of each kind, stories, rounds, companies and questions in turn."""
    rng = random.Random(seed)
    library = _Library(entries)
    kinds = ("story", "round", "company", "question")
    by_kind = {kind: [entry for entry in entries if entry.kind == kind] for kind in kinds}
    queries: list[Query] = []
    for name, ask in _ASKERS.items():
        made: list[Query] = []
        while len(made) < each:
            entry = rng.choice(by_kind[rng.choice(kinds)])
            text, right = ask(rng, library, entry)
            if 1 <= len(right) <= MOST_RIGHT:
                made.append(Query(text, name, right))
        queries += made
    return tuple(queries)
