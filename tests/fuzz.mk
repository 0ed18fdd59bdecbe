# SPDX-License-Identifier: MIT
#
# Fuzzing.  `make fuzz` runs each target for a while with libFuzzer, address
# and undefined sanitizers; `make check` replays the seeds without an engine.
# Include this behind tests/tests.mk.

FUZZ_TARGETS := checklist language answers document levels rule model html docx odt zip \
                pdf
FUZZ_SECONDS ?= 60
FUZZ_CC      ?= clang
FUZZ_BUILD   := $(BUILD)/fuzz
FUZZ_FLAGS   := -O1 -g -fno-omit-frame-pointer -DFUZZ_ENGINE \
        -fsanitize=address,undefined -fno-sanitize-recover=all

# A reader that is not built has nothing to try.
$(BUILD)/tests/fuzz/pdf.o: ALL_CPPFLAGS += $(READ_CPPFLAGS)

FUZZ_OBJ := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/fuzz/*.c)))
-include $(FUZZ_OBJ:.o=.d)

$(BUILD)/tests/fuzz-replay: $(FUZZ_OBJ) $(HELP_OBJ) $(READ_ARCHIVE) $(ARCHIVE)
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LIBS) $(READ_LIBS) -lcmocka -o $@

.PHONY: fuzz-seeds
fuzz-seeds: $(BUILD)/tests/fuzz-replay
	$(BUILD)/tests/fuzz-replay
tests: $(BUILD)/tests/fuzz-replay

# What is found is kept in the build folder, and new seeds beside it.
.PHONY: fuzz $(FUZZ_TARGETS:%=fuzz-%)
fuzz: $(FUZZ_TARGETS:%=fuzz-%)
$(FUZZ_TARGETS:%=fuzz-%): fuzz-%:
	$(MAKE) BUILD=$(FUZZ_BUILD) CC=$(FUZZ_CC) \
	    CFLAGS="$(FUZZ_FLAGS) -fsanitize=fuzzer-no-link" \
	    $(FUZZ_BUILD)/fuzz-$*
	@mkdir -p $(FUZZ_BUILD)/corpus/$* $(FUZZ_BUILD)/found
	$(FUZZ_BUILD)/fuzz-$* -max_total_time=$(FUZZ_SECONDS) \
	    -dict=tests/fuzz/$*.dict -timeout=10 -rss_limit_mb=1024 \
	    -max_len=65536 -print_final_stats=1 \
	    -artifact_prefix=$(FUZZ_BUILD)/found/$*- \
	    $(FUZZ_BUILD)/corpus/$* tests/fuzz/seeds/$*

$(BUILD)/fuzz-%: $(BUILD)/tests/fuzz/%.o $(BUILD)/tests/support/whole.o \
                 $(BUILD)/tests/support/fixture.o \
                 $(BUILD)/tests/support/answered.o \
                 $(BUILD)/tests/support/document_dump.o \
                 $(BUILD)/tests/support/opened.o \
                 $(BUILD)/tests/support/packed.o $(READ_ARCHIVE) \
                 $(ARCHIVE)
	$(CC) $(CFLAGS) -fsanitize=fuzzer $(LDFLAGS) $^ $(LIBS) $(READ_LIBS) -o $@
