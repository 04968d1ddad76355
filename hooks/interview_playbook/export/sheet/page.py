"""The file of a sheet: the article, the stories in full, styles and scripts, and its policy."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import Tag
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from interview_playbook.export.parts import new_tag
from interview_playbook.export.sheet.article import cut_off, folded, parsed, place_of_link, targets
from interview_playbook.playbook import PlannedRound
from interview_playbook.render import render_article
from interview_playbook.share.clear import slim, slim_style, source
from interview_playbook.views.facts import Facts
from interview_playbook.views.round import round_view
from interview_playbook.views.stories import StoryView, story_url, story_view
from interview_playbook.views.times import moment

_ALONE = Path(__file__).parent / "alone"
_WEB = Path(__file__).parents[2] / "web"
_STYLES = ("tokens", "base", "parts", "lists", "story", "checks", "round", "glance", "print")
_SCRIPTS = (
    "clock",
    *("alone",),  # what the others keep is kept in its way
    *("awake", "copy", "glance", "relative", "reveal", "round", "ticks"),
)
_ACTS = "pb-sheet__acts"
_WHOLE = "whole-"


@dataclass(frozen=True)
class Sheet:
    """A sheet as a file: its title and its text."""

    title: str
    html: str


def sheet(planned: PlannedRound, facts: Facts, environment: Environment, *, pinned: bool) -> Sheet:
    """Return the sheet of a round with all that it needs, the stories it leads to in full.

    `pinned` says that the time of the facts is not the clock's. Raises jinja2.TemplateError.
    """
    view = round_view(planned, facts)
    soup = parsed(render_article(view, environment).html)
    urls = {story_url(each): each for each in facts.playbook.stories}
    told = [urls[url] for url in targets(soup, view.url) if url in urls]
    anchors = {story_url(each): f"{_WHOLE}{each}" for each in told}
    cut_off(soup, view.url, anchors)
    stories = (story_view(facts.playbook.stories[each], facts) for each in told)
    wholes = [_whole(each, environment, anchors, soup) for each in stories]
    if wholes:
        _append(soup, wholes)
    html = template("page.html").render(
        title=view.title,
        zone=facts.playbook.profile.timezone,
        now=facts.now.isoformat(timespec="seconds") if pinned else "",
        icon=_icon(),
        style=Markup(style()),  # noqa: S704 - the package's own files
        script=Markup(script()),  # noqa: S704
        policy=policy((script(),), (style(),)),
        article=Markup(str(soup)),  # noqa: S704 - was rendered and cleaned already
        written=moment(facts.now, facts.now),
    )
    return Sheet(view.title, html)


def policy(scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """Return the policy of a file whose inline scripts and styles are these, and no others."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(source, scripts))}",
            f"style-src {' '.join(map(source, styles))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


@lru_cache(maxsize=1)
def style() -> str:
    """Return all styles of a sheet."""
    texts = [(_WEB / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES]
    first, last = text_of("reset.css"), text_of("alone.css")
    return slim_style("\n".join((first, *texts, last)))


@lru_cache(maxsize=1)
def script() -> str:
    """Return all scripts of a sheet."""
    paths = ((_ALONE if name == "alone" else _WEB) / f"{name}.js" for name in _SCRIPTS)
    return slim("\n".join(path.read_text(encoding="utf-8") for path in paths))


def template(name: str) -> Template:
    """Return the template of a file."""
    loader = FileSystemLoader(_ALONE)
    return Environment(loader=loader, undefined=StrictUndefined, autoescape=True).get_template(name)


def text_of(name: str) -> str:
    """Return a file of this folder."""
    return (_ALONE / name).read_text(encoding="utf-8")


def _whole(
    story: StoryView, environment: Environment, anchors: dict[str, str], sheet: BeautifulSoup
) -> Tag:
    """Return a story's page as a fold, with a way back to where the sheet tells it."""
    soup = parsed(render_article(story, environment).html)
    cut_off(soup, story.url, anchors)
    anchor = anchors[story.url]
    return folded(soup, anchor, story.spoken, place_of_link(sheet, anchor))


def _append(soup: BeautifulSoup, wholes: list[Tag]) -> None:
    """Put the stories below the sheet, above the buttons that stay at the thumb."""
    part = new_tag(soup, "section")
    part["class"] = "pb-wholes"
    heading = new_tag(soup, "h2", "The stories in full")
    heading["class"], heading["id"] = "pb-label", "whole"
    part.extend([heading, *wholes])
    acts, body = soup.find(class_=_ACTS), soup.find(class_="pb-sheet")
    if isinstance(acts, Tag):
        acts.insert_before(part)
    else:
        (body if isinstance(body, Tag) else soup).append(part)


def _icon() -> str:
    data = (_WEB / "icons" / "icon.svg").read_bytes()
    return f"data:image/svg+xml;base64,{base64.b64encode(data).decode()}"
