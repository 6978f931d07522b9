"""Plans for tests, from the few lines of TOML that matter to a test."""

import tomli

from ogdplan.model.plan import Plan


def a_plan(toml: str = "") -> Plan:
    """Return the plan of a TOML text, with what every plan needs added where it is absent.

    Added are `format`; one institution, "office", where there is none; and to `[plan]` a title,
    a country (not for a programme) and as lead the first institution. What the text gives
    stays as it is, and is checked as in a plan file: a wrong shape raises ValidationError.
    References are not checked, so a test need not declare what it only names.
    """
    data = {"format": 1, **tomli.loads(toml)}
    header = {"title": "A plan", **data.get("plan", {})}
    if header.get("kind") != "programme":
        header.setdefault("country", "PAN")
    office = {"id": header.get("lead", "office"), "name": "An office", "sector": "government"}
    institutions = data.get("institutions") or [office]
    header.setdefault("lead", institutions[0]["id"])
    return Plan.model_validate({**data, "plan": header, "institutions": institutions})
