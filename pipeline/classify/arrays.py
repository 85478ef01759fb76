"""The kinds of arrays that this stage passes about; numpy itself is imported only where a report is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Integers: TypeAlias = NDArray[np.int64]
    Places: TypeAlias = NDArray[np.int32]
    Codes: TypeAlias = NDArray[np.uint64]
    Floats: TypeAlias = NDArray[np.float64]
    Units: TypeAlias = NDArray[np.uint16]
    Truths: TypeAlias = NDArray[np.bool_]
else:  # msgspec reads the annotations of records
    Integers = Places = Codes = Floats = Units = Truths = Any
