"""What a style sheet sets apart on a page, set apart by a sign in a line of text."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = ("p", "div", "ul", "ol", "dl", "table", "pre", "blockquote", "section", *HEADINGS)
SEPARATOR = " · "


def new_tag(soup: BeautifulSoup, name: str, text: str = "") -> Tag:
    """Return a new element with a text."""
    tag = soup.new_tag(name)
    if text:
        tag.string = text
    return tag


def words_of(element: Tag) -> str:
    """Return an element's text in one line."""
    return " ".join(element.get_text().split())


def is_blank(element: PageElement) -> bool:
    """Return whether this is text without a word in it."""
    return isinstance(element, NavigableString) and not element.strip()


def separate(soup: BeautifulSoup) -> None:
    """Put a sign between parts of a line that only a style sheet keeps apart.

    Parts are `span`, `small` and links of a template; what people wrote has none of them.
    """
    for heading in soup.find_all(("h1", "h2", "h3")):
        for note in heading.find_all(_is_note):
            note.decompose()
    for element in soup.find_all(("span", "small", "a")):
        if not _is_part(element):
            continue
        if (before := _neighbour(element, -1)) is not None and _apart(before, element):
            _put_between(before, element)
        after = _neighbour(element, 1)
        if isinstance(after, NavigableString) and _touches(element, after):
            element.insert_after(SEPARATOR)


def _is_note(element: Tag) -> bool:
    classes = " ".join(map(str, element.get_attribute_list("class")))
    return element.name == "small" or classes.endswith("__note")


def _neighbour(element: Tag, way: int) -> PageElement | None:
    """Return what stands next to an element, but for space."""
    siblings = element.next_siblings if way > 0 else element.previous_siblings
    return next((each for each in siblings if not is_blank(each)), None)


def _put_between(before: PageElement, element: Tag) -> None:
    while (space := element.previous_sibling) is not None and space is not before:
        space.extract()
    if isinstance(before, NavigableString):
        before.replace_with(NavigableString(before.rstrip()))
    element.insert_before(SEPARATOR)


def _apart(before: PageElement, element: Tag) -> bool:
    if isinstance(before, NavigableString):
        return element.name == "small" or _touches_text(before, element)
    if not isinstance(before, Tag) or before.name in BLOCKS:
        return False
    if before.name in ("strong", "b"):
        return not words_of(before).endswith(":")
    return _is_part(before) or element.name == "small"


def _touches_text(before: NavigableString, element: Tag) -> bool:
    return before is element.previous_sibling and before[-1:].isalnum()


def _touches(element: Tag, after: NavigableString) -> bool:
    if element.next_sibling is not after:
        return False
    return after[:1].isalnum() or (element.name == "small" and not after[:1].isspace())


def _is_part(element: PageElement) -> bool:
    if not isinstance(element, Tag) or not words_of(element):
        return False
    if element.name == "a":
        return element.has_attr("href") and (
            element.has_attr("class") or not element.has_attr("rel")
        )
    return element.name in ("span", "small")
