"""Checklists, email templates and the profile as pages of the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from interview_playbook.cli.columns import listed
from interview_playbook.cli.list_rows import action_data
from interview_playbook.cli.list_stories import checklist_data, email_data
from interview_playbook.cli.page import Page, Pair, Section, Shown
from interview_playbook.schema import Profile
from interview_playbook.views.checklists import list_groups
from interview_playbook.views.emails import EmailView, Use, email_view
from interview_playbook.views.facts import Facts
from interview_playbook.views.money import money
from interview_playbook.views.words import label


def show_checklist(facts: Facts, checklist_id: str) -> Shown:
    """Return a checklist, what follows from it, and its page."""
    checklist = facts.playbook.checklists[checklist_id]
    rounds = checklist_data(checklist, facts)["rounds"]
    names = rounds if isinstance(rounds, list) else []
    pairs = (
        Pair("For", ", ".join(map(label, checklist.applies_to)) or "Every round"),
        Pair("Next", ", ".join(names)),
    )
    sections = tuple(
        Section(group.title, listed(item.text for item in group.items))
        for group in list_groups(checklist)
    )
    source = facts.source_of(("checklist", checklist_id))
    page = Page(checklist.title, f"checklist/{checklist_id}", source, pairs, sections)
    return checklist, {"rounds": names}, page


def show_email(facts: Facts, template_id: str) -> Shown:
    """Return an email template, whom it fits right now, and its page."""
    template = facts.playbook.emails[template_id]
    view = email_view(template, facts)
    known = email_data(template, facts)
    derived = {
        "shipped": known["shipped"],
        "words": view.limits.words,
        "sentences": view.limits.sentences,
        "blanks": [each.key for each in view.blanks],
        "fits": known["fits"],
    }
    shipped = "comes with the package" if known["shipped"] else ""
    pairs = (
        Pair("Kind", view.kind),
        Pair("When", view.when),
        Pair("Send", view.within),
        Pair("Limits", view.limits.rule),
        Pair("Blanks", ", ".join(each.key for each in view.blanks)),
        Pair("Error", view.error, "red"),
    )
    sections = tuple(_email_sections(view))
    about = " · ".join(filter(None, (f"email/{template_id}", shipped)))
    source = "" if shipped else view.source
    return template, derived, Page(view.title, about, source, pairs, sections)


def _email_sections(view: EmailView) -> Iterator[Section]:
    yield Section("Subject", "".join(each.text for each in view.subject))
    body = "".join(each.text for each in view.body)
    yield Section("Text", "".join(f"{line}  \n" for line in body.splitlines()))
    yield Section("Whom it fits now", listed(map(_use, view.uses)))


def _use(use: Use) -> str:
    words = (use.email.title, f"to {use.to}" if use.to else "", use.due.words if use.due else "")
    return ", ".join(filter(None, words))


def show_profile(facts: Facts) -> Shown:
    """Return the profile, what is due, what is missing among the stories, and its page."""
    profile = facts.playbook.profile
    ready = sum(each.status == "ready" for each in facts.playbook.stories.values())
    gaps = facts.coverage.gaps
    derived = {
        "now": facts.now.isoformat(timespec="minutes"),
        "stories_ready": ready,
        "categories_without_story": list(gaps),
        "actions": [
            {**action_data(each, facts), "company": each.company, "application": each.application}
            for each in facts.actions
        ],
        "practice_due": [each.question for each in facts.due_practice],
    }
    sections = (
        Section("What you look for", listed(profile.target_roles)),
        Section("What matters to you", listed(profile.values)),
        Section("What you want to earn", pairs=_pay(profile)),
        Section("Settings", pairs=_settings(profile)),
    )
    pairs = (
        Pair("In a line", profile.headline or ""),
        Pair("Email", profile.email or ""),
        Pair("Phone", profile.phone or ""),
        Pair("Lives in", profile.location or ""),
        *(Pair(each.label, each.url) for each in profile.links),
        Pair("Stories", f"{ready} ready"),
        Pair("No story for", ", ".join(map(label, gaps)), "yellow"),
    )
    source = facts.source_of(("profile", "profile"))
    return profile, derived, Page(profile.name, "profile", source, pairs, sections)


def _pay(profile: Profile) -> tuple[Pair, ...]:
    pay = profile.compensation
    if pay is None:
        return ()
    amounts = (("Target", pay.target), ("At the least", pay.minimum))
    return tuple(
        Pair(name, money(amount, pay.currency, pay.interval))
        for name, amount in amounts
        if amount is not None
    )


def _settings(profile: Profile) -> tuple[Pair, ...]:
    months, asks = profile.reapply_after, profile.follow_up
    return (
        Pair("Time zone", profile.timezone),
        Pair("You speak", f"{profile.speaking_rate} words a minute"),
        Pair(
            "Apply again",
            f"{months.screen} months after a no at the screen, {months.middle} in the middle, "
            f"{months.final} at the end",
        ),
        Pair("Gone quiet", f"after {profile.ghosted_after_days} days of silence"),
        Pair(
            "Ask how it stands",
            f"after {asks.first_days} days, then every {asks.every_days}, {asks.at_most} times",
        ),
        Pair("Answer a no", f"within {profile.reply_to_rejection_within_hours} hours"),
    )
