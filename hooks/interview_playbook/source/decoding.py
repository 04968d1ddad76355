"""Bytes of a file to text that is safe to parse and to print."""

from __future__ import annotations

import re

from interview_playbook.diagnostic import START, Diagnostic, Position

LARGEST_FILE = 256 * 1024  # bytes

_UNDECODED = re.compile("[\udc80-\udcff]")
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_READ_AS_SPACE = "\x0b\x0c\x85\u2028\u2029\ufeff"
_NAMES = {
    "\x00": "a NUL character",
    "\x08": "a backspace character",
    "\x0b": "a vertical tab",
    "\x0c": "a form feed",
    "\x1b": "an escape character",
    "\x7f": "a delete character",
    "\x85": "an invisible line break (next line, U+0085)",
    "\u2028": "an invisible line break (line separator, U+2028)",
    "\u2029": "an invisible line break (paragraph separator, U+2029)",
    "\ufeff": "an invisible byte order mark (U+FEFF)",
}


def place(text: str, start: int, length: int = 1) -> Position:
    """Return the position of `length` characters of one line of `text`, from offset `start`."""
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Position(line, column, line, column + length)


def too_large(path: str, size: int) -> Diagnostic:
    """Return the problem of a file of `size` bytes, which is more than is read."""
    return Diagnostic(
        path,
        START,
        "error",
        "file-too-large",
        f"This file has {max(size // 1024, 257):,} KiB, and at most 256 KiB are read.",
        "A record is text for one page. Split the file into smaller ones, and keep pictures and "
        "documents elsewhere.",
    )


def decode(data: bytes, path: str) -> tuple[str, list[Diagnostic]]:
    """Return the text of a file and what is wrong with its bytes.

    The text has no byte order mark and no control characters. It is empty if the file is larger
    than 256 KiB or not text at all.
    """
    if len(data) > LARGEST_FILE:
        return "", [too_large(path, len(data))]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _decode_utf_16(data, path)
    try:
        text = data.decode("utf-8-sig")
        problems: list[Diagnostic] = []
    except UnicodeDecodeError:
        text, problems = _decode_other(data, path)
        if b"\x00" in data:
            return "", [_not_text(path)]
    text, controls = clean(text, path)
    return text, problems + controls


def clean(text: str, path: str) -> tuple[str, list[Diagnostic]]:
    """Return `text` without control characters, each replaced by one other, and their report."""
    found = _CONTROL.search(text)
    if found is None:
        return text, []
    lines = [number for number, line in enumerate(text.split("\n"), 1) if _CONTROL.search(line)]
    character = found[0]
    name = _NAMES.get(character, f"a control character (U+{ord(character):04X})")
    problem = Diagnostic(
        path,
        place(text, found.start()),
        "error",
        "control-character",
        f"There is {name} here{_elsewhere(lines)}.",
        "It can't be seen and has no meaning in a text. Delete it; retyping the line is the surest "
        "way.",
    )
    return _CONTROL.sub(_stand_in, text), [problem]


def _elsewhere(lines: list[int]) -> str:
    if len(lines) == 1:
        return ""
    listed = ", ".join(map(str, lines[1:6])) + (" and more" if len(lines) > 6 else "")
    return f", and others in line{'s' if len(lines) > 2 else ''} {listed}"


def _stand_in(found: re.Match[str]) -> str:
    return " " if found[0] in _READ_AS_SPACE else "\ufffd"


def _decode_utf_16(data: bytes, path: str) -> tuple[str, list[Diagnostic]]:
    problem = Diagnostic(
        path,
        START,
        "error",
        "bad-encoding",
        "This file is saved as UTF-16, and every file has to be UTF-8.",
        'Save it again with the encoding "UTF-8".',
    )
    text, _ = clean(data.decode("utf-16", "replace"), path)
    return text, [problem]


def _not_text(path: str) -> Diagnostic:
    return Diagnostic(
        path,
        START,
        "error",
        "bad-encoding",
        "This is not a text file.",
        "It has bytes that no text has. If it is a picture or a document, move it out of this "
        "folder.",
    )


def _decode_other(data: bytes, path: str) -> tuple[str, list[Diagnostic]]:
    """Read bytes that are not UTF-8 as Windows-1252, the likeliest other encoding."""
    marked = data.decode("utf-8-sig", "surrogateescape")
    bad = [found.start() for found in _UNDECODED.finditer(marked)]
    text = _UNDECODED.sub(lambda found: _windows_1252(ord(found[0]) - 0xDC00), marked)
    byte, offset, character = ord(marked[bad[0]]) - 0xDC00, bad[0], text[bad[0]]
    position = place(text.replace("\r", " "), offset)
    number = len(marked[:offset].encode("utf-8")) + 3 * data.startswith(b"\xef\xbb\xbf") + 1
    more = f" {len(bad) - 1} more follow." if len(bad) > 2 else ""
    more = " One more follows." if len(bad) == 2 else more
    guess = (
        f'In Windows-1252 it would be "{character}". '
        if character != "\ufffd"
        else "It means nothing in Windows-1252 either. "
    )
    problem = Diagnostic(
        path,
        position,
        "error",
        "bad-encoding",
        f"Byte {number:,} of the file (0x{byte:02X}, in line {position.line}) is not UTF-8.{more}",
        f'{guess}Save the file again with the encoding "UTF-8".',
    )
    return text, [problem]


def _windows_1252(byte: int) -> str:
    return bytes([byte]).decode("windows-1252", "replace")
