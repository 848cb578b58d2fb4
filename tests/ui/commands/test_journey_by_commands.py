"""The main job without a window: a policy in, its review in, Word out."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer
from tests.ui.commands.conftest import COMMON
from ui.commands.samples import sample_notes, sample_policy


@pytest.fixture
def sample(tmp_path) -> tuple[Path, Path, Path]:
    """A matter's path, the Chinese sample policy and its review, on disk."""
    name, data = sample_policy("zh")
    policy = tmp_path / name
    policy.write_bytes(data)
    review = tmp_path / "review.json"
    review.write_bytes(sample_notes("zh"))
    return tmp_path / "matter.clausemark", policy, review


@pytest.fixture
def matter(run, sample) -> Path:
    """A matter that holds the Chinese sample and its review."""
    path, policy, review = sample
    assert run("add", path, policy, *COMMON)[0] == 0
    assert run("import", path, review, *COMMON)[0] == 0
    return path


def test_read_gives_text_blocks_and_clauses_by_code_points(run, sample):
    code, out, _ = run("read", sample[1])
    value = json.loads(out)
    assert code == 0
    assert value["text"] == sample_policy("zh")[1].decode()
    assert value["characters"] == len(value["text"])
    assert value["language"] == "zh"
    addresses = [clause["address"] for clause in value["clauses"]]
    assert {"前言", "一", "一.1", "一.1 第1点", "三.3", "八"} <= set(addresses)
    for block in value["blocks"]:
        assert "\n" not in value["text"][block["start"] : block["end"]]


def test_adding_a_policy_makes_the_matter_and_names_the_document(run, sample):
    path, policy, _ = sample
    code, out, _ = run("add", path, policy, "--json", *COMMON)
    (document,) = json.loads(out)["documents"]
    assert (code, document["file"], document["version"], document["title"]) == (0, policy.name, 1, "云杉记账隐私政策")
    assert document["id"]


def test_adding_says_who_a_policy_came_from_when_and_how(run, sample):
    path, policy, _ = sample
    told = ["--received-from", "王律师", "--received-on", "2026-11-20", "--received-how", "by mail"]
    assert run("add", path, policy, *told, *COMMON)[0] == 0
    with OpenMatter.open(path, Reviewer(""), lambda: datetime.now(UTC), read_only=True) as matter:
        version = matter.document().latest
    assert (version.received_from, f"{version.received:%Y-%m-%d}", version.received_how) == (
        "王律师", "2026-11-20", "by mail",
    )  # fmt: skip


def test_a_matter_is_one_file_once_a_command_is_done(matter):
    assert sorted(item.name for item in matter.parent.glob("matter*")) == ["matter.clausemark"]


def test_every_note_of_the_review_finds_its_words(run, sample):
    path, policy, review = sample
    run("add", path, policy, *COMMON)
    code, out, _ = run("import", path, review, "--json", *COMMON)
    assert code == 0
    assert json.loads(out) == {"notes": 13, "anchored": 12, "unplaced": [], "unchanged": 0, "differing": []}


def test_importing_twice_keeps_one_of_each(run, matter, sample, tmp_path):
    run("import", matter, sample[2], *COMMON)
    out = tmp_path / "notes.jsonld"
    run("export", matter, out, "--as", "jsonld", *COMMON)
    assert out.read_text(encoding="utf-8").count('"S01"') == 1


def test_search_finds_one_hanzi_and_says_where(run, matter):
    _, out, _ = run("search", matter, "票", "--json")
    hits = json.loads(out)["hits"]
    assert hits
    assert all("票" in hit["context"] for hit in hits)


def test_a_sound_matter_passes_the_check(run, matter):
    code, out, _ = run("check", matter, "--json")
    assert (code, json.loads(out)) == (0, {"ok": True, "problems": [], "conflicts": [], "unplaced": []})


def test_a_matter_with_a_changed_byte_fails_the_check_with_exit_1(run, matter):
    data = bytearray(matter.read_bytes())
    place = data.find("票据照片".encode())
    data[place : place + 3] = "车".encode()
    matter.write_bytes(bytes(data))
    code, out, err = run("check", matter, "--json")
    assert code == 1
    assert "Traceback" not in out + err


def test_the_demo_makes_a_matter_a_word_file_and_a_memo(run, tmp_path):
    for language in ("en", "zh"):
        folder = tmp_path / language
        code, out, _ = run("demo", folder, "--language", language, "--json", *COMMON)
        files = [Path(name) for name in json.loads(out)["files"]]
        assert code == 0
        assert [path.suffix for path in files] == [".clausemark", ".docx", ".docx"]
        assert all(path.stat().st_size > 2000 for path in files)


def test_a_second_demo_leaves_the_first_as_it_was(run, tmp_path):
    run("demo", tmp_path / "d", "--language", "en", *COMMON)
    first = {path: path.read_bytes() for path in (tmp_path / "d").iterdir()}
    run("demo", tmp_path / "d", "--language", "en", *COMMON)
    assert all(path.read_bytes() == data for path, data in first.items())
    assert len(list((tmp_path / "d").iterdir())) == 2 * len(first)


@pytest.mark.parametrize("kind", ["word", "memo", "jsonld"])
def test_an_export_writes_its_file_and_nothing_else(run, matter, kind, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    code, out, _ = run("export", matter, folder / "x", "--as", kind, "--json", *COMMON)
    assert code == 0
    assert json.loads(out)["files"] == [str(folder / "x")]
    assert [path.name for path in folder.iterdir()] == ["x"]


def test_words_are_coloured_and_redrafts_tracked_when_the_line_says_so(run, matter, tmp_path):
    out = tmp_path / "x.docx"
    asked = ["--highlight", "shading", "--redrafts", "tracked"]
    assert run("export", matter, out, "--as", "word", *asked, "--json", *COMMON)[0] == 0
    with zipfile.ZipFile(out) as package:
        body = package.read("word/document.xml")
    assert b"<w:shd " in body
    assert b"<w:delText" in body


def test_an_export_for_the_client_says_which_notes_stay_in(run, matter, tmp_path):
    _, out, _ = run("export", matter, tmp_path / "x.docx", "--as", "word", "--profile", "client", "--json", *COMMON)
    assert [row["id"] for row in json.loads(out)["left_out"]] == ["S12"]


def test_what_stays_in_and_what_was_found_is_told_before_anything_is_written(run, matter, tmp_path):
    word = ["--as", "word", "--profile", "outside"]
    code, out, _ = run("export", matter, tmp_path / "x.docx", *word, "--check", "--json", *COMMON)
    told = json.loads(out)
    assert (code, told["files"]) == (0, [])
    assert not (tmp_path / "x.docx").exists()
    assert told["left_out"]
    assert {"code", "fate", "sentence"} <= set(told["found"][0])
    assert "people" in {row["code"] for row in told["found"]}
    _, lines, _ = run("export", matter, tmp_path / "x.docx", *word, "--check", *COMMON)
    assert told["found"][0]["sentence"] in lines
    assert json.loads(run("export", matter, tmp_path / "x.docx", *word, "--json", *COMMON)[1])["found"] == told["found"]


def test_the_firm_may_speak_for_the_client_s_readers_too(run, matter, tmp_path):
    run("export", matter, tmp_path / "x.jsonld", "--as", "jsonld", "--profile", "client", "--author", "firm", *COMMON)
    assert "Okafor" not in (tmp_path / "x.jsonld").read_text(encoding="utf-8")


def test_merging_a_copy_brings_nothing_twice(run, matter, tmp_path):
    other = tmp_path / "copy.clausemark"
    other.write_bytes(matter.read_bytes())
    code, out, _ = run("merge", matter, other, "--json", *COMMON)
    assert (code, json.loads(out)) == (0, {"added": 0, "conflicts": []})


def test_two_findings_of_one_id_are_both_kept_and_once_only(run, sample, tmp_path):
    path, policy, review = sample
    findings = [{"id": "A1", "title": title, "anchors": []} for title in ("first", "second")]
    review.write_text(json.dumps({"findings": findings}), encoding="utf-8")
    run("add", path, policy, *COMMON)
    run("import", path, review, *COMMON)
    run("import", path, review, *COMMON)
    out = tmp_path / "notes.jsonld"
    run("export", path, out, "--as", "jsonld", *COMMON)
    items = json.loads(out.read_text(encoding="utf-8"))["items"]
    assert sorted(item["clausemark:title"] for item in items) == ["first", "second"]


def test_a_merge_names_each_conflict(run, matter, sample, tmp_path):
    other = tmp_path / "copy.clausemark"
    review, quote = sample[2], sample[1].read_text(encoding="utf-8")[:6]
    for target, title in ((matter, "ours"), (other, "theirs")):
        if target == other:
            other.write_bytes(tmp_path.joinpath("plain.clausemark").read_bytes())
        else:
            tmp_path.joinpath("plain.clausemark").write_bytes(matter.read_bytes())
        found = {"id": "B1", "title": title, "anchors": [{"exact": quote}]}
        review.write_text(json.dumps({"findings": [found]}), encoding="utf-8")
        run("import", target, review, *COMMON)
    _, out, _ = run("merge", matter, other, *COMMON)
    assert "To decide: #14" in out
