"""A review that comes back: what is right is read, what isn't is named with its place."""

from __future__ import annotations

import base64
import json
import tempfile
import zlib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_playbook.playbook import Playbook
from interview_playbook.reviewing.incoming import LARGEST, MOST, read_review
from interview_playbook.reviewing.link import BadLinkError, is_link, review_in
from tests.reviews import book, lay_out, note, sent


@cache
def _playbook() -> Playbook:
    with tempfile.TemporaryDirectory() as folder:
        return book(lay_out(Path(folder)))


@pytest.fixture
def playbook() -> Playbook:
    return _playbook()


def test_what_a_page_writes_is_read(playbook: Playbook) -> None:
    entries = [
        note(),
        note(target="company/a-freight-company", field="why_us", base="x"),
        note(target="question/asked/why", field="answer"),
        note(field="-", base="-", suggestion="-"),
        note(field="metrics", base="-", suggestion="-", comment="Which ones?"),
    ]
    found = read_review(sent(entries), playbook)
    assert found.problems == ()
    assert [each.target for each in found.notes] == [
        "story/noon",
        "company/halden-freight",  # seen under its alias
        "question/asked/why",
        "story/noon",
        "story/noon",
    ]
    assert {each.visibility for each in found.notes} == {"mentor"}
    assert {each.status for each in found.notes} == {"open"}
    assert found.notes[0].base == note()["base"]


WRONG = {
    "no such story": (note(target="story/moon"), 1, "has no story/moon. Did they mean story/noon?"),
    "a withheld story": (note(target="story/kept"), 1, "has no story/kept"),
    "a withheld company": (note(target="company/hidden"), 1, "has no company/hidden"),
    "a company by its own id": (note(target="company/halden-freight"), 1, "has no company/halden"),
    "a question in another list": (note(target="question/to-ask/why"), 1, "has no question/to-ask"),
    "no target": (note(target="everything"), 1, "not the address of a record"),
    "the owner's field": (note(field="notes"), 2, "has no field `notes`"),
    "no such field": (note(field="openin"), 2, "Did they mean `opening`?"),
    "a path": (note(field="metrics.0.value"), 2, "has no field"),
    "a field that is no text": (note(field="categories"), 2, "is no text"),
    "a text for nothing": (note(field="-"), 1, "doesn't say for which `field`"),
    "no comment": (note(comment="  "), 6, "comment"),
    "no time": (note(at="yesterday"), 3, "at"),
    "nobody": (note(by="-"), 1, "doesn't say who wrote it"),
    "two names": (note(by="Ines\nOkafor"), 4, "on one line"),
    "a long name": (note(by="I" * 81), 4, "81 letters, and at most 80"),
    "a long comment": (note(comment="c" * 8001), 6, "at most 8,000"),
    "answered already": (note(status="accepted"), 8, "for the playbook's owner"),
    "an answer": (note(because="Yes."), 8, "for the playbook's owner"),
    "for whom": (note(visibility="owner"), 8, "for the playbook's owner"),
    "another key": (note(colour="red"), 8, "colour"),
    "a bell": (note(comment="ding\u0007"), 6, "U+0007"),
    "nothing": (note(comment="a\u0000b"), 6, "U+0000"),
    "an escape": (note(suggestion="\u001b[31mred"), 7, "U+001B"),
    "from right to left": (note(comment="\u202egnp.exe"), 6, "U+202E"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_named_and_the_rest_is_read(case: str, playbook: Playbook) -> None:
    entry, line, told = WRONG[case]
    pairs = (f"{key}: {json.dumps(value)}" for key, value in entry.items())
    wrong = "- " + "\n  ".join(pairs) + "\n"
    found = read_review(wrong.encode() + sent([note()]), playbook)
    assert [each.target for each in found.notes] == ["story/noon"]
    assert {each.entry for each in found.problems} == {1}
    assert any(told in each.message for each in found.problems), found.problems
    assert line in {each.position.line for each in found.problems}, found.problems


def test_who_wrote_it_can_be_said_for_them(playbook: Playbook) -> None:
    found = read_review(sent([note(by="-")]), playbook, by="Jonas")
    assert [each.by for each in found.notes] == ["Jonas"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "there is none here"),
        (b"target: story/noon\n", "there is none here"),
        (b"- [unclosed\n", "\\["),
        (b"\xff\xfe- \x00", "UTF-16"),
        (b"\x00\x01\x02", "a NUL character"),
        (b"\xff\xd8\x00\x10JFIF", "not a text file"),
        (b'- {target: "\\ud800"}', ""),
        (b"x" * (LARGEST + 1), "65 KiB, and at most 64"),
        (b"&a [*a]", ""),
        (b"- &a {target: story/noon}\n- *a\n" * 2, ""),
    ],
)
def test_a_file_that_is_no_review_says_so(data: bytes, told: str, playbook: Playbook) -> None:
    found = read_review(data, playbook)
    assert found.notes == ()
    assert found.problems
    assert any(told.strip("\\") in each.message for each in found.problems), found.problems


def test_there_is_an_end_to_it(playbook: Playbook) -> None:
    small = b"- {target: story/noon, at: 2026-11-16, by: I, comment: c}\n"
    found = read_review(small * (MOST + 1), playbook)
    assert len(found.notes) == MOST
    assert "201 entries, and at most 200" in found.problems[-1].message


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode)))
def test_no_bytes_stop_it(data: bytes) -> None:
    read_review(data, _playbook())
    read_review(sent([note()]) + data, _playbook())


VALUES = st.one_of(st.text(max_size=40), st.sampled_from(["story/noon", "opening", "2026-11-01"]))


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from([*note(), "status", "x"]), VALUES, min_size=1))
def test_no_entry_stops_it(said: dict[str, str]) -> None:
    pairs = ", ".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in said.items())
    found = read_review(f"- {{{pairs}}}\n".encode(), _playbook())
    assert len(found.notes) + bool(found.problems) == 1


def _link(data: bytes) -> str:
    packed = zlib.compressobj(wbits=-15)
    text = base64.urlsafe_b64encode(packed.compress(data) + packed.flush()).decode().rstrip("=")
    return f"https://mara.example/edition/#review=z.{text}"


def test_a_link_holds_the_same(playbook: Playbook) -> None:
    data = sent([note(comment="Ü – 😀")])
    plain = base64.urlsafe_b64encode(data).decode().rstrip("=")
    for link in (_link(data), f"#review=p.{plain}", f"review=p.{plain}=="):
        assert is_link(link)
        assert review_in(link, LARGEST) == data


def test_a_bomb_in_a_link_is_not_unpacked() -> None:
    assert len(review_in(_link(b"x" * 50_000_000), LARGEST)) == LARGEST + 1


@pytest.mark.parametrize(
    "link",
    [
        "https://x.example/#review=",
        "https://x.example/#review=q.AAAA",
        "https://x.example/#review=z.A",
        "https://x.example/#review=z.AAAA",
        "https://x.example/#review=z.%%%",
        _link(b"some text that was long enough")[:-9],
    ],
)
def test_a_broken_link_says_so(link: str) -> None:
    with pytest.raises(BadLinkError, match=r"Copy all of it"):
        review_in(link, LARGEST)


@given(st.text(max_size=80))
def test_any_link_is_read_or_refused(text: str) -> None:
    try:
        review_in(f"#review=z.{text}", LARGEST)
    except BadLinkError:
        assert is_link(f"#review=z.{text}")


def test_a_path_is_no_link(tmp_path: Path) -> None:
    assert not is_link(str(tmp_path / "review.yaml"))
