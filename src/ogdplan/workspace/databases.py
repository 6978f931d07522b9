"""SQLite databases: made whole in memory, then written like any other result."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ogdplan.workspace.files import write_output

Value = str | int | float | None


class Column(NamedTuple):
    """A column; `type` is what SQLite and those who read its files make of the values."""

    name: str
    type: str = "TEXT"
    is_required: bool = False


class Key(NamedTuple):
    """A foreign key: these columns of a row are those of a row of another table."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its rows; `primary` names the columns of its key.

    `indexed` are others by which rows are looked for; columns of foreign keys always are.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Value, ...]]
    primary: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    indexed: tuple[tuple[str, ...], ...] = ()


class View(NamedTuple):
    """A table that others make up; `query` is a SELECT."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Database:
    """Tables and views, in the order in which they are made."""

    tables: tuple[Table, ...]
    views: tuple[View, ...]


def write_database(path: Path, database: Database) -> None:
    """Write a database, whole or not at all; the same one gives the same bytes.

    Raises FileError as `write_output` does, and sqlite3.IntegrityError for rows that break a
    key: whoever makes the rows sees to it that none does.
    """
    write_output(path, as_bytes(database), option="--to")


def as_bytes(database: Database) -> bytes:
    """Return the file of a database."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with connection:
            # Plans and institutions refer to each other: keys are looked at in the end.
            connection.execute("PRAGMA defer_foreign_keys = ON")
            for table in database.tables:
                connection.execute(_created(table))
            for table in database.tables:
                _fill(connection, table)
        for table in database.tables:
            for number, columns in enumerate(_indexes(table), start=1):
                name = _quoted(f"{table.name}_index_{number}")
                connection.execute(f"CREATE INDEX {name} ON {_quoted(table.name)} ({columns})")
        for view in database.views:
            connection.execute(f"CREATE VIEW {_quoted(view.name)} AS {view.query}")
        connection.commit()
        return connection.serialize()


def _fill(connection: sqlite3.Connection, table: Table) -> None:
    places = ", ".join("?" * len(table.columns))
    # S608: names of tables are our own and quoted, values are bound.
    statement = f"INSERT INTO {_quoted(table.name)} VALUES ({places})"  # noqa: S608
    connection.executemany(statement, table.rows)


def _created(table: Table) -> str:
    parts = [_column(column) for column in table.columns]
    if table.primary:
        parts.append(f"PRIMARY KEY ({_listed(table.primary)})")
    parts += [
        f"FOREIGN KEY ({_listed(key.columns)}) REFERENCES {_quoted(key.table)} "
        f"({_listed(key.to)}) DEFERRABLE INITIALLY DEFERRED"
        for key in table.keys
    ]
    body = ",\n  ".join(parts)
    return f"CREATE TABLE {_quoted(table.name)} (\n  {body}\n)"


def _column(column: Column) -> str:
    required = " NOT NULL" if column.is_required else ""
    return f"{_quoted(column.name)} {column.type}{required}"


def _indexes(table: Table) -> list[str]:
    """Return the columns of each index, those that the primary key begins with aside."""
    wanted = [*(key.columns for key in table.keys), *table.indexed]
    lists = dict.fromkeys(columns for columns in wanted if columns != table.primary[: len(columns)])
    return [_listed(columns) for columns in lists]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
