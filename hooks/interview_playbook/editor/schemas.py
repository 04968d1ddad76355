"""The schemas of one playbook: wherever an id is typed, the ids there are, with their titles.

What they offer and what they forbid are two things. Ids of files and of questions are the only
ones that fit where `playbook check` finds an unknown one wrong. A contact or a round is defined in
the very file that is being typed, so those of the last check are offered and others fit as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from interview_playbook.editor.choices import Choice, Choices, Group, Listing
from interview_playbook.editor.places import inside, leaf_at, merged, when
from interview_playbook.references import REFERENCES, Pattern
from interview_playbook.schema.export import ALONE, KINDS, json_schema
from interview_playbook.schema.texts import ID_PATTERN

_LOCAL = ("contact", "round")
_ONLY_WARNED = ("practice", "review")
"""Kinds of file whose ids may lead nowhere: what they are about was deleted since."""
_NOUNS = {"story": "story", "question": "question", "email": "email template"}
_APPLICATIONS = "applications.*"
_ASKINGS = "questions.*.asked_at.*"
_NOT_KNOWN = "Not known yet"


def playbook_schemas(listing: Listing) -> Mapping[str, dict[str, Any]]:
    """Return the JSON Schema (draft-07) of each kind of file with a playbook's own ids in it."""
    schemas = {kind: _spoken(deepcopy(json_schema(kind))) for kind in KINDS}
    offered: dict[tuple[str, str], list[Choice]] = defaultdict(list)
    for target, pattern in _patterns():
        choices = _fitting(target, pattern, listing)
        offered[pattern.kind, pattern.loc] += choices.fitting
        if pattern.kind not in _ONLY_WARNED and target in _NOUNS:
            _close(leaf_at(schemas[pattern.kind], pattern.loc), _NOUNS[target], choices.ids)
    for (kind, loc), fitting in offered.items():
        _offer(leaf_at(schemas[kind], loc), fitting)
    local = {"company": _of_companies(listing.groups), "questions": _of_askings(listing.groups)}
    return {kind: _whole(kind, schema, local.get(kind, ())) for kind, schema in schemas.items()}


def _patterns() -> Iterator[tuple[str, Pattern]]:
    for target, patterns in REFERENCES.items():
        if target not in _LOCAL:
            yield from ((target, each) for each in patterns if not each.form.endswith("*"))


def _fitting(target: str, pattern: Pattern, listing: Listing) -> Choices:
    """Return what may be typed at a place, written as it is written there."""
    if target == "question":
        chosen = {"questions": listing.asked, "ask": listing.to_ask}.get(
            pattern.loc.removesuffix(".*").rpartition(".")[2], listing.questions
        )
    else:
        by_target = {"story": "stories", "company": "companies", "email": "emails"}
        chosen = getattr(listing, by_target[target])
    lists = dict(listing.of_list)
    written = (
        each._replace(id=pattern.form.replace("*", lists.get(each.id, "*")).format(each.id))
        for each in chosen.fitting
    )
    return Choices(tuple(written), chosen.lost)


def _close(leaf: dict[str, Any], noun: str, ids: Iterable[str]) -> None:
    """Let only these ids fit at a place where an id stands."""
    for branch in (leaf, *leaf.get("anyOf", ())):
        if branch.get("pattern") == ID_PATTERN:
            branch.pop("maxLength", None)
            branch["pattern"] = f"^({'|'.join(ids)})$"
            branch["patternErrorMessage"] = (
                f"No {noun} that fits here has this id. If you have just written it, run: "
                "playbook check"
            )


def _offer(leaf: dict[str, Any], choices: Iterable[Choice]) -> None:
    """Have these choices offered and explained at a place, whatever fits there."""
    about = f"\n\n{leaf['description']}" if "description" in leaf else ""
    known = {each.id: {"const": each.id, "description": each.text + about} for each in choices}
    if known:
        other = {"not": {"enum": [*known]}, **ALONE}
        if "description" in leaf:
            other["description"] = leaf["description"]
        elif "type" in leaf:  # an item that is a mapping by now fits nowhere, so all are offered
            other["type"] = leaf["type"]
        leaf["oneOf"] = [other, *known.values()]


def _local(choices: tuple[Choice, ...], loc: str) -> dict[str, Any]:
    """Return the schema that offers choices at a place and takes anything.

    A single value's field has a description, which an editor shows; so the title stands above it.
    """
    single = not loc.endswith("*")
    known = {each.id: each for each in choices}
    leaf: dict[str, Any] = {} if single else {"type": ["string", "integer"]}
    _offer(leaf, known.values())
    if not known:
        return {}
    branches = leaf["oneOf"]
    if single:
        titles = (_NOT_KNOWN, *(each.title for each in known.values()))
        branches = [{**each, "title": title} for each, title in zip(branches, titles, strict=True)]
    return inside(loc, {"anyOf": branches})


def _of_companies(groups: Iterable[Group]) -> Iterator[dict[str, Any]]:
    """Yield for each company what is offered in its file: its people, its applications' rounds."""
    for group in groups:
        then: dict[str, Any] = {}
        for pattern in REFERENCES["contact"]:
            then = merged(then, _local(group.people, pattern.loc))
        rounds = [
            when("id", (name,), merged({}, *_rounds(choices)))
            for name, choices in group.rounds
            if choices
        ]
        if rounds:
            then = merged(then, inside(_APPLICATIONS, {"allOf": rounds}))
        if then:
            yield when("name", (group.company.title,), then)


def _rounds(choices: tuple[Choice, ...]) -> Iterator[dict[str, Any]]:
    for pattern in REFERENCES["round"]:
        if pattern.kind == "company":
            yield _local(choices, pattern.loc.removeprefix(f"{_APPLICATIONS}."))


def _of_askings(groups: Iterable[Group]) -> Iterator[dict[str, Any]]:
    """Yield what is offered where a question was asked: the rounds of that company."""
    askings = []
    for group in groups:
        choices = tuple(each for _, rounds in group.rounds for each in rounds)
        for pattern in REFERENCES["round"]:
            if pattern.kind == "questions" and choices:
                then = _local(choices, pattern.loc.removeprefix(f"{_ASKINGS}."))
                askings.append(when("company", (group.company.id, group.company.title), then))
    if askings:
        yield inside(_ASKINGS, {"allOf": askings})


def _whole(kind: str, schema: dict[str, Any], local: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the schema as a file has it.

    A title would stand above every hover. A record that is a definition gives its name to what an
    editor offers in an empty file.
    """
    del schema["title"]
    inner = schema.pop("definitions", {})
    head = {"$schema": schema.pop("$schema")}
    if "properties" in schema:
        name = KINDS[kind].__name__
        inner = {name: schema, **inner}
        schema = {"allOf": [{"$ref": f"#/definitions/{name}"}, *local]}
    return {**head, **schema, "definitions": inner}


def _spoken(schema: dict[str, Any]) -> dict[str, Any]:
    for part in (schema, *schema.get("definitions", {}).values()):
        for field in part.get("properties", {}).values():
            _say_more(field)
    return schema


def _say_more(field: dict[str, Any]) -> None:
    """Put into a field's description what an editor doesn't show, or would write into the file."""
    branches = (field, *field.get("anyOf", ()))
    for example in [each for branch in branches for each in branch.pop("examples", ())]:
        field["description"] += f" Such as {example}."
    if field.get("x-visibility") == "owner":
        field["description"] += " Yours alone."
