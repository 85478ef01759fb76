"""Learned weights as data: read and written without pickle, scored without scikit-learn, probabilities calibrated.

A model is a folder of ``models/``: ``model.json`` holds what is few (version, features, weights, thresholds, calibration;
every number rounded to 6 significant digits), ``weights.npz`` what is many, ``card.json`` and ``README.md`` how it was
made and how good it is. Stages read theirs with ``read_parameters(name)``; trainers (``pipeline/training``) fit with
``fit_logistic``, cross-validate with ``folds`` and write with ``write_model``.
"""

from __future__ import annotations

from pipeline.learn.artefacts import model_folder, read_arrays, read_parameters, write_model
from pipeline.learn.calibration import Curve, calibration_error, fit_isotonic, fit_platt, reliability
from pipeline.learn.fit import fit_logistic
from pipeline.learn.folds import folds
from pipeline.learn.logistic import Logistic, sigmoid
from pipeline.learn.rounding import rounded

__all__ = [
    "Curve",
    "Logistic",
    "calibration_error",
    "fit_isotonic",
    "fit_logistic",
    "fit_platt",
    "folds",
    "model_folder",
    "read_arrays",
    "read_parameters",
    "reliability",
    "rounded",
    "sigmoid",
    "write_model",
]
