# What is said when something is recorded or refused, and the register.

recorded-one = Recorded as entry { $entry }.
recorded-more = Recorded as entries { $first } to { $last }.
recorded-nothing = It is so already; nothing was recorded.
would-record = Would record: { $kinds }
would-record-nothing = It is so already; nothing would be recorded.
published = Published: { $code }, known by { $digest }

refused = refused: { $reason }; nothing was changed
refused-by-law = This is the law: { $cites }.
refused-by-guidelines = This rests on { $cites } and on the Commission's guidelines, { $place }, which bind nobody.
refused-by-adhere = This is a rule of adhere's own; the AI Act is silent on it.
refused-by-adhere-about = This is a rule of adhere's own about { $cites }, which does not say it.

register-head = Register on { $as-of }, as known at { $known-at }
register-empty = Nobody is in it.
register-unknown = nothing was recorded of `{ $organisation }` by then
register-provider = { $name } ({ $id }) · { $code }
register-declared = declared { $id }: { $scope } of version { $version }, since { $since }
register-models = , for { $models }
register-terms-since = , on these terms since { $since }
register-until = , until { $until } (first day without)
register-interested = has declared its interest to join the full code
register-listed = listed on { $as-of } as a signatory of { $scope } — { $source }
register-not-listed = said on { $as-of } not to be a signatory — { $source }
register-source-packages = packages accepted by { $organisation }
register-listed-since = ; since { $since }
register-note = ; { $note }
register-scope-full = the whole code
register-scope-article = the code, limited to Article 53
register-scope-chapters = chapters { $chapters }
register-history = Recorded, the latest first:

model-risk-yes = presents systemic risk
model-risk-no = does not present systemic risk
model-risk-needs-fact = a fact is missing to tell whether it presents systemic risk
model-risk-needs-judgment = whether it presents systemic risk is a matter of judgment

demo-made = A register to look at is in { $folder }: { $organisations } organisations, as sources list them.
    Try `adhere register list --store { $folder }`.
demo-way-in = To look into a workspace that is made of public facts about OpenAI, which had no part in it, set a password for a guest at { $url }
