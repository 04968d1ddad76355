"""Which pages there are: a builder for each kind, for the owner and for a mentor."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from interview_playbook.views.bank import bank_pages
from interview_playbook.views.base import View
from interview_playbook.views.broken import broken_pages
from interview_playbook.views.checklist import checklist_pages
from interview_playbook.views.companies import companies_pages
from interview_playbook.views.company import company_pages
from interview_playbook.views.company_emails import company_email_pages
from interview_playbook.views.emails import email_pages
from interview_playbook.views.errors import errors_pages
from interview_playbook.views.facts import Facts
from interview_playbook.views.follow_ups import follow_up_pages
from interview_playbook.views.mentor import mentor_pages
from interview_playbook.views.mentor_companies import mentor_company_pages
from interview_playbook.views.phone import phone_pages
from interview_playbook.views.practice import practice_pages
from interview_playbook.views.questions import question_pages
from interview_playbook.views.round import round_pages
from interview_playbook.views.stories import story_pages
from interview_playbook.views.suggestions import suggestion_pages
from interview_playbook.views.today import today_pages

Builder = Callable[[Facts], Iterator[View]]

BUILDERS: tuple[Builder, ...] = (
    today_pages,
    bank_pages,
    story_pages,
    question_pages,
    round_pages,
    checklist_pages,
    practice_pages,
    companies_pages,
    company_pages,
    company_email_pages,
    follow_up_pages,
    email_pages,
    broken_pages,
    errors_pages,
    suggestion_pages,
    phone_pages,
)
MENTOR_BUILDERS: tuple[Builder, ...] = (
    mentor_pages,
    bank_pages,
    story_pages,
    question_pages,
    mentor_company_pages,
    suggestion_pages,
    phone_pages,
)
"""The pages of a mentor's edition: none that is only the owner's to work with."""
