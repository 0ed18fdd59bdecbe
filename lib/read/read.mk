# SPDX-License-Identifier: MIT
#
# libsamsyn-read: the readers of DOCX, ODT, PDF and HTML, a library of its
# own.  What its packages are missing for is left out, and a file of that
# format is answered with what to do.  READERS= builds none.

READ_BASE := arena ascii buf day label mem number str utf8 utf8_tables vec
READ_SRC  := $(sort $(wildcard lib/read/*.c))
READ_OBJ  := $(READ_SRC:%.c=$(BUILD)/%.o)
READ_HELP := $(filter $(READ_BASE:%=$(BUILD)/lib/base/%.o),$(LIB_OBJ))

has = $(shell $(PKG_CONFIG) --exists $(1) && echo $(2))
READERS ?= $(and $(wildcard lib/read/pdf.c),pdf) \
        $(and $(wildcard lib/read/docx.c),$(call has,libzip expat,office)) \
        $(and $(wildcard lib/read/html.c),$(call has,libxml-2.0,html))

READ_PACKAGES = $(if $(filter office,$(READERS)),libzip expat) \
        $(if $(filter html,$(READERS)),libxml-2.0)
READ_LIBS     = $(if $(strip $(READ_PACKAGES)),$(shell \
        $(PKG_CONFIG) --libs $(READ_PACKAGES)))

READ_ARCHIVE := $(BUILD)/libsamsyn-read.a
READ_SHARED  := $(BUILD)/libsamsyn-read.so.$(ABI)

# A reader whose packages are missing is an empty file: each begins with
# #ifdef of its macro.  Its tests know it, too.
READ_CPPFLAGS = $(if $(filter office,$(READERS)),-DREAD_OFFICE) \
        $(if $(filter html,$(READERS)),-DREAD_HTML) \
        $(if $(filter pdf,$(READERS)),-DREAD_PDF) \
        $(if $(strip $(READ_PACKAGES)),$(shell \
        $(PKG_CONFIG) --cflags $(READ_PACKAGES)))
$(BUILD)/lib/read/%.o: ALL_CPPFLAGS = -Iinclude -Ilib -DSAMSYN_BUILDING \
        $(READ_CPPFLAGS) $(CPPFLAGS)
$(BUILD)/tests/unit/test_read_%.o: ALL_CPPFLAGS += $(READ_CPPFLAGS)

# Other readers than last time: all of it is made anew.
$(BUILD)/lib/read/readers: FORCE
	@mkdir -p $(@D)
	@echo '$(READERS)' | cmp -s - $@ || echo '$(READERS)' > $@
$(READ_OBJ): $(BUILD)/lib/read/readers

$(READ_ARCHIVE): $(READ_OBJ) $(READ_HELP)
	@rm -f $@
	$(AR) qcs $@ $^

# It stands beside libsamsyn wherever both are put.
$(READ_SHARED): $(READ_OBJ) $(READ_HELP) lib/read/samsyn-read.map $(SHARED)
	$(CC) -shared -Wl,-soname,$(@F) \
	    -Wl,--version-script=lib/read/samsyn-read.map \
	    -Wl,-rpath,'$$ORIGIN' $(CFLAGS) $(LDFLAGS) \
	    $(READ_OBJ) $(READ_HELP) $(SHARED) $(READ_LIBS) -o $@

-include $(READ_OBJ:.o=.d)
