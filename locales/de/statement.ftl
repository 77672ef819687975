# Was `adhere statement`, `adhere evidence` und `adhere approval` sagen.

list-more = … und mehr: weiter mit --after { $after }

statement-none = Nichts ist angegeben.
statement-revision = Fassung { $revision }: { $state } (von { $author } am { $on })
statement-owner = verantwortlich: { $owner }
statement-due = fällig bis { $due }
statement-carried-from = übernommen aus { $from }
statement-fingerprint = Fingerabdruck { $fingerprint }
statement-not-approved = Nicht freigegeben.
statement-approved = Fassung { $revision } wurde von { $by } am { $on } freigegeben.

flag-state = seither: { $now } statt { $approved }
flag-text = seither: andere Worte
flag-owner = seither: jemand anderes ist verantwortlich
flag-due = seither: ein anderer Tag der Fälligkeit
flag-added = seither: { $item } wurde beigefügt
flag-removed = seither: { $item } ist nicht mehr auf diese Weise beigefügt
flag-silent = { $item } { $why }

evidence-standing-speaks = gilt
evidence-standing-not-yet = gilt nicht vor { $day }
evidence-standing-expired = ist am { $day } abgelaufen
evidence-standing-withdrawn = wurde mit Wirkung ab { $day } zurückgezogen

carried-over = { $from } → { $to }: übernommen
carried-stated = { $from } → { $to }: bereits anders angegeben und so belassen
carried-for-review = { $from } → { $to }: zu überprüfen, { $why }; geben Sie es neu an, wenn es zutrifft
carried-not = { $from }: zurückgelassen, { $why }
carried-unanswered = { $measure }: dorthin wird nichts übernommen
carried-unanswered-model = { $measure } für { $model }: dorthin wird nichts übernommen
carried-evidence-attached = { $item } belegt es auch dort
carried-evidence-attachable = { $item } ist dort anzufügen, wenn es das belegt
carried-evidence-detached = { $item } wurde dort gelöst, und bleibt es
carried-evidence-withdrawn = { $item } wurde zurückgezogen, und wird nicht übernommen
carried-nothing = Es gibt nichts zu übernehmen.
review-changed = weil die Maßnahme etwas anderes verlangt
review-merged = weil mehrere Maßnahmen zu einer zusammengelegt wurden
review-split = weil die Maßnahme aufgeteilt wurde
review-not-compared = weil eine Version ein vollständiger Text ist und die andere eine Zusammenfassung
carried-dropped = weil die Maßnahme gestrichen wurde: { $notes }
carried-lost = weil es die Maßnahme nicht mehr gibt und die Abstammung nicht sagt, warum
carried-not-in-version = weil es keine Maßnahme jener Version ist

evidence-none = Einen solchen Beleg gibt es nicht.
evidence-withdrawn = zurückgezogen ab { $from }: { $reason }
evidence-all-speaks = Alles Beigefügte ist aufbewahrt und gilt.
evidence-bytes-missing = { $item }: seine Bytes fehlen oder haben eine andere Länge
passage-moved = { $statement }: die Stelle „{ $quotation }“ steht anderswo
passage-changed = { $statement }: anstelle der Stelle „{ $quotation }“ steht anderer Text
passage-ambiguous = { $statement }: die Stelle „{ $quotation }“ steht an mehreren Orten
passage-gone = { $statement }: die Stelle „{ $quotation }“ ist verschwunden

approval-none = Nichts ist freigegeben.
