"""Email templates that break, or ask for something that nobody will ever know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import SandboxedEnvironment

from interview_playbook.checks.at import At
from interview_playbook.diagnostic import Diagnostic, Position
from interview_playbook.playbook import Playbook
from interview_playbook.schema import EmailTemplate
from interview_playbook.schema.suggest import suggest_word
from interview_playbook.schema.words import listed
from interview_playbook.source import split_front_matter

PLACEHOLDERS: Mapping[str, tuple[str, ...]] = {
    "owner": ("name", "first_name", "email", "phone", "headline"),
    "company": ("name",),
    "application": ("title",),
    "contact": ("name", "first_name", "say_as", "title"),
    "round": ("label", "date"),
    "event": ("date", "topic", "new_information", "note"),
}
"""What an email template may name, beside what it `requires`."""
_BLOCK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


class _Use(NamedTuple):
    """A name in a template, with the attribute taken of it, and its line in the template."""

    name: str
    attribute: str | None
    line: int


class _Wrong(NamedTuple):
    """What to say about a name, as it is written, and what to write instead if that is known."""

    code: str
    message: str
    hint: str
    written: str
    meant: str = ""
    sure: bool = False


class _Parsed(NamedTuple):
    """The names a template uses, and why it can't be read and in which of its lines."""

    uses: tuple[_Use, ...]
    error: str = ""
    line: int = 0


class _Stretch(NamedTuple):
    """The lines of a file in which a template stands."""

    lines: tuple[str, ...]
    first: int
    last: int


def check_templates(playbook: Playbook) -> Iterator[Diagnostic]:
    """Yield what is wrong with the subject and the body of each email template."""
    for template in playbook.emails.values():
        at = At(playbook, ("email", template.id))
        text = playbook.origins["email", template.id].text
        lines = tuple(text.replace("\r\n", "\n").split("\n"))
        subject = at.inside("subject").value
        yield from _check(
            at, template, template.subject, _Stretch(lines, subject.line, subject.end_line)
        )
        first = split_front_matter(text)[2]
        yield from _check(at, template, template.body, _Stretch(lines, first, len(lines)))


def _check(at: At, template: EmailTemplate, text: str, stretch: _Stretch) -> Iterator[Diagnostic]:
    parsed = _parse(text)
    if parsed.error:
        line = min(stretch.first + parsed.line - 1, stretch.last)
        message = f"This template can't be read: {parsed.error.removesuffix('.')}."
        hint = "A placeholder is `{{ contact.first_name }}`, a condition `{% if … %}…{% endif %}`."
        position = _whole_line(stretch.lines, line)
        yield at.report("error", "template-syntax", message, hint, position=position)
    seen: Counter[str] = Counter()
    for use in parsed.uses:
        wrong = _wrong(template, use)
        if wrong is None:
            continue
        exact = _find(stretch, wrong.written, seen[wrong.written])
        line = min(stretch.first + use.line - 1, stretch.last)
        seen[wrong.written] += 1
        yield at.report(
            "error",
            wrong.code,
            wrong.message,
            wrong.hint,
            position=exact or _whole_line(stretch.lines, line),
            instead=wrong.meant if exact and wrong.meant else None,
            sure=wrong.sure,
        )


@lru_cache(maxsize=512)
def _parse(text: str) -> _Parsed:
    environment = SandboxedEnvironment()
    try:
        tree = environment.parse(text)
        error, line = _unknown_name(environment, text, tree)
        free = find_undeclared_variables(tree) - environment.globals.keys()
    except TemplateSyntaxError as broken:
        return _Parsed((), broken.message or "it breaks off", broken.lineno)
    except RecursionError:
        return _Parsed((), "too many brackets stand inside each other", 1)
    return _Parsed(tuple(_uses(tree, free)), error, line)


def _unknown_name(
    environment: SandboxedEnvironment, text: str, tree: nodes.Template
) -> tuple[str, int]:
    """Return what is said of the first filter or test that doesn't exist, and its line, or nothing.

    The environment is given those it lacks, so that the names in the template can be looked at.
    """
    try:
        environment.compile(text)
    except TemplateSyntaxError as error:
        for used in tree.find_all(nodes.Filter):
            environment.filters.setdefault(used.name, str)
        for asked in tree.find_all(nodes.Test):
            environment.tests.setdefault(asked.name, callable)
        return error.message or "it breaks off", error.lineno
    return "", 0


def _uses(tree: nodes.Node, free: set[str]) -> Iterator[_Use]:
    """Yield each use of the names that nothing in the template defines, in its order."""
    for child in tree.iter_child_nodes():
        if isinstance(child, nodes.Name):
            if child.name in free and child.ctx == "load":
                yield _Use(child.name, None, child.lineno)
            continue
        attribute = _attribute(child)
        if attribute and isinstance(child, (nodes.Getattr, nodes.Getitem)):
            inner = child.node
            if isinstance(inner, nodes.Name) and inner.name in free:
                yield _Use(inner.name, attribute, child.lineno)
                continue
        yield from _uses(child, free)


def _attribute(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Getattr):
        return node.attr
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return str(node.arg.value)
    return None


def _wrong(template: EmailTemplate, use: _Use) -> _Wrong | None:
    if use.name in template.requires:
        return None
    if use.name not in PLACEHOLDERS:
        known = (*PLACEHOLDERS, *template.requires)
        hint = f"Write one of {listed(known)}, or add `{use.name}` to `requires:`."
        wrong = _Wrong("unknown-placeholder", f"Nothing fills `{use.name}`.", hint, use.name)
        return _meant(wrong, use.name, known, "")
    known = PLACEHOLDERS[use.name]
    if use.attribute is None or use.attribute in known:
        return None
    message = f"`{use.name}` has no `{use.attribute}`."
    hint = f"It has {listed(known, 'and')}."
    wrong = _Wrong("unknown-attribute", message, hint, f"{use.name}.{use.attribute}")
    return _meant(wrong, use.attribute, known, f"{use.name}.")


def _meant(wrong: _Wrong, word: str, known: tuple[str, ...], before: str) -> _Wrong:
    """Return what is wrong with what was probably meant, if one of the known words is near."""
    meant = suggest_word(word, known)
    if meant is None:
        return wrong
    hint = f"Did you mean `{meant.text}`? {wrong.hint}"
    return wrong._replace(hint=hint, meant=f"{before}{meant.text}", sure=meant.sure)


def _find(stretch: _Stretch, dotted: str, number: int) -> Position | None:
    """Return where a name stands for the so-manieth time in a template, counting from 0."""
    words = r"\s*\.\s*".join(map(re.escape, dotted.split(".")))
    pattern = re.compile(rf"(?<![\w.]){words}(?!\w)")
    found: list[Position] = []
    for line in range(stretch.first, stretch.last + 1):
        text = stretch.lines[line - 1]
        found += [
            Position(line, match.start() + 1, line, match.end() + 1)
            for block in _BLOCK.finditer(text)
            for match in pattern.finditer(text, block.start(), block.end())
        ]
    return found[number] if number < len(found) else None


def _whole_line(lines: tuple[str, ...], line: int) -> Position:
    text = lines[line - 1] if 1 <= line <= len(lines) else ""
    start = len(text) - len(text.lstrip())
    return Position(line, start + 1, line, max(len(text.rstrip()), start) + 1)
