# Wat `adhere code import` en `adhere code text` zeggen.

import-done = { $folder }: { $chapters ->
        [one] één hoofdstuk
       *[other] { $chapters } hoofdstukken
    }, { $commitments ->
        [one] één verbintenis
       *[other] { $commitments } verbintenissen
    }, { $measures ->
        [one] één maatregel
       *[other] { $measures } maatregelen
    }.
import-left = Niet geplaatst: { $count } secties, volledig in { $file }:
import-left-none = Elke sectie is geplaatst.
import-left-row = { $why } ({ $count }): { $lines }
import-remarks = Om na te kijken: { $count }
import-compiles = De bron kan worden gelezen; `adhere check` zegt wat de code nog mist.
import-does-not-compile = De bron compileert nog niet; bevindingen: { $count }
import-source = Geïmporteerd uit { $files }

left-no-place = overwegingen, doelstellingen, begrippenlijst, aanhangsels en tekst over een hoofdstuk, waarvoor het bronformaat geen plaats heeft
left-unrecognised = onder koppen die niets bekends zeggen
left-no-commitment = maatregelen of juridische teksten zonder verbintenis
left-number-twice = onderdelen met een nummer dat een ander onderdeel heeft
left-unsafe = teksten met Markdown die zou veranderen wat erop volgt
left-recital-material = materiaal voor overwegingen
left-changes = samenvattingen van wijzigingen
left-summary = samenvattingen van verbintenissen
left-introduction = inleidingen
left-questions = vragen en antwoorden
left-explanation = toelichtingen
left-disclaimer = disclaimers
left-recommendation = aanbevelingen
left-may-belong = regels { $lines }: kan tekst van { $part } bevatten

remark-no-covers = er kon geen bepaling worden gelezen; schrijf `covers`
remark-assumed-binds = geen kop zegt wie wordt gebonden; controleer `binds`
remark-unknown-provision = haalt een bepaling aan die adhere niet kent
remark-period = niet geplaatst: een termijn die als een regel `due` of `keep` moet worden geschreven

unplaced-title = Niet geplaatst
unplaced-intro = Wat de gepubliceerde bestanden bevatten en de bron niet, woord voor woord, met de regels.
unplaced-heading = { $file }:{ $lines }: { $title }
unplaced-why = Waarom: { $why }.
unplaced-may-belong = Het zegt wat ondertekenaars doen: een deel ervan kan bij { $part } horen.

code-text-done = { $code }: tekst van { $parts } onderdelen uit { $files ->
        [one] één bestand
       *[other] { $files } bestanden
    }; zonder overeenkomst: { $unmatched }; zonder tekst: { $missing }.
code-text-unmatched = { $file }:{ $from }–{ $to }: { $title } ({ $why })
code-text-expected = { $file }:{ $from }–{ $to }: { $title } (in de code heet het: { $expected })
code-text-missing = Er is geen tekst gevonden voor { $ids }.
code-text-heading = Tekst zoals geïmporteerd ({ $standing }; taal: { $language }; { $file }, regel { $line }):
code-text-status = Het bestand zegt over zichzelf: { $status }
code-text-none = Het bestand heeft geen tekst van { $part }.
code-text-standing-official-copy = uit een kopie van de officiële publicatie
code-text-standing-hand-copy = uit een met de hand gemaakte kopie; niet authentiek
code-text-standing-near-verbatim = uit een kopie die bijna woordelijk heet te zijn; niet authentiek
code-text-standing-unverified = uit een kopie waarvan niet bekend is hoe die is gemaakt; niet authentiek
