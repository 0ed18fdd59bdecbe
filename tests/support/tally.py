# SPDX-License-Identifier: MIT
"""How a test of the command ends: what went wrong, and how many passed."""


def tally(found):
    """Each is what went wrong, or None; the status to exit with."""
    found = list(found)
    failed = [fault for fault in found if fault]
    if failed:
        print("\n".join(failed))
    print(f"{len(found) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed or not found else 0


def named(rows):
    """The same of rows of a name and what went wrong there."""
    for name, faults in rows:
        yield "\n  ".join([f"{name}:", *faults[:6]]) if faults else None
