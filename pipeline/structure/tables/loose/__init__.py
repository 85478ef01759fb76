"""Tables whose cells stand between blanks or on lines of their own, and whose empty cells vanished, as text from a PDF has them.

A line that tells of a table is an anchor (``anchors``); from it a region reaches up to the title and down to the last row
(``regions``; ``bars`` and ``long_lines`` find regions where one cell stands on a line or a whole table in one). Lines are cut
into ``tokens``, cells without rows regrouped (``streams``). Accounts become ``records`` under ``heads`` that a published form explains
(``blocks``), their figures placed by sums (``cells``, ``tree``, ``placing`` above); target and score tables become rows under their heads
(``goals``, ``goal_rows``, ``goal_cells``). ``tables`` puts title, unit and cells together.
"""
