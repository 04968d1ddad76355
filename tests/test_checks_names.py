"""Names that a mentor may not read: found however they are written, reported where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_playbook.checks.names import names_of
from interview_playbook.playbook import Playbook
from tests.checking import checked, story
from tests.records import company, profile, question
from tests.records import story as story_record

HALDEN = """\
name: Halden Freight A/S
website: https://www.halden-freight.example
contacts:
  - {id: ann, name: Ann-Sofie Ångström, email: ann@mail.example}
  - {id: bo, name: Bo}
notes: I met Halden at a fair. There, Halden spoke last.
"""
SHARED = "visibility: mentor\nalias: a haulier\n"


def _said(root: Path, text: str, company_file: str = HALDEN) -> list[str]:
    """Return the words in a story's opening that are reported."""
    found = checked(root, halden=company_file, noon=story(f'opening: "{text}"\n'))
    names = [each for each in found if each.code == "withheld-name"]
    return [each.message.split("”")[0].removeprefix("“") for each in names]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("They do it at Halden Freight.", "Halden Freight"),
        ("They do it at HALDEN FREIGHT’s desk.", "HALDEN FREIGHT"),
        ("at halden-freight", "halden-freight"),
        ("at HaldenFreight", "HaldenFreight"),
        ("at Halden_Freight", "Halden_Freight"),
        ("at **Halden** Freight", "Halden** Freight"),
        ("at Halden&nbsp;Freight", "Halden&nbsp;Freight"),
        ("at Hal\u00adden Freight", "Hal\u00adden Freight"),
        ("at Halden Freights", "Halden Freights"),
        ("at Halden Freight A/S", "Halden Freight A/S"),
        ("what Halden does", "Halden"),
        ("see https://jobs.halden-freight.example/apply?x=1 there",
         "https://jobs.halden-freight.example/apply?x=1"),
        ("see [it](companies/halden/) there", "companies/halden/"),
        ("I met Ann-Sofie Angstrom", "Ann-Sofie Angstrom"),
        ("I met A\u030angstro\u0308m, Ann-Sofie", "A\u030angstro\u0308m, Ann-Sofie"),
        ("I met Dr. Ångström", "Dr. Ångström"),
        ("write to ann@mail.example today", "ann@mail.example"),
        ("as Bo said", "Bo"),
        ("at «Halden» Freight", "Halden» Freight"),
        ("at Halden (Freight)", "Halden (Freight"),
        ("at Halden%20Freight", "Halden%20Freight"),
        ("at Halden\u00b7Freight", "Halden\u00b7Freight"),
        ("when I asked Ångström", "Ångström"),
        ("when I asked A. Ångström", "A. Ångström"),
        ("I asked, said Aangstroem", "Aangstroem"),
    ],
)  # fmt: skip
def test_a_name_is_found_as_people_write_it(tmp_path: Path, text: str, said: str) -> None:
    assert _said(tmp_path, text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "the haldens of this world freight",
        "halden is a verb in no language",  # in small letters it is no short name
        "at Haldenberg Freight",
        "a freighter",
        "a bo tree",
        "Ångström is a unit",
        "1 Ångström",
        "the ångström",
        "companies are many",
    ],
)
def test_what_only_looks_like_a_name_is_none(tmp_path: Path, text: str) -> None:
    assert _said(tmp_path, text) == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("Ernst & Jung", "at Ernst und Jung", ["Ernst und Jung"]),
        ("Ernst and Jung", "at Ernst & Jung", ["Ernst & Jung"]),
        ("Müller & Söhne GmbH", "at Mueller und Soehne", ["Mueller und Soehne"]),
        ("Fox", "two Foxes", ["Foxes"]),
        ("Big Machines", "at IBM and ibm", ["IBM"]),
        ("メルカリ", "私はメルカリで働いた", ["メルカリ"]),
        ("네이버", "네이버에서 일했다", ["네이버"]),
        ("Ａｃｍｅヤフー", "at Acmeヤフーで", ["Acmeヤフー"]),
        ("メルカリ", "カリメル", []),
    ],
)
def test_other_ways_to_write_a_company(name: str, text: str, said: list[str]) -> None:
    one = company(company_id="ibm", name=name)
    names = names_of(Playbook(profile=profile(), companies={"ibm": one}))
    assert [text[start:end] for start, end, _ in names.find(text)] == said


def test_one_that_always_counts_gives_no_way_to_one_with_a_capital() -> None:
    first = company(company_id="a", name="Acme")
    second = company(company_id="b", name="Acme (Oslo)", visibility="mentor", alias="a shop")
    for companies in ([first, second], [second, first]):
        playbook = Playbook(profile=profile(), companies={each.id: each for each in companies})
        (found,) = names_of(playbook).find("at acme")
        assert (found.name.shown, found.name.instead) == ("Acme", "")


def test_a_surname_of_the_owners_own_is_no_secret() -> None:
    one = company(company_id="x", contacts=[{"id": "bo", "name": "Bo Lindqvist"}])
    names = names_of(Playbook(profile=profile(name="Mara Lindqvist"), companies={"x": one}))
    assert not list(names.find("as they asked Lindqvist"))
    assert list(names.find("as they asked Bo Lindqvist"))


def test_a_name_that_an_alias_stands_for_is_no_problem(tmp_path: Path) -> None:
    assert _said(tmp_path, "Ann-Sofie Ångström of Halden Freight", HALDEN + SHARED) == [
        "Ann-Sofie Ångström"
    ]


def test_only_what_a_mentor_reads_is_looked_at(tmp_path: Path) -> None:
    more = "notes: Halden Freight asked.\ndo_not_claim: [Halden Freight]\n"
    assert not checked(tmp_path / "a", halden=HALDEN, noon=story(more))
    whole = "visibility: owner\nopening: Halden Freight\n"
    assert not checked(tmp_path / "b", halden=HALDEN, noon=story(whole))


def test_it_is_reported_at_its_place_with_what_to_write(tmp_path: Path) -> None:
    (found,) = checked(tmp_path, halden=HALDEN, noon=story("closing: So Halden Freight asked.\n"))
    assert (found.path, found.severity, found.code) == (
        "stories/noon.yaml",
        "warning",
        "withheld-name",
    )
    assert found.position == (8, 13, 8, 27)
    assert "such as “a bank”" in found.hint
    assert "# playbook: ignore[withheld-name]" in found.hint


def test_a_name_in_an_id_is_reported_too(tmp_path: Path) -> None:
    found = checked(tmp_path, halden=HALDEN, **{"stories_no-to-halden-freight": story()})
    assert [(each.code, each.position) for each in found] == [("withheld-name", (1, 1, 1, 1))]
    assert "playbook rename story/no-to-halden-freight NEW" in found[0].hint


def test_a_confidential_company_is_a_name_everywhere(tmp_path: Path) -> None:
    secret = "company: Femøre Payments\nconfidential: true\nalias: a payments company\n"
    told = story("company: Femøre Payments\n")
    assert not checked(tmp_path / "alias", one=story(secret), two=told)
    names = names_of(
        Playbook(
            profile=profile(),
            stories={"x": story_record("x", company="Femøre Payments", confidential=True)},
        )
    )
    assert [each.name.shown for each in names.find("at Femore Payments")] == ["Femøre Payments"]


def test_what_is_said_beside_a_confidential_company_is_no_part_of_its_name() -> None:
    kept = story_record(
        "x", company="Grønhøj Markets, for Femøre", confidential=True, alias="a shop"
    )
    names = names_of(Playbook(profile=profile(), stories={"x": kept}))
    assert names.replaced("at Grønhøj Markets") == "at a shop"


def test_an_alias_with_its_own_name_in_it_is_reported(tmp_path: Path) -> None:
    found = checked(tmp_path, halden=HALDEN + "visibility: mentor\nalias: the Halden Freight\n")
    assert [(each.code, each.position.line) for each in found] == [("withheld-name", 8)]


def test_what_the_owner_is_called_is_no_secret() -> None:
    mine = company(company_id="mara", people="mara")
    names = names_of(Playbook(profile=profile(name="Mara"), companies={"mara": mine}))
    assert not list(names.find("Mara told it"))
    assert question("q").text == "q?"


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("Halden Freight asked Halden.", "a haulier asked a haulier."),
        ("Halden Freight’s desk", "a haulier’s desk"),
        ("from https://halden-freight.example/a, too", "from a haulier too"),
        ("Nothing here", "Nothing here"),
    ],
)
def test_the_alias_stands_in_its_place(tmp_path: Path, text: str, replaced: str) -> None:
    from tests.checking import written

    names = names_of(written(tmp_path, {"halden": HALDEN + SHARED}).playbook)
    assert names.replaced(text) == replaced
