"""What the shell offers after Tab: ids of this playbook with what they are called.

Each function fits click's `shell_complete`. None of them raises or prints: outside a playbook, and
in one that can't be read, there is nothing to offer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from interview_playbook import meanings
from interview_playbook.cli import ids, words
from interview_playbook.cli.ids import Known
from interview_playbook.root import find_root

Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
_Offer = Callable[[Path, click.Context, str], Iterable[Known]]
_INSIDE = ("contact", "application", "round")


def _completer(offer: _Offer) -> Completer:
    """Return a completer of what `offer` yields for a playbook, the context and the word begun."""

    def complete(ctx: click.Context, param: click.Parameter, word: str) -> list[CompletionItem]:
        try:
            root = find_root(Path.cwd())
            return _fitting(offer(root, ctx, word), word) if root else []
        except Exception:  # noqa: BLE001 (whatever is wrong, a person is in the middle of a line)
            return []

    return complete


def _words(known: Mapping[str, str]) -> Completer:
    """Return a completer of words that are the same in every playbook."""
    return lambda ctx, param, word: fitting(known, word)


def fitting(words: Mapping[str, str], word: str) -> list[CompletionItem]:
    """Return the words that begin with another, with what they say."""
    return _fitting(map(Known, words, words.values()), word)


def _fitting(found: Iterable[Known], word: str) -> list[CompletionItem]:
    """Return what begins with a word, each once; what they are called as one line."""
    fitting = {each.id: each for each in found if each.id.startswith(word)}
    return [CompletionItem(each.id, help=_line(each.title)) for each in fitting.values()]


def _line(text: str) -> str | None:
    told = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return told or None


def _files(kind: str) -> Completer:
    return _completer(lambda root, ctx, word: ids.known(root, kind))


def _of_company(offer: Callable[[Path, str], Iterable[Known]]) -> Completer:
    """Return a completer of what a company has, for a command whose argument `company` names it."""

    def offered(root: Path, ctx: click.Context, word: str) -> Iterable[Known]:
        company = given(ctx, "company")
        return offer(root, company) if company else ()

    return _completer(offered)


def given(ctx: click.Context, name: str) -> str | None:
    """Return what was typed for a parameter, None if nothing was.

    While an option has no value yet, click leaves the arguments before it unread.
    """
    value = ctx.params.get(name)
    arguments = [each.name for each in ctx.command.params if isinstance(each, click.Argument)]
    if value is None and name in arguments and arguments.index(name) < len(ctx.args):
        value = ctx.args[arguments.index(name)]
    return value if isinstance(value, str) else None


def _rounds(root: Path, ctx: click.Context, word: str) -> Iterable[Known]:
    company = given(ctx, "company")
    return ids.rounds(root, company, given(ctx, "application")) if company else ()


def _templates(root: Path, ctx: click.Context, word: str) -> Iterator[Known]:
    """Yield the playbook's own templates and those that come with the package."""
    from interview_playbook.package import starter_dir

    yield from ids.known(root, "email")
    yield from (each for each in ids.known(starter_dir(), "email") if each.id != "readme")


def _references(root: Path, ctx: click.Context, word: str) -> Iterator[Known]:
    """Yield what `KIND/ID` can be, a step at a time: kinds, companies, what is in them."""
    kind, slash, rest = word.partition("/")
    if not slash:
        yield from (Known(f"{each}/", told) for each, told in words.RECORD_KINDS.items())
        return
    if kind in ids.FILES:
        of_kind = ids.known(root, kind) if kind != "email" else _templates(root, ctx, word)
    elif kind == "question":
        of_kind = ids.questions(root)
    else:
        of_kind = _inside(root, kind, rest) if kind in _INSIDE else iter(())
    yield from (Known(f"{kind}/{each.id}", each.title) for each in of_kind)


def _inside(root: Path, kind: str, rest: str) -> Iterator[Known]:
    """Yield the companies as `company/`, or what one has as `company/…`."""
    company, *further = rest.split("/")
    if not further:
        yield from (Known(f"{each.id}/", each.title) for each in ids.known(root, "company"))
    elif kind == "round" and len(further) == 1:
        yield from _below(company, ids.applications(root, company), end="/")
    elif kind == "round":
        yield from _below(f"{company}/{further[0]}", ids.rounds(root, company, further[0]))
    else:
        find = ids.contacts if kind == "contact" else ids.applications
        yield from _below(company, find(root, company))


def _below(path: str, found: Iterable[Known], end: str = "") -> Iterator[Known]:
    return (Known(f"{path}/{each.id}{end}", each.title) for each in found)


def _shown(root: Path, ctx: click.Context, word: str) -> Iterator[Known]:
    """Yield what may be shown: the profile, `KIND/ID`, and companies by their id alone."""
    yield from _references(root, ctx, word)
    if "/" not in word:
        yield Known("profile", "who you are, and the playbook's settings")
        yield from ids.known(root, "company")


def code(ctx: click.Context, param: click.Parameter, word: str) -> list[CompletionItem]:
    """Return the codes of messages with what they mean; they are the same in every playbook."""
    from interview_playbook.codes import CODES

    return fitting(CODES, word)


company_id = _files("company")
story_id = _files("story")
questions_id = _files("questions")
template_id = _completer(_templates)
contact_id = _of_company(ids.contacts)
application_id = _of_company(ids.applications)
review_note = _completer(lambda root, ctx, word: ids.notes(root))
round_id = _completer(_rounds)
kind_and_id = _completer(_references)
record_to_show = _completer(_shown)
event = _words(meanings.EVENTS)
channel = _words(meanings.CHANNELS)
category = _words(meanings.CATEGORIES)
story_status = _words(meanings.STORY_STATUSES)
list_kind = _words(meanings.LIST_KINDS)
round_kind = _words(meanings.ROUND_KINDS)
round_format = _words(meanings.ROUND_FORMATS)
format_or_kind = _words({**meanings.ROUND_FORMATS, **meanings.ROUND_KINDS})
workplace = _words(meanings.WORKPLACES)
source = _words(meanings.SOURCES)
contact_role = _words(meanings.CONTACT_ROLES)
scope = _words(meanings.SCOPES)
email_kind = _words(meanings.EMAIL_KINDS)
question_type = _words(meanings.QUESTION_TYPES)
audience = _words(meanings.ASKED_AUDIENCES)
technique = _words(meanings.TECHNIQUES)


def _only(*kinds: str) -> Completer:
    """Return a completer of `KIND/ID` for some kinds."""

    def offered(root: Path, ctx: click.Context, word: str) -> Iterator[Known]:
        return (each for each in _references(root, ctx, word) if each.id.partition("/")[0] in kinds)

    return _completer(offered)


file_ref = _only(*ids.FILES)
