"""An interview invitation as a round: new, moved, cancelled."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from interview_playbook.importing.invitation import parse_invitations
from interview_playbook.importing.markup import plain_text
from interview_playbook.importing.meeting import Said, plan_ics
from interview_playbook.importing.plan import Plan, SourceError, UndecidedError
from interview_playbook.load import Loaded
from interview_playbook.schema import Round
from tests.importing import FILES, NOW, after, book

HALDEN = """\
name: Halden Freight
website: https://www.halden.example
contacts:
  - id: ben
    name: Ben Okafor
    email: ben.okafor@halden.example
applications:
  # the one I want
  - id: lead
    title: Platform Lead
    log:
      - date: 2026-11-01
        event: applied
"""
QUILL = """\
name: Quill
website: https://quill.example
applications:
  - id: search
    title: Search Engineer
  - id: old
    title: Old Engineer
    log:
      - {date: 2026-01-01, event: applied}
      - {date: 2026-02-01, event: rejected}
"""


def there() -> Loaded:
    return book(company_halden=HALDEN, company_quill=QUILL)


def source(name: str, *changes: tuple[str, str]) -> bytes:
    text = (FILES / name).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text.replace("\n", "\r\n").encode()


def plan(loaded: Loaded, data: bytes, said: Said | None = None) -> Plan:
    return plan_ics(data, loaded.playbook, NOW, said or Said())


def rounds(loaded: Loaded, company: str) -> tuple[Round, ...]:
    return loaded.playbook.companies[company].applications[0].rounds


def test_outlook_names_its_zone_as_windows_does() -> None:
    then = after(there(), plan(there(), source("outlook.ics")))
    found = rounds(then, "halden")[0].model_dump(mode="json", exclude_none=True)
    assert {
        key: found[key] for key in ("id", "kind", "format", "start", "timezone", "duration")
    } == {
        "id": "panel",
        "kind": "panel",
        "format": "video",
        "start": "2026-12-01T14:00:00",
        "timezone": "Europe/Berlin",
        "duration": "1h30m",
    }
    assert found["url"] == "https://teams.microsoft.com/l/meetup-join/19%3aabc"
    assert found["interviewers"] == ["ben"]
    assert "we look forward to the panel." in found["notes"]
    assert "<" not in found["notes"]
    people = {each.id: each.email for each in then.playbook.companies["halden"].contacts}
    assert people == {
        "ben": "ben.okafor@halden.example",
        "rosa-lindt": "rosa.lindt@halden.example",
    }


def test_google_gives_an_instant_which_is_put_on_the_owners_clock() -> None:
    then = after(there(), plan(there(), source("google.ics")))
    found = rounds(then, "quill")[0]
    assert (found.kind, str(found.start), found.timezone) == ("coding", "2026-11-24 14:00:00", None)
    assert found.url == "https://meet.google.com/abc-defg-hij"
    company = then.playbook.companies["quill"]
    assert [each.name for each in company.contacts] == ["Jobs at Quill", "Bo Kim"]
    assert found.interviewers == ("bo-kim",)
    assert "Atlas" not in (found.notes or "")


def test_a_kind_that_the_title_does_not_say_is_asked_for() -> None:
    with pytest.raises(UndecidedError) as asked:
        plan(there(), source("calendly.ics"))
    assert asked.value.question == 'What kind of round is "Mara Lindqvist and Tove Hagen"?'
    said = Said(kind="recruiter-screen")
    found = rounds(after(there(), plan(there(), source("calendly.ics"), said)), "halden")[0]
    assert (found.kind, found.timezone) == ("recruiter-screen", "America/New_York")
    assert found.place == "+1 555 0100"
    assert found.interviewers == ("tove-hagen",)


@pytest.mark.parametrize(
    ("told", "name", "email"),
    [
        ("ATTENDEE;CN=Tove Hagen:mailto:t@halden.example", "Tove Hagen", "t@halden.example"),
        (
            'ATTENDEE;CN="Tove Hagen";EMAIL="t@halden.example":/aMTQ1/principal/',
            "Tove Hagen",
            "t@halden.example",
        ),
        ('ATTENDEE;CN="Hagen, Tove":MAILTO:t@halden.example', "Tove Hagen", "t@halden.example"),
        ('ATTENDEE;CN="van der Berg, Jan":mailto:j@halden.example', "Jan van der Berg", None),
        ('ATTENDEE;CN="Tove Hagen, PhD":mailto:t@halden.example', "Tove Hagen, PhD", None),
        ('ATTENDEE;CN="Hagen, HR":mailto:t@halden.example', "Hagen, HR", None),
        ("ATTENDEE;CUTYPE=ROOM;CN=Room 3:mailto:room3@halden.example", None, None),
    ],
)
def test_somebody_is_named_as_they_are_spoken_to(
    told: str, name: str | None, email: str | None
) -> None:
    (invitation,) = parse_invitations(source("calendly.ics", ("SUMMARY:", f"{told}\nSUMMARY:")))
    found = invitation.people[-1] if name else None
    assert (found.name if found else None) == name
    assert not email or (found and found.email == email)
    assert "Room 3" not in [each.name for each in invitation.people]


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("ATTENDEE;CN=Tove Hagen:urn:uuid:1", "Also invited: Tove Hagen"),
        ("ATTACH:https://halden.example/a.pdf", "Attached: https://halden.example/a.pdf"),
        ("COMMENT:Bring a\\, laptop", "Comment: Bring a, laptop"),
        ("CONTACT:Tove\\, +45 20 12 34 56", "Contact: Tove, +45 20 12 34 56"),
        ("URL:https://halden.example/day", "Link: https://halden.example/day"),
        ("ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA", ""),
    ],
)
def test_what_has_no_field_is_in_the_notes(told: str, line: str) -> None:
    there_is = parse_invitations(source("calendly.ics"))[0].text
    (invitation,) = parse_invitations(source("calendly.ics", ("SUMMARY:", f"{told}\nSUMMARY:")))
    assert invitation.text == "\n\n".join(each for each in (there_is, line) if each)


def test_a_company_that_nothing_tells_is_asked_for() -> None:
    data = source("google.ics", ("quill.example", "other.example"), ("<> Quill", "<> us"),
                  ("Jobs at Quill", "Jobs"))  # fmt: skip
    with pytest.raises(UndecidedError, match="fits no company") as asked:
        plan(there(), data)
    assert asked.value.options == ("--company ID",)
    then = after(there(), plan(there(), data, Said(company="quill")))
    assert [each.kind for each in rounds(then, "quill")] == ["coding"]


def test_the_same_invitation_adds_nothing_a_second_time() -> None:
    then = after(there(), plan(there(), source("outlook.ics")))
    assert plan(then, source("outlook.ics")).files == ()


MOVED = (("20261201T14", "20261202T10"), ("20261201T15", "20261202T11"), ("UENCE:0", "UENCE:1"))


def test_an_update_moves_the_round_and_an_older_one_does_nothing() -> None:
    first = after(there(), plan(there(), source("outlook.ics")))
    then = after(first, plan(first, source("outlook.ics", *MOVED)))
    found = rounds(then, "halden")
    assert len(found) == 1
    assert (str(found[0].start), found[0].status) == ("2026-12-02 10:00:00", "rescheduled")
    assert "  # the one I want\n" in then.sources["content/companies/halden.yaml"]
    late = plan(then, source("outlook.ics"))
    assert (late.files, late.told[0].adds) == ((), False)


@pytest.mark.parametrize(
    "change", [("METHOD:REQUEST", "METHOD:CANCEL"), ("STATUS:CONFIRMED", "STATUS:CANCELLED")]
)
def test_a_cancellation_cancels_the_round(change: tuple[str, str]) -> None:
    first = after(there(), plan(there(), source("outlook.ics")))
    then = after(first, plan(first, source("outlook.ics", change)))
    assert [each.status for each in rounds(then, "halden")] == ["cancelled"]
    assert plan(then, source("outlook.ics", change)).files == ()
    unknown = plan(there(), source("outlook.ics", change))
    assert (unknown.files, unknown.told[0].adds) == ((), False)


def test_a_round_that_was_typed_in_is_completed_and_not_doubled() -> None:
    typed = HALDEN + (
        "    rounds:\n      - id: mine\n        kind: panel\n        start: 2026-12-01T14:00\n"
        "        notes: Bring the drawing.\n"
    )
    loaded = book(company_halden=typed)
    found = rounds(after(loaded, plan(loaded, source("outlook.ics"))), "halden")
    assert [each.id for each in found] == ["mine"]
    assert found[0].status == "scheduled"
    assert found[0].url
    assert (found[0].notes or "").startswith("Bring the drawing.\n\nCalendar UID: 0400")


def test_the_only_open_application_is_meant() -> None:
    data = source("google.ics")
    text = QUILL + "  - id: third\n    title: Third\n"
    loaded = book(company_quill=text)
    with pytest.raises(UndecidedError, match="search, old, third"):
        plan(loaded, data)
    then = after(loaded, plan(loaded, data, Said("quill", "third")))
    assert len(then.playbook.companies["quill"].applications[2].rounds) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hello", "line 1, column 1: This is no invitation: it has to begin with BEGIN:VCALENDAR."),
        ("BEGIN:VCALENDAR\nfoo\nEND:VCALENDAR", "line 2, column 1: This line has no name with a "),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "line 2: This can't be read as iCalendar: is it cut "),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR", "There is no event in this file."),
        (
            "BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR",
            "This is the answer to an invitation, not an invitation.",
        ),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:zzz\nEND:VEVENT\nEND:VCALENDAR",
            'The event "x" has no start.',
        ),
        (
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=Mars/Base:20261201T140000\nEND:VEVENT\n"
            "END:VCALENDAR"),
            'The time zone "Mars/Base" is not known.',
        ),
        (
            "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nDTSTART:20261201\nEND:VEVENT\n" * 51
            + "END:VCALENDAR",
            "There are 51 events: this is a calendar, not an invitation.",
        ),
    ],
)  # fmt: skip
def test_what_is_no_invitation(text: str, line: str) -> None:
    with pytest.raises(SourceError) as refused:
        parse_invitations(text.encode())
    assert str(refused.value).startswith(line)


def test_a_day_without_a_time_is_kept_in_the_notes() -> None:
    data = source("google.ics", ("DTSTART:20261124T130000Z", "DTSTART;VALUE=DATE:20261124"),
                  ("DTEND:20261124T134500Z", "DTEND;VALUE=DATE:20261125"))  # fmt: skip
    found = rounds(after(there(), plan(there(), data)), "quill")[0]
    assert found.start is None
    assert "On 2026-11-24; the time is not known." in (found.notes or "")


def test_an_address_that_is_none_is_where_to_go() -> None:
    data = source("calendly.ics", ("LOCATION:", "LOCATION:https://[halden.example "))
    said = Said(kind="recruiter-screen")
    found = rounds(after(there(), plan(there(), data, said)), "halden")[0]
    assert found.url is None
    assert (found.place or "").startswith("https://[halden.example ")


def test_a_repeated_event_says_that_only_its_first_day_is_taken() -> None:
    data = source("google.ics", ("SEQUENCE:0", "SEQUENCE:0\nRRULE:FREQ=WEEKLY;COUNT=3"))
    assert [asdict(each)["text"] for each in plan(there(), data).unread] == [
        "RRULE:FREQ=WEEKLY;COUNT=3"
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree"),
        ('<a href="https://x.example/a">Join</a>', "Join https://x.example/a"),
        ('<a href="javascript:x">Join</a>', "Join"),
        ("<script>alert(1)</script>Hello &amp; bye", "Hello & bye"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n\n- b"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("<div>" * 5000 + "deep", "deep"),
    ],
)
def test_html_is_read_as_text(html: str, text: str) -> None:
    assert plain_text(html) == text
