"""The words of dates in English, Spanish, French and Portuguese, without accents."""

from enum import Enum, auto
from functools import cache, lru_cache


class Kind(Enum):
    """What a symbol does in a date."""

    NUMBER = auto()
    MONTH = auto()
    UNIT = auto()
    ORDINAL = auto()
    SEASON = auto()
    FISCAL = auto()
    VAGUE = auto()
    BY = auto()
    BEFORE = auto()
    FROM = auto()
    TO = auto()
    AND = auto()
    MARK = auto()
    NOISE = auto()
    OTHER = auto()


_MONTHS = (
    "january february march april may june july august september october november december",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "january february march april may june july august setiembre october november december",
)
_SHORTEST_MONTH = 3
HALF_MONTH = 0
WEEK = 7
"""Units that are parts of a month; all others are counted in months of a year."""

_ORDINALS = {
    -1: "last ultimo ultima ultimos ultimas dernier derniere derniers dernieres",
    1: "first primer primero primera premier premiere primeiro primeira i",
    2: "second segundo segunda deuxieme seconde ii",
    3: "third tercer tercero tercera troisieme terceiro terceira iii",
    4: "fourth cuarto cuarta quatrieme quarto quarta iv",
}
_UNITS = {
    HALF_MONTH: "quincena quinzena quinzaine fortnight",
    WEEK: "week semana semaine wk",
    2: "bimestre bimester",
    3: "q quarter trimestre trimester trim tri trimestres qtr quarters",
    4: "cuatrimestre quadrimestre",
    6: "half semestre semester sem moitie mitad metade semestres",
}
_GLUED_UNITS = {"t": 3, "h": 6, "s": 6}
_SEASONS = (
    "spring primavera printemps",
    "summer verano ete verao",
    "autumn fall otono automne outono",
    "winter invierno hiver inverno",
)
EARLY, MIDDLE, END, LATE = 1, 2, 3, 4
_VAGUE = {
    EARLY: "early beginning start principios principio inicio inicios comienzos comienzo debut "
    "comeco",
    MIDDLE: "mid middle mediados mediado milieu meados meado mi",
    END: "end ending finales fines fin fins final finais fim close",
    LATE: "late",
}
_PLAIN = {
    Kind.FISCAL: "fy fiscal financial exercice exercicio ejercicio budgetaire budget orcamentario",
    Kind.BY: "by within during in on at no later than due deadline target para en em "
    "durante dans ici plus tard tardar mais mas lo por around about expected "
    "completed complete approximately approx circa c hacia vers largo longo long tout "
    "transcurso prazo plazo fecha echeance mismo",
    Kind.BEFORE: "before antes avant prior",
    Kind.FROM: "from since starting desde depuis between entre des onwards onward adelante diante",
    Kind.TO: "to a ao ate until till through thru hasta jusqu jusque al au",
    Kind.AND: "and y e et &",
    Kind.NOISE: "of the de del da do dos das di la le les el los o du des d l os year years ano "
    "anos annee annees month months mes meses mois calendar calendario civil date data "
    "that same cy monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles "
    "jueves viernes sabado domingo lundi mardi mercredi jeudi vendredi samedi dimanche  "
    "mon tue tues wed thu thurs fri sat sun s un an",
}
_PUNCTUATION = "-/.,:;()[]'\"|"


def meaning(word: str) -> tuple[Kind, int]:
    """Return what a folded word or mark means, with its number."""
    if word in _PUNCTUATION:
        return Kind.MARK, 0
    return _meanings().get(word) or _month_named(word)


def glued_unit(letter: str) -> int | None:
    """Return the months of a letter that stands at a number, as in "T2", "H1" or "S1"."""
    return _GLUED_UNITS.get(letter)


@cache
def _meanings() -> dict[str, tuple[Kind, int]]:
    found: dict[str, tuple[Kind, int]] = {}
    for kind, words in reversed(_PLAIN.items()):
        found |= dict.fromkeys(words.split(), (kind, 0))
    tables = ((Kind.VAGUE, _VAGUE), (Kind.ORDINAL, _ORDINALS), (Kind.UNIT, _UNITS))
    for kind, table in tables:
        found |= {word: (kind, value) for value, words in table.items() for word in words.split()}
    found |= {word: (Kind.SEASON, i) for i, words in enumerate(_SEASONS) for word in words.split()}
    return found


@lru_cache(maxsize=512)
def _month_named(word: str) -> tuple[Kind, int]:
    """Return the month by its name or a beginning of it that fits no other."""
    if len(word) < _SHORTEST_MONTH:
        return Kind.OTHER, 0
    numbers = {
        number
        for names in _MONTHS
        for number, month in enumerate(names.split(), start=1)
        if month.startswith(word)
    }
    return (Kind.MONTH, numbers.pop()) if len(numbers) == 1 else (Kind.OTHER, 0)
