from ogdplan.report.html.drawings.drawing import Words
from ogdplan.report.html.drawings.scale import Tick, names_of


def test_first_name_on_an_axis_is_there_though_it_begins_a_little_before_it() -> None:
    (name,) = names_of((Tick(8.0, "September 2018", is_minor=False),), 99)

    assert isinstance(name, Words)
    assert (name.text, name.anchor) == ("September 2018", "middle")
