# Was `adhere journal` und `adhere witness` sagen.

journal-nothing = Nichts wurde aufgezeichnet, wonach gefragt wird.
journal-more = Weiter: --before { $before }
witness-cosigned = Checkpoint von { $log } für { $size } Einträge mitsigniert.
witness-conflict = { $log } wurde hier mit { $size } Einträgen gesehen; fragen Sie von dort an.
witness-fork = { $log } zeigt zwei Verläufe oder einen falschen Nachweis: Beide Checkpoints sind in Eintrag { $entry } als Beleg aufbewahrt.
witness-unknown = { $log } ist nicht unter den Logs der Richtlinie.
witness-bad-signature = Der Checkpoint ist nicht mit dem Schlüssel signiert, den die Richtlinie für { $log } hat: { $reason }
witness-kept = { $witness } hat den Checkpoint für { $size } Einträge am { $at } mitsigniert.
witness-has-all = { $witness } hat den neuesten Checkpoint bereits mitsigniert.
witness-none = Die Richtlinie { $policy } nennt keinen eigenen Zeugen; nichts wurde angefragt.
witness-failed = { $witness } konnte nicht gefragt werden: { $reason }
serve-listening = Lauscht auf { $address }
journal-erase-goes = Alles, was zu { $subject } aufgezeichnet wurde, wird für immer gelöscht:
journal-erase-ask = Geben Sie „{ $yes }“ ein, um fortzufahren.
journal-erase-left = Nichts wurde gelöscht.
journal-erased = { $count ->
        [one] Ein Eintrag
       *[other] { $count } Einträge
    } zu { $subject } gelöscht; Eintrag { $entry } sagt es.
journal-stamp = { $size ->
        [one] ein Eintrag
       *[other] { $size } Einträge
    }: gestempelt spätestens am { $at } (Eintrag { $entry })
journal-stamp-none = Kein Checkpoint wurde gestempelt.
journal-stamp-kept = { $authority } hat den Checkpoint gestempelt; spätestens am { $at } war er da.
journal-stamp-known = Dieser Zeitstempel von { $authority } ist bereits aufbewahrt; spätestens am { $at } war der Checkpoint da.
