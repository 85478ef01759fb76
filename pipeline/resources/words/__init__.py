"""The word segmenter: a jieba of its own (rjieba) with the domain's words in its dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.resources.taxonomy import Taxonomy

if TYPE_CHECKING:
    from rjieba import Jieba

KEEP_WHOLE = 2_000_000  # far above any word of jieba's dictionary, so that no split of a domain word costs less
LONGEST = 10  # characters; longer indicator names are phrases, and stay what jieba makes of them


class Words:
    """Cuts text into words; the domain's terms stay whole."""

    def __init__(self, jieba: Jieba) -> None:
        self._jieba = jieba

    @classmethod
    def load(cls, folder: Path | None = None) -> Words:
        """A segmenter with the words of ``terms.txt`` and the taxonomy's short names and aliases."""
        from rjieba import Jieba

        jieba = Jieba()
        for word, tag in _domain_words(folder or Path(__file__).parent):
            jieba.add_word(word, KEEP_WHOLE, tag)
        return cls(jieba)

    def cut(self, text: str) -> list[str]:
        """The words of a text, in order; joined they are the text."""
        return self._jieba.cut(text)

    def tag(self, text: str) -> list[tuple[str, str]]:
        """The words with their part of speech, in jieba's tags (n, v, m ...)."""
        return self._jieba.tag(text)


def _domain_words(folder: Path) -> Iterator[tuple[str, str]]:
    for line in (folder / "terms.txt").read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if word and not word.startswith("#"):
            yield word, tag or "n"
    for indicator in Taxonomy.load().indicators.values():
        for name in (indicator.name, *indicator.aliases):
            if 2 <= len(name) <= LONGEST and name.isalpha() and name.isidentifier():
                yield name, "n"
