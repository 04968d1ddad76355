"""The frame of generated pages, rendered once for all that stand in the same place.

Material's template takes longer than the page in it. Two generated pages of one section and depth
differ in their title, contents, article and source alone, so the frame is rendered with gaps for
these, and filled for each page. Where somebody has theme templates, plugins or hooks of
their own, which may look at more, every page is rendered by itself.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from jinja2 import Environment, Template
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.toc import TableOfContents

from interview_playbook.events.pages import ViewPage
from interview_playbook.events.policy import with_policy

_EDGE = "\x00"  # no file of a playbook can hold it


@dataclass(frozen=True)
class Gaps:
    """What the theme's templates write where a page's own parts will stand."""

    title: str = f"{_EDGE}title{_EDGE}"
    contents: str = f"{_EDGE}contents{_EDGE}"
    article: str = f"{_EDGE}article{_EDGE}"
    source: str = f"{_EDGE}source{_EDGE}"


class Shells:
    """The frames of one build, by the place their pages stand in."""

    def __init__(self, environment: Environment, *, serving: bool) -> None:
        self._environment = environment
        self._serving = serving
        self._shells: dict[object, tuple[str, ...]] = {}

    def filled(self, page: ViewPage, context: Mapping[str, Any]) -> str:
        """Return the whole page, from `context` as MkDocs has it for a page's template."""
        frame = context["frame"]
        place = (context["base_url"], frame.section, frame.is_section, frame.wide, frame.contents)
        shell = self._shells.get(place)
        if shell is None:
            shell = self._shells[place] = self._shell(page, context)
        parts = {
            "title": str(escape(page.title)),
            "contents": self._part("contents", page, context),
            "article": page.article.html,
            "source": self._part("source", page, context),
        }
        return "".join(parts.get(piece, piece) for piece in shell)

    def _shell(self, page: ViewPage, context: Mapping[str, Any]) -> tuple[str, ...]:
        stand_in = copy.copy(page)
        stand_in.content = ""
        stand_in.toc = TableOfContents([])
        html = self._environment.get_template("main.html").render(
            {**context, "page": stand_in, "gaps": Gaps()}
        )
        return tuple(with_policy(html, serving=self._serving).split(_EDGE))

    def _part(self, name: str, page: ViewPage, context: Mapping[str, Any]) -> str:
        template = self._environment.get_template(f"partials/playbook/{name}.html")
        return template.render(page=page, frame=context["frame"])


class Filled(Template):
    """A template for one page, which fills a frame; MkDocs renders it as it does any other."""

    shells: Shells
    page: ViewPage

    def __new__(cls, shells: Shells, page: ViewPage) -> Self:  # noqa: D102
        template = object.__new__(cls)
        template.shells, template.page = shells, page
        return template

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return the whole page for MkDocs' context."""
        return self.shells.filled(self.page, dict(*args, **kwargs))


def use_shells(
    environment: Environment, config: MkDocsConfig, files: Files, *, serving: bool
) -> None:
    """Have generated pages rendered by filling frames, unless somebody may look at more."""
    alone = len(config.plugins) == 1  # our own hook: MkDocs counts hooks among the plugins
    if config.theme.custom_dir or not alone:
        return
    shells = Shells(environment, serving=serving)
    for file in files.documentation_pages():
        if isinstance(file.page, ViewPage):
            file.page.meta["template"] = Filled(shells, file.page)
