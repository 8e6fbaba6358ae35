"""A record against its key: precision, recall and F1 of every field."""

from caseextract.evaluation.report import Evaluation, evaluate, evaluate_folders

__all__ = ["Evaluation", "evaluate", "evaluate_folders"]
