"""The rule of the group language by example."""

from rulecases.case import Case


def _plan(languages: str, title: str, rest: str = "") -> str:
    return f"""\
format = 1

[plan]
{title}
country = "NPL"
start = "2017-H2"
end = "2018"
lead = "office"
{languages}

[[institutions]]
id = "office"
name.en = "Office of Open Data"
name.ne = "खुला डाटा कार्यालय"
name.pt-BR = "Escritório de Dados Abertos"
sector = "government"

{rest}
[[updates]]
id = "meeting"
on = 2018-01-15
text.en = "The working group met"
text.ne = "कार्य समूहको बैठक बस्यो"
text.pt-BR = "O grupo de trabalho se reuniu"
"""


_BOTH = 'title.en = "Open data plan"\ntitle.ne = "खुला डाटा योजना"'
_LESSON = '[[lessons]]\nid = "ask"\ntitle = "Ask the users"\ncategory = "coordinate-with-users"\n'

CASES = (
    Case(
        "missing-translation",
        _plan('languages = ⟦["en", "ne"]⟧', 'title = "Open data plan"'),
        _plan('languages = ["en", "ne"]', _BOTH),
        message="1 of 3 texts lack ne; the first is the plan's title",
        help="write it as in `title.ne = …`, or take ne out of `languages`",
    ),
    Case(  # once for a language, however many texts lack it
        "missing-translation",
        _plan('languages = ⟦["en", "ne"]⟧', _BOTH, _LESSON + 'description = "Early"\n'),
        _plan('languages = ["en"]', _BOTH, _LESSON + 'description = "Early"\n'),
        message='2 of 5 texts lack ne; the first is the title of "ask"',
    ),
    Case(  # a note is not published
        "missing-translation",
        _plan('languages = ⟦["en", "ne"]⟧', _BOTH + '\nsummary = "Open data for all"'),
        _plan('languages = ["en", "ne"]', _BOTH + '\nnote = "Ask the ministry"'),
    ),
    Case(  # the first language counts too
        "missing-translation",
        _plan('languages = ⟦["en", "ne"]⟧', 'title.ne = "खुला डाटा योजना"'),
        _plan('languages = ["ne", "en"]', _BOTH),
    ),
    Case(  # a region is served by its language, not the other way round
        "missing-translation",
        _plan('languages = ⟦["en", "pt"]⟧', 'title.en = "Plan"\ntitle.pt = "Plano"'),
        _plan('languages = ["en", "pt-br", "ne-NP"]', _BOTH + '\ntitle.pt = "Plano"'),
        message='2 of 3 texts lack pt; the first is the name of "office"',
    ),
    Case(
        "missing-translation",
        _plan("", 'title.ne = "खुला डाटा योजना"').replace("[plan]", "⟦[plan]⟧"),
        _plan("", _BOTH),
        help="say in `languages` in which languages the plan is written",
    ),
)
"""Each face of the rule."""
