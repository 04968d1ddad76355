"""Generated companies: contacts, one or two applications, rounds, logs of 6 to 15 events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import product
from random import Random

from benchmarks.corpus.course import Cast, Course, Ending, course
from benchmarks.corpus.phrases import OF_COMPANIES, OF_STORIES
from benchmarks.corpus.words import FIRM_FIRST, FIRM_LAST, FIRST_NAMES, LAST_NAMES, slug
from benchmarks.corpus.yaml_styles import Block, Prose, Record

_FIRST_TEN: tuple[Ending, ...] = (
    "active",
    "waiting",
    "rejected",
    "offer",
    "quiet",
    "unanswered",
    "active",
    "rejected",
    "declined",
    "withdrawn",
)
_LATER: dict[Ending, int] = {
    "active": 4,
    "waiting": 3,
    "offer": 1,
    "rejected": 55,
    "quiet": 22,
    "withdrawn": 8,
    "declined": 7,
}
_OTHER_ROLES = ("hiring-manager", "interviewer", "peer", "executive")
_JOBS = {
    "recruiter": "Talent partner",
    "hiring-manager": "Engineering manager",
    "interviewer": "Senior engineer",
    "peer": "Engineer",
    "executive": "Vice president of engineering",
}


class References:
    """Ids that companies may refer to: stories, questions asked, questions to ask."""

    def __init__(self, stories: list[str], asked: list[str], to_ask: list[str]) -> None:
        self.stories, self.asked, self.to_ask = tuple(stories), tuple(asked), tuple(to_ask)


def company_names(count: int, rng: Random) -> list[str]:
    """Return so many different names of firms; raises ValueError when there are not enough."""
    names = [f"{first} {last}" for first, last in product(FIRM_FIRST, FIRM_LAST) if first != last]
    return rng.sample(names, count)


def companies(
    names: list[str], refs: References, rng: Random, today: date
) -> Iterator[tuple[str, Record]]:
    """Yield one company for each name as (id, record); most processes are over, some go on."""
    for number, name in enumerate(names):
        later = rng.choices(list(_LATER), list(_LATER.values()))[0]
        ending = _FIRST_TEN[number] if number < len(_FIRST_TEN) else later
        yield slug(name), _company(name, ending, refs, rng, today)


def _company(name: str, ending: Ending, refs: References, rng: Random, today: date) -> Record:
    host, setting = f"{slug(name)}.example", _setting(name, rng)

    def fill(text: str) -> str:
        return text.format_map(setting)

    contacts = _contacts(host, fill, rng)
    cast = Cast(
        host=host,
        recruiter=str(contacts[0]["id"]),
        people=tuple(str(contact["id"]) for contact in contacts[1:]),
        stories=refs.stories,
        asked=refs.asked,
        to_ask=refs.to_ask,
        fill=fill,
    )
    applications = _applications(ending, cast, setting, rng, today)
    products = [str(setting["product"]), str(setting["other"])]
    return {
        "name": name,
        "website": f"https://{host}",
        "industry": str(setting["trade"]).capitalize(),
        "size": f"{setting['people']} people",
        "about": Prose(fill(rng.choice(OF_COMPANIES["about"]))),
        "values": rng.sample(OF_COMPANIES["values"], 3),
        "products": products,
        "news": _news(fill, rng, today),
        "why_us": Prose(fill(rng.choice(OF_COMPANIES["why_us"]))),
        "researched_on": f"{today - timedelta(days=rng.randrange(1, 13))}",
        "contacts": contacts,
        "applications": applications,
        "notes": Prose(fill(rng.choice(OF_COMPANIES["notes"]))) if rng.random() < 0.6 else None,
    }


def _setting(name: str, rng: Random) -> dict[str, object]:
    product_names = [
        f"{first}{last}"
        for first, last in product(OF_COMPANIES["product_first"], OF_COMPANIES["product_last"])
    ]
    one, other = rng.sample(product_names, 2)
    low = rng.randrange(68, 110, 2)
    return {
        "name": name,
        "product": one,
        "other": other,
        "town": rng.choice(OF_COMPANIES["towns"]),
        "trade": rng.choice(OF_COMPANIES["trades"]),
        "people": f"{rng.randrange(4, 290) * 10:,}",
        "founded": rng.randrange(1962, 2021),
        "share": rng.randrange(4, 30),
        "team": rng.choice(OF_STORIES["teams"]),
        "low": f"{low},000",
        "high": f"{low + rng.randrange(10, 26, 2)},000",
    }


def _contacts(host: str, fill: Callable[[str], str], rng: Random) -> list[Record]:
    firsts = rng.sample(FIRST_NAMES, rng.randrange(2, 5))
    lasts = rng.sample(LAST_NAMES, len(firsts))
    roles = ["recruiter", *rng.sample(_OTHER_ROLES, len(firsts) - 1)]
    return [
        {
            "id": slug(f"{first} {last}"),
            "name": f"{first} {last}",
            "say_as": f"{first[:3].upper()}-{first[3:]}"
            if rng.random() < 0.4 and first[3:]
            else None,
            "role": role,
            "title": _JOBS[role],
            "email": f"{slug(first)}.{slug(last)}@{host}",
            "phone": f"+00 {rng.randrange(100, 999)} {rng.randrange(100000, 999999)}",
            "background": Prose(fill(rng.choice(OF_COMPANIES["backgrounds"]))),
        }
        for first, last, role in zip(firsts, lasts, roles, strict=True)
    ]


def _news(fill: Callable[[str], str], rng: Random, today: date) -> list[Record]:
    days = sorted(rng.randrange(5, 300) for _ in range(rng.randrange(1, 4)))
    titles = rng.sample(OF_COMPANIES["news"], len(days))
    return [
        {"date": f"{today - timedelta(days=day)}", "title": fill(title)}
        for day, title in zip(days, titles, strict=True)
    ]


def _applications(
    ending: Ending, cast: Cast, setting: dict[str, object], rng: Random, today: date
) -> list[Record]:
    days = {
        "active": rng.randrange(3, 8),
        "waiting": rng.randrange(2, 6),
        "offer": rng.randrange(6, 9),
        "unanswered": rng.randrange(7, 12),
    }.get(ending, rng.randrange(50, 900))
    now = course(ending, today - timedelta(days=days), today, cast, rng)
    jobs = [
        f"{grade} {first} Engineer"
        for grade, first in product(OF_COMPANIES["job_grades"], OF_COMPANIES["job_first"])
    ]
    title, earlier_title = rng.sample(jobs, 2)
    current = _application(title, ending, now, cast, setting, rng)
    if rng.random() >= 0.3:
        return [current]
    before = now.applied - timedelta(days=rng.randrange(250, 500))
    old = course("rejected", before, today, cast, rng)
    return [_application(earlier_title, "rejected", old, cast, setting, rng), current]


def _application(
    title: str, ending: Ending, run: Course, cast: Cast, setting: dict[str, object], rng: Random
) -> Record:
    posting = "\n\n".join(OF_COMPANIES["posting"]).format_map({**setting, "title": title})
    low = str(setting["low"]).replace(",", "")
    stated = {"date": f"{run.applied + timedelta(days=6)}", "to": cast.recruiter}
    pay: Record = {
        "advertised": f"EUR {setting['low']} to {setting['high']} a year",
        "stated": [{**stated, "amount": f"{int(low) + 8000}"}] if rng.random() < 0.4 else None,
        "currency": "EUR",
    }
    return {
        "id": slug(title),
        "title": title,
        "url": f"https://{cast.host}/careers/{slug(title)}",
        "location": setting["town"],
        "workplace": rng.choice(("hybrid", "remote", "on-site")),
        "source": rng.choice(("referral", "recruiter", "job-board", "company-site", "event")),
        "priority": str(rng.randrange(1, 6)),
        "posting": Block(posting),
        "requirements": rng.sample(OF_COMPANIES["requirements"], rng.randrange(3, 6)),
        "compensation": pay,
        "rounds": run.rounds,
        "log": run.log,
        "offers": _offers(ending, run, low, rng),
    }


def _offers(ending: Ending, run: Course, low: str, rng: Random) -> list[Record] | None:
    received = [str(event["date"])[:10] for event in run.log if event["event"] == "offer"]
    if not received:
        return None
    return [
        {
            "received": received[0],
            "deadline": f"{date.fromisoformat(received[0]) + timedelta(days=12)}",
            "base": f"{int(low) + rng.randrange(4, 16) * 1000}",
            "bonus": f"{rng.randrange(2, 12) * 1000}",
            "benefits": rng.sample(OF_COMPANIES["benefits"], 2),
            "asks": rng.sample(OF_COMPANIES["asks"], 2),
            "status": "open" if ending == "offer" else "declined",
        }
    ]
