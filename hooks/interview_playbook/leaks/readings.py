"""The ways in which bytes can hold a text: written plainly, escaped, encoded, packed, split."""

from __future__ import annotations

import base64
import binascii
import bz2
import gzip
import html
import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import unquote, unquote_plus

_DEEPEST = 4
"""How many wrappings are taken off: base64 in JSON in a gz is three."""
_WIDE = ("utf-16-le", "utf-16-be")
_LARGEST = 32 * 1024 * 1024
_WHOLE = 28
"""Digits up to which base64 is taken to begin where it begins."""

_PNG = b"\x89PNG\r\n\x1a\n"
_ESCAPE = re.compile(
    r"\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\([0-9a-fA-F]{1,6})[ \t]?"
)
_TAG = re.compile(r"<[^<>]*>")
_COMMENT = re.compile(r"<!--.*?-->|/\*.*?\*/", re.DOTALL)
_BASE64 = re.compile(
    r"[A-Za-z0-9+/_-]{60,}(?:\r?\n[A-Za-z0-9+/_-]{2,})+={0,2}|[A-Za-z0-9+/_-]{12,}={0,2}"
)
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}){8,}")
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_LINE_END = re.compile(r"=\r?\n")
_QUOTED = re.compile(r"=([0-9A-F]{2})")


class Reading(NamedTuple):
    """A text that bytes hold, and how it was read: “gz, base64”, or nothing where it is plain."""

    how: str
    text: str


def readings(data: bytes) -> Iterator[Reading]:
    """Yield every text that bytes hold, each once, as far as `_DEEPEST` wrappings down."""
    yield from _read(data, (), set())


def _read(data: bytes, how: tuple[str, ...], seen: set[int]) -> Iterator[Reading]:
    for name, text in _texts(data):
        yield from _unwrapped(text, (*how, name) if name else how, seen)
    if len(how) < _DEEPEST:
        for name, inner in _inner(data):
            yield from _read(inner[:_LARGEST], (*how, name), seen)


def _texts(data: bytes) -> Iterator[tuple[str, str]]:
    yield "", data.decode("utf-8", errors="replace")
    if b"\0" in data:
        for codec in _WIDE:
            for begin in (0, 1):
                yield codec, data[begin:].decode(codec, errors="replace")
    elif not data.isascii():
        yield "latin-1", data.decode("latin-1")


def _unwrapped(text: str, how: tuple[str, ...], seen: set[int]) -> Iterator[Reading]:
    """Yield a text, and what is left of it when escapes and tags are undone."""
    if hash(text) in seen:
        return
    seen.add(hash(text))
    yield Reading(", ".join(how), text)
    if len(how) >= _DEEPEST:
        return
    for name, undo in _UNDOING.items():
        plain = undo(text)
        if plain != text:
            yield from _unwrapped(plain, (*how, name), seen)
    for name, inner in _encoded(text):
        yield from _read(inner, (*how, name), seen)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_letter, text) if "\\" in text else text


def _letter(found: re.Match[str]) -> str:
    number = int(next(filter(None, found.groups())), 16)
    return chr(number) if 0 < number < 0x110000 else found[0]


def _printable(text: str) -> str:
    """Return quoted-printable (RFC 2045) as the text it is."""
    if not _LINE_END.search(text):
        return text
    joined = _LINE_END.sub("", text)
    raw = _QUOTED.sub(lambda found: chr(int(found[1], 16)), joined)
    try:
        return raw.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return raw


def _untagged(text: str) -> str:
    return _TAG.sub("", _COMMENT.sub("", text)) if "<" in text or "/*" in text else text


_UNDOING: dict[str, Callable[[str], str]] = {
    "entities": lambda text: html.unescape(text) if "&" in text else text,
    "percent": lambda text: unquote(text) if "%" in text else text,
    "escapes": _unescaped,
    "tags": _untagged,
    "quoted-printable": _printable,
}


def _encoded(text: str) -> Iterator[tuple[str, bytes]]:
    """Yield the bytes of each stretch of base64 or hexadecimal digits that holds a text."""
    for found in _BASE64.finditer(text):
        yield from (("base64", each) for each in _from_base64(found[0]) if _is_content(each))
    for found in _HEX.finditer(text):
        inner = bytes.fromhex(found[0])
        if _is_content(inner):
            yield "hexadecimal", inner


def _from_base64(digits: str) -> Iterator[bytes]:
    """Yield what digits decode to, wherever among four of them the text may begin."""
    plain = "".join(digits.split()).rstrip("=").replace("-", "+").replace("_", "/")
    if plain == plain.lower() or plain == plain.upper():
        return  # a word or a name; that base64 has no capital, or no small letter, hardly happens
    for begin in range(4 if len(plain) > _WHOLE else 1):
        part = plain[begin:]
        part = part[: len(part) - (len(part) % 4 == 1)]
        try:
            yield base64.b64decode(part + "=" * (-len(part) % 4))
        except binascii.Error:
            continue


def _is_content(data: bytes) -> bool:
    """Return whether bytes look like text or a known container; most words are neither."""
    if data.startswith(
        (_PNG, b"\x1f\x8b", b"PK\x03\x04", b"\xff\xd8\xff", b"RIFF", b"GIF8", b"%PDF")
    ):
        return True
    return any(_is_text(data, codec) for codec in ("utf-8", *(_WIDE if b"\0" in data else ())))


def _is_text(data: bytes, codec: str) -> bool:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return False
    return bool(text) and all(each.isprintable() or each.isspace() for each in text)


def _inner(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what is packed in bytes: by gzip and its like, in an archive, in parts of an image."""
    for magic, name, unpack in _PACKED:
        if data.startswith(magic):
            try:
                yield name, unpack(data)
            except (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError):
                continue
    if data.startswith(b"PK\x03\x04"):
        yield from _zipped(data)
    if data.startswith(_PNG):
        yield from _png_texts(data)
    if data.startswith(b"%PDF"):
        yield from (("pdf stream", each) for each in _inflated(_PDF_STREAM.findall(data)))


_PACKED: tuple[tuple[bytes, str, Callable[[bytes], bytes]], ...] = (
    (b"\x1f\x8b", "gz", gzip.decompress),
    (b"BZh", "bz2", bz2.decompress),
    (b"\xfd7zXZ\0", "xz", lzma.decompress),
    (b"\x78", "zlib", zlib.decompress),
)


def _zipped(data: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield "zip", member.filename.encode() + b"\n" + member.comment
                if member.file_size <= _LARGEST:
                    yield "zip", archive.read(member)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error):
        return


def _png_texts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the compressed texts of a PNG: zTXt, iTXt, the colour profile's name and content."""
    at = len(_PNG)
    while at + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if name in (b"zTXt", b"iTXt", b"iCCP"):
            packed = [
                body[each.start() :] for each in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", body)
            ]
            yield from ((f"png {name.decode()}", each) for each in _inflated(packed))
        at += 12 + length


def _inflated(packed: list[bytes]) -> Iterator[bytes]:
    for each in packed:
        try:
            yield zlib.decompressobj().decompress(each, _LARGEST)
        except zlib.error:
            continue


def path_readings(path: str) -> Iterator[Reading]:
    """Yield the ways to read a file's own path."""
    yield from _unwrapped(path, ("name",), set())
    yield Reading("name, percent", unquote_plus(path))
