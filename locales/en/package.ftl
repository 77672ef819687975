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
