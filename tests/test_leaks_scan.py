"""The search for secrets: it finds one however it is hidden, and nothing that isn't there."""

from __future__ import annotations

import base64
import bz2
import gzip
import html
import io
import json
import lzma
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from interview_playbook.leaks import Secret, scan_site
from interview_playbook.leaks.scan import Sought, scan_bytes
from interview_playbook.search import Entry, build_index
from tests.pictures import IMAGES

NAME = "Zsófia Årsund-Øyen"
PLAIN = "She never asked for 87,500 euros"
AMOUNT = "87500"


def _zip(text: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:t>{text}</w:t>")
    return held.getvalue()


def _split(text: str, by: str) -> bytes:
    return by.join(text).encode()


def _index(text: str) -> bytes:
    entry = Entry("stories/x/", "A story", "story", "", "", text, "", "")
    other = Entry("stories/y/", "Another", "story", "", "", "Nothing of the kind", "", "")
    return build_index([entry, other])


def _people(text: str) -> bytes:
    entry = Entry("stories/x/", "A story", "story", "", text, "", "", "")
    return build_index([entry])


HIDING: dict[str, Callable[[str], bytes]] = {
    "plain": lambda text: f"<p>{text}</p>".encode(),
    "capitals": lambda text: text.upper().encode(),
    "utf-16-le": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-16 at an odd place": lambda text: b"x" + text.encode("utf-16-le"),
    "decomposed": lambda text: __import__("unicodedata").normalize("NFD", text).encode(),
    "named entities": lambda text: html.escape(text).replace(" ", "&nbsp;").encode(),
    "numbered entities": lambda text: "".join(f"&#{ord(each)};" for each in text).encode(),
    "hex entities": lambda text: "".join(f"&#x{ord(each):x};" for each in text).encode(),
    "entities twice": lambda text: html.escape("".join(f"&#{ord(c)};" for c in text)).encode(),
    "percent": lambda text: quote(text).encode(),
    "percent of every byte": lambda text: "".join(f"%{b:02X}" for b in text.encode()).encode(),
    "percent twice": lambda text: quote(quote(text)).encode(),
    "json": lambda text: json.dumps(text).encode(),
    "json of every letter": lambda text: "".join(f"\\u{ord(c):04x}" for c in text).encode(),
    "hex escapes": lambda text: "".join(
        f"\\x{ord(c):02x}" if ord(c) < 256 else c for c in text
    ).encode(),
    "css escapes": lambda text: "".join(f"\\{ord(c):06x}" for c in text).encode(),
    "base64": lambda text: b"data:text/plain;base64," + base64.b64encode(text.encode()),
    "base64 in a line": lambda text: b"x=" + base64.b64encode(f"id: {text}.".encode()) + b";",
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(f"??>>{text}".encode()),
    "base64 in lines": lambda text: base64.encodebytes(f"{'filler ' * 12}{text}".encode()),
    "base64 of utf-16": lambda text: base64.b64encode(text.encode("utf-16-le")),
    "base64 twice": lambda text: base64.b64encode(base64.b64encode(text.encode())),
    "hexadecimal": lambda text: text.encode().hex().encode(),
    "quoted-printable": lambda text: (
        "".join(f"={b:02X}" for b in text.encode()) + "=\n\n"
    ).encode(),
    "split by tags": lambda text: _split(text, "<b></b>"),
    "split by attributes": lambda text: _split(text, '<i class="a b">'),
    "split by comments": lambda text: _split(text, "<!-- x -->"),
    "split by soft hyphens": lambda text: _split(text, "\u00ad"),
    "split by soft hyphen entities": lambda text: _split(text, "&shy;"),
    "split by zero-width spaces": lambda text: _split(text, "\u200b"),
    "split by spaces": lambda text: _split(text, " "),
    "split by lines": lambda text: _split(text, "\n  "),
    "gz": lambda text: gzip.compress(text.encode()),
    "bz2": lambda text: bz2.compress(text.encode()),
    "xz": lambda text: lzma.compress(text.encode()),
    "zlib": lambda text: zlib.compress(text.encode()),
    "zip": _zip,
    "gz in base64 in json": lambda text: json.dumps(
        {"x": base64.b64encode(gzip.compress(text.encode())).decode()}
    ).encode(),
    "pdf stream": lambda text: (
        b"%PDF-1.7\n<<>>stream\n" + zlib.compress(text.encode()) + b"\nendstream"
    ),
    "an attribute": lambda text: f'<a title="{html.escape(text)}">x</a>'.encode(),
    "a script": lambda text: f"<script>var x = {json.dumps(text)}</script>".encode(),
    "a comment": lambda text: f"<!-- {text} -->".encode(),
    "a style": lambda text: f'a::after{{content:"{text}"}}'.encode(),
    "calendar lines": lambda text: f"SUMMARY:{text[:7]}\r\n {text[7:]}".encode(),
    "search index": _index,
    "search index, names": _people,
    **{f"in a {suffix}": make for suffix, make in IMAGES.items()},
}


@pytest.mark.parametrize("how", HIDING)
@pytest.mark.parametrize("secret", [NAME, PLAIN])
def test_it_is_found(how: str, secret: str) -> None:
    sought = Sought([Secret(secret, "here", frozenset({"arsund", "euros"}))])
    found = list(scan_bytes("a file", HIDING[how](secret), sought))
    assert [each.secret.text for each in found], how
    assert not list(scan_bytes("a file", HIDING[how]("Something else altogether"), sought))


@pytest.mark.parametrize(
    "shown", ["87500", "87,500", "87.500", "87 500", "€87,500.00", "87\u202f500"]
)
def test_a_number_is_found_however_it_is_grouped(shown: str) -> None:
    sought = Sought([Secret(AMOUNT, "here")])
    assert list(scan_bytes("x", f"<b>{shown}</b>".encode(), sought))


@pytest.mark.parametrize("shown", ["187500", "875001", "a87500b", "87,5001"])
def test_a_number_in_another_is_none(shown: str) -> None:
    assert not list(scan_bytes("x", shown.encode(), Sought([Secret(AMOUNT, "here")])))


def test_it_is_found_in_a_name_and_in_a_folder_s(tmp_path: Path) -> None:
    (tmp_path / "arsund-oyen").mkdir()
    (tmp_path / "arsund-oyen" / f"{quote('Zsófia.html')}").write_text("x")
    secrets = [Secret("Årsund Oyen", "a"), Secret("Zsófia html", "b")]
    found = {(each.secret.place, each.path) for each in scan_site(tmp_path, secrets)}
    assert found == {
        ("a", "arsund-oyen"),
        ("a", "arsund-oyen/Zs%C3%B3fia.html"),
        ("b", "arsund-oyen/Zs%C3%B3fia.html"),
    }


def test_words_of_a_search_index_have_to_be_of_one_entry() -> None:
    sought = Sought([Secret("Nadia Kerr", "here", frozenset({"nadia", "kerr"}))])
    apart = build_index(
        [
            Entry("a/", "A", "story", "", "", "Nadia told me", "", ""),
            Entry("b/", "B", "story", "", "", "Kerr was the ship", "", ""),
        ]
    )
    assert not list(scan_bytes("index", apart, sought))
