"""The options that say what a new plan is; a command adds what is its own, such as a panel."""

from functools import partial

import typer

from ogdplan.cli.completion import complete_plan

title = partial(typer.Option, "--title", metavar="TITLE", help="The plan's title.")
lead = partial(
    typer.Option,
    "--lead",
    metavar="NAME",
    help='The institution in charge: "National Information Commission (NIC)".',
)
start = partial(
    typer.Option, "--start", metavar="DATE", help='When it begins: 2018, "June 2018", …'
)
end = partial(typer.Option, "--end", metavar="DATE", help="When it ends, that day included.")
kind = partial(typer.Option, "--kind", help="What kind of plan it is.")
stage = partial(typer.Option, "--stage", help="Where it stands.")
languages = partial(typer.Option, "--language", metavar="LANGUAGE")
parent = partial(
    typer.Option,
    "--parent",
    metavar="PLAN",
    help="The national plan above an agency or local plan.",
    autocompletion=complete_plan,
)
