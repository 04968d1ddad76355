"""Emails: a template and what is known make a subject and a body; the unknown shows as a blank."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NoReturn

from jinja2 import Template, TemplateError, Undefined
from jinja2.sandbox import SandboxedEnvironment

from interview_playbook.schema import EmailTemplate
from interview_playbook.spoken import count_sentences, count_words

_GREETING = re.compile(r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*$")

_missing: ContextVar[dict[str, None]] = ContextVar("missing")


@dataclass(frozen=True)
class RenderedEmail:
    """A finished email, or why there is none.

    `words` counts the whole body, `sentences` what stands between greeting and sign-off. `missing`
    names what the template asked for and did not get, in the order of asking; each stands in the
    text as a blank such as [topic]. `error` says what is wrong with the template itself.
    """

    subject: str
    body: str
    words: int
    sentences: int
    missing: tuple[str, ...] = ()
    error: str = ""


class Blank(Undefined):
    """A name that isn't known: false in a condition, a blank in the text, never an exception."""

    @property
    def _name(self) -> str:
        name = str(self._undefined_name or "").replace("_", " ")
        owner = getattr(self._undefined_obj, "_called", "")
        return f"{owner} {name}".strip()

    def __str__(self) -> str:
        _missing.get()[self._name] = None
        return f"[{self._name}]"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, key: object) -> Any:
        return Blank(name=f"{self._name} {key}".strip())

    def __html__(self) -> str:
        return str(self)

    def _fail_with_undefined_error(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TemplateError(f"“{self._name}” isn’t known, and can’t be counted or called")


class Known(dict[str, Any]):
    """What is known about one thing, such as the contact, and what the thing is called."""

    def __init__(self, called: str, facts: Mapping[str, Any]) -> None:
        super().__init__((name, value) for name, value in facts.items() if value not in (None, ""))
        self._called = called


@lru_cache(maxsize=1)
def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(
        undefined=Blank, autoescape=False, trim_blocks=True, lstrip_blocks=True
    )


@lru_cache(maxsize=256)
def _compiled(source: str) -> Template:
    return _environment().from_string(source)


def render_email(template: EmailTemplate, context: Mapping[str, Any]) -> RenderedEmail:
    """Return the email that `template` makes of `context`; never raises for what a person wrote.

    A mapping in the context has its name in front of its blanks: [contact name]. None and empty
    texts count as missing.
    """
    names = {
        name: Known(name, value) if isinstance(value, Mapping) else value
        for name, value in context.items()
        if value not in (None, "")
    }
    asked: dict[str, None] = {}
    token = _missing.set(asked)
    try:
        subject = " ".join(_compiled(template.subject).render(names).split())
        body = _tidy(_compiled(template.body).render(names))
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        return RenderedEmail("", "", 0, 0, error=_reason(error))
    finally:
        _missing.reset(token)
    required = {name: None for name in template.requires if name not in names}
    missing = tuple({**asked, **{name.replace("_", " "): None for name in required}})
    return RenderedEmail(subject, body, count_words(body), count_sentences(_message(body)), missing)


def _reason(error: Exception) -> str:
    line = getattr(error, "lineno", None)
    where = f"line {line} of the body: " if line else ""
    return f"{where}{error}"


def _tidy(body: str) -> str:
    lines = "\n".join(line.rstrip() for line in body.strip().splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines)


def _message(body: str) -> str:
    """Return a body without its greeting and its sign-off."""
    paragraphs = body.split("\n\n")
    if paragraphs and (_GREETING.match(paragraphs[0]) and len(paragraphs[0].split()) <= 6):
        paragraphs = paragraphs[1:]
    while paragraphs and not _SENTENCE_END.search(paragraphs[-1].strip()):
        paragraphs = paragraphs[:-1]
    return "\n\n".join(paragraphs)
