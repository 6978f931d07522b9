from ogdplan.report.findings.words import message_and_help
from report.finding_samples import a_finding


def test_help_follows_the_message_in_parentheses() -> None:
    assert message_and_help(a_finding(message="it is late", help="hurry")) == "it is late (hurry)"


def test_message_stands_alone_without_help() -> None:
    assert message_and_help(a_finding(message="it is late", help="")) == "it is late"
