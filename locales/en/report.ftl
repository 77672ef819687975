# The words of reports and commands. Rules and their names are in rules.ftl.

language-code = en
report-title = where it stands
not-advice = adhere applies rules to the facts it is given. It gives no legal advice and is not a service of the European Commission.
summary-foot = Everything with reasons: --format text or html. No legal advice, and not a service of the European Commission.
why = Why

# Above all models

about-provider = Provider established in { $country }; { $size }
country-unknown = a place that is not known
size-unknown = size class not known
days = Law as of { $as-of }, as known on { $known-at }
no-models = There is no model yet: add a file under models/, such as `adhere init` writes.
more-models = … and { $count } more models
totals = { $models ->
        [one] one model
       *[other] { $models } models
    }: { $overdue } overdue, { $gaps } gaps, { $open } obligations open

# Rows of the summary

row-because = because
row-duties = duties
row-ways = ways
row-adherence = adherence
row-measures = measures
row-due = due
row-fine = fine
row-note = note
row-missing = missing

# Headings

heading-questions = What the model is
heading-compute = Training compute
heading-duties = Obligations
heading-ways = Ways to show compliance
heading-adherence = Adherence
heading-measures = Measures of the code
heading-due = What is due
heading-events = Events on record
heading-fine = Fines
heading-missing = Facts that would settle what is open
heading-readings = Readings chosen where the text can be read two ways
heading-origins = Where the facts come from
heading-versions = Versions
heading-covered-by = Covered by measures of
heading-left-out = Left out, as adhere reads the code

# Marks of a tree of reasons

mark-yes = [yes]
mark-no = [no]
mark-needs-fact = [fact?]
mark-needs-judgment = [judgment?]
gap-mark = gap:
reading-note = read as { $question }={ $reading }

# What a model is

class-not-general-purpose = not a general-purpose AI model
class-open = whether it is a general-purpose AI model is open
class-not-provider = general-purpose AI model of which this undertaking is not the provider
class-systemic-risk = general-purpose AI model with systemic risk
class-general-purpose = general-purpose AI model without systemic risk
class-systemic-risk-open = general-purpose AI model; whether with systemic risk is open

# Training compute

estimate-reported = as stated in the facts: { $figure } FLOP
estimate-hardware = by hardware and time: { $figure } FLOP
estimate-architecture = by parameters and tokens: { $figure } FLOP
caution-estimates-differ = the two estimates differ by more than 30 %: { $hardware } FLOP by hardware, { $architecture } FLOP by architecture
caution-report-differs = the stated figure and an estimate differ by more than 30 %: { $reported } and { $estimated } FLOP
caution-near-threshold = { $figure } FLOP and the threshold of { $threshold } FLOP lie within 30 %, the margin that estimates are allowed
caution-limited-to-modification = what Art. 53(1) asks of whoever modified another's model is limited to the modification, by Recital 109 and section 3.2.1 of the guidelines; neither is the operative text

# Obligations

duty-dates = from { $from }, enforceable from { $enforceable }
duty-dates-placing = from placing on the market
duty-dates-condition = from the day on which the condition is met or known
from-placing = placing on the market
from-first = { $date }, others later
or-later = { " " }or later, holidays not known
duties-binds = { $cites } bind (from { $from })
duties-ahead = { $cites } ahead (from { $from })
duties-open = { $cites } open
duties-does-not-bind = { $cites } not
duty-open-needs-fact = { $cite } ({ $obligation }) is open; missing facts: { $facts }
duty-open-needs-judgment = { $cite } ({ $obligation }) is open: a matter of judgment

# Ways

way-state-open = open
way-state-on-adhering = open on adhering or conforming
way-state-closed = not open

# Adherence

adherence-none = no adherence to a code of practice in force
adherence-declared = { $code }@{ $version }, { $scope }, since { $since }: { $allowed }
adherence-lost = without the benefit of the code: { $cites }
scope-full = the whole code
scope-art-53 = limited to Art. 53
scope-chapters = chapters { $chapters }
scope-allowed-yes = allowed
scope-allowed-no = not allowed in this scope (Art. 56(7))
scope-allowed-needs-fact = whether this scope is allowed is open
scope-allowed-needs-judgment = whether this scope is allowed is a matter of judgment

# Measures

measures-count = { $bind } of { $of } bind, { $open } open; { $without-gap } without a gap
and-more = { " " }and { $count } more
binds-yes = binds
binds-no = does not bind
binds-needs-fact = open
binds-needs-judgment = a matter of judgment
label-variant = for this size:
label-relief = relief:
label-applies = Applies when
label-exempt = exempt:
label-statement = stated:
label-owner = owner:
label-evidence = evidence:
evidence-speaks-for = speaks for { $date }
evidence-expires = expires { $date }

# What is due

nothing-due = nothing is due
and-more-due = … and { $count } more
due-comply = comply: { $obligation }
due-notify = notify the Commission of systemic risk
due-appoint-representative = appoint an authorised representative
due-ask-reassessment = reassessment of the designation may be requested
due-promise = as stated: { $measure }
due-event = event of { $date }
due-counted = counted with { $question }={ $reading }
due-incident = incident { $incident }
due-adherence-ended = the adherence ended on { $date }
due-lifted = relief for { $ground }: { $note }
due-done-on = done on { $date }
due-holidays-unknown = no holiday table for { $years }: the last day may lie later
timing-within = within { $length } after { $event } ({ $date })
timing-before = { $length } before { $event } ({ $date })
timing-every = every { $length } after { $event } (last { $date })
timing-by = by { $event } ({ $date })
timing-keep = kept for { $length } after { $event } ({ $date })
timing-unstated = after { $event } ({ $date }), in a time for which no number is given

# Fines

fine-possible = possible since { $from }: { $ceiling }
fine-ahead = possible from { $from }: { $ceiling }
fine-not-possible = not possible on this day
fine-open = open; if possible: { $ceiling }
ceiling-share-of-turnover = up to EUR { $amount }, { $percent } % of turnover (Art. 101(1))
ceiling-fixed-amount = up to EUR { $amount }, the fixed amount being higher than { $percent } % of turnover (Art. 101(1))
ceiling-at-least = up to EUR { $amount }, or { $percent } % of turnover if that is higher; turnover is not known (Art. 101(1))
fine-factor-fault = Whether the provider acted intentionally or negligently is for the Commission to find: a matter of judgment (Art. 101(1), first subparagraph).
fine-factor-grounds = Beside infringing the Act (a), there may be fines for not answering a request under Art. 91 or answering it wrongly (b), for not complying with a measure requested under Art. 93 (c), and for not giving access for an evaluation under Art. 92 (d) (Art. 101(1)).
fine-factor-nature = Nature, gravity and duration count, with proportionality and appropriateness (Art. 101(1), second subparagraph).
fine-factor-art-93 = Commitments made under Art. 93(3) are taken into account (Art. 101(1), second subparagraph).
fine-factor-code-commitments = Commitments made in the code adhered to are taken into account (Art. 101(1), second subparagraph).
fine-factor-no-code-commitments = Commitments in a code would be taken into account; none are in force (Art. 101(1), second subparagraph).
fine-factor-no-sme-ceiling = The lower ceiling for smaller enterprises in Art. 99(6) is about other fines; Art. 101 has none.

# Missing facts

nothing-missing = none

# Columns

column-status = Status
column-day = Day
column-what = What
column-source = Provision or measure
column-kind = Kind
column-measures = Measures or reason

# Calendar

calendar-name = Due under the AI Act: { $provider }

# Commands

init-done = Started { $folder }. Fill in adhere.toml and { $model }, then run: adhere assess { $folder }
replay-same = The same: every digest agrees.
replay-same-by-another-build = The same outcome, by another build of the program: every other digest agrees.
replay-differs = Different: { $parts }

# Grounds of exemption

ground-open-source = the open-source exception
ground-similarly-safe = "similarly safe or safer" models
ground-inferior-to-open-weight = models inferior to one with openly available weights

# Law

no-law-yet = On { $as-of }, as known on { $known-at }, there was no { $parameter }: ask for a later day. The AI Act was published on 2024-07-12 and is in force since 2024-08-01.
parameter-presumption-threshold = threshold for high-impact capabilities (Art. 51(2))
parameter-chapter-v-applies = date of application of Chapter V (Art. 113)
parameter-legacy-before = transitional date (Art. 111(3))
parameter-legacy-comply-by = transitional deadline (Art. 111(3))
parameter-enforcement-applies = date from which fines apply (Art. 113)
parameter-fine-percent = ceiling of fines (Art. 101(1))
parameter-fine-amount = ceiling of fines (Art. 101(1))
parameter-code-regime = rule on the adequacy of codes (Art. 56(6))

not-in-force = Not in force on { $as-of }, as known on { $known-at }.
applies-from = Applies from { $date }.
label-anchor = EUR-Lex anchor:
label-amended-by = amended by:
label-because = Chosen because:
no-measure = no measure
standing-official-copy = read from a copy of the official publication
standing-hand-copy = read from a copy typed by hand; not authentic
standing-secondary = known from a secondary source

# Codes

profile-aia-56 = code of practice for general-purpose AI models (Art. 56 AI Act)
profile-aia-50-7 = code of practice on marked and labelled content (Art. 50(7) AI Act)
profile-aia-95 = code of conduct for AI systems (Art. 95 AI Act)
code-counts = { $chapters ->
        [one] one chapter
       *[other] { $chapters } chapters
    }, { $commitments } commitments, { $measures } measures
code-event-published = published
code-event-assessed-adequate = assessed as adequate
code-event-assessed-inadequate = assessed as inadequate
code-event-approved-by-act = approved by implementing act
addressee-gpai = providers of general-purpose AI models
addressee-systemic-risk = providers of models with systemic risk
addressee-provider = providers of AI systems
addressee-deployer = deployers of AI systems
label-source = Source:
label-language = Language:
label-objective = Objective:
label-covers = Covers:
label-due = Due:
label-report = Reported to:
code-timing-within = within { $length } after { $event }
code-timing-before = { $length } before { $event }
code-timing-every = every { $length } after { $event }
code-timing-by = by { $event }
code-timing-keep = kept for { $length } after { $event }
code-timing-unstated = after { $event }, in a time for which no number is given
code-relief-lifts = { $ground }, lifting { $deadlines }

# Coverage

coverage-title = what the law asks a code to cover, and which measures do
coverage-table = requirements and measures
coverage-summary = Left out with a reason: { $left-out }. Neither covered nor left out: { $missing }.
