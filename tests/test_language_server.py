"""What an editor shows: the real yaml-language-server, asked over its protocol."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from interview_playbook.editor import write_schemas
from interview_playbook.findings import findings
from interview_playbook.load import load_playbook
from interview_playbook.playbook import Playbook
from interview_playbook.schema.export import KINDS
from interview_playbook.schema.modeline import modeline
from tests import language_server
from tests.language_server import Client, Node, UnreachableError
from tests.sites import REPOSITORY, copy_of

SETTINGS = REPOSITORY / ".vscode" / "settings.json"
PLAYBOOKS = ("sample", "letters", "lobby", "plain", "small")
DATA = ("content", "stories", "templates")


class Book(NamedTuple):
    """A playbook that is open in an editor."""

    root: Path
    playbook: Playbook
    client: Client


def settings() -> dict[str, Any]:
    """Return the settings of .vscode/settings.json as an editor hands them to a server."""
    sections: dict[str, Any] = {}
    for name, value in json.loads(SETTINGS.read_text(encoding="utf-8")).items():
        below = sections
        *way, last = [name] if name.startswith("[") else name.split(".")
        for step in way:
            below = below.setdefault(step, {})
        below[last] = value
    return sections


@pytest.fixture(scope="module")
def server() -> tuple[Node, Path]:
    """Return Node and the language server."""
    node = language_server.find_node()
    try:
        return node, language_server.installed(node)
    except UnreachableError as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))


def opened(name: str, server: tuple[Node, Path], folder: Path) -> Book:
    """Return a copy of a playbook, open in an editor, with its schemas written."""
    source = REPOSITORY if name == "sample" else REPOSITORY / "tests" / "playbooks" / name
    for each in DATA:
        if (source / each).exists():
            copy_of(source / each, folder / each)
    playbook = load_playbook(folder).playbook
    write_schemas(folder, playbook)
    return Book(folder, playbook, Client(*server, folder, settings()))


@pytest.fixture(scope="module")
def lobby(server: tuple[Node, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    book = opened("lobby", server, tmp_path_factory.mktemp("lobby"))
    yield book
    book.client.close()


def marked(book: Book, path: Path) -> list[str]:
    """Return what is marked in a file, but for anchors nobody uses, which is no schema's word."""
    return [each for each in book.client.problems(path) if "Unused anchor" not in each]


@pytest.mark.parametrize("name", PLAYBOOKS)
def test_no_file_that_is_right_is_marked(
    name: str, server: tuple[Node, Path], tmp_path: Path
) -> None:
    book = opened(name, server, tmp_path)
    if name == "sample":  # written since, in every way a person writes
        for path in (REPOSITORY / "tests" / "styles").glob("*.yaml"):
            shutil.copy(path, tmp_path / "content" / "companies" / path.name)
    found = findings(load_playbook(tmp_path), datetime(2026, 11, 18, tzinfo=UTC))
    wrong = {each.path for each in found if each.severity == "error"}
    files = [path for path in sorted(tmp_path.rglob("*.y*ml")) if ".playbook" not in path.parts]
    right = [path for path in files if path.relative_to(tmp_path).as_posix() not in wrong]
    assert right
    for path in right:
        book.client.open(path, path.read_text(encoding="utf-8-sig"))
    told = {path.name: marked(book, path) for path in right}
    book.client.close()
    assert {name: problems for name, problems in told.items() if problems} == {}


STORY = """\
title: A
categories: [ambiguity]
situation: b
task: c
action: d
result: e
happened: 2024
"""
COMPANY = """\
name: Northwind
contacts:
  - {id: new-here, name: New Here}
applications:
  - id: engineer
    title: Engineer
    rounds:
      - id: r1
        kind: coding
        interviewers: [new-here]
    log:
      - {date: 2026-11-02, event: interview}
"""
ROUND = COMPANY.partition("        interviewers:")[0]
LOGGED = (
    COMPANY.partition("      - {date")[0] + "      - date: 2026-11-02\n        event: interview\n"
)
QUESTIONS = "title: Q\nkind: asked\nquestions:\n  - id: q1\n    text: Why?\n"
FOLDERS = {
    "story": "stories",
    "company": "content/companies",
    "questions": "content/questions",
    "practice": "content",
    "review": "content/reviews",
}
numbers = count()


def typed(book: Book, kind: str, text: str) -> tuple[Path, int, int]:
    """Type a text into a new file, and return where in it the mark ¦ stands (from 0)."""
    path = book.root / FOLDERS[kind] / f"typed-{next(numbers)}.yaml"
    whole = f"{modeline(kind, path.relative_to(book.root).as_posix())}\n{text}"
    before = whole.partition("¦")[0]
    book.client.open(path, whole.replace("¦", ""))
    return path, before.count("\n"), len(before) - before.rfind("\n") - 1


@pytest.mark.parametrize(
    ("kind", "text", "offered", "beside"),
    [
        ("story", "¦", "title", "What you call the story."),
        ("story", "¦", "Story", "One thing you did"),
        ("story", f"{STORY}rep¦", "replaced_by", "The story to tell instead of this one."),
        ("story", f"{STORY}replaced_by: ¦", "slow-page", "A page that took nine seconds · tech"),
        ("story", f"{STORY}replaced_by: sl¦", "slow-page", "A page that took nine seconds · tech"),
        ("story", f"{STORY}scope: ¦", "organisation", "Beyond your team."),
        ("story", STORY.replace("ambiguity", "am¦"), "ambiguity", "Judgement, communication."),
        ("company", f"{ROUND}        stories: [im¦]", "import-failed", "The night the import"),
        ("company", f"{ROUND}        stories:\n          - ¦", "import-failed", "The night the"),
        ("company", f"{ROUND}        stories:\n          - im¦", "import-failed", "The night the"),
        ("company", f"{ROUND}        ask: [la¦]", "last-incident", "incident"),
        (
            "company",
            f"{ROUND}        interviewers:\n          - ¦",
            "ann",
            "Ann Adler · Engineering",
        ),
        ("company", f"{ROUND}        interviewers: [new-here, a¦]", "ann", "Ann Adler · Eng"),
        ("company", f"{ROUND}        format: ¦", "async", "In your own time."),
        ("company", f"{LOGGED}        round: ¦", "design", "system-design, 2026-11-18 · Staff"),
        ("company", f"{LOGGED}        contact: ¦", "bo", "Bo Roy · hiring-manager"),
        ("company", f"{LOGGED}        template: ¦", "thank-you", "thank-you"),
        ("company", f"{LOGGED}      - ¦", "Event", "Something that happened"),
        ("questions", f"{QUESTIONS}    stories:\n      - ¦", "import-failed", "The night the"),
        ("questions", f"{QUESTIONS}    asked_at:\n      - company: ¦", "northwind", "Northwind"),
        (
            "questions",
            f"{QUESTIONS}    asked_at:\n      - company: Northwind\n        round: ¦",
            "design",
            "system-design, 2026-11-18",
        ),
        ("practice", "- at: 2026-11-01\n  rating: good\n  question: ¦", "why-us", "Why us"),
        ("practice", "- at: 2026-11-01\n  rating: good\n  story: ¦", "slow-page", "A page that"),
        ("review", "- at: 2026-11-01\n  target: ¦", "story/slow-page", "A page that took"),
        ("review", "- at: 2026-11-01\n  target: ¦", "question/asked/why-us", "Why us"),
    ],
)
def test_what_can_be_typed_is_offered_with_what_it_means(
    lobby: Book, kind: str, text: str, offered: str, beside: str
) -> None:
    told = lobby.client.completions(*typed(lobby, kind, text))
    assert beside in told.get(offered, "not offered")


@pytest.mark.parametrize(
    ("kind", "text", "not_offered"),
    [
        ("story", f"{STORY}role: ¦", {"true", "false", "null"}),
        ("story", f"{STORY}scope: ¦", {"null"}),
        ("story", f"{STORY}¦", {"title"}),
        ("company", f"{ROUND}        ask: [¦]", {"why-us", "biggest-failure"}),
        ("company", f"{ROUND}        questions: [¦]", {"last-incident"}),
        ("company", f"name: Elsewhere\n{LOGGED[16:]}        contact: ¦", {"ann", "bo"}),
    ],
)
def test_what_makes_no_sense_is_not_offered(
    lobby: Book, kind: str, text: str, not_offered: set[str]
) -> None:
    told = lobby.client.completions(*typed(lobby, kind, text))
    assert not_offered & set(told) == set()


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("story", STORY.replace("title", "ti¦tle"), "What you call the story."),
        ("story", STORY.replace("ambiguity", "ambi¦guity"), "* `ambiguity`: Judgement"),
        ("story", f"{STORY}replaced_by: slow¦-page", "A page that took nine seconds"),
        ("story", f"{STORY}replaced_by: slow¦-page", "The story to tell instead of this one."),
        ("story", f"{STORY}notes: so¦", "Yours alone."),
        ("company", f"{ROUND}        stories: [slow-¦page]", "A page that took nine seconds"),
        ("company", f"{LOGGED}        contact: bo¦\n", "Bo Roy"),
        ("company", f"{LOGGED}        round: de¦sign\n", "system-design, 2026-11-18"),
        ("company", COMPANY.replace("coding", "co¦ding"), "`coding`: Solving problems in code"),
        ("practice", "- at: 2026-11-01\n  rating: good\n  question: why-¦us", "Why us"),
    ],
)
def test_what_stands_there_is_explained(lobby: Book, kind: str, text: str, shown: str) -> None:
    assert shown in lobby.client.hover(*typed(lobby, kind, text))


def test_an_id_is_explained_without_a_list_of_the_others(lobby: Book) -> None:
    told = lobby.client.hover(*typed(lobby, "story", f"{STORY}replaced_by: slow¦-page"))
    assert "import" not in told


@pytest.mark.parametrize(
    ("kind", "text", "problem"),
    [
        ("story", f"{STORY}replaced_by: slow-pag", "9: No story that fits here has this id."),
        ("story", f"{STORY}scope: everybody", '9: Value is not accepted. Valid values: "self"'),
        ("story", f"{STORY}tittle: x", "9: Property tittle is not allowed."),
        ("story", STORY.replace("title: A", "title: []"), "2: Write a text here."),
        ("story", STORY.replace("title: A", "title: ''"), "2: There is nothing here."),
        ("story", STORY.replace("title: A\n", ""), '2: Missing property "title".'),
        ("company", f"{ROUND}        ask: [why-us]", "11: No question that fits here has this id."),
        ("company", f"{LOGGED}        template: x", "15: No email template that fits here has"),
    ],
)
def test_what_is_wrong_is_marked(lobby: Book, kind: str, text: str, problem: str) -> None:
    path, _, _ = typed(lobby, kind, f"{text}\n")
    assert [each[: len(problem)] for each in lobby.client.problems(path)] == [problem]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("company", COMPANY),
        ("company", f"{LOGGED}        contact: new-here\n        round: r1\n"),
        ("company", COMPANY.replace("name: Northwind", "name: 42")),
        ("story", f"{STORY}replaced_by:\nscope:\nmetrics:\nrole: true\nalias: 7\n"),
        ("questions", f"{QUESTIONS}    asked_at:\n      - {{company: Elsewhere, round: last}}\n"),
        ("practice", "- {at: 2026-11-01, question: deleted-since, rating: good}\n"),
        ("review", "- {at: 2026-11-01, target: story/deleted-since, comment: Good.}\n"),
    ],
)
def test_what_is_right_and_new_is_not_marked(lobby: Book, kind: str, text: str) -> None:
    path, _, _ = typed(lobby, kind, text)
    assert lobby.client.problems(path) == []


def test_a_new_story_is_known_when_the_schemas_are_written_again(
    server: tuple[Node, Path], tmp_path: Path
) -> None:
    book = opened("lobby", server, tmp_path)
    path, _, _ = typed(book, "story", f"{STORY}replaced_by: brand-new\n")
    assert len(book.client.problems(path)) == 1
    (tmp_path / "stories" / "brand-new.yaml").write_text(STORY, encoding="utf-8")
    folder = write_schemas(tmp_path, load_playbook(tmp_path).playbook)
    book.client.saved(folder / "story.json")
    assert book.client.problems(path) == []
    book.client.close()


def pretended(folder: Path, *, node: str) -> None:
    """Put a `node` into a folder that says it is this version, and an `npm`."""
    for name, said in (("node", node), ("npm", "11.0.0")):
        script = folder / name
        script.write_text(f"#!/bin/sh\necho {said}\n", encoding="utf-8")
        script.chmod(script.stat().st_mode | stat.S_IXUSR)


@pytest.mark.skipif(os.name == "nt", reason="the scripts are a shell's")
@pytest.mark.parametrize(
    ("version", "on_path"),
    [
        ("v22.13.0", True),
        ("v24.1.0", True),
        ("v22.12.9", False),
        ("v18.20.4", False),
        (None, False),
    ],
)
def test_node_is_the_one_on_the_path_or_that_of_the_wheel(
    version: str | None, on_path: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if version:
        pretended(tmp_path, node=version)
    monkeypatch.setenv("PATH", str(tmp_path))
    node = language_server.find_node()
    assert (node.path == str(tmp_path / "node")) is on_path
    if not on_path:
        done = subprocess.run([node.path, "--version"], capture_output=True, text=True, check=True)
        assert int(done.stdout[1:].partition(".")[0]) >= language_server.OLDEST[0]
        assert Path(node.npm[1]).is_file()


def test_the_lock_file_names_versions_and_hashes_and_no_registry() -> None:
    lock = json.loads((language_server.PACKAGE / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert packages
    for each in packages.values():
        assert each["version"]
        assert each["integrity"].startswith("sha512-")
        assert "resolved" not in each


def test_without_npms_registry_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_server, "CACHE", tmp_path / "cache")
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "npm"))
    with pytest.raises(UnreachableError, match="can't install the language server"):
        language_server.installed(language_server.find_node())
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_new_playbook_has_the_settings_of_the_sample() -> None:
    own = REPOSITORY / "hooks" / "interview_playbook" / "cli" / "own" / "dot-vscode"
    for name in ("settings.json", "extensions.json"):
        assert (own / name).read_bytes() == (SETTINGS.parent / name).read_bytes()


def test_the_settings_have_a_schema_for_every_kind_of_yaml_and_ask_nobody() -> None:
    yaml = settings()["yaml"]
    assert {Path(each).stem for each in yaml["schemas"]} == set(KINDS) - {"email"}
    assert yaml["schemaStore"]["enable"] is False
    assert yaml["kubernetesCRDStore"]["enable"] is False
    assert yaml["format"]["enable"] is False
