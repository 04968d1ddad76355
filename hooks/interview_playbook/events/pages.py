"""Pages whose content is finished: views become MkDocs files, articles are kept between builds."""

from __future__ import annotations

import posixpath
import traceback
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateSyntaxError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from interview_playbook.events.site import Site, site_of
from interview_playbook.render import Article, Heading, render_article
from interview_playbook.views.base import SECTIONS, View, sections_for

_SECTION_URLS = {section.url: section for section in SECTIONS}


class ViewPage(Page):
    """A page that is rendered from a view and never goes through Python-Markdown."""

    def __init__(self, view: View, article: Article, file: File, config: MkDocsConfig) -> None:
        sections = sections_for(site_of(config).audience)
        title = next((each.title for each in sections if each.url == view.url), view.title)
        super().__init__(title, file, config)
        self.view = view
        self.article = article

    def read_source(self, config: MkDocsConfig) -> None:
        """Give MkDocs a source without words: the content is there already."""
        self.markdown = ""
        self.meta = {"title": self.view.title}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand over the finished article and its table of contents."""
        self.content = self.article.html
        self.toc = table_of_contents(self.article.headings)
        self.present_anchor_ids = {heading.id for heading in self.article.headings}


def table_of_contents(headings: tuple[Heading, ...]) -> TableOfContents:
    """Return headings as MkDocs has them: the third level below the second it follows."""
    top: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(heading.title, heading.id, heading.level)
        siblings = top[-1].children if heading.level > 2 and top else top
        siblings.append(link)
    return TableOfContents(top)


class Articles:
    """Rendered articles by address; one is rendered anew when its view or a template changed."""

    def __init__(self) -> None:
        self._templates: object = None
        self._kept: dict[str, tuple[View, Article]] = {}

    def of(self, view: View, environment: Environment, templates: object) -> Article:
        """Return the article of a view; `templates` is any value that changes with a template."""
        if templates != self._templates:
            self._kept.clear()
            self._templates = templates
        kept = self._kept.get(view.url)
        if kept is not None and kept[0] == view and type(kept[0]) is type(view):
            return kept[1]
        article = render_article(view, environment)
        self._kept[view.url] = (view, article)
        return article

    def forget_but(self, urls: frozenset[str]) -> None:
        """Drop the articles of pages that are no more."""
        self._kept = {url: kept for url, kept in self._kept.items() if url in urls}


ARTICLES = Articles()


def page_files(site: Site, config: MkDocsConfig, taken: Files) -> Iterator[File]:
    """Yield a MkDocs file for each view whose place no hand-written page has taken."""
    templates = _fingerprint(site.environment)
    for view in site.views.values():
        src_uri = src_uri_of(view.url)
        if taken.get_file_from_path(src_uri) is None:
            yield _page_file(view, src_uri, site, config, templates)
    ARTICLES.forget_but(frozenset(site.views))


def src_uri_of(url: str) -> str:
    """Return the Markdown file that an address looks made of: `stories/x/` of `stories/x.md`."""
    if url in _SECTION_URLS:
        return f"{url}index.md"
    return f"{url.rstrip('/')}.md"


def _page_file(
    view: View, src_uri: str, site: Site, config: MkDocsConfig, templates: object
) -> File:
    in_nav = config.nav is None and view.url in _SECTION_URLS
    inclusion = InclusionLevel.UNDEFINED if in_nav else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, src_uri, content="", inclusion=inclusion)
    if view.source:
        file.edit_uri = edit_path(site.root, Path(config.docs_dir), view.source)
    try:
        article = ARTICLES.of(view, site.environment, (site.root, templates))
    except TemplateError as error:
        raise PluginError(f"{_place(error)}: {error} (for the page {view.url or '/'})") from None
    file.page = ViewPage(view, article, file, config)
    return file


def _place(error: TemplateError) -> str:
    """Return the file and line of the page template that went wrong."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    last = next((each for each in reversed(frames) if each.filename.endswith(".html")), None)
    return f"{last.filename}:{last.lineno}" if last else "templates/pages"


def edit_path(root: Path, docs_dir: Path, source: str) -> str:
    """Return the way from the folder of the hand-written pages to a file of the playbook."""
    inside = docs_dir.resolve().relative_to(root).as_posix()
    return posixpath.relpath(source, inside)


def _fingerprint(environment: Environment) -> tuple[tuple[str, int, int], ...]:
    """Return what tells one state of the template folders from another."""
    loader = environment.loader
    folders = getattr(loader, "searchpath", ())
    return tuple(
        (str(path), (stat := path.stat()).st_mtime_ns, stat.st_size)
        for folder in folders
        for path in sorted(Path(folder).glob("*.html"))
    )
