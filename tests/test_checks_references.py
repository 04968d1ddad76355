"""Ids that refer to something, ids that stand twice, and what a record lacks beside others."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_playbook.checks import check
from interview_playbook.clock import now_in
from interview_playbook.load import load_playbook, pinned_today
from interview_playbook.report import format_text
from tests.checking import NOW, PROFILE, checked, company, email, places, questions, story

ROOT = Path(__file__).parents[1]
ROUND = "rounds:\n  - id: panel\n    kind: panel\n"
LISTS = {
    "asked": questions("asked", why_us="type: motivation", biggest_failure="category: ambiguity"),
    "to_ask": questions("to-ask", next_steps="audience: any"),
    "techniques": questions("technique", pause_first="technique: pause"),
}


def test_nothing_is_wrong_with_the_sample() -> None:
    loaded = load_playbook(ROOT)
    now = now_in(loaded.playbook.zone, pinned_today(ROOT))
    assert format_text(check(loaded.playbook, now), loaded.sources) == ""


def test_nothing_is_wrong_with_nothing(tmp_path: Path) -> None:
    assert checked(tmp_path) == []


@pytest.mark.parametrize(
    ("line", "column", "code", "meant"),
    [
        ("interviewers: [ann, an]", 29, "unknown-contact", "ann"),
        ("interviewers: [zoe]", 24, "unknown-contact", None),
        ("stories: [none]", 19, "unknown-story", "noon"),
        ("questions: [why-not-us]", 21, "unknown-question", "why-us"),
        ("questions: [next-steps]", 21, "wrong-list", None),
        ("questions: [pause-first]", 21, "wrong-list", None),
        ("ask: [why-us]", 15, "wrong-list", None),
        ("ask: [next-step]", 15, "unknown-question", "next-steps"),
    ],
)
def test_what_a_round_refers_to(
    tmp_path: Path, line: str, column: int, code: str, meant: str | None
) -> None:
    found = checked(tmp_path, stories_noon=story(), halden=company(f"{ROUND}    {line}\n"), **LISTS)
    assert places(found) == [(11, column, code)]
    assert (found[0].fix.replacement if found[0].fix else None) == meant


def test_a_right_round_refers_to_all_of_these(tmp_path: Path) -> None:
    lines = "interviewers: [ann]\nstories: [noon]\nquestions: [why-us]\nask: [next-steps]\n"
    indented = "".join(f"    {line}\n" for line in lines.splitlines())
    halden = company(ROUND + indented)
    assert checked(tmp_path, stories_noon=story(), halden=halden, **LISTS) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("round: pannel", "unknown-round"),
        ("contact: anne", "unknown-contact"),
        ("template: thank-yu", "unknown-template"),
    ],
)
def test_what_an_event_refers_to(tmp_path: Path, line: str, code: str) -> None:
    log = f"{ROUND}log:\n  - date: 2026-11-01\n    event: interview\n    {line}\n"
    (found,) = checked(tmp_path, halden=company(log))
    assert found.code == code
    assert found.severity == "error"
    assert found.hint.startswith("Did you mean")


def test_the_other_end_is_shown(tmp_path: Path) -> None:
    (found,) = checked(tmp_path, halden=company(f"{ROUND}    interviewers: [anne]\n"))
    (other,) = found.related
    assert (other.path, other.position[:2]) == ("content/companies/halden.yaml", (3, 9))
    assert found.fix is not None
    assert found.fix.safe, "nothing else is near it"


def test_a_contact_of_another_company_is_not_known(tmp_path: Path) -> None:
    other = "name: Corvid\ncontacts: [{id: zoe, name: Zoe}]\n"
    path = tmp_path / "content/companies/corvid.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(other, encoding="utf-8")
    (found,) = checked(tmp_path, halden=company(f"{ROUND}    interviewers: [zoe]\n"))
    assert found.message == "`zoe` is not a contact of Halden."
    assert found.hint == "Write `ann`, or add the contact."


def test_stories_refer_to_stories(tmp_path: Path) -> None:
    found = checked(
        tmp_path,
        stories_noon=story("replaced_by: nine\n"),
        stories_night=story("replaced_by: night\n"),
        stories_one=story("replaced_by: two\n"),
        stories_two=story("replaced_by: one\n"),
        stories_into=story("replaced_by: one\n"),
    )
    assert [(each.path, each.code) for each in found] == [
        ("stories/night.yaml", "circular-replacement"),
        ("stories/noon.yaml", "unknown-story"),
        ("stories/one.yaml", "circular-replacement"),
    ]
    assert found[0].message == "This story is replaced by itself."


def test_questions_refer_to_stories(tmp_path: Path) -> None:
    asked = questions("asked", why_us="type: case\n    stories: [noon, moon]")
    found = checked(tmp_path, stories_noon=story(), asked=asked)
    assert places(found) == [(7, 21, "unknown-story")]


def test_the_practice_log_and_a_mentors_notes_only_warn(tmp_path: Path) -> None:
    practice = "- {at: 2026-11-01, question: why-they, story: moon, rating: good}\n"
    review = "".join(
        f"- {{target: {target}, at: 2026-11-01, comment: Good}}\n"
        for target in ("story/moon", "company/haldem", "question/asked/why-us", "story/noon")
    )
    found = checked(tmp_path, stories_noon=story(), practice=practice, review=review, **LISTS)
    assert {each.severity for each in found} == {"warning"}
    assert [each.code for each in found] == [
        "unknown-question",
        "unknown-story",
        "unknown-story",
        "unknown-company",
        "wrong-list",
    ]
    assert found[-1].hint == "Write `question/behavioral/why-us`."


def test_what_was_lost_to_an_error_is_not_called_unknown_as_well(tmp_path: Path) -> None:
    files = {
        "content/profile.yaml": PROFILE,
        "stories/noon.yaml": "title: x\n",
        "content/questions/behavioral.yaml": "title: x\nkind: asked\nquestions:\n  - id: why-us\n",
        "content/questions/broken.yaml": "}\nquestions:\n  - id: why-not\n    text: [\n{{{\n",
        "content/companies/halden.yaml": company(
            f"{ROUND}    interviewers: [bob]\n    stories: [noon]\n"
            "    questions: [why-us, why-not]\n"
        ).replace("  - id: ann\n", "  - id: bob\n  - id: ann\n"),
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded = load_playbook(tmp_path)
    assert loaded.diagnostics
    assert check(loaded.playbook, NOW) == []


@pytest.mark.parametrize(
    ("texts", "where"),
    [
        ({"asked": questions("asked", why_us="type: case")}, []),
        (
            {
                "asked": questions("asked", why_us="type: case"),
                "to_ask": questions("to-ask", why_us="audience: any"),
            },
            [(4, 9)],
        ),
        ({"halden": company(f"{ROUND}  - id: panel\n    kind: values\n")}, [(11, 13)]),
        ({"halden": company(more="  - id: engineer\n    title: Lead\n")}, [(8, 9)]),
        ({"halden": company().replace("applic", "  - id: ann\n    name: Anna\napplic")}, [(5, 9)]),
        (
            {"checklist": "title: x\nitems:\n  - {id: a, text: x}\n  - {id: a, text: y}\n"},
            [(4, 10)],
        ),
    ],
)
def test_ids_are_unique_where_they_have_to_be(
    tmp_path: Path, texts: dict[str, str], where: list[tuple[int, int]]
) -> None:
    found = checked(tmp_path, **texts)
    assert places(found) == [(*each, "duplicate-id") for each in where]
    assert all(each.related for each in found)


@pytest.mark.parametrize(
    ("kind", "more", "where"),
    [
        ("asked", "category: ambiguity", []),
        ("asked", "type: case", []),
        ("asked", "category: ambiguity\n    type: case", [(7, 5, "category-or-type")]),
        ("asked", "tips: none", [(4, 5, "category-or-type")]),
        ("to-ask", "audience: any", []),
        ("to-ask", "tips: none", [(4, 5, "missing-audience")]),
        ("technique", "technique: pause", []),
        ("technique", "tips: none", [(4, 5, "missing-technique")]),
    ],
)
def test_what_a_question_needs_depends_on_its_list(
    tmp_path: Path, kind: str, more: str, where: list[tuple[int, int, str]]
) -> None:
    assert places(checked(tmp_path, asked=questions(kind, why_us=more))) == where


@pytest.mark.parametrize(
    ("texts", "where"),
    [
        ({"halden": company(more="visibility: mentor\n")}, [(8, 13, "missing-alias")]),
        ({"halden": company(more="visibility: mentor\nalias: a haulier\n")}, []),
        ({"halden": company(more="visibility: owner\n")}, []),
        (
            {"stories_noon": story("company: Femøre\nconfidential: true\n")},
            [(9, 15, "missing-alias")],
        ),
        ({"stories_noon": story("company: Femøre\nconfidential: true\nalias: a bank\n")}, []),
        ({"stories_noon": story("confidential: true\n")}, []),
        ({"stories_noon": story("company: Femøre\n")}, []),
    ],
)
def test_who_is_shown_to_a_mentor_has_another_name(
    tmp_path: Path, texts: dict[str, str], where: list[tuple[int, int, str]]
) -> None:
    assert places(checked(tmp_path, **texts)) == where


def test_problems_come_by_file_and_line(tmp_path: Path) -> None:
    found = checked(
        tmp_path,
        stories_noon=story("replaced_by: moon\n"),
        halden=company(f"{ROUND}    stories: [sun]\n", more="visibility: mentor\n"),
        thanks=email("{{ nobody }}"),
    )
    assert [each.order for each in found] == sorted(each.order for each in found)
    assert len(found) == 4
