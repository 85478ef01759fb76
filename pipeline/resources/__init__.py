"""Data that ships with the package, each folder with the loader that checks it.

``taxonomy`` (indicators, what their names share, rate rows), ``codes`` (function and economic classification),
``divisions`` (provinces, prefectures, counties), ``words`` (dictionary of the word segmenter). Sources, licences
and how to edit them: ``README.md``.
"""
