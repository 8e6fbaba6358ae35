"""What a record is made of: frozen values, each with the words that prove it."""

from caseextract.schema.alteration import Alteration, AlterationType
from caseextract.schema.article import Article, ArticleRecord, Excluded, Provenance, Source
from caseextract.schema.biomarker import Biomarker
from caseextract.schema.case import Case, Conflict
from caseextract.schema.diagnosis import Diagnosis, Histology
from caseextract.schema.duration import Duration
from caseextract.schema.outcome import Outcome
from caseextract.schema.patient import Patient
from caseextract.schema.report import Block, BlockKind, Layout, Metadata, Report, Run
from caseextract.schema.response import BestResponse
from caseextract.schema.source import Box, Evidence, Value
from caseextract.schema.stage import Stage, StageSystem
from caseextract.schema.treatment import Agent, Line, Modality, Treatment

SCHEMA_VERSION = "1.0"

__all__ = [
    "SCHEMA_VERSION",
    "Agent",
    "Alteration",
    "AlterationType",
    "Article",
    "ArticleRecord",
    "BestResponse",
    "Biomarker",
    "Block",
    "BlockKind",
    "Box",
    "Case",
    "Conflict",
    "Diagnosis",
    "Duration",
    "Evidence",
    "Excluded",
    "Histology",
    "Layout",
    "Line",
    "Metadata",
    "Modality",
    "Outcome",
    "Patient",
    "Provenance",
    "Report",
    "Run",
    "Source",
    "Stage",
    "StageSystem",
    "Treatment",
    "Value",
]
