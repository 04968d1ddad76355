"""Opening a file at a line, in the editors that know how."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import pytest

from interview_playbook.cli.editor import command_for, open_at


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+7", "a b.yaml"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "a b.yaml"]),
        ("emacsclient -t", ["emacsclient", "-t", "+7", "a b.yaml"]),
        ("code", ["code", "--goto", "a b.yaml:7"]),
        ("code --wait", ["code", "--wait", "--goto", "a b.yaml:7"]),
        ("subl -w", ["subl", "-w", "a b.yaml:7"]),
        ("hx", ["hx", "a b.yaml:7"]),
        ("gedit", ["gedit", "a b.yaml"]),
        ("'/opt/my editor/vim' -n", ["/opt/my editor/vim", "-n", "+7", "a b.yaml"]),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Paths are written in another way.")
def test_the_command(editor: str, command: list[str]) -> None:
    assert command_for(editor, "a b.yaml", 7) == command


@pytest.mark.parametrize("name", ["VISUAL", "EDITOR"])
def test_it_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for each in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(each, raising=False)
    file, script = tmp_path / "a b.yaml", tmp_path / "editor.py"
    script.write_text(
        "import pathlib, sys\npathlib.Path(sys.argv[1]).write_text('edited')\n", encoding="utf-8"
    )
    monkeypatch.setenv(name, f'"{sys.executable}" "{script}"'.replace("\\", "/"))
    open_at(file, 7)
    assert file.read_text(encoding="utf-8") == "edited"


def test_one_that_does_not_start_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")
    with pytest.raises(click.ClickException, match=r"no-such-editor can't be started: .* Set EDIT"):
        open_at(tmp_path / "a.yaml", 1)


def test_without_any_it_says_how_to_name_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setattr("interview_playbook.cli.editor._USUAL", ())
    with pytest.raises(click.ClickException, match="Which editor"):
        open_at(tmp_path / "a.yaml", 1)
