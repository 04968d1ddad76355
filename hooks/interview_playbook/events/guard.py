"""Who may read the site while it is served."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def guarded(app: WSGIApplication, host: str, mount_path: str) -> WSGIApplication:
    """Return `app` behind two checks, so that a served playbook is read by its owner alone.

    Served to this machine (`host` is a loopback address), only requests that name this machine are
    answered: a page of another site cannot read it through a name of its own (DNS rebinding).
    Served under a path (`mount_path` is not `/`), anything outside it is not found, and says no
    more than that; MkDocs itself would redirect to the path.
    """
    only_this_machine = _is_loopback(host)

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        named = _host_name(environ.get("HTTP_HOST", ""))
        inside = f"{path}/".startswith(mount_path) or path.startswith("/livereload/")
        if not inside or (only_this_machine and not _is_loopback(named)):
            start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"Not found\n"]
        return app(environ, start_response)

    return answer


def _host_name(header: str) -> str:
    return header.rpartition("]")[0].lstrip("[") if header.startswith("[") else header.split(":")[0]


def _is_loopback(name: str) -> bool:
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name in ("localhost", "")
