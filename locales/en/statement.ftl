# What `adhere statement`, `adhere evidence` and `adhere approval` say.

list-more = … and more: go on with --after { $after }

statement-none = Nothing is stated.
statement-revision = revision { $revision }: { $state } (by { $author } on { $on })
statement-owner = answers for it: { $owner }
statement-due = due by { $due }
statement-carried-from = carried over from { $from }
statement-fingerprint = fingerprint { $fingerprint }
statement-not-approved = Not approved.
statement-approved = Revision { $revision } was approved by { $by } on { $on }.

flag-state = since then: { $now } instead of { $approved }
flag-text = since then: other words
flag-owner = since then: someone else answers for it
flag-due = since then: another day on which it is due
flag-added = since then: { $item } was attached
flag-removed = since then: { $item } is not attached in this way any more
flag-silent = { $item } { $why }

evidence-standing-speaks = speaks
evidence-standing-not-yet = does not speak before { $day }
evidence-standing-expired = expired on { $day }
evidence-standing-withdrawn = was withdrawn with effect from { $day }

carried-over = { $from } → { $to }: carried over
carried-stated = { $from } → { $to }: stated otherwise already, and left as it is
carried-for-review = { $from } → { $to }: for review, { $why }; state it anew if it holds
carried-not = { $from }: left behind, { $why }
carried-unanswered = { $measure }: nothing is carried to it
carried-unanswered-model = { $measure } for { $model }: nothing is carried to it
carried-evidence-attached = { $item } shows it there, too
carried-evidence-attachable = { $item } is to be attached there if it shows it
carried-evidence-detached = { $item } was detached there, and stays so
carried-evidence-withdrawn = { $item } was withdrawn, and is not carried over
carried-nothing = There is nothing to carry over.
review-changed = because the measure asks for something else
review-merged = because several measures were merged into one
review-split = because the measure was split
review-not-compared = because one version is a full text and the other a summary
carried-dropped = because the measure was dropped: { $notes }
carried-lost = because the measure is no more, and the lineage does not say why
carried-not-in-version = because it is no measure of that version

evidence-none = There is no such evidence.
evidence-withdrawn = withdrawn from { $from }: { $reason }
evidence-all-speaks = All that is attached is kept and speaks.
evidence-bytes-missing = { $item }: its bytes are missing, or have another length
passage-moved = { $statement }: the passage “{ $quotation }” stands elsewhere
passage-changed = { $statement }: instead of the passage “{ $quotation }” there is other text
passage-ambiguous = { $statement }: the passage “{ $quotation }” stands in several places
passage-gone = { $statement }: the passage “{ $quotation }” is gone

approval-none = Nothing is approved.
