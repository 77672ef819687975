"""Lets each system call of changes, on SQLite and on PostgreSQL, of uploads and of moves fail in turn: by an error, by a
full disk, by a connection that breaks, by the end of the process.

After each, nothing acknowledged may be lost, nothing may be half there, and the store must go on. Each injection is
found again in what strace saw: a suite that injects nothing is green as well.

    python tests/faults/syscalls.py WORK [--at-most N]
"""

import argparse
import collections
import concurrent.futures
import pathlib
import queue
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
TALK = ["socket", "connect", "getsockopt", "sendto", "recvfrom", "epoll_ctl", "epoll_wait"]
FAULTS = ["signal=KILL", "error=EIO", "error=ENOSPC"]
# Libraries are loaded and memory is taken before the program comes to its own files; what fails there is no fault of ours.
BEGINS = {"append": "instance.toml", "append-server": "instance.toml", "keep": "/blobs", "move": "instance.toml"}
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

    name, faults, at_once = "append", FAULTS, 4
    # No more than so many are tried.
    at_most = None

    def __init__(self, work):
        self.work, self.source = work, prepared(work)

    def place(self, run):
        return subject.copy(self.source, self.work / f"{self.name}-{run}")

    def done_with(self, place):
        shutil.rmtree(place)

    def end(self):
        pass

    def arguments(self, place):
        return ["append", place, *CHANGES]

    def check(self, place, out):
        subject.check(place, subject.acknowledged(out))


class ServerChanges(Changes):
    """Changes on PostgreSQL: what fails is between this machine and the server. Instances are used again and again."""

    name, faults, at_once = "append-server", [*FAULTS, "error=ECONNRESET"], 3
    # Then another is made, for looking at everything takes longer and longer.
    LIFE = 40

    def __init__(self, work):
        self.work, self.free, self.used = work, queue.Queue(), collections.Counter()
        for number in range(self.at_once):
            self.free.put(work / f"server-{number}")

    def place(self, run):
        home = self.free.get()
        if self.used[home] % self.LIFE == 0:
            shutil.rmtree(home, ignore_errors=True)
            subject.must("make", home, subject.database(f"faults_calls_{home.name[-1]}"))
        self.used[home] += 1
        return home

    def done_with(self, place):
        self.free.put(place)

    def end(self):
        for number in range(self.at_once):
            subject.drop_database(f"faults_calls_{number}")


class Uploads(Changes):
    """Uploads into a folder."""

    name = "keep"

    def __init__(self, work):
        self.work, self.source = work, subject.fresh(work / "prepared-for-uploads")

    def arguments(self, place):
        return ["keep", place / "blobs", *UPLOADS]

    def check(self, place, out):
        subject.check_kept(place / "blobs", subject.acknowledged(out))


class Moves(Changes):
    """Moves from SQLite to PostgreSQL: each has a folder of its own, and the database after the one before."""

    name, faults, at_once, at_most = "move", ["signal=KILL", "error=EIO"], 1, 500

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

    def end(self):
        subject.drop_database("faults_moves")


def baseline(target):
    """Runs without any fault; says which calls there are to let fail."""
    place, log = target.place("baseline"), target.work / "baseline.strace"
    done = traced(log, *target.arguments(place))
    if done.returncode != 0:
        raise subject.Bad(f"{target.name} fails without any fault: {done.stderr}")
    target.check(place, done.stdout)
    target.done_with(place)
    return calls_of(log, BEGINS[target.name]), len(subject.acknowledged(done.stdout))


def inject(target, run, case, all_acks):
    """Lets one call fail; says whether the fault came about and how many changes were acknowledged."""
    name, number, fault = case
    place = target.place(run)
    log = target.work / f"{target.name}-{run}.strace"
    try:
        done = traced(log, *target.arguments(place), inject=f"{name}:{fault}:when={number}")
        seen = log.read_text(errors="replace")
        fired = "(INJECTED)" in seen or "killed by SIGKILL" in seen
        target.check(place, done.stdout)
        acks = len(subject.acknowledged(done.stdout))
        if done.returncode == 0 and acks != all_acks:
            raise subject.Bad(f"it said that all went well, and acknowledged {acks}")
        log.unlink()
    finally:
        target.done_with(place)
    return fired, acks


def try_all(target, at_most, seed):
    """Lets calls fail one after the other; says how often what came about, and what was bad."""
    calls, all_acks = baseline(target)
    cases = [(*call, fault) for call in calls for fault in target.faults]
    at_most = min(each for each in (at_most, target.at_most, len(cases)) if each is not None)
    cases = random.Random(seed).sample(cases, at_most)

    def attempt(numbered):
        run, case = numbered
        try:
            return case, inject(target, run, case, all_acks), None
        except subject.Bad as error:
            return case, (True, 0), f"{target.name}: {case}: {error}"

    with concurrent.futures.ThreadPoolExecutor(target.at_once) as pool:
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
    for target in (Changes(work), ServerChanges(work), Uploads(work), Moves(work)):
        outcomes = {}
        for case, (has_fired, acks), error in try_all(target, arguments.at_most, arguments.seed):
            tried, fired = tried + 1, fired + has_fired
            outcomes[(case[2], acks)] = outcomes.get((case[2], acks), 0) + 1
            bad += [error] if error else []
        for (fault, acks), count in sorted(outcomes.items()):
            print(f"  {target.name}, {fault}: {count} ended with {acks} acknowledged")
        target.end()
    print(f"{tried} injections, {fired} came about, {len(bad)} bad")
    print(*bad[:20], sep="\n")
    # A call that is made less often in another run does not come about; nearly all must.
    if bad or fired < 0.95 * tried:
        sys.exit(1)


if __name__ == "__main__":
    main()
