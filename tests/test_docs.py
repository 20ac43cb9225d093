"""What the documents say is what the code has."""

import re
from pathlib import Path

from django.core.management.base import BaseCommand

from articles.admin.flags import EXPLANATIONS
from articles.admin.problems import PROBLEMS
from articles.importing import sources
from articles.management.commands.import_issues import Command
from articles.models import ImportItem

ROOT = Path(__file__).parent.parent
IMPORTING = (ROOT / "docs" / "importing.md").read_text("utf-8")


def in_first_column() -> set[str]:
    return set(re.findall(r"^\| `([a-z-]+)`", IMPORTING, re.MULTILINE))


def test_every_flag_is_documented_with_an_example():
    assert set(EXPLANATIONS) <= in_first_column()


def test_every_problem_that_the_importer_reports_is_documented():
    code = "".join(
        path.read_text("utf-8")
        for folder in ("importing", "parsing")
        for path in (ROOT / "articles" / folder).glob("*.py")
    )
    raised = re.findall(r'(?:UnreadableText|Problem)\(\s*"([a-z-]+)"', code)
    assert len(set(raised)) > 5
    assert set(raised) <= in_first_column()
    assert set(raised) == set(PROBLEMS), "said in the admin in words"


def test_every_outcome_is_documented():
    assert set(ImportItem.Outcome.values) <= in_first_column()


def test_every_option_of_the_command_is_documented():
    own = options_of(Command()) - options_of(BaseCommand())
    assert {"--dry-run", "--json"} <= own
    for option in own:
        assert option in IMPORTING, option


def options_of(command: BaseCommand) -> set[str]:
    actions = command.create_parser("manage.py", "command")._actions
    return {option for action in actions for option in action.option_strings}


def test_every_column_of_a_manifest_is_documented():
    for column in sources.MANIFEST_COLUMNS:
        assert f"`{column}`" in IMPORTING


def test_every_environment_variable_is_documented():
    settings = (ROOT / "newsroom" / "settings.py").read_text("utf-8")
    production = (ROOT / "docs" / "production.md").read_text("utf-8")
    variables = re.findall(r'env\.read_\w+\(\s*"([A-Z_]+)"', settings)
    assert len(variables) > 8
    for variable in variables:
        assert f"`{variable}`" in production
