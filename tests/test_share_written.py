"""Hand-written pages and their files in a mentor's edition: nothing that isn't shared or used."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_playbook.checks.names import Name, Names
from interview_playbook.share.written import Written, is_shared, read_written
from tests.pictures import png

NAMES = Names(
    (Name("company", "Halden", ("halden",)), Name("company", "Nord", ("nord",), "a bank"))
)
SHARED = "---\nvisibility: mentor\n---\n"


def _read(root: Path, *unchanged: str, **pages: str) -> Written:
    docs = root / "pages"
    (docs / "images").mkdir(parents=True)
    (docs / "images" / "used.png").write_bytes(png("secret words"))
    (docs / "images" / "unused.png").write_bytes(png())
    (docs / "cv.pdf").write_bytes(b"%PDF-1.7 secret words")
    (docs / ".hidden.md").write_text(SHARED, encoding="utf-8")
    for name, text in pages.items():
        path = docs / f"{name.replace('__', '/')}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_written(root, docs, NAMES, ["", "stories/", "stories/noon/"], unchanged)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SHARED + "Text", True),
        ("---\ntitle: T\nvisibility: mentor\n---\n", True),
        ('---\nvisibility: "mentor"\n---\n', True),
        ("Text", False),
        ("---\ntitle: T\n---\nvisibility: mentor", False),
        ("---\nvisibility: owner\n---\n", False),
        ("---\nvisibility: [mentor]\n---\n", False),
        ("---\nvisibility: mentor\nbad: [\n---\n", False),
        ("---\nvisibility: mentor\n", False),
        ("\n---\nvisibility: mentor\n---\n", False),
    ],
)
def test_a_page_is_shared_only_if_it_says_so(text: str, expected: bool) -> None:
    assert is_shared(text) is expected


def test_only_shared_pages_and_the_images_they_use(tmp_path: Path) -> None:
    found = _read(tmp_path, how=f"{SHARED}![x](images/used.png)", own="![x](images/unused.png)")
    assert list(found.pages) == ["how.md"]
    assert list(found.files) == ["images/used.png"]
    assert b"secret" not in found.files["images/used.png"]
    assert (found.withheld_pages, found.withheld_files, found.problems) == (1, 2, ())


@pytest.mark.parametrize(
    "link",
    [
        "[x](stories/noon.md)",
        "[x](stories/noon/)",
        "[x](../stories/noon/)",
        "[x](#below)",
        "[x](https://elsewhere.example/halden-free)",
        "[x](mailto:me@x.example)",
        "[x](./)",
        "[x][y]\n\n[y]: stories/",
        "<a href='stories/'>x</a>",
        '<img src="images/used.png">',
        "[x](other.md#part)",
        "[x](index.md)",
    ],
)
def test_a_link_may_lead_to_what_is_there(tmp_path: Path, link: str) -> None:
    link = link.replace("halden-free", "free")
    found = _read(tmp_path, how=SHARED + link, other=SHARED + "Other")
    assert [each.message for each in found.problems] == []


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("[x](own.md)", "`own.md`"),
        ("[x](own/)", "`own/`"),
        ("[x](cv.pdf)", "`cv.pdf`"),
        ("[x](follow-ups/index.md)", "`follow-ups/index.md`"),
        ("[x](../../content/profile.yaml)", "`../../content/profile.yaml`"),
        ("![x](images/gone.png)", "`images/gone.png`"),
        ("<a href='/own/'>x</a>", "`own/`"),
        ("[x]\n\n[x]: own.md", "`own.md`"),
        ("[x](<own%2Emd>)", "`own.md`"),
    ],
)
def test_a_link_to_what_is_withheld_stops_the_edition(tmp_path: Path, link: str, said: str) -> None:
    found = _read(tmp_path, how=SHARED + link, own="Mine")
    assert [each.message.split(" is")[0] for each in found.problems] == [said]
    assert found.problems[0].path == "pages/how.md"
    assert found.problems[0].position.line > 3


def test_a_file_that_is_no_image_goes_if_it_is_named(tmp_path: Path) -> None:
    found = _read(tmp_path, "cv.pdf", how=f"{SHARED}[my CV](cv.pdf)")
    assert list(found.files) == ["cv.pdf"]
    assert found.problems == ()


def test_names_in_a_page_stop_the_edition_with_an_alias_or_without(tmp_path: Path) -> None:
    text = f"{SHARED}# At Nord\n\nI left Halden. <!-- playbook: ignore[withheld-name] -->\nHalden\n"
    found = _read(tmp_path, how=text)
    assert [(each.code, each.position) for each in found.problems] == [
        ("withheld-name", (4, 6, 4, 10)),
        ("withheld-name", (7, 1, 7, 7)),
    ]


def test_a_name_in_a_page_s_own_address_stops_it_too(tmp_path: Path) -> None:
    found = _read(tmp_path, halden=SHARED)
    assert [(each.path, each.position.line) for each in found.problems] == [("pages/halden.md", 1)]
