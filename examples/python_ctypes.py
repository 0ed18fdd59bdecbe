#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Assesses a document through the one call that is made for bindings.

python_ctypes.py CHECKLISTS FILE

CHECKLISTS is the folder that `pkg-config --variable=checklists samsyn`
names.  Nothing but Python's own library is needed.
"""

import ctypes
import json
import sys
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_void_p
from pathlib import Path

samsyn = ctypes.CDLL("libsamsyn.so.0")
samsyn.samsyn_status_name.restype = c_char_p
samsyn.samsyn_config_new.argtypes = [POINTER(c_void_p), c_void_p]
samsyn.samsyn_config_free.argtypes = [c_void_p]
samsyn.samsyn_config_free.restype = None
samsyn.samsyn_config_set_directory.argtypes = [c_void_p, c_char_p, c_size_t]
samsyn.samsyn_assess_json.argtypes = [
    POINTER(c_void_p), POINTER(c_size_t), c_char_p, c_char_p, c_size_t,
    c_char_p, c_void_p]
samsyn.samsyn_text_free.argtypes = [c_void_p, c_void_p]
samsyn.samsyn_text_free.restype = None


def check(status):
    if status:
        raise RuntimeError(samsyn.samsyn_status_name(c_int(status)).decode())


def assess(folder, path, checklist="overenskommelse"):
    """The result for one file, as Python's own lists and dictionaries."""
    config, text, length = c_void_p(), c_void_p(), c_size_t()
    check(samsyn.samsyn_config_new(byref(config), None))
    try:
        where = str(folder).encode()
        check(samsyn.samsyn_config_set_directory(config, where, len(where)))
        document = Path(path).read_bytes()
        status = samsyn.samsyn_assess_json(
            byref(text), byref(length), checklist.encode(), document,
            len(document), Path(path).name.encode(), config)
        if not text:
            check(status)
        # Where the document could not be assessed, the JSON says why.
        return json.loads(ctypes.string_at(text, length.value))[0]
    finally:
        samsyn.samsyn_text_free(text, config)
        samsyn.samsyn_config_free(config)


def main():
    result = assess(sys.argv[1], sys.argv[2])
    if "error" in result:
        print(result["error"]["message"], file=sys.stderr)
        return 1
    for criterion in result["criteria"]:
        print(f"{criterion['verdict']:12} {criterion['title']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
