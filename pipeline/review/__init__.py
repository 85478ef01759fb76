"""Annotated reports: a readable markup (``annotations/marked``) and the layer files made of it (``annotations/gold``).

In comes a report with marks in place; out go its text and one CSV file a layer, offsets counted by the machine.
The order: ``marks`` takes the marks out of the text, ``notes`` reads what stands in them, ``markup`` makes the layers
(``tables`` the cells of account tables, ``literals`` the values that need no word), ``compile`` reads and writes files.
``annotations/README.md`` explains the markup by example.
"""
