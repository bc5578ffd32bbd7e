# Every target that begins a line with ## after its name is listed by plain `make`.
CONTENT ?= content
OUTPUT ?= output
PORT ?= 8000
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PELICAN := $(BIN)/python -m pelican
# LANG is also a variable of the shell; only `make … LANG=be` means a language of the site.
WANTED = $(if $(filter command,$(firstword $(origin LANG))),$(LANG))
SITE_READY := $(VENV)/.site-ready
TEST_READY := $(VENV)/.test-ready
EDITOR_READY := $(VENV)/.editor-ready

# Python keeps its modules compiled, whatever the machine says: every build is a fifth of a second faster.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
HASH := \#
.PHONY: $(shell awk -F: '/^[a-z-]+:.*$(HASH)$(HASH) / {print $$1}' $(MAKEFILE_LIST))

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# What nobody may see yet is in a preview: it never lies in the folder that is deployed.
serve html: OUTPUT = preview

serve: $(SITE_READY) ## build the site, serve it on http://127.0.0.1:8000, rebuild when a file changes (ALLOW_HOST=name: another name than localhost)
	@$(BIN)/python -m plugins serve --content $(CONTENT) --output $(OUTPUT) --port $(PORT) $(if $(ALLOW_HOST),--allow-host $(ALLOW_HOST))

edit: $(EDITOR_READY) ## the same, with the editor in the browser at /editor/ (Chrome, Edge; STAFF_LANG=be, ru or en)
	@$(BIN)/python -m plugins edit --content $(CONTENT) --output $(OUTPUT) --port $(PORT) $(if $(ALLOW_HOST),--allow-host $(ALLOW_HOST))

editor: $(EDITOR_READY) ## the editor as a folder for a host of its own: make editor BACKEND=github REPO=org/site (gitlab, gitea; URL= APP= SIGN_IN= BRANCH= TO=)
	@$(BIN)/python -X utf8 -m plugins editor --content $(CONTENT) --backend "$(BACKEND)" --repo "$(REPO)" $(if $(URL),--url $(URL)) $(if $(APP),--app $(APP)) $(if $(SIGN_IN),--sign-in $(SIGN_IN)) $(if $(BRANCH),--branch $(BRANCH)) $(if $(TO),--to $(TO))

inbox: $(SITE_READY) ## show what was written in the forms of `make serve` (development only)
	@$(BIN)/python -m contact inbox

html: $(SITE_READY) ## build the site into preview/, drafts among it (CONTENT=folder OUTPUT=folder for others)
	@$(PELICAN) $(CONTENT) -o $(OUTPUT) -s pelicanconf.py

publish: $(SITE_READY) ## build for the public: make publish SITEURL=https://… (DEMO=1: a demonstration that says so, CONTACT_FORMS=false: no forms)
	@SITEURL=$(SITEURL) ONION=$(ONION) DEMO=$(DEMO) CONTACT_FORMS=$(CONTACT_FORMS) $(PELICAN) $(CONTENT) -o $(OUTPUT) -s publishconf.py
	@$(BIN)/python -m plugins compress --output $(OUTPUT)

compress: $(SITE_READY) ## write the texts of output/ compressed too, for web servers (make publish does it)
	@$(BIN)/python -m plugins compress --output $(OUTPUT)

mirror: publish ## a folder and a zip of the site that work from any place: make mirror SITEURL=https://…
	@$(BIN)/python -m plugins mirror --output $(OUTPUT) --site-url $(SITEURL)

clean: ## remove what the build made
	rm -rf $(foreach made,$(OUTPUT) preview,$(made) $(dir $(made)).$(notdir $(made)).build) .cache

quick: $(TEST_READY) ## run the tests that need neither a built site nor a browser: the inner loop
	@$(BIN)/python -m pytest -n auto -m "not slow and not full"

test: $(TEST_READY) ## run all tests; of what takes long, a sample (FULL=1: everything)
	@$(BIN)/python tests/browser/find_browsers.py
	@$(BIN)/python tests/contact/programs.py
	@$(BIN)/python -m pytest -n auto

templates: $(SITE_READY) ## write what a template may ask of a page into docs/templates.md
	@$(BIN)/python -m plugins templates

embargoed: $(SITE_READY) ## what editors may be sent ahead: make embargoed FILE=content/be/press/2026-12-name.md SITEURL=https://…
	@$(BIN)/python -X utf8 -m plugins embargoed $(FILE) --content $(CONTENT) --site-url "$(SITEURL)" $(if $(filter 1 yes,$(DEMO)),--demo)

headers: $(SITE_READY) ## write the headers into the files of each server in deploy/
	@$(BIN)/python -m plugins headers $(if $(filter 1 yes,$(DEMO)),--demo)

lint: $(TEST_READY) ## check style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/biome check --log-level=warn

messages: $(SITE_READY) ## collect the interface texts of the theme into translations/, and check them
	@$(BIN)/python -X utf8 -m plugins messages --content $(CONTENT)

status: $(SITE_READY) ## what is translated and what is behind (LANG=be for one language, JSON=1 for programs)
	@$(BIN)/python -X utf8 -m plugins status --content $(CONTENT) $(if $(WANTED),--lang $(WANTED)) $(if $(JSON),--json)

stamp: $(SITE_READY) ## a translation is as new as its source: make stamp FILE=content/ru/about/index.md
	@$(BIN)/python -X utf8 -m plugins stamp $(FILE) --content $(CONTENT) $(if $(FROM),--from $(FROM))

translation: $(SITE_READY) ## begin a translation: make translation FILE=content/ru/about/index.md LANG=be
	@$(BIN)/python -X utf8 -m plugins translation $(FILE) --content $(CONTENT) $(if $(WANTED),--lang $(WANTED))

language: $(SITE_READY) ## begin a language, or see what it lacks: make language LANG=uk EXIT=https://…
	@$(BIN)/python -X utf8 -m plugins language $(or $(WANTED),--help) --content $(CONTENT) $(if $(EXIT),--exit $(EXIT))

search: $(SITE_READY) ## what a query finds in the last build, and why: make search Q="паспорт" LANG=ru
	@$(BIN)/python -X utf8 -m plugins search "$(Q)" $(if $(WANTED),--lang $(WANTED))

due: $(SITE_READY) ## what is withheld until when, and a timer that publishes it (SITEURL=https://… TIMER=cron DEMO=1)
	@$(BIN)/python -X utf8 -m plugins due --content $(CONTENT) $(if $(SITEURL),--siteurl $(SITEURL)) $(if $(TIMER),--timer $(TIMER)) $(if $(filter 1 yes,$(DEMO)),--demo)

requirements: $(TEST_READY) ## pin the newest versions of everything in requirements/*.in
	@cd requirements && for name in contact site contact-aws test editor; do \
	  ../$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
	    --no-emit-index-url --no-emit-options --output-file $$name.txt $$name.in; done

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 …")'
	@$(PYTHON) -m venv $(VENV)

$(SITE_READY): requirements/site.txt | $(BIN)/python
	@echo "Installing what the site needs into $(VENV) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	@touch $@

$(TEST_READY): requirements/test.txt | $(SITE_READY)
	@echo "Installing what the tests need into $(VENV) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

$(EDITOR_READY): requirements/editor.txt requirements/editor/package-lock.json | $(SITE_READY)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/editor.txt
	@touch $@
