"""Prose: Markdown in, harmless HTML out, and the short way the same as the long one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_playbook import prose as module
from interview_playbook.prose import plain, prose, prose_inline, prose_typed


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain words.", "<p>Plain words.</p>\n"),
        ("A **strong** word", "<p>A <strong>strong</strong> word</p>\n"),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("# Big", "<h3>Big</h3>\n"),
        ("~~gone~~", "<p><s>gone</s></p>\n"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>\n"),
        ("<b>x</b>", "<p>x</p>\n"),
        ("<script>alert(1)</script>hello", "hello"),
        ("<img src=x onerror=alert(1)>", ""),
        ('<p style="color:red" onclick="x()">y</p>', "<p>y</p>"),
        ("![alt](https://elsewhere.example/x.png)", "<p></p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ('<a href="javascript:alert(1)">x</a>', '<p><a rel="noopener noreferrer">x</a></p>\n'),
        (
            "[x](https://a.example)",
            '<p><a href="https://a.example" rel="noopener noreferrer">x</a></p>\n',
        ),
    ],
)
def test_prose(text: str, html: str) -> None:
    assert prose(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain words.", "<p>Plain words.</p>\n"),
        ("One.\nTwo.", "<p>One.<br>\nTwo.</p>\n"),
        ("A **strong** word", "<p>A <strong>strong</strong> word</p>\n"),
        ("Say <b>x</b> < y", "<p>Say &lt;b&gt;x&lt;/b&gt; &lt; y</p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        (
            "![x](https://a.example)",
            '<p>!<a href="https://a.example" rel="noopener noreferrer">x</a></p>\n',
        ),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
    ],
)
def test_of_what_is_typed_nothing_is_left_out(text: str, html: str) -> None:
    assert prose_typed(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain words.\n", "Plain words."),
        ("An *odd* one", "An <em>odd</em> one"),
        ("- no list", "- no list"),
        ("a\n\nb", "a\n\nb"),
        ("<div>x</div>", "x"),
    ],
)
def test_inside_a_line_there_are_no_blocks(text: str, html: str) -> None:
    assert prose_inline(text) == html


@pytest.mark.parametrize(
    ("text", "words"),
    [("Why *us*?", "Why us?"), ("two\nlines ", "two lines"), ("a < b", "a < b")],
)
def test_plain_has_no_marks(text: str, words: str) -> None:
    assert plain(text) == words


@given(st.text(alphabet=st.sampled_from("ab Z1.,:;!?'\"()-+=\n\t*_`[]<>&#|~\\é"), max_size=40))
def test_the_short_way_says_what_the_parser_says(text: str) -> None:
    if not module._SPECIAL.search(text) and text.strip():
        long_way = module._clean(module._markdown.render(text), module._TAGS)
        assert prose(text) == long_way
