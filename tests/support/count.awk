# SPDX-License-Identifier: MIT
# Reads the output of a check that ended with status `code` and prints
# "passed failed skipped word".  Understands cmocka and lines of the form
# "N passed, N failed, N skipped"; a check that counts nothing is one.

/^\[  PASSED  \] [0-9]+ test/ { passed += $4 }
/^\[  FAILED  \] [0-9]+ test/ { failed += $4 }
/^\[  SKIPPED \] [0-9]+ test/ { skipped += $4 }
/^[0-9]+ passed, [0-9]+ failed/ {
    passed += $1
    failed += $3
    skipped += $5
}

END {
    if (code == 77) {
        passed = failed = 0
        skipped = 1
        word = strict == "" ? "skipped" : "failed"
    } else if (code != 0) {
        word = "failed"
    } else if (failed) {
        word = "failed"
    } else {
        passed += !(passed + skipped)
        word = passed ? "passed" : "skipped"
    }
    if (word == "failed" && !failed) {
        failed = 1 # a crash, or a check that was not to be skipped
        skipped = 0
    }
    print passed + 0, failed + 0, skipped + 0, word
}
