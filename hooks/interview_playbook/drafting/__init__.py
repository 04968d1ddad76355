"""What a new file begins as: its text, with what is known filled in and the rest explained."""

from interview_playbook.drafting.draft import Kind, draft
from interview_playbook.drafting.ids import id_for
from interview_playbook.drafting.paths import path_for

__all__ = ["Kind", "draft", "id_for", "path_for"]
