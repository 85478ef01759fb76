"""What several tests need: the project's own places, and the explicit act of moving a floor."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-floors", action="store_true", help="write the scores of today into tests/floors.json")
