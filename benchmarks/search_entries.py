"""A made-up playbook as the search sees it: what the search's benchmark looks through."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.vocabulary import (
    CATEGORIES,
    COMPANY_FIRST,
    COMPANY_SECOND,
    COMPETENCIES,
    DEEDS,
    FIRST_NAMES,
    INDUSTRIES,
    JOBS,
    LAST_NAMES,
    MOMENTS,
    PLAIN,
    QUALITIES,
    ROUND_KINDS,
    STATUSES,
    SYLLABLES,
    TESTS,
    THINGS,
    VERBS,
)
from interview_playbook.search import Entry

_SENTENCES = (
    "I {verb} the {quality} {thing} with the {plain}, and the {plain2} {verb2} in {number} {unit}.",
    "{moment} was near, so I {deed} the {thing} first and {verb} a {plain} about the {thing2}.",
    "The {plain} of the {thing} fell from {number} to {number2} {unit}, which the {plain2} {verb}.",
    "I {verb} that {product} could not carry the {thing}: we needed the {thing2} for the {plain}.",
    "Nobody owned the {quality} {thing}, and I {deed} it in {number} {unit} against the {plain}.",
    "At {moment} the {thing} was {quality}; I {verb} each {plain} before I {deed} the {thing2}.",
    "It saved {number}% of the {plain} in {product}, measured over {number2} {unit}.",
    "{name}, which runs the {thing2}, {verb} a {plain}, and with {name2} we {deed} the {thing}.",
)


@dataclass(frozen=True)
class _Company:
    """A made-up company, as far as its own entry and its rounds need it."""

    slug: str
    name: str
    industry: str
    products: tuple[str, ...]
    people: tuple[str, ...]


def _name(rng: random.Random) -> str:
    """Return a made-up product's name of two to four syllables."""
    return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))).capitalize()


def _text(rng: random.Random, sentences: int, products: Sequence[str]) -> str:
    """Return prose of so many sentences."""
    return " ".join(
        rng.choice(_SENTENCES).format(
            verb=rng.choice(VERBS),
            verb2=rng.choice(VERBS),
            deed=rng.choice(DEEDS),
            quality=rng.choice(QUALITIES),
            thing=rng.choice(THINGS),
            thing2=rng.choice(THINGS),
            plain=rng.choice(PLAIN),
            plain2=rng.choice(PLAIN),
            moment=rng.choice(MOMENTS),
            number=rng.randint(2, 990),
            number2=rng.randint(2, 99),
            unit=rng.choice(("minutes", "hours", "days", "weeks", "months", "people", "teams")),
            product=rng.choice(products),
            name=_name(rng),
            name2=_name(rng),
        )
        for _ in range(sentences)
    )


def _day(rng: random.Random, first: int, days: int) -> str:
    """Return an ISO date in the `days` days from 1 January of the year `first`."""
    return (date(first, 1, 1) + timedelta(days=rng.randrange(days))).isoformat()


def _title(rng: random.Random) -> str:
    """Return a story's title."""
    form = rng.choice(
        (
            "The {quality} {thing}",
            "{Deed} the {quality} {thing}",
            "A {thing} {deed} before {moment}",
            "{Deed} the {thing} at {moment}",
            "How the {thing} {deed} the {thing2}",
            "The {thing} and the {quality} {thing2}",
        )
    )
    deed = rng.choice(DEEDS)
    return form.format(
        quality=rng.choice(QUALITIES),
        thing=rng.choice(THINGS),
        thing2=rng.choice(THINGS),
        deed=deed,
        Deed=deed.capitalize(),
        moment=rng.choice(MOMENTS),
    )


def _story(rng: random.Random, number: int, products: Sequence[str]) -> Entry:
    """Return a story of about 250 words."""
    first, second = rng.sample(CATEGORIES, 2)
    tags = [first, second, *rng.sample(COMPETENCIES, 3), rng.choice(("ready", "ready", "draft"))]
    minutes = f"{rng.randint(1, 2)}:{rng.randrange(0, 60, 10):02}"
    return Entry(
        url=f"stories/story-{number}/",
        title=_title(rng),
        kind="story",
        tags=", ".join(tags),
        people="",
        text=_text(rng, 16, products),
        hint=f"{first} · {minutes}",
        newest=_day(rng, 2021, 2000),
    )


def _company(rng: random.Random, name: str) -> _Company:
    """Return a company with two products and three people."""
    people = tuple(f"{rng.choice(FIRST_NAMES)} {rng.choice(LAST_NAMES)}" for _ in range(3))
    slug = name.lower().replace(" ", "-")
    return _Company(slug, name, rng.choice(INDUSTRIES), (_name(rng), _name(rng)), people)


def _company_entry(rng: random.Random, company: _Company) -> Entry:
    """Return a company's entry of about 120 words."""
    status, job = rng.choice(STATUSES), rng.choice(JOBS)
    return Entry(
        url=f"companies/{company.slug}/",
        title=company.name,
        kind="company",
        tags=", ".join((company.industry, status, job, *company.products)),
        people=", ".join(company.people),
        text=_text(rng, 7, company.products),
        hint=f"{job} · {status}",
        newest=_day(rng, 2025, 690),
    )


def _round_entry(rng: random.Random, company: _Company, kind: str) -> Entry:
    """Return a round's entry of about 60 words."""
    people = rng.sample(company.people, rng.randint(1, 2))
    start = _day(rng, 2025, 690)
    slug = kind.lower().replace(" ", "-")
    return Entry(
        url=f"companies/{company.slug}/application/{slug}/",
        title=f"{company.name} · {kind}",
        kind="round",
        tags=", ".join((kind, rng.choice(("phone", "video", "onsite")), rng.choice(JOBS))),
        people=", ".join(people),
        text=_text(rng, 3, company.products),
        hint=f"{start} · {people[0]}",
        newest=start,
    )


def _question_entry(rng: random.Random, number: int) -> Entry:
    """Return a question's entry."""
    category = rng.choice(CATEGORIES)
    asked = f"{rng.choice(TESTS)} the {rng.choice(QUALITIES)} {rng.choice(THINGS)}"
    return Entry(
        url=f"questions/behavioral/#question-{number}",
        title=f"{asked} was {rng.choice(DEEDS)} at {rng.choice(MOMENTS)}?",
        kind="question",
        tags=f"{category}, {rng.choice(COMPETENCIES)}",
        people="",
        text=_text(rng, 1, (_name(rng),)),
        hint=f"Asked · {category}",
        newest="",
    )


def _email_entry(rng: random.Random, number: int) -> Entry:
    """Return an email template's entry."""
    return Entry(
        url=f"emails/email-{number}/",
        title=f"After a {rng.choice(ROUND_KINDS).lower()} round, {rng.choice(PLAIN)}",
        kind="email",
        tags="thank-you",
        people="",
        text=_text(rng, 3, (_name(rng),)),
        hint="Within 24 hours",
        newest="",
    )


def make_entries(stories: int = 1000, companies: int = 1000, seed: int = 1) -> tuple[Entry, ...]:
    """Return the entries of a playbook with so many stories and companies: 5,105 for 1,000 each."""
    rng = random.Random(seed)
    names = [f"{first} {second}" for first in COMPANY_FIRST for second in COMPANY_SECOND]
    made = [_company(rng, name) for name in rng.sample(names, companies)]
    products = [product for company in made for product in company.products]
    rounds = [
        _round_entry(rng, company, kind) for company in made for kind in rng.sample(ROUND_KINDS, 3)
    ]
    return (
        *(_story(rng, number, products) for number in range(stories)),
        *(_company_entry(rng, company) for company in made),
        *rounds[: max(1, len(rounds) - companies // 100)],
        *(_question_entry(rng, number) for number in range(100)),
        *(_email_entry(rng, number) for number in range(15)),
    )
