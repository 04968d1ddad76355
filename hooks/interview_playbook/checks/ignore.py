"""What somebody has seen and wants to hear no more of: `# playbook: ignore[code]`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from interview_playbook.checks.silence import Silence, may_silence, silences_of
from interview_playbook.codes import CODES
from interview_playbook.diagnostic import START, Diagnostic, Position, has_errors
from interview_playbook.playbook import Origin, Playbook
from interview_playbook.schema.words import listed
from interview_playbook.source import Mapping, Node, Scalar

_OWN = frozenset(("bad-ignore", "unknown-code", "unused-ignore"))


def unsilenced(found: Iterable[Diagnostic], playbook: Playbook) -> list[Diagnostic]:
    """Return the problems that no comment silences, and what is wrong with the comments.

    `# playbook: ignore[code]` silences warnings and notes of its line, or of the next one where it
    stands alone; of a text of several lines the line of its key. `ignore-file[code]` at the top
    silences those of a file. An error can't be silenced.
    """
    by_path: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    broken = False
    for each in found:
        by_path[each.path].append(each)
        broken |= each.severity == "error"
    for origin in playbook.origins.values():
        if not origin.shipped and may_silence(origin.text):
            by_path[origin.path] = list(_heard(origin, by_path[origin.path], broken))
    return [each for found_there in by_path.values() for each in found_there]


def _heard(origin: Origin, found: Sequence[Diagnostic], broken: bool) -> Iterator[Diagnostic]:
    """Yield what is left of a file's problems.

    Where something in the playbook is `broken`, not everything was looked at, so that a comment is
    not called idle for want of a problem.
    """
    silences, wrong = silences_of(origin)
    yield from _loud(found, silences, origin)
    others = frozenset(CODES) - _OWN
    idle = [each for silence in silences for each in _idle(silence, others, found, origin, broken)]
    complaints = [*wrong, *idle]
    yield from _loud(complaints, silences, origin)
    for silence in silences:
        yield from _idle(silence, _OWN, complaints, origin, broken)


def _loud(
    found: Iterable[Diagnostic], silences: Sequence[Silence], origin: Origin
) -> Iterator[Diagnostic]:
    codes = {code for silence in silences for code in silence.codes}
    for each in found:
        if each.severity == "error" or each.code not in codes:
            yield each
            continue
        lines, of_file = _lines(each.position, origin.written), each.position == START
        silencing = [one for one in silences if one.covers(each.code, lines, of_file=of_file)]
        for silence in silencing:
            silence.used.add(each.code)
        if not silencing:
            yield each


def _lines(place: Position, node: Node | None) -> set[int]:
    """Return the lines that a problem at a place belongs to: its own, its text's, its key's."""
    lines = {place.line}
    key: int | None = None
    while node is not None and not isinstance(node, Scalar):
        inner: Node | None = None
        if isinstance(node, Mapping):
            for name, value in node.entries:
                if _holds(name.position, place) or _holds(value.position, place):
                    key, inner = name.position.line, value
        else:
            inner = next((each for each in node.items if _holds(each.position, place)), None)
        node = inner
    if isinstance(node, Scalar):
        lines.add(node.position.line)
    return lines if key is None else lines | {key}


def _holds(whole: Position, place: Position) -> bool:
    return whole[:2] <= place[:2] < whole[2:]


def _idle(
    silence: Silence,
    among: frozenset[str],
    found: Sequence[Diagnostic],
    origin: Origin,
    broken: bool,
) -> Iterator[Diagnostic]:
    """Yield a comment that some of the codes `among` stand in for nothing."""
    idle = tuple(code for code in silence.codes if code in among and code not in silence.used)
    there = [each for each in found if each.code in idle]
    if not idle or (broken and not has_errors(there)):
        return
    every = len(idle) == len(silence.codes)
    message = f"Nothing here is {listed(idle, 'or')}, so this silences nothing."
    hint = f"Delete the {'comment' if every else 'code'}."
    if there:
        message = f"This does not silence {listed(idle, 'or')}."
        hint = "Move it to the end of the line it is about, or to its own line right above."
    if has_errors(there):
        hint = "Only warnings and notes can be silenced, and this is an error: mend it."
    place = silence.place if every else silence.codes[idle[0]]
    fix = None if there else silence.without(idle, origin.text)
    yield Diagnostic(origin.path, place, "warning", "unused-ignore", message, hint, fix)
