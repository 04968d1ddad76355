"""What git tells of one file: its commits, back through its renames, and the texts of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from interview_playbook.git import Repository, ask, text

_COMMIT = "\x1e"
_FIELDS = f"{_COMMIT}%H%x00%at%x00%aN%x00%s"


@dataclass(frozen=True)
class Commit:
    """Who committed a change, when (in UTC), and what they called it."""

    hash: str
    at: datetime
    author: str
    subject: str

    @property
    def short(self) -> str:
        """Return the hash as it is shown."""
        return self.hash[:8]


@dataclass(frozen=True)
class Entry:
    """What a commit did to a file; paths lead from the playbook's root.

    `before` and `after` are git's names for the contents; `before` is empty where the file is new.
    """

    commit: Commit
    before: str
    after: str
    moved_from: str
    path: str


def entries(repository: Repository, path: str) -> list[Entry]:
    """Return the commits that changed a file, newest first; merges are left out."""
    told = ask(
        repository.folder,
        *("--literal-pathspecs", "log", "-z", "--no-merges", "--no-color", "--encoding=UTF-8"),
        *(f"--format={_FIELDS}", "--raw", "--no-abbrev", "--no-relative", "--follow", "-M"),
        *("--no-ext-diff", "--no-textconv", "--", path),
    )
    return list(_parsed(text(told or b""), repository.prefix))


def _parsed(told: str, prefix: str) -> Iterator[Entry]:
    """Yield the entries of a log whose parts end in a zero byte (git-log, --raw and -z)."""
    parts = iter(told.split("\0"))
    commit: Commit | None = None
    for part in (each.lstrip("\n") for each in parts):
        if part.startswith(_COMMIT):
            seconds, author, subject = (next(parts) for _ in range(3))
            at = datetime.fromtimestamp(int(seconds), UTC)
            commit = Commit(part[1:], at, author, subject)
        elif commit and part.startswith(":"):
            _, _, before, after, change = part.split(" ")
            path = next(parts)
            moved_from, path = (path, next(parts)) if change[0] in "RC" else ("", path)
            new = change[0] in "AC"  # git follows copies, too, but a copy is another file
            yield Entry(
                commit,
                "" if new else before,
                "" if change[0] == "D" else after,
                "" if new else moved_from.removeprefix(prefix),
                path.removeprefix(prefix),
            )
            if change[0] == "C":
                return


def blobs(repository: Repository, names: Iterable[str]) -> dict[str, str]:
    """Return texts by what git calls them: a blob's name, or `HEAD:path` from the top.

    What is missing, is no file or isn't UTF-8 is left out; line ends are line feeds.
    """
    asked = sorted({name for name in names if name and "\n" not in name})
    given = "".join(f"{name}\n" for name in asked).encode("utf-8", "surrogateescape")
    told = ask(repository.folder, "cat-file", "--batch", given=given) or b""
    answers = BytesIO(told)
    found: dict[str, str] = {}
    for name in asked:
        *_, kind, size = (b"", b"", *answers.readline().split())
        if not size.isdigit():  # it says that it is missing
            continue
        data = answers.read(int(size) + 1)[:-1]
        decoded = decoded_text(data) if kind == b"blob" else None
        if decoded is not None:
            found[name] = decoded
    return found


def files_at_head(repository: Repository, folder: str) -> list[str]:
    """Return the files that the last commit has directly in a folder of the playbook."""
    told = ask(
        repository.folder,
        *("--literal-pathspecs", "ls-tree", "-z", "--full-name", "--name-only", "HEAD", "--"),
        f"{folder}/",
    )
    return [each.removeprefix(repository.prefix) for each in text(told or b"").split("\0") if each]


def decoded_text(data: bytes) -> str | None:
    """Return a file's bytes as text whose lines end in a line feed, or None if it is no UTF-8."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None
