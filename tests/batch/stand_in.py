"""An extractor whose reports say how it is to behave; called in worker processes as `tests.batch.stand_in:extract`."""

from __future__ import annotations

import faulthandler
import hashlib
import os
import re
import signal
import time

from caseextract.batch.tasks import Limits, Orders
from caseextract.errors import DamagedFile
from caseextract.schema import (
    Agent,
    Alteration,
    ArticleRecord,
    Case,
    Diagnosis,
    Duration,
    Evidence,
    Histology,
    Line,
    Patient,
    Provenance,
    Source,
    Stage,
    Treatment,
    Value,
)
from caseextract.settings import Settings

NAME = "tests.batch.stand_in:extract"
ORDERS = Orders(extractor=NAME, limits=Limits(seconds=30))
KNOWLEDGE = "stand-in"


def extract(source: str | bytes, *, name: str | None, settings: Settings) -> ArticleRecord:
    """Do what the first word of the report says, then give a record."""
    text = source if isinstance(source, str) else source.decode("utf-8")
    _obey(text)
    return record(text, name=name)


def record(text: str, *, name: str | None = None) -> ArticleRecord:
    """One case with one diagnosis, alteration and course where the text has their words."""
    proof = _proofs(text)
    case = Case(
        patient=Patient(sex=Value(value="female", evidence=proof("woman")) if "woman" in text else None),
        diagnoses=(
            Diagnosis(
                histology=Histology(name="lung adenocarcinoma", codes={"oncotree": "LUAD"}, evidence=found),
                stages=(Stage(system="AJCC", value="IV", evidence=found),),
            ),
        )
        if (found := proof("adenocarcinoma"))
        else (),
        alterations=(Alteration(gene="EGFR", type="mutation", variant="L858R", status="present", evidence=found),)
        if (found := proof("EGFR"))
        else (),
        treatments=(
            Treatment(
                modality="systemic",
                agents=(Agent(name="gefitinib", codes={"ncit": "C1855"}, evidence=found),),
                line=Line(stated=1, inferred=1),
                progressed=Value(value=True),
                durations=(Duration(kind="pfs", months=9.5, evidence=found),),
                evidence=found,
            ),
        )
        if (found := proof("gefitinib"))
        else (),
    )
    return ArticleRecord(
        cases=(case,) if case != Case() else (),
        source=Source(name=name, sha256=hashlib.sha256(text.encode()).hexdigest(), text=text),
        provenance=Provenance(program="1", knowledge=os.environ.get("KNOWLEDGE", KNOWLEDGE), schema_version="1"),
    )


def report(number: int) -> str:
    """A report that differs from all others."""
    return f'Report {number}. A woman with adenocarcinoma and an EGFR L858R mutation received gefitinib, "first".\n'


def _proofs(text: str):  # type: ignore[no-untyped-def]
    def proof(word: str) -> tuple[Evidence, ...]:
        start = text.find(word)
        return (Evidence(quote=word, start=start, end=start + len(word)),) if start >= 0 else ()

    return proof


def _obey(text: str) -> None:
    order = re.match(r"(?:[A-Z]{3,}\b ?)?", text)
    match (order[0] if order else "").strip():
        case "HANG":
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
            while True:
                time.sleep(1)
        case "DIE":
            os.kill(os.getpid(), signal.SIGKILL)
        case "LEAVE":
            os._exit(3)
        case "CRASH":
            faulthandler._sigsegv()  # type: ignore[attr-defined]
        case "EAT":
            bytearray(8 << 30)
        case "NIBBLE":
            kept = []
            while True:
                kept.append(bytearray(1 << 24))
        case "DAMAGED":
            raise DamagedFile("the file ends too early")
        case "STUMBLE":
            raise ValueError("something unforeseen")
        case "WAIT":
            time.sleep(0.05)
        case "ONCE":
            # dies the first time only: a node that goes down, not an article that brings it down
            flag = text.split()[1]
            if not os.path.exists(flag):  # noqa: PTH110
                os.close(os.open(flag, os.O_CREAT))
                os.kill(os.getppid(), signal.SIGKILL)
                time.sleep(30)
