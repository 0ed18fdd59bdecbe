# SPDX-License-Identifier: MIT
#
# Installing, and taking away exactly what was installed.

STAGE := $(BUILD)/install
INSTALL ?= install

DATA_FILES := $(sort $(wildcard checklists/*.yaml checklists/*.model checklists/language/*.yaml \
                checklists/schema/*.json))
MODULEDIR   = $(LIBDIR)/samsyn
INSTALLED   = $(BINDIR)/samsyn $(MODULEDIR)/$(notdir $(MODULE)) \
        $(INCLUDEDIR)/samsyn.h $(LIBDIR)/libsamsyn.a \
        $(INCLUDEDIR)/samsyn_read.h $(LIBDIR)/libsamsyn-read.a \
        $(LIBDIR)/libsamsyn-read.so.$(VERSION) \
        $(LIBDIR)/libsamsyn-read.so.$(ABI) $(LIBDIR)/libsamsyn-read.so \
        $(LIBDIR)/pkgconfig/samsyn-read.pc \
        $(LIBDIR)/libsamsyn.so.$(VERSION) $(LIBDIR)/libsamsyn.so.$(ABI) \
        $(LIBDIR)/libsamsyn.so $(LIBDIR)/pkgconfig/samsyn.pc \
        $(MANDIR)/man1/samsyn.1 $(MANDIR)/man3/samsyn.3 \
        $(MANDIR)/man5/samsyn-checklist.5 $(COMPLETIONDIR)/samsyn \
        $(DATA_FILES:%=$(DATADIR)/%)
# Innermost first: each is removed only where nothing else is left in it.
OWN_DIRS    = $(DATADIR)/checklists/language $(DATADIR)/checklists/schema \
        $(DATADIR)/checklists $(DATADIR) $(MODULEDIR)

MANUAL_DATE := November 22, 2026

# A changed PREFIX must reach the command and samsyn.pc.
PLACES = $(DATADIR) $(LIBDIR) $(INCLUDEDIR)
$(STAGE)/places: FORCE
	@mkdir -p $(@D)
	@echo '$(PLACES)' | cmp -s - $@ || echo '$(PLACES)' > $@
.PHONY: FORCE
FORCE:

STAGE_OBJ := $(CMD_SRC:%.c=$(STAGE)/%.o)
$(STAGE)/examples/samsyn/%.o: examples/samsyn/%.c $(STAGE)/places
	@mkdir -p $(@D)
	$(CC) $(CSTD) $(WARN) -Iinclude \
	    -DSAMSYN_DATA_DIR='"$(DATADIR)/checklists"' \
	    -DSAMSYN_READ_LIBRARY='"$(LIBDIR)/libsamsyn-read.so.$(ABI)"' \
	    -DSAMSYN_XLSX_MODULE='"$(MODULEDIR)/$(notdir $(MODULE))"' \
	    $(EXTRA_CPPFLAGS) $(CPPFLAGS) $(CFLAGS) \
	    -MMD -MP -c $< -o $@

$(STAGE)/samsyn: $(STAGE_OBJ) $(ARCHIVE)
	$(CC) $(CFLAGS) $(LDFLAGS) $(STAGE_OBJ) \
	    $(call COMMAND_LIBS,$(ARCHIVE)) -o $@

# One object whose internal names are local, so that a program that links
# the archive meets the public names only.
$(STAGE)/libsamsyn.a: $(LIB_OBJ)
$(STAGE)/libsamsyn-read.a: $(READ_OBJ) $(READ_HELP)
$(STAGE)/lib%.a:
	@mkdir -p $(@D)
	@rm -f $@
	$(LD) -r $^ -o $(STAGE)/$*.o
	$(OBJCOPY) --localize-hidden $(STAGE)/$*.o
	$(AR) rcs $@ $(STAGE)/$*.o

$(STAGE)/samsyn.pc: lib/samsyn.pc.in
$(STAGE)/samsyn-read.pc: lib/read/samsyn-read.pc.in
$(STAGE)/samsyn-read.pc: PACKAGES = $(READ_PACKAGES)
$(STAGE)/%.pc: include/samsyn.h $(STAGE)/places
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(LIBDIR)|' \
	    -e 's|@INCLUDEDIR@|$(INCLUDEDIR)|' -e 's|@VERSION@|$(VERSION)|' \
	    -e 's|@CHECKLISTS@|$(DATADIR)/checklists|' \
	    -e 's|@PACKAGES@|$(strip $(PACKAGES))|' $(filter %.in,$^) > $@

$(BUILD)/samsyn.3: lib/api/manual.awk include/samsyn.h
	@mkdir -p $(@D)
	awk -v date="$(MANUAL_DATE)" -f lib/api/manual.awk include/samsyn.h > $@

$(BUILD)/samsyn-checklist.5: lib/checklist/manual.awk \
        checklists/reference-en.md lib/checklist/samsyn-checklist.5.in
	@mkdir -p $(@D)
	awk -v date="$(MANUAL_DATE)" -f $^ > $@

.PHONY: install uninstall
install: $(STAGE)/samsyn $(MODULE) \
         $(STAGE)/libsamsyn.a $(STAGE)/samsyn.pc $(SHARED) \
         $(STAGE)/libsamsyn-read.a $(STAGE)/samsyn-read.pc $(READ_SHARED) \
         $(BUILD)/samsyn.3 $(BUILD)/samsyn-checklist.5
	$(INSTALL) -d $(addprefix $(DESTDIR),$(BINDIR) $(INCLUDEDIR) \
	    $(LIBDIR)/pkgconfig $(MANDIR)/man1 $(MANDIR)/man3 \
	    $(MANDIR)/man5 $(COMPLETIONDIR) $(OWN_DIRS))
	$(INSTALL) -m 755 $(STAGE)/samsyn $(DESTDIR)$(BINDIR)/samsyn
	$(INSTALL) -m 755 $(MODULE) $(DESTDIR)$(MODULEDIR)
	for part in samsyn samsyn-read; do \
	    $(INSTALL) -m 644 include/$$(echo $$part | tr - _).h \
	        $(DESTDIR)$(INCLUDEDIR) && \
	    $(INSTALL) -m 644 $(STAGE)/lib$$part.a $(DESTDIR)$(LIBDIR) && \
	    $(INSTALL) -m 755 $(BUILD)/lib$$part.so.$(ABI) \
	        $(DESTDIR)$(LIBDIR)/lib$$part.so.$(VERSION) && \
	    ln -sf lib$$part.so.$(VERSION) \
	        $(DESTDIR)$(LIBDIR)/lib$$part.so.$(ABI) && \
	    ln -sf lib$$part.so.$(ABI) $(DESTDIR)$(LIBDIR)/lib$$part.so && \
	    $(INSTALL) -m 644 $(STAGE)/$$part.pc \
	        $(DESTDIR)$(LIBDIR)/pkgconfig || exit 1; done
	$(INSTALL) -m 644 examples/samsyn/samsyn.1 \
	    $(DESTDIR)$(MANDIR)/man1/samsyn.1
	$(INSTALL) -m 644 $(BUILD)/samsyn.3 $(DESTDIR)$(MANDIR)/man3/samsyn.3
	$(INSTALL) -m 644 $(BUILD)/samsyn-checklist.5 \
	    $(DESTDIR)$(MANDIR)/man5/samsyn-checklist.5
	$(INSTALL) -m 644 examples/samsyn/samsyn.bash \
	    $(DESTDIR)$(COMPLETIONDIR)/samsyn
	for f in $(DATA_FILES); do \
	    $(INSTALL) -m 644 $$f $(DESTDIR)$(DATADIR)/$$f || exit 1; done

uninstall:
	rm -f $(addprefix $(DESTDIR),$(INSTALLED))
	for d in $(addprefix $(DESTDIR),$(OWN_DIRS)); do \
	    [ ! -d $$d ] || rmdir --ignore-fail-on-non-empty $$d; done

-include $(STAGE_OBJ:.o=.d)
