"""What `playbook share seal` does: gather the passphrases, seal, and say what came of it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from interview_playbook.cli.outfile import put_out
from interview_playbook.cli.share_secret import chosen, reader
from interview_playbook.load import find_root
from interview_playbook.report import clean
from interview_playbook.share.envelope import Lock, new_salt, require_few, unwrap
from interview_playbook.share.failure import SealError
from interview_playbook.share.folder import require_sealable
from interview_playbook.share.head import Head, head_in
from interview_playbook.share.link import link_with_key, require_link_key
from interview_playbook.share.passphrase import new_link_key
from interview_playbook.share.salt import FILE, read_salt, salt_text
from interview_playbook.share.seal import next_serial, seal_for
from interview_playbook.store import StoreError, read, write

LINK_VARIABLE = "PLAYBOOK_LINK_KEY"


@dataclass(frozen=True)
class Wish:
    """What was asked for on the command line."""

    site: Path
    out: Path
    passphrase_file: Path | None
    generate: bool
    readers: tuple[str, ...]
    link: str | None
    link_key_file: Path | None


@dataclass(frozen=True)
class _Secret:
    """A passphrase and its key; `name` is the reader's, and `made` says that it is new here."""

    name: str | None
    passphrase: str
    key: bytes
    made: bool


@dataclass(frozen=True)
class Ready:
    """All that sealing takes, gathered before anything is written.

    `is_new` says that `seal.json` hasn't got the salt yet; `address` is the link, if one was asked
    for.
    """

    root: Path | None
    last: Head | None
    salt: bytes
    is_new: bool
    secrets: Sequence[_Secret]
    link_key: str | None
    address: str | None


def run(wish: Wish) -> None:
    """Seal a site; raises click's exceptions for what can't be done."""
    seal_with(wish, ready(wish))


def ready(wish: Wish) -> Ready:
    """Return what sealing takes, asking for passphrases; raises click's exceptions."""
    _check(wish)
    try:
        require_sealable(wish.site, wish.out)
        root = find_root(Path.cwd())
        last = head_in(wish.out)
        salt, is_new = _salt(root, last)
        link_key, address = _link(wish)
        secrets = _secrets(wish, Lock(salt), last)
    except (SealError, StoreError) as error:
        raise click.ClickException(clean(str(error))) from None
    return Ready(root, last, salt, is_new, secrets, link_key, address)


def seal_with(wish: Wish, made: Ready) -> None:
    """Seal a site with what was gathered, and say what came of it; raises ClickException."""
    keys = [secret.key for secret in made.secrets]
    keys += [Lock(made.salt).reader_key(made.link_key)] if made.link_key else []
    try:
        serial = next_serial(wish.out, time.time_ns() // 1_000_000)
        sealed = seal_for(wish.site, wish.out, keys, salt=made.salt, serial=serial)
        kept = _keep(made.root, made.salt, is_new=made.is_new)
    except (SealError, StoreError) as error:
        raise click.ClickException(clean(str(error))) from None
    count = len(made.secrets)
    readers = "1 passphrase opens" if count == 1 else f"{count} passphrases open"
    click.echo(f"Sealed {sealed.files} files into {wish.out}; {readers} it.")
    changed = _told_changed(made.secrets, made.last, made.salt)
    for line in [*_told_new(made.secrets), *changed, *kept]:
        click.echo(line)
    if made.address:
        _show_link(made.address)


def _check(wish: Wish) -> None:
    if wish.generate and wish.passphrase_file:
        raise click.UsageError("Either --generate or --passphrase-file, not both.")
    if wish.link_key_file and not wish.link:
        raise click.UsageError("--link-key-file belongs to --link URL.")
    names = [reader(each)[0] for each in wish.readers]
    if len(set(names)) < len(names):
        raise click.UsageError("A reader is named twice.")


def _salt(root: Path | None, last: Head | None) -> tuple[bytes, bool]:
    """Return the salt of the playbook, else of the last edition, else a new one; and if it's new.

    New is one that `seal.json` doesn't have yet.
    """
    if root and (root / FILE).exists():
        return read_salt(read(root, FILE).text), False
    return (last.lock.salt if last else new_salt()), True


def _keep(root: Path | None, salt: bytes, *, is_new: bool) -> list[str]:
    if root is None or not is_new:
        return []
    write(root, FILE, salt_text(salt), None)
    told = "It holds no secret: commit it, so that a device that stays unlocked opens the next"
    return [f"{FILE} is new. {told} edition, too."]


def _link(wish: Wish) -> tuple[str | None, str | None]:
    """Return the link's key, kept in its file if one was named, and the link."""
    if not wish.link:
        return None, None
    file = wish.link_key_file
    if file and file.exists():
        key = file.read_text(encoding="utf-8").strip()
    else:
        key = os.environ.get(LINK_VARIABLE) or new_link_key()
    address = link_with_key(wish.link, require_link_key(key))
    if file and not file.exists():
        put_out(f"{key}\n".encode(), file)
    return key, address


def _secrets(wish: Wish, lock: Lock, last: Head | None) -> list[_Secret]:
    wanted: list[tuple[str | None, Path | None]] = [(None, wish.passphrase_file)]
    wanted += [reader(each) for each in wish.readers]
    require_few([*wanted, *([wish.link] if wish.link else [])])
    found = [_secret(name, file, wish, lock, last) for name, file in wanted]
    if len({secret.passphrase for secret in found}) < len(found):
        raise SealError("Two readers have one passphrase: give each their own.")
    return found


def _secret(
    name: str | None, file: Path | None, wish: Wish, lock: Lock, last: Head | None
) -> _Secret:
    passphrase, made = chosen(
        name,
        file,
        generate=wish.generate and name is None,
        is_known=lambda typed: _opens(last, lock.reader_key(typed)),
    )
    return _Secret(name, passphrase, lock.reader_key(passphrase), made)


def _opens(head: Head | None, key: bytes) -> bool:
    try:
        return head is not None and bool(unwrap(head.key, key))
    except SealError:
        return False


def _told_new(secrets: Sequence[_Secret]) -> list[str]:
    return [
        f"Passphrase{f' of {secret.name}' if secret.name else ''}, shown this once: "
        f"{click.style(secret.passphrase, bold=True)}"
        for secret in secrets
        if secret.made
    ]


def _told_changed(secrets: Sequence[_Secret], last: Head | None, salt: bytes) -> list[str]:
    """Return a line where the owner's passphrase isn't the last edition's."""
    if last is None or (last.lock.salt == salt and _opens(last, secrets[0].key)):
        return []
    return ["Your passphrase is another than the last edition's: your devices will ask for it."]


def _show_link(address: str) -> None:
    if sys.stdout.isatty():
        import segno

        segno.make(address, error="l", micro=False).terminal(compact=True)
    click.echo("Whoever has this link can read the site:")
    click.echo(address)
