"""What folds out on a page as a heading with its text."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import PageElement, Tag

from interview_playbook.export.parts import BLOCKS, HEADINGS, SEPARATOR, new_tag, words_of

_SHORT = 30


def fold_out(soup: BeautifulSoup) -> None:
    """Open every `details`: its summary becomes a heading, or a strong line inside a list."""
    for fold, level in _levels(soup):
        summary = fold.find("summary", recursive=False)
        if isinstance(summary, Tag):
            _open(fold, summary, level, soup)
        fold.name = "div"


def _levels(soup: BeautifulSoup) -> list[tuple[Tag, int]]:
    """Return every fold with its level: one below the heading it stands under, and as deep."""
    headings: list[tuple[int, frozenset[int]]] = [(1, frozenset())]
    found: list[tuple[Tag, int]] = []
    for element in soup.find_all(("details", *HEADINGS)):
        around = frozenset(id(each) for each in element.find_parents("details"))
        if element.name == "details":
            above = next(level for level, outer in reversed(headings) if outer <= around)
            found.append((element, min(6, above + 1 + len(around))))
        else:
            headings.append((int(element.name[1]), around))
    return found


def _open(fold: Tag, summary: Tag, level: int, soup: BeautifulSoup) -> None:
    for note in summary.select(".pb-fold__note"):
        note.decompose()
    lead, rest = _divided(summary)
    in_list = fold.find_parent(["li", "td", "th"]) is not None
    summary.clear()
    summary.name = "p" if in_list else f"h{level}"
    line = new_tag(soup, "strong") if in_list else summary
    line.extend(lead)
    if line is not summary:
        summary.append(line)
    if fold.get("id"):
        summary["id"] = fold["id"]
        del fold["id"]
    _lower_headings(fold, summary, level)
    body = words_of(fold)
    told = [part for part in rest if words_of(part).lstrip("→ ") not in body]
    for paragraph in reversed(_paragraphs(told, soup)):
        summary.insert_after(paragraph)


def _lower_headings(fold: Tag, summary: Tag, level: int) -> None:
    """Let the headings inside of an opened fold stand below its own."""
    inside = [each for each in fold.find_all(HEADINGS) if each is not summary]
    down = level + 1 - min((int(each.name[1]) for each in inside), default=level + 1)
    for heading in inside:
        heading.name = f"h{min(6, int(heading.name[1]) + max(0, down))}"


def _divided(summary: Tag) -> tuple[list[PageElement], list[Tag]]:
    """Return what names the fold, and what its summary says besides."""
    title = summary.select_one(".pb-fold__title") or summary
    others = [] if title is summary else _parts(summary, but=title)
    contents = [each for each in title.contents if str(each).strip()]
    cut = next((place for place, each in enumerate(contents) if place and _is_aside(each)), None)
    aside = contents[cut:] if cut is not None else []
    return contents[:cut], [each for each in aside if isinstance(each, Tag)] + others


def _parts(summary: Tag, but: Tag) -> list[Tag]:
    found: list[Tag] = []
    for child in summary.find_all(recursive=False):
        if child is but:
            continue
        if any(each is but for each in child.find_all()):
            found += _parts(child, but)
        elif words_of(child):
            found.append(child)
    return found


def _is_aside(element: PageElement) -> bool:
    return (
        isinstance(element, Tag) and element.name in ("span", "small") and bool(words_of(element))
    )


def _paragraphs(parts: list[Tag], soup: BeautifulSoup) -> list[Tag]:
    """Return short parts in one line, and each longer one as a paragraph."""
    short = [part for part in parts if len(words_of(part)) < _SHORT and not part.find(BLOCKS)]
    lines = [new_tag(soup, "p", SEPARATOR.join(map(words_of, short)))] if short else []
    for part in parts:
        if not any(part is each for each in short):
            part.name = "p"
            lines.append(part.extract())
    return lines
