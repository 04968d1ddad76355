"""A renamed id is renamed wherever it is named, and nowhere else; or nothing is changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import AfterValidator

from interview_playbook import store
from interview_playbook.checks import check
from interview_playbook.clock import now_in
from interview_playbook.load import load_playbook, pinned_today
from interview_playbook.load.records import MODELS
from interview_playbook.playbook import RecordKind
from interview_playbook.references import DEFINITIONS, REFERENCES
from interview_playbook.rename import RenameError, Renaming, rename_id
from interview_playbook.schema.texts import parse_id
from interview_playbook.schema.walk import Place, as_model, step_into
from tests.checking import PROFILE, company, questions, story

ROOT = Path(__file__).parents[1]
KINDS = [
    "story/rollback-at-noon",
    "company/halden-freight",
    "questions/behavioral",
    "question/biggest-failure",
    "question/behavioral/why-us",
    "checklist/phone",
    "email/decline",
    "contact/corvid-security/gethin-pryce",
    "contact/gethin-pryce",
    "application/corvid-security/platform-lead",
    "round/corvid-security/platform-lead/recruiter-screen",
    "round/halden-freight/recruiter-screen",
]

DISTINCT = ("rollback-at-noon", "biggest-failure", "gethin-pryce")
"""Ids that are no other word of the sample."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample playbook."""
    root = tmp_path_factory.mktemp("sample")
    for name in ("stories", "content", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def reader(root: Path) -> Callable[[str], str]:
    return lambda path: store.read(root, path).text


def rename(root: Path, target: str, new: str) -> Renaming:
    """Rename an id in the files."""
    renaming = rename_id(load_playbook(root), target, new, reader(root))
    store.write_many(root, renaming.changes())
    return renaming


def files(root: Path) -> dict[str, bytes]:
    """Return every file of a playbook with its bytes."""
    found = (path for path in root.rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in found
        if ".playbook" not in path.parts
    }


def problems(root: Path) -> list[str]:
    loaded = load_playbook(root)
    now = now_in(loaded.playbook.zone, pinned_today(root))
    found = [*loaded.diagnostics, *check(loaded.playbook, now)]
    return [f"{each.path}:{each.position.line} {each.message}" for each in found]


@pytest.mark.parametrize("target", KINDS)
def test_there_and_back_gives_the_same_bytes_and_nothing_is_lost_between(
    sample: Path, target: str
) -> None:
    before = files(sample)
    way, _, old = target.rpartition("/")
    renaming = rename(sample, target, "quite-another")
    assert problems(sample) == []
    between = files(sample)
    assert between != before
    for each in renaming.files:
        if each.moved_to is None:
            assert changed_lines(each.before, each.after) <= renaming.places
        else:
            assert each.path not in between
    if old in DISTINCT:
        assert not [path for path, data in between.items() if old.encode() in data]
    rename(sample, f"{way}/quite-another".replace(f"/{old}/", "/quite-another/"), old)
    assert files(sample) == before


def changed_lines(before: str, after: str) -> int:
    """Return how many lines differ; a renaming adds and removes none."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return sum(one != two for one, two in pairs)


def id_fields(kind: RecordKind) -> Iterator[str]:
    """Yield the places of a kind of file that hold the id of something, as patterns."""
    yield from _id_fields(Place((), MODELS[kind]), ())


def _id_fields(place: Place, at: tuple[str, ...]) -> Iterator[str]:
    marks = [mark.func for mark in place.metadata if isinstance(mark, AfterValidator)]
    if parse_id in marks:
        yield ".".join(at)
    if inner := step_into(place, 0):
        yield from _id_fields(inner, (*at, "*"))
    if model := as_model(place.expected):
        for name in model.model_fields:
            if inner := step_into(place, name):
                yield from _id_fields(inner, (*at, name))


@pytest.mark.parametrize("kind", MODELS)
def test_every_field_that_holds_an_id_is_known(kind: RecordKind) -> None:
    patterns = [pattern for each in REFERENCES.values() for pattern in each]
    known = {each.loc for each in (*patterns, *DEFINITIONS.values()) if each.kind == kind}
    own = {"items.*.id"}  # a checklist's items are named nowhere
    assert set(id_fields(kind)) <= known | own


def playbook(root: Path, **texts: str) -> Path:
    """Write a small playbook; `__` in a name is a slash."""
    wanted = {"content__profile": PROFILE, "mkdocs": "site_name: x\n"} | texts
    for name, text in wanted.items():
        suffix = ".yml" if name == "mkdocs" else ".yaml"
        path = root / (name.replace("__", "/").replace("_", "-") + suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


ROUNDS = (
    "rounds:\n  - id: panel\n    kind: panel\n"
    "log:\n  - {date: 2026-11-01, event: interview, round: panel}\n"
)


def test_a_round_is_not_taken_for_another_of_the_same_name(tmp_path: Path) -> None:
    asked = questions("asked", why_us="type: motivation\n    asked_at:\n") + (
        "      - {company: halden, round: panel}\n      - {company: tern, round: panel}\n"
        "      - {company: Halden, round: panel}\n"
    )
    root = playbook(
        tmp_path,
        content__companies__halden=company(ROUNDS),
        content__companies__tern=company(ROUNDS),
        content__questions__asked=asked,
    )
    renaming = rename(root, "round/halden/panel", "final-panel")
    assert sorted(each.path for each in renaming.files) == [
        "content/companies/halden.yaml",
        "content/questions/asked.yaml",
    ]
    assert (root / "content/questions/asked.yaml").read_text().splitlines()[-3:] == [
        "      - {company: halden, round: final-panel}",
        "      - {company: tern, round: panel}",
        "      - {company: Halden, round: panel}",
    ]
    assert "round: final-panel" in (root / "content/companies/halden.yaml").read_text()


@pytest.mark.parametrize(
    ("target", "new", "message"),
    [
        ("story/rollback-at-nown", "x", "There is no story `rollback-at-nown`. Did you mean `roll"),
        ("stroy/rollback-at-noon", "x", "`stroy` is nothing that has an id. Did you mean `story`?"),
        ("story", "x", "There is no story ``"),
        ("story/nightly-diff", "on-call-truce", "There is a story `on-call-truce` already."),
        ("contact/harriet-vance", "adaeze-obi", "There is a contact `adaeze-obi` already."),
        ("story/nightly-diff", "Nightly Diff", "`Nightly Diff` is not an id: write lower case"),
        ("story/nightly-diff", "../x", "`../x` is not an id"),
        ("round/recruiter-screen", "x", "Several have that id: mend or name `round/corvid-securit"),
    ],
)
def test_what_cannot_be_renamed_is_said(sample: Path, target: str, new: str, message: str) -> None:
    before = files(sample)
    with pytest.raises(RenameError) as caught:
        rename(sample, target, new)
    assert str(caught.value).startswith(message)
    assert files(sample) == before


def test_a_file_with_a_mistake_that_has_the_id_stops_it(tmp_path: Path) -> None:
    bad = company(ROUNDS + "stories: [noon\n")
    root = playbook(tmp_path, stories__noon=story(), content__companies__halden=bad)
    with pytest.raises(RenameError, match=r"content/companies/halden\.yaml:\d+ .*noon"):
        rename(root, "story/noon", "midday")
    (root / "content/companies/halden.yaml").write_bytes(b"name: caf\xe9\n")
    with pytest.raises(RenameError, match=r"halden\.yaml may refer to it and can't be read"):
        rename(root, "story/noon", "midday")
    (root / "content/companies/halden.yaml").write_text(bad.replace("noon", "none"))
    assert rename(root, "story/noon", "midday").places == 0
    assert (root / "stories/midday.yaml").read_text() == story()


def test_a_template_that_comes_with_the_package_keeps_its_id(tmp_path: Path) -> None:
    with pytest.raises(RenameError, match="no email templates of your own"):
        rename(playbook(tmp_path), "email/thank-you", "thanks")


def test_a_name_that_is_kept_changes_nothing(sample: Path) -> None:
    assert rename(sample, "story/nightly-diff", "nightly-diff") == Renaming((), 0)


def test_a_byte_order_mark_and_line_ends_stay(tmp_path: Path) -> None:
    root = playbook(tmp_path, stories__noon=story())
    other = root / "stories/late.yaml"
    other.write_bytes(f"\ufeff{story('replaced_by: noon # better')}".replace("\n", "\r\n").encode())
    before = other.read_bytes()
    rename(root, "story/noon", "midday")
    assert other.read_bytes() == before.replace(b"by: noon", b"by: midday")
