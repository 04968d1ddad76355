"""Images of a mentor's edition: the picture and nothing else."""

from __future__ import annotations

import zlib

import pytest

from interview_playbook.leaks import Secret
from interview_playbook.leaks.scan import Sought, scan_bytes
from interview_playbook.share.images import without_metadata
from tests.pictures import IMAGES, PNG, chunk, jpeg, png, segment

SECRET = "kanarie in the mine"
SOUGHT = Sought([Secret(SECRET, "an image")])


@pytest.mark.parametrize("suffix", IMAGES)
def test_what_an_image_says_is_taken_out(suffix: str) -> None:
    told = IMAGES[suffix](SECRET)
    assert list(scan_bytes("x", told, SOUGHT)), "the test itself must hide it where it is found"
    clean = without_metadata(told, suffix)
    assert clean is not None
    assert not list(scan_bytes("x", clean, SOUGHT))


@pytest.mark.parametrize("suffix", [each for each in IMAGES if each != ".svg"])
def test_the_picture_stays_as_it_is(suffix: str) -> None:
    bare = IMAGES[suffix]()
    assert without_metadata(bare, suffix) == bare
    assert without_metadata(IMAGES[suffix](SECRET), suffix) == bare


def test_a_drawing_keeps_what_is_drawn() -> None:
    clean = without_metadata(IMAGES[".svg"](SECRET), ".svg")
    assert clean is not None
    text = clean.decode()
    assert '<circle cx="4" cy="4" r="3"' in text
    assert "<title>A circle</title>" in text
    assert "data:image/png;base64," in text
    assert "<script" not in text


def test_a_photograph_stays_the_right_way_up() -> None:
    clean = without_metadata(jpeg(SECRET, turned=6), ".JPG")
    assert clean is not None
    assert clean.count(b"Exif\0\0") == 1
    assert b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06" in clean
    assert SECRET.encode() not in clean


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"%PDF-1.7", ".pdf"),
        (b"not an image", ".png"),
        (b"not an image", ".jpg"),
        (b"not an image", ".gif"),
        (b"not an image", ".webp"),
        (b"<html/>", ".svg"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>", ".svg"),
        (PNG + b"\0\0\xff\xffIDAT", ".png"),
        (PNG + chunk(b"IHDR", b"x"), ".png"),
        (b"\xff\xd8" + segment(0xFE, b"x"), ".jpg"),
        (b"\xff\xd8\xff", ".jpg"),
        (b"GIF89a", ".gif"),
        (b"RIFF\xff\0\0\0WEBPVP8 \xff\0\0\0", ".webp"),
        (png()[:-20], ".png"),
    ],
)
def test_what_is_no_whole_image_is_refused(data: bytes, suffix: str) -> None:
    assert without_metadata(data, suffix) is None


def test_every_byte_of_a_png_is_a_chunk_with_a_right_sum() -> None:
    clean = without_metadata(png(SECRET), ".png")
    assert clean is not None
    at = len(PNG)
    while at < len(clean):
        length = int.from_bytes(clean[at : at + 4], "big")
        body = clean[at + 4 : at + 8 + length]
        assert zlib.crc32(body) == int.from_bytes(clean[at + 8 + length : at + 12 + length], "big")
        at += 12 + length
