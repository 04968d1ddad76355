"""The phrases that generated stories and companies say, read from the YAML beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import yaml

from interview_playbook.schema import Category

CATEGORIES: tuple[Category, ...] = get_args(Category)


def _read(name: str) -> dict[str, object]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    phrases: dict[str, object] = yaml.load(text, Loader=yaml.BaseLoader)
    return phrases


def _lists(phrases: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(phrases, dict):
        raise TypeError("phrases are a mapping of lists")
    return {key: tuple(said) for key, said in phrases.items() if isinstance(said, list)}


def _by_category(phrases: object) -> dict[str, dict[str, tuple[str, ...]]]:
    if not isinstance(phrases, dict):
        raise TypeError("the categories are a mapping")
    return {category: _lists(said) for category, said in phrases.items()}


_STORIES = _read("story_phrases.yaml")
OF_CATEGORY = _by_category(_STORIES["categories"])
OF_STORIES = _lists(_STORIES)
OF_COMPANIES = _lists(_read("company_phrases.yaml"))
