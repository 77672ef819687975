"""Lets each system call of changes and uploads fail in turn: by an error, by a full disk, by the end of the process.

After each, nothing acknowledged may be lost, nothing may be half there, and the store must go on. Each injection is
found again in what strace saw: a suite that injects nothing is green as well.

    python tests/faults/syscalls.py WORK [--at-most N]
"""

import argparse
import concurrent.futures
import pathlib
import random
import re
import shutil
import sys
import time

import subject

# What a change or an upload does to files. Reading is among it: an error there must not pass for an empty file.
CALLS = [
    "openat", "read", "pread64", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "renameat2",
    "linkat", "mkdir", "fcntl", "close", "fchmod", "statx", "newfstatat", "lseek", "mmap", "getrandom",
]
# What it says to a server and hears from it.
TALK = ["sendto", "recvfrom"]
FAULTS = ["signal=KILL", "error=EIO", "error=ENOSPC"]
# Libraries are loaded and memory is taken before the program comes to its own files; what fails there is no fault of ours.
BEGINS = {"append": "instance.toml", "keep": "/blobs", "move": "instance.toml"}
CHANGES = [1, 7, 1]
UPLOADS = [100, 200_000]


def traced(log, *arguments, inject=None):
    # Without `-f`: threads would be counted apart, and there are none.
    before = ["strace", "-o", log, "-e", f"trace={','.join(CALLS + TALK)}"]
    if inject:
        before += ["-e", f"inject={inject}"]
    return subject.run(*arguments, before=before)


def calls_of(log, begins):
    """The calls in the order in which they were made, each with its number among those of its name."""
    numbers, found, begun = {}, [], False
    for line in log.read_text(errors="replace").splitlines():
        name = re.match(r"(\w+)\(", line)
        if not name:
            continue
        name = name.group(1)
        numbers[name] = numbers.get(name, 0) + 1
        begun = begun or begins in line
        # What is said on the standard output is not kept anywhere.
        if begun and not line.startswith(("write(1,", "write(2,")):
            found.append((name, numbers[name]))
    return found


def prepared(work):
    """An instance just before its entries fill a tile, so that changes write one."""
    home = work / "prepared"
    subject.must("make", home)
    subject.must("append", home, 100, 100, 51)
    return home


class Changes:
    """Changes on SQLite."""

    name, faults = "append", FAULTS

    def __init__(self, work):
        self.work, self.source = work, prepared(work)

    def arguments(self, place):
        return ["append", place, *CHANGES]

    def check(self, place, out):
        subject.check(place, subject.acknowledged(out))


class Uploads:
    """Uploads into a folder."""

    name, faults = "keep", FAULTS

    def __init__(self, work):
        self.work, self.source = work, subject.fresh(work / "prepared-for-uploads")

    def arguments(self, place):
        return ["keep", place / "blobs", *UPLOADS]

    def check(self, place, out):
        subject.check_kept(place / "blobs", subject.acknowledged(out))


class Moves:
    """Moves from SQLite to PostgreSQL: each has a folder and a database of its own."""

    name, faults = "move", ["signal=KILL"]

    def __init__(self, work):
        self.work, self.source = work, work / "prepared-to-move"
        subject.must("make", self.source)
        self.acks = subject.acknowledged(subject.must("append", self.source, 12, 1))

    def arguments(self, place):
        self.url = subject.database("faults_moves")
        return ["migrate", place, self.url]

    def check(self, place, out):
        if "moved" in out.split() and "postgres:" not in (place / "instance.toml").read_text():
            raise subject.Bad("it was moved, and its settings do not say so")
        subject.finish_moving(place, self.url, self.acks)


def baseline(target):
    """Runs without any fault; says which calls there are to let fail."""
    place, log = subject.copy(target.source, target.work / "baseline"), target.work / "baseline.strace"
    done = traced(log, *target.arguments(place))
    if done.returncode != 0:
        raise subject.Bad(f"{target.name} fails without any fault: {done.stderr}")
    target.check(place, done.stdout)
    return calls_of(log, BEGINS[target.name]), len(subject.acknowledged(done.stdout))


def inject(target, run, case, all_acks):
    """Lets one call fail; says whether the fault came about and how many changes were acknowledged."""
    name, number, fault = case
    place = subject.copy(target.source, target.work / f"{target.name}-{run}")
    log = target.work / f"{target.name}-{run}.strace"
    done = traced(log, *target.arguments(place), inject=f"{name}:{fault}:when={number}")
    seen = log.read_text(errors="replace")
    fired = "(INJECTED)" in seen or "killed by SIGKILL" in seen
    target.check(place, done.stdout)
    acks = len(subject.acknowledged(done.stdout))
    if done.returncode == 0 and acks != all_acks:
        raise subject.Bad(f"it said that all went well, and acknowledged {acks}")
    log.unlink()
    shutil.rmtree(place)
    return fired, acks


def try_all(target, at_most, seed):
    """Lets calls fail one after the other; says how often what came about, and what was bad."""
    calls, all_acks = baseline(target)
    cases = [(*call, fault) for call in calls for fault in target.faults]
    if at_most is not None and at_most < len(cases):
        cases = random.Random(seed).sample(cases, at_most)

    def attempt(numbered):
        run, case = numbered
        try:
            return case, inject(target, run, case, all_acks), None
        except subject.Bad as error:
            return case, (True, 0), f"{target.name}: {case}: {error}"

    # Moves share a database.
    with concurrent.futures.ThreadPoolExecutor(1 if target.name == "move" else 4) as pool:
        return list(pool.map(attempt, enumerate(cases)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--at-most", type=int, help="try so many injections of each kind, drawn at random; all if not given")
    parser.add_argument("--seed", type=int, default=time.time_ns())
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}")
    work = subject.fresh(arguments.work)
    bad, tried, fired = [], 0, 0
    for target in (Changes(work), Uploads(work), Moves(work)):
        outcomes = {}
        for case, (has_fired, acks), error in try_all(target, arguments.at_most, arguments.seed):
            tried, fired = tried + 1, fired + has_fired
            outcomes[(case[2], acks)] = outcomes.get((case[2], acks), 0) + 1
            bad += [error] if error else []
        for (fault, acks), count in sorted(outcomes.items()):
            print(f"  {target.name}, {fault}: {count} ended with {acks} acknowledged")
    subject.drop_database("faults_moves")
    print(f"{tried} injections, {fired} came about, {len(bad)} bad")
    print(*bad[:20], sep="\n")
    # A call that is made less often in another run does not come about; nearly all must.
    if bad or fired < 0.95 * tried:
        sys.exit(1)


if __name__ == "__main__":
    main()
