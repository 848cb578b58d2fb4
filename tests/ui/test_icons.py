import pytest

from ui.icons import icon, names, pixmap

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("name", names())
def test_every_icon_draws_something_in_the_colour_asked_for(name: str) -> None:
    image = pixmap(name, "#1D5FB8", 64).toImage()
    places = [(x, y) for x in range(64) for y in range(64)]
    inked = [image.pixelColor(x, y) for x, y in places if image.pixelColor(x, y).alpha() > 250]
    assert inked
    assert {colour.name().upper() for colour in inked} == {"#1D5FB8"}


def test_an_icon_is_sharp_on_a_fine_screen() -> None:
    picture = pixmap("quotes", "#000000", 16, 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (32, 2.0)


def test_the_same_icon_is_drawn_once() -> None:
    assert icon("x", "#545C67", 20) is icon("x", "#545C67", 20)


def test_an_icon_we_do_not_have_is_our_own_fault() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", "#000000", 20)


def test_the_licence_lies_beside_the_icons() -> None:
    from importlib.resources import files

    assert "MIT" in (files("ui.icons") / "phosphor" / "LICENSE.txt").read_text(encoding="utf-8")
