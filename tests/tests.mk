# SPDX-License-Identifier: MIT
#
# The test programs.  They link the archive, so they reach internals that
# are not exported.

TEST_DIRS := unit laws pathological invalid
TEST_SRC  := $(sort $(foreach d,$(TEST_DIRS),$(wildcard tests/$(d)/test_*.c)))
TEST_OBJ  := $(TEST_SRC:%.c=$(BUILD)/%.o)
TEST_BIN  := $(addprefix $(BUILD)/tests/,$(notdir $(TEST_SRC:.c=)))
HELP_OBJ  := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/support/*.c)))

# Tests may use POSIX; the library may not.
$(BUILD)/tests/%.o: ALL_CPPFLAGS += -Itests -I. -D_POSIX_C_SOURCE=200809L

# What a folder has beside its programs belongs to each of them.
beside = $(patsubst %.c,$(BUILD)/%.o,$(sort $(filter-out \
           tests/$(1)/test_%.c,$(wildcard tests/$(1)/*.c))))

define link-test
$(BUILD)/tests/test_%: $(BUILD)/tests/$(1)/test_%.o $(call beside,$(1)) \
                       $(HELP_OBJ) $(ARCHIVE)
	$$(CC) $$(CFLAGS) $$(LDFLAGS) -pthread $$^ $$(LIBS) -lcmocka -o $$@
endef
$(foreach d,$(TEST_DIRS),$(eval $(call link-test,$(d))))

# Those of the readers.
$(BUILD)/tests/test_read_%: $(BUILD)/tests/unit/test_read_%.o \
                            $(call beside,unit) $(HELP_OBJ) $(READ_ARCHIVE) \
                            $(ARCHIVE)
	$(CC) $(CFLAGS) $(LDFLAGS) -pthread $^ $(LIBS) $(READ_LIBS) -lcmocka -o $@

.SECONDARY: $(TEST_OBJ) $(HELP_OBJ) \
            $(foreach d,$(TEST_DIRS),$(call beside,$(d)))

.PHONY: tests
tests: all $(TEST_BIN)

ifneq ($(filter deps,$(MAKECMDGOALS)),)
$(TEST_OBJ) $(HELP_OBJ): | deps
endif

-include $(TEST_OBJ:.o=.d) $(HELP_OBJ:.o=.d) \
         $(foreach d,$(TEST_DIRS),$(patsubst %.o,%.d,$(call beside,$(d))))

# The benchmark looks inside, too.
BENCH_OBJ := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/bench/*.c)))
# libyara is a peer where it is installed.
YARA := $(shell $(PKG_CONFIG) --exists yara && echo yes)
$(BUILD)/tests/bench/yara.o: ALL_CPPFLAGS += $(if $(YARA),-DBENCH_YARA)
$(BUILD)/bench: $(BENCH_OBJ) $(BUILD)/tests/support/whole.o $(READ_ARCHIVE) \
                $(ARCHIVE)
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LIBS) $(READ_LIBS) \
	    $(if $(YARA),-lyara) -o $@
tests: $(BUILD)/bench
-include $(BENCH_OBJ:.o=.d)

# Many files in a row for tests/schema/shapes.py.
$(BUILD)/tests/verdicts: $(BUILD)/tests/schema/verdicts.o \
                         $(BUILD)/tests/support/whole.o $(ARCHIVE)
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LIBS) -o $@
tests: $(BUILD)/tests/verdicts
-include $(BUILD)/tests/schema/verdicts.d

# The weightiest words of a model for tests/laws/spoil.py.
$(BUILD)/tests/heavy: $(BUILD)/tests/taught/heavy.o \
                      $(BUILD)/tests/support/whole.o $(ARCHIVE)
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LIBS) -o $@
tests: $(BUILD)/tests/heavy
-include $(BUILD)/tests/taught/heavy.d

# What a reader makes of a file, for tests/formats.
$(BUILD)/tests/blocks: $(BUILD)/tests/formats/blocks.o \
                       $(BUILD)/tests/support/whole.o \
                       $(BUILD)/tests/support/document_dump.o \
                       $(READ_ARCHIVE) $(ARCHIVE)
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LIBS) $(READ_LIBS) -o $@
tests: $(BUILD)/tests/blocks
-include $(BUILD)/tests/formats/blocks.d

# What the readers say of a file, for tests/hostile/hostile.py.
$(BUILD)/tests/reads: $(BUILD)/tests/hostile/reads.o \
                      $(BUILD)/tests/support/whole.o \
                      $(BUILD)/tests/support/document_dump.o $(READ_ARCHIVE) \
                      $(ARCHIVE)
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LIBS) $(READ_LIBS) -o $@
tests: $(BUILD)/tests/reads
-include $(BUILD)/tests/hostile/reads.d
