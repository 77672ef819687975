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
store-audit-looked = Looked at { $entries } entries, { $checkpoints } checkpoints and { $rows } rows that follow from them.
store-audit-erased = Erased private entries: { $erased }
store-audit-clean = Everything is as it was signed.
store-audit-found = Not as it was signed: { $count }
