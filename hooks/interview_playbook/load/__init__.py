"""A folder to a playbook: finds the files, reads them, and says what is wrong with them."""

from interview_playbook.load.folder import Cache, Loaded, load_playbook
from interview_playbook.load.site import find_root, pinned_today

__all__ = ["Cache", "Loaded", "find_root", "load_playbook", "pinned_today"]
