"""Bytes from anywhere to text: the encoding is found, what is no text is refused."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from interview_playbook.importing.plan import SourceError

LARGEST = 4 * 1024 * 1024
"""Bytes of a source, at the most: ten thousand rows of a table have fewer."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_OTHERS = (
    (b"PK\x03\x04", "This is a zip file or a workbook: save the sheet as CSV first."),
    (b"\xd0\xcf\x11\xe0", "This is an old Excel or Word file: save it as text or CSV first."),
    (b"%PDF", "This is a PDF: save it as text first."),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class Decoded(NamedTuple):
    """A text with line ends `\\n` and no control characters, and the name of its encoding."""

    text: str
    encoding: str


def decoded(data: bytes) -> Decoded:
    """Return the text of UTF-8, UTF-16 or Windows-1252; raises SourceError with the place."""
    if len(data) > LARGEST:
        size = len(data) / 1024 / 1024
        raise SourceError(f"The file has {size:.1f} MiB, and at most 4 MiB are read.")
    for begin, message in _OTHERS:
        if data.startswith(begin):
            raise SourceError(message)
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Decoded(cleaned(_strictly(data[len(mark) :], codec, name)), name)
    unmarked = _utf_16_of(data)
    if unmarked:
        return Decoded(cleaned(_strictly(data, unmarked, "UTF-16")), "UTF-16")
    if b"\0" in data:
        line, column = _place(data, data.index(b"\0"))
        raise SourceError("There is a NUL byte here, so this is no text.", line, column)
    try:
        return Decoded(cleaned(data.decode("utf-8")), "UTF-8")
    except UnicodeDecodeError:
        return _windows(data)


def cleaned(text: str) -> str:
    """Return a text without control and direction characters, with line ends `\\n`."""
    return _DIRECTION.sub("", _CONTROL.sub("", _BREAKS.sub("\n", text)))


def _utf_16_of(data: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark: every second byte of Latin text is zero."""
    head = data[:400]
    if len(head) < 4 or len(data) % 2:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.4 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) * 0.4 and not odd else None


def _strictly(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(codec, "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise SourceError(f"This is not {name}, as the file says it is.", line, column) from None


def _windows(data: bytes) -> Decoded:
    """Return the text of Windows-1252; refused where that has no letter for a byte."""
    try:
        return Decoded(cleaned(data.decode("cp1252")), "Windows-1252")
    except UnicodeDecodeError as error:
        line, column = _place(data, error.start)
        byte = f"0x{data[error.start]:02X}"
        raise SourceError(
            f"The byte {byte} is text in neither UTF-8 nor Windows-1252. Save it as UTF-8.",
            line,
            column,
        ) from None


def _place(data: bytes, at: int) -> tuple[int, int]:
    before = data[:at]
    last = before[before.rfind(b"\n") + 1 :]
    return before.count(b"\n") + 1, len(last.decode("utf-8", "replace")) + 1
