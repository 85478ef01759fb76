"""What is remembered from name to name has a limit: a long run over many reports must not grow without end."""

from __future__ import annotations

from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


def remember(memory: dict[Key, Value], key: Key, value: Value, *, most: int) -> Value:
    """Keep a value and give it back; a memory that holds ``most`` is emptied first. Asked at a miss only."""
    if len(memory) >= most:
        memory.clear()
    memory[key] = value
    return value
