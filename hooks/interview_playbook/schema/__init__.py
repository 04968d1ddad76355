"""The schema: every kind of record, its fields, its rules, and who may see what."""

from interview_playbook.schema.application import (
    Application,
    Event,
    EventKind,
    Format,
    Offer,
    Round,
    RoundKind,
    Stage,
    stage_of,
)
from interview_playbook.schema.base import Audience, FileRecord, Part
from interview_playbook.schema.checklist import AutoCheck, Checklist, ChecklistItem
from interview_playbook.schema.company import Company, Contact
from interview_playbook.schema.email import EmailKind, EmailTemplate
from interview_playbook.schema.practice import Attempt, PracticeLog, Review, ReviewNote
from interview_playbook.schema.profile import Profile
from interview_playbook.schema.question import Question, QuestionList, Technique
from interview_playbook.schema.story import Category, Metric, Story

__all__ = [
    "Application",
    "Attempt",
    "Audience",
    "AutoCheck",
    "Category",
    "Checklist",
    "ChecklistItem",
    "Company",
    "Contact",
    "EmailKind",
    "EmailTemplate",
    "Event",
    "EventKind",
    "FileRecord",
    "Format",
    "Metric",
    "Offer",
    "Part",
    "PracticeLog",
    "Profile",
    "Question",
    "QuestionList",
    "Review",
    "ReviewNote",
    "Round",
    "RoundKind",
    "Stage",
    "Story",
    "Technique",
    "stage_of",
]
