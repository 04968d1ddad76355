"""An article's HTML as plain Markdown that Python-Markdown and CommonMark read alike."""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4 import BeautifulSoup
from bs4.element import Tag
from markdownify import ATX, MarkdownConverter

from interview_playbook.export.simplify import simplify

# Both dialects let a backslash stand before these, and no others.
_ESCAPED = re.compile(r"[\\`*_{}\[\]]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^(>|#|[-+](?= |$)|-(?=-)|!(?=!!))")
_LINE_END = re.compile(r"([!#])(?=\s*$)")
_NUMBERED = re.compile(r"^(\d+)([.)])(?= |$)")
_ENTITIES = {"<": "&lt;", "~~": "&#126;&#126;"}
_START_ENTITIES = {"???": "&#63;??", "===": "&#61;=="}
_LINES = re.compile(r"^(?=.)", re.MULTILINE)
_BREAK = "\0"
_SPACES = re.compile(r"(?<=[^\s.-]) {2,}(?=\S)")  # not those after a bullet
_LONE_SPACE = re.compile(r"^ (?=\S)")


def to_markdown(
    html: str, link: Callable[[str], str | None], anchors: frozenset[str] = frozenset()
) -> str:
    """Return an article as Markdown.

    `link` turns an address into the one to write, or None where the words are to stand alone.
    `anchors` are the ids that links lead to: they are kept as `<a id="…"></a>`.
    """
    soup = BeautifulSoup(html, "html.parser")
    simplify(soup, anchors)
    return _tidy(str(_Converter(link, anchors).convert_soup(soup)))


def _tidy(text: str) -> str:
    """Return Markdown without needless space, code blocks left as they are."""
    lines: list[str] = []
    in_code = False
    for line in text.strip().split("\n"):
        in_code ^= line.lstrip().startswith("```")
        if not in_code:
            line = _SPACES.sub(" ", _LONE_SPACE.sub("", line))
        if line.strip() or in_code or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).replace(_BREAK, "  ") + "\n"


def escape(text: str) -> str:
    """Return a text as Markdown that says nothing but this text, wherever it stands in a line."""
    text = _ENTITY.sub("&amp;", _ESCAPED.sub(r"\\\g<0>", text))
    for mark, entity in _ENTITIES.items():
        text = text.replace(mark, entity)
    words = text.lstrip()
    space = text[: len(text) - len(words)]
    for mark, entity in _START_ENTITIES.items():
        if words.startswith(mark):
            words = entity + words.removeprefix(mark)
    words = _NUMBERED.sub(r"\1\\\2", words)
    words = _LINE_END.sub(r"\\\1", words)
    return space + _LINE_START.sub(r"\\\1", words)


class _Converter(MarkdownConverter):
    """Markdownify's conversion, with this site's links and with lists four columns wide."""

    def __init__(self, link: Callable[[str], str | None], anchors: frozenset[str]) -> None:
        super().__init__(heading_style=ATX, bullets="-", wrap=True, wrap_width=None)
        self._link = link
        self._anchors = anchors

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Return text so that it stands for itself."""
        escaped = escape(text)
        return escaped.replace("|", r"\|") if {"td", "th"} & parent_tags else escaped

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Return a link, or its words alone where it leads out of the exported pages."""
        if el.get("id") in self._anchors and not el.has_attr("href"):
            return f'<a id="{el["id"]}"></a>'
        href = self._link(str(el.get("href", "")))
        if href is None or "_noformat" in parent_tags or not text.strip():
            return text
        bare = el.get_text(strip=True)
        if bare == href and href.startswith(("http:", "https:")):
            return f"<{href}>"
        safe = href.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
        start, end = text[: -len(text.lstrip()) or None], text[len(text.rstrip()) :]
        start, end = (start if start.isspace() else ""), (end if end.isspace() else "")
        return f"{start}[{text.strip()}]({safe}){end}"

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Return a line break; in a heading or a table's cell a space."""
        return " " if "_inline" in parent_tags else f"{_BREAK}\n"

    def convert_input(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Return a tick box."""
        return f"[{'x' if el.has_attr('checked') else ' '}] "

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Return an item; what it goes on with stands four columns in, as both dialects ask."""
        text = text.strip()
        if not text:
            return "\n"
        bullet = f"{self._number(el)}." if el.parent and el.parent.name == "ol" else "-"
        if "\n" not in text:
            return f"{bullet} {text}\n"
        return bullet.ljust(4) + _LINES.sub("    ", text)[4:] + "\n"

    def convert_list(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Return a list, under its label where it has one."""
        items = text.strip("\n")
        label = el.get("aria-label")
        told = f"**{escape(str(label))}**\n\n" if label and "li" not in parent_tags else ""
        return f"\n\n{told}{items}\n\n" if items else ""

    convert_ul = convert_list
    convert_ol = convert_list

    @staticmethod
    def _number(item: Tag) -> int:
        start = str(item.parent.get("start", "1")) if item.parent else "1"
        before = len(item.find_previous_siblings("li"))
        return (int(start) if start.isdecimal() else 1) + before
