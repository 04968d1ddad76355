"""Companies, applications, rounds and contacts as pages of the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from interview_playbook.cli.columns import listed
from interview_playbook.cli.list_companies import (
    application_data,
    company_data,
    contact_actions,
    contact_data,
    round_actions,
    round_data,
)
from interview_playbook.cli.list_rows import COLORS
from interview_playbook.cli.page import Page, Pair, Section, Shown
from interview_playbook.derive.agenda import Action
from interview_playbook.playbook import PlannedRound, contact_of
from interview_playbook.schema import Company
from interview_playbook.views.company import CompanyView, News, company_view
from interview_playbook.views.debriefs import Debrief
from interview_playbook.views.doing import Doing, doing
from interview_playbook.views.facts import Facts
from interview_playbook.views.logbook import Entry
from interview_playbook.views.meetings import Person
from interview_playbook.views.people import Contacted
from interview_playbook.views.progress import Progress, RoundRow
from interview_playbook.views.remarks import Remark
from interview_playbook.views.round import RoundView, round_view
from interview_playbook.views.salary import OfferTerms, Salary
from interview_playbook.views.times import When


def show_company(facts: Facts, company_id: str) -> Shown:
    """Return a company, where you stand with it, and its page."""
    company = facts.playbook.companies[company_id]
    view = company_view(company, facts)
    known = company_data(company, facts)
    derived: Mapping[str, object] = {
        "status": known["status"],
        "next": known["next"],
        "emails": view.emails,
        "applications": [application_data(case, facts) for case in facts.cases[company_id]],
    }
    emails = f"{view.emails} fit now: playbook email {company.id}" if view.emails else ""
    pairs = (
        Pair("Does", view.industry),
        Pair("Size", view.size),
        Pair("Website", view.website),
        Pair("Looked up", view.research.on.words if view.research.on else ""),
        Pair("A mentor sees", company.alias or "" if company.visibility == "mentor" else ""),
        Pair("Emails", emails),
    )
    sections = (
        *(part for each in view.applications for part in _standing(each)),
        *_research(view),
        Section("People", listed(map(_person, view.people))),
        Section("What your mentor says", listed(map(_remark, view.remarks))),
        Section("Notes", view.notes),
    )
    page = Page(view.title, f"company/{company_id}", view.source, pairs, sections)
    return company, derived, page


def _standing(each: Progress) -> Iterator[Section]:
    """Yield where an application stands and its rounds: what the company's page begins with."""
    yield Section(each.title, listed(map(_to_do, each.to_do)), _where(each))
    yield Section(f"Rounds, {each.title}", listed(map(_row, each.rounds)))


def _where(each: Progress) -> tuple[Pair, ...]:
    heard = f"{each.heard.label}, from {each.heard_from}" if each.heard else ""
    ahead = each.next
    again = each.reopening
    return (
        Pair("Status", each.status, COLORS[each.tone]),
        Pair("Since", _label(each.since)),
        Pair("Stage", each.lane.where),
        Pair("Last word", heard),
        Pair("Ahead", f"{ahead.kind}, {ahead.slot.span}" if ahead and ahead.slot else ""),
        Pair("Apply again", f"{again.opens.label}: {again.why}" if again else ""),
    )


def _research(view: CompanyView) -> tuple[Section, ...]:
    found = view.research
    return (
        Section("About", found.about),
        Section("Why them", found.why_us),
        Section("What they value", listed(found.values)),
        Section("What they sell", listed(found.products)),
        Section("News", listed(map(_news, found.news))),
    )


def _news(news: News) -> str:
    return f"{news.when.label}: {news.title}"


def _remark(remark: Remark) -> str:
    return f"{remark.by}, {remark.when.label} ({remark.status.lower()}): {remark.comment}"


def _person(person: Contacted) -> str:
    said = f' (say "{person.say_as}")' if person.say_as else ""
    return ", ".join(filter(None, (f"{person.name}{said}", person.title or person.role)))


def show_application(facts: Facts, company_id: str, application_id: str) -> Shown:
    """Return an application, where it stands, and its page."""
    company = facts.playbook.companies[company_id]
    case = next(each for each in facts.cases[company_id] if each.application.id == application_id)
    view = company_view(company, facts)
    own = next(each for each in view.applications if each.id == application_id)
    known = application_data(case, facts)
    derived = {key: value for key, value in known.items() if key not in ("id", "title", "priority")}
    role = own.role
    pairs = (
        *_where(own),
        Pair("Where", ", ".join(filter(None, (role.location, role.workplace)))),
        Pair("Found by", role.source),
        Pair("Priority", f"{role.priority} of 5" if role.priority else ""),
        Pair("Advert", role.url),
    )
    sections = (
        Section("To do", listed(map(_to_do, own.to_do))),
        Section("Rounds", listed(map(_row, own.rounds))),
        *_money(own.salary),
        Section("What they ask for", listed(role.requirements)),
        Section("What happened", listed(map(_entry, own.log))),
        Section("The advert", role.posting),
        Section("Notes", own.notes),
    )
    title = f"{company.name}: {own.title}"
    name = f"application/{company_id}/{application_id}"
    return case.application, derived, Page(title, name, view.source, pairs, sections)


def _money(salary: Salary) -> Iterator[Section]:
    said = (f"{each.short} to {each.to}, {each.when.label}" for each in salary.stated)
    pairs = (
        Pair("Advertised", salary.advertised),
        Pair("Your target", salary.target),
        Pair("At the least", salary.floor),
        Pair("You named", "; ".join(said)),
    )
    lines = listed(f"{each.when}: {each.words}" for each in salary.lines)
    yield Section("Money", "\n\n".join(filter(None, (salary.rule, salary.unlike, lines))), pairs)
    for offer in salary.offers:
        yield _offer(offer)


def _offer(offer: OfferTerms) -> Section:
    pairs = (
        Pair("Status", offer.status, COLORS[offer.tone]),
        Pair("Answer by", _label(offer.deadline)),
        *(Pair(name, amount) for name, amount in offer.terms),
        Pair("Compared", offer.gap),
        Pair("With it", ", ".join(offer.benefits)),
        Pair("Ask for", ", ".join(offer.asks)),
    )
    return Section(f"Offer of {offer.received.label}", pairs=pairs)


def _entry(entry: Entry) -> str:
    about = f" ({entry.about})" if entry.about else ""
    note = f": {entry.note}" if entry.note else ""
    return f"{entry.when.label}: {entry.words}{about}{note}"


def _row(row: RoundRow) -> str:
    meeting = row.meeting
    when = meeting.slot.span if meeting.slot else ""
    whom = ", ".join(each.name for each in meeting.people)
    head = ", ".join(filter(None, (meeting.kind, when, whom)))
    return f"{head} ({row.status.lower()})"


def _to_do(one: Doing) -> str:
    return ", ".join(filter(None, (one.title, one.when.words)))


def _actions(actions: Iterable[Action], facts: Facts) -> str:
    return listed(_to_do(doing(each, facts)) for each in actions)


def _label(when: When | None) -> str:
    return f"{when.label} ({when.words})" if when else ""


def show_round(facts: Facts, company_id: str, application_id: str, round_id: str) -> Shown:
    """Return a round, what follows from it, and its page: the sheet to read before it."""
    company = facts.playbook.companies[company_id]
    application = next(each for each in company.applications if each.id == application_id)
    held = next(each for each in application.rounds if each.id == round_id)
    planned = PlannedRound(company, application, held)
    view, known = round_view(planned, facts), round_data(planned, facts)
    meeting = view.meeting
    derived = {
        **{key: known[key] for key in ("company", "application", "stage", "state", "actions")},
        "starts": known["start"],
        "suggested_questions": [each.id for each in view.suggested],
        "checklist": view.ticked,
    }
    slot = meeting.slot
    pairs = (
        Pair("For", meeting.application.title),
        Pair("When", f"{slot.span} {slot.place_of_clock}".strip() if slot else ""),
        Pair("Your time", slot.yours if slot else ""),
        Pair("That is", slot.when.words if slot else ""),
        Pair("Status", view.status, COLORS[view.tone]),
        Pair("How", meeting.format),
        Pair("Place", meeting.place),
        Pair("Link", held.url or ""),
        Pair("Call", meeting.call.href.removeprefix("tel:") if meeting.call else ""),
        Pair("Notes", view.notes_policy),
        Pair("Checklist", f"{view.ticked} ticked by your data" if view.checklist else ""),
    )
    name = f"round/{company_id}/{application_id}/{round_id}"
    sections = (
        Section("To do", _actions(round_actions(planned, facts), facts)),
        *_round_sections(view),
    )
    return held, derived, Page(view.title, name, view.source, pairs, sections)


def _round_sections(view: RoundView) -> Iterator[Section]:
    yield Section("Who asks", listed(map(_met, view.meeting.people)))
    for story in view.stories:
        heard = listed(story.heard)
        text = "\n\n".join(filter(None, (story.opening, listed(story.anchors), heard)))
        status = f", {story.status.lower()}" if story.status else ""
        yield Section(f"Tell: {story.title} ({story.spoken}{status})", text)
    yield Section("Expect", listed(f"{each.text} ({each.note})" for each in view.expected))
    yield Section("Ask", listed(each.text for each in view.ask))
    yield Section("You could also ask", listed(each.text for each in view.suggested))
    yield Section("Money", view.salary_rule)
    cues = (f"{each.technique}: {each.cue or each.script}" for each in view.cues)
    yield Section("When it is hard", listed(cues))
    yield Section("About them", view.company.about)
    yield Section("Why them", view.company.why_us)
    yield Section("Your notes", view.own_notes)
    if view.debrief:
        yield _debriefed(view.debrief)


def _met(person: Person) -> str:
    said = f' (say "{person.say_as}")' if person.say_as else ""
    head = ", ".join(filter(None, (f"{person.name}{said}", person.title)))
    more: Sequence[str] = [each for each in (person.background, person.notes) if each]
    return f"{head}: {' '.join(more)}" if more else head


def _debriefed(debrief: Debrief) -> Section:
    pairs = (
        Pair("They asked", "; ".join(debrief.asked)),
        Pair("Landed", debrief.landed),
        Pair("Missing", debrief.missing),
        Pair("Promised", debrief.promised),
        Pair("Answer by", _label(debrief.answer_by)),
        Pair("Learned", debrief.learned),
    )
    return Section("How it went", pairs=pairs)


def show_contact(facts: Facts, company_id: str, contact_id: str) -> Shown:
    """Return somebody at a company, what is to be done for them, and their page."""
    company: Company = facts.playbook.companies[company_id]
    contact = contact_of(company, contact_id)
    assert contact is not None  # noqa: S101 - it was found a moment ago
    view = company_view(company, facts)
    shown = next(each for each in view.people if each.id == contact_id)
    known = contact_data(company, contact, facts)
    derived = {key: known[key] for key in ("company", "rounds", "actions")}
    pairs = (
        Pair("Say", shown.say_as),
        Pair("Is", shown.title),
        Pair("Role", shown.role),
        Pair("At", company.name),
        Pair("Email", contact.email or ""),
        Pair("Phone", contact.phone or ""),
        Pair("Page", shown.page),
    )
    rounds = (
        f"{each.round.title}, {each.when.label}" if each.when else each.round.title
        for each in shown.rounds
    )
    sections = (
        Section("To do", _actions(contact_actions(company, contact, facts), facts)),
        Section("Background", shown.background),
        Section("Rounds", listed(rounds)),
        Section("Notes", shown.notes),
    )
    name = f"contact/{company_id}/{contact_id}"
    return contact, derived, Page(contact.name, name, view.source, pairs, sections)
