"""Bytes from anywhere: read in their encoding, or refused with the place."""

from __future__ import annotations

import pytest

from interview_playbook.importing.decoding import LARGEST, decoded
from interview_playbook.importing.plan import SourceError
from interview_playbook.importing.table import parse_table

TEXT = "Firma;Stelle\nMüller & Söhne;Köchin\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("cp1252"), "Windows-1252"),
        (TEXT.replace("\n", "\r\n").encode(), "UTF-8"),
        (TEXT.replace("\n", "\r").encode(), "UTF-8"),
    ],
)
def test_an_encoding_is_found(data: bytes, encoding: str) -> None:
    assert decoded(data) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"Company\nA\x81", "line 2, column 2: The byte 0x81 is text in neither UTF-8 nor"),
        (b"ab\ncd\0e", "line 2, column 3: There is a NUL byte here, so this is no text."),
        (b"\xff\xfea", "line 1, column 1: This is not UTF-16, as the file says it is."),
        (b"PK\x03\x04xx", "This is a zip file or a workbook: save the sheet as CSV first."),
        (b"%PDF-1.7", "This is a PDF: save it as text first."),
        (b"a" * (LARGEST + 1), "The file has 4.0 MiB, and at most 4 MiB are read."),
    ],
)
def test_what_is_no_text(data: bytes, line: str) -> None:
    with pytest.raises(SourceError) as refused:
        decoded(data)
    assert str(refused.value).startswith(line)


def test_control_characters_are_left_out() -> None:
    assert decoded(b"a\x1b[31mb\x07\xe2\x80\xaec").text == "a[31mbc"


@pytest.mark.parametrize(
    ("text", "separator", "cells"),
    [
        ("a,b\n1,2\n", "comma", ("1", "2")),
        ("a;b\n1,5;2\n", "semicolon", ("1,5", "2")),
        ("a\tb\n1\t2", "tab", ("1", "2")),
        ("sep=;\na;b\n1;2\n", "semicolon", ("1", "2")),
        ('a,b\n"1\n2","3 ""x"""\n', "comma", ("1\n2", '3 "x"')),
        ("a|b\n1|2\n", "bar", ("1", "2")),
    ],
)
def test_what_separates_cells_is_found(text: str, separator: str, cells: tuple[str, ...]) -> None:
    table = parse_table(text)
    assert (table.separator, table.rows[1].cells) == (separator, cells)


def test_rows_are_counted_as_a_spreadsheet_does() -> None:
    table = parse_table('a,b\n\n"1\n2",x\n3,4\n')
    assert [(row.number, row.line) for row in table.rows] == [(1, 1), (3, 3), (4, 5)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a,b\n1,2\n"3,4\n5,6\n', "line 3: A quote is opened in this row and never closed."),
        ("a,b\n" + "1," * 300, "line 2: This row has more than 200 columns."),
        ("a,b\n" + "1,2\n" * 10_001, "line 10001: The table has more than 10,000 rows."),
    ],
)
def test_a_table_that_cannot_be_read(text: str, line: str) -> None:
    with pytest.raises(SourceError) as refused:
        parse_table(text)
    assert str(refused.value) == line
