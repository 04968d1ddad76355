"""The examples that explain the codes, from the folders of tests/errors.

`python -m tests.examples` writes them anew for the package. How a bad file looks mended comes from
the fix its message offers or, where it has none, from the folder's mended.txt, what to write in
place of the line the message is about, or from its folder mended/: files that are right, and in
gone.txt those that are not there any more.
"""

from __future__ import annotations

import difflib
import json
import shutil
import tempfile
from pathlib import Path

from interview_playbook.codes import COACHING
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.findings import findings
from interview_playbook.fixing import mended
from interview_playbook.load import load_playbook
from interview_playbook.store import read
from tests.error_cases import ERRORS, NOW, cases, found_in

EXAMPLES = Path(__file__).parents[1] / "hooks/interview_playbook/explanations/examples.json"


def examples() -> str:
    """Return the examples of all codes as the package has them."""
    with tempfile.TemporaryDirectory() as folder:
        found = {name: example(name, Path(folder) / name) for name in cases()}
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"


def example(name: str, root: Path) -> dict[str, str]:
    """Return a folder's message, its first if there are several, and the lines mended."""
    found, text = found_in(name, root)
    told = {"told": text.strip().split("\n\n")[0]}
    after = _mended(name, root, found)
    return told | {"mended": after} if after else told


def _mended(name: str, root: Path, found: list[Diagnostic]) -> str:
    by_hand, files_by_hand = ERRORS / name / "mended.txt", ERRORS / name / "mended"
    if by_hand.is_file():
        return _mended_by_hand(root, found[0], by_hand.read_text(encoding="utf-8"))
    if files_by_hand.is_dir():
        return _mended_files(root, found[0], files_by_hand)
    files = mended(root, NOW, unsafe=True)
    return _new_lines(files[0].held.text, files[0].after) if files else ""


def _mended_by_hand(root: Path, problem: Diagnostic, new: str) -> str:
    """Put lines in place of the one a problem is about; raises ValueError if it is still there."""
    before = read(root, problem.path).text
    lines = before.splitlines(keepends=True)
    lines[problem.position.line - 1 : problem.position.line] = [new]
    (root / problem.path).write_text("".join(lines), encoding="utf-8")
    _prove_mended(root, problem)
    return new.rstrip("\n")


def _mended_files(root: Path, problem: Diagnostic, right: Path) -> str:
    """Put the right files into a playbook; return what became of the one a problem is about, or
    else what changed in another.
    """
    gone = right / "gone.txt"
    removed = gone.read_text(encoding="utf-8").splitlines() if gone.is_file() else []
    put = [each for each in sorted(right.rglob("*")) if each.is_file() and each != gone]
    names = [each.relative_to(right).as_posix() for each in put]
    about = problem.path if problem.path in (*names, *removed) else names[0]
    old = (root / about).read_bytes() if (root / about).is_file() else b""
    for path in removed:
        shutil.rmtree(root / path) if (root / path).is_dir() else (root / path).unlink()
    shutil.copytree(right, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("gone.txt"))
    _prove_mended(root, problem)
    if about in names:
        new = (root / about).read_text(encoding="utf-8")
        return _changed_lines(old.decode("utf-8", "replace"), new)
    return f"{about} → {names[0]}" if names else f"{about}, deleted"


def _prove_mended(root: Path, problem: Diagnostic) -> None:
    left = {each.code for each in findings(load_playbook(root), NOW)}
    if problem.code in left or (left - set(COACHING)):
        raise ValueError(f"{problem.code} is not mended: {', '.join(sorted(left))} are found")


def _changed_lines(old: str, new: str) -> str:
    """Return the lines that are new or, if some only went, those around where they stood."""
    added = _new_lines(old, new)
    if added:
        return added
    matched = difflib.unified_diff(old.splitlines(), new.splitlines(), n=1, lineterm="")
    return "\n".join(line[1:] for line in list(matched)[3:] if line.startswith(" "))


def _new_lines(before: str, after: str) -> str:
    old, new = before.splitlines(), after.splitlines()
    matched = difflib.SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    return "\n".join(
        line for tag, _, _, *to in matched if tag != "equal" for line in new[slice(*to)]
    )


if __name__ == "__main__":
    EXAMPLES.write_text(examples(), encoding="utf-8")
