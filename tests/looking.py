"""Plans that tell how often their records are looked at."""

from collections.abc import Iterator

from builders import a_plan
from ogdplan.model.evidence import Indicator
from ogdplan.model.plan import Plan


class _Looked(tuple[Indicator, ...]):
    """Indicators that note each of them that is looked at."""

    seen: list[str]

    def __iter__(self) -> Iterator[Indicator]:
        for each in super().__iter__():
            self.seen.append(each.id)
            yield each


def plan_of_indicators(count: int, seen: list[str], *, more: str = "") -> Plan:
    """Return a plan of so many indicators, `i0` and on; whenever one is looked at, `seen` grows."""
    lines = (f'{{ id = "i{n}", title = "{n}", level = "output" }}' for n in range(count))
    plan = a_plan(f"indicators = [{', '.join(lines)}]\n{more}")
    looked = _Looked(plan.indicators)
    looked.seen = seen
    return plan.model_copy(update={"indicators": looked})
