"""The insurance scheme or population that a line is about: 城镇职工, 城乡居民, 大病保险 ..."""

from __future__ import annotations

import re

# Longer names first; what is nearest before the number holds. Each begins with a sign of its own: such are found fast.
_INSURED = r"(?:基本)?(?:医疗保险|医保|养老保险)"
SCHEME = re.compile(
    rf"城镇职工{_INSURED}|职工{_INSURED}|城乡居民{_INSURED}|城镇居民{_INSURED}|新型农村合作医疗|新农合|"
    r"基本养老保险|养老保险|工伤保险|失业保险|生育保险|大病保险|大病互助|意外伤害保险|医疗救助|长期护理保险|长护险|"
    r"城镇职工|城乡居民|职工(?=基本|参保|医|累计|基金|筹资|征)|居民(?=基本|参保|医|基金|筹资)|特殊人员(?=医疗|基金)|离休干部(?=医疗|基金)"
)
_MEASURED = re.compile(r"基金|参保|筹资|补偿|报销|征缴|待遇|住院|门诊|结余|赤字|缴费|统筹")

# schemes, and names that say themselves that another one is meant
_FOREIGN = (
    (re.compile("医疗救助"), re.compile(r"救助|资助|追回|手工|参保|征缴")),
    (re.compile(".*养老|失业|工伤"), re.compile(r"医保|医疗|住院|门诊")),
)


def scheme_of(text: str, start: int = 0, end: int | None = None) -> str:
    """The last scheme named in text[start:end]; empty if none is."""
    last = ""
    for found in SCHEME.finditer(text, start, len(text) if end is None else end):
        last = found[0]
    return last


def needs_scheme(name: str) -> bool:
    """Whether a name is about an insurance and does not say which; 政策范围内报销比例 is told of all."""
    return bool(_MEASURED.search(name)) and "政策范围内" not in name and not SCHEME.search(name)


def is_foreign(scheme: str, name: str) -> bool:
    """Whether a scheme told before is not what a name is about: 医疗救助 before 追回基金, 养老保险 before 医保参保率."""
    return any(told.match(scheme) and other.search(name) for told, other in _FOREIGN)
