"""An email as a file that a mail program opens to be sent."""

from __future__ import annotations

from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

_UNSENT = "X-Unsent"
"""With this header, Outlook and others open the file as a draft and not as a received email."""


def eml(subject: str, body: str, sender: tuple[str, str], to: tuple[str, str]) -> bytes:
    """Return an email (RFC 5322) in UTF-8, its lines ended by CR LF.

    `sender` and `to` are a name and an address each; where the address is empty, or is none that
    every mail program takes, the line is left out.
    """
    message = EmailMessage(policy=SMTP)
    for header, (name, address) in (("From", sender), ("To", to)):
        found = _address(name, address)
        if found is not None:
            message[header] = found
    message["Subject"] = " ".join(subject.split())
    message[_UNSENT] = "1"
    message.set_content(
        "\n".join(body.splitlines()) + "\n", charset="utf-8", cte="quoted-printable"
    )
    return message.as_bytes()


def _address(name: str, address: str) -> Address | None:
    if not address or not address.isascii():
        return None
    try:
        return Address(" ".join(name.split()), addr_spec=address)
    except (ValueError, MessageError, IndexError):
        return None
