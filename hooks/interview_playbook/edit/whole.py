"""A whole new file: a value as YAML, and nothing else."""

from __future__ import annotations

from interview_playbook.edit.changes import begun
from interview_playbook.edit.habits import Habits
from interview_playbook.edit.refused import RefusedError
from interview_playbook.edit.sheet import Sheet
from interview_playbook.edit.values import Value, data_of, said
from interview_playbook.edit.write import Writer


def whole(value: Value) -> str:
    """Return the text of a new file that says `value`, a mapping or a list; raises RefusedError.

    It has been read again and says just that. There is nothing in it that an edit could spoil, so
    one parser is enough, which is three times as fast as an edit's proof.
    """
    wanted = repr(data_of(value))
    for careful in (False, True):
        text = Sheet("").spliced(begun(Writer(Sheet(""), Habits(), careful), value))
        after = Sheet(text)
        if after.mistake is None and repr(said(after.node)) == wanted:
            return text
    raise RefusedError("There is no way to write it that reads the same.")
