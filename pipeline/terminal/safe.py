"""Text of unknown origin, made fit for a terminal."""

_SHOWN = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
_CONTROLS = _SHOWN | {ord("\r"): " "} | dict.fromkeys(range(0x80, 0xA0), "\ufffd")


def safe(text: str) -> str:
    r"""The text with control characters shown instead of obeyed, character for character: offsets stay.

    >>> safe("甲\x1b[2J乙\r\n")
    '甲␛[2J乙 \n'
    """
    return text.translate(_CONTROLS)
