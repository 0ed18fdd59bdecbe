# SPDX-License-Identifier: MIT
#
# Everything that is checked.  `check` is what a bare machine can run in
# about three minutes; a check whose tool is missing says so and is skipped.

SANITIZE := -O1 -g -fno-omit-frame-pointer
RUN       = BUILD=$(BUILD) PYTHON=$(PYTHON) CC=$(CC) MAKE=$(MAKE)

.PHONY: check check-programs check-tree
check: tests
	@$(RUN) sh tests/check.sh programs tree
check-programs: tests
	@$(RUN) sh tests/check.sh programs
check-tree: tests
	@$(RUN) sh tests/check.sh tree

# ---- The tree itself ----

.PHONY: layers lint abi schemas schemas-check format format-check manual-check
layers:
	@$(PYTHON) tests/support/layers.py .
lint:
	@$(PYTHON) tests/support/lint.py .

# Exported symbols, version script and header name the same functions.
abi: $(SHARED) $(READ_SHARED)
	$(call same-names,$(SHARED),lib/samsyn.map,include/samsyn.h)
	$(call same-names,$(READ_SHARED),lib/read/samsyn-read.map,include/samsyn_read.h)
define same-names
@nm -D --defined-only $(1) | sed -n 's/.* [A-TV-Z] \([^@]*\).*/\1/p' | \
    grep -v '^SAMSYN_[A-Z_0-9]*$$' | sort > $(BUILD)/exports.txt
@sed -n 's/^ *\(samsyn_[a-z0-9_]*\);/\1/p' $(2) | sort > $(BUILD)/map.txt
@sed -n 's/^\(samsyn_[a-z0-9_]*\)(.*/\1/p' $(3) | sort > $(BUILD)/header.txt
diff -u $(BUILD)/map.txt $(BUILD)/exports.txt
diff -u $(BUILD)/header.txt $(BUILD)/exports.txt
endef

# The schemas and the reference are written by the tables that the loaders
# read.
SCHEMAS := checklist language answers
REFERENCES := reference.md reference-en.md
reference = for s in $(SCHEMAS); do \
    $(COMMAND) schema $$s --format markdown --lang $(1) || exit 1; done
$(BUILD)/reference.md $(BUILD)/reference-en.md: $(COMMAND)
	@{ $(call reference,$(if $(findstring -en,$@),en,sv)); } > $@
# The sentences as files for translators; CONTRIBUTING.md says how back.
.PHONY: po
po:
	@mkdir -p $(BUILD)/po
	for l in sv en; do $(PYTHON) lib/base/catalogue.py write $$l \
	    $(BUILD)/po/$$l.po || exit 1; done

schemas: $(COMMAND) $(REFERENCES:%=$(BUILD)/%)
	@mkdir -p checklists/schema
	for s in $(SCHEMAS); do $(COMMAND) schema $$s --lang sv \
	    > checklists/schema/$$s.schema.json || exit 1; done
	cp $(REFERENCES:%=$(BUILD)/%) checklists
schemas-check: $(COMMAND) $(REFERENCES:%=$(BUILD)/%)
	@for s in $(SCHEMAS); do $(COMMAND) schema $$s --lang sv \
	    > $(BUILD)/$$s.schema.json && \
	    diff -u checklists/schema/$$s.schema.json \
	    $(BUILD)/$$s.schema.json || exit 1; done
	@for f in $(REFERENCES); do \
	    diff -u checklists/$$f $(BUILD)/$$f || exit 1; done

C_FILES := $(sort $(wildcard include/*.h lib/*/*.[ch] examples/*.c \
             examples/*/*.[ch] tests/*/*.[ch]))
format:
	clang-format -i $(C_FILES)
format-check:
	clang-format --dry-run --Werror $(C_FILES)

manual-check: $(BUILD)/samsyn.3 $(BUILD)/samsyn-checklist.5
	@! mandoc -Tlint -Wstyle examples/samsyn/samsyn.1 $(BUILD)/samsyn.3 \
	    $(BUILD)/samsyn-checklist.5 | \
	    grep -vE 'Sh RE(PORT|CORD)S|referenced manual not found: Xr samsyn'

# ---- Deeper, with other tools ----

.PHONY: asan tsan valgrind tidy cppcheck mingw bench determinism
asan:
	$(MAKE) check-programs BUILD=$(BUILD)/asan CFLAGS="$(SANITIZE) \
	    -fsanitize=address,undefined -fno-sanitize-recover=all"
tsan:
	$(MAKE) BUILD=$(BUILD)/tsan CFLAGS="$(SANITIZE) -fsanitize=thread" \
	    $(BUILD)/tsan/tests/test_threads
	$(BUILD)/tsan/tests/test_threads

determinism:
	@$(RUN) sh tests/support/determinism.sh

valgrind: tests
	@$(RUN) sh tests/support/valgrind.sh

tidy:
	printf '%s\n' $(LIB_SRC) $(CMD_SRC) $(MODULE_SRC) | xargs -P 2 -n 4 \
	    sh -c 'clang-tidy --quiet "$$@" -- -std=c11 -Iinclude -Ilib \
	    $(EXTRA_CPPFLAGS) -DSAMSYN_DATA_DIR=\"x\"' tidy
	printf '%s\n' $(READ_SRC) | xargs -P 2 -n 4 \
	    sh -c 'clang-tidy --quiet "$$@" -- -std=c11 -Iinclude -Ilib \
	    $(subst -I,-isystem ,$(READ_CPPFLAGS))' tidy

cppcheck:
	cppcheck --std=c11 --enable=warning,performance,portability --quiet \
	    --inline-suppr --suppress=missingIncludeSystem --error-exitcode=1 \
	    -Iinclude -Ilib -DSAMSYN_DATA_DIR='"x"' lib examples

# Municipal systems run on Windows too: the sources need nothing but C11.
# The three libraries' headers are taken from the host, and only those.
MINGW := x86_64-w64-mingw32-gcc
mingw:
	@mkdir -p $(BUILD)/mingw
	@for h in yaml.h pcre2.h md4c.h; do \
	    cp "$$(echo "#include <$$h>" | $(CC) -DPCRE2_CODE_UNIT_WIDTH=8 -E -xc - | \
	    sed -n 's|^# [0-9]* "\(/.*/'$$h'\)".*|\1|p' | head -n 1)" \
	    $(BUILD)/mingw/ || exit 1; done
	@failed=0; for f in $(LIB_SRC); do $(MINGW) $(CSTD) $(WARN) -Werror \
	    -fsyntax-only -Iinclude -Ilib -isystem $(BUILD)/mingw \
	    -DPCRE2_STATIC -DYAML_DECLARE_STATIC $$f || failed=1; done; \
	    exit $$failed

bench: $(BUILD)/bench
	@$(RUN) sh tests/bench/bench.sh

# What takes long: every document in every format, and files that are made to
# do harm, with the time and the memory that each takes.
.PHONY: soak
soak: all $(BUILD)/tests/blocks $(BUILD)/tests/reads
	@$(RUN) $(PYTHON) tests/hostile/hostile.py --all
	@$(RUN) $(PYTHON) tests/formats/traps.py
	@$(RUN) $(PYTHON) tests/formats/remarks.py
	@$(RUN) $(PYTHON) tests/formats/formats.py --all
