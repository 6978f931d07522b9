import pytest

from ogdplan.workspace.site_manifest import (
    Manifest,
    WrittenFile,
    journal_line,
    manifest_text,
    read_journal,
    read_manifest,
)

A, B = "a" * 64, "b" * 64
FILES = {"plans/nepal.html": WrittenFile(A, B), "index.html": WrittenFile(B, A)}


def test_manifest_is_read_as_it_was_written() -> None:
    manifest = Manifest(A, FILES)

    assert read_manifest(manifest_text(manifest)) == manifest


def test_manifest_has_a_line_a_file_by_name() -> None:
    assert manifest_text(Manifest(A, FILES)) == (
        f'{{"schema": "ogdplan/site-manifest/1", "made_of": "{A}", "files": {{\n'
        f'"index.html": ["{B}", "{A}"],\n'
        f'"plans/nepal.html": ["{A}", "{B}"]\n'
        "}}\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        "[]",
        "{}",
        "[" * 100_000,
        f'{{"schema": "ogdplan/site-manifest/2", "made_of": "{A}", "files": {{}}}}',
        '{"schema": "ogdplan/site-manifest/1", "made_of": 1, "files": {}}',
        '{"schema": "ogdplan/site-manifest/1", "made_of": "", "files": []}',
        f'{{"schema": "ogdplan/site-manifest/1", "made_of": "", "files": {{"a.html": ["{A}"]}}}}',
        '{"schema": "ogdplan/site-manifest/1", "made_of": "", "files": {"a.html": ["x", "y"]}}',
        f'{{"schema": "ogdplan/site-manifest/1", "made_of": "", "files": {{"/a": ["{A}","{B}"]}}}}',
    ],
)
def test_what_this_program_did_not_write_is_no_manifest(text: str) -> None:
    assert read_manifest(text) is None


def test_journal_is_read_up_to_the_line_that_was_cut_off() -> None:
    whole = "".join(journal_line(name, each) for name, each in FILES.items())

    assert dict(read_journal(whole)) == FILES
    assert [name for name, _ in read_journal(whole[:-20])] == ["plans/nepal.html"]
    assert list(read_journal('null\n{"a": 1}\n["../x", "a", "b"]\n1\n')) == []
