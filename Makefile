# SPDX-License-Identifier: MIT
#
# For users:       all (default)  deps  demo  check  install  uninstall  clean
# For developers:  schemas  models  format  po  bench
#                  UPDATE=1 check (new goldens)
# Single checks:   abi  layers  lint  format-check  manual-check  schemas-check
# Deeper checks:   deps-ci  asan  tsan  valgrind  tidy  cppcheck  mingw  fuzz
#                  determinism  models-check
#
# Respected: CC CFLAGS CPPFLAGS LDFLAGS, DESTDIR PREFIX LIBDIR INCLUDEDIR
# MANDIR COMPLETIONDIR, and BUILD, the only folder that is written to.

ver      = $(shell sed -n 's/^.define SAMSYN_VERSION_$(1) *//p' include/samsyn.h)
VERSION := $(call ver,MAJOR).$(call ver,MINOR).$(call ver,PATCH)
ABI     := 0

BUILD      ?= build
PREFIX     ?= /usr/local
BINDIR     ?= $(PREFIX)/bin
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
MANDIR     ?= $(PREFIX)/share/man
DATADIR    ?= $(PREFIX)/share/samsyn
COMPLETIONDIR ?= $(PREFIX)/share/bash-completion/completions

CFLAGS     ?= -O2 -g
OBJCOPY    ?= objcopy
PKG_CONFIG ?= pkg-config
PYTHON     ?= python3

# What a user wants by default does not change what is built or tested.
export SAMSYN_CONFIG :=

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wcast-qual \
        -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2
CSTD := -std=c11 -fvisibility=hidden -fPIC

# Asked when used, not when this file is read: `deps` may come first.
PACKAGES   := yaml-0.1 libpcre2-8 md4c
LIBS        = $(shell $(PKG_CONFIG) --libs $(PACKAGES))
ALL_CPPFLAGS = -Iinclude -Ilib -DSAMSYN_BUILDING \
        $(shell $(PKG_CONFIG) --cflags $(PACKAGES)) $(CPPFLAGS)

LIB_SRC := $(sort $(filter-out lib/read/%,$(wildcard lib/*/*.c)))
MODULE_SRC := examples/samsyn/xlsx_module.c
CMD_SRC := $(sort $(filter-out $(MODULE_SRC),$(wildcard examples/samsyn/*.c)))
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/%.o)
CMD_OBJ := $(CMD_SRC:%.c=$(BUILD)/%.o)
MODULE_OBJ := $(MODULE_SRC:%.c=$(BUILD)/%.o)

ARCHIVE := $(BUILD)/libsamsyn.a
SHARED  := $(BUILD)/libsamsyn.so.$(ABI)
COMMAND := $(BUILD)/samsyn
MODULE  := $(BUILD)/samsyn-xlsx.so

# Whatever the files below begin with.
.DEFAULT_GOAL := all

include lib/read/read.mk

.PHONY: all
all: $(ARCHIVE) $(SHARED) $(COMMAND) $(MODULE) $(READ_ARCHIVE) $(READ_SHARED)

include tests/tests.mk
include tests/fuzz.mk
include tests/checks.mk
include checklists/models.mk
include lib/install.mk

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CSTD) $(WARN) $(ALL_CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

# Training counts in fractions, alike on every machine: no two operations in
# one, and none in wider registers than a double's, as on 32 bits.
$(BUILD)/lib/learn/train%.o $(BUILD)/lib/assess/train%.o: CSTD += -ffp-contract=off $(if $(shell \
    $(CC) $(CFLAGS) -dM -E - </dev/null | grep -w __i386__),-msse2 -mfpmath=sse)

$(ARCHIVE): $(LIB_OBJ)
	@rm -f $@
	$(AR) qcs $@ $^

$(SHARED): $(LIB_OBJ) lib/samsyn.map
	$(CC) -shared -Wl,-soname,$(@F) -Wl,--version-script=lib/samsyn.map \
	    $(CFLAGS) $(LDFLAGS) $(LIB_OBJ) $(LIBS) -o $@

# The command uses the public header only.  The one in the build folder reads
# the checklists of this tree, the installed one those that were installed.
$(BUILD)/examples/%.o: ALL_CPPFLAGS = -Iinclude \
        -DSAMSYN_DATA_DIR='"$(CURDIR)/checklists"' \
        -DSAMSYN_READ_LIBRARY='"$(abspath $(READ_SHARED))"' \
        -DSAMSYN_XLSX_MODULE='"$(abspath $(MODULE))"' \
        $(EXTRA_CPPFLAGS) $(CPPFLAGS)

# What the command is better with, and is built without where it is not here:
# stored assessments are read by jansson, workbooks are written by libxlsxwriter.
EXTRAS  ?= $(foreach p,jansson xlsxwriter,$(call has,$(p),$(p)))
EXTRA_CPPFLAGS = $(if $(filter jansson,$(EXTRAS)),-DHAVE_JANSSON) \
        $(if $(filter xlsxwriter,$(EXTRAS)),-DHAVE_XLSXWRITER) \
        $(shell $(PKG_CONFIG) --cflags yaml-0.1 $(EXTRAS))
extra_libs = $(if $(filter $(1),$(EXTRAS)),$(shell $(PKG_CONFIG) --libs $(1)))
EXTRA_LIBS  = $(call extra_libs,jansson)
MODULE_LIBS = $(call extra_libs,xlsxwriter)

# Opened by the command when a workbook is written, and no sooner.
$(MODULE): $(MODULE_OBJ)
	$(CC) -shared $(CFLAGS) $(LDFLAGS) $^ $(MODULE_LIBS) -o $@

# The whole library is in the command, for libsamsyn-read and the module, which
# the command opens when it needs them, to call.
COMMAND_LIBS = -Wl,--export-dynamic -Wl,--whole-archive $(1) \
        -Wl,--no-whole-archive $(LIBS) $(EXTRA_LIBS) -ldl

$(COMMAND): $(CMD_OBJ) $(ARCHIVE)
	$(CC) $(CFLAGS) $(LDFLAGS) $(CMD_OBJ) $(call COMMAND_LIBS,$(ARCHIVE)) -o $@

.PHONY: demo
demo: all
	@printf '\n$$ %s\n\n' \
	    '$(COMMAND) score examples/agreements/ekvalla.md'
	@$(COMMAND) score examples/agreements/ekvalla.md
	@printf '%s\n' '' 'Så går du vidare (how to go on):' '' \
	    '  $(COMMAND) score --explain giltighetstid \' \
	    '      examples/agreements/ekvalla.md' \
	    '  $(COMMAND) score DITT-AVTAL.md' \
	    '  $(COMMAND) score --lang en YOUR-AGREEMENT.md' \
	    '  $(COMMAND) --help' \
	    '  make install PREFIX=/usr/local'

# What building and testing need; nothing is asked of the package manager
# where it is all here already.
DEPS := gcc libc6-dev make pkg-config libyaml-dev libpcre2-dev libmd4c-dev \
        libzip-dev libexpat1-dev libxml2-dev poppler-utils libjansson-dev \
        libxlsxwriter-dev libcmocka-dev python3
DEPS_CI := $(DEPS) clang clang-format clang-tidy cppcheck valgrind mandoc \
        gcc-mingw-w64-x86-64 libclang-rt-14-dev locales g++ \
        libyara-dev node=nodejs npm=npm pandoc libreoffice-writer-nogui \
        libreoffice-calc-nogui chromium fonts-liberation parallel gettext

.PHONY: deps deps-ci
deps:
	@sh tests/support/packages.sh $(DEPS)
deps-ci:
	@sh tests/support/packages.sh $(DEPS_CI)

# Asked for in one line (`make deps check`), the packages come first.
ifneq ($(filter deps,$(MAKECMDGOALS)),)
$(LIB_OBJ) $(CMD_OBJ) $(MODULE_OBJ) $(READ_OBJ): | deps
endif

.PHONY: clean
clean:
	rm -rf $(BUILD)

-include $(LIB_OBJ:.o=.d) $(CMD_OBJ:.o=.d) $(MODULE_OBJ:.o=.d)
