"""Write the published JSON Schema of the record beside this file.

    python models/write_schema.py
"""

import json
from pathlib import Path

from caseextract.schema import SCHEMA_VERSION, ArticleRecord

PUBLISHED = Path(__file__).with_name("record.schema.json")


def schema() -> str:
    """The schema as it is published: JSON Schema 2020-12, of what the program writes."""
    made = ArticleRecord.model_json_schema(mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"caseextract-record-{SCHEMA_VERSION}"}
    return json.dumps({**head, **made}, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PUBLISHED.write_text(schema(), encoding="utf-8")
