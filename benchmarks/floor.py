"""Fail where the headline of a scorer's JSON (standard input) is more than 0.01 below the figure in floor.txt.

To raise the floor, write the new figure into floor.txt.
"""

import json
import sys
from pathlib import Path

SLACK = 0.01
FLOOR = Path(__file__).with_name("floor.txt")


def main() -> None:
    headline, floor = json.load(sys.stdin)["headline"], float(FLOOR.read_text(encoding="utf-8"))
    print(f"headline {headline:.3f}, floor {floor:.3f}")
    if headline < floor - SLACK:
        sys.exit(f"The headline has fallen by {floor - headline:.3f}; mend what broke, or say in the change why {FLOOR.name} is lower.")


if __name__ == "__main__":
    main()
