"""The only writer of a playbook's data: atomic, one at a time, never over another's change."""

from interview_playbook.store.failure import ConflictError, StoreError
from interview_playbook.store.files import digest
from interview_playbook.store.writing import (
    Change,
    Held,
    read,
    recover,
    update,
    write,
    write_many,
)

__all__ = [
    "Change",
    "ConflictError",
    "Held",
    "StoreError",
    "digest",
    "read",
    "recover",
    "update",
    "write",
    "write_many",
]
