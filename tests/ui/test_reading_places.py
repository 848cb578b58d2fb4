"""Where a document was left is found again, also by the next start of the program; nothing else is told of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.app import Program
from ui.reading_places import NOWHERE, ReadingPlace, ReadingPlaces

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    path = tmp_path / "mail" / "Quiet harbour.txt"
    path.parent.mkdir()
    path.write_text("\n\n".join(f"{number}. Clause {number} says what it says." for number in range(1, 300)), "utf-8")
    return path


def show(program: Program, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.window.open_file(path)


def read_on(program: Program) -> int:
    view = program.window.work.policy.view
    view.restore(program.session.policy.text.index("Clause 200"))
    return view.reading_position()


def test_a_document_opens_where_it_was_left_by_the_last_start(open_window, long_file, qtbot) -> None:
    first = open_window()
    show(first, long_file, qtbot)
    place = read_on(first)
    matter = first.session.path
    changes = first.session.matter.changes()
    first.window.close()
    second = open_window()
    show(second, matter, qtbot)
    assert second.window.work.policy.view.reading_position() == place
    assert second.session.matter.changes() == changes


def test_the_place_is_written_down_while_one_reads_for_a_program_that_is_killed(
    open_window, long_file, qtbot, tmp_path
) -> None:
    program = open_window()
    show(program, long_file, qtbot)
    place = read_on(program)
    program.window.work.policy._rest.setInterval(1)
    program.window.work.policy._rest.start()
    kept = tmp_path / "places.json"
    qtbot.waitUntil(lambda: kept.exists() and place in [entry[0] for entry in json.loads(kept.read_text()).values()])


def test_the_file_of_places_holds_numbers_and_uids_alone(open_window, long_file, qtbot, tmp_path) -> None:
    program = open_window()
    show(program, long_file, qtbot)
    read_on(program)
    program.window.work.policy.remember_place()
    written = (tmp_path / "places.json").read_text()
    assert "harbour" not in written.casefold()
    assert list(json.loads(written)) == [program.session.document.uid]


def test_places_come_back_from_the_file_and_the_oldest_go_first(tmp_path) -> None:
    kept = ReadingPlaces(tmp_path / "deep" / "places.json")
    for number in range(450):
        kept.keep(f"d{number}", ReadingPlace(number, pages=number % 2 == 0))
    again = ReadingPlaces(tmp_path / "deep" / "places.json")
    assert again.of("d449") == ReadingPlace(449, pages=False)
    assert again.of("d448") == ReadingPlace(448, pages=True)
    assert again.of("d3") == NOWHERE
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["places.json"]


@pytest.mark.parametrize("found", ["", "{", "[1]", '{"d": 5}', '{"d": [-1, true]}', '{"d": ["a", 1]}', "\ufffe"])
def test_a_file_of_places_that_makes_no_sense_costs_the_places_alone(tmp_path, found: str) -> None:
    path = tmp_path / "places.json"
    path.write_text(found, encoding="utf-16" if found == "\ufffe" else "utf-8")
    kept = ReadingPlaces(path)
    assert kept.of("d") == NOWHERE
    kept.keep("d", ReadingPlace(7))
    assert ReadingPlaces(path).of("d") == ReadingPlace(7)


def test_a_folder_that_cannot_be_written_costs_the_places_alone(tmp_path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    kept = ReadingPlaces(tmp_path / "taken" / "places.json")
    kept.keep("d", ReadingPlace(7))
    assert kept.of("d") == ReadingPlace(7)
