"""A sheet as one file: it is whole, and no link in it leads nowhere."""

from __future__ import annotations

import dataclasses
import re

import pytest
from bs4 import BeautifulSoup
from jinja2 import DictLoader

from interview_playbook.export.sheet import locked_page, sheet
from interview_playbook.export.sheet.article import cut_off, parsed
from interview_playbook.render import page_environment
from interview_playbook.share.failure import DamagedError, SealError, WrongPassphraseError
from interview_playbook.share.single import open_text, seal_text, sealed_in
from tests.golden import TEMPLATES
from tests.lobby import facts
from tests.sealed import OWNER, WRONG, derive_once
from tests.sheets import hash_of, made, planned, policy_of

HERE = {"stories/one/": "whole-one"}
ROUNDS = [each.round.id for each in facts().playbook.rounds()]
SALT = bytes(16)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive each key once."""
    derive_once(monkeypatch)


def _soup(round_id: str = "design") -> BeautifulSoup:
    return BeautifulSoup(made(round_id).html, "html.parser")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="../../../stories/one/">One</a>', '<a href="#whole-one">One</a>'),
        ('<a href="../../../stories/two/">Two</a>', "<span>Two</span>"),
        ('<a class="pb-row" href="../">Up</a>', '<span class="pb-row">Up</span>'),
        ('<a href="#ask">Ask</a>', '<a href="#ask">Ask</a>'),
        ('<a href="https://meet.example/1">Join</a>', '<a href="https://meet.example/1">Join</a>'),
        ('<a href="tel:+4520">Call</a>', '<a href="tel:+4520">Call</a>'),
        ('<p>Or <a class="pb-button" href="../">Up</a></p>', "<p>Or </p>"),
        ('<div><p><a class="pb-button" href="../">Up</a></p></div><p>More</p>', "<p>More</p>"),
        (
            '<p><a class="pb-button" href="../../../stories/one/">It</a></p>',
            '<p><a class="pb-button" href="#whole-one">It</a></p>',
        ),
    ],
)
def test_a_link_leads_somewhere_or_is_none(html: str, expected: str) -> None:
    soup = parsed(html)
    cut_off(soup, "companies/halden/lead/", HERE)
    assert str(soup) == expected


@pytest.mark.parametrize("round_id", ROUNDS)
def test_every_sheet_needs_nothing_beside_it(round_id: str) -> None:
    soup = _soup(round_id)
    ids = [str(each["id"]) for each in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    hrefs = [str(each["href"]) for each in soup.find_all("a", href=True)]
    assert [each for each in hrefs if not re.match(r"#|https://|tel:|mailto:", each)] == []
    assert {each.removeprefix("#") for each in hrefs if each.startswith("#")} <= set(ids)
    assert soup.find_all(["img", "iframe", "object", "base"]) == []
    assert soup.find_all(src=True) == []
    assert soup.select("link[href]:not([href^='data:'])") == []
    assert "@import" not in made(round_id).html
    assert re.findall(r"url\((?!data:)", made(round_id).html) == []


@pytest.mark.parametrize("round_id", ROUNDS)
def test_its_policy_names_what_is_in_it_and_nothing_else(round_id: str) -> None:
    soup, policy = _soup(round_id), policy_of(made(round_id).html)
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    named = [hash_of(str(each.string)) for each in soup.find_all(["script", "style"])]
    assert sorted(re.findall(r"'sha256-[^']+'", policy)) == sorted(named)
    assert soup.find_all(style=True) == []
    assert [
        each for each in soup.find_all(True) if any(n.startswith("on") for n in each.attrs)
    ] == []


def test_it_shows_what_the_page_of_the_site_shows() -> None:
    text = " ".join(_soup().get_text(" ").split())
    for said in ("Ann Adler", "AD-ler", "Your stories", "They may ask", "Ask them", "If stuck"):
        assert said in text
    assert _soup().select("input[data-pb-tick]")
    assert _soup().select("dialog[data-pb-glance] [data-pb-card]")
    assert _soup().select("time[data-pb-relative]")


def test_the_stories_follow_in_full_and_lead_back() -> None:
    soup = _soup()
    folds = {str(each["id"]): each for each in soup.select("details.pb-whole")}
    assert list(folds) == ["whole-import-failed", "whole-slow-page"]
    for story_id, fold in zip(("import-failed", "slow-page"), folds.values(), strict=True):
        story = facts().playbook.stories[story_id]
        assert story.title in fold.get_text()
        assert " ".join(story.situation.split())[:30] in " ".join(fold.get_text().split())
        assert fold.select("h1, h2") == []
        assert all(each.has_attr("open") for each in fold.select("details"))
        assert fold.find("a", href=f"#story-{story_id}")
        assert soup.find("a", href=f"#whole-{story_id}")


def test_a_story_that_only_a_question_names_leads_back_to_it() -> None:
    rounds = planned("design")
    alone = dataclasses.replace(rounds, round=rounds.round.model_copy(update={"stories": ()}))
    page = sheet(alone, facts(), page_environment((TEMPLATES,)), pinned=True)
    soup = BeautifulSoup(page.html, "html.parser")
    fold = soup.select_one("details.pb-whole")
    assert fold
    assert fold.find("a", href=re.compile("^#question-"))


def test_a_template_of_ones_own_will_do() -> None:
    pages = {"round.html": "<h1>{{ title }}</h1><a href='{{ stories[0].url | link }}'>It</a>"}
    environment = page_environment((TEMPLATES,)).overlay(loader=DictLoader({**_others(), **pages}))
    page = sheet(planned("design"), facts(), environment, pinned=True).html
    soup = BeautifulSoup(page, "html.parser")
    assert soup.select_one("a[href='#whole-import-failed']")
    assert soup.select_one("#whole-import-failed")


def _others() -> dict[str, str]:
    return {each.name: each.read_text(encoding="utf-8") for each in TEMPLATES.glob("*.html")}


@pytest.mark.parametrize(("pinned", "expected"), [(True, 1), (False, 0)])
def test_only_a_pinned_clock_stands_in_it(pinned: bool, expected: int) -> None:
    assert made(pinned=pinned).html.count('name="pb-now"') == expected


def test_sealed_it_says_nothing_and_opens_to_the_same() -> None:
    page = locked_page(made().html, OWNER, SALT)
    for said in ("Northwind", "Ann Adler", "Staff Engineer", "playbook", "2026"):
        assert said not in re.sub(r"\"ciphertext\":\"[^\"]*\"", "", page)
    assert open_text(sealed_in(page), OWNER) == made().html
    policy = policy_of(page)
    inside = set(re.findall(r"'sha256-[^']+'", policy_of(made().html)))
    assert inside < set(re.findall(r"'sha256-[^']+'", policy))
    assert "unsafe" not in policy


def test_sealed_twice_it_differs_and_keeps_its_length() -> None:
    one, other = (seal_text(made().html, OWNER, SALT) for _ in range(2))
    assert one != other
    assert len(one) == len(other)


def test_a_jose_library_opens_it() -> None:
    import gzip

    from jwcrypto import jwa, jwe, jwk

    before = jwa.default_max_pbkdf2_iterations
    jwa.default_max_pbkdf2_iterations = 600_000
    try:
        token = jwe.JWE(algs=["PBES2-HS512+A256KW", "A256GCM"])
        token.deserialize(seal_text("What is said", OWNER, SALT), jwk.JWK.from_password(OWNER))
    finally:
        jwa.default_max_pbkdf2_iterations = before
    length = int.from_bytes(token.payload[:4], "big")
    assert gzip.decompress(token.payload[4 : 4 + length]) == b"What is said"


def test_what_does_not_open_says_why() -> None:
    text = seal_text("What is said", OWNER, SALT)
    with pytest.raises(WrongPassphraseError):
        open_text(text, WRONG)
    start = text.index('"ciphertext":"') + len('"ciphertext":"')
    other = "B" if text[start] != "B" else "C"
    for damaged in (
        f"{text[:start]}{other}{text[start + 1 :]}",
        text[:-2],
        "[]",
        "",
        "[" * 100_000,
    ):
        with pytest.raises(DamagedError):
            open_text(damaged, OWNER)
    with pytest.raises(SealError, match="nothing sealed"):
        sealed_in(made().html)
