"""The ways people write a name, as folded words."""

from __future__ import annotations

import pytest

from interview_playbook.checks.spellings import (
    company_spellings,
    folded_words,
    person_spellings,
    plurals,
)


@pytest.mark.parametrize(
    ("name", "company_id", "has", "lacks"),
    [
        ("Halden Freight A/S", "", ["halden freight a s", "halden freight"], ["halden freight a"]),
        ("Ernst & Young", "", ["ernst young", "ernst and young", "ernst und young"], []),
        ("Ernst and Young", "", ["ernst and young", "ernst young", "ernst og young"], []),
        ("C++ Builders", "", ["c builders"], ["c and builders"]),
        ("Müller & Söhne GmbH & Co. KG", "", ["muller sohne", "mueller soehne"], []),
        ("Mu\u0308ller AG", "", ["muller", "mueller"], []),
        ("Grønhøj Markets, customer of Femøre", "", ["gronhoj markets", "groenhoej markets"], []),
        ("Lumen Grid (Oslo)", "", ["lumen grid oslo", "lumen grid"], []),
        ("Big Machines", "ibm", ["big machines", "ibm"], []),
        ("Big Machines", "x", ["big machines"], ["x"]),
        ("株式会社", "", ["株 式 会 社"], []),
    ],
)
def test_a_companys_name(name: str, company_id: str, has: list[str], lacks: list[str]) -> None:
    found = [" ".join(each.words) for each in company_spellings(name, company_id)]
    assert found[0] == " ".join(folded_words(name))
    assert set(has) <= set(found)
    assert set(lacks).isdisjoint(found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("name", "company_id", "cased"),
    [
        ("Acme", "acme", []),
        ("Acme (Oslo)", "", ["acme"]),
        ("Big Machines", "ibm", ["ibm"]),
        ("Acme Ltd", "", []),
    ],
)
def test_a_word_that_may_mean_something_else_needs_a_capital(
    name: str, company_id: str, cased: list[str]
) -> None:
    found = company_spellings(name, company_id)
    assert [" ".join(each.words) for each in found if each.cased] == cased


@pytest.mark.parametrize(
    ("name", "words", "within"),
    [
        ("Bo", ["bo"], []),
        ("Bo Ek", ["bo ek", "ek bo", "b ek", "mr ek"], []),
        (
            "Ann Jane Adler",
            ["ann jane adler", "adler ann jane", "ann adler", "ms adler"],
            ["adler"],
        ),
        ("Åsa Öberg", ["asa oberg", "aasa oeberg", "a oberg"], ["oberg", "oeberg"]),
    ],
)
def test_a_persons_name(name: str, words: list[str], within: list[str]) -> None:
    found = person_spellings(name)
    assert set(words) <= {" ".join(each.words) for each in found}
    assert [" ".join(each.words) for each in found if each.within] == within


def test_what_hisses_takes_another_letter_for_several() -> None:
    assert plurals("fox") == ("fox", "foxs", "foxes")
    assert plurals("adler") == ("adler", "adlers")
