"""Small images, each with a text hidden in every place where its format keeps one."""

from __future__ import annotations

import base64
import struct
import zlib

PNG = b"\x89PNG\r\n\x1a\n"
# One grey pixel: the smallest picture that browsers show.
_JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////"
    "////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAB"
    "PxA="
)
_GIF = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
_WEBP = base64.b64decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")


def chunk(name: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(text: str = "") -> bytes:
    """Return a PNG of one pixel, with a text in tEXt, zTXt, iTXt, eXIf and behind its end."""
    said, packed = text.encode(), zlib.compress(text.encode())
    parts = [PNG, chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))]
    if text:
        parts += [
            chunk(b"tEXt", b"Author\0" + said),
            chunk(b"zTXt", b"Comment\0\0" + packed),
            chunk(b"iTXt", b"Title\0\1\0\0\0" + packed),
            chunk(b"eXIf", tiff(text)),
        ]
    parts += [chunk(b"IDAT", zlib.compress(b"\0\x7f")), chunk(b"IEND", b"")]
    return b"".join(parts) + (said if text else b"")


def tiff(text: str, turned: int = 1) -> bytes:
    """Return Exif data: which way up, and an artist."""
    said = text.encode() + b"\0"
    entries = struct.pack(">HHIHH", 0x0112, 3, 1, turned, 0)
    entries += struct.pack(">HHII", 0x013B, 2, len(said), 38)
    return b"MM\0*" + struct.pack(">IH", 8, 2) + entries + struct.pack(">I", 0) + said


def jpeg(text: str = "", turned: int = 1) -> bytes:
    """Return a JPEG of one pixel, with a text in Exif, XMP, IPTC, a comment and behind its end."""
    said = text.encode()
    parts = [_JPEG[:2]]
    if text or turned != 1:
        parts += [segment(0xE1, b"Exif\0\0" + tiff(text, turned))]
    if text:
        xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + said
        parts += [segment(0xE1, xmp), segment(0xED, b"Photoshop 3.0\0" + said), segment(0xFE, said)]
    return b"".join(parts) + _JPEG[2:] + b"\xff\xd9" + said


def segment(marker: int, body: bytes) -> bytes:
    """Return a segment of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def gif(text: str = "") -> bytes:
    """Return a GIF of one pixel, with a text in a comment, a block of XMP and behind its end."""
    said = text.encode()
    block = bytes((len(said),)) + said + b"\0"
    more = b"\x21\xfe" + block + b"\x21\xff\x0bXMP DataXMP" + block if text else b""
    return _GIF[:19] + more + _GIF[19:] + said


def webp(text: str = "") -> bytes:
    """Return a WebP of one pixel, with a text in its Exif and XMP."""
    said = text.encode()
    said += b" " * (len(said) % 2)
    more = b""
    if text:
        for name in (b"EXIF", b"XMP "):
            more += name + struct.pack("<I", len(said)) + said
    body = _WEBP[8:] + more
    return b"RIFF" + struct.pack("<I", len(body)) + body


def svg(text: str = "") -> bytes:
    """Return an SVG of one circle, with a text where editors and people leave one."""
    inner = base64.b64encode(png(text)).decode()
    hidden = (
        f"<!-- {text} --><metadata>{text}</metadata><ink:view ink:name='{text}'/>"
        f"<script>/* {text} */</script>"
        f"<image xlink:href='data:image/png;base64,{inner}' width='1' height='1'/>"
        if text
        else ""
    )
    named = f" ink:export-filename='{text}' data-name='{text}'" if text else ""
    return (
        "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' xmlns:ink='urn:ink' "
        "xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'"
        f"{named}>"
        f"{hidden}<title>A circle</title><circle cx='4' cy='4' r='3'/></svg>"
    ).encode()


IMAGES = {".png": png, ".jpg": jpeg, ".gif": gif, ".webp": webp, ".svg": svg}
