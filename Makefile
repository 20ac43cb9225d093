# `make run` serves the site, `make test` proves it. Both need only make and python3, 3.11 or newer.

PYTHON ?= python3
PORT ?= 8000
PAGES ?= tests/pages
SAMPLE_OPTIONS := --publication 样报 --pattern 'yangbao-{date}-p{page}.txt'
IMPORT_OPTIONS ?= $(if $(filter tests/pages,$(PAGES)),$(SAMPLE_OPTIONS)) --publish
ARGS ?=
VENV ?= .venv

BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help run test check format messages clean

help:
	@echo "make run       install, load the sample pages and serve the site (PORT=$(PORT), PAGES=$(PAGES))"
	@echo "make test      run the tests on PostgreSQL and SQLite (ARGS=\"tests/parsing -k dates\" for some)"
	@echo "make check     format, lint, types, migrations, templates and the production settings"
	@echo "make format    format the code and the templates"
	@echo "make messages  collect and compile the translations"
	@echo "make clean     remove the environment, the database and the uploads made here"

# One command from a bare clone. A second run finds everything in place and changes nothing.
run: export NEWSROOM_HTTPS := false
run: $(VENV)/installed
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_regions
	@$(MANAGE) import_issues $(PAGES) $(IMPORT_OPTIONS) || [ $$? -eq 1 ]  # 1: some were refused
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@$(MANAGE) make_editor
	@echo "Site:  http://127.0.0.1:$(PORT)/"
	@echo "Admin: http://127.0.0.1:$(PORT)/admin/   (stop with Ctrl-C)"
	@exec $(BIN)/gunicorn --bind 127.0.0.1:$(PORT) --threads 4 --log-level warning newsroom.wsgi

test: $(VENV)/installed-dev
	@$(BIN)/python -m tests.run $(ARGS)

check: export NEWSROOM_SECRET_KEY := a-key-that-only-the-checks-use-0123456789-abcdefghijklmnop
check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy newsroom articles regions
	$(BIN)/djade --check --target-version 5.2 $$(find templates articles regions -path '*templates*' -name '*.html')
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check --deploy --fail-level WARNING

format: $(VENV)/installed-dev
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	-$(BIN)/djade --target-version 5.2 $$(find templates articles regions -path '*templates*' -name '*.html')

messages: $(VENV)/installed-dev
	$(BIN)/python -m tests.support.messages

clean:
	rm -rf $(VENV) var .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/installed: requirements.txt
	@echo "Installing what requirements.txt names into $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	@$(PYTHON) -m venv $(VENV)
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	@echo "Installing what requirements-dev.txt names into $(VENV)"
	@$(PIP_INSTALL) -r requirements-dev.txt
	@touch $@
