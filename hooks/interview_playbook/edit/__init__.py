"""Edits of a YAML file that change only the lines they must: text to text."""

from interview_playbook.edit.edits import add_key, append, rename_value, set_value, set_values
from interview_playbook.edit.fixes import with_fixes
from interview_playbook.edit.refused import RefusedError
from interview_playbook.edit.values import Value
from interview_playbook.edit.whole import whole

__all__ = [
    "RefusedError",
    "Value",
    "add_key",
    "append",
    "rename_value",
    "set_value",
    "set_values",
    "whole",
    "with_fixes",
]
