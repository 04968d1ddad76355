"""Prose fields: Markdown as people type it, rendered once and sanitised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

_BLOCKS = "p h3 h4 h5 h6 ul ol li blockquote pre hr table thead tbody tr th td"
_INLINES = "a abbr br code del em kbd mark s strong sub sup"
_TAGS = frozenset((*_BLOCKS.split(), *_INLINES.split()))
_INLINE_TAGS = frozenset(_INLINES.split())
_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto", "tel"}

# Text without any of this is one paragraph to CommonMark, so it needs no parser.
_SPECIAL = re.compile(
    r"[*_`\[\]<>&#|~\\\t\r\0]|\n[ \t]*\n|^ *(?:[-+=]|\d+[.)])| {2}\n|^ {4}", re.MULTILINE
)


class _Renderer(RendererHTML):
    """Renders a heading two levels lower: first and second are the page's own."""

    def heading_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Return the opening tag, `#` as a third-level heading."""
        return f"<h{_lower(tokens[index].tag)}>"

    def heading_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Return the closing tag."""
        return f"</h{_lower(tokens[index].tag)}>\n"


def _lower(tag: str) -> int:
    return min(int(tag[1]) + 2, 6)


_markdown = MarkdownIt("commonmark", renderer_cls=_Renderer).enable(["table", "strikethrough"])
_typed = (
    MarkdownIt("commonmark", {"html": False, "breaks": True}, renderer_cls=_Renderer)
    .enable("strikethrough")
    .disable("image")
)


@lru_cache(maxsize=65536)
def prose(text: str) -> Markup:
    """Return Markdown (CommonMark, tables, strikethrough) as HTML that can do no harm."""
    if not _SPECIAL.search(text):
        return Markup(f"<p>{_plain(text)}</p>\n")  # noqa: S704 - holds no < > &
    return Markup(_clean(_markdown.render(text), _TAGS))  # noqa: S704 - cleaned


@lru_cache(maxsize=1024)
def prose_typed(text: str) -> Markup:
    """Return what somebody typed into a page as HTML: Markdown, but each line stays one.

    A tag stays a text: nothing of what they wrote is left out.
    """
    return Markup(_clean(_typed.render(text), _TAGS))  # noqa: S704 - cleaned


@lru_cache(maxsize=65536)
def prose_inline(text: str) -> Markup:
    """Return Markdown as HTML that can stand inside a line: no paragraphs, lists or headings."""
    if not _SPECIAL.search(text):
        return Markup(_plain(text))  # noqa: S704 - holds no < > &
    html = _markdown.renderInline(text.strip())
    return Markup(_clean(html, _INLINE_TAGS))  # noqa: S704 - cleaned


def _plain(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().split("\n"))


def _clean(html: str, tags: frozenset[str]) -> str:
    return nh3.clean(
        html,
        tags=set(tags),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
    )


def plain(text: str) -> str:
    """Return Markdown as text on one line, without its marks."""
    if _SPECIAL.search(text):
        text = prose_inline(text).striptags()
    return " ".join(text.split())
