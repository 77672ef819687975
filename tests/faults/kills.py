"""Kills the program at moments drawn at random, and connections to the server as well.

Changes are made on SQLite and on PostgreSQL, codes are published, bytes are kept in a folder and in a bucket, evidence is
added, backups are made and restored, an instance is moved from one engine to the other, and older tables are brought up
to date. After each kill nothing acknowledged may be lost, nothing may be half there, and the store must go on. The
servers are those that `scripts/servers start` names.

    python tests/faults/kills.py WORK --kills N
"""

import argparse
import collections
import concurrent.futures
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
import time

import subject


class Run:
    """What came of a run that was to be killed."""

    def __init__(self, out, status, has_begun):
        self.out, self.fired = out, status != 0
        # Whether it was killed at its work, and not while it still made ready.
        self.amid = self.fired and has_begun


def killed(luck, longest, *arguments, interrupt=None, program=None):
    """Runs the program and kills it, or interrupts it otherwise, within some time after it has begun; now and then while
    it still makes ready."""
    command = [str(program or subject.PROGRAM), *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        said, begun = [], threading.Event()

        def listen():
            for line in process.stdout:
                said.append(line)
                begun.set()
            begun.set()

        listener = threading.Thread(target=listen)
        listener.start()
        # A program that says nothing before it has done everything is at its work from the first moment on.
        if program is None and luck.random() < 0.9:
            begun.wait(subject.PATIENCE)
        has_begun = program is not None or bool(said)
        time.sleep(luck.uniform(0, longest))
        if process.poll() is None:
            if interrupt:
                interrupt()
            else:
                process.kill()
        process.wait(subject.PATIENCE)
        listener.join()
    # A line that it could not end was not said.
    return Run("".join(line for line in said if line.endswith("\n")), process.returncode, has_begun)


class Pace:
    """How long it takes: kills that come too late say that it is less, kills that fire that it may be more."""

    def __init__(self, longest):
        self.longest = longest

    def learn(self, fired):
        self.longest = min(max(self.longest * (1.03 if fired else 0.7), 0.001), 5)


class Appends:
    """Changes, one after the other, on an instance that outlives many kills."""

    # Then another is made, for looking at everything takes longer and longer.
    LIFE = 12

    def __init__(self, work, name, on_server=False, sever=False):
        self.work, self.name, self.on_server, self.sever = work, name, on_server, sever
        self.home, self.database, self.runs, self.acks = work / name, f"faults_{name.replace('-', '_')}", 0, []
        self.pace = Pace(0.1)

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
        counts = [luck.choice([1, 1, 1, 2, 2, 3, 5, 40]) for _ in range(8)]
        interrupt = self.interrupt if self.sever else None
        run = killed(luck, self.pace.longest, "append", self.home, *counts, interrupt=interrupt)
        self.acks = [*self.acks, *subject.acknowledged(run.out)][-40:]
        subject.check(self.home, self.acks)
        return run

    def end(self):
        if self.on_server:
            subject.drop_database(self.database)


class Keeps:
    """Uploads to a place that outlives all kills."""

    def __init__(self, place, name):
        self.place, self.name, self.pace, self.acks = place, name, Pace(0.1), []

    def once(self, luck):
        sizes = [luck.choice([luck.randint(0, 9999), luck.randint(0, 999_999)]) for _ in range(5)] + [9_000_000 + luck.randint(0, 99)]
        run = killed(luck, self.pace.longest, "keep", self.place, *sizes)
        self.acks = [*self.acks, *subject.acknowledged(run.out)][-40:]
        subject.check_kept(self.place, self.acks)
        return run

    def end(self):
        pass


class Recordings:
    """What people record with the program itself: codes that are published, and evidence that is uploaded."""

    # Then another is made, for looking at everything takes longer and longer.
    LIFE = 12
    SAID = ["--title", "A file", "--media-type", "text/plain", "--speaks-for", "2026-01-01"]

    def __init__(self, work, name, on_server=False):
        self.work, self.name, self.on_server, self.pace, self.runs = work, name, on_server, Pace(0.15), 0
        self.home, self.database = work / name, f"faults_{name.replace('-', '_')}"
        self.code = subject.fresh(work / f"{name}-code")
        shutil.copytree(subject.ROOT / "data/codes/conduct-template", self.code, dirs_exist_ok=True)
        self.manifest, self.indicators = (self.code / "code.toml").read_text(), (self.code / "kpis.toml").read_text()
        self.file = work / f"{name}.txt"

    def begin(self):
        shutil.rmtree(self.home, ignore_errors=True)
        subject.must("make", self.home, *([subject.database(self.database)] if self.on_server else []))
        for command in (
            ["person", "register", "jo", "--name", "Jo"],
            ["organisation", "register", "acme", "--name", "Acme", "--kind", "provider"],
            ["role", "grant", "jo", "acme", "editor", "--from", "2026-01-01"],
        ):
            subject.adhere("party", *command, "--store", self.home, "--as", "jo")

    def command(self, luck, number):
        if luck.random() < 0.5:
            (self.code / "code.toml").write_text(self.manifest.replace('"conduct-template"', f'"code-of-{number}"'))
            (self.code / "kpis.toml").write_text(self.indicators.replace('"conduct-template@', f'"code-of-{number}@'))
            return ["code", "publish", self.code], ("code.published", f"code/code-of-{number}")
        self.file.write_bytes(luck.randbytes(luck.choice([10, 100_000, 3_000_000])))
        return ["evidence", "add", f"file-{number}", self.file, *self.SAID], ("evidence.added", f"evidence/file-{number}")

    def once(self, luck):
        if self.runs % self.LIFE == 0:
            self.begin()
        self.runs += 1
        command, (kind, about) = self.command(luck, self.runs)
        command = [*command, "--store", self.home, "--as", "jo"]
        run = killed(luck, self.pace.longest, *command, program=subject.ADHERE)
        before = self.recorded(kind, about)
        if not run.fired and before != 1:
            raise subject.Bad(f"`{about}` was acknowledged, and is there {before} times")
        subject.must("audit", self.home)
        # Whoever is not sure does it again.
        subject.adhere(*command)
        if self.recorded(kind, about) != 1:
            raise subject.Bad(f"`{about}` was recorded again, and is there {self.recorded(kind, about)} times")
        subject.must("audit", self.home)
        return run

    def recorded(self, kind, about):
        lines = subject.adhere("journal", "list", "--store", self.home, "--kind", kind, "--about", about).splitlines()
        return sum(kind in line for line in lines)

    def end(self):
        if self.on_server:
            subject.drop_database(self.database)


class Backups:
    """Backups of an instance; one that is there can be restored."""

    def __init__(self, work, name, on_server=False):
        self.work, self.name, self.on_server, self.pace = work, name, on_server, Pace(0.1)
        self.home, self.database = work / f"{name}-home", f"faults_{name.replace('-', '_')}"
        subject.must("make", self.home, *([subject.database(self.database)] if on_server else []))
        self.acks = subject.acknowledged(subject.must("append", self.home, 150, 100, 1))

    def once(self, luck):
        target, restored = self.work / self.name, self.work / f"{self.name}-restored"
        shutil.rmtree(target, ignore_errors=True)
        run = killed(luck, self.pace.longest, "backup", self.home, target)
        if "backed-up" in run.out and not target.exists():
            raise subject.Bad("a backup was acknowledged, and is not there")
        if not target.exists():
            # What a killed attempt left does not stand in the way of the next.
            subject.must("backup", self.home, target)
        shutil.rmtree(restored, ignore_errors=True)
        subject.must("restore", restored, target)
        subject.must("audit", restored, *self.acks)
        return run

    def end(self):
        subject.must("audit", self.home, *self.acks)
        if self.on_server:
            subject.drop_database(self.database)


class Restores:
    """Backups that are restored by the program itself; what a kill interrupts is done again to its end."""

    def __init__(self, work, name, on_server=False):
        self.work, self.name, self.on_server, self.pace = work, name, on_server, Pace(0.3)
        self.home, self.backup, self.restored = (work / f"{name}-{part}" for part in ("home", "backup", "restored"))
        self.database = f"faults_{name.replace('-', '_')}"
        subject.must("make", self.home)
        self.acks = subject.acknowledged(subject.must("append", self.home, 40, 30, 1))
        subject.must("backup", self.home, self.backup)

    def once(self, luck):
        shutil.rmtree(self.restored, ignore_errors=True)
        command = ["store", "restore", self.backup, "--store", self.restored]
        if self.on_server:
            command += ["--database", subject.database(self.database)]
        run = killed(luck, self.pace.longest, *command, program=subject.ADHERE)
        try:
            subject.adhere(*command)
        except subject.Bad as error:
            # The kill came after everything was saved: then nothing is restored into it once more.
            if "entries already" not in str(error):
                raise
        subject.must("audit", self.restored, *self.acks)
        return run

    def end(self):
        if self.on_server:
            subject.drop_database(self.database)


class Moves:
    """Moves from SQLite to PostgreSQL; what a kill interrupts is done again to its end."""

    name = "move"

    def __init__(self, work):
        self.work, self.source, self.pace = work, work / "to-move", Pace(0.3)
        subject.must("make", self.source)
        self.acks = subject.acknowledged(subject.must("append", self.source, 40, 30, 1))

    def once(self, luck):
        home, url = subject.copy(self.source, self.work / "moving"), subject.database("faults_moved")
        run = killed(luck, self.pace.longest, "migrate", home, url)
        subject.finish_moving(home, url, self.acks)
        return run

    def end(self):
        subject.drop_database("faults_moved")


MIGRATIONS = sorted((subject.ROOT / "crates/store/sql/migration").glob("0*.sql"))
BOOTSTRAP = subject.ROOT / "crates/store/sql/migration"
# What the program says to a server for what migrations say to SQLite.
ON_SERVER = [
    (") strict;", ");"),
    (") strict, without rowid;", ");"),
    (" integer", " bigint"),
    (" blob", " bytea"),
    (" text", ' text collate "C"'),
]


def tables_of(migration):
    """What a migration makes, changes and drops; rows that it moves are not there yet, and Debian's SQLite is too old for
    how some are moved."""
    statements = re.split(r"(?<=;)\n", migration.read_text())
    return "\n".join(text for text in statements if not re.search(r"(?m)^insert into", text))


def made(migrations):
    """The columns of each table after some migrations, in the order in which the tables are made: a column's name, and
    whether a row needs it."""
    with sqlite3.connect(":memory:") as connection:
        connection.executescript((BOOTSTRAP / "bootstrap.sqlite.sql").read_text())
        for migration in migrations:
            connection.executescript(tables_of(migration))
        tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table' order by rowid")]
        columns = {name: connection.execute(f"pragma table_info({name})").fetchall() for name in tables}
    return {
        name: {column: bool(is_needed) and default is None for _, column, _, is_needed, default, _ in rows}
        for name, rows in columns.items()
    }


def copies(migrations, later):
    """What takes the rows of all tables, under the name `later`, over into those of some migrations, as far as they have
    the columns: tables that follow from the journal and had others are left empty, as an upgrade fills them anyway."""
    now = made(MIGRATIONS)
    for table, columns in made(migrations).items():
        common = [column for column in columns if column in now.get(table, {})]
        if common and all(column in common for column, is_needed in columns.items() if is_needed):
            names = ", ".join(common)
            yield f"insert into {table} ({names}) select {names} from {later}.{table}"


class Upgrades:
    """Tables of an earlier version, brought up to date by opening them."""

    def __init__(self, work, name, on_server=False):
        self.work, self.name, self.on_server, self.pace = work, name, on_server, Pace(0.01)
        self.home, self.database = work / name, f"faults_{name.replace('-', '_')}"
        subject.must("make", self.home, *([subject.database(self.database)] if on_server else []))
        self.acks = subject.acknowledged(subject.must("append", self.home, 30, 1))

    def step_back(self, luck):
        """Puts what was recorded into the tables of an earlier version."""
        earlier = MIGRATIONS[: luck.randint(6, len(MIGRATIONS) - 1)]
        texts = [tables_of(file) for file in earlier]
        forget = f"delete from migration where migration_id > {len(earlier)}"
        if self.on_server:
            for ours, theirs in ON_SERVER:
                texts = [text.replace(ours, theirs) for text in texts]
            texts = ["alter schema public rename to later; create schema public", (BOOTSTRAP / "bootstrap.postgres.sql").read_text(), *texts]
            texts += [*copies(earlier, "later"), forget, "drop schema later cascade"]
            subject.sql(";\n".join(text.strip().rstrip(";") for text in texts), self.database)
        else:
            later, database = self.home / "later.sqlite", self.home / "adhere.sqlite"
            with sqlite3.connect(database) as connection:
                connection.execute("vacuum into ?", (str(later),))
            connection.close()
            for file in self.home.glob("adhere.sqlite*"):
                file.unlink()
            with sqlite3.connect(database) as connection:
                connection.executescript((BOOTSTRAP / "bootstrap.sqlite.sql").read_text())
                connection.executescript("".join(texts))
                connection.execute("attach ? as later", (str(later),))
                for copy in [*copies(earlier, "later"), forget]:
                    connection.execute(copy)
            connection.close()
            later.unlink()

    def once(self, luck):
        self.step_back(luck)
        # Nothing is asked of it but to open, and all of that is its work.
        run = killed(luck, self.pace.longest, "upgrade", self.home, program=subject.PROGRAM)
        subject.must("audit", self.home, *self.acks)
        return run

    def end(self):
        if self.on_server:
            subject.drop_database(self.database)


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
        (Appends(work, "append-sqlite"), 18),
        (Appends(work, "append-postgres", on_server=True), 14),
        (Appends(work, "append-severed", on_server=True, sever=True), 6),
        (Recordings(work, "record-sqlite"), 8),
        (Recordings(work, "record-postgres", on_server=True), 5),
        (Keeps(work / "blobs", "keep-folder"), 12),
        (Keeps(f"s3:{prefix}", "keep-bucket"), 5),
        (Backups(work, "backup-sqlite"), 6),
        (Backups(work, "backup-postgres", on_server=True), 3),
        (Restores(work, "restore-sqlite"), 4),
        (Restores(work, "restore-postgres", on_server=True), 2),
        (Moves(work), 8),
        (Upgrades(work, "upgrade-sqlite"), 6),
        (Upgrades(work, "upgrade-postgres", on_server=True), 3),
    ]

    def all_of(share):
        target, percent = share
        luck, bad, tries = random.Random(f"{arguments.seed} {target.name}"), [], 0
        wanted, seen = max(1, -(-arguments.kills * percent // 100)), collections.Counter()
        # A process that had ended before it was to be killed does not count.
        while seen["fired"] < wanted and tries < 4 * wanted + 20 and len(bad) < 5:
            tries += 1
            try:
                run = target.once(luck)
                target.pace.learn(run.fired)
                seen.update(fired=run.fired, amid=run.amid)
            except (subject.Bad, subprocess.TimeoutExpired) as error:
                bad.append(f"{target.name}, try {tries}: {error}")
        if seen["fired"] < wanted:
            bad.append(f"{target.name}: only {seen['fired']} of {wanted} kills came about")
        print(f"  {target.name}: {seen['fired']} killed of {tries} runs, {seen['amid']} amid their work, {len(bad)} bad", flush=True)
        return seen, bad

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(all_of, shares))
    bad = [error for _, errors in outcomes for error in errors]
    for target, _ in shares:
        target.end()
    seen = sum((seen for seen, _ in outcomes), collections.Counter())
    print(f"{seen['fired']} kills, {seen['amid']} amid the work, {len(bad)} bad")
    print(*bad[:20], sep="\n")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
