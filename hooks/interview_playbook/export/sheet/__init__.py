"""A round's sheet as one file that needs nothing beside it: no site, no network, no folder."""

from interview_playbook.export.sheet.locked import locked_page
from interview_playbook.export.sheet.page import Sheet, sheet

__all__ = ["Sheet", "locked_page", "sheet"]
