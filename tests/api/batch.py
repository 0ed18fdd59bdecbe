#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Many documents: folders, lists, NDJSON, and processes that share the work.

The output is the same bytes whatever the number of processes, every document
and every line has its answer in its place, and nothing that is wrong with one
of them stops the others.
"""

import contextlib
import json
import os
import pty
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, "tests/support")
import json_schema  # noqa: E402

BUILD = Path(os.environ.get("BUILD", "build")).resolve()
SAMSYN = BUILD / "samsyn"
ROOT = Path.cwd()
EXAMPLES = sorted(ROOT.glob("examples/agreements/*")) \
    + sorted(ROOT.glob("examples/pr*/*.md"))
SANITIZED = "asan" in str(BUILD)
OK, BELOW, USAGE, BAD_LIST, UNREADABLE, NO_FIT, SOME = 0, 1, 2, 3, 4, 5, 6
JOBS = ["1", "2", "8"]
TEXT = ("# Samverkansöverenskommelse mellan Ekvalla kommun och "
        "Polismyndigheten\n\nParterna samverkar under år {}.\n")
ENV = dict(os.environ, SAMSYN_DATA=str(ROOT / "checklists"), LC_ALL="sv_SE")


def samsyn(*args, stdin=b"", **more):
    if isinstance(stdin, str):
        stdin = stdin.encode()
    return subprocess.run([SAMSYN, *map(str, args)], input=stdin, env=ENV,
                          capture_output=True, timeout=300, check=False,
                          **more)


def lines_of(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def same_for_any_jobs(*args, stdin=b""):
    """The result of one process, when those of several are the same."""
    runs = [samsyn(*args, "--jobs", n, stdin=stdin) for n in JOBS]
    first = runs[0]
    for run, jobs in zip(runs[1:], JOBS[1:]):
        assert run.stdout == first.stdout, f"--jobs {jobs}: other bytes"
        assert run.stderr == first.stderr, f"--jobs {jobs}: other messages"
        assert run.returncode == first.returncode, f"--jobs {jobs}: status"
    return first


def make_folder(folder):
    """A folder with what a shared one holds; the names of its documents."""
    (folder / "under" / "djupt").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / ".git" / "avtal.md").write_text(TEXT.format(1), encoding="utf-8")
    for name in ["b.md", "a.md", "B.md", "under/å.txt", "under/djupt/z.md"]:
        (folder / name).write_text(TEXT.format(2), encoding="utf-8")
    (folder / "utan-andelse").write_bytes(b"<!DOCTYPE html><html><body><h1>"
                                          + TEXT.format(3).encode()
                                          + b"</h1></body></html>")
    (folder / "tom.md").touch()
    (folder / "~$a.docx").write_bytes(b"\x05Anna")
    (folder / "bild.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (folder / "kod.py").write_text("print(1)\n", encoding="utf-8")
    (folder / "under" / "tillbaka").symlink_to("..")
    (folder / "borta.md").symlink_to("finns-inte.md")
    (folder / "länk.md").symlink_to("a.md")
    os.mkfifo(folder / "ror.md")
    return ["B.md", "a.md", "b.md", "borta.md", "länk.md", "tom.md",
            "under/djupt/z.md", "under/å.txt", "utan-andelse"]


def test_folder(folder):
    names = [str(folder / n) for n in make_folder(folder)]
    done = same_for_any_jobs("score", "--format", "ndjson", folder)
    found = [e.get("name") or e["documents"][0]["name"]
             for e in lines_of(done)]
    assert found == names, found
    assert done.returncode == SOME, done.returncode
    said = done.stderr.decode()
    for name in [".git", "~$a.docx", "bild.png", "kod.py", "under/tillbaka",
                 "ror.md"]:
        assert f"{folder}/{name}: hoppas över" in said, name
    assert ".git/avtal.md" not in said
    whole = same_for_any_jobs("score", "--format", "json", f"{folder}/")
    assert len(json.loads(whole.stdout)) == len(names)


def test_formats_of_many(folder):
    """What parts results is as it was with one process."""
    rule = b"\n\n" + b"=" * 72 + b"\n\n"  # and no line under a title
    for fmt, mark in [("text", rule), ("todo", b"\n---\n\n"),
                      ("brief", rule)]:
        done = same_for_any_jobs("score", "--format", fmt, *EXAMPLES)
        count = done.stdout.count(mark)
        assert count == len(EXAMPLES) - 1, f"{fmt}: {count}"
    for fmt in ["csv", "csv-plain"]:
        whole = same_for_any_jobs("score", "--format", fmt, *EXAMPLES)
        each = [samsyn("score", "--format", fmt, p).stdout for p in EXAMPLES]
        rows = each[:1] + [one.partition(b"\n")[2] for one in each[1:]]
        assert whole.stdout == b"".join(rows), fmt
    one = [samsyn("score", "--format", "ndjson", p).stdout for p in EXAMPLES]
    all_ = same_for_any_jobs("score", "--format", "ndjson", *EXAMPLES)
    assert b"".join(one) == all_.stdout
    array = json.loads(samsyn("score", "--format", "json", *EXAMPLES).stdout)
    assert array == lines_of(all_)
    for fmt in ["text", "json", "csv", "sarif", "brief", "todo"]:
        quiet = samsyn("score", "--format", fmt, *EXAMPLES)
        assert quiet.stderr == b"", f"{fmt}: a word for each of many"
    below = same_for_any_jobs("score", "--fail-under", "100", *EXAMPLES)
    assert below.returncode == BELOW
    del folder


def test_unreadable(folder):
    """A folder where nothing can be read."""
    for name in ["a.md", "b.docx", "c.pdf"]:
        (folder / name).touch()
    done = same_for_any_jobs("score", "--format", "json", folder)
    assert [bool(e["error"]["message"]) for e in json.loads(done.stdout)] \
        == [True] * 3
    assert done.returncode == UNREADABLE
    (folder / "inget").mkdir()
    empty = samsyn("score", "--format", "json", folder / "inget")
    assert empty.returncode == UNREADABLE and b"inget" in empty.stderr
    (folder / "inget" / "bild.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    aside = samsyn("score", folder / "inget")
    assert aside.returncode == UNREADABLE and aside.stdout == b""
    wrong = samsyn("score", "--format", "ndjson", "--checklist", "finns-ej",
                   folder)
    assert wrong.returncode == BAD_LIST and len(lines_of(wrong)) == 3


def test_lists(folder):
    for name in ["två ord.md", "-", "rad\nbrytning.md", "sist.md"]:
        (folder / name).write_text(TEXT.format(4), encoding="utf-8")
    (folder / "mapp").mkdir()
    (folder / "mapp" / "i.md").write_text(TEXT.format(4), encoding="utf-8")
    plain = same_for_any_jobs(
        "score", "--format", "ndjson", "--files-from", "-",
        stdin=f"{folder}/två ord.md\n\n{folder}/mapp\n{folder}/sist.md")
    names = [e["documents"][0]["name"] for e in lines_of(plain)]
    assert names == [f"{folder}/två ord.md", f"{folder}/mapp/i.md",
                     f"{folder}/sist.md"], names
    (folder / "lista").write_bytes(b"-\0rad\nbrytning.md\0")
    nul = samsyn("score", "--format", "ndjson", "-0", "--files-from", "lista",
                 cwd=folder)
    names = [e["documents"][0]["name"] for e in lines_of(nul)]
    assert names == ["./-", "rad\nbrytning.md"] and nul.returncode == OK
    forgot = samsyn("score", "--format", "ndjson", "--files-from", "lista",
                    cwd=folder)
    assert "-0" in lines_of(forgot)[0]["error"]["message"]
    long = samsyn("score", "--format", "ndjson", "--files-from", "-",
                  stdin=b"x" * 200000 + f"\n{folder}/sist.md".encode())
    assert ["error" in e for e in lines_of(long)] == [True, False]
    absent = samsyn("score", "--files-from", folder / "ingen-lista")
    assert absent.returncode == UNREADABLE and absent.stdout == b""
    none = samsyn("score", "--format", "json", "--files-from", "-")
    assert none.returncode == OK and json.loads(none.stdout) == []


BROKEN = [
    (b"nonsense", "syntax-error", None),
    (b"[1]", "syntax-error", None),
    (b'{"id": 1.5, "text": "x"}', "syntax-error", None),
    (b'{"id": {}, "text": "x"}', "syntax-error", None),
    (b'{"id": "a"}', "syntax-error", "a"),
    (b'{"id": "b", "text": "x", "path": "y"}', "syntax-error", "b"),
    (b'{"id": "c", "text": 7}', "syntax-error", "c"),
    (b'{"id": "d", "path": "-"}', "syntax-error", "d"),
    (b'{"id": "e", "path": "a\\u0000b"}', "syntax-error", "e"),
    (b'{"id": "f", "path": "finns-inte.md"}', "unresolved", "f"),
    (b'{"id": "g", "text": "x", "type": "exe"}', "syntax-error", "g"),
    (b'{"id": "h", "text": "nul\\u0000i"}', "not-text", "h"),
    (b'{"id": "i", "text": ""}', "empty", "i"),
    (b'{"id": 3, "id": 4, "text": "x"}', "syntax-error", None),
    (b'{"text": "\xff\xfe"}', "syntax-error", None),
    (b'{"text": "\\ud800"}', "syntax-error", None),
    (b"[" * 100000, "syntax-error", None),
    (b'{"id": 9, "text": "' + b"x" * (33 << 20) + b'"}', "unresolved", None),
    (b'{"id": "j", "text": "Hej"}', "no-fit", "j"),
]


def test_broken_lines(folder):
    """Every line is answered in its place, with its number and id."""
    good = {"id": 'å "citat" \\', "text": TEXT.format(5), "annat": [1, {}]}
    good_line = json.dumps(good).encode()
    stdin = b"\xef\xbb\xbf" + good_line + b"\r\n"
    for line, _, _ in BROKEN:
        stdin += line + b"\n \t\n" + good_line + b"\n"
    stdin += good_line  # no line end
    done = same_for_any_jobs("score", "--ndjson", stdin=stdin)
    answers = lines_of(done)
    assert len(answers) == 2 * len(BROKEN) + 2, len(answers)
    for at, (line, code, name) in enumerate(BROKEN):
        answer = answers[1 + 2 * at]
        assert answer["line"] == 2 + 3 * at, (line[:40], answer)
        assert answer["error"]["code"] == code, (line[:40], answer)
        assert answer["id"] == name, (line[:40], answer)
        assert answers[2 + 2 * at]["id"] == good["id"]
        assert "error" not in answers[2 + 2 * at]
    schema = json.loads(
        (ROOT / "checklists/schema/assessment.schema.json").read_bytes())
    faults = list(json_schema.validate(schema, answers))
    assert not faults, faults
    assert done.returncode == SOME
    assert b"nonsense" not in done.stderr
    del folder


def test_what_lines_say(folder):
    (folder / "a.md").write_text(TEXT.format(6), encoding="utf-8")
    rows = [{"id": 1, "path": str(folder / "a.md")},
            {"id": 2, "text": TEXT.format(6), "name": "b.md"},
            {"id": None, "text": "<!DOCTYPE html><p>" + TEXT.format(6)},
            {"text": TEXT.format(6), "type": "text"}]
    stdin = "\n".join(json.dumps(r) for r in rows)
    done = same_for_any_jobs("score", "--ndjson", stdin=stdin)
    answers = lines_of(done)
    assert [a["id"] for a in answers] == [1, 2, None, None]
    assert [a["documents"][0]["name"] for a in answers] \
        == [str(folder / "a.md"), "b.md", "-:3", "-:4"]
    assert answers[0]["score"] == answers[1]["score"]
    alone = json.loads(samsyn("score", "--format", "json",
                              folder / "a.md").stdout)[0]
    assert {k: v for k, v in answers[0].items() if k not in ("id", "line")} \
        == alone
    quiet = samsyn("score", "--ndjson", "--no-quotes", stdin=stdin)
    assert b"samverkar under" not in quiet.stdout + quiet.stderr
    empty = samsyn("score", "--ndjson")
    assert (empty.returncode, empty.stdout, empty.stderr) == (OK, b"", b"")


def thousand(count):
    return "".join(json.dumps({"id": n, "text": TEXT.format(n)}) + "\n"
                   for n in range(count)).encode()


def test_thousand(folder):
    """A thousand documents, and memory that does not grow with them."""
    most = {}
    for count in [60, 1000]:
        (folder / "in").write_bytes(thousand(count))
        with open(folder / "in", "rb") as stdin, \
                open(folder / "out", "wb") as out:
            child = subprocess.Popen(
                [SAMSYN, "score", "--ndjson", "--jobs", "2", "--checklist",
                 "overenskommelse"], stdin=stdin, stdout=out, env=ENV)
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = status
        assert status == OK
        ids = [json.loads(line)["id"] for line in open(folder / "out", "rb")]
        assert ids == list(range(count))
        most[count] = used.ru_maxrss
    assert SANITIZED or most[1000] < most[60] + 4096, most


@contextlib.contextmanager
def asking(*args, **more):
    child = subprocess.Popen([SAMSYN, "score", "--ndjson", *args], env=ENV,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             **more)
    try:
        yield child
    finally:
        child.stdin.close()
        child.stdout.close()
        child.wait(60)


def ask(child, **row):
    child.stdin.write(json.dumps(row).encode() + b"\n")
    child.stdin.flush()


def test_one_at_a_time(folder):
    """Who waits for an answer before the next question gets it."""
    for jobs in JOBS:
        with asking("--jobs", jobs, stderr=subprocess.DEVNULL) as child:
            for n in range(5):
                ask(child, id=n, text=TEXT.format(n))
                assert json.loads(child.stdout.readline())["id"] == n
    del folder


def children_of(pid):
    return [int(n) for n in
            Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_lost_worker(folder):
    """A process that is killed costs its own document only."""
    os.mkfifo(folder / "ror")
    with asking("--jobs", "1", stderr=subprocess.PIPE) as child:
        ask(child, id="före", text=TEXT.format(1))
        ask(child, id="dör", path=str(folder / "ror"))
        ask(child, id="efter", text=TEXT.format(2))
        assert json.loads(child.stdout.readline())["id"] == "före"
        writer = os.open(folder / "ror", os.O_WRONLY)  # the worker reads now
        os.kill(children_of(child.pid)[0], signal.SIGKILL)
        lost = json.loads(child.stdout.readline())
        assert lost["id"] == "dör" and lost["error"]["code"] == "failed", lost
        after = json.loads(child.stdout.readline())
        assert after["id"] == "efter" and "error" not in after
        child.stdin.close()
        said = child.stderr.read()
        child.stderr.close()
        os.close(writer)
    assert child.returncode == 70 and "de andra dokumenten" in said.decode()


def test_reader_gone(folder):
    """Who stops reading ends it, without a word."""
    for jobs in JOBS:
        child = subprocess.Popen(
            [SAMSYN, "score", "--ndjson", "--no-quotes", "--jobs", jobs],
            env=ENV, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE)
        ask(child, id=1, text=TEXT.format(1))
        child.stdout.readline()
        workers = children_of(child.pid)
        child.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            for n in range(200):
                ask(child, id=n, text=TEXT.format(n))
        status = child.wait(60)
        with contextlib.suppress(BrokenPipeError):
            child.stdin.close()
        said = child.stderr.read().decode()
        child.stderr.close()
        assert status == -signal.SIGPIPE, status
        assert said == "", said
        deadline = time.monotonic() + 20
        while any(Path(f"/proc/{w}").exists() for w in workers):
            assert time.monotonic() < deadline, "processes are left behind"
            time.sleep(0.05)
    del folder


def test_closed_streams(folder):
    """Streams that are closed, and outputs that are full."""
    shell = ["bash", "-c"]
    run = subprocess.run([*shell, f"{SAMSYN} score --ndjson <&-"], env=ENV,
                         capture_output=True, timeout=60, check=False)
    assert run.returncode == UNREADABLE
    assert json.loads(run.stdout)["error"]["code"] == "unresolved"
    row = json.dumps({"text": TEXT.format(1)}).encode() * 1
    for end in [">&-", ">/dev/full"]:
        run = subprocess.run([*shell, f"{SAMSYN} score --ndjson {end}"],
                             input=row, env=ENV, capture_output=True,
                             timeout=60, check=False)
        assert run.returncode == 70, (end, run.returncode)
    run = subprocess.run([*shell, f"{SAMSYN} score --ndjson 2>&-"], input=row,
                         env=ENV, capture_output=True, timeout=60, check=False)
    assert run.returncode == OK and len(run.stdout.splitlines()) == 1
    del folder


def seen_on_terminal(folder, slow):
    """What a batch writes to a terminal on standard error."""
    main, other = pty.openpty()
    child = subprocess.Popen([SAMSYN, "score", "--ndjson", "--no-quotes"],
                             env=ENV, stdin=subprocess.PIPE, stderr=other,
                             stdout=open(folder / "out", "wb"))
    os.close(other)
    ask(child, text=TEXT.format(1))
    time.sleep(slow)
    ask(child, text=TEXT.format(2))
    child.stdin.close()
    child.wait(60)
    seen = b""
    with contextlib.suppress(OSError):  # a terminal's way to say the end
        while piece := os.read(main, 4096):
            seen += piece
    os.close(main)
    return seen.decode()


def test_progress(folder):
    seen = seen_on_terminal(folder, 1.2)
    assert "klara dokument: 2\r" in seen and "\x1b" not in seen, seen
    quick = samsyn("score", *EXAMPLES)
    assert b"klara dokument" not in quick.stderr


def test_usage(folder):
    rows = [(["--ndjson", EXAMPLES[0]], "--ndjson"),
            (["--ndjson", "--files-from", "-"], "--ndjson"),
            (["--ndjson", "--format", "json"], "ndjson"),
            (["--ndjson", "--format", "text"], "ndjson"),
            (["--ndjson", "--explain", "a01"], "ndjson"),
            (["-0", EXAMPLES[0]], "-0"),
            (["--jobs", "0", EXAMPLES[0]], "--jobs"),
            (["--jobs", "65", EXAMPLES[0]], "--jobs"),
            (["--files-from", "-", "-"], "-"),
            (["--format", "html", folder], "html"),
            (["--format", "html", "--files-from", "-"], "html"),
            (["--annex", EXAMPLES[0], folder], "--annex"),
            (["--annex", EXAMPLES[0], "--ndjson"], "--annex"),
            (["--files-from", "-", "--annex", "-"], "--annex")]
    for args, word in rows:
        done = samsyn("score", *args)
        assert done.returncode == USAGE and done.stdout == b"", args
        assert word in done.stderr.decode(), (args, done.stderr)


def test_parallel(folder):
    """GNU parallel: the way to many machines is the same."""
    if not shutil.which("parallel"):
        assert not os.environ.get("STRICT"), "parallel is not installed"
        return
    env = dict(ENV, PARALLEL_HOME=str(folder), HOME=str(folder))
    (folder / "will-cite").touch()
    whole = samsyn("score", "--ndjson", stdin=thousand(40))
    parts = subprocess.run(
        ["parallel", "--pipe", "--keep-order", "--jobs", "2",
         "--max-replace-args", "10", SAMSYN, "score", "--ndjson"],
        input=thousand(40), env=env, capture_output=True, timeout=120,
        check=False)

    def bare(done):
        return [{k: v for k, v in a.items() if k not in ("line", "documents")}
                for a in lines_of(done)]
    assert bare(parts) == bare(whole), parts.stderr.decode()
    names = b"".join(bytes(p) + b"\0" for p in EXAMPLES)
    files = subprocess.run(
        ["parallel", "-0", "--keep-order", "--jobs", "2", "-n", "2", SAMSYN,
         "score", "--format", "ndjson"],
        input=names, env=env, capture_output=True, timeout=120, check=False)
    assert files.stdout == samsyn("score", "--format", "ndjson",
                                  *EXAMPLES).stdout, files.stderr.decode()


def main():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    failed = 0
    tests = [(n, t) for n, t in globals().items() if n.startswith("test_")]
    for name, test in tests:
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(Path(folder).resolve())
            except (AssertionError, KeyError, ValueError,
                    subprocess.SubprocessError) as wrong:
                line = sys.exc_info()[2].tb_next
                while line.tb_next:
                    line = line.tb_next
                print(f"{name}, line {line.tb_lineno}: "
                      f"{type(wrong).__name__} {str(wrong)[:600]}")
                failed += 1
    print(f"{len(tests) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
