"""Generated stories: STAR stories of 200 to 400 words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, cycle, product
from random import Random

from benchmarks.corpus.phrases import CATEGORIES, OF_CATEGORY, OF_STORIES
from benchmarks.corpus.words import COMPETENCIES, EMPLOYERS, FIRST_NAMES, ROLES, SYSTEMS, slug
from benchmarks.corpus.yaml_styles import Ids, Prose, Record
from interview_playbook.schema import Category

Setting = dict[str, object]


def stories(count: int, rng: Random, today: date) -> Iterator[tuple[str, Record]]:
    """Yield `count` stories as (id, record), the categories in turn, no title twice.

    Raises ValueError when so many different titles can't be made.
    """
    pools = {category: _titles(category, rng) for category in CATEGORIES}
    taken: set[str] = set()
    for category in cycle(CATEGORIES):
        if len(taken) == count:
            return
        setting = _setting(rng)
        title = next(
            title for title in _filled(pools[category], setting) if slug(title) not in taken
        )
        taken.add(slug(title))
        yield slug(title), _story(title, category, setting, rng, today)


def _titles(category: Category, rng: Random) -> Iterator[tuple[str, str, str]]:
    pairs = list(product(OF_CATEGORY[category]["titles"], SYSTEMS))
    rng.shuffle(pairs)
    again = product((f", {employer}" for employer in EMPLOYERS), pairs)
    return chain(
        ((title, system, "") for title, system in pairs),
        ((title, system, suffix) for suffix, (title, system) in again),
    )


def _filled(pool: Iterator[tuple[str, str, str]], setting: Setting) -> Iterator[str]:
    for title, system, suffix in pool:
        setting["system"] = system
        yield title.format_map(setting) + suffix
    raise ValueError("There are not enough words for so many stories.")


def _setting(rng: Random) -> Setting:
    colleague, boss = rng.sample(FIRST_NAMES, 2)
    before = rng.randrange(400, 4000, 20)
    return {
        "other": rng.choice(SYSTEMS),
        "employer": rng.choice(EMPLOYERS),
        "team": rng.choice(OF_STORIES["teams"]),
        "colleague": colleague,
        "boss": boss,
        "weeks": rng.randrange(3, 15),
        "people": rng.randrange(4, 19),
        "percent": rng.randrange(21, 88),
        "less": rng.randrange(3, 20),
        "before": before,
        "after": before // rng.randrange(3, 9),
        "minutes": rng.randrange(6, 58),
        "users": f"{rng.randrange(12, 96) * 100:,}",
        "amount": rng.randrange(40, 400, 5),
    }


def _story(title: str, primary: Category, setting: Setting, rng: Random, today: date) -> Record:
    said = OF_CATEGORY[primary]
    others = rng.sample([each for each in CATEGORIES if each != primary], rng.choice((0, 1, 1, 2)))

    def pick(pool: tuple[str, ...], count: int) -> list[Prose]:
        return [Prose(text.format_map(setting)) for text in rng.sample(pool, count)]

    action = pick(said["actions"], rng.choice((3, 4))) + pick(
        OF_STORIES["general_actions"], rng.choice((1, 2))
    )
    confidential = rng.random() < 0.1
    return {
        "title": title,
        "categories": Ids([primary, *others]),
        "status": rng.choices(("ready", "draft", "retired"), (88, 8, 4))[0],
        "happened": _happened(rng, today),
        "company": setting["employer"],
        "confidential": "true" if confidential else None,
        "alias": "a client in another country" if confidential else None,
        "role": rng.choice(ROLES),
        "scope": rng.choice(("self", "team", "team", "organisation")),
        "competencies": Ids(rng.sample(COMPETENCIES, rng.randrange(2, 5))),
        "opening": pick(said["openings"], 1)[0],
        "anchors": [str(anchor) for anchor in pick(OF_STORIES["anchors"], rng.randrange(3, 6))],
        "situation": pick(said["situations"], 1)[0],
        "task": pick(said["tasks"], 1)[0],
        "action": action if rng.random() < 0.8 else Prose(" ".join(action)),
        "result": pick(OF_STORIES["results"], 1)[0],
        "metrics": _metrics(setting, rng),
        "closing": pick(OF_STORIES["closings"], 1)[0],
        "follow_ups": pick(OF_STORIES["follow_ups"], rng.randrange(2, 5)),
        "reflection": pick(OF_STORIES["reflections"], 1)[0],
        "do_not_claim": pick(OF_STORIES["do_not_claim"], 1) if rng.random() < 0.5 else None,
    }


def _happened(rng: Random, today: date) -> object:
    day = today - timedelta(days=rng.randrange(60, 1500))
    end = day + timedelta(days=rng.randrange(20, 55))
    form = rng.choice(("year", "month", "day", "period"))
    if form == "period":
        return {"from": f"{day:%Y-%m}", "to": f"{end:%Y-%m}"}
    if form == "year" and day.year < today.year:
        return f"{day:%Y}"
    return f"{day:%Y-%m}" if form != "day" else f"{day}"


def _metrics(setting: Setting, rng: Random) -> list[Record]:
    metrics: list[Record] = [
        {
            "label": "Response time, ninety-fifth percentile",
            "value": f"{setting['after']} ms",
            "before": f"{setting['before']} ms",
            "after": f"{setting['after']} ms",
            "source": "measured",
        },
        {
            "label": "Failures a week",
            "value": f"-{setting['percent']}",
            "unit": "%",
            "source": rng.choice(("measured", "estimated")),
        },
        {"label": "Saved a year", "value": f"€{setting['amount']},000", "source": "reported"},
    ]
    return rng.sample(metrics, rng.randrange(1, 4))
