# Wat `adhere statement`, `adhere evidence` en `adhere approval` zeggen.

list-more = … en meer: ga verder met --after { $after }

statement-none = Er is niets verklaard.
statement-revision = herziening { $revision }: { $state } (door { $author } op { $on })
statement-owner = staat ervoor in: { $owner }
statement-due = uiterlijk op { $due }
statement-carried-from = overgenomen van { $from }
statement-fingerprint = vingerafdruk { $fingerprint }
statement-not-approved = Niet goedgekeurd.
statement-approved = Herziening { $revision } is goedgekeurd door { $by } op { $on }.

flag-state = sindsdien: { $now } in plaats van { $approved }
flag-text = sindsdien: andere woorden
flag-owner = sindsdien: iemand anders staat ervoor in
flag-due = sindsdien: een andere dag waarop het uiterlijk moet gebeuren
flag-added = sindsdien: { $item } is bijgevoegd
flag-removed = sindsdien: { $item } is niet langer op deze wijze bijgevoegd
flag-silent = { $item } { $why }

evidence-standing-speaks = spreekt
evidence-standing-not-yet = spreekt niet vóór { $day }
evidence-standing-expired = verviel op { $day }
evidence-standing-withdrawn = is ingetrokken met ingang van { $day }

carried-over = { $from } → { $to }: overgenomen
carried-stated = { $from } → { $to }: al anders verklaard, en zo gelaten
carried-for-review = { $from } → { $to }: ter toetsing, { $why }; verklaar het opnieuw als het klopt
carried-not = { $from }: achtergelaten, { $why }
carried-unanswered = { $measure }: er wordt niets naartoe overgenomen
carried-unanswered-model = { $measure } voor { $model }: er wordt niets naartoe overgenomen
carried-evidence-attached = { $item } onderbouwt het ook daar
carried-evidence-attachable = { $item } is daar te koppelen als het dat onderbouwt
carried-evidence-detached = { $item } is daar losgekoppeld, en blijft dat
carried-evidence-withdrawn = { $item } is ingetrokken, en gaat niet mee
carried-nothing = Er is niets om over te nemen.
review-changed = omdat de maatregel iets anders vraagt
review-merged = omdat verschillende maatregelen tot één zijn samengevoegd
review-split = omdat de maatregel is gesplitst
review-not-compared = omdat de ene versie een volledige tekst is en de andere een samenvatting
carried-dropped = omdat de maatregel is geschrapt: { $notes }
carried-lost = omdat de maatregel er niet meer is, en de afstamming niet zegt waarom
carried-not-in-version = omdat het geen maatregel van die versie is

evidence-none = Er is geen dergelijk bewijsmateriaal.
evidence-withdrawn = ingetrokken met ingang van { $from }: { $reason }
evidence-all-speaks = Alles wat is bijgevoegd, is bewaard en spreekt.
evidence-bytes-missing = { $item }: de bytes ervan ontbreken, of hebben een andere lengte
passage-moved = { $statement }: de passage “{ $quotation }” staat elders
passage-changed = { $statement }: in plaats van de passage “{ $quotation }” staat er andere tekst
passage-ambiguous = { $statement }: de passage “{ $quotation }” staat op verschillende plaatsen
passage-gone = { $statement }: de passage “{ $quotation }” is verdwenen

approval-none = Er is niets goedgekeurd.
