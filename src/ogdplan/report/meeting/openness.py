"""The data that are opened, and the indicators by which the plan wants to be measured."""

from ogdplan.actions.reporting import PlanReport
from ogdplan.model.when import When
from ogdplan.progress.datasets import DatasetProgress
from ogdplan.progress.health import Health
from ogdplan.progress.indicators import IndicatorProgress
from ogdplan.report.marks import HEALTH
from ogdplan.report.meeting import entries, parts
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.shares import open_words
from ogdplan.report.meeting.table import Entry, Field, Row, Table
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import EMPTY, Cell, Fit
from ogdplan.report.segments import Style
from ogdplan.report.tongue import Tongue


def datasets(plan: PlanReport, teller: Teller) -> Section:
    """Return the datasets, and of those linked to the SDGs the open share beside the benchmark."""
    tongue, counts = teller.tongue, plan.progress.dataset_counts
    table = _dataset_table(plan, teller)
    none = parts.nothing(tongue.say("The plan lists no datasets."))
    blocks = (parts.line(open_words(plan, tongue)), table.shown()) if table.rows else (none,)
    return parts.section(
        SectionName.DATASETS,
        tongue,
        *blocks,
        table=table,
        value={
            **counts._asdict(),
            "sdg_linked_open_percent": counts.sdg_linked_open_percent,
            "datasets": table.values(),
        },
        is_empty=not table.rows,
    )


def _dataset_table(plan: PlanReport, teller: Teller) -> Table:
    say = teller.tongue.say
    fields = (
        Field("title", say("Dataset"), fit=Fit.WRAPPED),
        Field("open", say("Open")),
        Field("stars", say("Stars"), priority=2),
        Field("licence", say("Licence"), priority=4, fit=Fit.WRAPPED),
        Field("availability", say("Available"), priority=3),
        Field("released", say("Release"), priority=1, fit=Fit.WRAPPED),
        Field("publisher", say("Publisher"), priority=5, fit=Fit.WRAPPED),
        Field("id"),
        Field("number"),
        Field("access"),
        Field("planned"),
        Field("late"),
        Field("sdgs"),
        Field("formats"),
        Field("url"),
    )
    return Table(fields, tuple(_dataset(each, teller) for each in plan.datasets))


def _dataset(each: DatasetProgress, teller: Teller) -> Row:
    tongue, dataset = teller.tongue, each.dataset
    style = Style.GOOD if each.is_open else Style.PLAIN
    words = tongue.say("yes") if each.is_open else tongue.say("no")
    stars = Cell("★" * each.stars) if each.stars else entries.DASH
    return (
        entries.title(teller, dataset),
        Entry(each.is_open, Cell(words, style, "✔" if each.is_open else "")),
        Entry(each.stars, stars),
        entries.plain(dataset.licence),
        entries.term(tongue, dataset.availability),
        Entry(dataset.released.text if dataset.released else None, _release(each, tongue)),
        entries.institution(teller, dataset.publisher),
        Entry(dataset.id),
        Entry(dataset.number),
        Entry(dataset.access.value),
        Entry(dataset.planned.text if dataset.planned else None),
        Entry(each.is_late),
        Entry(list(dataset.sdgs)),
        Entry(list(dataset.formats)),
        Entry(dataset.url),
    )


def _release(each: DatasetProgress, tongue: Tongue) -> Cell:
    """Return when it was or is to be released, or since when it should have been."""
    dataset = each.dataset
    if each.is_released:
        return Cell(tongue.when(dataset.released))
    if dataset.planned is None:
        return EMPTY
    planned = tongue.when(dataset.planned)
    if not each.is_late:
        return Cell(tongue.say("planned: {day}", day=planned))
    mark, style = HEALTH[Health.OVERDUE]
    return Cell(tongue.say("late since {day}", day=planned), style, mark)


def indicators(plan: PlanReport, teller: Teller) -> Section:
    """Return the indicators: baseline, latest value, target, and the share of the way."""
    say = teller.tongue.say
    fields = (
        Field("title", say("Indicator"), fit=Fit.WRAPPED),
        Field("unit", say("Unit"), priority=4, fit=Fit.WRAPPED),
        Field("baseline", say("Baseline"), priority=2, fit=Fit.WRAPPED),
        Field("latest", say("Latest"), fit=Fit.WRAPPED),
        Field("target", say("Target"), priority=1, fit=Fit.WRAPPED),
        Field("way_percent", say("Share of the way"), "right", 3),
        Field("met", say("Met")),
        Field("id"),
        Field("number"),
        Field("level"),
        Field("direction"),
        Field("baseline_on"),
        Field("latest_on"),
        Field("target_on"),
        Field("sdg"),
        Field("commitment"),
    )
    table = Table(fields, tuple(_indicator(each, teller) for each in plan.indicators))
    none = say("The plan names no indicators.")
    found = parts.table_section(SectionName.INDICATORS, teller.tongue, table, none=none)
    if found.is_empty or any(each.latest for each in plan.indicators):
        return found
    return found._replace(blocks=(parts.line(say("No measurement is known yet.")), *found.blocks))


def _indicator(each: IndicatorProgress, teller: Teller) -> Row:
    tongue, indicator, latest = teller.tongue, each.indicator, each.latest
    return (
        entries.title(teller, indicator),
        entries.plain(indicator.unit),
        _value(indicator.baseline, indicator.baseline_on, tongue),
        _value(latest.value if latest else None, latest.on if latest else None, tongue),
        _value(indicator.target, indicator.target_on, tongue),
        entries.percent(tongue, each.way_percent),
        entries.yes_no(tongue, each.is_met),
        Entry(indicator.id),
        Entry(indicator.number),
        Entry(indicator.level.value),
        Entry(indicator.direction.value),
        Entry(indicator.baseline_on.text if indicator.baseline_on else None),
        Entry(latest.on.text if latest else None),
        Entry(indicator.target_on.text if indicator.target_on else None),
        Entry(indicator.sdg),
        Entry(indicator.commitment),
    )


def _value(number: float | None, on: When | None, tongue: Tongue) -> Entry:
    if number is None:
        return Entry(None, entries.DASH)
    words = tongue.number(number)
    if on:
        words = tongue.say("{number} ({day})", number=words, day=tongue.when(on))
    return Entry(number, Cell(words))
