"""Articles without what only a browser can do: one plain form for each interactive part."""

from __future__ import annotations

from collections.abc import Callable

from bs4 import BeautifulSoup
from bs4.element import Tag

from interview_playbook.export.folds import fold_out
from interview_playbook.export.parts import BLOCKS, HEADINGS, is_blank, new_tag, separate, words_of

_DROPPED = "script style template dialog nav button select textarea output datalist audio canvas"


def simplify(soup: BeautifulSoup, anchors: frozenset[str]) -> None:
    """Change an article in place to what Markdown has a form for.

    Times become their label, pictures their text, definition lists bulleted lists, what folds out
    a heading with its text, and a card that is one link a link on its first words. An element
    whose id is one of `anchors` begins with an empty `<a id>` instead.
    """
    for element in soup.find_all(True):
        if _needs_a_browser(element):
            element.extract()
    for element in soup.find_all(True):
        if (change := _change_for(element)) is not None:
            change(element, soup)
    fold_out(soup)
    separate(soup)
    for element in soup.find_all(id=True):
        if element["id"] in anchors:
            _anchor(element, soup)
    soup.smooth()


def _needs_a_browser(element: Tag) -> bool:
    given = element.attrs
    return (
        element.name in _DROPPED.split()
        or "hidden" in given
        or given.get("aria-hidden") == "true"
        or given.get("data-pb-plain") == "none"
        or "pb-scripted" in given.get("class", ())
        or (element.name == "input" and given.get("type") != "checkbox")
    )


def _change_for(element: Tag) -> Callable[[Tag, BeautifulSoup], None] | None:
    if "data-pb-body" in element.attrs:
        return _keep_breaks
    if element.name == "ul" and "pb-chips" in element.get_attribute_list("class"):
        return _chips
    if element.name == "a" and (element.has_attr("class") or element.find(("small", "span"))):
        return _card_link
    return _CHANGES.get(element.name)


def _form(form: Tag, soup: BeautifulSoup) -> None:
    if form.find("input", type="checkbox"):
        form.name = "div"
    else:
        form.decompose()


def _time(time: Tag, soup: BeautifulSoup) -> None:
    label = time.select_one(".pb-when__label")
    text = words_of(label) if label else str(time.get("title") or words_of(time))
    time.name = "span"
    time.string = text


def _picture(picture: Tag, soup: BeautifulSoup) -> None:
    said = [picture.find("title"), picture.find("desc")]
    texts = [words_of(each).rstrip(".:") for each in said if isinstance(each, Tag)]
    told = ": ".join(filter(None, texts)) or str(picture.get("aria-label") or "").rstrip(".")
    if told:
        picture.replace_with(new_tag(soup, "p", f"{told}."))
    else:
        picture.decompose()


def _keep_breaks(letter: Tag, soup: BeautifulSoup) -> None:
    """Make paragraphs and breaks of a text whose own line breaks count."""
    paragraphs = letter.get_text().strip().split("\n\n")
    letter.clear()
    for paragraph in paragraphs:
        block = new_tag(soup, "p")
        for number, line in enumerate(paragraph.splitlines()):
            if number:
                block.append(new_tag(soup, "br"))
            block.append(line)
        letter.append(block)
    letter.name = "blockquote"


def _chips(chips: Tag, soup: BeautifulSoup) -> None:
    words = ", ".join(words_of(chip) for chip in chips.find_all("li"))
    label = chips.get("aria-label")
    inline = chips.parent is not None and chips.parent.name in ("dd", "li", "p", "span")
    chips.name = "span" if inline else "p"
    chips.string = f"{label}: {words}" if label else words


def _definitions(element: Tag, soup: BeautifulSoup) -> None:
    for chips in element.find_all("ul", class_="pb-chips"):
        _chips(chips, soup)
    for group in element.find_all("div", recursive=False):
        group.unwrap()
    items: list[Tag] = []
    for part in element.find_all(["dt", "dd"], recursive=False):
        if part.name == "dt":
            items.append(new_tag(soup, "li"))
            items[-1].append(new_tag(soup, "strong", f"{words_of(part)}:"))
        elif items and words_of(part):
            _define(items[-1], part)
    element.clear()
    element.name = "ul"
    element.extend(items)


def _define(item: Tag, part: Tag) -> None:
    block = part.find(BLOCKS) is not None
    if len(item.contents) == 1:
        item.append(" ")
    part.name = "div" if block else "span"
    item.append(part.extract())


def _cards(cards: Tag, soup: BeautifulSoup) -> None:
    items = cards.find_all("li", recursive=False)
    if any(item.find(HEADINGS) for item in items):
        for item in items:
            item.name = "div"
        cards.name = "div"


def _card_link(link: Tag, soup: BeautifulSoup) -> None:
    """Let a link around several parts stand on the first of them alone."""
    parts = [part for part in link.contents if not is_blank(part)]
    several = len(parts) > 1 or link.find((*BLOCKS, "small")) is not None
    if not several or not isinstance(link.find(True), Tag):
        return
    first = link.find(BLOCKS) or parts[0]
    wrapped = new_tag(soup, "a")
    wrapped["href"] = str(link.get("href", ""))
    wrapped["class"] = "pb-link"
    if isinstance(first, Tag):
        _wrap_words(first, wrapped)
    else:
        first.replace_with(wrapped)
        wrapped.append(first)
    if link.get("id"):
        wrapped.insert_before(new_tag(soup, "a"))
        wrapped.previous_sibling["id"] = link["id"]  # type: ignore[index]
    link.unwrap()


def _wrap_words(first: Tag, wrapped: Tag) -> None:
    """Move what begins an element into a link; a `small` after it stays outside."""
    contents = list(first.contents)
    smalls = [child for child in contents if isinstance(child, Tag) and child.name == "small"]
    end = contents.index(smalls[0]) if smalls and contents[0] is not smalls[0] else len(contents)
    for child in contents[:end]:
        wrapped.append(child.extract())
    first.insert(0, wrapped)


def _column(element: Tag, soup: BeautifulSoup) -> None:
    """Let the columns of a small picture stand in one line."""
    if element.parent is not None and "pb-pipe" in element.parent.get_attribute_list("class"):
        element.name = "span"


def _anchor(element: Tag, soup: BeautifulSoup) -> None:
    mark = new_tag(soup, "a")
    mark["id"] = element["id"]
    if element.name == "a" and not element.has_attr("href"):
        return
    del element["id"]
    first = element if element.name in (*HEADINGS, "li", "p") else element.find((*HEADINGS, "p"))
    (first if isinstance(first, Tag) else element).insert(0, mark)


_CHANGES: dict[str, Callable[[Tag, BeautifulSoup], None]] = {
    "form": _form,
    "time": _time,
    "svg": _picture,
    "div": _column,
    "dl": _definitions,
    "ul": _cards,
    "ol": _cards,
}
