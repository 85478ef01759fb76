"""Annotated reports: a readable markup (``annotations/marked``) and the layer files made of it (``annotations/gold``).

In comes a report with marks in place; out go its text and one CSV file a layer, offsets counted by the machine.
The order: ``marks`` takes the marks out of the text, ``notes`` reads what stands in them, ``readers`` (with ``values``,
``tables``, ``literals``, ``state``) makes rows of them, ``links`` joins values and names, ``markup`` puts the layers
together, ``compile`` reads and writes files. ``annotations/README.md`` explains the markup by example.
Beside it ``rounds`` keeps corrections of observations.
"""
