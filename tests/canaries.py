"""A playbook on the disk with a canary wherever nobody but its owner may look."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from interview_playbook.leaks.canary import WORD, Planted, planted
from interview_playbook.leaks.secrets import Secret
from interview_playbook.playbook import Playbook
from interview_playbook.schema import EmailTemplate, Profile
from tests.pictures import IMAGES
from tests.sites import REPOSITORY

SETTINGS = f"""\
site_name: Interview Playbook
site_author: {WORD}-site-author
repo_url: https://git.example/{WORD}-git-user/playbook
edit_uri: edit/main/content/pages/
docs_dir: content/pages
hooks: [{REPOSITORY / "hooks" / "main.py"}]
theme: {{name: material, font: false}}
plugins: []
"""
SHARED = f"""\
---
title: How I work
visibility: mentor
author: {WORD}-author
---
# How I work

<!-- {WORD}-comment -->
Read [the plain story](stories/plain-story.md).

![A picture](images/picture.png) ![Another](images/picture.jpg)
![A drawing](images/picture.svg) ![Moving](images/picture.gif) ![Small](images/picture.webp)
"""
OWN = f"""\
---
title: {WORD}-private-title
---
{WORD}-private-page ![me](images/{WORD}-attachment.png)
"""
DRAFT = f"""\
title: {WORD}-draft-title
categories: [ambiguity]
situation: {WORD}-draft-situation
task: t
action: a
result: r
happened: 2025
status: draft
"""
ASKS = """\
title: {name} list
visibility: {visibility}
kind: to-ask
questions:
  - {{id: {name}-ask, text: "{name}-ask-text?", audience: any}}
"""
WORDS = (
    "site-author git-user author comment private-title private-page private-name attachment"
    " picture-said ask ask-text asks draft-title draft-situation committer nav-title unused"
)


def nest(root: Path) -> Planted:
    """Write a playbook with canaries to a folder; return it with what to listen for."""
    birds = planted(Playbook(profile=Profile(name="Mara Lind", timezone="Europe/Copenhagen")))
    _write_records(root, birds.playbook)
    pages = root / "content" / "pages"
    _write(pages / "how.md", SHARED)
    _write(pages / f"{WORD}-private-name.md", OWN)
    _write(root / "stories" / "unready.yaml", DRAFT)
    for name, visibility in (("plain", "mentor"), (WORD, "owner")):
        asks = ASKS.format(name=name, visibility=visibility)
        _write(root / "content" / "questions" / f"{name}-asks.yaml", asks)
    for suffix, make in IMAGES.items():
        _write(pages / "images" / f"picture{suffix}", make(f"{WORD}-picture-said"))
    _write(pages / "images" / f"{WORD}-attachment.png", IMAGES[".png"](f"{WORD}-unused"))
    _write(root / "mkdocs.yml", SETTINGS)
    commit(root)
    more = (Secret(f"{WORD}-{each}", "the folder") for each in WORDS.split())
    return Planted(birds.playbook, (*birds.secrets, *more))


def commit(root: Path) -> None:
    """Commit everything in a folder under a canary's name; the folder may be no work tree."""
    git = shutil.which("git")
    if git is None:
        return
    who = ("-c", f"user.name={WORD}-committer", "-c", f"user.email={WORD}@{WORD}.example")
    for arguments in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", f"{WORD}-log")):
        subprocess.run([git, *arguments], cwd=root, check=True, capture_output=True)


def _write_records(root: Path, book: Playbook) -> None:
    folders: Mapping[str, Mapping[str, BaseModel]] = {
        "stories": book.stories,
        "content/companies": book.companies,
        "content/questions": book.question_lists,
        "content/checklists": book.checklists,
    }
    _write(root / "content" / "profile.yaml", _yaml(_data(book.profile)))
    for folder, records in folders.items():
        for record_id, record in records.items():
            _write(root / folder / f"{record_id}.yaml", _yaml(_record(record)))
    for template_id, template in book.emails.items():
        _write(root / "templates" / "emails" / f"{template_id}.md", _email(template))
    _write(root / "content" / "practice.yaml", _yaml([_data(each) for each in book.practice]))
    for reviewer, notes in book.reviews.items():
        _write(root / "content" / "reviews" / f"{reviewer}.yaml", _yaml([_data(n) for n in notes]))


def _data(record: BaseModel) -> Any:
    return record.model_dump(mode="json", exclude_none=True, exclude_unset=True)


def _record(record: BaseModel) -> Any:
    """Return a record as its file has it, without what the schema allows and the checks don't.

    A question has a category or a type, not both; what you ask is in a list of its own; no story
    replaces itself.
    """
    data = _data(record)
    if data.pop("id") == data.get("replaced_by"):
        del data["replaced_by"]
    for question in data.get("questions", ()):
        question.pop("type", None)
    for application in data.get("applications", ()):
        for held in application["rounds"]:
            held["ask"] = [each.replace("-question", "-ask") for each in held["ask"]]
    return data


def _email(template: EmailTemplate) -> str:
    data = _record(template)
    body = data.pop("body")
    return f"---\n{_yaml(data)}\n---\n{body}\n"


def _yaml(data: Any) -> str:
    return json.dumps(data, indent=1)  # YAML 1.2 has JSON in it


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
