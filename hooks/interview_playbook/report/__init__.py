"""Problems in each form: for people, for editors, for programs, for GitHub, for code scanners."""

from interview_playbook.report.data import format_json
from interview_playbook.report.github import format_github
from interview_playbook.report.sarif import format_sarif
from interview_playbook.report.text import clean, columns, excerpt, format_concise, format_text

__all__ = [
    "clean",
    "columns",
    "excerpt",
    "format_concise",
    "format_github",
    "format_json",
    "format_sarif",
    "format_text",
]
