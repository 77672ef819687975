"""Kills the program at moments drawn at random, and connections to the server as well.

Changes are made on SQLite and on PostgreSQL, bytes are kept in a folder and in a bucket, backups are made and an instance
is moved from one engine to the other. After each kill nothing acknowledged may be lost, nothing may be half there, and
the store must go on. The servers are those that `scripts/servers start` names.

    python tests/faults/kills.py WORK --kills N
"""

import argparse
import concurrent.futures
import pathlib
import random
import shutil
import subprocess
import sys
import time

import subject

def killed(luck, longest, *arguments, interrupt=None):
    """Runs the program and kills it within some time, or interrupts it otherwise; says what it said and whether it ended
    before."""
    with subprocess.Popen([str(subject.PROGRAM), *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            process.wait(luck.uniform(0, longest))
        except subprocess.TimeoutExpired:
            if interrupt:
                interrupt()
            else:
                process.kill()
        out, _ = process.communicate(timeout=subject.PATIENCE)
    return out, process.returncode


class Appends:
    """Changes, one after the other, on an instance that outlives many kills."""

    # Then another is made, for looking at everything takes longer and longer.
    LIFE = 40

    def __init__(self, work, name, on_server=False, sever=False):
        self.work, self.name, self.on_server, self.sever = work, name, on_server, sever
        self.home, self.database, self.runs, self.acks = work / name, f"faults_{name.replace('-', '_')}", 0, []

    def begin(self):
        shutil.rmtree(self.home, ignore_errors=True)
        subject.must("make", self.home, *([subject.database(self.database)] if self.on_server else []))
        self.acks = []

    def interrupt(self):
        """What a server that restarts does to the connections that it has."""
        subject.sql(f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{self.database}'")

    def once(self, luck):
        if self.runs % self.LIFE == 0:
            self.begin()
        self.runs += 1
        counts = [luck.choice([1, 1, 1, 3, 60]) for _ in range(12)]
        interrupt = self.interrupt if self.sever else None
        out, status = killed(luck, 0.25 if self.on_server else 0.12, "append", self.home, *counts, interrupt=interrupt)
        self.acks = [*self.acks, *subject.acknowledged(out)][-40:]
        subject.check(self.home, self.acks)
        return status != 0

    def end(self):
        if self.on_server:
            subject.drop_database(self.database)


class Keeps:
    """Uploads to a place that outlives all kills."""

    def __init__(self, place, name, longest):
        self.place, self.name, self.longest, self.acks = place, name, longest, []

    def once(self, luck):
        sizes = [luck.choice([luck.randint(0, 9999), luck.randint(0, 999_999)]) for _ in range(5)] + [9_000_000 + luck.randint(0, 99)]
        out, status = killed(luck, self.longest, "keep", self.place, *sizes)
        self.acks = [*self.acks, *subject.acknowledged(out)][-40:]
        subject.check_kept(self.place, self.acks)
        return status != 0

    def end(self):
        pass


class Backups:
    """Backups of an instance; one that is there can be restored."""

    name = "backup"

    def __init__(self, work):
        self.work, self.home = work, work / "backed-up"
        subject.must("make", self.home)
        self.acks = subject.acknowledged(subject.must("append", self.home, 200, 200, 1))

    def once(self, luck):
        target = self.work / "backup"
        shutil.rmtree(target, ignore_errors=True)
        out, status = killed(luck, 0.12, "backup", self.home, target)
        if "backed-up" in out and not target.exists():
            raise subject.Bad("a backup was acknowledged, and is not there")
        if target.exists():
            restored = self.work / "restored"
            shutil.rmtree(restored, ignore_errors=True)
            subject.must("restore", restored, target)
            subject.must("audit", restored, *self.acks)
        subject.must("audit", self.home, *self.acks)
        # What a killed attempt left does not stand in the way of the next.
        shutil.rmtree(target, ignore_errors=True)
        subject.must("backup", self.home, target)
        return status != 0

    def end(self):
        pass


class Moves:
    """Moves from SQLite to PostgreSQL; what a kill interrupts is done again to its end."""

    name = "move"

    def __init__(self, work):
        self.work, self.source = work, work / "to-move"
        subject.must("make", self.source)
        self.acks = subject.acknowledged(subject.must("append", self.source, 100, 30, 1))

    def once(self, luck):
        home, url = subject.copy(self.source, self.work / "moving"), subject.database("faults_moved")
        _, status = killed(luck, 0.6, "migrate", home, url)
        subject.finish_moving(home, url, self.acks)
        return status != 0

    def end(self):
        subject.drop_database("faults_moved")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--kills", type=int, required=True, help="how many, over everything that is killed")
    parser.add_argument("--seed", type=int, default=time.time_ns())
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}")
    work = subject.fresh(arguments.work)
    prefix = f"faults-{arguments.seed}"
    shares = [
        (Appends(work, "append-sqlite"), 30),
        (Appends(work, "append-postgres", on_server=True), 20),
        (Appends(work, "append-severed", on_server=True, sever=True), 10),
        (Keeps(work / "blobs", "keep-folder", 0.12), 15),
        (Keeps(f"s3:{prefix}", "keep-bucket", 0.5), 5),
        (Backups(work), 10),
        (Moves(work), 10),
    ]

    def all_of(share):
        target, percent = share
        luck, fired, bad, tries = random.Random(f"{arguments.seed} {target.name}"), 0, [], 0
        wanted = max(1, arguments.kills * percent // 100)
        # A process that had ended before it was to be killed does not count.
        while fired < wanted and tries < 4 * wanted and len(bad) < 5:
            tries += 1
            try:
                fired += target.once(luck)
            except subject.Bad as error:
                bad.append(f"{target.name}, try {tries}: {error}")
        if fired < wanted:
            bad.append(f"{target.name}: only {fired} of {wanted} kills came about")
        print(f"  {target.name}: {fired} killed of {tries} runs, {len(bad)} bad", flush=True)
        return fired, bad

    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        outcomes = list(pool.map(all_of, shares))
    bad = [error for _, errors in outcomes for error in errors]
    print(f"{sum(fired for fired, _ in outcomes)} kills, {len(bad)} bad")
    print(*bad[:20], sep="\n")
    for target, _ in shares:
        target.end()
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
