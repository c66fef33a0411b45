# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Material announces its successor on every start.
export NO_MKDOCS_2_WARNING := 1

.PHONY: demo test lint clean

# The environment is made once and again whenever pyproject.toml changes.
$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.[publish,cards]' --group dev
	touch $@

demo: $(VENV)/.ready
	@$(BIN)/mkdocs build --quiet --config-file example_site/mkdocs.yml
	@cd example_site && ../$(BIN)/mkdocs-focus check --fail-on never && echo && ../$(BIN)/mkdocs-focus share

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/pytest

clean:
	rm -rf $(VENV) example_site/site example_site/focus example_site/.cache
