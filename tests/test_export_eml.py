"""An email as a file: what a mail program reads from it."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from interview_playbook.export.eml import eml

ME = ("Zoë Ørsted", "zoe@mail.example")
ANN = ("Ann Adler", "ann+jobs@acme.example")
BODY = "Hello Ann,\n\nÆrø, ñ and 漢字: " + "long " * 40 + "\n\nKind regards,\nZoë"


def read(data: bytes) -> EmailMessage:
    found = message_from_bytes(data, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def test_what_it_says() -> None:
    data = eml("Grüße, and thanks", BODY, ME, ANN)
    found = read(data)
    assert found["From"] == "Zoë Ørsted <zoe@mail.example>"
    assert found["To"] == "Ann Adler <ann+jobs@acme.example>"
    assert found["Subject"] == "Grüße, and thanks"
    assert found["X-Unsent"] == "1"
    assert found.get_content_charset() == "utf-8"
    assert found.get_content().replace("\r\n", "\n") == BODY + "\n"
    assert data.count(b"\n") == data.count(b"\r\n")
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 78


@pytest.mark.parametrize(
    "address", ["", "ann@", "not an address", "a,b@acme.example", "añn@acme.example"]
)
def test_without_an_address_the_mail_program_asks(address: str) -> None:
    found = read(eml("Hi", "Text", ME, ("Ann", address)))
    assert found["To"] is None
    assert found["From"] is not None


@pytest.mark.parametrize("text", ["Hi\nBcc: eve@evil.example", "Hi\r\n\r\nBcc: eve@evil.example"])
def test_no_line_of_a_subject_or_a_name_is_a_header(text: str) -> None:
    found = read(eml(text, "Text", ME, (text, "ann@acme.example")))
    assert found["Bcc"] is None
    assert found["Subject"] == " ".join(text.split())
    assert found.get_content().strip() == "Text"
