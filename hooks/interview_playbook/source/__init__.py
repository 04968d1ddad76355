"""Bytes to a node tree with positions: all syntax problems of a file, not the first."""

from interview_playbook.source.comments import Comment, comments
from interview_playbook.source.decoding import LARGEST_FILE, decode, too_large
from interview_playbook.source.front_matter import check_front_matter, split_front_matter
from interview_playbook.source.nodes import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    item_at,
    key_at,
    node_at,
    plain,
)
from interview_playbook.source.offsets import stretch
from interview_playbook.source.parsing import parse_yaml

__all__ = [
    "LARGEST_FILE",
    "Comment",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "check_front_matter",
    "comments",
    "decode",
    "item_at",
    "key_at",
    "node_at",
    "parse_yaml",
    "plain",
    "split_front_matter",
    "stretch",
    "too_large",
]
