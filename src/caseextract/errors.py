"""What can go wrong, and what to do about it.

    CaseExtractError
    ├── ReadError                  the file could not be turned into text
    │   ├── FileMissing            no such file
    │   ├── UnknownFormat          neither text, HTML, PDF, JATS nor BioC
    │   ├── EmptyReport            nothing to read in it
    │   ├── EncryptedPdf           a password is needed
    │   ├── DamagedFile            truncated or malformed
    │   ├── NoTextLayer            a scanned PDF: run OCR first
    │   └── TooLarge               beyond the bounds in the settings
    ├── KnowledgeError             a lexicon or rule file is wrong (says file and line)
    ├── RecordError                a record or key does not follow the schema
    ├── ModelError                 a statistical model cannot be found or loaded
    ├── MissingExtra               an optional dependency is not installed
    └── BatchError                 an article in a batch did not come to its end
        ├── ArticleTimeout         it took longer than allowed
        ├── ArticleMemory          it needed more memory than allowed
        └── WorkerDied             its process ended without an answer

Every error's text says what happened and what to do; `code` is a stable word for ledgers and tables.
"""

from __future__ import annotations


class CaseExtractError(Exception):
    """Whatever this package raises on purpose."""

    code = "error"


class ReadError(CaseExtractError):
    """The file could not be turned into text."""

    code = "unreadable"


class FileMissing(ReadError):
    """No such file."""

    code = "missing"


class UnknownFormat(ReadError):
    """Neither text, HTML, PDF, JATS nor BioC."""

    code = "unknown_format"


class EmptyReport(ReadError):
    """Nothing to read in it."""

    code = "empty"


class EncryptedPdf(ReadError):
    """A password is needed."""

    code = "encrypted"


class DamagedFile(ReadError):
    """Truncated or malformed."""

    code = "damaged"


class NoTextLayer(ReadError):
    """A scanned PDF: run OCR first."""

    code = "no_text_layer"


class TooLarge(ReadError):
    """Beyond the bounds in the settings."""

    code = "too_large"


class KnowledgeError(CaseExtractError):
    """A lexicon or rule file is wrong; the text names file and line."""

    code = "knowledge"


class RecordError(CaseExtractError):
    """A record or an answer key does not follow the schema."""

    code = "record"


class ModelError(CaseExtractError):
    """A statistical model cannot be found or loaded."""

    code = "model"


class MissingExtra(CaseExtractError):
    """An optional dependency is not installed; the text names the extra."""

    code = "missing_extra"


class BatchError(CaseExtractError):
    """An article in a batch did not come to its end."""

    code = "batch"


class ArticleTimeout(BatchError):
    """It took longer than allowed."""

    code = "timeout"


class ArticleMemory(BatchError):
    """It needed more memory than allowed."""

    code = "memory"


class WorkerDied(BatchError):
    """Its process ended without an answer."""

    code = "worker_died"
