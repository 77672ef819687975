"""Lets several nodes append to one PostgreSQL at once, while they are stopped, killed and cut off.

A node that is stopped may hold the turn: the others go on all the same, and when it goes on it writes nothing wrong. In
the end there is one sequence, with everything that was acknowledged at its place, and nothing acknowledged twice.

    python tests/faults/nodes.py WORK --nodes N --changes N [--seed N]
"""

import argparse
import pathlib
import queue
import random
import signal
import subprocess
import sys
import threading
import time

import subject

DATABASE = "faults_nodes"
# A node makes so many changes, then another takes its place.
CHANGES = 40
# While one stands still, the others wait for their turn for less than this: PostgreSQL ends a transaction that stands
# still after 4 s, and a writer that waits for 10 s gives up, which the test would see as an error.
LIMIT = 10


class Node:
    """A process that makes changes one after the other."""

    def __init__(self, number, home, heard):
        self.number, self.home, self.heard = number, home, heard
        self.start()

    def start(self):
        command = [str(subject.PROGRAM), "append", str(self.home), *["1"] * (CHANGES - 1), "30"]
        self.was_killed = self.was_cut = False
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.listener = threading.Thread(target=self.listen, args=(self.process,))
        self.listener.start()

    def listen(self, process):
        for line in process.stdout:
            if line.startswith("saved ") and line.endswith("\n"):
                self.heard.put((self.number, line.split()[1]))

    def ended(self):
        """Whether it has ended; an error that nothing was done to it for is one that must not be."""
        if self.process.poll() is None:
            return False
        self.listener.join()
        error = self.process.stderr.read()
        if self.process.returncode != 0 and not (self.was_killed or self.was_cut):
            raise subject.Bad(f"node {self.number} failed: {error[:1000]}")
        return True


class Cluster:
    """The nodes, what they said, and what is done to them."""

    def __init__(self, work, count, luck):
        self.luck, self.heard, self.acks, self.done = luck, queue.Queue(), {}, {}
        self.home = work / "home"
        subject.must("make", self.home, subject.database(DATABASE))
        self.order = []
        self.nodes = [Node(number, subject.copy(self.home, work / f"node-{number}"), self.heard) for number in range(count)]

    def take(self, wait):
        """Takes up what a node says next; nothing when none does for so long."""
        try:
            number, ack = self.heard.get(timeout=wait)
        except queue.Empty:
            return None
        size, root = ack.split(":")
        if int(size) in self.acks:
            raise subject.Bad(f"{size} was acknowledged twice, to nodes {number} and {self.acks[int(size)][1]}")
        self.acks[int(size)] = (root, number)
        return number

    def take_any(self, count, but=None):
        """Waits until so many changes were acknowledged to others than one; says what the longest silence was."""
        longest, last = 0, time.monotonic()
        while count > 0:
            number = self.take(0.05)
            now = time.monotonic()
            if number is not None and number != but:
                count, longest, last = count - 1, max(longest, now - last), now
            if now - last > LIMIT * 3:
                raise subject.Bad(f"nobody wrote for {now - last:.0f} s")
            for node in self.nodes:
                if node.number != but and node.ended():
                    node.start()
        return longest

    def disturb(self):
        node, what = self.luck.choice(self.nodes), self.luck.choice(["stop", "stop", "kill", "cut", "nothing"])
        if node.process.poll() is not None:
            return
        self.done[what] = self.done.get(what, 0) + 1
        if what == "stop":
            # It may lose its turn, and says so then.
            node.was_cut = True
            node.process.send_signal(signal.SIGSTOP)
            longest = self.take_any(self.luck.choice([3, 12]), but=node.number)
            node.process.send_signal(signal.SIGCONT)
            if longest > 1:
                self.done["held its turn"] = self.done.get("held its turn", 0) + 1
            if longest > LIMIT:
                raise subject.Bad(f"a node that stood still stopped the others for {longest:.1f} s")
        elif what == "kill":
            node.was_killed = True
            node.process.kill()
        elif what == "cut":
            for each in self.nodes:
                each.was_cut = True
            subject.sql(f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{DATABASE}'")
        self.take_any(self.luck.randint(1, 20))

    def end(self):
        for node in self.nodes:
            node.was_killed = True
            node.process.kill()
            node.process.wait()
            node.listener.join()
        while self.take(0) is not None:
            pass
        turns = [number for _, (_, number) in sorted(self.acks.items())]
        crossings = sum(one != other for one, other in zip(turns, turns[1:]))
        subject.check(self.home, [f"{size}:{root}" for size, (root, _) in sorted(self.acks.items())])
        subject.drop_database(DATABASE)
        return crossings


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--nodes", type=int, required=True)
    parser.add_argument("--changes", type=int, required=True, help="how many, over all nodes")
    parser.add_argument("--seed", type=int, default=time.time_ns())
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}")
    cluster = Cluster(subject.fresh(arguments.work), arguments.nodes, random.Random(arguments.seed))
    while len(cluster.acks) < arguments.changes:
        cluster.disturb()
    crossings, done = cluster.end(), ", ".join(f"{what} {count}" for what, count in sorted(cluster.done.items()))
    print(f"  {arguments.nodes} nodes, {len(cluster.acks)} changes acknowledged, another node's turn {crossings} times; {done}")
    if crossings * 10 < len(cluster.acks):
        sys.exit("the nodes hardly crossed each other: this shows nothing")


if __name__ == "__main__":
    main()
