"""The least that it takes to print a table with the libraries that ogdplan rests on."""

import typer
from pydantic import BaseModel
from rich.console import Console
from rich.table import Table


class Row(BaseModel):
    """One plan."""

    plan: str
    completed: int


rows = [Row(plan=name, completed=50) for name in ("bangladesh", "nepal", "panama", "uruguay")]
table = Table("Plan", "Completed")
for row in rows:
    table.add_row(row.plan, str(row.completed))
typer.echo("Where plans stand")
Console().print(table)
