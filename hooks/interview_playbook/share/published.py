"""Whether a folder may be put where everybody can read it: it is sealed, and holds nothing else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from interview_playbook.schema import Audience
from interview_playbook.share.clear import clear_files
from interview_playbook.share.failure import SealError
from interview_playbook.share.folder import strangers
from interview_playbook.share.head import HEAD, PACK_BYTES, Head, read_head
from interview_playbook.share.padme import padme

_TAG_BYTES = 16  # AES-GCM's, at the end of each ciphertext
_AUDIENCE = re.compile(r'<meta name="pb-audience" content="(owner|mentor)">')


def faults(folder: Path) -> list[str]:
    """Return why a folder is not fit to be published sealed, a sentence each; none if it is.

    What is looked at is what stands in clear and the form of the rest: only its passphrase can tell
    whether it opens (see `read_sealed`).
    """
    audience = audience_of(folder)
    if audience is not None:
        whose = "your own edition" if audience == "owner" else "a mentor's edition"
        return [f"It is {whose}, in clear."]
    try:
        head = read_head((folder / HEAD).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return [f"It is no sealed site: there is no {HEAD}."]
    except SealError as error:
        return [str(error)]
    return [*_strange(folder), *_clear(folder), *_manifests(folder, head), *_packs(folder, head)]


def audience_of(folder: Path) -> Audience | None:
    """Return for whom the site that is built in a folder is, None where it holds none in clear."""
    try:
        page = (folder / "index.html").read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, NotADirectoryError):
        return None
    found = _AUDIENCE.search(page)
    return None if found is None else "owner" if found[1] == "owner" else "mentor"


def _strange(folder: Path) -> Iterator[str]:
    found = strangers(folder)
    if found:
        more = f" and {len(found) - 3} more" if len(found) > 3 else ""
        yield f"It holds what isn't sealed: {', '.join(found[:3])}{more}."
    links = [path for path in sorted(folder.rglob("*")) if path.is_symlink()]
    if links:
        yield f"{links[0].relative_to(folder).as_posix()} is a link to elsewhere."


def _clear(folder: Path) -> Iterator[str]:
    for name, data in clear_files().items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != data:
            yield f"{name} isn't what this version of the tool writes: seal the site anew."


def _manifests(folder: Path, head: Head) -> Iterator[str]:
    found = {f"m/{path.name}": path.stat().st_size for path in (folder / "m").glob("*")}
    if list(found) != [head.manifest]:
        yield f"m/ has to hold {head.manifest} and nothing else."
    elif padme(found[head.manifest] - _TAG_BYTES) != found[head.manifest] - _TAG_BYTES:
        yield f"{head.manifest} isn't what was sealed."


def _packs(folder: Path, head: Head) -> Iterator[str]:
    found = sorted((folder / "v").glob("*"))
    if len(found) != head.packs:
        yield f"v/ has to hold {head.packs} files: it holds {len(found)}."
    yield from (f"v/{path.name} isn't what was sealed." for path in found if not _is_pack(path))


def _is_pack(path: Path) -> bool:
    if not path.is_file() or path.stat().st_size != PACK_BYTES + _TAG_BYTES:
        return False
    return path.name == f"{hashlib.sha256(path.read_bytes()).hexdigest()[:32]}.bin"
