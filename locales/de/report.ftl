# Die Wörter der Berichte und Befehle. Regeln und ihre Namen stehen in rules.ftl.

language-code = de
report-title = wo er steht
not-advice = adhere wendet Regeln auf die Tatsachen an, die ihm gegeben werden. Es gibt keine Rechtsberatung und ist kein Dienst der Europäischen Kommission.
summary-foot = Alles mit Gründen: --format text oder html. Keine Rechtsberatung und kein Dienst der Europäischen Kommission.
why = Warum

# Über allen Modellen

about-provider = Anbieter niedergelassen in { $country }; { $size }
country-unknown = einem nicht bekannten Land
size-unknown = Größenklasse nicht bekannt
days = Recht mit Stand { $as-of }, wie am { $known-at } bekannt
no-models = Es gibt noch kein Modell: Legen Sie unter models/ eine Datei an, wie `adhere init` sie schreibt.
more-models = … und { $count } weitere Modelle
totals = { $models ->
        [one] ein Modell
       *[other] { $models } Modelle
    }: { $overdue } überfällig, { $gaps } Lücken, { $open } Pflichten offen

# Zeilen der Zusammenfassung

row-because = Grund
row-duties = Pflichten
row-ways = Wege
row-adherence = Befolgung
row-measures = Maßnahmen
row-due = fällig
row-fine = Geldbuße
row-note = Hinweis
row-missing = fehlend

# Überschriften

heading-questions = Was das Modell ist
heading-compute = Rechenaufwand für das Training
heading-duties = Pflichten
heading-ways = Wege zum Nachweis der Einhaltung
heading-adherence = Befolgung
heading-measures = Maßnahmen des Kodex
heading-due = Was fällig ist
heading-events = Verzeichnete Ereignisse
heading-fine = Geldbußen
heading-missing = Tatsachen, die klären würden, was offen ist
heading-readings = Gewählte Lesarten, wo der Text auf zwei Arten gelesen werden kann
heading-origins = Woher die Tatsachen stammen
heading-versions = Versionen
heading-covered-by = Abgedeckt durch Maßnahmen von
heading-left-out = Ausgelassen, wie adhere den Kodex liest

# Zeichen eines Baums von Gründen

mark-yes = [ja]
mark-no = [nein]
mark-needs-fact = [Tatsache?]
mark-needs-judgment = [Wertung?]
gap-mark = Lücke:
reading-note = gelesen als { $question }={ $reading }

# Was ein Modell ist

class-not-general-purpose = kein KI-Modell mit allgemeinem Verwendungszweck
class-open = ob es ein KI-Modell mit allgemeinem Verwendungszweck ist, ist offen
class-not-provider = KI-Modell mit allgemeinem Verwendungszweck, dessen Anbieter dieses Unternehmen nicht ist
class-systemic-risk = KI-Modell mit allgemeinem Verwendungszweck mit systemischem Risiko
class-general-purpose = KI-Modell mit allgemeinem Verwendungszweck ohne systemisches Risiko
class-systemic-risk-open = KI-Modell mit allgemeinem Verwendungszweck; ob mit systemischem Risiko, ist offen

# Rechenaufwand für das Training

estimate-reported = wie in den Tatsachen angegeben: { $figure } FLOP
estimate-hardware = nach Hardware und Zeit: { $figure } FLOP
estimate-architecture = nach Parametern und Token: { $figure } FLOP
caution-estimates-differ = die beiden Schätzungen weichen um mehr als 30 % voneinander ab: { $hardware } FLOP nach Hardware, { $architecture } FLOP nach Architektur
caution-report-differs = die angegebene Zahl und eine Schätzung weichen um mehr als 30 % voneinander ab: { $reported } und { $estimated } FLOP
caution-near-threshold = { $figure } FLOP und der Schwellenwert von { $threshold } FLOP liegen höchstens 30 % auseinander, die Spanne, die Schätzungen zugestanden wird
caution-limited-to-modification = was Art. 53 Abs. 1 von dem verlangt, der das Modell eines anderen geändert hat, ist nach Erwägungsgrund 109 und Abschnitt 3.2.1 der Leitlinien auf die Änderung beschränkt; keiner von beiden ist der verfügende Teil

# Pflichten

duty-dates = ab { $from }, durchsetzbar ab { $enforceable }
duty-dates-placing = ab dem Inverkehrbringen
duty-dates-condition = ab dem Tag, an dem die Bedingung erfüllt oder bekannt ist
from-placing = Inverkehrbringen
from-first = { $date }, andere später
or-later = { " " }oder später, Feiertage nicht bekannt
duties-binds = { $cites } bindend (ab { $from })
duties-ahead = { $cites } künftig (ab { $from })
duties-open = { $cites } offen
duties-does-not-bind = { $cites } nicht
duty-open-needs-fact = { $cite } ({ $obligation }) ist offen; fehlende Tatsachen: { $facts }
duty-open-needs-judgment = { $cite } ({ $obligation }) ist offen: eine Wertungsfrage

# Wege

way-state-open = offen
way-state-on-adhering = offen bei Befolgung oder Konformität
way-state-closed = nicht offen

# Befolgung

adherence-none = keine Befolgung eines Praxisleitfadens wirksam
adherence-declared = { $code }@{ $version }, { $scope }, seit { $since }: { $allowed }
adherence-lost = ohne den Vorteil des Kodex: { $cites }
scope-full = der ganze Kodex
scope-art-53 = beschränkt auf Art. 53
scope-chapters = Kapitel { $chapters }
scope-allowed-yes = zulässig
scope-allowed-no = in diesem Umfang nicht zulässig (Art. 56 Abs. 7)
scope-allowed-needs-fact = ob dieser Umfang zulässig ist, ist offen
scope-allowed-needs-judgment = ob dieser Umfang zulässig ist, ist eine Wertungsfrage

# Maßnahmen

measures-count = { $bind } von { $of } binden, { $open } offen; { $without-gap } ohne Lücke
and-more = { " " }und { $count } weitere
binds-yes = bindet
binds-no = bindet nicht
binds-needs-fact = offen
binds-needs-judgment = eine Wertungsfrage
label-variant = für diese Größe:
label-relief = Erleichterung:
label-applies = Gilt, wenn
label-exempt = ausgenommen:
label-statement = angegeben:
label-owner = verantwortlich:
label-evidence = Beleg:
evidence-speaks-for = gilt für { $date }
evidence-expires = läuft ab am { $date }

# Was fällig ist

nothing-due = nichts ist fällig
and-more-due = … und { $count } weitere
due-comply = einhalten: { $obligation }
due-notify = der Kommission das systemische Risiko mitteilen
due-appoint-representative = einen Bevollmächtigten benennen
due-ask-reassessment = eine Neubewertung der Benennung kann beantragt werden
due-promise = wie angegeben: { $measure }
due-event = Ereignis vom { $date }
due-counted = gezählt mit { $question }={ $reading }
due-incident = Vorfall { $incident }
due-adherence-ended = die Befolgung endete am { $date }
due-lifted = Erleichterung für { $ground }: { $note }
due-done-on = erledigt am { $date }
due-holidays-unknown = keine Feiertagstabelle für { $years }: der letzte Tag kann später liegen
timing-within = höchstens { $length } nach { $event } ({ $date })
timing-before = { $length } vor { $event } ({ $date })
timing-every = jeweils { $length } nach { $event } (zuletzt { $date })
timing-by = spätestens bei { $event } ({ $date })
timing-keep = aufzubewahren für { $length } nach { $event } ({ $date })
timing-unstated = nach { $event } ({ $date }), in einer Zeit, für die keine Zahl genannt ist

# Geldbußen

fine-possible = möglich seit { $from }: { $ceiling }
fine-ahead = möglich ab { $from }: { $ceiling }
fine-not-possible = an diesem Tag nicht möglich
fine-open = offen; falls möglich: { $ceiling }
ceiling-share-of-turnover = bis zu { $amount } EUR, { $percent } % des Umsatzes (Art. 101 Abs. 1)
ceiling-fixed-amount = bis zu { $amount } EUR, da der feste Betrag höher ist als { $percent } % des Umsatzes (Art. 101 Abs. 1)
ceiling-at-least = bis zu { $amount } EUR oder { $percent } % des Umsatzes, falls dies höher ist; der Umsatz ist nicht bekannt (Art. 101 Abs. 1)
fine-factor-fault = Ob der Anbieter vorsätzlich oder fahrlässig gehandelt hat, stellt die Kommission fest: eine Wertungsfrage (Art. 101 Abs. 1 Unterabs. 1).
fine-factor-grounds = Neben einem Verstoß gegen die Verordnung (Buchst. a) kann es Geldbußen geben, wenn eine Anforderung nach Art. 91 nicht oder falsch beantwortet wird (Buchst. b), einer nach Art. 93 geforderten Maßnahme nicht nachgekommen wird (Buchst. c) und kein Zugang für eine Bewertung nach Art. 92 gewährt wird (Buchst. d) (Art. 101 Abs. 1).
fine-factor-nature = Art, Schwere und Dauer zählen, mit Verhältnismäßigkeit und Angemessenheit (Art. 101 Abs. 1 Unterabs. 2).
fine-factor-art-93 = Nach Art. 93 Abs. 3 eingegangene Verpflichtungen werden berücksichtigt (Art. 101 Abs. 1 Unterabs. 2).
fine-factor-code-commitments = Verpflichtungen, die in dem befolgten Kodex eingegangen wurden, werden berücksichtigt (Art. 101 Abs. 1 Unterabs. 2).
fine-factor-no-code-commitments = Verpflichtungen in einem Kodex würden berücksichtigt; keine sind wirksam (Art. 101 Abs. 1 Unterabs. 2).
fine-factor-no-sme-ceiling = Die niedrigere Obergrenze für kleinere Unternehmen in Art. 99 Abs. 6 betrifft andere Geldbußen; Art. 101 hat keine.

# Fehlende Tatsachen

nothing-missing = keine

# Spalten

column-status = Status
column-day = Tag
column-what = Was
column-source = Bestimmung oder Maßnahme
column-kind = Art
column-measures = Maßnahmen oder Grund

# Kalender

calendar-name = Fällig nach der KI-Verordnung: { $provider }

# Befehle

init-done = { $folder } angelegt. Füllen Sie adhere.toml und { $model } aus und führen Sie dann aus: adhere assess { $folder }
replay-same = Dasselbe: Alle Hashwerte stimmen überein.
replay-same-by-another-build = Dasselbe Ergebnis, von einem anderen Build des Programms: Alle übrigen Hashwerte stimmen überein.
replay-differs = Verschieden: { $parts }

# Gründe einer Ausnahme

ground-open-source = die Ausnahme für quelloffene Modelle
ground-similarly-safe = „ähnlich sichere oder sicherere“ Modelle
ground-inferior-to-open-weight = Modelle, die einem mit offen verfügbaren Gewichten unterlegen sind

# Recht

no-law-yet = Am { $as-of }, wie am { $known-at } bekannt, gab es dies noch nicht: { $parameter }. Fragen Sie nach einem späteren Tag. Die KI-Verordnung wurde am 2024-07-12 veröffentlicht und ist seit 2024-08-01 in Kraft.
parameter-presumption-threshold = Schwellenwert für Fähigkeiten mit hohem Wirkungsgrad (Art. 51 Abs. 2)
parameter-chapter-v-applies = Geltungsbeginn von Kapitel V (Art. 113)
parameter-legacy-before = Stichtag der Übergangsregelung (Art. 111 Abs. 3)
parameter-legacy-comply-by = Frist der Übergangsregelung (Art. 111 Abs. 3)
parameter-enforcement-applies = Tag, ab dem Geldbußen gelten (Art. 113)
parameter-fine-percent = Obergrenze der Geldbußen (Art. 101 Abs. 1)
parameter-fine-amount = Obergrenze der Geldbußen (Art. 101 Abs. 1)
parameter-code-regime = Regel über die Angemessenheit von Kodizes (Art. 56 Abs. 6)

not-in-force = Am { $as-of } nicht in Kraft, wie am { $known-at } bekannt.
applies-from = Gilt ab { $date }.
label-anchor = Anker bei EUR-Lex:
label-amended-by = geändert durch:
label-because = Gewählt, weil:
no-measure = keine Maßnahme
standing-official-copy = aus einer Kopie der amtlichen Veröffentlichung gelesen
standing-hand-copy = aus einer von Hand abgetippten Kopie gelesen; nicht authentisch
standing-secondary = aus einer Sekundärquelle bekannt

# Kodizes

profile-aia-56 = Praxisleitfaden für KI-Modelle mit allgemeinem Verwendungszweck (Art. 56 KI-Verordnung)
profile-aia-50-7 = Praxisleitfaden für markierte und gekennzeichnete Inhalte (Art. 50 Abs. 7 KI-Verordnung)
profile-aia-95 = Verhaltenskodex für KI-Systeme (Art. 95 KI-Verordnung)
code-counts = { $chapters ->
        [one] ein Kapitel
       *[other] { $chapters } Kapitel
    }, { $commitments } Verpflichtungen, { $measures } Maßnahmen
code-event-published = veröffentlicht
code-event-assessed-adequate = als angemessen bewertet
code-event-assessed-inadequate = als nicht angemessen bewertet
code-event-approved-by-act = durch Durchführungsrechtsakt genehmigt
addressee-gpai = Anbieter von KI-Modellen mit allgemeinem Verwendungszweck
addressee-systemic-risk = Anbieter von Modellen mit systemischem Risiko
addressee-provider = Anbieter von KI-Systemen
addressee-deployer = Betreiber von KI-Systemen
label-source = Quelle:
label-language = Sprache:
label-objective = Ziel:
label-covers = Deckt ab:
label-due = Fällig:
label-report = Zu berichten an:
code-timing-within = höchstens { $length } nach { $event }
code-timing-before = { $length } vor { $event }
code-timing-every = jeweils { $length } nach { $event }
code-timing-by = spätestens bei { $event }
code-timing-keep = aufzubewahren für { $length } nach { $event }
code-timing-unstated = nach { $event }, in einer Zeit, für die keine Zahl genannt ist
code-relief-lifts = { $ground }; es entfallen { $deadlines }

# Abdeckung

coverage-title = was ein Kodex nach dem Recht abdecken soll, und welche Maßnahmen es tun
coverage-table = Anforderungen und Maßnahmen
coverage-summary = Mit Grund ausgelassen: { $left-out }. Weder abgedeckt noch ausgelassen: { $missing }.
