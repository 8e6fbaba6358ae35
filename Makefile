# Two commands that need nothing but Python (3.11 or newer) and make:
#   make sample   sets everything up and turns a bundled sample report into a record
#   make test     sets everything up and runs every check: ruff, mypy, import contracts, pytest
# Another interpreter: make test PYTHON=python3.12

VENV ?= .venv
PYTHON ?= $(shell for name in python3 python3.12 python3.11 python3.13 python3.14; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)
BIN = $(VENV)/bin

.PHONY: sample test lint schema goldens clean

sample: $(VENV)/installed
	$(BIN)/caseextract extract --summary samples/small-cell-lung-fusion.txt

test: lint
	$(BIN)/pytest

lint: $(VENV)/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; name it with: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install -q -c constraints.txt hatchling editables
	$(BIN)/python -m pip install -q -c constraints.txt --no-build-isolation -e .
	@touch $@

$(VENV)/installed-for-tests: $(VENV)/installed
	$(BIN)/python -m pip install -q -c constraints.txt --no-build-isolation -e '.[tables,review,plots,dask,test]'
	@touch $@

# Write anew what the code makes: the published JSON Schema; the samples' expected records and the README's excerpts.
schema: $(VENV)/installed
	$(BIN)/python models/write_schema.py

goldens: $(VENV)/installed-for-tests
	$(BIN)/python samples/make_pdf.py
	$(BIN)/python -m tests.golden
	$(BIN)/python -m tests.readme

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
