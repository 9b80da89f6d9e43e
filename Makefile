# Both commands set themselves up: a virtual environment with the pinned packages, made again only when the lock changes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check

.PHONY: demo test check postgresql channels faults accuracy format bench lock messages migration

demo: $(VENV)/.ready
	@$(BIN)/nhacviec demo

test: $(VENV)/.ready-dev
	@$(BIN)/pytest -n 2 --dist worksteal

check: $(VENV)/.ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m locales.check
	@$(MAKE) --no-print-directory test

# Every story once more on PostgreSQL; make test runs there what the engines may do differently.
postgresql: $(VENV)/.ready-dev
	@$(BIN)/pytest -m "postgresql and not faults" -n 2 --dist worksteal

# Every story once more over each channel: what people type and read goes by the platform's server, poller or webhook.
channels: $(VENV)/.ready-dev
	@$(BIN)/pytest -m channels -n 2
	@for line in telegram telegram-webhook zalo zalo-webhook; do echo "$$line"; \
		NHACVIEC_LINE=$$line $(BIN)/pytest tests/stories tests/bot tests/web -k "not postgresql" -n 2 --dist worksteal || exit 1; done

# Faults and audits over months, on both databases; the quick ones are part of make test.
faults: $(VENV)/.ready-dev
	@$(BIN)/pytest -m faults -n 2

# A fiftieth of the country; all of it: BENCH_SCALE=1 make bench. What misses its target is shown and fails nothing.
bench: $(VENV)/.ready-dev
	@rm -f build/bench.json
	@$(BIN)/pytest tests/benchmarks -m bench -s

# make accuracy [FOLDER=…]: scores plans against the right readings beside them (X.docx and X.json or expected-X.json).
accuracy: $(VENV)/.ready-dev
	@$(BIN)/python -m tests.accuracy $(if $(FOLDER),"$(FOLDER)")

format: $(VENV)/.ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Collect the texts of the code into the catalogs; then complete the English one.
messages: $(VENV)/.ready-dev
	$(BIN)/python -m locales.extract

# A new migration from what the models say and the newest revision does not; read it before it is committed.
migration: $(VENV)/.ready-dev
	$(BIN)/python -m storage.new_migration "$(m)"

# Pins every package with its hashes; no registry address goes into the files.
lock: $(VENV)/.ready-dev
	$(PIP) pip-tools
	$(BIN)/pip-compile -q $(LOCK) --extra build --extra dev -o requirements-dev.txt pyproject.toml
	$(BIN)/pip-compile -q $(LOCK) --extra build -c requirements-dev.txt -o requirements.txt pyproject.toml
LOCK := --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

$(VENV)/.ready: requirements.txt pyproject.toml
	@test -x $(BIN)/python || (echo "Tạo môi trường lần đầu, khoảng một phút…" && $(PYTHON) -m venv $(VENV))
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt $(VENV)/.ready
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@
