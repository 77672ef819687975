# What `adhere journal` and `adhere witness` say.

journal-nothing = Nothing was recorded that is asked for.
journal-more = More: --before { $before }
witness-cosigned = Cosigned the checkpoint of { $log } for { $size ->
        [one] one entry
       *[other] { $size } entries
    }.
witness-conflict = { $log } was seen with { $size ->
        [one] one entry
       *[other] { $size } entries
    } here; ask from there.
witness-fork = { $log } shows two histories, or a proof that is wrong: both checkpoints are kept as evidence in entry { $entry }.
witness-unknown = { $log } is not among the logs of the policy.
witness-bad-signature = The checkpoint is not signed by the key that the policy has for { $log }: { $reason }
witness-kept = { $witness } has cosigned the checkpoint for { $size ->
        [one] one entry
       *[other] { $size } entries
    } at { $at }.
witness-has-all = { $witness } has cosigned the latest checkpoint already.
witness-none = The policy { $policy } names no witness of its own; nothing was asked.
witness-failed = { $witness } could not be asked: { $reason }
serve-listening = Listening on { $address }
journal-erase-goes = All that was recorded of { $subject } is erased for ever:
journal-erase-ask = Type “{ $yes }” to go on.
journal-erase-left = Nothing was erased.
journal-erased = Erased { $count ->
        [one] one entry
       *[other] { $count } entries
    } on { $subject }; entry { $entry } says so.
journal-stamp = { $size ->
        [one] one entry
       *[other] { $size } entries
    }: stamped at { $at } at the latest (entry { $entry })
journal-stamp-none = No checkpoint was stamped.
journal-stamp-kept = { $authority } stamped the checkpoint; it was there at { $at } at the latest.
journal-stamp-known = This timestamp of { $authority } is kept already; the checkpoint was there at { $at } at the latest.
