# Two commands for a fresh machine with python3 (3.11 or newer) and make: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export UV_PYTHON_DOWNLOADS := never

.PHONY: help setup demo test test-long lint format bench floors lock clean

help:
	@echo "make demo       read the bundled reports into demo/dataset"
	@echo "make test       lint, types and tests"
	@echo "make test-long  the same with the tests that take minutes"
	@echo "make lint       ruff and mypy only"
	@echo "make bench      speed and memory on this machine"
	@echo "make lock       resolve the dependencies anew into requirements/lock.txt"

setup: $(READY)

# The stamp file makes this run once, and again when the lock or the project's own file changes.
$(READY): requirements/lock.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("xianbao needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 ...")'
	@$(PYTHON) -m venv $(VENV) || { echo "no venv module here; on Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "setting up $(VENV), once; this takes a few minutes on a slow line ..."
	@$(BIN)/python -m pip install --quiet uv || echo "uv is not to be had; going on with pip"
	@if $(BIN)/python -m uv --version >/dev/null 2>&1 \
	  && $(BIN)/python -m uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/lock.txt \
	  && $(BIN)/python -m uv pip install --quiet --python $(BIN)/python --no-deps -e .; then :; else \
	  $(BIN)/python -m pip install --quiet --require-hashes -r requirements/lock.txt \
	  && $(BIN)/python -m pip install --quiet --no-deps -e .; fi
	@touch $(READY)

demo: $(READY)
	$(BIN)/xianbao run annotations/reports --out demo/dataset --force
	@echo
	@echo "The reports that were read:   annotations/reports/ (all invented)"
	@echo "Each value with its sentence: demo/dataset/observations.csv"
	@echo "County by year:               demo/dataset/panel.csv"
	@echo "One report in the terminal:   $(BIN)/xianbao show $$(ls annotations/reports/*.txt | head -1)"
	@echo "Scores on these reports:      $(BIN)/xianbao evaluate demo/dataset annotations/gold"

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	$(BIN)/python -m pytest -q

test-long: lint
	$(BIN)/python -m pytest -q -m "long or not long"

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY)
	$(BIN)/python tests/benchmarks/speed.py
	$(BIN)/python tests/benchmarks/quantities.py
	$(BIN)/python tests/benchmarks/classify.py
	$(BIN)/python tests/benchmarks/memory.py

# Lowering a floor is an explicit act: say why in the changelog.
floors: $(READY)
	$(BIN)/python -m pytest -q tests/test_floors.py --update-floors

lock: $(READY)
	$(BIN)/python -m uv pip compile --quiet --universal --generate-hashes --no-header --upgrade \
	  pyproject.toml --all-extras -o requirements/lock.txt

clean:
	rm -rf $(VENV) demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
