"""Cells of a table: nothing in them runs, and nothing in them is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_playbook.cells import defused, joined, parted, undefused

STARTS = "=+-@＝＋－＠\t\r\n"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+45 20 91 30 42", "'+45 20 91 30 42"),
        ("- first point", "'- first point"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1+1", "'  =1+1"),
        ("\ttab", "'\ttab"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("''=1", "'''=1"),
        ("'quoted'", "'quoted'"),
        ("2026-11-17", "2026-11-17"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_what_might_run_gets_an_apostrophe(text: str, cell: str) -> None:
    assert defused(text) == cell
    assert undefused(cell) == text


@given(st.text(st.sampled_from([*STARTS, "'", " ", "a", "1"])) | st.text())
def test_every_text_comes_back_and_none_begins_a_formula(text: str) -> None:
    cell = defused(text)
    assert undefused(cell) == text
    assert not cell.startswith(tuple(STARTS))


def test_a_cell_that_was_typed_by_hand_stays() -> None:
    assert undefused("'tis") == "'tis"
    assert undefused("=1+1") == "=1+1"


@pytest.mark.parametrize("ids", [(), ("ann",), ("ann", "bo")])
def test_several_ids_in_a_cell(ids: tuple[str, ...]) -> None:
    assert parted(joined(ids)) == ids
