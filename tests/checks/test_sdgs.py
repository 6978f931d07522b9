import pytest

from builders_checks import examine
from ogdplan.reference.sdg import SdgStatus, sdg_code, sdg_codes

PLAN = """\
format = 1
[plan]
title = "Open data plan"
country = "NPL"
stage = "draft"
lead = "office"
sdgs = [{codes}]
[[institutions]]
id = "office"
name = "Office of Open Data"
sector = "government"
"""


def rules_about(*codes: str) -> list[str]:
    quoted = ", ".join(f'"{code}"' for code in codes)
    return [each.rule for each in examine(PLAN.format(codes=quoted)) if each.severity == "warning"]


def test_no_code_of_the_framework_is_called_unknown() -> None:
    retired = [code for code in sdg_codes() if _is_retired(code)]

    assert rules_about(*sdg_codes()) == ["retired-sdg"] * len(retired)


@pytest.mark.parametrize("code", ["1.1.2", "17.19.3", "1.a.4", "16.10.10"])
def test_number_beyond_those_of_its_target_is_unknown(code: str) -> None:
    assert rules_about("1", code) == ["unknown-sdg-indicator"]


def test_help_names_what_the_target_has() -> None:
    found = [each for each in examine(PLAN.format(codes='"1.a.3"')) if each.rule == "retired-sdg"]

    assert [each.help for each in found] == ['use "1.a.1", "1.a.2" or the target "1.a"']


def _is_retired(code: str) -> bool:
    known = sdg_code(code)
    return known is not None and known.status is SdgStatus.RETIRED
