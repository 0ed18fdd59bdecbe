# SPDX-License-Identifier: MIT
# The models of the bundled checklists, from the passages beside them and the
# labelled documents; and what was said of each document by a model that did
# not know it, which the figures are of.  The same everywhere, byte for byte.

MODELS        = overenskommelse medborgarlofte atgardsplan regional-samverkan
MODELS_OUT   ?= checklists
VERDICTS_OUT ?= tests/validity/verdicts
LABELLED      = $(patsubst %/labels.tsv,%,$(sort \
                    $(wildcard tests/validity/*/labels.tsv)))

TEACH_overenskommelse = checklists/passages/measures.tsv
TEACH_medborgarlofte  = checklists/passages/promises.tsv
TEACH_atgardsplan     = checklists/passages/measures.tsv

.PHONY: models models-check $(MODELS:%=model-%)

models: $(MODELS:%=model-%)

$(MODELS:%=model-%): model-%: $(COMMAND)
	@mkdir -p $(MODELS_OUT) $(VERDICTS_OUT)
	$(COMMAND) train --checklist checklists/$*.yaml \
	    $(patsubst %,--passages %,checklists/passages/$*.tsv $(TEACH_$*)) \
	    $(patsubst %,--labels %/labels.tsv,$(LABELLED)) \
	    --known tests/validity/known.txt \
	    --out $(MODELS_OUT)/$*.model --verdicts $(VERDICTS_OUT)/$*.tsv \
	    $(LABELLED:%=%/docs)

# Whether the stored ones are what the passages give.
models-check:
	@$(MAKE) -s models MODELS_OUT=$(BUILD)/models \
	    VERDICTS_OUT=$(BUILD)/models/verdicts
	@for model in $(MODELS); do \
	    cmp checklists/$$model.model $(BUILD)/models/$$model.model && \
	    cmp tests/validity/verdicts/$$model.tsv \
	        $(BUILD)/models/verdicts/$$model.tsv || exit 1; done
