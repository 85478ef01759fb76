"""Codes by which a text tells a city or province without naming it: dialling codes, the letters of provinces.

``dialling_codes.csv`` is made from the Chinese names of the PyPI package phonenumbers 9.0.43 (Apache 2.0), cities with
no name there added by hand; cities that share a code are parted by ``|``. ``plates.csv`` has the letter that stands
for a province on number plates and in the licence numbers of web sites (闽ICP备).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pipeline.resources.tables import fault, read_rows

FOLDER = Path(__file__).parent


@cache
def dialling_codes() -> dict[str, tuple[str, ...]]:
    """The cities by dialling code: 0731 has three. Raises ResourceError that names the faulty line."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_rows(FOLDER / "dialling_codes.csv", ("code", "cities")):
        if not row["code"].startswith("0") or row["code"] in found or not row.parts("cities"):
            raise fault(row.place, f"{row['code']} must be a new code that begins with 0, and have a city")
        found[row["code"]] = row.parts("cities")
    return found


@cache
def plates() -> dict[str, str]:
    """The provinces by their letter. Raises ResourceError that names the faulty line."""
    return {row["letter"]: row["province"] for row in read_rows(FOLDER / "plates.csv", ("letter", "province"))}
