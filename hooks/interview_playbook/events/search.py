"""The search's index as a file of the site, and what it shows before anything is typed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache

from interview_playbook.entries import entries_of, next_entries
from interview_playbook.search import Entry, build_index
from interview_playbook.views.facts import Facts

INDEX = "assets/playbook/search-index.js"


def index_content(facts: Facts, urls: Iterable[str]) -> bytes:
    """Return the index of everything that stands on one of the pages at `urls`."""
    pages = frozenset(urls)
    return _built(tuple(each for each in entries_of(facts) if _page_of(each) in pages))


def next_json(facts: Facts, urls: Iterable[str]) -> str:
    """Return what is next, as JSON that can stand in a page's script element."""
    pages = frozenset(urls)
    rows = [
        {"url": each.url, "title": each.title, "hint": each.hint, "kind": each.kind}
        for each in next_entries(facts)
        if _page_of(each) in pages
    ]
    return json.dumps(rows, ensure_ascii=False).replace("<", "\\u003c")


def _page_of(entry: Entry) -> str:
    return entry.url.partition("#")[0]


@lru_cache(maxsize=2)
def _built(entries: tuple[Entry, ...]) -> bytes:
    return build_index(entries)
