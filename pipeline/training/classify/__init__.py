"""The trainer of ``models/classify``: the wording step, then the choice step, then the sequence, then calibration.

Every step after the first is fitted on what the first says of reports that it has not seen (cross-validation by report
within the split ``train``), so that it learns how far the wording is to be trusted on new reports.
"""

from __future__ import annotations

from pipeline.training.classify.fit import train

__all__ = ["train"]
