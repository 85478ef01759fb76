"""How much of a good table comes back from each of eight flattenings, by kind of table.

    python tests/benchmarks/flattenings.py

Reports only; ``tests/structure_tables/test_eight_ways.py`` asserts.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.structure_tables.test_eight_ways import SHEETS, read
from tests.structure_tables.ways import WAYS, printed


def main() -> None:
    print(f"{'':22s}" + "".join(f"{name:>12s}" for name in SHEETS))
    for way in WAYS:
        shares = []
        for sheet in SHEETS.values():
            expected = Counter(printed(sheet))
            shares.append((read(way(sheet)) & expected).total() / expected.total())
        print(f"{way.__name__:22s}" + "".join(f"{share:12.3f}" for share in shares))


if __name__ == "__main__":
    main()
