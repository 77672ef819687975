"""Plays a loss of power at any moment of a change, an upload, a backup or the making of an instance.

What the program asked of the system is taken from strace and done again on a model of a disk that owes nothing to
anybody: what was not synced is there, or not, or there in part, each write and each name for itself. After each loss
everything acknowledged must be there, nothing may be half there, and the store must go on.

With `--ignore-syncs` the disk lies about syncing. Then things must go wrong: it shows that this simulation sees them.

    python tests/faults/power_loss.py WORK --losses N [--ignore-syncs]
"""

import argparse
import concurrent.futures
import os
import pathlib
import random
import re
import shutil
import sys

import subject

SECTOR = 512
CALLS = (
    "openat,open,creat,close,lseek,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,copy_file_range,"
    "sendfile,fsync,fdatasync,sync_file_range,unlink,unlinkat,rename,renameat,renameat2,link,linkat,symlink,mkdir,mkdirat,rmdir"
)
LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")


def text(quoted):
    """A string as strace writes it with `-xx`."""
    return bytes.fromhex(quoted.strip('"').replace("\\x", ""))


class File:
    """What was written to a file, and up to where it is safe."""

    def __init__(self, first):
        self.first, self.writes, self.synced = first, [], []

    def after(self, moment, luck, ignore_syncs):
        """Its bytes after a loss of power; nothing is lost of what was synced before."""
        safe = 0 if ignore_syncs else max((at for at in self.synced if at < moment), default=0)
        data = bytearray(self.first)
        for at, kind, offset, piece in self.writes:
            if at >= moment:
                break
            fate = "kept" if at < safe else luck.choice(["kept", "dropped", "torn"])
            if fate == "dropped":
                continue
            if kind == "truncate":
                data = data[:offset] + bytes(max(0, offset - len(data)))
                continue
            data.extend(bytes(max(0, offset + len(piece) - len(data))))
            # A disk writes whole sectors, in any order.
            for start in range(0, len(piece), SECTOR):
                if fate == "kept" or luck.random() < 0.5:
                    part = piece[start : start + SECTOR]
                    data[offset + start : offset + start + len(part)] = part
        return bytes(data)


def move(names, folders, old, new):
    """Gives a folder another name, with all that is below it."""
    for path in [path for path in names if path.startswith(f"{old}/")]:
        names[new + path.removeprefix(old)] = names.pop(path)
    for path in [path for path in folders if path == old or path.startswith(f"{old}/")]:
        folders.remove(path)
        folders.add(new + path.removeprefix(old))


class Disk:
    """All that the program did to the files of a folder, in its order."""

    def __init__(self, folder, log):
        self.folder, self.names, self.folders = folder, {}, set()
        self.changes, self.synced_folders, self.acks = [], [], []
        self.files, self.open, self.moment = [], {}, 0
        for path in [folder, *folder.rglob("*")]:
            if path.is_dir():
                self.folders.add(str(path))
            else:
                self.names[str(path)] = self.add(path.read_bytes())
        self.before = dict(self.names), set(self.folders)
        self.log = log

    def add(self, first=b""):
        self.files.append(File(first))
        return len(self.files) - 1

    def path(self, quoted):
        return os.path.normpath(text(quoted).decode())

    def is_ours(self, path):
        return path == str(self.folder) or path.startswith(f"{self.folder}/")

    def replay(self):
        for line in self.log.read_text().splitlines():
            match = LINE.match(line)
            # A call that failed did nothing.
            if match and int(match.group(3)) >= 0:
                self.moment += 1
                self.call(match.group(1), match.group(2).split(", "), int(match.group(3)))
        return self

    def call(self, name, arguments, result):
        first = arguments[0].split("<")[0]
        if name == "openat":
            self.opened(arguments, result)
        elif name == "close":
            self.open.pop(int(first), None)
        elif name in ("unlink", "rename", "mkdir", "rmdir", "linkat", "unlinkat", "renameat", "renameat2", "mkdirat", "link"):
            self.renamed(name, arguments)
        elif name == "write" and first == "1":
            self.acks += [(self.moment, ack) for ack in text(arguments[1]).decode().splitlines()]
        elif first.isdigit() and int(first) in self.open:
            self.written(name, self.open[int(first)], arguments, result)

    def opened(self, arguments, result):
        path, flags = self.path(arguments[1]), arguments[2]
        if not self.is_ours(path):
            return
        if path in self.folders:
            self.open[result] = {"folder": path}
            return
        if path not in self.names:
            if "O_CREAT" not in flags:
                raise subject.Bad(f"`{path}` was opened, and the model does not know it")
            self.names[path] = self.add()
            self.changes.append((self.moment, "name", path, self.names[path]))
        file = self.names[path]
        if "O_TRUNC" in flags:
            self.files[file].writes.append((self.moment, "truncate", 0, b""))
        self.open[result] = {"file": file, "at": 0}

    def renamed(self, name, arguments):
        paths = [self.path(argument) for argument in arguments if argument.startswith('"')]
        if not any(self.is_ours(path) for path in paths):
            return
        if name in ("mkdir", "mkdirat"):
            self.folders.add(paths[0])
            self.changes.append((self.moment, "folder", paths[0], None))
        elif name in ("unlink", "unlinkat"):
            self.names.pop(paths[0], None)
            self.changes.append((self.moment, "unname", paths[0], None))
        elif name in ("rename", "renameat", "renameat2") and paths[0] in self.folders:
            move(self.names, self.folders, *paths)
            self.changes.append((self.moment, "move", paths[1], paths[0]))
        elif name in ("rename", "renameat", "renameat2"):
            file = self.names.pop(paths[0])
            self.names[paths[1]] = file
            self.changes += [(self.moment, "unname", paths[0], None), (self.moment, "name", paths[1], file)]
        elif name in ("link", "linkat"):
            self.names[paths[1]] = self.names[paths[0]]
            self.changes.append((self.moment, "name", paths[1], self.names[paths[0]]))
        else:
            raise subject.Bad(f"the model does not know `{name}`")

    def written(self, name, handle, arguments, result):
        if "folder" in handle:
            if name in ("fsync", "fdatasync"):
                self.synced_folders.append((self.moment, handle["folder"]))
            return
        file = self.files[handle["file"]]
        if name == "pwrite64":
            file.writes.append((self.moment, "write", int(arguments[3]), text(arguments[1])[:result]))
        elif name == "write":
            file.writes.append((self.moment, "write", handle["at"], text(arguments[1])[:result]))
            handle["at"] += result
        elif name == "lseek":
            handle["at"] = result
        elif name == "ftruncate":
            file.writes.append((self.moment, "truncate", int(arguments[1]), b""))
        elif name in ("fsync", "fdatasync"):
            file.synced.append(self.moment)
        else:
            raise subject.Bad(f"the model does not know `{name}`")

    def lose_power(self, moment, luck, target, ignore_syncs):
        """Lays out what is left in another folder; says what was acknowledged before."""
        names, folders = dict(self.before[0]), set(self.before[1])
        in_order = luck.random() < 0.5
        stopped = set()
        for at, kind, path, file in self.changes:
            if at >= moment:
                break
            above = os.path.dirname(path)
            safe = not ignore_syncs and any(at < sync < moment for sync, synced in self.synced_folders if synced == above)
            if not safe and (above in stopped or luck.random() < 0.5):
                # Many file systems keep the order of names in a folder; others owe nothing.
                if in_order:
                    stopped.add(above)
                continue
            if kind == "name":
                names[path] = file
            elif kind == "unname":
                names.pop(path, None)
            elif kind == "move":
                move(names, folders, file, path)
            else:
                folders.add(path)
        self.lay_out(names, folders, moment, luck, target, ignore_syncs)
        return [ack for at, ack in self.acks if at < moment]

    def lay_out(self, names, folders, moment, luck, target, ignore_syncs):
        there = {str(self.folder)}
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        for folder in sorted(folders):
            if folder != str(self.folder) and os.path.dirname(folder) in there:
                there.add(folder)
                (target / os.path.relpath(folder, self.folder)).mkdir(mode=0o700)
        for path, file in names.items():
            # SQLite's shared memory does not outlive the processes that share it.
            if os.path.dirname(path) in there and not path.endswith("-shm"):
                laid = target / os.path.relpath(path, self.folder)
                laid.write_bytes(self.files[file].after(moment, luck, ignore_syncs))
                laid.chmod(0o600)


def trace(work, action):
    """Does something under strace, and takes up what it did."""
    folder = subject.fresh(work / f"{action}-traced")
    before = work / f"{action}-before"
    if action in ("append", "backup"):
        home = work / "home"
        shutil.rmtree(home, ignore_errors=True)
        subject.must("make", home)
        subject.must("append", home, 100, 100, 51)
        subject.copy(home, folder / "home")
    shutil.copytree(folder, before)
    log = work / f"{action}.strace"
    arguments = {
        "make": ["make", folder / "home"],
        "append": ["append", folder / "home", 1, 7, 300, 1, 1],
        "backup": ["backup", folder / "home", folder / "backup"],
        "keep": ["keep", folder / "blobs", 100, 20_000, 100, 5],
    }[action]
    done = subject.run(*arguments, before=["strace", "-o", log, "-xx", "-y", "-s", "2000000", "-e", f"trace={CALLS}"])
    if done.returncode != 0:
        raise subject.Bad(f"{action} fails without any fault: {done.stderr}")
    disk = Disk(before, log)
    # What was done to the folder is done to its copy from before.
    log.write_text(log.read_text().replace(hexed(folder), hexed(before)))
    return disk.replay()


def hexed(path):
    return "".join(f"\\x{byte:02x}" for byte in str(path).encode())


def check(action, place, acks):
    names = subject.acknowledged("".join(f"{ack}\n" for ack in acks))
    home = place / "home"
    if action == "keep":
        subject.check_kept(place / "blobs", names)
        return
    if action == "backup":
        if (place / "backup").exists():
            subject.must("restore", place / "restored", place / "backup")
            subject.must("audit", place / "restored")
        elif "backed-up" in acks:
            raise subject.Bad("the backup was acknowledged, and is not there")
    if action == "make" and not (home / "instance.toml").exists():
        if acks:
            raise subject.Bad("the instance was made, and is not there")
        subject.must("make", home)
    subject.check(home, names)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--losses", type=int, required=True, help="how many losses of power to play for each action")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ignore-syncs", action="store_true", help="the control: the disk lies, and things must go wrong")
    arguments = parser.parse_args()
    work = subject.fresh(arguments.work).resolve()
    total, bad = 0, []
    for action in ("make", "append", "keep", "backup"):
        disk = trace(work, action)
        if not disk.acks:
            raise subject.Bad(f"{action} acknowledged nothing")

        def lose(number):
            luck = random.Random(f"{arguments.seed} {action} {number}")
            # Every fourth loss comes when all was done and acknowledged.
            moment = disk.moment + 1 if number % 4 == 0 else luck.randint(1, disk.moment + 1)
            place = work / f"{action}-{number}"
            acks = disk.lose_power(moment, luck, place, arguments.ignore_syncs)
            try:
                check(action, place, acks)
            except subject.Bad as error:
                return f"{action}, loss {number} at call {moment} of {disk.moment}: {error}"
            shutil.rmtree(place)
            return None

        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            outcomes = list(pool.map(lose, range(arguments.losses)))
        wrong = [outcome for outcome in outcomes if outcome]
        print(f"  {action}: {len(outcomes)} losses over {disk.moment} calls, {len(wrong)} bad")
        total, bad = total + len(outcomes), bad + wrong
    print(f"{total} losses of power, {len(bad)} bad")
    if arguments.ignore_syncs:
        sys.exit(0 if len(bad) * 10 > total else "a disk that lies did no harm: the simulation sees nothing")
    print(*bad[:20], sep="\n")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
