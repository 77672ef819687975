# What `adhere code import` and `adhere code text` say.

import-done = { $folder }: { $chapters ->
        [one] one chapter
       *[other] { $chapters } chapters
    }, { $commitments ->
        [one] one commitment
       *[other] { $commitments } commitments
    }, { $measures ->
        [one] one measure
       *[other] { $measures } measures
    }.
import-left = Not placed: { $count } sections, whole in { $file }:
import-left-none = Every section was placed.
import-left-row = { $why } ({ $count }): { $lines }
import-remarks = To look at: { $count }
import-compiles = The source can be read; `adhere check` says what the code still lacks.
import-does-not-compile = The source does not compile yet; findings: { $count }
import-source = Imported from { $files }

left-no-place = recitals, objectives, glossary, appendices and text about a chapter, for which the source format has no place
left-unrecognised = under headings that say nothing known
left-no-commitment = measures or legal texts without a commitment
left-number-twice = parts with a number that another part has
left-unsafe = texts with Markdown that would change what follows them
left-recital-material = material for recitals
left-changes = summaries of changes
left-summary = summaries of commitments
left-introduction = introductions
left-questions = questions and answers
left-explanation = explanations
left-disclaimer = disclaimers
left-recommendation = recommendations
left-may-belong = lines { $lines }: may hold text of { $part }

remark-no-covers = no provision could be read; write `covers`
remark-assumed-binds = no heading says whom it binds; check `binds`
remark-unknown-provision = cites a provision that adhere does not know
remark-period = not placed: a period to write as a `due` or a `keep` line

unplaced-title = Not placed
unplaced-intro = What the published files hold and the source does not, word for word, with its lines.
unplaced-heading = { $file }:{ $lines }: { $title }
unplaced-why = Why: { $why }.
unplaced-may-belong = It says what Signatories do: a part of it may belong to { $part }.

code-text-done = { $code }: text of { $parts } parts from { $files ->
        [one] one file
       *[other] { $files } files
    }; not matched: { $unmatched }; without text: { $missing }.
code-text-unmatched = { $file }:{ $from }–{ $to }: { $title } ({ $why })
code-text-expected = { $file }:{ $from }–{ $to }: { $title } (the code has it as: { $expected })
code-text-missing = No text was found for { $ids }.
code-text-heading = Text as imported ({ $standing }; language: { $language }; { $file }, line { $line }):
code-text-status = The file says of itself: { $status }
code-text-none = The file has no text of { $part }.
code-text-standing-official-copy = from a copy of the official publication
code-text-standing-hand-copy = from a copy made by hand; not authentic
code-text-standing-near-verbatim = from a copy said to be near-verbatim; not authentic
code-text-standing-unverified = from a copy of unknown making; not authentic
