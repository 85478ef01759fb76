"""From the labels' scores of each sentence to one sequence: labels do not flicker, probabilities know their neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.classify.arrays import Floats


def best_path(scores: Floats, moves: Floats, kinds: Sequence[int]) -> list[int]:
    """Viterbi: the sequence of labels whose scores and moves add up to most.

    ``scores`` is units x labels in log odds, ``moves[kind][from][to]`` what a move between labels costs, ``kinds`` the kind of
    border before each unit (the first is not looked at).
    """
    import numpy as np

    total = scores[0]
    came = []
    for score, kind in zip(scores[1:], kinds[1:], strict=True):
        reached = total[:, None] + moves[kind]
        came.append(reached.argmax(axis=0))
        total = reached.max(axis=0) + score
    path = [int(np.argmax(total))]
    for step in reversed(came):
        path.append(int(step[path[-1]]))
    return path[::-1]


def marginals(scores: Floats, moves: Floats, kinds: Sequence[int]) -> Floats:
    """Forward and backward: the probability of each label of each unit, all sequences weighed."""
    import numpy as np

    steps = np.exp(moves)
    own = np.exp(scores - scores.max(axis=1, keepdims=True))
    ahead, back = own.copy(), np.ones_like(own)
    ahead[0] /= ahead[0].sum()
    for index in range(1, len(own)):
        ahead[index] *= ahead[index - 1] @ steps[kinds[index]]
        ahead[index] /= ahead[index].sum()
    for index in range(len(own) - 2, -1, -1):
        back[index] = steps[kinds[index + 1]] @ (own[index + 1] * back[index + 1])
        back[index] /= back[index].sum()
    both: Floats = ahead * back
    both /= both.sum(axis=1, keepdims=True)
    return both
