"""Write a folder of valid plans, for benchmarks: the same bytes for the same options.

    python benchmarks/make_plans.py FOLDER --plans 200 --milestones 50 --warnings 20

For each country there is a national plan, and below it the plans of its agencies. About every
fourth is written in two languages. On the day AS_OF `ogdplan check` finds no errors in them and
exactly as many warnings as asked for.
"""

import argparse
import json
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

AS_OF = date(2026, 6, 30)
"""The day that the plans are made for; on another day other milestones are late."""

_START = date(2025, 1, 1)
_PLANS_A_COUNTRY = 10
_CODES = """
    AFG ALB ARG ARM AUS AUT AZE BEL BGD BOL BRA BTN BWA CAN CHE CHL CMR COL CRI CZE DEU DNK DOM ECU
    EST ETH FIN FRA GBR GEO GHA GRC GTM HND HRV HUN IDN IND IRL ISR ITA JAM JPN KAZ KEN KGZ KHM KOR
    LAO LBN LKA LTU LVA MAR MDA MEX MNG MOZ MWI MYS NAM NGA NIC NLD NOR NPL NZL PAK PAN PER PHL POL
    PRT PRY ROU RWA SEN SGP SLV SRB SVK SVN SWE THA TUN TUR TZA UGA UKR URY VNM ZAF ZMB ZWE
"""
_ENGLISH = """
    agency budget catalogue census citizen contract data decree district education evidence expense
    finance format health inventory law licence list metadata ministry municipality office open
    portal procurement publish quality record regional release report request review road school
    standard statistics survey training transport update water weekly with workshop yearly
"""
_SPANISH = """
    abierto acceso agencia agua anual calidad capacitación catálogo censo ciudadano compra contrato
    datos decreto distrito educación encuesta entidad escuela estadística evidencia formato gasto
    informe institución inventario ley licencia lista ministerio municipio norma obra oficina
    portal presupuesto publicación región registro revisión salud servicio taller transporte
"""
_COUNTRIES = _CODES.split()
_WORDS = {"en": _ENGLISH.split(), "es": _SPANISH.split()}

Value = str | int | float | date | Sequence[str] | Mapping[str, str]
Fields = dict[str, Value]
Block = tuple[str, Fields]
"""The name of a table, and what is in it."""


@dataclass(frozen=True)
class Pen:
    """Chooses the words, links and days of one plan; its texts are in all of its languages."""

    random: random.Random
    plan_id: str
    languages: tuple[str, ...]

    def text(self, words: int) -> Value:
        """Return a text of so many words, by language where there are several."""
        wordings = {language: self._sentence(language, words) for language in self.languages}
        return wordings if len(wordings) > 1 else wordings["en"]

    def url(self) -> str:
        """Return a web address of the length that addresses of evidence have."""
        path = "-".join(self._words("en", 5))
        return f"https://www.example.org/{self.plan_id}/{path}"

    def day(self, first: date, last: date) -> date:
        """Return a day between two days, both included."""
        return first + timedelta(days=self.random.randint(0, (last - first).days))

    def _sentence(self, language: str, words: int) -> str:
        return " ".join(self._words(language, words)).capitalize() + "."

    def _words(self, language: str, count: int) -> list[str]:
        return self.random.choices(_WORDS[language], k=count)


def plan_text(plan_id: str, *, country: str, milestones: int, warnings: int, seed: int) -> str:
    """Return the text of one plan; it has at most as many warnings as milestones."""
    chance = random.Random(f"{seed}/{plan_id}/{milestones}")
    pen = Pen(chance, plan_id, ("en", "es") if chance.random() < 0.25 else ("en",))
    faulty = frozenset(chance.sample(range(milestones), warnings))
    blocks = (
        ("[plan]", _header(pen, country)),
        ("[[instruments]]", {"id": "law", "title": pen.text(6), "kind": "law", "on": "2016"}),
        *(("[[institutions]]", _institution(pen, number)) for number in range(len(_ROLES))),
        *(("[[commitments]]", _commitment(pen, number)) for number in range(-(-milestones // 5))),
        *(("[[milestones]]", _milestone(pen, number, faulty)) for number in range(milestones)),
        *(("[[updates]]", _update(pen, number, faulty)) for number in range(0, milestones, 2)),
        *_knowledge(pen, milestones),
        *_data(pen, milestones),
    )
    return "format = 1\n\n" + "\n".join(map(_written, blocks))


def _header(pen: Pen, country: str) -> Fields:
    national = _national(pen.plan_id)
    is_agency = national != pen.plan_id
    rank: Fields = {"kind": "agency", "parent": national} if is_agency else {"kind": "national-ogd"}
    return {
        "title": pen.text(7),
        "country": country,
        **rank,
        "start": "2025",
        "end": "2027",
        "lead": "institution-0",
        "languages": pen.languages,
        "summary": pen.text(60),
        "sdgs": ["16", "17"],
        "reporting": "half-yearly",
        "portal": pen.url(),
        "sources": [pen.url(), pen.url()],
    }


def _national(plan_id: str) -> str:
    return plan_id.partition("/")[0]


_ROLES = (
    ("government", "coordinator"),
    ("government", "statistics-office"),
    ("government", "steering-body"),
    ("government", "data-holder"),
    ("civil-society", "partner"),
    ("academia", "partner"),
)


def _institution(pen: Pen, number: int) -> Fields:
    sector, role = _ROLES[number]
    return {
        "id": f"institution-{number}",
        "name": pen.text(5),
        "sector": sector,
        "roles": [role],
        "champion": number in {0, 4},
        "communities": ["ogd"],
        "url": pen.url(),
    }


def _commitment(pen: Pen, number: int) -> Fields:
    return {
        "id": f"commitment-{number}",
        "title": pen.text(8),
        "problem": pen.text(30),
        "solution": pen.text(30),
        "lead": f"institution-{number % 4}",
        "start": "2025-Q1",
        "end": "2027-H2",
        "sdgs": ["16.10"],
    }


def _milestone(pen: Pen, number: int, faulty: frozenset[int]) -> Fields:
    kinds = ("training", "governance", "readiness-assessment", "data-quality", "data-publication")
    far: Fields = {"contributes_to": f"{_national(pen.plan_id)}#milestone-0"}
    return {
        "id": f"milestone-{number}",
        "number": f"{number // 5 + 1}.{number % 5 + 1}",
        "title": pen.text(9),
        "commitment": f"commitment-{number // 5}",
        "kind": kinds[number % len(kinds)],
        "dimension": ("technology", "policy", "operation")[number % 3],
        "expected_output": pen.text(20),
        "supporting": [f"institution-{number % 5 + 1}"],
        **(_faulty_state(pen, number) if number in faulty else _state(pen, number)),
        **(far if number % 10 == 9 and "/" in pen.plan_id else {}),
        "sdgs": ["16.10.2"],
    }


def _state(pen: Pen, number: int) -> Fields:
    """Return the dates of a milestone that gives no cause for a warning."""
    if _is_done(number):
        started, completed = pen.day(_START, date(2025, 6, 30)), pen.day(date(2025, 7, 1), AS_OF)
        dates: Fields = {"due": "2026-H2", "started": started, "completed": completed}
        return {**dates, "evidence": [pen.url()]}
    before: Fields = {"depends_on": [f"milestone-{number - 2}"]} if number % 6 == 4 else {}
    return {"start": _START, "due": _deadline(number), **before}


def _faulty_state(pen: Pen, number: int) -> Fields:
    """Return the dates of a milestone that gives cause for one warning."""
    completed = pen.day(date(2025, 7, 1), AS_OF)
    late: Fields = {"start": _START, "due": pen.day(date(2025, 7, 1), date(2026, 6, 29))}
    open_end: Fields = {"start": _START}
    unshown: Fields = {"due": "2026-H2", "completed": completed}
    minutes: Fields = {"due": "2026-H2", "completed": completed, "evidence": ["Minutes of May"]}
    unclear: Fields = {"due": _deadline(number), "status": "not-started", "progress": 30}
    return (late, open_end, unshown, minutes, unclear)[number % 5]


def _is_done(number: int) -> bool:
    return number % 3 == 2


def _deadline(number: int) -> date:
    return date(2026, 9, 1) + timedelta(days=number * 37 % 480)


def _update(pen: Pen, number: int, faulty: frozenset[int]) -> Fields:
    """Return a report; one about a sound milestone that is under way may move its deadline."""
    is_move = number not in faulty and not _is_done(number) and number % 4 == 0
    move: Fields = {"due_from": "2026-Q1", "due_to": _deadline(number)} if is_move else {}
    return {
        "id": f"update-{number}",
        "about": f"milestone-{number}",
        "on": date(2026, 3, 31),
        "text": pen.text(25),
        **move,
        "reported_by": "institution-1",
    }


def _knowledge(pen: Pen, milestones: int) -> Iterator[Block]:
    categories = ("fear-to-release", "weak-leadership", "unknown-holdings", "paper-based-culture")
    for number in range(0, milestones, 6):
        yield (
            "[[challenges]]",
            {
                "id": f"challenge-{number}",
                "title": pen.text(8),
                "category": categories[number // 6 % len(categories)],
                "description": pen.text(40),
                "status": "mitigating",
                "raised": pen.day(_START, AS_OF),
                "affects": [f"milestone-{number}"],
                "mitigations": [f"step-{number}"],
            },
        )
        step: Fields = {"title": pen.text(8), "theme": "data-quality", "lead": "institution-1"}
        lesson: Fields = {"title": pen.text(8), "category": "champions", "on": "2026-Q1"}
        source: Fields = {"description": pen.text(40), "from": [f"challenge-{number}"]}
        yield "[[next_steps]]", {"id": f"step-{number}", **step, "due": "2027"}
        yield "[[lessons]]", {"id": f"lesson-{number}", **lesson, **source}


def _data(pen: Pen, milestones: int) -> Iterator[Block]:
    for number in range(0, milestones, 4):
        yield (
            "[[datasets]]",
            {
                "id": f"dataset-{number}",
                "title": pen.text(6),
                "publisher": "institution-3",
                "url": pen.url(),
                "licence": "CC-BY-4.0",
                "formats": ["csv", "json"],
                "frequency": "monthly",
                "sdgs": ["11.6"],
                "priority": "high",
                "released": pen.day(_START, AS_OF),
                "milestones": [f"milestone-{number}"],
            },
        )
    yield "[[indicators]]", {"id": "reuse", "title": pen.text(8), "level": "impact", "target": 90}
    for year in (2025, 2026):
        measured: Fields = {"indicator": "reuse", "on": date(year, 3, 31), "value": 12.5}
        yield "[[measurements]]", {"id": f"reuse-{year}", **measured}
    judged: Fields = {"framework": "irm", "criterion": pen.plan_id, "rating": "Substantial"}
    yield "[[assessments]]", {"id": "review", **judged, "on": "2026"}


def _written(block: Block) -> str:
    header, fields = block
    lines = (line for name, value in fields.items() for line in _lines(name, value))
    return "\n".join((header, *lines, ""))


def _lines(name: str, value: Value) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (f"{name}.{language} = {_toml(words)}" for language, words in value.items())
    else:
        yield f"{name} = {_toml(value)}"


def _toml(value: str | float | date | Sequence[str]) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def plan_ids(count: int) -> Iterator[tuple[str, str]]:
    """Yield so many plan ids, each with the code of its country; national plans come first."""
    size = max(_PLANS_A_COUNTRY, math.ceil(count / len(_COUNTRIES)))
    for number in range(count):
        country, agency = _COUNTRIES[number // size], number % size
        name = country.lower()
        yield (f"{name}/agency-{agency:03}" if agency else name), country


def write_plans(folder: Path, *, plans: int, milestones: int, warnings: int, seed: int) -> None:
    """Write the plan files into a folder, the warnings spread evenly over them."""
    for number, (plan_id, country) in enumerate(plan_ids(plans)):
        own = warnings * (number + 1) // plans - warnings * number // plans
        text = plan_text(plan_id, country=country, milestones=milestones, warnings=own, seed=seed)
        path = folder / f"{plan_id}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Read the options and write the plans."""
    summary, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=rest, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plans", type=int, default=200)
    parser.add_argument("--milestones", type=int, default=50, help="in each plan")
    parser.add_argument("--warnings", type=int, default=20, help="in all, one a milestone at most")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not 0 <= options.warnings <= options.plans * options.milestones:
        parser.error("there is at most one warning a milestone")
    write_plans(**vars(options))


if __name__ == "__main__":
    main()
