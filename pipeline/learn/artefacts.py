"""A model's files: where they are, how they are read, and how they are written as the same bytes each time."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import ResourceError
from pipeline.learn.rounding import rounded

if TYPE_CHECKING:
    from numpy import ndarray

PARAMETERS, ARRAYS, CARD, README = "model.json", "weights.npz", "card.json", "README.md"
_PACKAGE = Path(__file__).parents[1]
_LONGEST_LIST = 100  # characters of a list in JSON that stays on one line
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP file can tell


def models_folder() -> Path:
    """``models/``: inside the package where it is installed (the wheel puts it there), beside it in a checkout."""
    installed = _PACKAGE / "models"
    return installed if installed.is_dir() else _PACKAGE.parent / "models"


def model_folder(name: str) -> Path:
    """The folder of one model."""
    return models_folder() / name


def read_parameters(name: str, *, version: int, folder: Path | None = None) -> dict[str, Any]:
    """What ``model.json`` holds. Raises ResourceError, which names the file, if it is missing or of another version."""
    path = (folder or model_folder(name)) / PARAMETERS
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _fault(path, f"cannot be read ({error})", name) from error
    found = content.get("version") if isinstance(content, dict) else None
    if found != version:
        raise _fault(path, f"is of version {found}, this program reads version {version}", name)
    return content  # type: ignore[no-any-return]


def read_arrays(name: str, *, folder: Path | None = None) -> dict[str, ndarray]:
    """The arrays of ``weights.npz``. Raises ResourceError, which names the file."""
    import numpy as np

    path = (folder or model_folder(name)) / ARRAYS
    try:
        with np.load(path, allow_pickle=False) as stored:
            return {key: stored[key] for key in stored.files}
    except (OSError, ValueError, zipfile.BadZipFile, KeyError) as error:
        raise _fault(path, f"cannot be read ({error})", name) from error


def write_model(
    folder: Path,
    parameters: Mapping[str, Any],
    card: Mapping[str, Any],
    *,
    arrays: Mapping[str, ndarray] | None = None,
    readme: str = "",
) -> None:
    """Write a model's folder; equal content gives equal bytes. ``parameters`` needs a ``version``."""
    assert "version" in parameters, folder
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / PARAMETERS, to_json(parameters))
    _write(folder / CARD, to_json(card))
    if readme:
        _write(folder / README, readme)
    if arrays:
        (folder / ARRAYS).write_bytes(_npz(arrays))


def to_json(content: Mapping[str, Any]) -> str:
    """Readable JSON: numbers rounded, a key a line, short lists on one line."""
    return _text(rounded(dict(content)), "") + "\n"


def _text(value: Any, indent: str) -> str:
    plain = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if not value or not isinstance(value, dict | list) or (isinstance(value, list) and len(plain) <= _LONGEST_LIST):
        return plain
    deeper = indent + " "
    if isinstance(value, list):
        inside = [_text(each, deeper) for each in value]
        return f"[\n{deeper}" + f",\n{deeper}".join(inside) + f"\n{indent}]"
    inside = [f"{json.dumps(key, ensure_ascii=False)}: {_text(each, deeper)}" for key, each in value.items()]
    return f"{{\n{deeper}" + f",\n{deeper}".join(inside) + f"\n{indent}}}"


def _npz(arrays: Mapping[str, ndarray]) -> bytes:
    """What ``numpy.savez`` writes, without the time of writing; stored, for compressors differ from machine to machine."""
    import numpy as np

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for key in sorted(arrays):
            content = io.BytesIO()
            np.lib.format.write_array(content, np.ascontiguousarray(arrays[key]), version=(1, 0), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{key}.npy", _NO_DATE), content.getvalue())
    return buffer.getvalue()


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


def _fault(path: Path, message: str, name: str) -> ResourceError:
    advice = f"install xianbao anew, or rebuild the model with `xianbao train {name}`"
    return ResourceError(f"{path}: {message}", stage="models", advice=advice)
