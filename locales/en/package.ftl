# What `adhere package` says.

package-sent = Package { $package } is for { $organisation }; hand its file over.
package-filed = Filed; hand the acknowledgement back.
package-filed-before = This very file was filed before; the acknowledgement is that of then.
package-refused = Refused [{ $code }]: { $reason }
package-was-accepted = Package { $package } was accepted.
package-was-refused = Package { $package } was refused [{ $code }]: { $reason }
package-none = There is no such package.
package-shown-sent = Package { $package } ({ $kind } about { $about }), sent to { $side } at { $at } (entry { $entry }).
package-shown-received = Package { $package } ({ $kind } about { $about }), received from { $side } at { $at } (entry { $entry }).
package-shown-refused = It was refused [{ $code }], and nothing of it is kept.
package-shown-key = Signed with the key { $key } of the organisation; whether who used the key can bind the organisation is not shown by that.
package-shown-verified = Verified again as of its receipt, with the keys, logs and witnesses that count today: it holds.
package-shown-unverified = Verified again as of its receipt, with the keys, logs and witnesses that count today: it would be refused [{ $code }]: { $reason }
package-shown-not-verified = Not verified here: it was sent from here, or no policy says which logs count.
package-shown-hidden = Kept back: { $place }
package-shown-withheld = Up to { $most ->
        [one] one thing is
       *[other] { $most } things are
    } withheld at { $place }.
package-shown-body = It says:
package-shown-unanswered = No answer was filed.
package-shown-accepted = Accepted; the acknowledgement was filed at { $at } (entry { $entry }).
package-shown-answer-refused = Refused [{ $code }]: { $reason } The answer was filed at { $at } (entry { $entry }).
package-filed-waiting = Filed, and waits for a decision; hand the receipt back.
package-was-received = Package { $package } was received; what becomes of it is decided later.
package-is-accepted = Package { $package } is accepted.
package-is-refused = Package { $package } is refused.
package-is-listed = { $provider } is listed in the register of { $code }.
package-asked-last = Asked about the file of the package that was written last, { $digest }.
package-no-file = This is no file that was written of package { $package }.
package-shown-arrived = It was received, and what becomes of it is decided later; the receipt was filed at { $at } (entry { $entry }).
package = Package
package-waiting = waits for a decision
package-accepted = accepted
package-refused-state = refused
package-accept = Accept
package-refuse = Refuse
package-refuse-lead = The sender gets the reason in a signed answer. A later decision takes the place of this one; what was listed for the package is taken back.
package-reason-hint = As the sender is to read it.
package-reason-missing = Say why it is refused.
package-basis = Provision or part of the code
package-basis-hint = On what the reason rests, such as Art. 56(7) or a measure.
package-digest = SHA-256 of its file
package-verifying = Verification
package-key = Key
package-key-hint = The key shows that the organisation signed, and not who used it.
package-says = What it says
package-nothing-kept = It was refused as it came in, and nothing of it is kept.
package-decisions = Decisions
package-effect = What accepting it changes
package-effect-nothing = Nothing in the register: it declares no adherence. What it says stays on record here.
package-effect-withheld = Nothing in the register: it keeps back “{ $part }”, without which adherence cannot be listed.
package-effect-listed = The register lists { $provider } for { $code }: { $scope }, since { $since }. Source: “{ $source }”.
package-effect-ended = The register lists { $provider } as no signatory of { $code }: the adherence has ended. Source: “{ $source }”.
mail-package-accepted = A package was accepted
mail-package-accepted-body =
    The package { $package } that your organisation sent was accepted.

    The signed answer: adhere package ask { $package } --url { $site }
mail-package-refused = A package was refused
mail-package-refused-body =
    The package { $package } that your organisation sent was refused.

    The reason stands in the signed answer: adhere package ask { $package } --url { $site }
codes-followed = How codes do
codes-followed-lead = The versions that are published here, who adheres to them, and what is reported of their measures.
codes-followed-empty = No version of a code is published here yet; whoever has the role of facilitator publishes one.
codes-version = Version
codes-published = Published
codes-declared = Adherence declared to this version here
codes-listed = Signatories of the code by the word of others
codes-read = Read the code
codes-reporting = Organisations that report
codes-reported = What is reported of each measure
codes-reported-lead = How many organisations report each state in their latest accepted statements; one that reports for several models can count in several columns. What is kept back is not counted.
