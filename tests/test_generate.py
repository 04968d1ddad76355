"""Generated playbooks: without an error, the same for the same seed."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from benchmarks.generate import TODAY, generate
from interview_playbook.checks import check
from interview_playbook.clock import now_in
from interview_playbook.load import load_playbook
from interview_playbook.schema import Company, Story


@pytest.fixture(scope="module")
def playbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("generated") / "playbook"
    generate(root, 10, 10, seed=3)
    return root


def _contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.*")}


def test_a_generated_playbook_has_no_errors(playbook: Path) -> None:
    loaded = load_playbook(playbook)
    found = [*loaded.diagnostics, *check(loaded.playbook, now_in(loaded.playbook.zone, TODAY))]
    assert [each for each in found if each.severity == "error"] == []
    assert len(loaded.playbook.stories) == len(loaded.playbook.companies) == 10
    assert 60 <= len(loaded.playbook.questions) <= 200


def test_the_same_seed_gives_the_same_bytes(playbook: Path, tmp_path: Path) -> None:
    generate(tmp_path / "same", 10, 10, seed=3)
    generate(tmp_path / "other", 10, 10, seed=4)
    assert _contents(tmp_path / "same") == _contents(playbook)
    assert _contents(tmp_path / "other") != _contents(playbook)


def test_lengths_are_those_of_real_records(playbook: Path) -> None:
    for path in (playbook / "stories").iterdir():
        record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        story = Story.model_validate({**record, "id": path.stem})
        told = (story.situation, story.task, *story.action, story.result)
        assert 120 <= sum(len(text.split()) for text in told) <= 400, path.name
    for path in (playbook / "content/companies").iterdir():
        record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        company = Company.model_validate({**record, "id": path.stem})
        assert 2 <= len(company.contacts) <= 4, path.name
        assert all(2 <= len(each.rounds) <= 6 for each in company.applications), path.name
        assert all(6 <= len(each.log) <= 15 for each in company.applications), path.name


def test_a_folder_in_use_is_left_alone(playbook: Path) -> None:
    before = _contents(playbook)
    with pytest.raises(FileExistsError):
        generate(playbook, 1, 1)
    assert _contents(playbook) == before
