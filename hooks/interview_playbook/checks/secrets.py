"""What a mentor would see that they should not: a name without a name to stand for it."""

from __future__ import annotations

from collections.abc import Iterator

from interview_playbook.checks.at import At
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.playbook import Playbook


def check_aliases(playbook: Playbook) -> Iterator[Diagnostic]:
    """Yield companies and stories that are shown to a mentor under no other name."""
    for company in playbook.companies.values():
        if company.visibility == "mentor" and company.alias is None:
            at = At(playbook, ("company", company.id), ("visibility",))
            message = "A mentor may see this company, and it has no `alias:` to stand for its name."
            hint = "Write `alias: …`, such as `alias: a bank`, or delete `visibility: mentor`."
            yield at.report("error", "missing-alias", message, hint)
    for story in playbook.stories.values():
        if story.confidential and story.company and story.alias is None:
            at = At(playbook, ("story", story.id), ("confidential",))
            message = "This story's company is confidential, and has no `alias:` to stand for it."
            hint = "Write `alias: …`, such as `alias: a payments company`."
            yield at.report("error", "missing-alias", message, hint)
