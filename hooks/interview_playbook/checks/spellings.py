"""How names are written: folded for comparing, and the other ways people have of writing one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from interview_playbook.schema.words import LETTERS

_SOLID = r"\u0e00-\u0eff\u1000-\u11ff\u3040-\u30ff\u3400-\u9fff"
"""Letters of Thai, Lao, Burmese, Korean, Japanese, Chinese: no space tells where a name ends."""
WORD = re.compile(rf"(?=[^\W_])(?:[{_SOLID}]|[^\W_{_SOLID}]+)")
_MARKUP = re.compile(
    r"&(?:[a-z]+|#\d+|#x[0-9a-f]+);|</?[a-z][^<>]*>|%2[0-9a-f]",  # and %20 of an address
    re.IGNORECASE,
)
_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
    | {"Ø": "Oe", "Å": "Aa"}
)
_REST = re.compile(r"\s*[,;(|]|\s+[-\u2010-\u2015/]\s")
_AND = re.compile(
    r"(?<=\w)\s*[&+]\s*(?=\w)|(?<=\w)\s+(?:and|und|et|og|och)\s+(?=\w)", re.IGNORECASE
)
_ANDS = (" ", " and ", " und ", " et ", " og ", " och ")
_LEGAL = frozenset(
    WORD.findall(
        "ab ag aps as asa bv co corp corporation gmbh inc incorporated kg limited llc llp ltd nv oy"
        " oyj plc pty sa sarl se spa srl"
    )
)
_TITLES = ("dr", "frau", "herr", "mr", "mrs", "ms", "mx")
_SURNAME = 4
"""Letters that a surname has at the least to stand for a person by itself."""
_HISSES = ("s", "x", "z", "ch", "sh")


class Spelling(NamedTuple):
    """Folded words that a name may be written in; a `cased` one only with a capital letter, one
    `within` only within a sentence, where a capital letter means a name.
    """

    words: tuple[str, ...]
    cased: bool = False
    within: bool = False


def folded(text: str) -> tuple[str, list[int]]:
    """Return a text in small letters without accents, and where each of its letters stood.

    The places are empty where every letter stands where it stood.
    """
    text = _MARKUP.sub(lambda found: " " * len(found[0]), text)
    if text.isascii():
        return text.lower(), []
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for each in unicodedata.normalize("NFKD", letter.translate(LETTERS)).casefold():
            if unicodedata.category(each)[0] != "M" and unicodedata.category(each) != "Cf":
                letters.append(each)
                places.append(place)
    return "".join(letters), places


def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as names are compared: small letters, no accents."""
    return tuple(WORD.findall(folded(text)[0]))


def plurals(word: str) -> tuple[str, ...]:
    """Return a folded word, and what it is with an s at its end: `fox`, `foxs`, `foxes`."""
    return (word, f"{word}s", f"{word}es") if word.endswith(_HISSES) else (word, f"{word}s")


def company_spellings(name: str, company_id: str = "") -> tuple[Spelling, ...]:
    """Return how a company's name may be written, itself first, each once.

    Without `GmbH` and the like, with another word for `&`, with `ae` for `ä`, without what follows
    a comma or a bracket, and as its owner calls its file.
    """
    found: dict[tuple[str, ...], Spelling] = {}
    whole = list(_written_out(name))
    begun = [text for each in whole for text in _written_out(_REST.split(each, maxsplit=1)[0])]
    for text in dict.fromkeys((*whole, *begun)):
        cased = text not in whole and len(folded_words(text)) == 1
        for words in _with_and_without_form(folded_words(text)):
            found.setdefault(words, Spelling(words, cased))
    called = folded_words(company_id)
    if len("".join(called)) > 1:
        found.setdefault(called, Spelling(called, cased=True))
    return tuple(each for each in found.values() if each.words)


def person_spellings(name: str) -> tuple[Spelling, ...]:
    """Return how a person's name may be written, itself first, each once.

    Turned round, without what is in the middle, with an initial, with a title, by the surname.
    """
    found: dict[tuple[str, ...], Spelling] = {}
    for text in _umlauts(name):
        words = folded_words(text)
        for each in (Spelling(words, cased=len(words) == 1), *_of_several(words)):
            found.setdefault(each.words, each)
    return tuple(each for each in found.values() if each.words)


def _of_several(words: tuple[str, ...]) -> Iterator[Spelling]:
    if len(words) < 2:
        return
    first, last = words[0], words[-1]
    yield Spelling((last, *words[:-1]))
    yield from (Spelling((each, last)) for each in (first, first[0], *_TITLES))
    if len(last) >= _SURNAME:
        yield Spelling((last,), cased=True, within=True)


def _umlauts(name: str) -> Iterator[str]:
    whole = unicodedata.normalize("NFC", name)
    yield from dict.fromkeys((whole, whole.translate(_SPELLED_OUT)))


def _written_out(name: str) -> Iterator[str]:
    for text in _umlauts(name):
        yield text
        if _AND.search(text):
            yield from (_AND.sub(each, text) for each in _ANDS)


def _with_and_without_form(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a name's words, and the same without `GmbH` and the like."""
    yield words
    bare = list(words)
    while len(bare) > 1 and bare[-1] in _LEGAL:
        bare.pop()
    if len(bare) > 2 and bare[-2:] == ["a", "s"]:  # A/S
        bare = bare[:-2]
    yield tuple(bare)
