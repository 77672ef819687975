# De woorden van verslagen en opdrachten. Regels en hun namen staan in rules.ftl.

language-code = nl
report-title = waar de aanbieder staat
not-advice = adhere past regels toe op de feiten die het krijgt. Het geeft geen juridisch advies en is geen dienst van de Europese Commissie.
summary-foot = Alles met redenen: --format text of html. Geen juridisch advies, en geen dienst van de Europese Commissie.
why = Waarom

# Boven alle modellen

about-provider = Aanbieder gevestigd in { $country }; { $size }
country-unknown = een plaats die niet bekend is
size-unknown = grootteklasse niet bekend
days = Recht op { $as-of }, zoals bekend op { $known-at }
no-models = Er is nog geen model: voeg een bestand toe onder models/, zoals `adhere init` schrijft.
more-models = … en nog { $count } modellen
totals = { $models ->
        [one] één model
       *[other] { $models } modellen
    }: { $overdue } te laat, { $gaps } lacunes, { $open } verplichtingen open

# Rijen van de samenvatting: elk hoogstens tien tekens, want zo breed is de kolom.

row-because = omdat
row-duties = plichten
row-ways = wegen
row-adherence = code
row-measures = maatregel
row-due = termijn
row-fine = geldboete
row-note = opmerking
row-missing = ontbreekt

# Koppen

heading-questions = Wat het model is
heading-compute = Hoeveelheid trainingsberekeningen
heading-duties = Verplichtingen
heading-ways = Wegen om de naleving aan te tonen
heading-adherence = Aansluiting
heading-measures = Maatregelen van de code
heading-due = Wat moet gebeuren
heading-events = Vastgelegde gebeurtenissen
heading-fine = Geldboeten
heading-missing = Feiten die zouden beslissen wat openstaat
heading-readings = Gekozen lezingen waar de tekst op twee manieren kan worden gelezen
heading-origins = Waar de feiten vandaan komen
heading-versions = Versies
heading-covered-by = Gedekt door maatregelen van
heading-left-out = Weggelaten, zoals adhere de code leest

# Tekens van een boom van redenen

mark-yes = [ja]
mark-no = [nee]
mark-needs-fact = [feit?]
mark-needs-judgment = [oordeel?]
gap-mark = lacune:
reading-note = gelezen als { $question }={ $reading }

# Wat een model is

class-not-general-purpose = geen AI-model voor algemene doeleinden
class-open = of het een AI-model voor algemene doeleinden is, staat open
class-not-provider = AI-model voor algemene doeleinden waarvan deze onderneming niet de aanbieder is
class-systemic-risk = AI-model voor algemene doeleinden met een systeemrisico
class-general-purpose = AI-model voor algemene doeleinden zonder systeemrisico
class-systemic-risk-open = AI-model voor algemene doeleinden; of het een systeemrisico heeft, staat open

# Hoeveelheid trainingsberekeningen

estimate-reported = zoals opgegeven in de feiten: { $figure } FLOP
estimate-hardware = naar hardware en tijd: { $figure } FLOP
estimate-architecture = naar parameters en tokens: { $figure } FLOP
caution-estimates-differ = de twee ramingen verschillen meer dan 30 %: { $hardware } FLOP naar hardware, { $architecture } FLOP naar architectuur
caution-report-differs = het opgegeven cijfer en een raming verschillen meer dan 30 %: { $reported } en { $estimated } FLOP
caution-near-threshold = { $figure } FLOP en de drempel van { $threshold } FLOP liggen binnen 30 % van elkaar, de marge die ramingen is toegestaan
caution-limited-to-modification = wat art. 53, lid 1, vraagt van wie het model van een ander heeft gewijzigd, is beperkt tot de wijziging, volgens overweging 109 en afdeling 3.2.1 van de richtsnoeren; geen van beide behoort tot het regelgevend gedeelte

# Verplichtingen

duty-dates = vanaf { $from }, afdwingbaar vanaf { $enforceable }
duty-dates-placing = vanaf het in de handel brengen
duty-dates-condition = vanaf de dag waarop aan de voorwaarde is voldaan of dat bekend is
from-placing = het in de handel brengen
from-first = { $date }, andere later
or-later = { " " }of later, feestdagen niet bekend
duties-binds = { $cites } gelden (vanaf { $from })
duties-ahead = { $cites } op komst (vanaf { $from })
duties-open = { $cites } open
duties-does-not-bind = { $cites } niet
duty-open-needs-fact = { $cite } ({ $obligation }) staat open; ontbrekende feiten: { $facts }
duty-open-needs-judgment = { $cite } ({ $obligation }) staat open: een kwestie van beoordeling

# Wegen

way-state-open = open
way-state-on-adhering = open bij aansluiting of overeenstemming
way-state-closed = niet open

# Aansluiting

adherence-none = geen geldende aansluiting bij een praktijkcode
adherence-declared = { $code }@{ $version }, { $scope }, sinds { $since }: { $allowed }
adherence-lost = zonder het voordeel van de code: { $cites }
scope-full = de volledige code
scope-art-53 = beperkt tot art. 53
scope-chapters = hoofdstukken { $chapters }
scope-allowed-yes = toegestaan
scope-allowed-no = niet toegestaan met deze reikwijdte (art. 56, lid 7)
scope-allowed-needs-fact = of deze reikwijdte is toegestaan, staat open
scope-allowed-needs-judgment = of deze reikwijdte is toegestaan, is een kwestie van beoordeling

# Maatregelen

measures-count = { $bind } van { $of } binden, { $open } open; { $without-gap } zonder lacune
and-more = { " " }en nog { $count }
binds-yes = bindt
binds-no = bindt niet
binds-needs-fact = open
binds-needs-judgment = een kwestie van beoordeling
label-variant = voor deze omvang:
label-relief = verlichting:
label-applies = Van toepassing wanneer
label-exempt = vrijgesteld:
label-statement = verklaard:
label-owner = verantwoordelijk:
label-evidence = bewijsmateriaal:
evidence-speaks-for = spreekt voor { $date }
evidence-expires = vervalt op { $date }

# Wat moet gebeuren

nothing-due = er hoeft niets te gebeuren
and-more-due = … en nog { $count }
due-comply = nakomen: { $obligation }
due-notify = de Commissie in kennis stellen van het systeemrisico
due-appoint-representative = een gemachtigde aanwijzen
due-ask-reassessment = om herbeoordeling van de aanwijzing kan worden verzocht
due-promise = zoals verklaard: { $measure }
due-event = gebeurtenis van { $date }
due-counted = geteld met { $question }={ $reading }
due-incident = incident { $incident }
due-adherence-ended = de aansluiting eindigde op { $date }
due-lifted = verlichting voor { $ground }: { $note }
due-done-on = gedaan op { $date }
due-holidays-unknown = geen feestdagentabel voor { $years }: de laatste dag kan later liggen
timing-within = binnen { $length } na { $event } ({ $date })
timing-before = { $length } vóór { $event } ({ $date })
timing-every = elke { $length } na { $event } (laatst { $date })
timing-by = uiterlijk bij { $event } ({ $date })
timing-keep = bewaard gedurende { $length } na { $event } ({ $date })
timing-unstated = na { $event } ({ $date }), binnen een tijd waarvoor geen getal is genoemd

# Geldboeten

fine-possible = mogelijk sinds { $from }: { $ceiling }
fine-ahead = mogelijk vanaf { $from }: { $ceiling }
fine-not-possible = niet mogelijk op deze dag
fine-open = open; indien mogelijk: { $ceiling }
ceiling-share-of-turnover = ten hoogste EUR { $amount }, { $percent } % van de omzet (art. 101, lid 1)
ceiling-fixed-amount = ten hoogste EUR { $amount }, omdat het vaste bedrag hoger is dan { $percent } % van de omzet (art. 101, lid 1)
ceiling-at-least = ten hoogste EUR { $amount }, of { $percent } % van de omzet indien dat hoger is; de omzet is niet bekend (art. 101, lid 1)
fine-factor-fault = Of de aanbieder opzettelijk of uit onachtzaamheid heeft gehandeld, stelt de Commissie vast: een kwestie van beoordeling (art. 101, lid 1, eerste alinea).
fine-factor-grounds = Naast inbreuk op de verordening (a) kan er een geldboete zijn voor het niet of onjuist beantwoorden van een verzoek op grond van art. 91 (b), voor het niet naleven van een op grond van art. 93 gevraagde maatregel (c) en voor het niet geven van toegang voor een evaluatie op grond van art. 92 (d) (art. 101, lid 1).
fine-factor-nature = Aard, ernst en duur tellen mee, met inachtneming van evenredigheid en redelijkheid (art. 101, lid 1, tweede alinea).
fine-factor-art-93 = Met verbintenissen die zijn aangegaan overeenkomstig art. 93, lid 3, wordt rekening gehouden (art. 101, lid 1, tweede alinea).
fine-factor-code-commitments = Met verbintenissen die zijn aangegaan in de code waarbij de aanbieder is aangesloten, wordt rekening gehouden (art. 101, lid 1, tweede alinea).
fine-factor-no-code-commitments = Met verbintenissen in een code zou rekening worden gehouden; er zijn er geen van kracht (art. 101, lid 1, tweede alinea).
fine-factor-no-sme-ceiling = Het lagere maximum voor kleinere ondernemingen in art. 99, lid 6, gaat over andere geldboeten; art. 101 kent er geen.

# Ontbrekende feiten

nothing-missing = geen

# Kolommen

column-status = Status
column-day = Dag
column-what = Wat
column-source = Bepaling of maatregel
column-kind = Soort
column-measures = Maatregelen of reden

# Kalender

calendar-name = Termijnen op grond van de AI-verordening: { $provider }

# Opdrachten

init-done = { $folder } is aangemaakt. Vul adhere.toml en { $model } in en voer dan uit: adhere assess { $folder }
replay-same = Hetzelfde: elke digest komt overeen.
replay-same-by-another-build = Dezelfde uitkomst, door een andere build van het programma: elke andere digest komt overeen.
replay-differs = Verschillend: { $parts }

# Gronden voor vrijstelling

ground-open-source = de opensource-uitzondering
ground-similarly-safe = modellen die "vergelijkbaar veilig of veiliger" zijn
ground-inferior-to-open-weight = modellen die onderdoen voor een model met openbaar gemaakte wegingen

# Recht

no-law-yet = Op { $as-of }, zoals bekend op { $known-at }, was er geen { $parameter }: vraag naar een latere dag. De AI-verordening is bekendgemaakt op 2024-07-12 en is van kracht sinds 2024-08-01.
parameter-presumption-threshold = drempel voor capaciteiten met een grote impact (art. 51, lid 2)
parameter-chapter-v-applies = datum van toepassing van hoofdstuk V (art. 113)
parameter-legacy-before = overgangsdatum (art. 111, lid 3)
parameter-legacy-comply-by = overgangstermijn (art. 111, lid 3)
parameter-enforcement-applies = datum met ingang waarvan geldboeten van toepassing zijn (art. 113)
parameter-fine-percent = maximum van de geldboeten (art. 101, lid 1)
parameter-fine-amount = maximum van de geldboeten (art. 101, lid 1)
parameter-code-regime = regel over de toereikendheid van codes (art. 56, lid 6)

not-in-force = Niet van kracht op { $as-of }, zoals bekend op { $known-at }.
applies-from = Van toepassing met ingang van { $date }.
label-anchor = EUR-Lex-anker:
label-amended-by = gewijzigd bij:
label-because = Gekozen omdat:
no-measure = geen maatregel
standing-official-copy = gelezen uit een kopie van de officiële bekendmaking
standing-hand-copy = gelezen uit een met de hand getypte kopie; niet authentiek
standing-secondary = bekend uit een secundaire bron

# Codes

profile-aia-56 = praktijkcode voor AI-modellen voor algemene doeleinden (art. 56 AI-verordening)
profile-aia-50-7 = praktijkcode inzake gemarkeerde en gelabelde content (art. 50, lid 7, AI-verordening)
profile-aia-95 = gedragscode voor AI-systemen (art. 95 AI-verordening)
code-counts = { $chapters ->
        [one] één hoofdstuk
       *[other] { $chapters } hoofdstukken
    }, { $commitments } verbintenissen, { $measures } maatregelen
code-event-published = gepubliceerd
code-event-assessed-adequate = als toereikend beoordeeld
code-event-assessed-inadequate = als ontoereikend beoordeeld
code-event-approved-by-act = goedgekeurd bij uitvoeringshandeling
addressee-gpai = aanbieders van AI-modellen voor algemene doeleinden
addressee-systemic-risk = aanbieders van modellen met een systeemrisico
addressee-provider = aanbieders van AI-systemen
addressee-deployer = gebruiksverantwoordelijken van AI-systemen
label-source = Bron:
label-language = Taal:
label-objective = Doelstelling:
label-covers = Dekt:
label-due = Termijn:
label-report = Verslag aan:
code-timing-within = binnen { $length } na { $event }
code-timing-before = { $length } vóór { $event }
code-timing-every = elke { $length } na { $event }
code-timing-by = uiterlijk bij { $event }
code-timing-keep = bewaard gedurende { $length } na { $event }
code-timing-unstated = na { $event }, binnen een tijd waarvoor geen getal is genoemd
code-relief-lifts = { $ground }, met opheffing van { $deadlines }

# Dekking

coverage-title = wat een code volgens het recht moet dekken, en welke maatregelen dat doen
coverage-table = vereisten en maatregelen
coverage-summary = Weggelaten met een reden: { $left-out }. Noch gedekt, noch weggelaten: { $missing }.
