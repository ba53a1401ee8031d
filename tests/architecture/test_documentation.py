"""What the documents say exists, and what exists is documented."""

import re
from pathlib import Path

import pytest
from django.core.management import BaseCommand, get_commands, load_command_class

from tests.architecture.tree import APPS, ROOT, files, text

COMMANDS = sorted((app, name) for name, app in get_commands().items() if app in APPS)
REFERENCE = (ROOT / "docs" / "commands.md").read_text()
PAGES = [path for path in files("*.md") if path.parts[0] not in APPS]


def section(name: str) -> str:
    """What docs/commands.md says of a command: from its heading to the next."""
    _, _, rest = REFERENCE.partition(f"\n### `{name}")
    return rest.partition("\n##")[0]


@pytest.mark.parametrize(("app", "name"), COMMANDS)
def test_command_is_documented_with_its_options(app, name):
    parser = load_command_class(app, name).create_parser("manage.py", name)
    options = set(parser._option_string_actions) - set(
        BaseCommand().create_parser("manage.py", "")._option_string_actions
    )
    assert section(name), f"docs/commands.md has no section on {name}"
    assert [option for option in sorted(options) if option not in section(name)] == []


def test_documented_commands_exist():
    assert set(re.findall(r"^### `(\w+)", REFERENCE, re.MULTILINE)) == {name for _, name in COMMANDS}


def test_commands_of_the_developers_script_exist():
    source = (ROOT / "dev.py").read_text()
    named = {name for path in PAGES for name in re.findall(r"python3 dev\.py (\w+)", text(path))}
    assert named
    assert [name for name in sorted(named) if f"\ndef {name}(options" not in source] == []


@pytest.mark.parametrize("document", PAGES, ids=str)
def test_links_between_documents_lead_somewhere(document: Path):
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text(document))
    assert [target for target in targets if not (ROOT / document.parent / target).exists()] == []
