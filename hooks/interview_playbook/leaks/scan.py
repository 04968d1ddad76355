"""Looking for secrets in a built site: in every file, in every way its bytes can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from interview_playbook.leaks.index import is_index, read_index
from interview_playbook.leaks.readings import Reading, path_readings, readings
from interview_playbook.leaks.secrets import Secret
from interview_playbook.leaks.words import squeeze, words

_GRAM = 6
"""Letters and digits of a secret that are looked up first; a shorter secret has to be a word."""
_AROUND = 24


class Leak(NamedTuple):
    """A secret that was found: in which file, how it was read, and what stands around it."""

    path: str
    how: str
    secret: Secret
    around: str


class Sought:
    """Secrets, arranged for finding many of them in one pass over a text."""

    def __init__(self, secrets: Iterable[Secret]) -> None:
        self.secrets = tuple(secrets)

    @cached_property
    def long(self) -> Mapping[str, Sequence[tuple[str, Secret]]]:
        """Return long secrets, squeezed, by how they begin."""
        found: defaultdict[str, list[tuple[str, Secret]]] = defaultdict(list)
        for secret in self.secrets:
            squeezed = squeeze(secret.text)
            if len(squeezed) >= _GRAM + 2:
                found[squeezed[:_GRAM]].append((squeezed, secret))
        return found

    @cached_property
    def short(self) -> Mapping[str, Secret]:
        """Return short secrets by the word, or the digits, that they are."""
        squeezed = ((squeeze(each.text), each) for each in self.secrets)
        return {word: each for word, each in squeezed if 0 < len(word) < _GRAM + 2}

    @cached_property
    def words(self) -> tuple[tuple[frozenset[str], Secret], ...]:
        """Return the words of each secret of several, for a search index has nothing but words."""
        split = ((frozenset(words(each.text)), each) for each in self.secrets)
        return tuple((each, secret) for each, secret in split if len(each) > 1)


def scan_site(site: Path, secrets: Iterable[Secret]) -> Iterator[Leak]:
    """Yield each secret found in the files of a built site, or in their names; each once a file."""
    sought = Sought(secrets)
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        yield from _told(name, path_readings(name), sought)
        if path.is_file():
            yield from scan_bytes(name, path.read_bytes(), sought)


def scan_bytes(name: str, data: bytes, sought: Sought) -> Iterator[Leak]:
    """Yield each secret found in a file's bytes."""
    yield from _told(name, readings(data), sought)
    if is_index(data):
        yield from _in_index(name, data, sought)


def _told(name: str, every: Iterable[Reading], sought: Sought) -> Iterator[Leak]:
    told: set[Secret] = set()
    for reading in every:
        for secret, around in _found(reading.text, sought):
            if secret not in told:
                told.add(secret)
                yield Leak(name, reading.how or "as it is", secret, around)


def _found(text: str, sought: Sought) -> Iterator[tuple[Secret, str]]:
    squeezed = squeeze(text)
    for at in _places(squeezed, sought.long):
        for whole, secret in sought.long[squeezed[at : at + _GRAM]]:
            if squeezed.startswith(whole, at):
                around = squeezed[max(0, at - _AROUND) : at + len(whole) + _AROUND]
                yield secret, around
    if any(word in squeezed for word in sought.short):
        for word in sought.short.keys() & set(words(text)):
            yield sought.short[word], word


def _places(squeezed: str, wanted: Mapping[str, object]) -> Iterator[int]:
    """Yield where one of the wanted beginnings stands."""
    if wanted:
        last = len(squeezed) - _GRAM + 1
        yield from (at for at in range(last) if squeezed[at : at + _GRAM] in wanted)


def _in_index(name: str, data: bytes, sought: Sought) -> Iterator[Leak]:
    try:
        entries = read_index(data)
    except (ValueError, KeyError, IndexError, StopIteration):
        entries = ()
    for entry in entries:
        yield from _told(name, [Reading("search index", entry.shown)], sought)
        for secret_words, secret in sought.words:
            if secret.rare & entry.words and secret_words <= entry.words:
                yield Leak(name, "search index, words", secret, entry.shown.partition("\n")[0])
        for word in sought.short.keys() & entry.words:
            yield Leak(name, "search index, words", sought.short[word], word)
        for word in entry.words:
            for whole, secret in sought.long.get(word[:_GRAM], ()):
                if word == whole:
                    yield Leak(name, "search index, words", secret, word)
