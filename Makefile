# Everything the project needs: `make help` lists it.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PORT ?= 8000

.PHONY: help serve site check test screenshots bench lock clean

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: name it with make PYTHON=python3.12"; exit 1; }
	@echo "Setting up $(VENV) (once; a minute or two)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

serve: $(READY) ## serve the sample playbook with live reload (PHONE=1: to a phone on this network)
	$(BIN)/playbook serve --port $(PORT) $(if $(PHONE),--phone)

site: $(READY) ## build the site into site/
	$(BIN)/playbook build --strict

check: $(READY) ## lint, types, import rules, the sample's own check, a strict build
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/playbook check
	$(BIN)/playbook build --strict --site-dir .cache/check-site

test: $(READY) ## run all tests, those in a real Chromium included
	@$(BIN)/python -m tests.language_server >/dev/null
	@chromium=$$($(BIN)/python -m tests.chromium) && CHROMIUM=$$chromium $(BIN)/pytest -n 2

screenshots: $(READY) ## picture every kind of page, phone and desk, light and dark, into screenshots/
	@chromium=$$($(BIN)/python -m tests.chromium) && CHROMIUM=$$chromium $(BIN)/python -m tests.browser.screenshots

bench: $(READY) ## measure against the same pages as hand-written Markdown
	@chromium=$$($(BIN)/python -m tests.chromium) && CHROMIUM=$$chromium $(BIN)/python -m benchmarks

lock: $(READY) ## write requirements.lock anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
	  --group dev pyproject.toml --output-file requirements.lock

clean: ## remove what was made
	rm -rf $(VENV) site screenshots dist .cache
