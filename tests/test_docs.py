"""The README names every command, option and column."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from pipeline.export.schema import tables

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> dict[str, list[str]]:
    """Every command, with its options."""
    from typer.main import get_command

    from pipeline.cli import app

    found: dict[str, list[str]] = {}
    waiting = [("", get_command(app))]
    while waiting:
        name, command = waiting.pop()
        if hasattr(command, "commands"):
            waiting.extend((f"{name} {below}".strip(), each) for below, each in command.commands.items())
        else:
            found[name] = [option for each in command.params for option in each.opts if option.startswith("--")]
    return found


def test_every_command_and_option_is_in_the_readme() -> None:
    for command, options in commands().items():
        assert f"xianbao {command}" in README
        assert [option for option in options if f"`{option}" not in README and f" {option}" not in README] == []


@pytest.mark.parametrize("table", tables())
def test_every_column_is_in_the_readme_under_its_table(table: str) -> None:
    [part] = re.findall(rf"^### `(?:review/)?{table}\.csv`.*?(?=^##)", README, re.MULTILINE | re.DOTALL)
    named = re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)
    assert named == [column.name for column in tables()[table]]


def test_what_the_readme_prints_is_what_python_prints(capsys: pytest.CaptureFixture[str]) -> None:
    for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL):
        exec(f"import pipeline\n{block}", {})
        told = re.findall(r"^# (.*)$", block, re.MULTILINE)
        assert not told or capsys.readouterr().out.splitlines() == told
        capsys.readouterr()


def test_every_make_target_that_the_readme_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)`", README)) <= targets


def test_files_name_no_registry_and_no_machine_path() -> None:
    lock = (ROOT / "requirements" / "lock.txt").read_text(encoding="utf-8")
    assert re.findall(r"https?:|file:|--index|--find-links|/home/|/root/|/tmp/", lock) == []


def test_the_ci_script_is_executable() -> None:
    done = subprocess.run(["bash", "-n", ROOT / ".ci" / "run"], capture_output=True, check=False)
    assert done.returncode == 0
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o100
