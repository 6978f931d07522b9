"""Every rule by its slug."""

from ogdplan.findings import Rule
from ogdplan.rules import advice, history, validity, warnings

RULES: dict[str, Rule] = {
    rule.slug: rule for rule in (*validity.RULES, *warnings.RULES, *history.RULES, *advice.RULES)
}
"""The catalogue in the order in which it is printed: errors, warnings, advice."""
