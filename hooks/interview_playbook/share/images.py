"""An image without what it says beside the picture: camera, place, author, program, comments."""

from __future__ import annotations

import base64
import binascii
import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA sBIT sRGB cICP bKGD hIST pHYs acTL fcTL fdAT".split()
)
_ORIENTATION = 0x0112
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_EMBEDDED = re.compile(r"data:image/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/=\s]+)")


class _NotAnImageError(ValueError):
    """The bytes are not what the file's name says, or have more in them than a picture."""


def without_metadata(data: bytes, suffix: str) -> bytes | None:
    """Return an image's bytes with the picture alone; None for what isn't a known image.

    `suffix` is the file's, such as `.png`. A photograph keeps which way up it is. Formats: PNG
    (third edition), JPEG (ITU T.81, Exif 2.32), GIF89a, WebP (RFC 9649), SVG 1.1.
    """
    clean = _CLEANERS.get(suffix.lower())
    if clean is None:
        return None
    try:
        return clean(data)
    except (_NotAnImageError, struct.error, IndexError, ElementTree.ParseError, ValueError):
        return None


def _png(data: bytes) -> bytes:
    if not data.startswith(_PNG):
        raise _NotAnImageError
    kept = [_PNG]
    for name, body in _png_chunks(data):
        if name in _PNG_KEPT:
            kept.append(struct.pack(">I", len(body)) + name + body)
            kept.append(struct.pack(">I", zlib.crc32(name + body)))
    return b"".join(kept)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if len(body) < length:
            raise _NotAnImageError
        yield name, body
        if name == b"IEND":  # whatever follows is no part of the picture
            return
        at += 12 + length
    raise _NotAnImageError


def _jpeg(data: bytes) -> bytes:
    if not data.startswith(b"\xff\xd8"):
        raise _NotAnImageError
    kept, at, turned = [b"\xff\xd8"], 2, 1
    while True:
        if data[at] != 0xFF:
            raise _NotAnImageError
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xDA:
            break
        (length,) = struct.unpack_from(">H", data, at + 2)
        body = data[at + 4 : at + 2 + length]
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            turned = _orientation(body[6:])
        elif not _says_something(marker, body):
            kept.append(data[at : at + 2 + length])
        at += 2 + length
    end = data.rfind(b"\xff\xd9")
    if end < at:
        raise _NotAnImageError
    first = [kept[0], _upright(turned)] if turned != 1 else [kept[0]]
    return b"".join((*first, *kept[1:], data[at : _end_of_scans(data, at)]))


def _says_something(marker: int, body: bytes) -> bool:
    """Return whether a segment is a comment or an application's own, JFIF and colours apart."""
    if marker == 0xFE:
        return True
    if not 0xE0 <= marker <= 0xEF:
        return False
    if marker == 0xE0:
        return not body.startswith(b"JFIF\0")
    return not (marker == 0xEE and body.startswith(b"Adobe"))


def _end_of_scans(data: bytes, at: int) -> int:
    """Return where the picture ends: after the first end marker that no scan has inside it."""
    while True:
        at = data.index(b"\xff", at)
        marker = data[at + 1]
        if marker == 0xD9:
            return at + 2
        if marker in (0x00, 0xFF) or 0xD0 <= marker <= 0xD7:
            at += 1 if marker == 0xFF else 2
        elif marker == 0xFE or 0xE0 <= marker <= 0xEF:
            raise _NotAnImageError  # a comment between two scans
        else:
            at += 2 + struct.unpack_from(">H", data, at + 2)[0]


def _orientation(tiff: bytes) -> int:
    """Return which way up a picture is, from 1 (as it is) to 8, by its Exif."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for number in range(count):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number)
        if tag == _ORIENTATION and 1 <= value <= 8:
            return int(value)
    return 1


def _upright(turned: int) -> bytes:
    """Return an Exif segment that says which way up, and nothing else."""
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turned, 0, 0)
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _gif(data: bytes) -> bytes:
    if data[:6] not in (b"GIF87a", b"GIF89a"):
        raise _NotAnImageError
    at = 13 + _table(data[10])
    kept = [data[:at]]
    while data[at] != 0x3B:
        start = at
        if data[at] == 0x21:
            label = data[at + 1]
            at = _after_blocks(data, at + 2)
            loop = label == 0xFF and data[start + 3 : start + 14] == b"NETSCAPE2.0"
            if label == 0xF9 or loop:
                kept.append(data[start:at])
        elif data[at] == 0x2C:
            at = _after_blocks(data, at + 10 + _table(data[at + 9]) + 1)
            kept.append(data[start:at])
        else:
            raise _NotAnImageError
    return b"".join((*kept, b"\x3b"))


def _table(flags: int) -> int:
    """Return the length of a colour table, in bytes."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _webp(data: bytes) -> bytes:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise _NotAnImageError
    end = min(len(data), 8 + struct.unpack_from("<I", data, 4)[0])
    kept, at = [b"WEBP"], 12
    while at < end:
        name, (length,) = data[at : at + 4], struct.unpack_from("<I", data, at + 4)
        body = data[at + 8 : at + 8 + length]
        if len(body) < length:
            raise _NotAnImageError
        at += 8 + length + length % 2
        if name == b"VP8X":
            body = bytes([body[0] & ~0x2C]) + body[1:]  # no ICC, Exif, XMP
        if name in (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"):
            kept.append(name + struct.pack("<I", len(body)) + body + b"\0" * (length % 2))
    whole = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(whole)) + whole


def _svg(data: bytes) -> bytes:
    text = data.decode("utf-8-sig")
    if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        raise _NotAnImageError
    root = ElementTree.fromstring(text)  # noqa: S314 - one's own file, and no entities in it
    if root.tag != f"{{{_SVG}}}svg":
        raise _NotAnImageError
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _XLINK)
    _prune(root)
    return ElementTree.tostring(root, encoding="unicode").encode()


def _prune(element: ElementTree.Element) -> None:
    """Take out what editors add: other namespaces, metadata, scripts."""
    for name, value in list(element.attrib.items()):
        space = name[1:].partition("}")[0] if name.startswith("{") else ""
        if space not in ("", _XLINK, _XML) or name.startswith(("data-", "aria-description")):
            del element.attrib[name]
        else:
            element.attrib[name] = _EMBEDDED.sub(_without_inner, value)
    for child in list(element):
        kind = child.tag if isinstance(child.tag, str) else ""
        if kind.startswith(f"{{{_SVG}}}") and kind.partition("}")[2] not in ("metadata", "script"):
            _prune(child)
        else:
            element.remove(child)


def _without_inner(found: re.Match[str]) -> str:
    try:
        inner = without_metadata(base64.b64decode(found[2], validate=False), f".{found[1]}")
    except binascii.Error:
        inner = None
    if inner is None:
        raise _NotAnImageError
    return f"data:image/{found[1]};base64,{base64.b64encode(inner).decode()}"


_CLEANERS: Mapping[str, Callable[[bytes], bytes]] = {
    ".png": _png,
    ".jpg": _jpeg,
    ".jpeg": _jpeg,
    ".gif": _gif,
    ".webp": _webp,
    ".svg": _svg,
}
