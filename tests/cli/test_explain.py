from pathlib import Path

from cli.asking import AS_OF, ask
from ogdplan.rules.catalogue import RULES


def test_rule_is_explained_without_any_plan(plans: Path) -> None:
    answer = ask("explain", "overdue")

    rule = RULES["overdue"]
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        f"overdue: {rule.title}\n"
        "  kind: warning, group schedule\n"
        f"   why: {rule.why}\n"
        f"   fix: {rule.fix}\n"
    )


def test_all_rules_are_listed_without_a_name(plans: Path) -> None:
    answer = ask("explain")

    assert (answer.code, answer.err) == (0, "")
    listed = {line.split()[0] for line in answer.lines if line.startswith("  ")}
    assert listed == set(RULES)


def test_json_is_the_same_for_one_rule_and_for_all(plans: Path) -> None:
    one = ask("explain", "overdue", "--as-of", AS_OF, "--format", "json").document
    every = ask("explain", "--as-of", AS_OF, "--format", "json").document

    assert list(one) == ["schema", "as_of", "rules"]
    assert (one["schema"], one["as_of"]) == ("ogdplan/explain/1", AS_OF)
    assert one["rules"] == [rule for rule in every["rules"] if rule["rule"] == "overdue"]
    assert [rule["rule"] for rule in every["rules"]] == list(RULES)


def test_markdown_of_a_rule_has_no_markup_of_its_words(plans: Path) -> None:
    answer = ask("explain", "conflict-markers", "--format", "markdown")

    assert (answer.code, answer.err) == (0, "")
    assert all(line.startswith("- ") for line in answer.lines)


def test_rule_that_is_misspelt_leads_to_the_nearest(plans: Path) -> None:
    answer = ask("explain", "overdu")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == 'error: no rule called "overdu"\nhint: did you mean overdue?\n'


def test_rule_unlike_all_leads_to_the_list(plans: Path) -> None:
    answer = ask("explain", "zzz")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == 'error: no rule called "zzz"\nhint: `ogdplan explain` lists them\n'
