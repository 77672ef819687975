"""The program that is made to fail, and what is left when it was."""

import os
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILT = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug"
PROGRAM = BUILT / "examples/fault-subject"
# The program itself.
ADHERE = BUILT / "adhere"
# A check that hangs is a failure.
PATIENCE = 120


# What is in the folder of an instance.
HOME = ("adhere.sqlite", "blobs", "instance.toml", "instance.", "keys")


class Bad(Exception):
    """What must never happen has happened."""


def acknowledged(out):
    """What the program said was saved; a line that it could not end was not said."""
    lines = out.split("\n")[:-1]
    return [line.split()[1] for line in lines if line.startswith(("saved ", "kept ")) and line != "saved nothing"]


def run(*arguments, before=()):
    """Runs the program to its end, behind another if one is given."""
    command = [*map(str, before), str(PROGRAM), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)


def must(*arguments):
    """Runs the program; it must succeed."""
    done = run(*arguments)
    if done.returncode != 0:
        raise Bad(f"{' '.join(map(str, arguments))}: {done.stderr.strip()[:1000]}")
    return done.stdout


def adhere(*arguments):
    """Runs the program itself; it must succeed."""
    command = [str(ADHERE), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if done.returncode != 0:
        raise Bad(f"{' '.join(command)}: {done.stderr.strip()[:1000]}")
    return done.stdout


def check(home, acks):
    """Nothing acknowledged is lost, everything is sound, and more can be recorded."""
    must("check", home, *acks)


def check_kept(place, acks):
    """No acknowledged bytes are lost, and none are half there."""
    must("check-kept", place, *acks)


def url_of(name):
    """How to connect to a database on the server."""
    return f"{os.environ['ADHERE_TEST_POSTGRES'].rsplit('/', 1)[0]}/{name}"


def sql(statement, name="postgres"):
    """Runs a statement on the server, in one of its databases."""
    command = ["psql", "--no-psqlrc", "--quiet", "--tuples-only", url_of(name), "--command", statement]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Bad(f"`{statement}`: {done.stderr}")


def database(name):
    """A new database on the server, in the place of whatever was there."""
    drop_database(name)
    sql(f"create database {name}")
    return url_of(name)


def drop_database(name):
    sql(f"drop database if exists {name} with (force)")


def finish_moving(home, url, acks):
    """Wherever an interrupted move has come to, all is whole, and moving again brings it to its end."""
    before = run("audit", home, *acks)
    # A file that was left, while the settings name it still, is an interrupted move; it is the one thing to be found.
    if before.returncode != 0 and "the audit found [Left]" not in before.stderr:
        raise Bad(f"after an interrupted move: {before.stderr}")
    if leftover := [path.name for path in home.iterdir() if not path.name.startswith(HOME)]:
        raise Bad(f"an interrupted move left {leftover}")
    again = run("migrate", home, url)
    if again.returncode != 0 and "OnAServer" not in again.stderr:
        raise Bad(f"moving cannot be done to its end: {again.stderr}")
    if url not in (home / "instance.toml").read_text():
        raise Bad("it was moved, and its settings do not say so")
    check(home, acks)


def fresh(folder):
    """An empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def copy(source, target):
    """A copy of a folder, in the place of whatever was there."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return target
