"""“I” and “we” in what somebody says they did."""

from __future__ import annotations

import pytest

from interview_playbook.checks.coach.voice import first_we

WE = [
    "We decided to move it.",
    "We’re the owners.",
    "I led it. We wrote it.",
    "The I/O was slow and we fixed it.",
    "In Part I we wrote the plan.",
    "When it broke, we fixed it.",
    'He said "I will do it" and we agreed.',
    "we'd planned it",
    "It’s ours; we built it.",
    "We agreed with my manager.",
    "- We moved\n- I tested",
    "Then we\nwent.",
    "*We* moved it.",
    "**We** moved it.",
    "**we moved**",
    "(we moved it)",
    "“Good” said he, and we went on.",
    "The team's plan: we ship.",
    "After that we moved it.",
    "Then, we’ll say, it ran.",
    "It broke. We mended it. I slept.",
    "She said “we can’t”, and we went.",
    "In Phase I we wrote it.",
    "The A/I/O lists were ours, and we kept them.",
    "I led it.\n\nWe wrote it.",
]
OWN = [
    "They asked whether\nwe could.",
    "I decided to move it.",
    "I proposed that we split it.",
    'She said "we can\'t ship" to everyone.',
    "She said “we can’t ship”.",
    "She said ‘we can’t ship’ to them.",
    "« we can't »",
    "„Das we“ said",
    "> we must ship\n\nI shipped.",
    "`we` is a key",
    "```\nwe = 1\n```\nI ran it.",
    "My task was that we shipped on time.",
    "Rolled back by hand.",
    "the WE table",
    "we-can-do-it is a name",
    "www.we.com",
    "I'd asked what we needed.",
    "I’ve asked what we needed.",
    "He asked me whether we could.",
    "When we lost power, I called.",
    "She said: 'we must go' and left",
    "“We must ship.\n\n“We must ship now.” said she. Then I went.",
    "The sewer went",
    'They told me: "We need it, we want it." So I built it.',
    "<q>we ship</q> said he",
    "They asked whether we could.",
    "I’d do it if we failed.",
    "The plan that we had was kept.",
    "‚Can we?‘ was the question.",
    "»We can« was the answer.",
    "‹we› said nobody",
    "> we ship\n> we sail",
    "<blockquote>we ship</blockquote> was the motto",
    "What we shipped was late, and I said so.",
    "my team and I did what we could",
    "“We must” — so said she.",
    "~~~\nwe\n~~~\nI ran it",
]


@pytest.mark.parametrize("text", WE)
def test_we_acts_here(text: str) -> None:
    found = first_we(text)
    assert found is not None
    assert text[slice(*found)].lower() == "we"


@pytest.mark.parametrize("text", OWN)
def test_the_owner_acts_here_or_somebody_is_quoted(text: str) -> None:
    assert first_we(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("I led it. We wrote it.", 10),
        ("She said “we can’t”, and we went.", 25),
        ("“We did,” he said. We did.", 19),
        ("> we\n\nThen we went.", 11),
    ],
)
def test_the_right_we_is_found(text: str, place: int) -> None:
    assert first_we(text) == (place, place + 2)
