"""Numbers and percentages as people type them: decimals by comma, thousands by point, shares."""

import re
from collections.abc import Iterable, Sequence

from ogdplan.actions.importing.cells.faults import Bad
from ogdplan.workspace.spreadsheets.cells import CellValue, Percentage

_BLANKS = re.compile(r"[\s\u202f]")
_MARKED = re.compile(r"-?(?P<whole>\d{1,15})(?P<mark>[.,])(?P<rest>\d{1,15})")
_GROUPED = re.compile(r"-?\d{1,3}(?:(?P<mark>[.,])\d{3})(?:(?P=mark)\d{3}){0,4}(?P<rest>[.,]\d+)?")
_OTHER = {".": ",", ",": "."}


def decimal_mark(values: Iterable[CellValue]) -> str | None:
    """Return whether the texts of a column have a point or a comma before decimals.

    None where none of them tells, or where two contradict: 1.234 tells nothing, 0.5 does.
    """
    proofs = {proof for each in values if isinstance(each, str) if (proof := _proof(_bare(each)))}
    return proofs.pop() if len(proofs) == 1 else None


def typed_number(text: str, mark: str | None = None) -> int | float | Bad | None:
    """Return the number that a text is, None where it is none; `mark` stands before decimals."""
    bare = _bare(text)
    if re.fullmatch(r"-?\d{1,15}", bare):
        return int(bare)
    known = mark or _proof(bare)
    if known is None:
        return _in_doubt(text, bare) if _MARKED.fullmatch(bare) else None
    plain = bare.replace(_OTHER[known], "") if _is_grouped(bare, _OTHER[known]) else bare
    match = _MARKED.fullmatch(plain)
    if match and match["mark"] == known:
        return float(plain.replace(known, "."))
    return int(plain) if re.fullmatch(r"-?\d{1,15}", plain) else None


def percent(
    value: CellValue, text: str, *, are_shares: bool, is_unclear: bool, mark: str | None
) -> int | float | Bad | None:
    """Return a percentage, from 0 to 100 where it is right; None for what is no number.

    With `are_shares` the plain numbers of the column are shares of 1, with `is_unclear` a 1 may
    be all of it or 1 %.
    """
    number = typed_number(text, mark) if isinstance(value, str) else value
    if isinstance(number, bool) or not isinstance(number, (int, float)):
        return number if isinstance(number, Bad) else None
    if isinstance(value, Percentage):
        return round(number * 100, 6)
    if "%" in text or number == 0:
        return number
    if are_shares and number <= 1:
        return round(number * 100, 6)
    if are_shares:
        return Bad(f"{text} stands among shares of 1", f"write {text}%")
    is_in_doubt = 0 < number < 1 or (is_unclear and number == 1)
    return _share_in_doubt(number, text) if is_in_doubt else number


def _share_in_doubt(number: float, text: str) -> Bad:
    if number == 1:
        return Bad("1 could be 1 % or all of it", "write 1% or 100%")
    whole = f"{round(number * 100, 6):g}"
    return Bad(f"{text} could be {text} % or {whole} %", f"write {whole} or {whole}%")


def are_shares_of_one(values: Sequence[CellValue]) -> bool:
    """Return whether numbers are shares of 1, as Excel keeps what it shows as 50%."""
    numbers = _plain_numbers(values)
    has_part = any(0 < each < 1 for each in numbers)
    return has_part and all(0 <= each <= 1 for each in numbers)


def may_be_shares(values: Sequence[CellValue]) -> bool:
    """Return whether some numbers look like shares of 1 and others like percentages."""
    numbers = _plain_numbers(values)
    return any(0 < each < 1 for each in numbers) and any(each > 1 for each in numbers)


def are_all_or_none(values: Sequence[CellValue]) -> bool:
    """Return whether all numbers are 0 or 1, and so may be percentages or shares of 1."""
    numbers = {*_numbers(values), *_typed(values)}
    return 1 in numbers and numbers <= {0, 1}


def _plain_numbers(values: Sequence[CellValue]) -> list[int | float]:
    """Return the numbers of a column; those of its texts where it has none, as in a CSV file."""
    has_numbers = any(isinstance(each, (int, float)) for each in values)
    return _numbers(values) if has_numbers else _typed(values)


def _numbers(values: Iterable[CellValue]) -> list[int | float]:
    numbers = (each for each in values if isinstance(each, (int, float)))
    return [each for each in numbers if not isinstance(each, (bool, Percentage))]


def _typed(values: Sequence[CellValue]) -> list[int | float]:
    """Return the numbers that are texts without a percent sign."""
    mark = decimal_mark(values)
    texts = (each for each in values if isinstance(each, str) and "%" not in each)
    typed = (typed_number(each, mark) for each in texts)
    return [each for each in typed if isinstance(each, (int, float))]


def _bare(text: str) -> str:
    return _BLANKS.sub("", text.strip().removesuffix("%"))


def _proof(bare: str) -> str | None:
    """Return the mark before decimals where a number itself tells it."""
    if grouped := _GROUPED.fullmatch(bare):
        if grouped["rest"]:
            return grouped["rest"][0] if grouped["rest"][0] != grouped["mark"] else None
        is_sure = bare.count(grouped["mark"]) > 1
        is_decimal = bare.lstrip("-").startswith("0")
        return _OTHER[grouped["mark"]] if is_sure else grouped["mark"] if is_decimal else None
    marked = _MARKED.fullmatch(bare)
    return marked["mark"] if marked else None


def _is_grouped(bare: str, mark: str) -> bool:
    found = _GROUPED.fullmatch(bare)
    return found is not None and found["mark"] == mark


def _in_doubt(text: str, bare: str) -> Bad:
    whole = re.sub(r"[.,]", "", bare)
    exact = f"{bare.replace(',', '.')}0"
    return Bad(
        f'"{text}" could be {whole} or {bare.replace(",", ".")}',
        f"write {whole} without a mark, or {exact}",
    )
