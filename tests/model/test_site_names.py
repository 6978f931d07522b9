import pytest

from ogdplan.model.site_names import is_site_name


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("index.html", True),
        ("data/plans/brazil/planejamento.json", True),
        ("data/next-step.csv", True),
        ("data/status.csv", True),
        ("readme.html", False),
        ("plans/readme.md", False),
        ("plans/nepal/.html", False),
        ("data/readme.csv", False),
        ("data/nepal.json", False),
        ("../index.html", False),
        ("/etc/passwd.html", False),
        ("a//b.html", False),
        (".git/config.html", False),
        ("a\\b.html", False),
        ("a.html\n", False),
        ("A.html", False),
        ("noending", False),
        (1, False),
    ],
)
def test_name_of_a_file_never_leads_out_of_the_site(name: object, *, is_one: bool) -> None:
    assert is_site_name(name) is is_one
