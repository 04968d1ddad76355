"""`playbook log`: what it writes, what it says is next, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_playbook.store import ConflictError
from tests.cli.conftest import Command

HALDEN = """\
name: Halden
contacts:
  - {id: ann, name: Ann Adler}
applications:
  - id: lead
    title: Lead
    rounds:
      - {id: panel, kind: panel, start: 2026-11-16T16:00, duration: 45m, interviewers: [ann],
         status: completed, debrief: {landed: The rollback.}}
    log:
      # The first of them.
      - date: 2026-11-02
        event: applied
notes: kept
"""
OTHER = """\
  - id: other
    title: Other
"""
PATH = "content/companies/halden.yaml"


@pytest.fixture
def halden(book: Path) -> Path:
    """Return the file of a company with one application, on 17 November 2026, 8:40."""
    file = book / PATH
    file.write_text(HALDEN, encoding="utf-8")
    return file


def _added(file: Path, before: str = HALDEN) -> str:
    """Return what was added behind the log's last entry, everything else being as it was."""
    start, end = before.split("notes: kept")[0], "notes: kept\n"
    text = file.read_text(encoding="utf-8")
    assert text.startswith(start)
    assert text.endswith(end)
    return text[len(start) : -len(end)]


def test_it_is_written_with_the_time_and_says_what_is_next(run: Command, halden: Path) -> None:
    result = run("log", "halden", "rejected", "--contact", "ann", "--note", "Close: a finalist.")
    assert result.exit_code == 0, result.output
    assert _added(halden) == (
        "      - date: 2026-11-17T08:40\n"
        "        event: rejected\n"
        "        contact: ann\n"
        '        note: "Close: a finalist."\n'
    )
    assert result.stdout.splitlines() == [
        f"Logged rejected: {PATH}:14",
        "  - date: 2026-11-17T08:40",
        "    event: rejected",
        "    contact: ann",
        '    note: "Close: a finalist."',
        "Next because of it:",
        "  Answer Halden: They said no: a short, warm reply (Thu 19 Nov, 08:40; 2 days left)",
        "No longer due:",
        "  Thank Ann Adler: Halden, panel interview (Tue 17 Nov, 16:45; 8 h left)",
        "  Ask Halden how things stand: Lead (Mon 23 Nov, 23:59; 6 days left)",
    ]


def test_every_detail_is_written_in_the_order_of_the_guide(run: Command, halden: Path) -> None:
    result = run(
        *("log", "halden", "thank-you-sent", "--date", "2026-11-16 18:00", "--note", "Short."),
        *("--new-information", "None.", "--topic", "rollbacks", "--channel", "email"),
        *("--template", "thank-you", "--contact", "ann", "--round", "panel"),
    )
    assert result.exit_code == 0, result.output
    assert _added(halden).replace("        ", "").splitlines() == [
        "      - date: 2026-11-16T18:00",
        "event: thank-you-sent",
        "round: panel",
        "contact: ann",
        "template: thank-you",
        "channel: email",
        "topic: rollbacks",
        "new_information: None.",
        "note: Short.",
    ]
    assert run("check").exit_code == 0


def test_what_changes_nothing_says_so(run: Command, halden: Path) -> None:
    result = run("log", "halden", "saved", "--date", "2026-11-02")
    assert result.stdout.endswith("Nothing else is due because of it.\n")


def test_a_date_that_cannot_be_is_written_and_said(run: Command, halden: Path) -> None:
    result = run("log", "halden", "company-replied", "--date", "2026-12-01")
    assert result.exit_code == 0
    assert f"{PATH}:14:15: warning[future-date]" in result.stderr


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("haldn", "rejected"), "There is no company 'haldn'. Did you mean halden?"),
        (("zzz", "rejected"), "There is no company 'zzz'. There is halden."),
        (("halden", "rejcted"), "There is no event 'rejcted'. Did you mean rejected?"),
        (("halden",), "Say what happened: saved, applied,"),
        (("halden", "offer", "--contact", "an"), "no contact 'an' at Halden. Did you mean ann?"),
        (("halden", "offer", "--round", "panl"), "no round 'panl' in lead. Did you mean panel?"),
        (("halden", "offer", "--channel", "mail"), "no channel 'mail'. Did you mean email?"),
        (("halden", "offer", "--template", "acept"), "'acept'. Did you mean accept?"),
        (("halden", "offer", "--application", "led"), "'led' at Halden. Did you mean lead?"),
        (("halden", "offer", "--date", "soon"), "--date: soon is not a date or time such as"),
        (("halden", "offer", "--undo"), "leave the event out"),
        (("halden", "--undo", "--topic", "x"), "--undo takes only"),
    ],
)
def test_a_slip_is_answered_and_nothing_written(
    run: Command, halden: Path, typed: tuple[str, ...], said: str
) -> None:
    result = run("log", *typed)
    assert result.exit_code == 2
    assert said in result.stderr
    assert halden.read_text(encoding="utf-8") == HALDEN


def test_which_application(run: Command, halden: Path) -> None:
    text = HALDEN.replace("notes: kept\n", OTHER)
    halden.write_text(text, encoding="utf-8")
    result = run("log", "halden", "rejected")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-3:] == [
        "Error: Which application at Halden? Name it with --application:",
        "  lead   Lead, interviewing",
        "  other  Other, prospect",
    ]
    assert run("log", "halden", "rejected", "--application", "lead").exit_code == 0
    assert run("log", "halden", "applied").exit_code == 0  # one is open now
    lines = halden.read_text(encoding="utf-8").splitlines()
    assert lines[-3:] == ["    log:", "      - date: 2026-11-17T08:40", "        event: applied"]
    assert "Which application" in run("log", "halden", "--undo").stderr


def test_a_company_without_an_application(run: Command, halden: Path) -> None:
    halden.write_text("name: Halden\n", encoding="utf-8")
    result = run("log", "halden", "applied")
    assert result.exit_code == 2
    assert "There is no application at Halden yet." in result.stderr


def test_undo_takes_back_what_closed_it(run: Command, halden: Path) -> None:
    run("log", "halden", "rejected")
    result = run("log", "halden", "--undo", "--note", "It was another Halden.")
    assert result.exit_code == 0, result.output
    assert _added(halden).splitlines()[2:] == [
        "      - date: 2026-11-17T08:40",
        "        event: correction",
        "        note: Takes back `rejected` of 2026-11-17T08:40. It was another Halden.",
    ]
    assert "  Thank Ann Adler: Halden, panel interview" in result.stdout
    assert "counts until" not in result.stdout
    again = run("log", "halden", "--undo")
    assert again.exit_code == 2
    assert "The last entry at Halden is a correction" in again.stderr


def test_undo_takes_back_a_letter(run: Command, halden: Path) -> None:
    due = "Thank Ann Adler: Halden, panel interview"
    sent = run("log", "halden", "thank-you-sent", "--contact", "ann")
    assert due in sent.stdout.split("No longer due:")[1]
    taken_back = run("log", "halden", "--undo")
    assert due in taken_back.stdout.split("Next because of it:")[1]


def test_undo_does_not_reopen_for_a_letter(run: Command, halden: Path) -> None:
    run("log", "halden", "rejected")
    run("log", "halden", "response-sent")
    before = halden.read_text(encoding="utf-8")
    result = run("log", "halden", "--undo")
    assert result.exit_code == 2
    assert "A correction would take back `rejected` of 2026-11-17T08:40" in result.stderr
    assert f"To take back `response-sent`, delete its lines in {PATH}." in result.stderr
    assert halden.read_text(encoding="utf-8") == before


def test_undo_comes_after_what_it_takes_back(run: Command, halden: Path) -> None:
    run("log", "halden", "rejected", "--date", "2026-11-20")
    run("log", "halden", "--undo")
    assert "- date: 2026-11-20\n        event: correction" in _added(halden)


@pytest.mark.parametrize(
    ("offers", "event", "told"),
    [
        ("", "offer", True),
        ("    offers: [{received: 2026-11-17}]\n", "offer", True),
        ("    offers: [{received: 2026-11-17, deadline: 2026-11-24}]\n", "offer", False),
        ("", "company-replied", False),
    ],
)
def test_an_offer_without_a_deadline_says_where_to_write_one(
    run: Command, halden: Path, offers: str, event: str, told: bool
) -> None:
    halden.write_text(HALDEN.replace("notes: kept", f"{offers}notes: kept"), encoding="utf-8")
    result = run("log", "halden", event)
    assert result.exit_code == 0, result.output
    assert ("Write it to `offers` of lead, with `received` and `deadline`" in result.output) is told


def test_undo_of_nothing(run: Command, halden: Path) -> None:
    halden.write_text(HALDEN.split("    log:")[0], encoding="utf-8")
    result = run("log", "halden", "--undo")
    assert result.exit_code == 2
    assert "Nothing is logged at Halden yet." in result.stderr


def test_what_would_make_the_file_wrong_is_not_written(run: Command, halden: Path) -> None:
    result = run("log", "halden", "offer", "--topic", " ")
    assert result.exit_code == 1
    assert "Nothing was written, since it would be wrong:\n" + PATH in result.stderr
    assert halden.read_text(encoding="utf-8") == HALDEN


def test_an_old_mistake_elsewhere_is_no_hindrance(run: Command, book: Path, halden: Path) -> None:
    (book / "stories" / "bad.yaml").write_text("titel: Bad\n", encoding="utf-8")
    assert run("log", "halden", "company-replied").exit_code == 0


def test_a_file_with_mistakes_has_to_be_mended_first(run: Command, halden: Path) -> None:
    text = HALDEN.replace("name: Halden", "name: [Halden")
    halden.write_text(text, encoding="utf-8")
    result = run("log", "halden", "rejected")
    assert result.exit_code == 1
    assert f"{PATH} has mistakes that have to be mended first" in result.stderr
    assert halden.read_text(encoding="utf-8") == text


def test_what_cannot_be_changed_is_shown_to_be_typed(run: Command, halden: Path) -> None:
    """The log is another one's, by an alias: an entry in it would be in both."""
    text = HALDEN.replace("    log:\n", "    log: &log\n").replace(
        "notes: kept\n", OTHER + "    log: *log\n"
    )
    halden.write_text(text, encoding="utf-8")
    result = run("log", "halden", "rejected", "--application", "other")
    assert result.exit_code == 1
    assert "Write it there by hand:\n  - date: 2026-11-17T08:40\n    event: rejected" in (
        result.stderr
    )
    assert halden.read_text(encoding="utf-8") == text


def test_a_file_changed_by_somebody_else_is_one_clear_line(
    run: Command, halden: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(root: Path, path: str, edit: object) -> None:
        raise ConflictError(f"{path} was changed by somebody else.")

    monkeypatch.setattr("interview_playbook.cli.new_write.update", refuse)
    result = run("log", "halden", "rejected")
    assert (result.exit_code, result.stderr) == (
        1,
        f"Error: {PATH} was changed by somebody else.\n",
    )
