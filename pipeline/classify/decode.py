"""From the labels' scores of each sentence to one sequence: labels do not flicker, probabilities know their neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.classify.arrays import Floats

LEAST = -100.0  # log odds that count as never
_SCALED = 8  # units; a step costs a factor of e-20 at most, and e-700 is the least there is


def best_path(scores: Floats, moves: Floats, kinds: Sequence[int]) -> list[int]:
    """Viterbi: the sequence of labels whose scores and moves add up to most.

    ``scores`` is units x labels in log odds, ``moves[kind][from][to]`` what a move between labels costs, ``kinds`` the kind of
    border before each unit (the first is not looked at).
    """
    import numpy as np

    towards = np.ascontiguousarray(moves.transpose(0, 2, 1))  # kind x to x from
    rows = np.arange(len(towards[0])) * len(towards[0])  # where each label's own begin in a table of moves
    total = scores[0]
    came = []
    for score, kind in zip(scores[1:], kinds[1:], strict=True):
        reached = towards[kind] + total
        came.append(reached.argmax(axis=1))
        total = reached.ravel().take(came[-1] + rows) + score
    path = [int(total.argmax())]
    for step in reversed(came):
        path.append(int(step[path[-1]]))
    return path[::-1]


def marginals(scores: Floats, moves: Floats, kinds: Sequence[int]) -> Floats:
    """Forward and backward: the probability of each label of each unit, all sequences weighed."""
    import numpy as np

    steps = list(np.exp(moves))
    backward = [step.T for step in steps]
    own = np.exp(np.maximum(scores - scores.max(axis=1, keepdims=True), LEAST))
    ahead = _sweep(own, [steps[kind] for kind in kinds])
    behind = _sweep(own[::-1], [backward[kind] for kind in [0, *kinds[:0:-1]]])[::-1]
    shares: Floats = ahead * behind / own  # both hold the unit's own
    shares /= shares.sum(axis=1, keepdims=True)
    return shares


def _sweep(own: Floats, steps: Sequence[Floats]) -> Floats:
    """The weight of all sequences up to each unit, scaled now and then so that it does not vanish."""
    import numpy as np

    rows = [own[0]]
    row = own[0]
    for index in range(1, len(own)):
        row = row.dot(steps[index]) * own[index]
        if not index % _SCALED:
            row = row / row.sum()
        rows.append(row)
    return np.array(rows)
