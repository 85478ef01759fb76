"""The description of the data set as a Frictionless data package."""

from __future__ import annotations

from typing import Any

from pipeline.export.schema import Column, place, tables

_TYPES = {"decimal": "number"}
_KEYS = {
    "documents": ["doc_id"],
    "segments": ["doc_id", "segment_id"],
    "entities": ["doc_id", "entity_id"],
    "observations": ["doc_id", "observation_id"],
}


def datapackage() -> dict[str, Any]:
    """The package's descriptor; its table schemas are those of ``tables.csv``."""
    return {
        "name": "xianbao",
        "title": "县级政府报告数据集",
        "profile": "tabular-data-package",
        "resources": [_resource(table, columns) for table, columns in tables().items()],
    }


def _resource(table: str, columns: tuple[Column, ...]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in columns], "missingValues": [""]}
    if table in _KEYS:
        schema["primaryKey"] = _KEYS[table]
    if columns[0].name == "doc_id" and table != "documents":
        schema["foreignKeys"] = [{"fields": ["doc_id"], "reference": {"resource": "documents", "fields": ["doc_id"]}}]
    return {
        "name": table,
        "path": place(table),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\n"},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.kind, column.kind),
        "title": column.title,
        "description": column.description,
    }
    if column.kind == "boolean":
        field |= {"trueValues": ["1"], "falseValues": ["0"]}  # false is printed as nothing
    return field
