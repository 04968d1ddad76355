"""Invitations, résumés and lists with lines lost, doubled and mixed: read, or refused in a line."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from interview_playbook.edit import RefusedError
from interview_playbook.importing.invitation import parse_invitations
from interview_playbook.importing.listing import parse_listing
from interview_playbook.importing.meeting import Said, plan_ics
from interview_playbook.importing.plan import SourceError, UndecidedError
from interview_playbook.importing.questions import plan_questions
from interview_playbook.importing.resume import parse_resume
from tests.importing import FILES, NOW, after, book
from tests.test_importing_ics import HALDEN, QUILL

LINES = {
    kind: tuple(
        line
        for path in sorted(FILES.glob(f"*.{kind}"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    for kind in ("ics", "md", "json")
}
PIECES = ("X", ":", ";", "=", ",", "\\", '"', "BEGIN:VEVENT", "END:VEVENT", "[", "]", "{", "}", "-",
          "20261201T140000Z", "TZID=", "Q:", "A:", "#", "```", "<p>", "9" * 30)  # fmt: skip


@st.composite
def mixed(draw: st.DrawFn, kind: str) -> str:
    """Return the lines of samples, some lost, doubled, or with something put in."""
    found = []
    for line in LINES[kind]:
        times = draw(st.sampled_from((1, 1, 1, 1, 1, 1, 1, 1, 0, 2)))
        if draw(st.integers(0, 9)) == 0:
            at = draw(st.integers(0, len(line)))
            line = line[:at] + draw(st.sampled_from(PIECES)) + line[at:]
        found += [line] * times
    return "\n".join(found)


@settings(max_examples=60, deadline=None)
@given(mixed("ics"))
def test_any_invitation(text: str) -> None:
    loaded = book(company_halden=HALDEN, company_quill=QUILL)
    try:
        parse_invitations(text.encode())
        said = Said("quill", "search", "coding")
        plan = plan_ics(text.encode(), loaded.playbook, NOW, said)
    except (SourceError, UndecidedError) as error:
        fine = "\n" not in str(error)
    else:
        fine = after(loaded, plan).diagnostics == ()
    assert fine


@settings(max_examples=80, deadline=None)
@given(mixed("md") | st.text(alphabet="-*# \n?aQA:.1|`", max_size=200))
def test_any_list(text: str) -> None:
    try:
        parse_listing(text)
        plan = plan_questions(text.encode(), book().playbook, "list", None, None)
    except (SourceError, RefusedError) as error:
        fine = "\n" not in str(error)
    else:
        fine = after(book(), plan).diagnostics == ()
    assert fine


@settings(max_examples=80, deadline=None)
@given(mixed("json"))
def test_any_resume(text: str) -> None:
    try:
        resume = parse_resume(text.encode())
        fine = all(each.title and each.where for each in resume.deeds)
    except SourceError as error:
        fine = "\n" not in str(error)
    assert fine
