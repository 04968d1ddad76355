"""Whole playbooks of any size: `python -m benchmarks.generate DIR --stories 9 --companies 9`."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.corpus.companies import References, companies, company_names
from benchmarks.corpus.stories import stories
from benchmarks.corpus.words import slug
from benchmarks.corpus.yaml_styles import Ids, Prose, Record, list_to_yaml, random_style, to_yaml

SAMPLE = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 17)
_COPIED = (
    "mkdocs.yml",
    "hooks/main.py",
    "content/profile.yaml",
    "content/checklists",
    "content/pages",
)


def generate(root: Path, stories: int, companies: int, seed: int = 1) -> None:
    """Write a playbook with so many stories and companies to `root`; the same seed, the same bytes.

    Profile, checklists, guide, mkdocs.yml with its pinned clock, and the wording of the questions
    are the sample's. Raises FileExistsError if `root` has anything in it.
    """
    if root.exists() and any(root.iterdir()):
        raise FileExistsError(f"{root} is not empty")
    _copy_sample(root)
    for path, text in _files(stories, companies, seed):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")


def _copy_sample(root: Path) -> None:
    for name in _COPIED:
        source, target = SAMPLE / name, root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copyfile(source, target)


def _files(story_count: int, company_count: int, seed: int) -> Iterator[tuple[str, str]]:
    rng = Random(seed)
    told = dict(stories(story_count, rng, TODAY))
    names = company_names(company_count, rng)
    lists = _question_lists(told, [slug(name) for name in names], rng)
    ids = {kind: _ids_of(lists, kind) for kind in ("asked", "to-ask")}
    refs = References(list(told), ids["asked"], ids["to-ask"])
    for story_id, story in told.items():
        yield f"stories/{story_id}.yaml", to_yaml(story, random_style(rng))
    for company_id, company in companies(names, refs, rng, TODAY):
        yield f"content/companies/{company_id}.yaml", to_yaml(company, random_style(rng))
    for list_id, questions in lists.items():
        yield f"content/questions/{list_id}.yaml", to_yaml(questions, random_style(rng))
    attempts = _practice(refs, rng)
    if attempts:
        yield "content/practice.yaml", list_to_yaml(attempts, random_style(rng))


def _question_lists(
    told: dict[str, Record], company_ids: list[str], rng: Random
) -> dict[str, dict[str, Any]]:
    by_category: dict[str, list[str]] = {}
    for story_id, story in told.items():
        categories = story["categories"]
        for category in categories if isinstance(categories, tuple) else ():
            by_category.setdefault(category, []).append(story_id)
    lists: dict[str, dict[str, Any]] = {}
    for path in sorted((SAMPLE / "content/questions").glob("*.yaml")):
        sample = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for question in sample["questions"]:
            _refer(question, by_category, company_ids, rng)
        lists[path.stem] = {**sample, "description": Prose(sample.get("description", "").strip())}
    return lists


def _refer(
    question: dict[str, Any],
    by_category: dict[str, list[str]],
    company_ids: list[str],
    rng: Random,
) -> None:
    for key in ("answer", "tips", "purpose", "script"):
        if key in question:
            question[key] = Prose(" ".join(question[key].split()))
    fitting = by_category.get(question.get("category", ""), [])
    chosen = rng.sample(fitting, min(len(fitting), rng.randrange(0, 4)))
    asked_by = rng.sample(company_ids, min(len(company_ids), rng.choice((0, 0, 1, 2))))
    days = (f"{TODAY - timedelta(days=rng.randrange(40, 700))}" for _ in asked_by)
    asked_at = [{"company": each, "date": day} for each, day in zip(asked_by, days, strict=True)]
    question.pop("stories", None)
    question.pop("asked_at", None)
    if "category" in question:
        question |= {"stories": Ids(chosen), "asked_at": asked_at}


def _ids_of(lists: dict[str, dict[str, Any]], kind: str) -> list[str]:
    return [
        question["id"]
        for questions in lists.values()
        if questions["kind"] == kind
        for question in questions["questions"]
    ]


def _practice(refs: References, rng: Random) -> list[Record]:
    attempts = min(3 * len(refs.stories), 300)
    days = sorted((rng.randrange(1, 240) for _ in range(attempts)), reverse=True)
    return [
        {
            "at": f"{datetime.combine(TODAY - timedelta(days=day), time(rng.randrange(7, 22)))}"[
                :16
            ],
            "question": rng.choice(refs.asked),
            "story": rng.choice(refs.stories),
            "seconds": str(rng.randrange(70, 240)),
            "rating": rng.choice(("again", "hard", "good", "good", "easy")),
            "fix": rng.choice(("Start later", "Say the figure", "Shorter situation", None)),
        }
        for day in days
    ]


def main() -> None:
    """Read the command line and write a playbook."""
    parser = argparse.ArgumentParser(description="Write a generated playbook.")
    parser.add_argument("folder", metavar="DIR", type=Path, help="an empty or new folder")
    parser.add_argument("--stories", type=int, default=100)
    parser.add_argument("--companies", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    generate(asked.folder, asked.stories, asked.companies, asked.seed)
    print(f"{asked.stories} stories and {asked.companies} companies written to {asked.folder}")


if __name__ == "__main__":
    main()
