"""Email templates that are too long, too short, or not finished."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from interview_playbook.checks.at import At
from interview_playbook.checks.templates import PLACEHOLDERS
from interview_playbook.diagnostic import Diagnostic, Position
from interview_playbook.mail import RenderedEmail, render_email
from interview_playbook.playbook import Playbook
from interview_playbook.schema import EmailTemplate
from interview_playbook.source import split_front_matter

_SAMPLES: Mapping[str, str] = {
    "name": "Ann Adler",
    "first_name": "Ann",
    "title": "Platform engineer",
    "label": "first conversation",
    "date": "Thursday 19 November",
}
_SAMPLE = "something in five plain words"
_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LEFT_OPEN = re.compile(
    r"(?<!\w)\[(?!sic\])[A-Za-z][\w’' -]{1,40}\](?![(\[:])"
    r"|\{[A-Za-z][\w’' -]{1,40}\}"
    r"|<(?!(?:b|i|u|p|a|br|em|strong)>)[A-Za-z]+(?:[ _-][A-Za-z]+){0,4}>"
    r"|\b(?:XX+|TODO|TBD|FIXME)\b|_{3,}"
)


def check_emails(playbook: Playbook) -> Iterator[Diagnostic]:
    """Yield what is wrong with the length of each email template of one's own, and in its text."""
    for template in playbook.emails.values():
        ref = ("email", template.id)
        if ref in playbook.origins and not playbook.origins["email", template.id].shipped:
            at = At(playbook, ("email", template.id))
            yield from _lengths(at, template)
            yield from unfilled_placeholders(at)


def _lengths(at: At, template: EmailTemplate) -> Iterator[Diagnostic]:
    if template.max_words or template.sentences:
        email = render_email(template, sample_names(template))
        if not email.error:
            yield from long_email(at, template, email)
            yield from email_sentences(at, template, email)


def sample_names(template: EmailTemplate) -> Mapping[str, object]:
    """Return plain words for every name that a template may be filled with."""
    names = {
        thing: {name: _SAMPLES.get(name, _SAMPLE) for name in names}
        for thing, names in PLACEHOLDERS.items()
    }
    return {**dict.fromkeys(template.requires, _SAMPLE), **names}


def long_email(at: At, template: EmailTemplate, email: RenderedEmail) -> Iterator[Diagnostic]:
    """Yield an email that has more words than its template allows."""
    most = template.max_words
    if most is not None and email.words > most:
        message = f"Filled in, this email has {email.words} words, and {most} are the most."
        hint = f"Leave out {email.words - most} or more: somebody reads it between two meetings."
        yield at.inside("max_words").report("warning", "long-email", message, hint)


def email_sentences(at: At, template: EmailTemplate, email: RenderedEmail) -> Iterator[Diagnostic]:
    """Yield an email with fewer or more sentences than its template allows."""
    bounds, count = template.sentences, email.sentences
    if bounds is None or (bounds.min or 0) <= count <= (bounds.max or count):
        return
    least = bounds.min is not None and count < bounds.min
    right = f"{bounds.min if least else bounds.max} at {'least' if least else 'most'}"
    message = (
        f"Filled in, this email has {count} sentence{'s' * (count != 1)}, and {right} are right."
    )
    hint = "Say a little more." if least else "Leave some out, or join two."
    place = at.inside("sentences", "min" if least else "max")
    hint += " The greeting and the sign-off don't count."
    yield place.report("warning", "email-sentences", message, hint)


def unfilled_placeholders(at: At) -> Iterator[Diagnostic]:
    """Yield each blank that was typed into a body by hand and that nothing fills."""
    text = at.playbook.origins[at.ref].text.replace("\r\n", "\n")
    _, body, first = split_front_matter(text)
    written = _JINJA.sub(lambda found: re.sub(r"\S", " ", found[0]), body)
    for found in _LEFT_OPEN.finditer(written):
        line = first + written.count("\n", 0, found.start())
        column = found.start() - written.rfind("\n", 0, found.start())
        message = f"`{found[0]}` would be sent as it stands: nothing fills it."
        hint = "Write a placeholder such as `{{ contact.first_name }}`, or the words themselves."
        position = Position(line, column, line, column + len(found[0]))
        yield at.report("error", "unfilled-placeholder", message, hint, position=position)
