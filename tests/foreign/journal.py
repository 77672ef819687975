"""Checks what adhere's journal wrote with aics-tlog, and asks aics-witness to judge requests that adhere judged.

    journal.py log POLICY FOLDER OLD REQUEST   checks checkpoint, cosignature, all tiles and entries, and consistency
    journal.py witness LOG_KEY REQUEST...      prints the status and the answer for each request, one after the other

adhere shares no code with either. Needs Python 3.12 or later with aics-tlog and aics-witness from PyPI.
"""

import sys
import tempfile
from pathlib import Path

from aics_tlog import (
    FileSystemTileReader,
    audit_tiles,
    parse_checkpoint,
    parse_note,
    parse_vkey,
    verify_checkpoint,
    verify_consistency,
)
from aics_witness import LogConfig, Witness, WitnessError, WitnessStore
from aics_witness.protocol import parse_add_checkpoint_request
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def check_log(policy: str, folder: str, old: str, request: str) -> None:
    words = [line.split() for line in Path(policy).read_text(encoding="utf-8").splitlines()]
    log = next(parse_vkey(line[1]) for line in words if line and line[0] == "log")
    witnesses = [parse_vkey(line[2]) for line in words if line and line[0] == "witness"]

    def checkpoint(text: str | bytes, quorum: int):
        note = parse_note(text)
        result = verify_checkpoint(note, log, witnesses, quorum)
        assert result.ok, result
        return parse_checkpoint(note.text)

    newest = checkpoint(Path(folder, "checkpoint").read_bytes(), len(witnesses))
    audit_tiles(FileSystemTileReader(folder), newest.size, newest.root)
    older = checkpoint(Path(old).read_bytes(), 0)
    asked = parse_add_checkpoint_request(Path(request).read_bytes())
    newer = checkpoint(asked.checkpoint, 0)
    assert asked.old_size == older.size and newer == newest
    assert verify_consistency(older.size, newer.size, older.root, newer.root, asked.proof)


def judge(log_key: str, requests: list[str]) -> None:
    key = parse_vkey(log_key)
    secret = Ed25519PrivateKey.from_private_bytes(bytes([5]) * 32)
    with tempfile.TemporaryDirectory() as folder, WitnessStore(Path(folder, "witness.db"), create=True) as store:
        witness = Witness("foreign.example/witness", secret, store, [LogConfig(key.name, (key,))])
        print(witness.vkey_text)
        for request in requests:
            try:
                print(200, witness.add_checkpoint(Path(request).read_bytes()).decode().strip())
            except WitnessError as error:
                print(error.status, error.body.decode().strip().replace("\n", " "))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["log", policy, folder, old, request]:
            check_log(policy, folder, old, request)
        case ["witness", log_key, *requests]:
            judge(log_key, requests)
        case _:
            sys.exit(__doc__)
