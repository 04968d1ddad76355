"""What an editor is told of one playbook: its schemas, with its own ids and their titles."""

from interview_playbook.editor.files import refresh, write_schemas

__all__ = ["refresh", "write_schemas"]
