"""Words for spaCy: those of our segmenter, which has the domain's dictionary inside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from pipeline.api import shared_tools
from pipeline.resources.words import Words

TOKENIZER = "xianbao.words.v1"


class WordTokenizer:
    """Text to Doc, one token a word; white space is a token too, so that ``doc.text`` is the text."""

    def __init__(self, vocab: Vocab, words: Words) -> None:
        self.vocab = vocab
        self.words = words

    def __call__(self, text: str) -> Doc:
        """Cut one text."""
        words = self.words.cut(text)
        return Doc(self.vocab, words=words, spaces=[False] * len(words))

    # The dictionary ships with the package: there is nothing to save, but spaCy asks.

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        return b""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> WordTokenizer:
        return self

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        return None

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> WordTokenizer:
        return self


def make_word_tokenizer() -> Callable[[Language], WordTokenizer]:
    """The registered place of the tokenizer, for a config: ``{"@tokenizers": "xianbao.words.v1"}``."""
    return lambda nlp: WordTokenizer(nlp.vocab, shared_tools().words)


registry.tokenizers(TOKENIZER, func=make_word_tokenizer)
