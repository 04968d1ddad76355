"""What an editor is told of one playbook: its schemas, with its own ids and their titles."""

from interview_playbook.editor.files import refresh, write_schemas
from interview_playbook.editor.schemas import playbook_schemas

__all__ = ["playbook_schemas", "refresh", "write_schemas"]
