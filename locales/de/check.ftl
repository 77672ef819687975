# Was der Compiler von Kodizes sagt. Jede Regel hat eine Meldung und einen Hinweis; `adhere explain` sagt den Rest.

check-compiled = { $code }: { $commitments ->
        [one] eine Verpflichtung
       *[other] { $commitments } Verpflichtungen
    } und { $measures ->
        [one] eine Maßnahme
       *[other] { $measures } Maßnahmen
    }, { $warnings ->
        [0] keine Warnungen
        [one] eine Warnung
       *[other] { $warnings } Warnungen
    }
    sha256 { $digest }
check-not-compiled = { $errors ->
        [one] ein Fehler
       *[other] { $errors } Fehler
    }, { $warnings ->
        [0] keine Warnungen
        [one] eine Warnung
       *[other] { $warnings } Warnungen
    }: nicht kompiliert; `adhere explain { $rule }` sagt mehr dazu
init-code-done = { $folder } angelegt. Füllen Sie { $manifest } und { $chapter } aus und führen Sie dann aus: adhere check { $folder }
explain-others = Weitere Namen in Klammern sind in docs/reference/diagnostics.md beschrieben und haben hier keine Seite.
check-watching = { $folder } wird beobachtet; beenden mit Strg-C

# Was ein Kodex abdeckt

check-coverage-missing = { $provision } ist weder durch eine Maßnahme abgedeckt noch ausdrücklich ausgelassen
    .hint = fügen Sie dies zum `covers` einer Maßnahme hinzu, oder ein `[[left-out]]` mit dem Grund
check-left-out-covered = { $provision } ist ausgelassen und durch { $measures } abgedeckt
    .hint = entfernen Sie das `[[left-out]]` oder die Bestimmung aus den Maßnahmen
check-left-out-unasked = { $provision } ist ausgelassen, und von Kodizes dieser Art wird nicht verlangt, dies abzudecken
    .hint = entfernen Sie das `[[left-out]]` oder berichtigen Sie seine Bestimmung
check-covers-outside-profile = Maßnahme `{ $measure }` deckt nichts ab, woran Kodizes dieser Art gemessen werden
    .hint = nennen Sie eine Bestimmung, die `adhere code coverage` auflistet, oder berichtigen Sie `profile`
check-covers-beyond-commitment = Maßnahme `{ $measure }` deckt { $provision } ab, ihre Verpflichtung `{ $commitment }` aber nicht
    .hint = fügen Sie die Bestimmung zum `covers` der Verpflichtung hinzu oder entfernen Sie sie hier
check-commitment-beyond-measures = Verpflichtung `{ $commitment }` deckt { $provision } ab, aber keine ihrer Maßnahmen
    .hint = fügen Sie die Bestimmung zum `covers` der Maßnahme hinzu, die ihr dient, oder entfernen Sie sie hier
check-binds-outside-profile = Verpflichtung `{ $part }` bindet jene, an die sich Kodizes dieser Art nicht richten
    .hint = `gpai` und `systemic-risk` gehören zum Profil `aia-56`; `provider` und `deployer` zu den anderen

# Woraus ein Kodex besteht

check-chapter-empty = Kapitel `{ $part }` hat keine Verpflichtung
    .hint = fügen Sie eine Verpflichtung hinzu (`## Title {"{"}#ID{"}"}`) oder entfernen Sie das Kapitel
check-commitment-empty = Verpflichtung `{ $part }` hat keine Maßnahme
    .hint = fügen Sie eine Maßnahme hinzu (`### Title {"{"}#ID{"}"}`)
check-text-missing = `{ $part }` hat keinen Text
    .hint = sagen Sie unter den Attributen, wozu die Verpflichtung eingegangen wird
check-deadline-twice = Maßnahme `{ $part }` hat zwei Fristen namens `{ $deadline }`
    .hint = geben Sie jeder ihren eigenen Namen
check-relief-lifts-unknown = Maßnahme `{ $part }` hat keine Frist namens `{ $deadline }`, die entfallen könnte
    .hint = nennen Sie nach `lifts` ein `due` oder `keep` derselben Maßnahme oder lassen Sie den Namen weg
check-variant-twice = Maßnahme `{ $part }` hat zwei Varianten für die Größe `{ $size }`
    .hint = belassen Sie jede Größe in einer davon

# Ziele und Indikatoren

check-objective-missing = Verpflichtung `{ $commitment }` dient keinem Ziel
    .hint = fügen Sie `- objective: text` hinzu, oder `- serves: ID` eines Ziels im Manifest
check-objective-unknown = Verpflichtung `{ $commitment }` dient `{ $objective }`, und das ist kein Ziel
    .hint = fügen Sie dem Manifest ein `[[objective]]` mit dieser Kennung hinzu oder berichtigen Sie die Kennung
check-objective-unserved = keine Verpflichtung dient dem Ziel `{ $objective }`
    .hint = nennen Sie es im `serves` einer Verpflichtung oder entfernen Sie es
check-kpi-missing = Ziel `{ $objective }` hat keinen Indikator, und nichts sagt, warum
    .hint = fügen Sie einen Indikator für eine Verpflichtung oder Maßnahme hinzu, die ihm dient, oder `- no-kpi: reason`

# Berichte

check-report-missing = keine Maßnahme lässt jene, die den Kodex befolgen, dem Büro für Künstliche Intelligenz Bericht erstatten
    .hint = fügen Sie `- report: ai-office` zu den Maßnahmen hinzu, die Berichte verlangen
check-report-not-by-size = wer den Kodex befolgt, erstattet dem Büro für Künstliche Intelligenz Bericht, und keine Verpflichtung, die dies verlangt, hat eine Variante für kleinere
    .hint = fügen Sie `- variant: micro, small — what changes` hinzu, wo Größe und Kapazität einen Unterschied machen

# Was mit einem Kodex geschah

check-event-before-publication = dies geschah am { $date }, bevor der Kodex am { $published } veröffentlicht wurde
    .hint = berichtigen Sie eines der Daten
check-future-date = { $date } liegt in der Zukunft
    .hint = prüfen Sie das Datum; es zählt ab diesem Tag
check-approval-not-in-law = am { $date } kennt das Recht keine Genehmigung von Kodizes durch Durchführungsrechtsakt
    .hint = schreiben Sie `assessed-adequate` für eine Bewertung durch die Kommission oder berichtigen Sie das Datum

# Abstammung

check-lineage-lost = `{ $part }` von Version { $version } ist weder beibehalten noch erwähnt
    .hint = fügen Sie der Abstammung ein `[[part]]` hinzu, das sagt, was daraus wurde oder warum es gestrichen wurde
check-lineage-unknown-old = Version { $version } hat keinen Teil `{ $part }`
    .hint = berichtigen Sie die Kennung; `adhere code show` listet sie auf
check-lineage-unknown-new = aus `{ $part }` wurde `{ $new }`, ein Teil, den diese Version nicht hat
    .hint = berichtigen Sie die Kennung oder streichen Sie den Teil mit einem Grund
check-lineage-twice = die Abstammung erwähnt `{ $part }` zweimal
    .hint = belassen Sie eines von beiden
check-lineage-dropped-kept = `{ $part }` ist gestrichen, und diese Version hat den Teil
    .hint = entfernen Sie das `[[part]]` oder geben Sie dem neuen Teil eine eigene Kennung
