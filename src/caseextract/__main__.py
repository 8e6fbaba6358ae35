"""`python -m caseextract`."""

from caseextract.cli import main

main()
