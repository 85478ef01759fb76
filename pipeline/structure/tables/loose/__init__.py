"""Tables whose cells stand between blanks and whose empty cells vanished, as text from a PDF has them.

A region is found from an anchor (regions), its lines are cut into tokens (tokens), tokens into records (records), broken
heads are read with the help of the published forms (heads), and the figures are placed by sums (read, tree).
"""
