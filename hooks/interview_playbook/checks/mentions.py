"""Names that a mentor may not read, in texts that they may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from interview_playbook.checks.at import At
from interview_playbook.checks.names import Mention, NameKind, Names, names_of
from interview_playbook.diagnostic import START, Diagnostic
from interview_playbook.playbook import Playbook, is_note_shown
from interview_playbook.schema.base import Part
from interview_playbook.schema.sharing import Shared, shared_texts, why_withheld
from interview_playbook.schema.words import shown

CODE = "withheld-name"
_ALLOW = f"or allow it with `# playbook: ignore[{CODE}]`"
_HINTS: Mapping[NameKind, str] = {
    "company": f"Write what it is instead, such as “a bank”, {_ALLOW}.",
    "person": f"Write who they are to you instead, such as “a recruiter”, {_ALLOW}.",
    "page": f"Take the address out, {_ALLOW}.",
}
_WHATS: Mapping[NameKind, str] = {
    "company": "this company",
    "person": "this person",
    "page": "the page",
}


def check_mentions(playbook: Playbook) -> Iterator[Diagnostic]:
    """Yield each withheld name in a text of a record that a mentor may read.

    A name that an alias stands for is no problem: a mentor reads the alias in its place.
    """
    names = names_of(playbook)
    if not names.names:
        return
    for kind, records in playbook.by_kind.items():
        for record_id, record in records.items():
            at = At(playbook, (kind, record_id))
            origin = playbook.origins.get(at.ref)
            if origin is not None and not origin.shipped and not why_withheld(record):
                yield from _in_record(at, record, names)
    yield from _in_reviews(playbook, names)


def _in_reviews(playbook: Playbook, names: Names) -> Iterator[Diagnostic]:
    """Yield the names in review notes that a mentor sees; what they are about has its own."""
    for reviewer, notes in playbook.reviews.items():
        for number, note in enumerate(notes):
            if is_note_shown(playbook, note):
                at = At(playbook, ("review", reviewer), (number,))
                bare = note.model_copy(update={"target": ""})
                yield from _in_record(at, bare, names)


def blocking(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the problems that stop a mentor's edition: an error may hide who may see a record."""
    return tuple(each for each in found if each.severity == "error" or each.code == CODE)


def _in_record(at: At, record: Part, names: Names) -> Iterator[Diagnostic]:
    for text in shared_texts(record):
        if text.leaf == "text":
            for mention in names.find(text.text):
                if not mention.name.instead:
                    yield _in_text(at.inside(*text.loc), text, mention)
        elif text.leaf == "id":
            mention_in = next(names.find(text.text), None)
            if mention_in is not None:
                yield _in_id(at.inside(*text.loc), text, mention_in)


def _in_text(at: At, text: Shared, mention: Mention) -> Diagnostic:
    name, written = mention.name, text.text[mention.start : mention.end]
    message = f"{_quoted(written)} names {_WHATS[name.kind]}, and a mentor may read it here."
    position = at.part(mention.start, mention.end)
    return at.report("warning", CODE, message, _HINTS[name.kind], position=position)


def _in_id(at: At, text: Shared, mention: Mention) -> Diagnostic:
    message = (
        f"The id {shown(text.text)} has {_quoted(mention.name.shown)} in it, which a mentor sees."
    )
    in_file = text.loc == ("id",)
    hint = (
        f"Rename it: playbook rename {at.ref[0]}/{text.text} NEW, {_ALLOW}."
        if in_file
        else f"Give it another id, {_ALLOW}."
    )
    return at.report("warning", CODE, message, hint, position=START if in_file else None)


def _quoted(text: str) -> str:
    return f"“{' '.join(text.split())}”"
