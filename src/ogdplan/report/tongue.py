"""The language of a report's own words: labels, sentences, dates and numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import assert_never

from ogdplan.findings import Rule
from ogdplan.model.terms import Term
from ogdplan.model.when import Precision, When
from ogdplan.progress.health import Health, health_label
from ogdplan.reference import countries, sdg
from ogdplan.reference.languages import is_right_to_left, primary_language
from ogdplan.report import local_forms
from ogdplan.report.translations import (
    ABOUT_CONTEXT,
    GOALS_CONTEXT,
    RULES_CONTEXT,
    SOURCE_LANGUAGE,
    about,
    context_of,
    languages,
    translations,
)


def mark(message: str) -> str:
    """Return the message unchanged; marks it for translation where it is declared.

    For what is not said at once, such as the headings of columns.
    """
    return message


NOT_DELIVERED = mark("Not delivered")
"""What is said after a plan's end of a milestone that is overdue."""

_QUARTERS = (
    mark("the first quarter of {year}"),
    mark("the second quarter of {year}"),
    mark("the third quarter of {year}"),
    mark("the fourth quarter of {year}"),
)
_HALVES = (mark("the first half of {year}"), mark("the second half of {year}"))


@dataclass(frozen=True)
class Tongue:
    """The language that a report's own words are in.

    `tag` is the BCP 47 tag asked for. A regional form speaks the language it belongs to, and a
    language without a catalogue speaks English, in dates and numbers too. Texts of a plan are
    not its matter: they are chosen by `tag`.
    """

    tag: str

    @property
    def has_catalogue(self) -> bool:
        """Whether the words are in the language asked for."""
        return self._primary in (SOURCE_LANGUAGE, *languages())

    @property
    def language(self) -> str:
        """The language that the words really are in, without a region."""
        return self._primary if self.has_catalogue else SOURCE_LANGUAGE

    @property
    def is_right_to_left(self) -> bool:
        """Whether the language asked for is written from right to left."""
        return is_right_to_left(self.tag)

    def say(self, message: str, /, **values: object) -> str:
        """Return the message translated, then filled with the values as `str.format` does."""
        words = translations(self.language).gettext(message) if message else ""
        return words.format(**values)

    def count(self, one: str, several: str, number: int, /, **values: object) -> str:
        """Return the form of the message that fits the number; `{n}` is the number in words."""
        words = translations(self.language).ngettext(one, several, number)
        return words.format(n=self.number(number), **values)

    def term(self, term: Term) -> str:
        """Return the label of a value of a vocabulary."""
        return translations(self.language).pgettext(context_of(term), term.label)

    def describe(self, term: Term) -> str:
        """Return the one line that says what a value of a vocabulary means."""
        return translations(self.language).pgettext(context_of(term), term.description)

    def rule(self, rule: Rule) -> str:
        """Return the title of a rule: what it finds, in a few words."""
        return translations(self.language).pgettext(RULES_CONTEXT, rule.title)

    def about(self, vocabulary: str) -> str:
        """Return what a vocabulary lists, in a clause; raises KeyError for no name of one."""
        return translations(self.language).pgettext(ABOUT_CONTEXT, about(vocabulary))

    def health(self, health: Health, *, plan_over: bool) -> str:
        """Return the label of a health: after the plan's end, overdue is "not delivered"."""
        label = health_label(health, plan_over=plan_over)
        return self.term(health) if label == health.label else self.say(label)

    def when(self, when: When | None) -> str:
        """Return a day or period as people say it, "" for none."""
        if when is None:
            return ""
        first, year = when.first, when.first.year
        match when.precision:
            case Precision.DAY:
                return self.day(first)
            case Precision.MONTH:
                return local_forms.month(first, self.language)
            case Precision.QUARTER:
                return self.say(_QUARTERS[(first.month - 1) // 3], year=year)
            case Precision.HALF:
                return self.say(_HALVES[(first.month - 1) // 6], year=year)
            case Precision.YEAR:
                return str(year)
            case _:
                assert_never(when.precision)

    def day(self, day: date) -> str:
        """Return a day in words: `6 December 2017`."""
        return local_forms.day(day, self.language)

    def number(self, value: float) -> str:
        """Return a number with all its digits: `12,345.6`."""
        return local_forms.number(value, self.language)

    def percent(self, value: int | None) -> str:
        """Return a percentage: `26 %`; a dash for none."""
        return "–" if value is None else local_forms.percent(value, self.language)

    def signed(self, value: int) -> str:
        """Return a number with its sign, 0 without one: `+12`."""
        return local_forms.signed(value, self.language)

    def listed(self, items: Sequence[str]) -> str:
        """Return the items as one enumeration: `a, b and c`."""
        return local_forms.listed(items, self.language)

    def clauses(self, items: Iterable[str]) -> str:
        """Return clauses that each stand for themselves: `a; b; c`, "" for none."""
        return self.say("{said}; {more}", said="", more="").join(items)

    def days(self, number: int) -> str:
        """Return a number of days from that of the report: `3 days late`, `today`, `in 12 days`."""
        if number == 0:
            return self.say("today")
        if number > 0:
            return self.count("in {n} day", "in {n} days", number)
        return self.count("{n} day late", "{n} days late", -number)

    def country(self, code: str) -> str:
        """Return the name of the country with an ISO 3166-1 alpha-3 code; unknown, the code."""
        found = countries.country(code)
        if found is None:
            return code
        return local_forms.territory(found.alpha2, self.language) or found.name

    def sdg(self, goal: int) -> str:
        """Return the short name of a goal, 1 to 17.

        Raises KeyError for no number of a goal.
        """
        found = sdg.goal(goal)
        if found is None:
            raise KeyError(goal)
        if self.language in found.names:
            return found.names[self.language]
        return translations(self.language).pgettext(GOALS_CONTEXT, found.names[SOURCE_LANGUAGE])

    @property
    def _primary(self) -> str:
        return primary_language(self.tag)


@lru_cache(maxsize=64)
def tongue(tag: str | None) -> Tongue:
    """Return the tongue of a BCP 47 tag; of None, English."""
    return Tongue(tag or SOURCE_LANGUAGE)


ENGLISH = tongue(None)
"""The language that needs no catalogue."""
