"""A folder to a playbook: finds the files, reads them, and says what is wrong with them."""

from interview_playbook.load.folder import Cache, Loaded, load_playbook
from interview_playbook.load.site import pinned_today, site_url
from interview_playbook.root import find_root

__all__ = ["Cache", "Loaded", "find_root", "load_playbook", "pinned_today", "site_url"]
