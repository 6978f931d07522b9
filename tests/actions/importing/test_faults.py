from ogdplan.actions.importing.cells.faults import shortened


def test_text_for_a_message_is_cut_to_sixty_letters() -> None:
    assert shortened("x" * 60) == "x" * 60
    assert shortened("x" * 61) == "x" * 59 + "…"
