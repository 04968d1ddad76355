"""The exported playbook: files that stay the same, links that lead somewhere."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from interview_playbook.export.markdown import export_markdown
from tests.golden import assert_golden

PLAIN = Path(__file__).parent / "playbooks" / "plain"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "plain"
    pages = export_markdown(PLAIN, folder)
    assert pages == len(list(folder.rglob("*.md")))
    return folder


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*")}


def test_a_story(exported: Path) -> None:
    text = (exported / "docs/stories/star-schema.md").read_text(encoding="utf-8")
    assert_golden("export-story.md", text)


def test_the_settings_keep_what_is_the_playbooks_own(exported: Path) -> None:
    text = (exported / "mkdocs.yml").read_text(encoding="utf-8")
    assert_golden("export-mkdocs.yml", text)


def test_hand_written_links_lead_to_files(exported: Path) -> None:
    text = (exported / "docs/guide/index.md").read_text(encoding="utf-8")
    assert "[the story](../stories/star-schema.md)" in text
    assert "[the question](../questions/asked.md#hardest-problem)" in text
    assert "[the bank](../stories/index.md)" in text
    assert "[in code](not/touched.md)" in text
    more = (exported / "docs/guide/more.md").read_text(encoding="utf-8")
    assert "[Today](../index.md)" in more
    assert "[1]: ../stories/star-schema.md" in more


def test_the_same_playbook_gives_the_same_bytes(exported: Path, tmp_path: Path) -> None:
    export_markdown(PLAIN, tmp_path / "again")
    assert _contents(tmp_path / "again") == _contents(exported)


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="not empty"):
        export_markdown(PLAIN, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_every_link_leads_somewhere(
    exported: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = load_config(str(exported / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins = config.plugins.__class__()
    config.validation.links.anchors = logging.WARNING
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        build(config)
    assert [record.getMessage() for record in caplog.records] == []
    page = (tmp_path / "site/stories/star-schema/index.html").read_text(encoding="utf-8")
    assert "The *star* schema: a_b_c" in page
    assert "Fen &amp; Sons &lt;Ltd&gt;" in page
