"""HTML as plain text: what a person would have read."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "hr", "section")
)
_HIDDEN = frozenset(("script", "style", "head", "title"))
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0
        self.link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line at a block, and keep where a link leads."""
        self.hidden += tag in _HIDDEN
        if tag in _BLOCKS:
            self.parts.append("\n- " if tag == "li" else "\n")
        href = dict(attrs).get("href") if tag == "a" else None
        if href and href.startswith(("http://", "https://")) and not self.hidden:
            self.link = href

    def handle_endtag(self, tag: str) -> None:
        """End a line at a block; the address of a link stands behind its words."""
        if tag == "a" and self.link:
            shown = "".join(self.parts[-1:]).strip()
            self.parts.append("" if shown == self.link else f" {self.link} ")
            self.link = ""
        self.hidden -= tag in _HIDDEN and self.hidden > 0
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Take a text that is shown."""
        if not self.hidden:
            self.parts.append(data)


def plain_text(text: str) -> str:
    """Return a text without HTML tags, with the addresses of links; at most one empty line."""
    if _TAG.search(text):
        reader = _Reader()
        reader.feed(text)
        reader.close()
        text = "".join(reader.parts)
    lines = [" ".join(line.split()) for line in text.replace("\u00a0", " ").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
