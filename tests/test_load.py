"""A folder to a playbook, whatever stands in it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from interview_playbook.load import (
    Cache,
    Loaded,
    files,
    find_root,
    folder,
    load_playbook,
    pinned_today,
)
from interview_playbook.package import starter_dir
from interview_playbook.report import format_text

ROOT = Path(__file__).parents[1]
PROFILE = "name: Mara Lindqvist\ntimezone: Europe/Copenhagen\n"
STORY = """\
title: The rollback at noon
categories: [failure-and-recovery]
situation: A release took payments down.
task: I had to bring them back.
action: I rolled the release back.
result: Back after 14 minutes.
happened: 2025-11-28
"""
EMAIL = "---\ntitle: Mine\nkind: thank-you\nsubject: Hi\n---\nHello.\n"


def write(root: Path, **contents: str | bytes) -> None:
    """Write files; `stories__noon_yaml` names stories/noon.yaml."""
    for name, content in contents.items():
        folder, _, ending = name.replace("__", "/").rpartition("_")
        put(root, f"{folder}.{ending}".replace("_", "-"), content)


def put(root: Path, name: str, content: str | bytes) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a playbook with a profile and a story."""
    write(tmp_path, content__profile_yaml=PROFILE, stories__noon_yaml=STORY)
    return tmp_path


def codes(loaded: Loaded) -> list[tuple[str, str]]:
    return [(each.path, each.code) for each in loaded.diagnostics]


def test_the_sample_is_read_without_a_word() -> None:
    loaded = load_playbook(ROOT)
    assert format_text(loaded.diagnostics, loaded.sources) == ""
    playbook = loaded.playbook
    assert (len(playbook.stories), len(playbook.companies)) == (10, 6)
    assert playbook.profile.name == "Mara Lindqvist"
    assert {*playbook.question_lists} == {"behavioral", "technical", "ask-them", "techniques"}
    assert len(playbook.checklists) == 4
    assert playbook.practice
    assert playbook.reviews
    assert playbook.emails["thank-you"].body.strip().startswith("Hello {{ contact.first_name }}")
    assert not playbook.origins["email", "thank-you"].shipped


def test_a_profile_is_enough(tmp_path: Path) -> None:
    write(tmp_path, content__profile_yaml=PROFILE)
    loaded = load_playbook(tmp_path)
    assert loaded.diagnostics == ()
    assert not loaded.playbook.stories
    assert loaded.playbook.practice == ()
    assert set(loaded.sources) == {"content/profile.yaml"}


@pytest.mark.parametrize("make", [True, False])
def test_nothing_at_all_is_a_playbook_of_somebody(tmp_path: Path, make: bool) -> None:
    root = tmp_path if make else tmp_path / "nowhere"
    loaded = load_playbook(root)
    assert codes(loaded) == [("content/profile.yaml", "missing-profile")]
    assert (loaded.playbook.profile.name, loaded.playbook.profile.timezone) == ("You", "UTC")


@pytest.mark.parametrize("content", ["", "- a\n", "timezone: [", "\x00", "name: ''\n"])
def test_a_broken_profile_still_is_one(tmp_path: Path, content: str) -> None:
    write(tmp_path, content__profile_yaml=content)
    loaded = load_playbook(tmp_path)
    assert loaded.diagnostics
    assert {path for path, _ in codes(loaded)} == {"content/profile.yaml"}
    assert (loaded.playbook.profile.name, loaded.playbook.profile.timezone) == ("You", "UTC")


def test_what_is_right_of_a_profile_is_kept(tmp_path: Path) -> None:
    write(tmp_path, content__profile_yaml="name: Mara\ntimezone: Atlantis\nheadline: Engineer\n")
    profile = load_playbook(tmp_path).playbook.profile
    assert (profile.name, profile.timezone, profile.headline) == ("Mara", "UTC", "Engineer")


def test_both_endings_are_read(root: Path) -> None:
    write(root, content__practice_yml="[]\n", stories__night_yml=STORY)
    loaded = load_playbook(root)
    assert loaded.diagnostics == ()
    assert set(loaded.playbook.stories) == {"noon", "night"}


@pytest.mark.parametrize("name", ["stories/noon.yml", "content/profile.yml"])
def test_two_files_of_one_id_are_an_error_that_names_both(root: Path, name: str) -> None:
    put(root, name, STORY if name.startswith("stories") else PROFILE)
    loaded = load_playbook(root)
    (problem,) = loaded.diagnostics
    assert (problem.path, problem.code) == (name, "duplicate-file")
    assert name.replace(".yml", ".yaml") in problem.message
    assert loaded.playbook.stories["noon"]


@pytest.mark.parametrize("name", ["stories/Noon.yaml", "stories/noon.YAML", "stories/NOON.yaml"])
def test_of_two_names_that_differ_by_case_the_right_one_is_read(root: Path, name: str) -> None:
    if (root / name).exists():
        pytest.skip("this disk can't tell the two names apart")
    put(root, name, STORY.replace("title: ", "title: Another "))
    loaded = load_playbook(root)
    (problem,) = loaded.diagnostics
    assert (problem.path, problem.code) == (name, "differs-by-case")
    assert "stories/noon.yaml" in problem.message
    assert not loaded.playbook.stories["noon"].title.startswith("Another")


@pytest.mark.parametrize(
    ("name", "story_id", "meant"),
    [
        ("Noon At Last", "noon-at-last", "`noon-at-last.yaml`"),
        ("noon_at_last", "noon-at-last", "`noon-at-last.yaml`"),
        ("Zażółć-gęślą", "zazolc-gesla", "`zazolc-gesla.yaml`"),
        ("Größe", "grosse", "`grosse.yaml`"),
        ("x" * 80, "x" * 64, f"`{'x' * 64}.yaml`"),
        ("a--b", "a-b", "`a-b.yaml`"),
        ("正午", None, "lower case letters"),
    ],
)
def test_a_bad_name_says_what_to_rename_it_to(
    tmp_path: Path, name: str, story_id: str | None, meant: str
) -> None:
    write(tmp_path, content__profile_yaml=PROFILE)
    put(tmp_path, f"stories/{name}.yaml", STORY)
    loaded = load_playbook(tmp_path)
    (problem,) = loaded.diagnostics
    assert problem.code == "bad-file-name"
    assert meant in problem.hint
    assert set(loaded.playbook.stories) == ({story_id} if story_id else set())


def test_a_name_that_is_no_text_is_told_and_printed(root: Path) -> None:
    name = os.fsdecode(b"stories/caf\xe9\x1b[2J.yaml")
    (root / name).write_text(STORY, encoding="utf-8")
    loaded = load_playbook(root)
    (problem,) = loaded.diagnostics
    assert problem.path == "stories/caf\ufffd\ufffd[2J.yaml"
    format_text(loaded.diagnostics, loaded.sources).encode("utf-8")


@pytest.mark.parametrize(
    "name", [".noon.yaml", ".#late.yaml", "late.yaml~", "late.md", "late.YAML.bak"]
)
def test_other_files_are_left_alone(root: Path, name: str) -> None:
    put(root, f"stories/{name}", "not: [a record")
    loaded = load_playbook(root)
    assert (loaded.diagnostics, set(loaded.playbook.stories)) == ((), {"noon"})


def test_an_ending_in_capitals_is_told(root: Path) -> None:
    put(root, "stories/late.YAML", STORY)
    (problem,) = load_playbook(root).diagnostics
    assert "`late.yaml`" in problem.hint


DEEP = 100_000
BAD_FILES: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "empty-file"),
    "only a comment": ("# to do\n", "empty-file"),
    "a list": ("- title: x\n- title: y\n", "not-a-mapping"),
    "a text": ("The rollback at noon\n", "not-a-mapping"),
    "Windows-1252": (STORY.replace("noon", "caf\xe9").encode("latin-1"), "bad-encoding"),
    "UTF-16": (STORY.encode("utf-16"), "bad-encoding"),
    "NUL bytes": (b"\x00" * 500, "control-character"),
    "tabs": (STORY + "metrics:\n\t- label: a\n\t  value: b\n", "tab-indentation"),
    "30 February": (STORY.replace("2025-11-28", "2025-02-30"), "impossible-date"),
    "an alias bomb": (
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n"
            for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "too-many-nodes",
    ),
    "100,000 levels": ("title: " + "[" * DEEP + "]" * DEEP + "\n", "too-deep"),
    "100,000 open braces": ("{a: " * (DEEP // 2) + "\n", "too-deep"),
    "10 MB": (b"# x\n" * 2_500_000, "file-too-large"),
    "a picture": (bytes(range(256)) * 40, "bad-encoding"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_never_stops_the_others(root: Path, name: str) -> None:
    content, code = BAD_FILES[name]
    put(root, "stories/bad.yaml", content)
    loaded = load_playbook(root)
    assert code in {each.code for each in loaded.diagnostics}
    assert {each.path for each in loaded.diagnostics} == {"stories/bad.yaml"}
    assert loaded.playbook.stories["noon"]
    assert loaded.playbook.origins["story", "bad"].path == "stories/bad.yaml"
    assert format_text(loaded.diagnostics, loaded.sources)


@pytest.mark.parametrize("content", ["replaced_by: ../../x", "id: ../../x", "../../x: y"])
def test_an_id_cannot_lead_out_of_the_playbook(root: Path, content: str) -> None:
    put(root, "stories/sly.yaml", f"{STORY}{content}\n")
    loaded = load_playbook(root)
    assert len(loaded.diagnostics) == 1
    assert loaded.playbook.stories["sly"].id == "sly"
    assert loaded.playbook.stories["sly"].replaced_by is None


def test_links_inside_are_followed_and_others_refused(root: Path, tmp_path_factory: Any) -> None:
    outside = put(tmp_path_factory.mktemp("outside"), "secret.yaml", STORY)
    (root / "stories/inside.yaml").symlink_to("noon.yaml")
    (root / "stories/outside.yaml").symlink_to(outside)
    (root / "stories/dangling.yaml").symlink_to("gone.yaml")
    (root / "stories/loop.yaml").symlink_to("loop.yaml")
    (root / "content/companies").symlink_to(outside.parent)
    loaded = load_playbook(root)
    assert codes(loaded) == [
        ("content/companies", "outside-link"),
        ("stories/dangling.yaml", "dangling-link"),
        ("stories/loop.yaml", "dangling-link"),
        ("stories/outside.yaml", "outside-link"),
    ]
    assert set(loaded.playbook.stories) == {"noon", "inside"}
    assert "secret" not in str(loaded.sources)


def test_folders_and_pipes_with_a_records_name_are_told(root: Path) -> None:
    (root / "stories/folder.yaml").mkdir()
    os.mkfifo(root / "stories/pipe.yaml")
    loaded = load_playbook(root)
    assert codes(loaded) == [
        ("stories/folder.yaml", "not-a-file"),
        ("stories/pipe.yaml", "not-a-file"),
    ]


def test_a_file_that_may_not_be_read_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str, *_: object) -> None:
        raise PermissionError(13, "Permission denied", name)

    monkeypatch.setattr(files, "open", refuse, raising=False)
    loaded = load_playbook(root)
    assert ("stories/noon.yaml", "unreadable-file") in codes(loaded)
    assert "permission denied" in loaded.diagnostics[0].message
    assert loaded.playbook.profile.name == "You"


@pytest.mark.parametrize(
    ("name", "content", "home"),
    [
        ("stories/old/noon.yaml", STORY, "stories/noon.yaml"),
        ("content/stories/noon.yaml", STORY, "stories/noon.yaml"),
        (
            "content/company/halden.yml",
            "name: H\napplications: []\n",
            "content/companies/halden.yaml",
        ),
        ("content/list.yaml", "title: x\nquestions: []\n", "content/questions/list.yaml"),
        ("content/pages/me.yaml", PROFILE, "content/profile.yaml"),
        ("content/check/video.yaml", "title: x\nitems: []\n", "content/checklists/video.yaml"),
    ],
)
def test_a_record_in_the_wrong_place_is_sent_home(
    root: Path, name: str, content: str, home: str
) -> None:
    put(root, name, content)
    (problem,) = load_playbook(root).diagnostics
    assert (problem.path, problem.severity, problem.code) == (name, "warning", "misplaced-file")
    assert problem.hint == f"Move it to `{home}`."


@pytest.mark.parametrize(
    "silent",
    [
        "# An example.\n# playbook: ignore-file[misplaced-file]\n",
        "# playbook: ignore[misplaced-file]\n",
    ],
)
def test_a_record_may_stay_in_the_wrong_place(root: Path, silent: str) -> None:
    put(root, "content/pages/me.yaml", silent + PROFILE)
    assert load_playbook(root).diagnostics == ()


@pytest.mark.parametrize(
    "name", ["content/pages/data.yaml", "content/notes.yaml", "elsewhere/a.yaml"]
)
def test_other_yaml_is_none_of_our_business(root: Path, name: str) -> None:
    put(root, name, "colours: [red]\n")
    assert load_playbook(root).diagnostics == ()


def test_own_email_templates_come_first_and_the_shipped_ones_after(root: Path) -> None:
    put(root, "templates/emails/thank-you.md", EMAIL)
    put(root, "templates/emails/accept.md", "no front matter\n")
    put(root, "templates/emails/README.md", "How to write these.\n")
    loaded = load_playbook(root)
    emails, origins = loaded.playbook.emails, loaded.playbook.origins
    assert emails["thank-you"].title == "Mine"
    assert emails["thank-you"].body == "Hello.\n"
    assert not origins["email", "thank-you"].shipped
    assert "accept" not in emails, "a broken one of your own is not hidden by the shipped one"
    assert origins["email", "decline"].shipped
    assert emails["decline"].body
    assert codes(loaded) == [("templates/emails/accept.md", "no-front-matter")]
    assert "templates/emails/decline.md" not in loaded.sources


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\ntitle: x\nkind: acept\nsubject: y\n---\nHello.\n", (3, "unknown-choice")),
        ("---\r\ntitle: x\r\nkind: accept\r\n---\r\nHello.\r\n", (2, "missing-key")),
        ("---\ntitle: x\nkind: accept\nsubject: y\n---\n\n", (5, "empty-value")),
        ("---\ntitle: x\n", (1, "unclosed-front-matter")),
    ],
)
def test_places_in_an_email_are_places_in_its_file(
    root: Path, text: str, place: tuple[int, str]
) -> None:
    put(root, "templates/emails/accept.md", text.encode())
    (problem,) = load_playbook(root).diagnostics
    assert (problem.position.line, problem.code) == place


def test_an_email_without_any_key_is_told_each(root: Path) -> None:
    put(root, "templates/emails/accept.md", "---\n---\nHello.\n")
    found = load_playbook(root).diagnostics
    assert [each.code for each in found] == ["missing-key"] * 3
    assert {each.position.line for each in found} == {1}


def test_a_record_knows_what_was_lost_of_it(root: Path) -> None:
    listed = (
        "title: x\nkind: asked\nquestions:\n  - id: gone\n  - {id: left, text: y, type: case}\n"
    )
    put(root, "content/questions/mine.yaml", listed)
    playbook = load_playbook(root).playbook
    origin = playbook.origins["questions", "mine"]
    assert [each.id for each in playbook.question_lists["mine"].questions] == ["left"]
    assert origin.lost == {"gone"}
    assert origin.node is origin.kept


def test_the_nodes_of_a_file_are_read_when_they_are_asked_for(root: Path) -> None:
    put(root, "templates/emails/thank-you.md", EMAIL)
    origins = load_playbook(root).playbook.origins
    for origin, line in ((origins["story", "noon"], 1), (origins["email", "thank-you"], 2)):
        assert origin.kept is None
        assert origin.node is not None
        assert origin.node.position.line == line


def test_only_what_has_changed_is_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = folder.read_record  # type: ignore[attr-defined]

    def counted(kind: Any, name: str, found: Any) -> Any:
        read.append(name)
        return real(kind, name, found)

    monkeypatch.setattr(folder, "read_record", counted)
    cache = Cache()
    first = load_playbook(root, cache)
    read.clear()
    again = load_playbook(root, cache)
    assert (read, again) == ([], first)
    put(root, "stories/noon.yaml", STORY.replace("at noon", "at midnight"))
    put(root, "stories/late.yaml", STORY)
    changed = load_playbook(root, cache)
    assert read == ["late", "noon"]
    assert changed.playbook.stories["noon"].title == "The rollback at midnight"
    (root / "stories/late.yaml").unlink()
    assert set(load_playbook(root, cache).playbook.stories) == {"noon"}


def test_the_root_is_the_nearest_folder_with_an_mkdocs_yml(tmp_path: Path) -> None:
    put(tmp_path, "book/mkdocs.yml", "site_name: x\n")
    (tmp_path / "book/content/pages").mkdir(parents=True)
    assert find_root(tmp_path / "book/content/pages") == tmp_path / "book"
    assert find_root(tmp_path / "book") == tmp_path / "book"
    assert find_root(tmp_path) is None


@pytest.mark.parametrize(
    ("text", "pinned"),
    [
        ("extra:\n  playbook:\n    today: 2026-11-17T08:40\n", "2026-11-17T08:40"),
        ("extra:\n  playbook:\n    today: 2026-11-17 # a Tuesday\n", "2026-11-17"),
        ("extra:\n  playbook:\n    today:\n", None),
        ("extra:\n  playbook: {}\n", None),
        ("extra: 3\n", None),
        ("nav: [\n", None),
        ("", None),
        ("x: !!python/name:os.system\nextra: {playbook: {today: 2026-11-17}}\n", "2026-11-17"),
        ("x: !ENV [A, b]\nextra: {playbook: {today: '2026-11-17'}}\n", "2026-11-17"),
    ],
)
def test_the_clock_may_be_pinned(tmp_path: Path, text: str, pinned: str | None) -> None:
    put(tmp_path, "mkdocs.yml", text)
    assert pinned_today(tmp_path) == pinned


@pytest.mark.parametrize(
    ("text", "at", "told"),
    [
        (b'site_name: "Mine\ndocs_dir: x\n', (1, 12), "the double quote that begins here"),
        (b"theme:\n\tname: material\n", (2, 1), "this line is indented with tabs"),
        (b"site_name: Mara: mine\n", (1, 12), "to YAML, a colon"),
        (b"site_name: *mine\n", (1, 12), "`*mine` repeats"),
        (b"site_name: a\n<<<<<<< HEAD\nx: 1\n=======\nx: 2\n>>>>>>> b\n", (2, 1), "two versions"),
        (b"site_name: M\xe9\n", (1, 13), "byte 13 of the file"),
        (b"x: !ENV [A, b]\ny: [\n", (3, 1), "the text ends here"),
        (b"- a\n- b\n", (1, 1), "There are no settings here."),
        (
            b"extra: {playbook: {today: soon}}\n",
            (1, 27),
            "extra.playbook.today: soon is not a date",
        ),
        (b"extra: {playbook: {today: 2026-02-30}}\n", (1, 27), "2026-02-30"),
    ],
)
def test_settings_of_which_no_site_can_be_made(
    root: Path, text: bytes, at: tuple[int, int], told: str
) -> None:
    put(root, "mkdocs.yml", text)
    loaded = load_playbook(root)
    assert codes(loaded) == [("mkdocs.yml", "bad-settings")]
    assert told in loaded.diagnostics[0].message
    assert loaded.diagnostics[0].position[:2] == at
    assert loaded.diagnostics[0].hint
    assert "mkdocs.yml" in format_text(loaded.diagnostics, loaded.sources)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing yet\n",
        "x: !ENV [A, b]\ny: !!python/name:a.b\n",
        "a: &a {x: 1}\nb:\n  <<: *a\n",
        "extra: {playbook: {today: !ENV TODAY}}\n",
        "extra:\n  playbook:\n    today:\n",
        "extra: {playbook: {today: 2026-11-17}}\n",
    ],
)
def test_settings_that_mkdocs_reads(root: Path, text: str) -> None:
    put(root, "mkdocs.yml", text)
    assert codes(load_playbook(root)) == []


def test_without_mkdocs_yml_the_clock_runs(tmp_path: Path) -> None:
    assert pinned_today(tmp_path) is None


def test_the_starter_has_the_default_templates() -> None:
    assert (starter_dir() / "templates/emails/thank-you.md").is_file()
    assert (starter_dir() / "content/profile.yaml").is_file()
