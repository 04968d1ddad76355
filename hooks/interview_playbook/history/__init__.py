"""What git knows of the playbook's files: when each changed, and how."""

from interview_playbook.history.counts import Revised, revised_in
from interview_playbook.history.revisions import Revision, revisions
from interview_playbook.history.words import Hunk, Piece, word_count

__all__ = ["Hunk", "Piece", "Revised", "Revision", "revised_in", "revisions", "word_count"]
