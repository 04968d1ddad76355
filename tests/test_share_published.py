"""A folder is fit to be published if it is sealed and holds nothing else."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from interview_playbook.share.published import audience_of, faults
from tests.sealed import derive_once, packs_of, sealed, write_site

PAGE = '<!doctype html><meta name="pb-audience" content="%s">'


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sealed site."""
    folder = tmp_path_factory.mktemp("published")
    with pytest.MonkeyPatch.context() as patch:
        derive_once(patch)
        sealed(write_site(folder / "site"), folder / "out")
    return folder / "out"


@pytest.fixture
def out(once: Path, tmp_path: Path) -> Path:
    """Return a copy of it, to be changed."""
    return Path(shutil.copytree(once, tmp_path / "out"))


def test_what_was_sealed_is_fit(out: Path) -> None:
    assert faults(out) == []


@pytest.mark.parametrize("name", ["CNAME", ".nojekyll", "robots.txt", "_headers"])
def test_what_is_for_the_host_may_stand_beside_it(out: Path, name: str) -> None:
    (out / name).write_text("", encoding="utf-8")
    assert faults(out) == []


def _add(name: str, data: bytes = b"x") -> Callable[[Path], None]:
    def change(out: Path) -> None:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(data)

    return change


def _named_rightly(out: Path) -> None:
    """Put a page in clear among the packs, under the name that its bytes give it."""
    data = b"<p>Canary Freight"
    (out / "v" / f"{hashlib.sha256(data).hexdigest()[:32]}.bin").write_bytes(data)


def _in_a_packs_place(out: Path) -> None:
    packs_of(out)[0].unlink()
    _named_rightly(out)


def _flipped(out: Path) -> None:
    pack = packs_of(out)[0]
    pack.write_bytes(pack.read_bytes()[:-1] + b"\0\0")


def _manifest_cut(out: Path) -> None:
    path = next((out / "m").iterdir())
    path.write_bytes(path.read_bytes()[:-1])


def _a_link(out: Path) -> None:
    (out / "CNAME").symlink_to(out / "e.json")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_add("companies/halden/index.html"), "isn't sealed: companies."),
        (_add("notes.txt"), "isn't sealed: notes.txt."),
        (_add("v/page.html"), "isn't sealed: v/page.html."),
        (_add("index.html"), "index.html isn't what this version"),
        (_add("sw.js"), "sw.js isn't what this version"),
        (_add("e.json", b"{}"), "e.json is damaged"),
        (_add("m/other.bin"), "m/ has to hold m/"),
        (_named_rightly, "v/ has to hold"),
        (_in_a_packs_place, ".bin isn't what was sealed"),
        (_flipped, ".bin isn't what was sealed"),
        (_manifest_cut, ".bin isn't what was sealed"),
        (_a_link, "CNAME is a link to elsewhere"),
        (lambda out: packs_of(out)[0].unlink(), "v/ has to hold"),
        (lambda out: (out / "unlock.js").unlink(), "unlock.js isn't what"),
        (lambda out: (out / "e.json").unlink(), "there is no e.json"),
    ],
)
def test_what_is_not_fit_says_why(out: Path, change: Callable[[Path], object], said: str) -> None:
    change(out)
    assert said in " ".join(faults(out))


@pytest.mark.parametrize(
    ("audience", "said"),
    [("owner", "It is your own edition, in clear."), ("mentor", "It is a mentor's edition,")],
)
def test_a_site_in_clear_is_named_for_whom_it_is(tmp_path: Path, audience: str, said: str) -> None:
    (tmp_path / "index.html").write_text(PAGE % audience, encoding="utf-8")
    assert audience_of(tmp_path) == audience
    (fault,) = faults(tmp_path)
    assert fault.startswith(said)


def test_a_site_in_clear_with_a_head_beside_it_is_still_one(out: Path) -> None:
    (out / "index.html").write_text(PAGE % "owner", encoding="utf-8")
    assert faults(out) == ["It is your own edition, in clear."]


def test_other_folders_are_no_site(tmp_path: Path) -> None:
    assert audience_of(tmp_path) is None
    assert faults(tmp_path) == ["It is no sealed site: there is no e.json."]
    assert faults(tmp_path / "nothing") == ["It is no sealed site: there is no e.json."]
