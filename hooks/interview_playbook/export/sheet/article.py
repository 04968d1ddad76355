"""The article of a page taken out of its site: no link in it leads nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from bs4 import BeautifulSoup
from bs4.element import Tag

from interview_playbook.export.links import Target, target_of
from interview_playbook.export.parts import new_tag

_REFERENCES = ("href", "data-pb-copy", "data-pb-glance-open", "for", "aria-labelledby")
_HOLDERS = ("p", "div", "li", "ul")
BUTTON = "pb-button"


def parsed(html: str) -> BeautifulSoup:
    """Return the tree of an article."""
    return BeautifulSoup(html, "html.parser")


def targets(soup: BeautifulSoup, url: str) -> list[str]:
    """Return the site's addresses that an article at `url` links to, in order, each once."""
    found = (_target(link, url) for link in soup.find_all("a", href=True))
    return list(dict.fromkeys(each.url for each in found if each))


def cut_off(soup: BeautifulSoup, url: str, here: Mapping[str, str]) -> None:
    """Mend every link of an article at `url` that leads to the site.

    A link to an address in `here` leads to that id in the file; a button to anything else goes, and
    a link becomes text. What leads elsewhere (a video call, a telephone) stays.
    """
    for link in soup.find_all("a", href=True):
        target = _target(link, url)
        if target is None:
            continue
        if target.url == url and target.fragment:
            link["href"] = f"#{target.fragment}"
        elif target.url in here:
            link["href"] = f"#{here[target.url]}"
        elif BUTTON in link.get_attribute_list("class"):
            _drop(link)
        else:
            link.name = "span"
            del link["href"]


def place_of_link(soup: BeautifulSoup, anchor: str) -> str:
    """Return the id of what the first link to an id stands in, the article's own if nothing has."""
    link = soup.find("a", href=f"#{anchor}")
    around = link.find_parent(id=True) if isinstance(link, Tag) else None
    return str(around["id"]) if around else "pb-content"


def folded(soup: BeautifulSoup, anchor: str, note: str, back: str) -> Tag:
    """Return a whole page as a fold with the id `anchor`: its title is what is always seen.

    All of its own folds are open, its ids begin with the anchor, and its headings are lower by one.
    What it has for going about the site is left out. At its end a button leads to the id `back`.
    """
    for each in soup.select("[data-pb-screen-only]"):
        each.decompose()
    heading = soup.find("h1")
    title = heading.get_text() if isinstance(heading, Tag) else anchor
    if isinstance(heading, Tag):
        heading.decompose()
    _rename(soup, f"{anchor}--")
    for each in soup.find_all("h2"):
        each.name = "h3"
    for each in soup.find_all("details"):
        each["open"] = each["data-pb-chosen"] = ""
    fold = new_tag(soup, "details")
    fold["class"], fold["id"] = "pb-fold pb-whole", anchor
    head, body = new_tag(soup, "summary"), new_tag(soup, "div")
    head["class"], body["class"] = "pb-fold__head", "pb-fold__body"
    for text, name in ((title, "title"), (note, "note")):
        part = new_tag(soup, "span", text)
        part["class"] = f"pb-fold__{name}"
        head.append(part)
    for child in list(soup.contents):
        body.append(child.extract())
    line, button = new_tag(soup, "p"), new_tag(soup, "a", "Back to the sheet")
    button["class"], button["href"] = BUTTON, f"#{back}"
    line.append(button)
    body.append(line)
    fold.extend([head, body])
    return fold


def _rename(soup: BeautifulSoup, start: str) -> None:
    """Put `start` before every id of an article, and wherever one is named."""
    ids = {str(each["id"]) for each in soup.find_all(id=True)}
    for element in soup.find_all(True):
        for name in ("id", *_REFERENCES):
            value = element.get(name)
            if isinstance(value, str) and value.removeprefix("#") in ids:
                mark = "#" if value.startswith("#") else ""
                element[name] = f"{mark}{start}{value.removeprefix('#')}"


def _target(link: Tag, url: str) -> Target | None:
    return target_of(str(link["href"]), url)


def _drop(element: Tag) -> None:
    """Take an element out, and what held nothing else."""
    parent = element.parent
    element.decompose()
    if parent is not None and parent.name in _HOLDERS and not _holds_anything(parent):
        _drop(parent)


def _holds_anything(element: Tag) -> bool:
    return element.find(True) is not None or bool(element.get_text(strip=True))
