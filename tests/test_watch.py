"""What makes `mkdocs serve` build again, and what doesn't."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    DirModifiedEvent,
    FileClosedNoWriteEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)

from interview_playbook.events.watch import Changes, watch_changes


class _Heard(FileSystemEventHandler):
    def __init__(self) -> None:
        self.events: list[FileSystemEvent] = []

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.events.append(event)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.yaml"
    path.write_text("title: A\n")
    return path


def _dispatch(changes: Changes, *events: FileSystemEvent) -> None:
    for event in events:
        changes.dispatch(event)


def test_reading_a_file_changes_nothing(story: Path) -> None:
    heard = _Heard()
    changes = Changes(heard, [story.parent])
    story.read_text()
    for kind in (FileOpenedEvent, FileClosedNoWriteEvent, FileModifiedEvent):
        changes.dispatch(kind(str(story)))
    assert heard.events == []


def test_a_change_counts_once(story: Path) -> None:
    heard = _Heard()
    changes = Changes(heard, [story.parent])
    story.write_text("title: Another\n")
    _dispatch(changes, FileModifiedEvent(str(story)), FileModifiedEvent(str(story)))
    assert len(heard.events) == 1


def test_a_change_of_the_same_length_counts(story: Path) -> None:
    heard = _Heard()
    changes = Changes(heard, [story.parent])
    story.write_text("title: B\n")
    os.utime(story, ns=(1, 1))
    changes.dispatch(FileModifiedEvent(str(story)))
    assert len(heard.events) == 1


def test_new_gone_and_moved_files_count(story: Path) -> None:
    heard = _Heard()
    changes = Changes(heard, [story.parent])
    new = story.with_name("new.yaml")
    new.write_text("title: N\n")
    changes.dispatch(FileCreatedEvent(str(new)))
    moved = new.rename(story.with_name("moved.yaml"))
    changes.dispatch(FileMovedEvent(str(new), str(moved)))
    moved.unlink()
    changes.dispatch(FileDeletedEvent(str(moved)))
    assert len(heard.events) == 3


@pytest.mark.parametrize("name", [".story.yaml.swp", "story.yaml~", "#story.yaml#", ".DS_Store"])
def test_what_an_editor_keeps_for_itself_does_not_count(story: Path, name: str) -> None:
    heard = _Heard()
    changes = Changes(heard, [story.parent])
    path = story.with_name(name)
    path.write_text("x")
    changes.dispatch(FileCreatedEvent(str(path)))
    assert heard.events == []


def test_an_editor_that_writes_beside_and_renames_counts(story: Path) -> None:
    heard = _Heard()
    changes = Changes(heard, [story.parent])
    beside = story.with_name(".story.yaml.tmp")
    beside.write_text("title: Written beside\n")
    beside.replace(story)
    changes.dispatch(FileMovedEvent(str(beside), str(story)))
    assert len(heard.events) == 1


def test_a_folder_alone_does_not_count(story: Path) -> None:
    heard = _Heard()
    Changes(heard, [story.parent]).dispatch(DirModifiedEvent(str(story.parent)))
    assert heard.events == []


def test_the_server_builds_for_changes_alone(story: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    page = docs / "page.md"
    page.write_text("# A")
    server = LiveReloadServer(lambda: None, host="127.0.0.1", port=0, root=str(tmp_path))
    server.watch(str(docs))
    watch_changes(server, [story.parent, tmp_path / "not-there"])
    watched = {watch.path: found for watch, found in server.observer._handlers.items()}
    assert set(watched) == {str(docs), str(story.parent)}
    for path in (page, story):
        (handler,) = watched[str(path.parent)]
        handler.dispatch(FileModifiedEvent(str(path)))
        assert not server._want_rebuild
        path.write_text("changed, and longer")
        handler.dispatch(FileModifiedEvent(str(path)))
        assert server._want_rebuild
        server._want_rebuild = False
    server.server_close()
