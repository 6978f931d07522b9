"""The first page: where all plans stand, and the five measures side by side."""

from ogdplan.model.plan import Header
from ogdplan.model.site_names import INDEX, plan_page, relative
from ogdplan.model.values import is_plan_id
from ogdplan.progress.across import Totals, totals
from ogdplan.progress.kin import Placed, in_order
from ogdplan.progress.known import Known
from ogdplan.progress.plan import subtotal
from ogdplan.report.html.chapters import Paper
from ogdplan.report.meeting.figures import Standing, standing
from ogdplan.report.meeting.heading import countries, is_official, period
from ogdplan.report.meeting.parts import line
from ogdplan.report.meeting.section import Section
from ogdplan.report.page import EMPTY, Cell, Column, Fit, Sheet
from ogdplan.report.segments import Style
from ogdplan.report.site.comparison import comparison
from ogdplan.report.site.downloads import downloads
from ogdplan.report.site.frame import Portfolio, paper
from ogdplan.report.tongue import Tongue


def overview(portfolio: Portfolio) -> Paper:
    """Return the first page."""
    words = portfolio.tongue
    sections = (
        _status(portfolio),
        *((comparison(portfolio),) if portfolio.plans else ()),
        *((_unreadable(portfolio),) if portfolio.failed else ()),
        downloads(words, here=INDEX),
    )
    return paper(portfolio, INDEX, words.say("Open government data action plans"), sections)


def _status(portfolio: Portfolio) -> Section:
    words = portfolio.tongue
    title = words.say("Where plans stand")
    if not portfolio.plans:
        return Section("status", title, (line(words.say("No plan could be read.")),))
    rows = tuple(_row(portfolio, placed) for placed in in_order(portfolio.plans))
    explained = words.say(
        "Completed is by weight, with a line for the time that has passed. What is overdue after "
        "the end of a plan was not delivered. Plans of agencies stand below their country's; "
        "its own figures never include them."
    )
    blocks = (
        line(explained, Style.MUTED),
        Sheet(_columns(words), rows, _total(totals(portfolio.plans), words)),
    )
    return Section("status", title, blocks)


def _columns(words: Tongue) -> tuple[Column, ...]:
    return (
        Column(words.say("Plan"), "plan", fit=Fit.WRAPPED),
        Column(words.say("Country"), "country"),
        Column(words.say("Stage"), "stage"),
        Column(words.say("Completed"), "completed_percent"),
        Column(words.say("Overdue"), "overdue", "right"),
        Column(words.say("Due soon"), "due_soon", "right"),
        Column(words.say("Done"), "completed", "right"),
        Column(words.say("Period"), "period"),
        Column(words.say("Open challenges"), "open_challenges", "right"),
        Column(words.say("Not mitigated"), "unmitigated_challenges", "right"),
        Column(words.say("Lessons"), "lessons", "right"),
        Column(words.say("Put together from"), "basis"),
    )


def _row(portfolio: Portfolio, placed: Placed[Known]) -> tuple[Cell, ...]:
    if placed.plan is None:
        return _subtotal(placed.under, placed.depth, portfolio.tongue)
    return _plan(portfolio, placed.plan, placed.depth)


def _plan(portfolio: Portfolio, known: Known, depth: int) -> tuple[Cell, ...]:
    words, summary, header = portfolio.tongue, known.summary, known.plan.header
    elapsed = summary.elapsed_percent
    return (
        portfolio.title(known, here=INDEX, before=_indent(depth)),
        Cell(_country(header, words)),
        Cell(words.term(header.stage)),
        *_milestones(standing(subtotal([summary.milestones]), words, elapsed=elapsed)),
        Cell(period(header, words) if header.start or header.end else "–"),
        Cell(words.number(summary.challenges.open)),
        _unmitigated(summary.challenges.unmitigated, words),
        Cell(words.number(summary.lessons)),
        _sources(header, words),
    )


def _sources(header: Header, words: Tongue) -> Cell:
    if is_official(header):
        return Cell(words.say("the plan's own text"), Style.MUTED)
    return Cell(words.say("public sources"), Style.RISK, "◇")


def _country(header: Header, words: Tongue) -> str:
    if len(header.countries) > 1:
        return words.count("{n} country", "{n} countries", len(header.countries))
    return countries(header, words)


def _subtotal(plans: tuple[Known, ...], depth: int, words: Tongue) -> tuple[Cell, ...]:
    total = subtotal([each.summary.milestones for each in plans])
    name = words.count("{n} plan under it", "{n} plans under it", total.plans)
    return (
        Cell(f"{_indent(depth)}{name}", Style.MUTED),
        EMPTY,
        EMPTY,
        *_milestones(standing(total, words)),
        *(EMPTY,) * 5,
    )


def _total(total: Totals, words: Tongue) -> tuple[Cell, ...]:
    sums = total.milestones
    return (
        Cell(words.count("{n} plan", "{n} plans", sums.plans)),
        EMPTY,
        EMPTY,
        *_milestones(standing(sums, words)),
        EMPTY,
        Cell(words.number(total.open_challenges)),
        _unmitigated(total.unmitigated, words),
        Cell(words.number(total.lessons)),
        EMPTY,
    )


def _milestones(found: Standing) -> tuple[Cell, ...]:
    """Return the cells from Completed to Done."""
    return (found.completion.cell, found.overdue.cell, found.due_soon.cell, found.done.cell)


def _indent(depth: int) -> str:
    return "└ " * bool(depth)


def _unmitigated(number: int, words: Tongue) -> Cell:
    return Cell(words.number(number), Style.RISK if number else Style.MUTED)


def _unreadable(portfolio: Portfolio) -> Section:
    """Return the files that yield no plan; their pages say more."""
    words = portfolio.tongue
    columns = (Column(words.say("File"), "path"), Column(words.say("Page"), "page"))
    rows = tuple(
        (
            Cell(each.place.shown, Style.ERROR),
            _page_of(each.place.plan_id, words),
        )
        for each in portfolio.failed
    )
    says = words.say("These plans cannot be shown at present, and no figure here includes them.")
    blocks = (line(says), Sheet(columns, rows))
    return Section("unreadable", words.say("Plans not shown at present"), blocks)


def _page_of(plan_id: str, words: Tongue) -> Cell:
    """Return the way to the page of a plan; none where the name of its file gives no id."""
    if not is_plan_id(plan_id):
        return Cell(words.say("none: the file's name cannot be the id of a plan"))
    return Cell(words.say("To its page"), href=relative(plan_page(plan_id), here=INDEX))
