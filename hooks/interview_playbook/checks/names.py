"""The names a mentor may not read, and where a text has one of them, however it is written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from interview_playbook.checks.spellings import (
    WORD,
    company_spellings,
    folded,
    folded_words,
    person_spellings,
    plurals,
)
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Company
from interview_playbook.schema.sharing import why_withheld

NameKind = Literal["company", "person", "page"]

_BETWEEN = re.compile(r"[\s\-\u2010-\u2015_*`'\"‘’“”„«»()\[\]\\.,·・&~/+@]{0,48}")
_ADDRESS = re.compile(r"(?:https?://)?[\w.+@-]*\Z", re.IGNORECASE)
_WITHIN = re.compile(r"[^\W\d_][,’'”\"*_)]*\s+[*_(“\"]*\Z")
_REST = re.compile(r"[^\s<>()\[\]\"']*")
_SHORT = 4
"""Letters that the first word of a name has at the least to stand for all of it."""


class Name(NamedTuple):
    """A name that is withheld; `words` are folded, `instead` stands for it, or is empty.

    A `cased` one counts only where it is written with a capital letter, one `within` also only
    within a sentence; an `address` is the host of a website, or an email address.
    """

    kind: NameKind
    shown: str
    words: tuple[str, ...]
    instead: str = ""
    cased: bool = False
    address: bool = False
    within: bool = False


class Mention(NamedTuple):
    """Where a text has a name: from character `start` up to `end`."""

    start: int
    end: int
    name: Name


@dataclass(frozen=True)
class Names:
    """Names to look for; `find` says where a text has them."""

    names: tuple[Name, ...] = field(default=())

    @cached_property
    def _by_words(self) -> Mapping[str, tuple[Name, ...]]:
        """Return the names by how they begin: by a word that is all of one, by two with a space."""
        found: defaultdict[str, list[Name]] = defaultdict(list)
        for name in self.names:
            whole = "".join(name.words)
            begins = list(plurals(whole))
            if len(name.words) > 1:
                pair = f"{name.words[0]} {name.words[1]}"
                begins += plurals(pair) if len(name.words) == 2 else (pair,)
            for begin in begins:
                found[begin].append(name)
        return {
            begin: tuple(sorted(known, key=lambda each: -len(each.words)) if known[1:] else known)
            for begin, known in found.items()
        }

    @cached_property
    def _firsts(self) -> frozenset[str]:
        return frozenset(begin.partition(" ")[0] for begin in self._by_words)

    def find(self, text: str) -> Iterator[Mention]:
        """Yield each mention of a name, the longest where several begin, without overlaps."""
        if not self.names:
            return
        small, places = folded(text)
        if self._firsts.isdisjoint(WORD.findall(small)):
            return
        words = [(each[0], each.start(), each.end()) for each in WORD.finditer(small)]
        end = 0
        for number, (_, start, _) in enumerate(words):
            if start < end:
                continue
            for name in self._beginning(words, number):
                stop = _end_of(name, words, number, small)
                first = places[start] if places else start
                if stop is None or (name.cased and not text[first].isupper()):
                    continue
                if name.within and not _WITHIN.search(text, 0, first):
                    continue
                last = (places[stop - 1] + 1) if places else stop
                yield Mention(*_whole(text, first, last, name), name)
                end = stop
                break

    def _beginning(self, words: list[tuple[str, int, int]], number: int) -> Iterator[Name]:
        word = words[number][0]
        if word not in self._firsts:
            return
        following = words[number + 1][0] if number + 1 < len(words) else ""
        yield from self._by_words.get(f"{word} {following}", ())
        yield from self._by_words.get(word, ())

    def replaced(self, text: str) -> str:
        """Return a text in which what stands for a name stands in its place."""
        parts, last = [], 0
        for start, end, name in self.find(text):
            if name.instead and start >= last:
                parts += [text[last:start], name.instead]
                last = end
        return "".join((*parts, text[last:])) if parts else text


def _end_of(name: Name, words: list[tuple[str, int, int]], number: int, folded: str) -> int | None:
    """Return where a name ends that begins with a word, or None if it isn't the name."""
    if _same(words[number][0], "".join(name.words)):
        return words[number][2]
    if words[number][0] != name.words[0]:
        return None
    end = words[number][2]
    for place, wanted in enumerate(name.words[1:], 1):
        following = words[number + place] if number + place < len(words) else None
        last = place == len(name.words) - 1
        if following is None or not (
            _same(following[0], wanted) if last else following[0] == wanted
        ):
            return None
        if not _BETWEEN.fullmatch(folded, end, following[1]):
            return None
        end = following[2]
    return end


def _same(word: str, wanted: str) -> bool:
    return word in plurals(wanted)


def _whole(text: str, start: int, end: int, name: Name) -> tuple[int, int]:
    """Return the stretch of a mention; of an address all of it, from `https` to its end."""
    if not name.address:
        return start, end
    before = _ADDRESS.search(text, 0, start)
    after = _REST.match(text, end)
    return (before.start() if before else start), (after.end() if after else end)


def names_of(playbook: Playbook) -> Names:
    """Return every name in a playbook that a mentor may not read.

    An alias that has such a name in it stands for nothing.
    """
    mine = folded_words(playbook.profile.name)
    found: dict[tuple[str, ...], Name] = {}
    for name in (*_confidential(playbook), *_companies(playbook), *_pages(playbook)):
        if name.words and not _is_mine(name, mine) and _says_more(name, found.get(name.words)):
            found[name.words] = name
    every = Names(tuple(found.values()))
    bad = {each for each in {name.instead for name in every.names} if any(every.find(each))}
    if not bad:
        return every
    return Names(
        tuple(each._replace(instead="") if each.instead in bad else each for each in every.names)
    )


def _is_mine(name: Name, mine: tuple[str, ...]) -> bool:
    """Return whether a name is what the owner is called."""
    return name.words == mine or (name.within and name.words[0] in mine)


def _says_more(name: Name, known: Name | None) -> bool:
    """Return whether a name takes the place of another that is written the same."""
    if known is None or name.cased == known.cased:
        return known is None or not known.instead
    return known.cased


def _confidential(playbook: Playbook) -> Iterator[Name]:
    """Yield the companies of confidential stories."""
    for story in playbook.stories.values():
        if story.confidential and story.company:
            instead = "" if why_withheld(story) else story.alias or ""
            for each in company_spellings(story.company):
                yield Name("company", story.company, each.words, instead, each.cased)


def _companies(playbook: Playbook) -> Iterator[Name]:
    for company in playbook.companies.values():
        instead = "" if why_withheld(company) else company.alias or ""
        for each in company_spellings(company.name, company.id):
            yield Name("company", company.name, each.words, instead, each.cased)
        short = _short(company)
        if short and short != folded_words(company.id):
            yield Name("company", company.name, short, instead, cased=True)
        site = urlsplit(company.website or "")
        where = (site.hostname or "").removeprefix("www.") + site.path
        yield Name("company", company.name, folded_words(where), instead, address=True)
        yield _page("companies", company.id, company.name, instead)
        yield from _people(company)


def _people(company: Company) -> Iterator[Name]:
    for contact in company.contacts:
        for each in person_spellings(contact.name):
            yield Name("person", contact.name, each.words, "", each.cased, within=each.within)
        yield Name("person", contact.name, folded_words(contact.email or ""), address=True)


def _pages(playbook: Playbook) -> Iterator[Name]:
    """Yield the addresses of pages that a mentor hasn't got."""
    for folder, records in (
        ("stories", playbook.stories),
        ("questions", playbook.question_lists),
    ):
        for record_id, record in records.items():
            if why_withheld(record):
                yield _page(folder, record_id, f"{folder}/{record_id}", "")


def _page(folder: str, record_id: str, shown: str, instead: str) -> Name:
    return Name("page", shown, (folder, *record_id.split("-")), instead, address=True)


def _short(company: Company) -> tuple[str, ...] | None:
    """Return the first word of a name if you yourself call the company by it in its file."""
    words = company.name.split()
    first = words[0]
    if len(words) < 2 or len(first) < _SHORT or not first[0].isupper():
        return None
    return (
        folded_words(first)
        if any(_alone(first, words[1], each) for each in _texts(company))
        else None
    )


def _alone(first: str, second: str, text: str) -> bool:
    """Return whether a word stands within a sentence, and not before the name's second word."""
    at = text.find(first)
    while at >= 0:
        before, after = text[max(0, at - 2) : at], text[at + len(first) :]
        within = len(before) == 2 and before[1] in " \n" and before[0] not in ".!?:"
        if within and not after[:1].isalnum() and not after[1:].startswith(second):
            return True
        at = text.find(first, at + 1)
    return False


def _texts(company: Company) -> Iterable[str]:
    yield from filter(None, (company.about, company.why_us, company.notes))
    yield from (each.background for each in company.contacts if each.background)
    for application in company.applications:
        yield from filter(None, (application.posting, application.notes))
        yield from (each.note for each in application.log if each.note)
