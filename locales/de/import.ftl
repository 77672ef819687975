# Was `adhere code import` und `adhere code text` sagen.

import-done = { $folder }: { $chapters ->
        [one] ein Kapitel
       *[other] { $chapters } Kapitel
    }, { $commitments ->
        [one] eine Verpflichtung
       *[other] { $commitments } Verpflichtungen
    }, { $measures ->
        [one] eine Maßnahme
       *[other] { $measures } Maßnahmen
    }.
import-left = Nicht zugeordnet: { $count } Abschnitte, vollständig in { $file }:
import-left-none = Jeder Abschnitt wurde zugeordnet.
import-left-row = { $why } ({ $count }): { $lines }
import-remarks = Anzusehen: { $count }
import-compiles = Die Quelle kann gelesen werden; `adhere check` sagt, was dem Kodex noch fehlt.
import-does-not-compile = Die Quelle lässt sich noch nicht kompilieren; Befunde: { $count }
import-source = Importiert aus { $files }

left-no-place = Erwägungsgründe, Ziele, Glossar, Anlagen und Text über ein Kapitel, für die das Quellformat keinen Platz hat
left-unrecognised = unter Überschriften, die nichts Bekanntes sagen
left-no-commitment = Maßnahmen oder Rechtstexte ohne Verpflichtung
left-number-twice = Teile mit einer Nummer, die ein anderer Teil hat
left-unsafe = Texte mit Markdown, das ändern würde, was auf sie folgt
left-recital-material = Material für Erwägungsgründe
left-changes = Zusammenfassungen von Änderungen
left-summary = Zusammenfassungen von Verpflichtungen
left-introduction = Einleitungen
left-questions = Fragen und Antworten
left-explanation = Erläuterungen
left-disclaimer = Haftungsausschlüsse
left-recommendation = Empfehlungen
left-may-belong = Zeilen { $lines }: können Text von { $part } enthalten

remark-no-covers = keine Bestimmung war zu lesen; schreiben Sie `covers`
remark-assumed-binds = keine Überschrift sagt, wen es bindet; prüfen Sie `binds`
remark-unknown-provision = führt eine Bestimmung an, die adhere nicht kennt
remark-period = nicht zugeordnet: eine Frist, als Zeile `due` oder `keep` zu schreiben

unplaced-title = Nicht zugeordnet
unplaced-intro = Was die veröffentlichten Dateien enthalten und die Quelle nicht, Wort für Wort, mit seinen Zeilen.
unplaced-heading = { $file }:{ $lines }: { $title }
unplaced-why = Grund: { $why }.
unplaced-may-belong = Es sagt, was Unterzeichner tun: Ein Teil davon kann zu { $part } gehören.

code-text-done = { $code }: Text von { $parts } Teilen aus { $files ->
        [one] einer Datei
       *[other] { $files } Dateien
    }; nicht zugeordnet: { $unmatched }; ohne Text: { $missing }.
code-text-unmatched = { $file }:{ $from }–{ $to }: { $title } ({ $why })
code-text-expected = { $file }:{ $from }–{ $to }: { $title } (im Kodex steht: { $expected })
code-text-missing = Kein Text gefunden für { $ids }.
code-text-heading = Text wie importiert ({ $standing }; Sprache: { $language }; { $file }, Zeile { $line }):
code-text-status = Die Datei sagt von sich: { $status }
code-text-none = Die Datei hat keinen Text von { $part }.
code-text-standing-official-copy = aus einer Kopie der amtlichen Veröffentlichung
code-text-standing-hand-copy = aus einer von Hand gefertigten Kopie; nicht authentisch
code-text-standing-near-verbatim = aus einer Kopie, die nahezu wörtlich sein soll; nicht authentisch
code-text-standing-unverified = aus einer Kopie unbekannter Herstellung; nicht authentisch
