"""Many articles: sources, ledger, workers, engines."""

from caseextract.batch.many import Extracted, Failed, Outcome, extract_many
from caseextract.batch.tasks import Limits, Orders

__all__ = ["Extracted", "Failed", "Limits", "Orders", "Outcome", "extract_many"]
