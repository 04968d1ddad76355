"""What `mkdocs serve` rebuilds for: a file of the playbook that really changed, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler

Stamp = tuple[int, int] | None


def stamp(path: Path) -> Stamp:
    """Return a file's modification time (nanoseconds) and size (bytes); None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size)


def is_scratch(path: Path) -> bool:
    """Return whether a file is an editor's own: hidden, a backup, a lock, a swap file."""
    return path.name.startswith((".", "#")) or path.name.endswith(("~", ".tmp", ".swp"))


class Changes(FileSystemEventHandler):
    """Passes on events that changed a file; mere reading of one is reported, too, and is not."""

    def __init__(self, handler: FileSystemEventHandler, folders: Iterable[Path]) -> None:
        self._handler = handler
        self._stamps: dict[Path, Stamp] = {
            path: stamp(path) for folder in folders for path in _files(folder)
        }

    def dispatch(self, event: FileSystemEvent) -> None:
        """Pass the event on if one of its files is other than it was."""
        ends = [Path(str(end)) for end in (event.src_path, event.dest_path) if end]
        changed = [self._changed(end) for end in ends if not is_scratch(end)]
        if any(changed) and not event.is_directory:
            self._handler.dispatch(event)

    def _changed(self, path: Path) -> bool:
        before, now = self._stamps.get(path), stamp(path)
        self._stamps[path] = now
        return before != now


def _files(path: Path) -> Iterable[Path]:
    return (each for each in path.rglob("*") if each.is_file()) if path.is_dir() else (path,)


def watch_changes(server: LiveReloadServer, paths: Iterable[Path]) -> None:
    """Watch `paths` beside what the server watches already, for real changes only."""
    observer: Any = server.observer
    schedule: Callable[..., Any] = observer.schedule

    def scheduled(handler: FileSystemEventHandler, path: str, **options: Any) -> Any:
        return schedule(Changes(handler, (Path(path),)), path, **options)

    observer.schedule = scheduled
    for watched in list(server._watched_paths):
        server.unwatch(watched)
        server.watch(watched)
    for path in paths:
        if path.exists():
            server.watch(str(path))
