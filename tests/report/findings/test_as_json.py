from datetime import date

from ogdplan.findings import count
from ogdplan.report.findings import as_json
from ogdplan.report.json_text import to_text
from report.finding_samples import DUE_BEFORE_START, a_finding


def test_document_has_the_findings_in_order_and_their_counts() -> None:
    stale = a_finding("stale-plan", line=3, record=None, field=None, accepted=True)
    findings = (DUE_BEFORE_START, stale)

    document = as_json.document(findings, count(findings, plans=2), as_of=date(2018, 6, 30))

    assert document == {
        "schema": "ogdplan/check/1",
        "as_of": "2018-06-30",
        "findings": [as_json.finding_value(DUE_BEFORE_START), as_json.finding_value(stale)],
        "summary": {"plans": 2, "error": 1, "warning": 0, "advice": 0, "accepted": 1},
    }
    assert list(document) == ["schema", "as_of", "findings", "summary"]


def test_finding_has_its_keys_in_the_order_of_the_contract() -> None:
    assert to_text(as_json.finding_value(DUE_BEFORE_START)) == (
        "{\n"
        '  "rule": "due-before-start",\n'
        '  "group": "validity",\n'
        '  "severity": "error",\n'
        '  "path": "plans/panama.toml",\n'
        '  "line": 41,\n'
        '  "column": 7,\n'
        '  "record": "open-data-decree",\n'
        '  "field": "due",\n'
        '  "message": "due 2017-03-01 is before the start 2017-05-01",\n'
        '  "help": "correct one of the two dates",\n'
        '  "accepted": false\n'
        "}\n"
    )


def test_what_a_finding_lacks_is_null_and_not_left_out() -> None:
    value = as_json.finding_value(a_finding("stale-plan", record=None, field=None))

    assert (value["record"], value["field"]) == (None, None)
