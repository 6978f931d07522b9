import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator  # type: ignore[import-untyped]  # it ships no types

from ogdplan.findings import Finding
from ogdplan.report.findings import sarif
from ogdplan.report.json_text import to_text
from ogdplan.rules.catalogue import RULES
from report.finding_samples import DUE_BEFORE_START, a_finding

SCHEMA = Path(__file__).parents[2] / "data" / "sarif-2.1.0.schema.json"


def run_of(*findings: Finding) -> Any:
    document = json.loads(to_text(sarif.document(findings, version="1.2.3")))
    return document["runs"][0]


def result_of(finding: Finding) -> Any:
    (result,) = run_of(finding)["results"]
    return result


def test_log_is_valid_against_the_official_schema() -> None:
    findings = (
        DUE_BEFORE_START,
        a_finding("overdue", accepted=True),
        a_finding("stale-plan", record=None, field=None),
        a_finding("no-training", record=None),
        a_finding("personal-data", message="\x1b{0} [x](http://example.org) \u202e", help=""),
    )
    log = json.loads(to_text(sarif.document(findings, version="1.2.3")))

    Draft4Validator(json.loads(SCHEMA.read_bytes())).validate(log)
    assert (log["version"], log["$schema"]) == (
        "2.1.0",
        "https://json.schemastore.org/sarif-2.1.0.json",
    )


def test_log_without_findings_has_an_empty_list_of_results() -> None:
    run = run_of()

    assert run["results"] == []
    assert run["columnKind"] == "unicodeCodePoints"


def test_driver_lists_the_whole_catalogue() -> None:
    driver = run_of()["tool"]["driver"]

    assert (driver["name"], driver["version"]) == ("ogdplan", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == list(RULES)
    assert driver["rules"][list(RULES).index("no-training")] == {
        "id": "no-training",
        "shortDescription": {"text": "no training"},
        "fullDescription": {"text": "officers can only open data when they have learned how"},
        "help": {"text": "add a milestone or an event of kind training"},
        "defaultConfiguration": {"level": "note"},
        "properties": {"tags": ["advice"]},
    }


def test_finding_becomes_a_result() -> None:
    result = result_of(DUE_BEFORE_START)

    assert result == {
        "ruleId": "due-before-start",
        "ruleIndex": list(RULES).index("due-before-start"),
        "level": "error",
        "message": {
            "text": "due 2017-03-01 is before the start 2017-05-01 (correct one of the two dates)"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "plans/panama.toml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 41, "startColumn": 7, "endColumn": 17},
                },
                "logicalLocations": [
                    {
                        "name": "due",
                        "fullyQualifiedName": "open-data-decree.due",
                        "kind": "property",
                    }
                ],
            }
        ],
        "partialFingerprints": result["partialFingerprints"],
        "suppressions": [],
    }


def test_rule_of_a_result_is_found_by_its_index() -> None:
    run = run_of(a_finding("overdue"), a_finding("licence-not-open"))
    rules = run["tool"]["driver"]["rules"]

    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.parametrize(
    ("rule", "level"), [("bad-id", "error"), ("overdue", "warning"), ("no-training", "note")]
)
def test_severity_chooses_the_level(rule: str, level: str) -> None:
    assert result_of(a_finding(rule))["level"] == level


def test_accepted_finding_is_suppressed_in_the_source() -> None:
    assert result_of(a_finding(accepted=True))["suppressions"] == [{"kind": "inSource"}]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("plans/brazil/planejamento.toml", "plans/brazil/planejamento.toml"),
        ("plans/नेपाल.toml", "plans/%E0%A4%A8%E0%A5%87%E0%A4%AA%E0%A4%BE%E0%A4%B2.toml"),
        ("plans/a b#c?:%.toml", "plans/a%20b%23c%3F%3A%25.toml"),
        ("plans/\udcff.toml", "plans/%FF.toml"),
    ],
)
def test_path_is_percent_encoded(path: str, uri: str) -> None:
    (location,) = result_of(a_finding(path=path))["locations"]

    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_finding_about_a_whole_record_is_located_at_the_record() -> None:
    (location,) = result_of(a_finding(field=None))["locations"]

    assert location["logicalLocations"] == [
        {
            "name": "open-data-decree",
            "fullyQualifiedName": "open-data-decree",
            "kind": "object",
        }
    ]


def test_finding_about_the_file_has_no_logical_location() -> None:
    (location,) = result_of(a_finding(record=None, field=None))["locations"]

    assert set(location) == {"physicalLocation"}


def test_text_of_a_plan_is_no_placeholder_and_no_link() -> None:
    finding = a_finding(message='"{0}" [click](http://example.org)', help="")

    assert result_of(finding)["message"] == {"text": '"{{0}}" [click] (http://example.org)'}


def test_fingerprint_outlives_a_move_of_the_line_and_tells_findings_apart() -> None:
    def fingerprint(finding: Finding) -> str:
        return str(result_of(finding)["partialFingerprints"]["ruleRecordField/v1"])

    moved = a_finding(line=99, column=1, message="said otherwise")
    others = (
        a_finding("missing-due"),
        a_finding(path="plans/nepal.toml"),
        a_finding(record="portal"),
        a_finding(field="end"),
        a_finding(record=None),
    )

    assert fingerprint(moved) == fingerprint(a_finding())
    assert len({fingerprint(each) for each in (moved, *others)}) == 6
