"""Proof that a built edition holds nothing it should not: every byte of it, read in every way."""

from interview_playbook.leaks.scan import Leak, scan_bytes, scan_site
from interview_playbook.leaks.secrets import Secret, secrets_of

__all__ = ["Leak", "Secret", "scan_bytes", "scan_site", "secrets_of"]
