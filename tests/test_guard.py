"""A served playbook answers its owner, and says nothing to anybody else."""

from __future__ import annotations

from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from interview_playbook.events.guard import guarded


def _site(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    start_response("200 OK", [])
    return [b"the playbook"]


@pytest.mark.parametrize(
    ("host", "mount", "named", "path", "status"),
    [
        ("127.0.0.1", "/", "127.0.0.1:8000", "/stories/", "200"),
        ("127.0.0.1", "/", "localhost:8000", "/", "200"),
        ("127.0.0.1", "/", "[::1]:8000", "/", "200"),
        ("127.0.0.1", "/", "", "/", "200"),
        ("127.0.0.1", "/", "evil.example:8000", "/", "404"),
        ("127.0.0.1", "/", "127.0.0.1.evil.example", "/", "404"),
        ("192.0.2.7", "/secret/", "192.0.2.7:8000", "/secret/stories/", "200"),
        ("192.0.2.7", "/secret/", "192.0.2.7:8000", "/secret", "200"),
        ("192.0.2.7", "/secret/", "phone.local:8000", "/secret/", "200"),
        ("192.0.2.7", "/secret/", "192.0.2.7:8000", "/", "404"),
        ("192.0.2.7", "/secret/", "192.0.2.7:8000", "/stories/", "404"),
        ("192.0.2.7", "/secret/", "192.0.2.7:8000", "/secretly/", "404"),
        ("192.0.2.7", "/secret/", "192.0.2.7:8000", "/livereload/1/2", "200"),
    ],
)
def test_who_is_answered(host: str, mount: str, named: str, path: str, status: str) -> None:
    said: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(line: str, headers: list[tuple[str, str]], exc_info: object = None) -> None:
        said.append((line, headers))

    answer = guarded(_site, host, mount)
    body = b"".join(answer({"PATH_INFO": path, "HTTP_HOST": named}, start_response))  # type: ignore[arg-type]
    assert said[0][0].startswith(status)
    assert (body == b"the playbook") == (status == "200")
    assert not any(mount in value for _, value in said[0][1] if mount != "/")
