"""A built site sealed and opened: the same files come back, and nobody else learns a thing."""

from __future__ import annotations

import errno
import json
import os
import re
import tarfile
from pathlib import Path

import pytest

from interview_playbook.share import folder as folders
from interview_playbook.share.archive import archived
from interview_playbook.share.clear import clear_files
from interview_playbook.share.envelope import RECIPIENTS, encoded, lock_of
from interview_playbook.share.failure import DamagedError, SealError, WrongPassphraseError
from interview_playbook.share.head import PACK_BYTES, read_head
from interview_playbook.share.published import faults
from interview_playbook.share.seal import next_serial
from interview_playbook.share.unseal import open_sealed, read_sealed
from tests.sealed import (
    DAMAGE,
    OWNER,
    READER,
    WRONG,
    Book,
    contents,
    derive_once,
    flip,
    sealed,
    write_site,
)
from tests.sites import SMALL, build_site

_RANDOM = ("e.json", "m/", "v/")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    derive_once(monkeypatch)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    made = Book(write_site(tmp_path / "site"), tmp_path / "out")
    sealed(made.site, made.out, OWNER, READER)
    return made


def test_what_was_sealed_comes_back(book: Book, tmp_path: Path) -> None:
    for passphrase in (OWNER, READER):
        back = tmp_path / passphrase[:3]
        open_sealed(book.out, passphrase, back)
        assert contents(back) == contents(book.site)


def test_another_passphrase_opens_nothing(book: Book, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        open_sealed(book.out, WRONG, tmp_path / "back")
    assert not (tmp_path / "back").exists()


def test_a_second_seal_differs_in_every_part_and_opens_to_the_same(book: Book) -> None:
    first = contents(book.out)
    sealed(book.site, book.out)
    second = contents(book.out)
    names = {name for name in {*first, *second} if name.startswith(_RANDOM) and name != "e.json"}
    assert not names & set(first) & set(second)
    assert {n: first[n] for n in clear_files()} == {n: second[n] for n in clear_files()}
    assert read_sealed(book.out, OWNER).files == contents(book.site)


def test_two_seals_share_no_more_bytes_than_chance_has_it(book: Book, tmp_path: Path) -> None:
    sealed(book.site, tmp_path / "other")
    for one, other in zip(_packs(book.out), _packs(tmp_path / "other"), strict=True):
        same = sum(a == b for a, b in zip(one, other, strict=True))
        assert same < len(one) / 200  # 1 in 256 is expected


def _packs(out: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((out / "v").iterdir())]


def test_nothing_of_the_site_is_in_clear(book: Book) -> None:
    for name, data in contents(book.out).items():
        assert not re.search(rb"canary|freight|picture|today", data, re.IGNORECASE), name
        assert re.fullmatch(r"index\.html|404\.html|unlock\.js|sw\.js|e\.json|[mv]/\w+\.bin", name)
        assert not name.startswith("v/") or len(data) == PACK_BYTES + 16


def test_the_files_in_clear_name_neither_the_tool_nor_what_is_sealed() -> None:
    for name, data in clear_files().items():
        assert not re.search(rb"interview|playbook|\bstor(y|ies)|compan", data, re.IGNORECASE), name
        assert b"%" not in re.findall(rb"%\w+%", data), name


def test_the_head_says_as_much_of_one_reader_as_of_two(book: Book, tmp_path: Path) -> None:
    sealed(book.site, tmp_path / "one", OWNER)
    one, two = (json.loads((out / "e.json").read_text()) for out in (tmp_path / "one", book.out))
    assert len(one["key"]["recipients"]) == len(two["key"]["recipients"]) == RECIPIENTS
    shapes = {
        (tuple(recipient), len(recipient["encrypted_key"]))
        for head in (one, two)
        for recipient in head["key"]["recipients"]
    }
    assert shapes == {(("encrypted_key",), 54)}
    assert one["key"]["protected"] == two["key"]["protected"]  # one salt from edition to edition


def test_readers_stand_in_any_order(tmp_path: Path) -> None:
    from interview_playbook.share.envelope import Lock, unwrap, wrap

    lock, key = Lock(b"0" * 16), os.urandom(32)
    places = set()
    for _ in range(60):
        jwe = wrap(key, [b"r" * 32], lock)
        opening = [
            at
            for at, recipient in enumerate(jwe["recipients"])
            if _opens({**jwe, "recipients": [recipient]})
        ]
        assert unwrap(jwe, b"r" * 32) == key
        places.update(opening)
    assert len(places) > 4


def _opens(jwe: dict[str, object]) -> bool:
    from interview_playbook.share.envelope import unwrap

    try:
        return bool(unwrap(jwe, b"r" * 32))
    except WrongPassphraseError:
        return False


def test_more_than_eight_readers_are_refused(book: Book) -> None:
    before = contents(book.out)
    with pytest.raises(SealError, match="1 to 8"):
        sealed(book.site, book.out, *(f"{OWNER} {number}" for number in range(9)))
    assert contents(book.out) == before


def test_the_archive_is_one_that_tar_reads(book: Book, tmp_path: Path) -> None:
    archive = archived(book.site)
    path = tmp_path / "site.tar"
    path.write_bytes(archive.data + b"\0" * 5_000)
    with tarfile.open(path) as tar:
        names = tar.getnames()
    assert names[0] == "index.html.gz" or names[0] == "index.html"
    assert {name.removesuffix(".gz") for name in names} == set(contents(book.site))


@pytest.mark.parametrize("what", DAMAGE)
def test_damage_is_found_and_named_as_damage(what: str, book: Book, tmp_path: Path) -> None:
    sealed(book.site, tmp_path / "older", OWNER)
    DAMAGE[what](book.out, tmp_path / "older")
    with pytest.raises(SealError) as raised:
        read_sealed(book.out, OWNER)
    assert not isinstance(raised.value, WrongPassphraseError)


def test_any_byte_of_the_head_that_changes_is_found(book: Book) -> None:
    text = (book.out / "e.json").read_bytes()
    for at in range(len(text)):
        changed = bytearray(text)
        changed[at] ^= 1
        try:
            head = read_head(bytes(changed))
        except SealError:
            continue
        assert head.build != read_head(text).build or b'"sum"' not in changed


def test_a_head_without_an_end_to_its_brackets_is_damaged(book: Book) -> None:
    (book.out / "e.json").write_bytes(b"[" * 100_000)
    with pytest.raises(DamagedError, match=r"e\.json is damaged"):
        read_sealed(book.out, OWNER)
    inside = encoded(b"[" * 100_000)
    with pytest.raises(DamagedError, match="envelope"):
        lock_of({"protected": inside})


def test_a_name_that_leads_outside_is_refused(tmp_path: Path) -> None:
    from interview_playbook.share.archive import Member
    from interview_playbook.share.head import Head
    from interview_playbook.share.manifest import Manifest, manifest_text, read_manifest

    head = Head("0" * 16, 1, 1, {})
    for path in ("../up", "/etc/passwd", "a/../../b", "a//b", "./a"):
        manifest = Manifest(("0",), {path: Member(0, 0, "text/plain", 0)})
        with pytest.raises(DamagedError):
            read_manifest(manifest_text(manifest, head), head, head.text())


@pytest.mark.parametrize("stops_at", ["v", "m", "e.json", "sw.js"])
def test_a_seal_that_fails_keeps_the_last_good_one(
    stops_at: str, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(book.out)
    (book.out / "sw.js").write_bytes(b"of an earlier version")
    put = folders._put

    def full(path: Path, data: bytes) -> None:
        if path.name == stops_at or path.parent.name == stops_at:
            raise OSError(errno.ENOSPC, "No space left on device")
        put(path, data)

    monkeypatch.setattr(folders, "_put", full)
    with pytest.raises(OSError, match="No space"):
        sealed(book.site, book.out)
    after = contents(book.out)
    assert {**after, "sw.js": b""} == {**before, "sw.js": b""}
    assert read_sealed(book.out, OWNER).files == contents(book.site)


def test_what_a_killed_writer_left_goes_with_the_next_seal(book: Book) -> None:
    for leftover in ("v/.sealing-12ab", ".sealing-34cd", "v/0000.bin"):
        (book.out / leftover).write_bytes(b"half")
    sealed(book.site, book.out)
    assert not [name for name in contents(book.out) if "sealing" in name or "0000." in name]


def test_what_belongs_to_the_host_stays(book: Book) -> None:
    (book.out / "CNAME").write_text("notes.example.org")
    sealed(book.site, book.out)
    assert (book.out / "CNAME").read_text() == "notes.example.org"
    assert not faults(book.out)


def test_a_folder_with_anything_else_is_refused(book: Book, tmp_path: Path) -> None:
    with pytest.raises(SealError, match="anybody could read"):
        sealed(book.site, write_site(tmp_path / "plain"))
    (book.out / "notes.txt").write_text("in clear")
    with pytest.raises(SealError, match=r"notes\.txt"):
        sealed(book.site, book.out)
    assert faults(book.out)


def test_a_page_in_clear_is_no_sealed_site(book: Book) -> None:
    assert not faults(book.out)
    assert faults(book.site)
    (book.out / "index.html").write_text("<p>in clear")
    assert faults(book.out)


@pytest.mark.parametrize(
    ("name", "said"),
    [("bundle.js.map", "source map"), ("index.html.gz", "copy of its neighbour")],
)
def test_maps_and_compressed_twins_are_refused(name: str, said: str, book: Book) -> None:
    (book.site / name).write_bytes(b"x")
    with pytest.raises(SealError, match=said):
        sealed(book.site, book.out)


def test_a_build_makes_neither_maps_nor_compressed_twins(tmp_path: Path) -> None:
    site = build_site(SMALL, tmp_path / "site")
    assert not [name for name in contents(site) if name.endswith((".map", ".gz"))]
    sealed(site, tmp_path / "out")
    assert read_sealed(tmp_path / "out", OWNER).files == contents(site)


def test_links_to_elsewhere_and_the_sites_own_folder_are_refused(book: Book) -> None:
    with pytest.raises(SealError, match="folder of its own"):
        sealed(book.site, book.site / "sealed")
    (book.site / "link.txt").symlink_to("/etc/hostname")
    with pytest.raises(SealError, match="link to elsewhere"):
        sealed(book.site, book.out)


def test_serials_rise_even_when_the_clock_does_not(book: Book) -> None:
    last = read_head((book.out / "e.json").read_bytes()).serial
    assert next_serial(book.out, 5) == last + 1
    assert next_serial(book.out, last + 1_000) == last + 1_000


def test_opening_never_writes_over_anything(book: Book, tmp_path: Path) -> None:
    back = tmp_path / "back"
    back.mkdir()
    (back / "mine.txt").write_text("mine")
    with pytest.raises(SealError, match="not empty"):
        open_sealed(book.out, OWNER, back)
    flip(next((book.out / "v").iterdir()))
    with pytest.raises(DamagedError):
        open_sealed(book.out, OWNER, tmp_path / "new")
    assert {path.name for path in tmp_path.iterdir()} == {"site", "out", "back"}
