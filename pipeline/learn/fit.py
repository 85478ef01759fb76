"""Fitting a logistic model to named features. Only training calls this: it needs scikit-learn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.learn.logistic import Logistic
from pipeline.learn.rounding import rounded

_TOLERANCE = 1e-10  # Newton's steps reach it; coarser, the sixth digit would hang on the machine
_MOST_STEPS = 200


def fit_logistic(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[bool],
    *,
    penalty: float = 1.0,
    weights: Sequence[float] | None = None,
) -> Logistic:
    """The weights that tell the true rows from the others; rounded, and the same each time.

    ``penalty`` is the weight of the squared weights (the larger, the smaller they stay; features should be of the order
    of 1); ``weights`` count rows more or less. Raises ValueError where all labels are equal.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    table = DictVectorizer(sparse=False, sort=True)
    values = table.fit_transform([dict(row) for row in rows])
    model = LogisticRegression(C=1 / penalty, solver="newton-cholesky", tol=_TOLERANCE, max_iter=_MOST_STEPS)
    model.fit(values, [bool(label) for label in labels], sample_weight=weights)
    found = dict(zip(table.feature_names_, model.coef_[0].tolist(), strict=True))
    return Logistic(bias=rounded(float(model.intercept_[0])), weights=rounded(found))
