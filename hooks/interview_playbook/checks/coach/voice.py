"""Who acts in a text: “I” or “we”."""

from __future__ import annotations

import re

from interview_playbook.spoken import sentences

_WE = re.compile(
    r"\b[Ww]e(?=(?:[’'](?:d|ll|re|ve))?\b(?![@/#-]|\.\w))(?<![\w@/.#-]..)"
    r"(?:(?<!that\s..)|(?<=[Aa]fter\sthat\s..)|(?<=[Bb]efore\sthat\s..))"
    r"(?<!whether\s..)(?<!which\s..)(?<!where\s..)(?<!who\s..)(?<!why\s..)(?<!than\s..)"
    r"(?<![Ww]hat\s..)(?<![Hh]ow\s..)(?<![Ii]f\s..)(?<!as\s..)"
)
"""“We” as the one who acts, not the “we” of “they asked whether we could”."""
_I = re.compile(r"(?<![\w/&.-])[Ii](?=[’'](?:m|d|ll|ve)\b|(?![\w/&-]|\.\w|’|'))")
_MY = re.compile(r"(?<![\w/-])(?:my|me|mine|myself)(?![\w/-])", re.IGNORECASE)
_NUMERAL = re.compile(
    r"(?:Part|Phase|Type|Level|Tier|Stage|Step|Class|Grade|Mark|Act|Book|Volume|Chapter|Section|"
    r"Article|Title|Appendix|Annex|Category|Schedule|Group|Round|War|Engineer|Analyst|Developer|"
    r"Module|Unit|Year|Release|Version|Milestone|Sprint|Wave)\s$"
)
_QUOTED = re.compile(
    r"(?m:^[ \t]*(?P<fence>```|~~~).*?(?:^[ \t]*(?P=fence)[ \t]*$|\Z))"  # a block of code
    r"|(?m:^[ \t]*>[^\n]*$)"  # Markdown's own quotation
    r"|`[^`]*`"
    r"|<(?P<tag>q|blockquote|code|cite)\b[^>]*>.*?(?:</(?P=tag)>|\Z)"
    r"|„[^“”]*(?:[“”]|\Z)|“[^”]*?(?:”|(?=\n\s*\n)|\Z)|«[^»]*»|»[^«]*«|‹[^›]*›"
    r"|(?<!\w)‘.*?’(?!\w)|(?<!\w)‚.*?[‘’](?!\w)"
    r"|(?<![\w\\])\"(?!\s)(?:(?!\n\s*\n).)*?(?<!\s)\"(?!\w)"
    r"|(?<!\w)'(?!\s)(?:(?!\n\s*\n).)*?(?<!\s)'(?!\w)",
    re.DOTALL,
)


def first_we(text: str) -> tuple[int, int] | None:
    """Return where the first “we” stands that acts in place of “I”, or None.

    A sentence is yours if “I” stands in it, or “my” before the “we”. What is quoted is what
    somebody said.
    """
    if not _WE.search(text):
        return None
    said = _QUOTED.sub(_blank, text)
    for begin, end in sentences(said):
        found = _WE.search(said, begin, end)
        if found and not _own(said, begin, end, found.start()):
            return found.span()
    return None


def _blank(quote: re.Match[str]) -> str:
    """Return a quote's length of nothing, with its last full stop: it may end the sentence."""
    inside = quote[0]
    shown = re.sub(r"\S", " ", inside)
    ends = re.search(r"[.!?…]\W?$", inside)
    return shown[:-1] + "." if ends and len(shown) > 1 else shown


def _own(text: str, begin: int, end: int, we: int) -> bool:
    """Return whether the owner speaks of themselves in a sentence."""
    pronouns = _I.finditer(text, begin, end)
    if any(not _NUMERAL.search(text, begin, each.start()) for each in pronouns):
        return True
    return _MY.search(text, begin, we) is not None
