"""The spaCy ``Language`` for county reports: a jieba tokenizer of its own, and the stages as components.

>>> nlp = load()                                        # doctest: +SKIP
>>> doc = nlp("全年拨付医保基金1208.30万元。")            # doctest: +SKIP
>>> [(span.text, span.label_, span._.record.value) for span in doc.spans["quantities"]]  # doctest: +SKIP
[('1208.30万元', 'MONEY', '1208.30')]

``doc.spans`` holds ``segments``, ``quantities`` (dates too) and ``indicators``; a span's ``_.record`` is what it
stands for, whose offsets are exact where a token straddles them. ``doc._.observations`` holds the rows of
observations.csv, ``doc._.report`` the ``Report``; all of it survives ``DocBin(store_user_data=True)``.

Importing this module registers the factories; an installed package does so by itself, so that
``spacy.blank("zh").add_pipe("xianbao_quantities")`` needs no import.
"""

from __future__ import annotations

import os

import spacy
from spacy.language import Language

from pipeline.api import Folder, shared_tools
from pipeline.language.components import COMPONENTS
from pipeline.language.docs import report_doc
from pipeline.language.draw import ENTITY_STYLE, drawing
from pipeline.language.extensions import add_extensions
from pipeline.language.tokenizer import TOKENIZER
from pipeline.settings import Settings

__all__ = ["ENTITY_STYLE", "drawing", "load", "report_doc"]

add_extensions()


def load(*, taxonomy: Folder = None) -> Language:
    """A Chinese ``Language`` with every component, in the order of the flow; one Doc is one report.

    ``taxonomy`` is the folder of a taxonomy of one's own. Raises ResourceError where it breaks its rules.
    """
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.max_length = Settings().max_characters  # a report is one Doc; spaCy would stop at a million
    for name in COMPONENTS:
        nlp.add_pipe(name, config={"taxonomy": os.fspath(taxonomy or "")} if name == "xianbao_observations" else {})
    shared_tools(taxonomy).ready()
    return nlp
