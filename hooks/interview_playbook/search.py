"""What the site's search looks through: entries in, the script file that the phone loads out."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["story", "round", "company", "question", "email"]

VERSION = 1
KINDS: tuple[Kind, ...] = ("story", "round", "company", "question", "email")
FIELDS = (("title", 1), ("tags", 2), ("people", 4), ("text", 8))
MOST = 0xFFFF - 0x800 - 33  # what one UTF-16 unit can count to

_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
        "ħ": "h", "ŧ": "t", "ı": "i", "ĸ": "k", "ŋ": "n", "ς": "σ",
    }
)  # fmt: skip
# Scripts without spaces between words: each character is a word of its own.
_SOLID = r"\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_SOLID}]|(?:(?![{_SOLID}])[^\W_])+(?:\+\+|#)?")
_JOINED = re.compile(r"([^\W_]+)[-'.,\u2010\u2019](?=([^\W_]+))")


@dataclass(frozen=True)
class Entry:
    """A page, or a place on one, that can be found; `newest` is an ISO date or empty."""

    url: str
    title: str
    kind: Kind
    tags: str
    people: str
    text: str
    hint: str
    newest: str


def fold(text: str) -> str:
    """Return the text as it is compared: small letters, nothing above or below them."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).lower()
    bare = "".join(letter for letter in plain if unicodedata.category(letter)[0] != "M")
    return bare.translate(_LETTERS)


def words_of(text: str) -> list[str]:
    """Return the folded words of a text in their order."""
    return _WORD.findall(fold(text))


def _indexed_words(text: str) -> set[str]:
    """Return the words under which a text is found: "on-call" under on, call and oncall."""
    folded = fold(text)
    return {*_WORD.findall(folded), *(a + b for a, b in _JOINED.findall(folded))}


def _order(word: str) -> bytes:
    """Return the key that sorts words as JavaScript compares them: by UTF-16 units."""
    return word.encode("utf-16-be", "surrogatepass")


def _units(numbers: Iterable[int]) -> str:
    """Return a character for each number from 0 to `MOST`: space and surrogates never occur.

    In UTF-8, a small number takes one byte and a large one two or three, so that the file is as
    small as a binary one, and the phone reads a number with `charCodeAt`, without decoding.
    """
    return "".join(chr(n + 33 if n + 33 < 0xD800 else n + 33 + 0x800) for n in numbers)


def _run(fields_of: dict[int, int]) -> str:
    """Return a word's entries: for each set of fields its mask, how many entries, the gaps."""
    by_mask: defaultdict[int, list[int]] = defaultdict(list)
    for number, mask in fields_of.items():
        by_mask[mask].append(number)
    units: list[int] = []
    for mask, numbers in sorted(by_mask.items()):
        gaps = (after - before - 1 for before, after in zip([-1, *numbers], numbers, strict=False))
        units += (mask, len(numbers), *gaps)
    return _units(units)


def _words(entries: Sequence[Entry]) -> dict[str, dict[int, int]]:
    """Return for every word the entries that have it, and in which of their fields."""
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        for field, bit in FIELDS:
            for word in _indexed_words(getattr(entry, field)):
                found[word][number] = found[word].get(number, 0) | bit
    return found


def _pieces(text: str) -> list[str]:
    """Return what commas part: single tags, single names."""
    return [piece.strip() for piece in text.split(",") if piece.strip()]


def _line(text: str) -> str:
    """Return the text on one line."""
    return " ".join(text.split())


def _columns(entries: Sequence[Entry]) -> dict[str, str]:
    """Return what a row shows; tags and names stand once, by how often they occur."""
    counts = Counter(
        piece for entry in entries for piece in (*_pieces(entry.tags), *_pieces(entry.people))
    )
    pieces = sorted(counts, key=lambda piece: (-counts[piece], piece))
    place = {piece: number for number, piece in enumerate(pieces)}
    return {
        "kinds": "".join(str(KINDS.index(entry.kind)) for entry in entries),
        "urls": "\n".join(_line(entry.url) for entry in entries),
        "titles": "\n".join(_line(entry.title) for entry in entries),
        "hints": "\n".join(_line(entry.hint) for entry in entries),
        "pieces": "\n".join(map(_line, pieces)),
        "tags": " ".join(_units(place[each] for each in _pieces(e.tags)) for e in entries),
        "people": " ".join(_units(place[each] for each in _pieces(e.people)) for e in entries),
    }


def build_index(entries: Sequence[Entry]) -> bytes:
    """Return the script that gives the phone the index, newest entries first.

    Raises ValueError for more entries, or different tags and names, than `MOST`.
    """
    newest = sorted(entries, key=lambda entry: (entry.newest, entry.url), reverse=True)
    found = _words(newest)
    words = sorted(found, key=_order)
    columns = _columns(newest)
    if max(len(newest), columns["pieces"].count("\n")) > MOST:
        raise ValueError(f"the search index holds at most {MOST} entries, and as many tags")
    index = {
        "version": VERSION,
        **columns,
        "words": "\n".join(words),
        "runs": " ".join(_run(found[word]) for word in words),
    }
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.playbookIndex={text};\n".encode(errors="replace")
