"""What is told of a field whose value cannot be read in one of two plans."""

from collections.abc import Iterator

from ogdplan.compare.fields import PRIVATE, private_point
from ogdplan.compare.matching import Pair
from ogdplan.compare.points import Point
from ogdplan.compare.points_of_faults import ReadableAgain, Unreadable
from ogdplan.compare.points_of_fields import FieldRemoved, FieldSet
from ogdplan.compare.sides import shortened
from ogdplan.model.faults import shown
from ogdplan.model.kinds import FieldSpec


def doubtful(pair: Pair) -> frozenset[str]:
    """Return the names of the fields that cannot be read in one of the plans or in both."""
    return frozenset([*pair.before.unread_of(pair.old), *pair.after.unread_of(pair.new)])


def fault_points(pair: Pair, spec: FieldSpec) -> Iterator[Point]:
    """Yield what happened to a field that differs and cannot be read in one of the plans."""
    old = pair.before.unread_of(pair.old).get(spec.name)
    new = pair.after.unread_of(pair.new).get(spec.name)
    old_words = pair.before.words_of(pair.old, spec)
    new_words = pair.after.words_of(pair.new, spec)
    if spec.name == PRIVATE:
        olds, news = pair.before.in_file(pair.old, spec), pair.after.in_file(pair.new, spec)
        yield private_point(spec.name, is_old=olds is not None, is_new=news is not None)
    elif new and new.raw is not None:
        yield Unreadable(spec.name, shortened(new.why), was_readable=old_words is not None)
    elif new_words is None:
        was = old_words if old is None or old.raw is None else shortened(shown(old.raw))
        yield FieldRemoved(spec.name, was or "")
    elif old and old.raw is not None:
        yield ReadableAgain(spec.name, new_words)
    else:
        yield FieldSet(spec.name, new_words)
