"""Where a saved page says it came from."""

from __future__ import annotations

import pytest

from documents.model import PolicyDocument
from documents.reader import open_document
from documents.reading import pack, unpack

BODY = "<body><h1>Privacy</h1><p>We keep what you type.</p></body></html>"
SAVED = "<!DOCTYPE html>\n<!-- saved from url=(0030)https://a.example/privacy?x=1 -->\n<html><head>"
CANONICAL = '<link href="https://b.example/terms" rel="canonical">'
OG = "<meta property='og:url' content='https://c.example/?a=1&amp;b=2'>"


def origin_of(html: str) -> str:
    return open_document(html.encode(), name="page.html").origin


def test_a_page_saved_by_a_browser_names_its_address_before_the_one_it_gives_itself():
    assert origin_of(f"{SAVED}{CANONICAL}</head>{BODY}") == "https://a.example/privacy?x=1"


def test_a_page_saved_by_singlefile_names_address_and_time():
    top = (
        "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://a.example/隐私 \n"
        " saved date: Mon May 06 2024 10:11:12 GMT+0800 (China Standard Time)\n--><head></head>"
    )
    assert origin_of(top + BODY) == "https://a.example/隐私 (2024-05-06 10:11 +08:00)"


@pytest.mark.parametrize(
    ("head", "told"), [(CANONICAL + OG, "https://b.example/terms"), (OG, "https://c.example/?a=1&b=2"), ("", "")]
)
def test_the_address_a_page_gives_itself_stands_in(head, told):
    assert origin_of(f"<html><head>{head}</head>{BODY}") == told


@pytest.mark.parametrize("address", ["file:///C:/Users/someone/policy.html", "about:internet", "javascript:alert(1)"])
def test_what_is_no_address_of_the_network_is_no_origin(address):
    assert origin_of(f"<!-- saved from url=(0014){address} --><html><head></head>{BODY}") == ""


def test_an_address_in_the_words_of_the_policy_is_no_origin():
    assert origin_of(f"<html><head></head><body><p>x</p>{CANONICAL}<p>We keep it.</p></body></html>") == ""


def archive(headers: str, part_headers: str = "") -> bytes:
    return (
        f"From: <Saved by Blink>\n{headers}Subject: Terms\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
        f"--b\nContent-Type: text/html; charset=utf-8\n{part_headers}\n"
        f"<html><head>{CANONICAL}</head>{BODY}\n--b--\n"
    ).encode()


@pytest.mark.parametrize(
    ("headers", "part", "told"),
    [
        ("Snapshot-Content-Location: https://a.example/t\nDate: Mon, 6 May 2024 02:11:12 +0000\n", "",
         "https://a.example/t (2024-05-06 02:11 +00:00)"),
        ("", "Content-Location: https://d.example/t\n", "https://d.example/t"),
        ("Date: nonsense\n", "Content-Location: file:///tmp/x\n", "https://b.example/terms"),
    ],
)  # fmt: skip
def test_a_web_archive_names_address_and_time_in_its_headers(headers, part, told):
    assert open_document(archive(headers, part), name="t.mhtml").origin == told


def test_the_origin_is_kept_in_the_reading_and_older_readings_lack_it():
    policy = PolicyDocument("t", "html", "en", "x", origin="https://a.example/")
    assert unpack(pack(policy)) == policy
    assert unpack(pack(PolicyDocument("t", "html", "en", "x"))).origin == ""
