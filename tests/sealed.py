"""A small site to seal, its sealed form, and what a test does to one."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest

from interview_playbook.share.envelope import Lock
from interview_playbook.share.seal import Sealed, next_serial, seal

OWNER = "abacus felt-tip yo-yo drop-down abide unhook"
READER = "silver canoe drifting past lunar tea"
WRONG = "silver canoe drifting past lunar sea"
SALT = bytes(range(16))

PAGES = {
    "index.html": "<!doctype html><title>Today</title><p>Canary Freight",
    "404.html": "<!doctype html><title>Nothing</title><p>There is no such page",
    "companies/canary/index.html": "<!doctype html><title>Canary</title><p>Canary Freight",
    "assets/playbook/playbook.js": "'use strict';",
    "empty.txt": "",
}


class Book(NamedTuple):
    """A site, and where it is sealed."""

    site: Path
    out: Path


def write_site(folder: Path, pages: dict[str, str] = PAGES, noise: int = 600_000) -> Path:
    """Write a small site with a picture of `noise` bytes that don't compress; return its folder."""
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "picture.png").write_bytes(random.Random(7).randbytes(noise))
    return folder


def sealed(site: Path, out: Path, *passphrases: str, salt: bytes = SALT) -> Sealed:
    """Seal a site for some passphrases, the owner's where none is named."""
    serial = next_serial(out, 1_000)
    return seal(site, out, passphrases or (OWNER,), salt=salt, serial=serial)


_reader_key = lru_cache(Lock.reader_key)


def derive_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive each passphrase's key once for all tests of a process: it takes a while by design."""
    monkeypatch.setattr(Lock, "reader_key", _reader_key)


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder by their path in it."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def flip(path: Path, at: float = 0.5) -> None:
    """Change one bit of a file, at a share of its length."""
    data = bytearray(path.read_bytes())
    data[min(int(len(data) * at), len(data) - 1)] ^= 1
    path.write_bytes(bytes(data))


def packs_of(out: Path) -> list[Path]:
    """Return the packs of a sealed site, in order of their names."""
    return sorted((out / "v").iterdir())


def swap(one: Path, other: Path) -> None:
    """Let two files trade places."""
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def _mixed(out: Path, older: Path) -> None:
    shutil.copyfile(older / "e.json", out / "e.json")


def _older_manifest(out: Path, older: Path) -> None:
    new = next((out / "m").iterdir())
    shutil.copyfile(next((older / "m").iterdir()), new)


def _packs_swapped(out: Path, older: Path) -> None:
    swap(*packs_of(out)[:2])


def _pack_cut(out: Path, older: Path) -> None:
    pack = packs_of(out)[0]
    pack.write_bytes(pack.read_bytes()[:-1])


def _pack_longer(out: Path, older: Path) -> None:
    pack = packs_of(out)[0]
    pack.write_bytes(pack.read_bytes() + b"\0")


def _pack_replayed(out: Path, older: Path) -> None:
    """Put a pack of an older edition in, under the name of a new one."""
    shutil.copyfile(packs_of(older)[0], packs_of(out)[0])


def _renamed_pack(out: Path, older: Path) -> None:
    old = packs_of(out)[0]
    data = old.read_bytes()[::-1]
    old.unlink()
    (out / "v" / f"{hashlib.sha256(data).hexdigest()[:32]}.bin").write_bytes(data)


def _serial_raised(out: Path, older: Path) -> None:
    text = (out / "e.json").read_text(encoding="utf-8")
    head, _, rest = text.partition('"serial":')
    serial, comma, tail = rest.partition(",")
    body = f'{head}"serial":{int(serial) + 5}{comma}{tail.rpartition(",")[0]}'
    total = hashlib.sha256(body.encode()).hexdigest()
    (out / "e.json").write_text(f'{body},"sum":"{total}"}}', encoding="utf-8")


def _flip(name: str, at: float) -> Callable[[Path, Path], None]:
    def damage(out: Path, older: Path) -> None:
        flip(next(iter(sorted(out.glob(name)))), at)

    return damage


def _gone(name: str) -> Callable[[Path, Path], None]:
    def damage(out: Path, older: Path) -> None:
        next(iter(sorted(out.glob(name)))).unlink()

    return damage


DAMAGE: dict[str, Callable[[Path, Path], None]] = {
    "head, first byte": _flip("e.json", 0),
    "head, a name": _flip("e.json", 0.02),
    "head, protected": _flip("e.json", 0.12),
    "head, a recipient": _flip("e.json", 0.4),
    "head, nonce, ciphertext or tag": _flip("e.json", 0.85),
    "head, its sum": _flip("e.json", 0.98),
    "head, serial raised and sum mended": _serial_raised,
    "head of an older edition": _mixed,
    "manifest, first byte": _flip("m/*.bin", 0),
    "manifest, middle": _flip("m/*.bin", 0.5),
    "manifest, tag": _flip("m/*.bin", 1),
    "manifest of an older edition": _older_manifest,
    "manifest gone": _gone("m/*.bin"),
    "pack, first byte": _flip("v/*.bin", 0),
    "pack, middle": _flip("v/*.bin", 0.5),
    "pack, tag": _flip("v/*.bin", 1),
    "pack cut short": _pack_cut,
    "pack longer": _pack_longer,
    "pack gone": _gone("v/*.bin"),
    "packs swapped": _packs_swapped,
    "pack of an older edition": _pack_replayed,
    "pack replaced and named rightly": _renamed_pack,
}
"""Ways to damage a sealed site, by what is damaged: each is given an older edition of it, too."""
