# What `adhere store` says.

store-made = The instance `{ $origin }` is in { $folder }.
store-key = Its log signs with { $key }
store-place = Database: { $engine }, { $place }
store-size = Entries: { $size } ({ $private } of them private)
store-root = Root: { $root }
store-last = Last entry: { $at }
store-no-entries = No entries yet.
store-rebuilt = Rebuilt from { $entries ->
        [one] one entry
       *[other] { $entries } entries
    }.
store-audit-looked = Looked at: entries { $entries }, checkpoints { $checkpoints }, rows that follow { $rows }, files of evidence { $blobs }.
store-audit-erased = Erased private entries: { $erased }
store-audit-clean = Everything is as it was signed.
store-audit-found = Not as it was signed: { $count }
store-swept = Deleted: files { $blobs }, bytes { $bytes }, uploads that never ended { $uploads }
store-backed-up = Backed up { $size ->
        [one] one entry
       *[other] { $size } entries
    } with the root { $root } into { $folder }.
store-keys-left-out = The keys are not in it: keep a copy of { $folder } in a safe place, for without them nobody can go on from the backup.
store-restored = Restored { $size ->
        [one] one entry
       *[other] { $size } entries
    } with the root { $root } into { $folder }.
store-restored-next = Nothing is signed with it yet. Ask its witnesses (`adhere witness ask`), or say that nothing was recorded after the backup (`adhere store confirm`).
store-confirmed = The journal goes on from here.
store-moved = Moved { $size ->
        [one] one entry
       *[other] { $size } entries
    } with the root { $root }. The file { $folder } stays as it was and records nothing more.
store-key-rotated = The key was rotated; entry { $entry } says so. Give the new one to those who verify.
store-key-old = Until now: { $key }
store-key-new = From now on: { $key }
store-keys-encrypted = Keys encrypted now: { $keys }
