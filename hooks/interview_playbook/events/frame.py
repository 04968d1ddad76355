"""What stands around every page: the bar, the drawer, the clock, where the page comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from interview_playbook.events.offline import WORKER
from interview_playbook.events.pages import ViewPage, src_uri_of
from interview_playbook.events.search import next_json
from interview_playbook.events.site import Site
from interview_playbook.schema import Audience
from interview_playbook.views.base import SECTIONS, Section, section_of, sections_for


@dataclass(frozen=True)
class SiteFrame:
    """What the theme's templates see of the playbook on every page, as `playbook`.

    `edition` says for whom the site is where that isn't its owner, else it is empty. `now` is an
    instant with its offset, set only where the playbook pins it. `style`, `script` and `worker` are
    site-relative addresses, the last one empty where pages aren't to be kept; `next` is JSON for
    the search.
    """

    audience: Audience
    edition: str
    sections: tuple[Section, ...]
    now: str
    zone: str
    style: str
    script: str
    worker: str
    next: str


@dataclass(frozen=True)
class PageFrame:
    """What the theme's templates see of one page, as `frame`, beside MkDocs' own names."""

    section: Section | None = None
    is_section: bool = False
    wide: bool = False
    contents: bool = True
    source: str = ""


def site_frame(site: Site, files: Files, *, serving: bool) -> SiteFrame:
    """Return what stands around every page; a section without a page is left out.

    While the site is `serving`, no page is kept: the next edit has to show.
    """
    mine, owner = site.audience == "owner", site.facts.playbook.profile.name
    sections = sections_for(site.audience)
    return SiteFrame(
        audience=site.audience,
        edition="" if mine else f"The edition for a mentor: what {owner} shares.",
        sections=tuple(each for each in sections if files.get_file_from_path(src_uri_of(each.url))),
        now=_instant(site) if site.pinned else "",
        zone=site.facts.playbook.profile.timezone if mine else "",
        style=site.style.url,
        script=site.script.url,
        worker="" if serving else WORKER,
        next=next_json(site.facts, site.views),
    )


def _instant(site: Site) -> str:
    """Return what time the site was made for; a mentor isn't told how far from UTC it was."""
    return site.facts.now.astimezone(site.facts.playbook.zone).isoformat(timespec="seconds")


def page_frame(page: Page, audience: Audience) -> PageFrame:
    """Return what stands around one page of an audience's site."""
    view = page.view if isinstance(page, ViewPage) else None
    section = section_of(page.url, sections_for(audience))
    return PageFrame(
        section=section,
        is_section=section is not None and page.url == section.url,
        wide=view is not None and view.wide,
        contents=view is None or view.contents,
        source=view.source if view else "",
    )


def arranged(nav: Navigation) -> Navigation:
    """Return MkDocs' own navigation with the sections first, in their order, one entry each.

    What is hand-written and no section follows in its own order. Generated pages have no page
    before or after them.
    """
    order = {section.url: place for place, section in enumerate(SECTIONS)}
    items = [_unwrapped(item) for item in nav.items]
    items.sort(key=lambda item: order.get(_url(item), len(order)))
    for page in nav.pages:
        _unlink(page)
    return Navigation(items, list(_pages(items)))


def _unwrapped(item: Any) -> Any:
    """Return the one generated page that is all of a section, else the item itself."""
    children = item.children or []
    if len(children) == 1 and isinstance(children[0], ViewPage):
        children[0].parent = None
        return children[0]
    return item


def _url(item: Any) -> str:
    first = next(_pages([item]), None)
    return first.url if first else "-"


def _unlink(page: Page) -> None:
    for side in ("previous_page", "next_page"):
        other = getattr(page, side)
        if isinstance(page, ViewPage) or isinstance(other, ViewPage):
            setattr(page, side, None)


def _pages(items: Iterable[Any]) -> Iterator[Page]:
    for item in items:
        if isinstance(item, Page):
            yield item
        elif item.children:
            yield from _pages(item.children)
