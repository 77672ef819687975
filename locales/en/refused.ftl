# Words for what is refused: one message for each reason, with the facts that it names.

# Why something about parties is not recorded
refused-no-organisation = no organisation “{ $id }” is registered
refused-no-person = no person “{ $id }” is registered
refused-organisation-taken = the id “{ $id }” is taken by another organisation
refused-person-taken = the id “{ $id }” is taken by another person
refused-no-kind = nothing says what the organisation “{ $id }” is
refused-role-misfit = an organisation such as “{ $organisation }” has no role “{ $role }”
refused-role-ends-first = the role would begin on { $from } and end on { $until }
refused-role-held = “{ $person }” has the role “{ $role }” already from { $from }
refused-role-not-held = “{ $person }” does not have the role “{ $role }” on { $day }
refused-no-key = no key “{ $id }” was added
refused-key-taken = the key “{ $id }” was added before as “{ $as-id }”
refused-key-ends-first = the key “{ $id }” would begin at { $from } and end at { $until }
refused-holder-differs = the keys “{ $old }” and “{ $new }” have different holders
refused-key-ended = the key “{ $id }” has ended already, at { $at }
refused-not-permitted = no role of “{ $person }” for “{ $organisation }” allows this on { $day }: { $permission }

# What roles allow
permission-read-work = see what is recorded for a provider
permission-keep-files = change the files on a provider and its models
permission-write-statements = state how measures are implemented, and keep the evidence
permission-comment = comment on measures
permission-approve = approve statements
permission-keep-cases = keep cases: incidents, requests and complaints
permission-bind = declare, change and withdraw adherence
permission-send-packages = send packages to other organisations
permission-read-facilitation = see what a facilitator has been sent
permission-publish-codes = publish versions of codes
permission-keep-register = keep the register of adherence
permission-answer-packages = accept or refuse packages that were received
permission-send-invitations = invite providers to adhere, and take invitations back
permission-answer-invitations = decline invitations to adhere
permission-keep-people = invite people, and grant and revoke their roles
permission-keep-parties = register organisations and add keys
permission-read-operation = see how the instance is set up and how it does
permission-operate = change how the instance is set up

# Why a version of a code is not published
refused-version-taken = “{ $code }” has a version “{ $version }” already, with the digest { $digest }
refused-same-text = the same text is version “{ $version }” of “{ $code }” already
refused-particulars-differ = version “{ $version }” of “{ $code }” was published on { $published }, with other particulars
refused-published-ahead = the version is to be published on { $published }, which is after { $today }
refused-profile-differs = “{ $code }” is a code of another kind: { $profile }
refused-follows-nothing = “{ $code }” has the version “{ $latest }”, and nothing says which version this one follows
refused-follows-unknown = “{ $code }” has no version “{ $version }” to follow
refused-follows-later = version “{ $version }” of “{ $code }”, which it follows, was published later, on { $published }
refused-same-day = version “{ $version }” of “{ $code }” was published on the same day
refused-succeeds-first = adherence would end or pass on { $on }, before the version is published

# Why something is refused by the register
refused-scope = this scope is not allowed for the model “{ $model }”
refused-no-code-of-art-56 = “{ $code }” is no code under Art. 56, and adherence to it cannot be limited to Art. 53
refused-interested-in-full = “{ $provider }” has declared its interest to join the full code “{ $code }”
refused-no-adherence = there is no adherence “{ $id }”
refused-adherence-taken = the id “{ $id }” is taken by another adherence
refused-no-code = no version of the code “{ $code }” is published
refused-no-provider = the organisation “{ $id }” is not registered as a provider
refused-signed-ahead = it is signed on { $on }, which is after { $today }
refused-cannot-bind = nothing on record says that “{ $person }” can bind “{ $provider }” on { $on }
refused-back-dated = it would have effect from { $from }, before it was signed on { $signed }
refused-no-version = the version “{ $version }” of “{ $code }” is not published here
refused-not-published-yet = the version “{ $version }” of “{ $code }” was published on { $published } only
refused-succeeded = the version “{ $by }” of “{ $code }” takes the place of “{ $version }” on { $on }
refused-no-chapter = the code “{ $code }” has no chapter “{ $chapter }”
refused-chapter-unnamed = no chapter of the code “{ $code }” is named
refused-no-model = no model “{ $model }” is on record
refused-model-unnamed = no model is named
refused-adheres-already = the adherence “{ $other }” to the code holds already from { $from }
refused-adherence-ended = the adherence “{ $id }” ends on { $from }, and what has ended stays ended
refused-behind-last = the adherence “{ $id }” changed on { $last } last, and a change comes after that
refused-does-not-follow = the version “{ $next }” does not follow “{ $version }”, which “{ $id }” adheres to
refused-nothing-said = nothing says that adherence to “{ $version }” ends or passes with “{ $next }”
refused-listed-ahead = the source is said to be of { $as-of }, which is after { $today }
refused-listed-before = the source of { $as-of } is said to name { $since } as the first day

# Why a statement, a comment, evidence or an approval is not recorded
refused-no-measure = the version “{ $version }” of “{ $code }” has no measure “{ $measure }”
refused-other-text = the version “{ $version }” of “{ $code }” is not published here with this text
refused-no-reason = the state “{ $state }” of “{ $measure }” has no reason
refused-statement-changed = the statement on “{ $measure }” is at revision { $latest }, and this one follows { $after }
refused-statement-older = the statement on “{ $measure }” is of { $latest } already, which is after { $today }
refused-no-editor = “{ $person }” is no editor of “{ $provider }” on { $on }
refused-not-next = the version “{ $version }” of “{ $code }” does not follow the version “{ $from }”
refused-no-comment = there is no comment “{ $id }”
refused-comment-taken = the id “{ $id }” is taken by another comment
refused-comment-long = the comment has { $bytes } bytes, and at most { $most } are taken
refused-not-author = the comment “{ $id }” is not one of “{ $person }”
refused-no-evidence = there is no evidence “{ $id }”
refused-evidence-taken = the id “{ $id }” is taken by other evidence
refused-held-by-another = the evidence “{ $id }” is in the library of another provider
refused-expires-first = the evidence “{ $item }” would speak from { $speaks-for } and expire on { $expires }
refused-not-attached = the evidence “{ $item }” is not attached to the statement in this way
refused-evidence-withdrawn = the evidence “{ $item }” was withdrawn with effect from { $from }
refused-nothing-to-show = nothing is stated on “{ $measure }” that evidence could show
refused-editor-nowhere = “{ $person }” is an editor of no organisation on { $on }
refused-no-passage = the passage is not in the text of “{ $item }”
refused-several-places = the text of “{ $item }” has the quotation in { $places } places; add what stands before or after it
refused-no-text = “{ $item }” is a file of the kind “{ $media-type }”, in which adhere finds no passages
refused-nothing-stated = nothing is stated on “{ $measure }”
refused-not-latest = the statement on “{ $measure }” is at revision { $latest }, and not at { $revision }
refused-other-evidence = the evidence attached to the statement on “{ $measure }” is not what was to be approved
refused-silent-evidence = the evidence “{ $item }” does not speak on { $today }
refused-no-approver = “{ $person }” is no approver of “{ $provider }” on { $on }
refused-own-words = “{ $person }” wrote revision { $revision }, and someone else approves it

# Why something is not recorded of a case
refused-no-case = “{ $provider }” has no case “{ $id }”
refused-case-taken = the id “{ $id }” names another case; open it under a new one
refused-not-in-code = no version “{ $version }” of “{ $code }” that deals with such a case is published here: { $kind }
refused-no-harm = the incident names no harm, and the period of the first report depends on it
refused-other-step = a case of this kind has no such step: { $kind }, { $step }
refused-step-done = the step “{ $step }” was done already, on { $at }
refused-step-not-yet = the step “{ $step }” comes after “{ $first }”, which was not done by then
refused-too-early = { $at } lies before { $earliest }, when it became known
refused-ahead = { $at } lies ahead; what is recorded of a case has happened
refused-case-closed = the case “{ $id }” is closed; open it again first
refused-case-open = the case “{ $id }” is open
refused-does-not-adhere = “{ $id }” adheres to no published code that deals with complaints

# Why somebody is not let in
refused-not-let-in = the address or the password is wrong, or it was tried too often: wait a quarter of an hour, or ask for a new password
refused-not-let-in-there = no account here is opened by that sign-in, or it was tried too often: ask who invited you whether the addresses are the same, or wait a quarter of an hour
refused-way-back = this way back was used already, is older than ten minutes, or belongs to another browser: begin again
refused-only-way-in = no password is set, so that nothing else would let you in: set one first
refused-crowded = too many are signing in just now: try again in a moment
refused-wrong-code = the code is wrong or was used already: wait for the next one
refused-has-second-factor = a second factor is set already: remove it first, which takes the password
refused-no-invitation = the invitation was used already or has ended: ask for a new one
refused-not-signed-in = nobody is signed in: sign in again
refused-email = “{ $text }” is not an address for letters, such as “jo@example.eu”
refused-email-taken = another account has the address “{ $text }”
refused-no-account = “{ $person }” has no account that is open
refused-token-ends = a token ends after today, and within { $most } days
refused-nothing-such = there is no such thing, or it has ended already
refused-signs-for-other = “{ $person }” has to sign this: whoever is signed in signs for nobody else
refused-nobody-runs = nobody said which organisation runs this instance; “adhere account begin” does
refused-other-runs = “{ $organisation }” runs this instance already: its key signs here
refused-long-id = the id “{ $organisation }” is too long to name a key after it: at most 57 characters
refused-too-often = this was done too often from where you are: try again in an hour

# Why something else is not done
refused-for-reason = { $refusal } — { $because }
refused-no-such-person = “{ $id }” is not the id of a person, and only a person can do this
refused-bytes-gone = the bytes with the SHA-256 { $digest } are not kept any more; add the file again
refused-too-large-for-passages = the evidence “{ $item }” has { $size } bytes, and adhere looks for passages in files of up to { $most }
refused-files = { $count ->
        [one] There is a finding
       *[other] There are { $count } findings
    } in the files, in English:
refused-other-request = something else was asked for under this key: take a key of its own for each request
refused-audit-under-way = an audit goes on already; wait until it has ended
refused-done-already = this was asked for under the same key before, and was done
refused-changed-meanwhile = this is not as it was shown any more: read it again
refused-no-entry = there is no entry { $entry }, or it was erased before
refused-entry-public = entry { $entry } is public: it is in the log itself, and nothing of it can be erased
refused-entry-kind = entry { $entry } is of the kind “{ $kind }”, which is not erased: what it ended would hold again, or what it began could be done twice
refused-entry-changed = what is recorded of “{ $subject }” has changed since it was looked at; look again

# Why a package is not made or taken
refused-nobodys-key = the author key { $key } of this instance is not recorded; add it to your organisation
refused-adherence-not-today = the adherence “{ $id }” is not one that holds today
refused-adherence-of-another = the adherence “{ $id }” is that of “{ $found }”, and this instance signs for “{ $expected }”
refused-not-filed = no package with the SHA-256 { $digest } was filed here, so that there is nothing to decide on
refused-superseded = the package “{ $by }” came later and takes the place of this one; decide on that one, or refuse it first
refused-speaks-for-another = “{ $issuer }” signed it, and it declares the adherence of “{ $provider }”: refuse it
refused-outdated = what was answered at { $filed } was filed already, and this was answered earlier, at { $found }
refused-nothing-to-send = nothing is recorded that such a package would hold
refused-no-package = no package “{ $id }” was sent from here
refused-not-sent = the acknowledgement is about the file { $digest }, which was not sent from here
refused-acknowledgement = the acknowledgement is refused, by the rule “{ $rule }”
refused-package-cannot = the package cannot be made: { $reason }
refused-entry-erased = entry { $entry } cannot be shown: it is not kept any more

# Why a page is not shown, or a form not taken
problem-nothing-here = there is nothing at this address
problem-method = nothing can be sent to this address in this way
problem-larger = what was sent is larger than what is read here
problem-no-form = what was sent is not a form
problem-unread = the request cannot be read
problem-signed-out = sign in, or show a token with `Authorization: Bearer`
problem-too-large = what was sent is too large: at most { $most } MiB are taken at once
problem-late = what was sent did not arrive in time
problem-slow = this takes too long; try again later
problem-too-often = this token asks too often; ask again in { $seconds } seconds
problem-factor-first = set a second factor first: your roles ask for one
problem-no-package = no package was received with entry { $entry }
problem-package-gone = nothing of this package is kept
problem-failed = something went wrong here, not with you
problem-other-site = this was sent by another site; open the page here and send it from there
problem-not-from-here = this was not sent from a page of this site; open the page and send it from there
problem-feed-key = this key opens a calendar alone
problem-token-reads = this token may read and not write
problem-token-elsewhere = this token is for another organisation
problem-token-account = a token cannot change an account
problem-no-organisation = no organisation has this id
problem-organisation-unnamed = no organisation is named
problem-nobody-runs = nobody said which organisation runs this instance
problem-no-letters = this instance sends no letters
problem-no-language = this language is not offered
problem-wrong-value = “{ $text }” is not a value of “{ $name }”
problem-wrong-query = the address asks for something that cannot be read
problem-no-question = there is no question “{ $id }”
problem-no-asset = there is no such file
problem-no-version-by = no version “{ $name }” of a code is published here by { $day }
problem-no-version = “{ $name }” is not published here
problem-no-version-before = no version before “{ $name }” is published here
problem-version-elsewhere = “{ $from }” is not a version of the code of “{ $name }”
problem-no-part = “{ $name }” has no part “{ $id }”
problem-no-measure = “{ $code }” has no measure “{ $measure }”
problem-no-entry = the journal has no entry { $entry }
problem-no-provision = adhere knows no provision “{ $element }”
problem-not-recorded = nothing is recorded of a provider “{ $id }”
problem-no-text = “{ $name }” is not text
problem-long-field = “{ $name }” is longer than { $most } bytes
problem-many-files = at most { $most } files are taken at once
problem-file-name = “{ $name }” is not taken as the name of a file: letters, digits, “.”, “-”, “_” and blanks
problem-no-file-kind = the file has no kind
problem-no-upload = no folder was uploaded; upload it first
problem-upload-gone = what was uploaded is not kept any more; upload it again
problem-path = “{ $path }” is not the path of a file below a folder
problem-path-twice = “{ $path }” is there twice, which leaves open which of both counts
problem-no-root = there is neither “{ $provider }” nor “{ $recorded }” in it
problem-zip = the zip file cannot be read
problem-zip-large = this zip file is of the kind for very large ones (ZIP64), which is not taken; send the files of the folder themselves, or leave out what is large and add it to the library
problem-zip-files = there are more than { $most } files in it
problem-zip-twice = a path is in the zip file twice, or it does not say how many files it has
problem-zip-link = “{ $path }” is a link or something else that is no file
problem-no-utf8 = “{ $path }” is no text in UTF-8, or has more than 8 MiB
problem-case-kind-unnamed = what kind of case is opened is not named
problem-case-unnamed = the case is not named
problem-no-case = there is no case “{ $id }”
problem-key-unnamed = the key is not named
problem-key-no-name = the key has no name in this language
problem-no-model-file = there is no file of a model “{ $name }”
problem-attached-unnamed = nothing that is attached here is named
problem-demand-unsaid = it is not said whether a second factor is to be demanded
problem-role-unnamed = whose role is revoked is not named
problem-invited-unnamed = who is invited again is not named
problem-no-code = no code is published here yet; a facilitator publishes one
problem-approved-unnamed = what was approved is not named
problem-not-previewed = a file of this kind is not shown; it can be downloaded
problem-no-item = the library has no such item
problem-comment-unnamed = the comment is not named
problem-no-complaints = “{ $id }” takes no complaints here
problem-no-reference = the complaint has no reference
problem-no-checkpoint = the journal has no entries yet
problem-no-tile = the journal has no “{ $path }”
problem-package-refused = the package is refused [{ $code }]
problem-no-acknowledgement = there is no acknowledgement
problem-no-packages-here = no packages are received here: nobody said which logs count
problem-no-such-package = no package with such a file was filed here
problem-no-figures = figures are for who runs this server
problem-body-unread = what was sent cannot be read to its end

# Why an invitation to adhere is not sent, declined or taken back
refused-no-invitation-to-adhere = there is no invitation “{ $id }”
refused-invitation-taken = the id “{ $id }” names another invitation
refused-invitation-too-long = the text has { $bytes } bytes, and at most { $most } are taken
refused-invitation-day-over = { $until } is over on { $today }, and nobody can answer until then
refused-invited-already = “{ $organisation }” was invited to that already, by “{ $other }”; send that invitation again
refused-name-invited-already = somebody called “{ $name }” was invited to that already, by “{ $other }”; send that invitation again
refused-invitation-withdrawn = the invitation “{ $id }” was withdrawn
refused-invitation-declined = the invitation “{ $id }” was declined
refused-adheres-to-version = “{ $organisation }” adheres to version “{ $version }” of “{ $code }” already
