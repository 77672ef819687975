# What the compiler of codes says. Each rule has a message and a hint; `adhere explain` tells the rest.

check-compiled = { $code }: { $commitments ->
        [one] one commitment
       *[other] { $commitments } commitments
    } and { $measures ->
        [one] one measure
       *[other] { $measures } measures
    }, { $warnings ->
        [0] no warnings
        [one] one warning
       *[other] { $warnings } warnings
    }
    sha256 { $digest }
check-not-compiled = { $errors ->
        [one] one error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [one] one warning
       *[other] { $warnings } warnings
    }: not compiled; `adhere explain { $rule }` says more
init-code-done = Started { $folder }. Fill in { $manifest } and { $chapter }, then run: adhere check { $folder }
explain-others = Other names in brackets are described in docs/reference/diagnostics.md, and have no page here.
check-watching = Watching { $folder }; stop with Ctrl-C

# What a code covers

check-coverage-missing = { $provision } is neither covered by a measure nor openly left out
    .hint = add it to the `covers` of a measure, or a `[[left-out]]` with the reason
check-left-out-covered = { $provision } is left out, and covered by { $measures }
    .hint = remove the `[[left-out]]`, or the provision from the measures
check-left-out-unasked = { $provision } is left out, and codes of this kind are not asked to cover it
    .hint = remove the `[[left-out]]`, or correct its provision
check-covers-outside-profile = measure `{ $measure }` covers nothing that codes of this kind are measured against
    .hint = name a provision that `adhere code coverage` lists, or correct `profile`
check-covers-beyond-commitment = measure `{ $measure }` covers { $provision }, and its commitment `{ $commitment }` does not
    .hint = add the provision to the `covers` of the commitment, or remove it here
check-commitment-beyond-measures = commitment `{ $commitment }` covers { $provision }, and none of its measures does
    .hint = add the provision to the `covers` of the measure that serves it, or remove it here
check-binds-outside-profile = commitment `{ $part }` binds those whom codes of this kind do not address
    .hint = `gpai` and `systemic-risk` go with profile `aia-56`; `provider` and `deployer` with the others

# What a code consists of

check-chapter-empty = chapter `{ $part }` has no commitment
    .hint = add a commitment (`## Title {"{"}#ID{"}"}`), or remove the chapter
check-commitment-empty = commitment `{ $part }` has no measure
    .hint = add a measure (`### Title {"{"}#ID{"}"}`)
check-text-missing = `{ $part }` has no text
    .hint = say below the attributes what is committed to
check-deadline-twice = measure `{ $part }` has two periods called `{ $deadline }`
    .hint = give each its own name
check-relief-lifts-unknown = measure `{ $part }` has no period called `{ $deadline }` that could be lifted
    .hint = name a `due` or `keep` of the same measure after `lifts`, or leave the name out
check-variant-twice = measure `{ $part }` has two variants for size `{ $size }`
    .hint = leave each size in one of them

# Objectives and indicators

check-objective-missing = commitment `{ $commitment }` serves no objective
    .hint = add `- objective: text`, or `- serves: ID` of an objective in the manifest
check-objective-unknown = commitment `{ $commitment }` serves `{ $objective }`, which is not an objective
    .hint = add an `[[objective]]` with this id to the manifest, or correct the id
check-objective-unserved = no commitment serves objective `{ $objective }`
    .hint = name it in the `serves` of a commitment, or remove it
check-kpi-missing = objective `{ $objective }` has no indicator, and nothing says why
    .hint = add an indicator for a commitment or measure that serves it, or `- no-kpi: reason`

# Reports

check-report-missing = no measure has adherents report to the AI Office
    .hint = add `- report: ai-office` to the measures that ask for reports
check-report-not-by-size = adherents report to the AI Office, and no commitment that asks for it has a variant for smaller ones
    .hint = add a `- variant: micro, small — what changes` where size and capacity make a difference

# What happened to a code

check-event-before-publication = this happened on { $date }, before the code was published on { $published }
    .hint = correct one of the dates
check-future-date = { $date } lies in the future
    .hint = check the date; it counts from that day on
check-approval-not-in-law = on { $date } the law has no approval of codes by implementing act
    .hint = write `assessed-adequate` for an assessment by the Commission, or correct the date

# Lineage

check-lineage-lost = `{ $part }` of version { $version } is neither kept nor spoken of
    .hint = add a `[[part]]` to the lineage that says what it became, or why it was dropped
check-lineage-unknown-old = version { $version } has no part `{ $part }`
    .hint = correct the id; `adhere code show` lists them
check-lineage-unknown-new = `{ $part }` became `{ $new }`, which this version does not have
    .hint = correct the id, or drop the part with a reason
check-lineage-twice = the lineage speaks of `{ $part }` twice
    .hint = leave one of the two
check-lineage-dropped-kept = `{ $part }` is dropped, and this version has it
    .hint = remove the `[[part]]`, or give the new part an id of its own
