"""The words for what YAML allows and a playbook doesn't: tags, merge keys, documents, depth."""

from __future__ import annotations

from interview_playbook.diagnostic import Diagnostic, Fix, Position, Related
from interview_playbook.source.nodes import Node, Scalar, Sequence
from interview_playbook.source.quoting import quoted

DEEPEST = 24  # lists and mappings inside each other
MOST_NODES = 20_000  # after aliases are expanded


def too_deep(path: str, position: Position) -> Diagnostic:
    """Return the problem of nesting beyond the limit."""
    return Diagnostic(
        path,
        position,
        "error",
        "too-deep",
        f"More than {DEEPEST} lists and mappings stand inside each other here.",
        "No record needs more than six. Look for brackets that are never closed, or for lines that "
        "are indented further and further.",
    )


def too_many_nodes(path: str, position: Position) -> Diagnostic:
    """Return the problem of a file with more values than are read."""
    return Diagnostic(
        path,
        position,
        "error",
        "too-many-nodes",
        f"This file has more than {MOST_NODES:,} values, counting each use of an alias.",
        "Split it into smaller files, and write repeated parts out instead of using `*`.",
    )


def several_documents(path: str, position: Position, is_last: bool) -> Diagnostic:
    """Return the problem of a second document; `is_last`: nothing follows its sign."""
    return Diagnostic(
        path,
        position,
        "error",
        "several-documents",
        "A second document starts here, and only the first one is read.",
        "A file is one record. Delete this line, or move what follows to a file of its own.",
        Fix(position, "", safe=True) if is_last else None,
    )


def key_not_text(path: str, key: Node) -> Diagnostic:
    """Return the problem of a key that is a list, a mapping or missing."""
    if type(key) is Scalar:
        message = "There is no key before this colon."
        hint = "Write `key: value`, or put the text in quotes if the colon belongs to it."
    else:
        what = "list" if type(key) is Sequence else "mapping"
        message = f"The key of this entry is a {what}, and a key has to be a word."
        hint = "If brackets or braces belong to a text, put the whole text in quotes."
    return Diagnostic(path, key.position, "error", "key-not-text", message, hint)


def merge_key(path: str, key: Scalar) -> Diagnostic:
    """Return the problem of `<<`, which YAML 1.2 no longer has."""
    return Diagnostic(
        path,
        key.position,
        "error",
        "merge-key",
        "`<<` doesn't merge anything here, and what it names is left out.",
        "Write the keys out where they are needed.",
    )


def duplicate_key(path: str, key: Scalar, first: Scalar) -> Diagnostic:
    """Return the problem of a key that its mapping already has."""
    return Diagnostic(
        path,
        key.position,
        "error",
        "duplicate-key",
        f"`{key.value}` is given twice; the one in line {first.position.line} is used.",
        "Keep one of the two.",
        related=(Related(path, first.position, "first given here"),),
    )


def item_begins(path: str, keys: list[Scalar], first: dict[str, Scalar]) -> Diagnostic:
    """Return the problem of many keys that their mapping already has: a lost dash, probably."""
    key = keys[0]
    return Diagnostic(
        path,
        key.position,
        "error",
        "duplicate-key",
        f"`{key.value}` and {len(keys) - 1} more keys from here on are given twice; the first of "
        "each is used.",
        "If a new list item begins here, write `- ` before its first key. Otherwise keep one of "
        "each.",
        related=(Related(path, first[key.value].position, "first given here"),),
    )


def unused_anchor(path: str, position: Position, anchor: str, whole: str) -> Diagnostic:
    """Return the problem of `&name` that nothing refers to; `whole` is the value with it."""
    return Diagnostic(
        path,
        position,
        "warning",
        "unused-anchor",
        f"`&{anchor}` names this value for use elsewhere, and nothing uses it.",
        f"If it belongs to the text, write {quoted(whole)}; otherwise delete it.",
    )


def only_an_anchor(path: str, position: Position, whole: str) -> Diagnostic:
    """Return the problem of a value that is nothing but `&word`."""
    return Diagnostic(
        path,
        position,
        "error",
        "needs-quotes",
        "A value that begins with `&` is a name for use elsewhere, not a text.",
        f"Put it in quotes: {quoted(whole)}",
        Fix(position, quoted(whole), safe=True),
    )


def yaml_tag(path: str, position: Position, written: str, whole: str | None) -> Diagnostic:
    """Return the problem of a tag such as `!!python/object` or `!important`.

    `written` is the tag with the spaces behind it; `whole` the value, if that may be a text.
    """
    line, column, _, _ = position
    if whole is None:
        fix = Fix(Position(line, column, line, column + len(written)), "")
        hint = "Delete it; every value is read as the text you type."
    else:
        fix = Fix(Position(line, column, line, column + len(whole)), quoted(whole))
        hint = f"If it belongs to the text, write {quoted(whole)}; otherwise delete it."
    message = f"`{written.strip()}` is a YAML tag, and tags are not read here."
    return Diagnostic(path, position, "error", "yaml-tag", message, hint, fix)


def unknown_alias(path: str, position: Position, name: str, inside: bool) -> Diagnostic:
    """Return the problem of `*name` without `&name`; `inside`: it repeats what it is part of."""
    if inside:
        message = f"`*{name}` stands inside the very part it repeats."
        return Diagnostic(
            path, position, "error", "unknown-alias", message, "Write out what is meant."
        )
    return Diagnostic(
        path,
        position,
        "error",
        "unknown-alias",
        f"`*{name}` repeats a part named `&{name}`, and nothing above has that name.",
        f"If the star belongs to the text, put it in quotes: {quoted('*' + name)}",
        Fix(position, quoted("*" + name)),
    )
