# Wat de compiler van codes zegt. Elke regel heeft een melding en een tip; `adhere explain` vertelt de rest.

check-compiled = { $code }: { $commitments ->
        [one] één verbintenis
       *[other] { $commitments } verbintenissen
    } en { $measures ->
        [one] één maatregel
       *[other] { $measures } maatregelen
    }, { $warnings ->
        [0] geen waarschuwingen
        [one] één waarschuwing
       *[other] { $warnings } waarschuwingen
    }
    sha256 { $digest }
check-not-compiled = { $errors ->
        [one] één fout
       *[other] { $errors } fouten
    }, { $warnings ->
        [0] geen waarschuwingen
        [one] één waarschuwing
       *[other] { $warnings } waarschuwingen
    }: niet gecompileerd; `adhere explain { $rule }` zegt meer
init-code-done = { $folder } is aangemaakt. Vul { $manifest } en { $chapter } in en voer dan uit: adhere check { $folder }
explain-others = Andere namen tussen haken worden beschreven in docs/reference/diagnostics.md en hebben hier geen pagina.
check-watching = { $folder } wordt in de gaten gehouden; stop met Ctrl-C

# Wat een code dekt

check-coverage-missing = { $provision } wordt niet gedekt door een maatregel en is niet openlijk weggelaten
    .hint = voeg de bepaling toe aan de `covers` van een maatregel, of een `[[left-out]]` met de reden
check-left-out-covered = { $provision } is weggelaten, en gedekt door { $measures }
    .hint = verwijder de `[[left-out]]`, of de bepaling uit de maatregelen
check-left-out-unasked = { $provision } is weggelaten, en van dit soort codes wordt niet gevraagd die te dekken
    .hint = verwijder de `[[left-out]]`, of verbeter de bepaling erin
check-covers-outside-profile = maatregel `{ $measure }` dekt niets waaraan dit soort codes wordt gemeten
    .hint = noem een bepaling die `adhere code coverage` opsomt, of verbeter `profile`
check-covers-beyond-commitment = maatregel `{ $measure }` dekt { $provision }, en zijn verbintenis `{ $commitment }` doet dat niet
    .hint = voeg de bepaling toe aan de `covers` van de verbintenis, of verwijder ze hier
check-commitment-beyond-measures = verbintenis `{ $commitment }` dekt { $provision }, en geen van haar maatregelen doet dat
    .hint = voeg de bepaling toe aan de `covers` van de maatregel die haar dient, of verwijder ze hier
check-binds-outside-profile = verbintenis `{ $part }` bindt degenen tot wie dit soort codes zich niet richt
    .hint = `gpai` en `systemic-risk` horen bij profiel `aia-56`; `provider` en `deployer` bij de andere

# Waaruit een code bestaat

check-chapter-empty = hoofdstuk `{ $part }` heeft geen verbintenis
    .hint = voeg een verbintenis toe (`## Title {"{"}#ID{"}"}`), of verwijder het hoofdstuk
check-commitment-empty = verbintenis `{ $part }` heeft geen maatregel
    .hint = voeg een maatregel toe (`### Title {"{"}#ID{"}"}`)
check-text-missing = `{ $part }` heeft geen tekst
    .hint = zeg onder de attributen waartoe men zich verbindt
check-deadline-twice = maatregel `{ $part }` heeft twee termijnen met de naam `{ $deadline }`
    .hint = geef elke termijn een eigen naam
check-relief-lifts-unknown = maatregel `{ $part }` heeft geen termijn met de naam `{ $deadline }` die kan worden opgeheven
    .hint = noem een `due` of `keep` van dezelfde maatregel na `lifts`, of laat de naam weg
check-variant-twice = maatregel `{ $part }` heeft twee varianten voor grootteklasse `{ $size }`
    .hint = laat elke grootteklasse in één ervan staan

# Doelstellingen en indicatoren

check-objective-missing = verbintenis `{ $commitment }` dient geen doelstelling
    .hint = voeg `- objective: text` toe, of `- serves: ID` van een doelstelling in het manifest
check-objective-unknown = verbintenis `{ $commitment }` dient `{ $objective }`, wat geen doelstelling is
    .hint = voeg een `[[objective]]` met deze id toe aan het manifest, of verbeter de id
check-objective-unserved = geen verbintenis dient doelstelling `{ $objective }`
    .hint = noem haar in de `serves` van een verbintenis, of verwijder haar
check-kpi-missing = doelstelling `{ $objective }` heeft geen indicator, en niets zegt waarom
    .hint = voeg een indicator toe voor een verbintenis of maatregel die haar dient, of `- no-kpi: reason`

# Verslagen

check-report-missing = geen maatregel laat wie bij de code is aangesloten verslag uitbrengen aan het AI-bureau
    .hint = voeg `- report: ai-office` toe aan de maatregelen die om verslagen vragen
check-report-not-by-size = wie bij de code is aangesloten, brengt verslag uit aan het AI-bureau, en geen verbintenis die daarom vraagt, heeft een variant voor kleinere
    .hint = voeg een `- variant: micro, small — what changes` toe waar omvang en capaciteit verschil maken

# Wat er met een code gebeurde

check-event-before-publication = dit gebeurde op { $date }, voordat de code werd gepubliceerd op { $published }
    .hint = verbeter een van de data
check-future-date = { $date } ligt in de toekomst
    .hint = controleer de datum; vanaf die dag telt zij
check-approval-not-in-law = op { $date } kent het recht geen goedkeuring van codes bij uitvoeringshandeling
    .hint = schrijf `assessed-adequate` voor een beoordeling door de Commissie, of verbeter de datum

# Afstamming

check-lineage-lost = `{ $part }` van versie { $version } is niet behouden en wordt niet genoemd
    .hint = voeg aan de afstamming een `[[part]]` toe die zegt wat het werd, of waarom het is geschrapt
check-lineage-unknown-old = versie { $version } heeft geen onderdeel `{ $part }`
    .hint = verbeter de id; `adhere code show` somt ze op
check-lineage-unknown-new = `{ $part }` werd `{ $new }`, dat deze versie niet heeft
    .hint = verbeter de id, of schrap het onderdeel met een reden
check-lineage-twice = de afstamming noemt `{ $part }` twee keer
    .hint = laat een van de twee staan
check-lineage-dropped-kept = `{ $part }` is geschrapt, en deze versie heeft het
    .hint = verwijder de `[[part]]`, of geef het nieuwe onderdeel een eigen id
