from ogdplan.actions.new_findings import new_findings
from report.finding_samples import a_finding


def test_finding_that_was_there_is_not_new_wherever_it_stands_now() -> None:
    known = a_finding()

    assert new_findings([a_finding(line=80, message="other words")], [known]) == ()


def test_finding_of_another_rule_record_or_field_is_new() -> None:
    known = a_finding()
    others = (
        a_finding("missing-due"),
        a_finding(record="portal"),
        a_finding(record=None),
        a_finding(field="end"),
    )

    assert new_findings(others, [known]) == others


def test_one_known_finding_stands_for_one() -> None:
    first, second = a_finding(line=3), a_finding(line=8)

    assert new_findings([first, second], [a_finding()]) == (second,)
    assert new_findings([first, second], [a_finding(), a_finding()]) == ()


def test_of_several_alike_the_one_that_says_the_same_is_known() -> None:
    known = a_finding(message="no record first", excerpt="depends_on = first")
    new = a_finding(message="no record second", excerpt="depends_on = second")

    assert new_findings([new, known], [known]) == (new,)
    same_words = a_finding(message=known.message, excerpt="elsewhere")
    assert new_findings([same_words, known], [known]) == (same_words,)


def test_words_count_more_than_the_line_they_are_about() -> None:
    known = a_finding(message="no record first", excerpt='depends_on = ["first"]')
    line = 'depends_on = ["second", "first"]'
    new = a_finding(message="no record second", excerpt=line)
    moved = a_finding(message="no record first", excerpt=line)

    assert new_findings([new, moved], [known]) == (new,)


def test_finding_about_a_record_with_a_new_id_is_not_new() -> None:
    was, now = a_finding(record="portal"), a_finding(record="site")

    assert new_findings([now], [was], {"portal": "site"}) == ()
    assert new_findings([was], [was], {"portal": "site"}) == (was,)


def test_new_findings_stay_in_their_order() -> None:
    found = [a_finding(line=9), a_finding("missing-due", line=2), a_finding(line=1)]

    assert new_findings(found, []) == tuple(found)
