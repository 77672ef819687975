# Was `adhere store` sagt.

store-made = Die Instanz `{ $origin }` ist in { $folder }.
store-key = Ihr Log signiert mit { $key }
store-place = Datenbank: { $engine }, { $place }
store-size = Einträge: { $size } ({ $private } davon vertraulich)
store-root = Wurzel: { $root }
store-last = Letzter Eintrag: { $at }
store-no-entries = Noch keine Einträge.
store-rebuilt = Neu aufgebaut aus { $entries ->
        [one] einem Eintrag
       *[other] { $entries } Einträgen
    }.
store-audit-looked = Angesehen: Einträge { $entries }, Checkpoints { $checkpoints }, daraus folgende Zeilen { $rows }, Belegdateien { $blobs }.
store-audit-erased = Gelöschte vertrauliche Einträge: { $erased }
store-audit-clean = Alles ist, wie es signiert wurde.
store-audit-found = Nicht, wie es signiert wurde: { $count }
store-swept = Gelöscht: Dateien { $blobs }, Bytes { $bytes }, nie beendete Uploads { $uploads }
store-backed-up = Gesichert: { $size ->
        [one] ein Eintrag
       *[other] { $size } Einträge
    } mit der Wurzel { $root } in { $folder }.
store-keys-left-out = Die Schlüssel sind nicht darin: Bewahren Sie eine Kopie von { $folder } an einem sicheren Ort auf, denn ohne sie kann niemand mit der Sicherung weitermachen.
store-restored = Wiederhergestellt: { $size ->
        [one] ein Eintrag
       *[other] { $size } Einträge
    } mit der Wurzel { $root } in { $folder }.
store-restored-next = Noch wird damit nichts signiert. Fragen Sie ihre Zeugen (`adhere witness ask`), oder erklären Sie, dass nach der Sicherung nichts aufgezeichnet wurde (`adhere store confirm`).
store-confirmed = Das Journal geht von hier aus weiter.
store-moved = Verschoben: { $size ->
        [one] ein Eintrag
       *[other] { $size } Einträge
    } mit der Wurzel { $root }. Die Datei { $folder } bleibt, wie sie war, und zeichnet nichts mehr auf.
store-key-rotated = Der Schlüssel wurde gewechselt; Eintrag { $entry } sagt es. Geben Sie den neuen denen, die prüfen.
store-key-old = Bisher: { $key }
store-key-new = Von nun an: { $key }
store-keys-encrypted = Jetzt verschlüsselte Schlüssel: { $keys }
