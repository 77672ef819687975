# Woorden voor wat wordt geweigerd: een bericht voor elke reden, met de feiten die het noemt.

# Why something about parties is not recorded
refused-no-organisation = er is geen organisatie “{ $id }” geregistreerd
refused-no-person = er is geen persoon “{ $id }” geregistreerd
refused-organisation-taken = de id “{ $id }” is al van een andere organisatie
refused-person-taken = de id “{ $id }” is al van een andere persoon
refused-no-kind = nergens staat wat de organisatie “{ $id }” is
refused-role-misfit = een organisatie zoals “{ $organisation }” kent de rol “{ $role }” niet
refused-role-ends-first = de rol zou op { $from } beginnen en op { $until } eindigen
refused-role-held = “{ $person }” heeft de rol “{ $role }” al vanaf { $from }
refused-role-not-held = “{ $person }” heeft de rol “{ $role }” op { $day } niet
refused-no-key = er is geen sleutel “{ $id }” toegevoegd
refused-key-taken = de sleutel “{ $id }” is al eerder toegevoegd als “{ $as-id }”
refused-key-ends-first = de sleutel “{ $id }” zou beginnen op { $from } en eindigen op { $until }
refused-holder-differs = de sleutels “{ $old }” en “{ $new }” hebben verschillende houders
refused-key-ended = de sleutel “{ $id }” is al beëindigd, op { $at }
refused-not-permitted = geen rol van “{ $person }” voor “{ $organisation }” staat dit op { $day } toe: { $permission }

# What roles allow
permission-read-work = zien wat voor een aanbieder is vastgelegd
permission-keep-files = de bestanden over een aanbieder en zijn modellen wijzigen
permission-write-statements = verklaren hoe maatregelen worden uitgevoerd, en het bewijs bijhouden
permission-comment = opmerkingen bij maatregelen maken
permission-approve = verklaringen goedkeuren
permission-keep-cases = dossiers bijhouden: incidenten, verzoeken en klachten
permission-bind = aansluiting verklaren, wijzigen en intrekken
permission-send-packages = pakketten aan andere organisaties sturen
permission-read-facilitation = zien wat aan een facilitator is gestuurd
permission-publish-codes = versies van codes publiceren
permission-keep-register = het register van aansluitingen bijhouden
permission-answer-packages = ontvangen pakketten aannemen of weigeren
permission-send-invitations = aanbieders uitnodigen zich aan te sluiten, en uitnodigingen intrekken
permission-answer-invitations = uitnodigingen om zich aan te sluiten afslaan
permission-keep-people = personen uitnodigen en hun rollen geven en intrekken
permission-keep-parties = organisaties registreren en sleutels toevoegen
permission-read-operation = zien hoe de instantie is ingericht en hoe het ermee gaat
permission-operate = wijzigen hoe de instantie is ingericht

# Why a version of a code is not published
refused-version-taken = “{ $code }” heeft al een versie “{ $version }”, met de digest { $digest }
refused-same-text = dezelfde tekst is al versie “{ $version }” van “{ $code }”
refused-particulars-differ = versie “{ $version }” van “{ $code }” is op { $published } gepubliceerd, met andere gegevens
refused-published-ahead = de versie zou op { $published } worden gepubliceerd, en dat is na { $today }
refused-profile-differs = “{ $code }” is een code van een andere soort: { $profile }
refused-follows-nothing = “{ $code }” heeft de versie “{ $latest }”, en nergens staat op welke versie deze volgt
refused-follows-unknown = “{ $code }” heeft geen versie “{ $version }” om op te volgen
refused-follows-later = versie “{ $version }” van “{ $code }”, waarop ze volgt, is later gepubliceerd, op { $published }
refused-same-day = versie “{ $version }” van “{ $code }” is op dezelfde dag gepubliceerd
refused-succeeds-first = de aansluiting zou op { $on } eindigen of overgaan, vóór de versie is gepubliceerd

# Why something is refused by the register
refused-scope = deze reikwijdte is voor het model “{ $model }” niet toegestaan
refused-no-code-of-art-56 = “{ $code }” is geen code onder art. 56, en aansluiting daarbij kan niet tot art. 53 worden beperkt
refused-interested-in-full = “{ $provider }” heeft verklaard zich bij de volledige code “{ $code }” te willen aansluiten
refused-no-adherence = er is geen aansluiting “{ $id }”
refused-adherence-taken = de id “{ $id }” is al van een andere aansluiting
refused-no-code = er is geen versie van de code “{ $code }” gepubliceerd
refused-no-provider = de organisatie “{ $id }” is niet als aanbieder geregistreerd
refused-signed-ahead = ondertekend is op { $on }, en dat is na { $today }
refused-cannot-bind = nergens is vastgelegd dat “{ $person }” op { $on } “{ $provider }” kan binden
refused-back-dated = het zou werken vanaf { $from }, vóór de ondertekening op { $signed }
refused-no-version = de versie “{ $version }” van “{ $code }” is hier niet gepubliceerd
refused-not-published-yet = de versie “{ $version }” van “{ $code }” is pas op { $published } gepubliceerd
refused-succeeded = de versie “{ $by }” van “{ $code }” komt op { $on } in de plaats van “{ $version }”
refused-no-chapter = de code “{ $code }” heeft geen hoofdstuk “{ $chapter }”
refused-chapter-unnamed = er is geen hoofdstuk van de code “{ $code }” genoemd
refused-no-model = er is geen model “{ $model }” vastgelegd
refused-model-unnamed = er is geen model genoemd
refused-adheres-already = de aansluiting “{ $other }” bij de code geldt al vanaf { $from }
refused-adherence-ended = de aansluiting “{ $id }” eindigt op { $from }, en wat beëindigd is blijft beëindigd
refused-behind-last = de aansluiting “{ $id }” is op { $last } voor het laatst gewijzigd, en een wijziging komt daarna
refused-does-not-follow = de versie “{ $next }” volgt niet op “{ $version }”, waarbij “{ $id }” is aangesloten
refused-nothing-said = nergens staat dat de aansluiting bij “{ $version }” met “{ $next }” eindigt of overgaat
refused-listed-ahead = de bron zou van { $as-of } zijn, en dat is na { $today }
refused-listed-before = de bron van { $as-of } zou { $since } als eerste dag noemen

# Why a statement, a comment, evidence or an approval is not recorded
refused-no-measure = de versie “{ $version }” van “{ $code }” heeft geen maatregel “{ $measure }”
refused-other-text = de versie “{ $version }” van “{ $code }” is hier niet met deze tekst gepubliceerd
refused-no-reason = bij de stand “{ $state }” van “{ $measure }” staat geen reden
refused-statement-changed = de verklaring over “{ $measure }” is al bij herziening { $latest }, en deze volgt op { $after }
refused-statement-older = de verklaring over “{ $measure }” is al van { $latest }, en dat is na { $today }
refused-no-editor = “{ $person }” is op { $on } geen redacteur van “{ $provider }”
refused-not-next = de versie “{ $version }” van “{ $code }” volgt niet op de versie “{ $from }”
refused-no-comment = er is geen opmerking “{ $id }”
refused-comment-taken = de id “{ $id }” is al van een andere opmerking
refused-comment-long = de opmerking heeft { $bytes } bytes, en hoogstens { $most } worden aangenomen
refused-not-author = de opmerking “{ $id }” is niet van “{ $person }”
refused-no-evidence = er is geen bewijsstuk “{ $id }”
refused-evidence-taken = de id “{ $id }” is al van een ander bewijsstuk
refused-held-by-another = het bewijsstuk “{ $id }” staat in de bibliotheek van een andere aanbieder
refused-expires-first = het bewijsstuk “{ $item }” zou gelden vanaf { $speaks-for } en verlopen op { $expires }
refused-not-attached = het bewijsstuk “{ $item }” is niet op deze manier bij de verklaring gevoegd
refused-evidence-withdrawn = het bewijsstuk “{ $item }” is ingetrokken met ingang van { $from }
refused-nothing-to-show = over “{ $measure }” is niets verklaard wat bewijs zou kunnen tonen
refused-editor-nowhere = “{ $person }” is op { $on } van geen organisatie redacteur
refused-no-passage = de passage staat niet in de tekst van “{ $item }”
refused-several-places = in de tekst van “{ $item }” staat het citaat op { $places } plaatsen; voeg toe wat ervoor of erna staat
refused-no-text = “{ $item }” is een bestand van de soort “{ $media-type }”, en daarin vindt adhere geen passages
refused-nothing-stated = over “{ $measure }” is niets verklaard
refused-not-latest = de verklaring over “{ $measure }” is bij herziening { $latest }, en niet bij { $revision }
refused-other-evidence = het bewijs bij de verklaring over “{ $measure }” is niet wat zou worden goedgekeurd
refused-silent-evidence = het bewijsstuk “{ $item }” geldt niet op { $today }
refused-no-approver = “{ $person }” mag op { $on } niet voor “{ $provider }” goedkeuren
refused-own-words = “{ $person }” heeft herziening { $revision } geschreven, en iemand anders keurt haar goed

# Why something is not recorded of a case
refused-no-case = “{ $provider }” heeft geen dossier “{ $id }”
refused-case-taken = de id “{ $id }” is van een ander dossier; open het onder een nieuwe
refused-not-in-code = er is hier geen versie “{ $version }” van “{ $code }” gepubliceerd die zulke dossiers regelt: { $kind }
refused-no-harm = bij het incident is geen schade genoemd, en daarvan hangt de termijn van het eerste verslag af
refused-other-step = een dossier van deze soort kent deze stap niet: { $kind }, { $step }
refused-step-done = de stap “{ $step }” is al gezet, op { $at }
refused-step-not-yet = de stap “{ $step }” komt na “{ $first }”, en die was toen nog niet gezet
refused-too-early = { $at } ligt vóór { $earliest }, toen het bekend werd
refused-ahead = { $at } ligt in de toekomst; wat in een dossier wordt vastgelegd, is gebeurd
refused-case-closed = het dossier “{ $id }” is gesloten; open het eerst weer
refused-case-open = het dossier “{ $id }” is open
refused-does-not-adhere = “{ $id }” is niet aangesloten bij een gepubliceerde code die klachten regelt

# Why somebody is not let in
refused-not-let-in = het adres of het wachtwoord klopt niet, of het is te vaak geprobeerd: wacht een kwartier of vraag een nieuw wachtwoord aan
refused-not-let-in-there = geen account hier wordt door die aanmelding geopend, of het is te vaak geprobeerd: vraag wie u uitnodigde of de adressen dezelfde zijn, of wacht een kwartier
refused-way-back = deze terugweg is al gebruikt, is ouder dan tien minuten of hoort bij een andere browser: begin opnieuw
refused-only-way-in = er is geen wachtwoord ingesteld, zodat niets anders u zou toelaten: stel er eerst een in
refused-crowded = er melden zich nu te veel mensen aan: probeer het zo meteen opnieuw
refused-wrong-code = de code klopt niet of is al gebruikt: wacht op de volgende
refused-has-second-factor = er is al een tweede factor ingesteld: verwijder die eerst, waarvoor het wachtwoord nodig is
refused-no-invitation = de uitnodiging is al gebruikt of verlopen: vraag een nieuwe aan
refused-not-signed-in = er is niemand aangemeld: meld u opnieuw aan
refused-email = “{ $text }” is geen e-mailadres zoals “jo@example.eu”
refused-email-taken = een ander account heeft het adres “{ $text }”
refused-no-account = “{ $person }” heeft geen open account
refused-token-ends = een token eindigt na vandaag, en binnen { $most } dagen
refused-nothing-such = zoiets is er niet, of het is al beëindigd
refused-signs-for-other = “{ $person }” moet dit ondertekenen: wie is aangemeld, tekent voor niemand anders
refused-nobody-runs = nergens staat welke organisatie deze instantie beheert; “adhere account begin” legt dat vast
refused-other-runs = “{ $organisation }” beheert deze instantie al: haar sleutel ondertekent hier
refused-long-id = de id “{ $organisation }” is te lang om er een sleutel naar te noemen: hoogstens 57 tekens
refused-too-often = dit is vanaf uw plaats te vaak gedaan: probeer het over een uur opnieuw

# Why something else is not done
refused-for-reason = { $refusal } — { $because }
refused-no-such-person = “{ $id }” is niet de id van een persoon, en alleen een persoon kan dit doen
refused-bytes-gone = de bytes met de SHA-256 { $digest } worden niet meer bewaard; voeg het bestand opnieuw toe
refused-too-large-for-passages = het bewijsstuk “{ $item }” heeft { $size } bytes, en adhere zoekt passages in bestanden tot { $most }
refused-files = { $count ->
        [one] Er is een bevinding
       *[other] Er zijn { $count } bevindingen
    } in de bestanden, in het Engels:
refused-other-request = onder deze sleutel is iets anders gevraagd: neem voor elk verzoek een eigen sleutel
refused-audit-under-way = er loopt al een controle; wacht tot die klaar is
refused-done-already = dit is eerder onder dezelfde sleutel gevraagd, en gedaan
refused-changed-meanwhile = dit is niet meer zoals het werd getoond: lees het opnieuw
refused-no-entry = er is geen vermelding { $entry }, of ze is al gewist
refused-entry-public = vermelding { $entry } is openbaar: ze staat in het logboek zelf, en niets ervan kan worden gewist
refused-entry-kind = vermelding { $entry } is van de soort “{ $kind }”, en die wordt niet gewist: wat ze beëindigde zou weer gelden, of wat ze begon kon twee keer worden gedaan
refused-entry-changed = wat over “{ $subject }” is vastgelegd, is veranderd sinds het werd bekeken; kijk opnieuw

# Why a package is not made or taken
refused-nobodys-key = de sleutel { $key } van deze instantie is niet vastgelegd; voeg hem aan uw organisatie toe
refused-adherence-not-today = de aansluiting “{ $id }” geldt vandaag niet
refused-adherence-of-another = de aansluiting “{ $id }” is van “{ $found }”, en deze instantie ondertekent voor “{ $expected }”
refused-not-filed = hier is geen pakket met de SHA-256 { $digest } opgeborgen, zodat er niets te beslissen is
refused-superseded = het pakket “{ $by }” kwam later en komt in de plaats van dit; beslis over dat, of weiger het eerst
refused-speaks-for-another = “{ $issuer }” heeft het ondertekend, en het verklaart de aansluiting van “{ $provider }”: weiger het
refused-outdated = het antwoord van { $filed } is al opgeborgen, en dit is eerder gegeven, op { $found }
refused-nothing-to-send = er is niets vastgelegd wat in zo’n pakket zou staan
refused-no-package = er is geen pakket “{ $id }” van hier gestuurd
refused-not-sent = de ontvangstbevestiging gaat over het bestand { $digest }, dat niet van hier is gestuurd
refused-acknowledgement = de ontvangstbevestiging wordt geweigerd, volgens de regel “{ $rule }”
refused-package-cannot = het pakket kan niet worden gemaakt (reden in het Engels): { $reason }
refused-entry-erased = vermelding { $entry } kan niet worden getoond: ze wordt niet meer bewaard

# Why a page is not shown, or a form not taken
problem-nothing-here = op dit adres is niets
problem-method = naar dit adres kan niets op deze manier worden gestuurd
problem-larger = wat is gestuurd, is groter dan wat hier wordt gelezen
problem-no-form = wat is gestuurd, is geen formulier
problem-unread = het verzoek kan niet worden gelezen
problem-signed-out = meld u aan, of toon een token met `Authorization: Bearer`
problem-too-large = wat is gestuurd, is te groot: hoogstens { $most } MiB wordt in één keer aangenomen
problem-late = wat is gestuurd, kwam niet op tijd aan
problem-slow = dit duurt te lang; probeer het later opnieuw
problem-too-often = met dit token wordt te vaak gevraagd; over { $seconds } seconden kan het weer
problem-factor-first = stel eerst een tweede factor in: uw rollen vragen erom
problem-no-package = met vermelding { $entry } is geen pakket ontvangen
problem-package-gone = van dit pakket is niets bewaard
problem-failed = er ging hier iets mis, niet bij u
problem-other-site = dit is door een andere site gestuurd; open de pagina hier en stuur het vandaar
problem-not-from-here = dit is niet vanaf een pagina van deze site gestuurd; open de pagina en stuur het vandaar
problem-feed-key = deze sleutel opent alleen een agenda
problem-token-reads = met dit token mag worden gelezen en niet geschreven
problem-token-elsewhere = dit token is voor een andere organisatie
problem-token-account = een token kan geen account wijzigen
problem-no-organisation = geen organisatie heeft deze id
problem-organisation-unnamed = er is geen organisatie genoemd
problem-nobody-runs = nergens staat welke organisatie deze instantie beheert
problem-no-letters = deze instantie verstuurt geen brieven
problem-no-language = deze taal wordt niet aangeboden
problem-wrong-value = “{ $text }” is geen waarde van “{ $name }”
problem-wrong-query = het adres vraagt iets wat niet kan worden gelezen
problem-no-question = er is geen vraag “{ $id }”
problem-no-asset = zo’n bestand is er niet
problem-no-version-by = er is hier tot { $day } geen versie “{ $name }” van een code gepubliceerd
problem-no-version = “{ $name }” is hier niet gepubliceerd
problem-no-version-before = er is hier geen versie vóór “{ $name }” gepubliceerd
problem-version-elsewhere = “{ $from }” is geen versie van de code van “{ $name }”
problem-no-part = “{ $name }” heeft geen deel “{ $id }”
problem-no-measure = “{ $code }” heeft geen maatregel “{ $measure }”
problem-no-entry = het journaal heeft geen vermelding { $entry }
problem-no-provision = adhere kent geen bepaling “{ $element }”
problem-not-recorded = er is niets vastgelegd over een aanbieder “{ $id }”
problem-no-text = “{ $name }” is geen tekst
problem-long-field = “{ $name }” is langer dan { $most } bytes
problem-many-files = hoogstens { $most } bestanden worden in één keer aangenomen
problem-file-name = “{ $name }” wordt niet als bestandsnaam aangenomen: letters, cijfers, “.”, “-”, “_” en spaties
problem-no-file-kind = het bestand heeft geen soort
problem-no-upload = er is geen map geüpload; upload die eerst
problem-upload-gone = wat is geüpload, wordt niet meer bewaard; upload het opnieuw
problem-path = “{ $path }” is geen pad van een bestand onder een map
problem-path-twice = “{ $path }” is er twee keer, zodat open blijft welk van beide telt
problem-no-root = er is geen “{ $provider }” en geen “{ $recorded }” in
problem-zip = het zipbestand kan niet worden gelezen
problem-zip-large = dit zipbestand is van de soort voor zeer grote (ZIP64), die niet wordt aangenomen; verstuur de bestanden van de map zelf, of laat weg wat groot is en voeg het toe aan de bibliotheek
problem-zip-files = er zijn meer dan { $most } bestanden in
problem-zip-twice = een pad staat twee keer in het zipbestand, of het zegt niet hoeveel bestanden het heeft
problem-zip-link = “{ $path }” is een koppeling of iets anders dat geen bestand is
problem-no-utf8 = “{ $path }” is geen tekst in UTF-8, of heeft meer dan 8 MiB
problem-case-kind-unnamed = wat voor dossier wordt geopend, is niet genoemd
problem-case-unnamed = het dossier is niet genoemd
problem-no-case = er is geen dossier “{ $id }”
problem-key-unnamed = de sleutel is niet genoemd
problem-key-no-name = de sleutel heeft geen naam in deze taal
problem-no-model-file = er is geen bestand van een model “{ $name }”
problem-attached-unnamed = er is niets genoemd wat hier is bijgevoegd
problem-demand-unsaid = er is niet gezegd of een tweede factor wordt verlangd
problem-role-unnamed = wiens rol wordt ingetrokken, is niet genoemd
problem-invited-unnamed = wie opnieuw wordt uitgenodigd, is niet genoemd
problem-no-code = er is hier nog geen code gepubliceerd; een facilitator publiceert er een
problem-approved-unnamed = wat is goedgekeurd, is niet genoemd
problem-not-previewed = een bestand van deze soort wordt niet getoond; het kan worden gedownload
problem-no-item = de bibliotheek heeft zo’n bewijsstuk niet
problem-comment-unnamed = de opmerking is niet genoemd
problem-no-complaints = “{ $id }” neemt hier geen klachten aan
problem-no-reference = de klacht heeft geen kenmerk
problem-no-checkpoint = het journaal heeft nog geen vermeldingen
problem-no-tile = het journaal heeft geen “{ $path }”
problem-package-refused = het pakket wordt geweigerd [{ $code }]
problem-no-acknowledgement = er is geen ontvangstbevestiging
problem-no-packages-here = hier worden geen pakketten ontvangen: niemand heeft gezegd welke logboeken tellen
problem-no-such-package = er is hier geen pakket met zo’n bestand opgenomen
problem-no-figures = de cijfers zijn voor wie deze server beheert
problem-body-unread = wat is verzonden, kan niet tot het einde worden gelezen

# Waarom een uitnodiging om zich aan te sluiten niet wordt verstuurd, afgeslagen of ingetrokken
refused-no-invitation-to-adhere = er is geen uitnodiging “{ $id }”
refused-invitation-taken = de id “{ $id }” is van een andere uitnodiging
refused-invitation-too-long = de tekst heeft { $bytes } bytes, en er passen er hoogstens { $most }
refused-invitation-day-over = { $until } is op { $today } voorbij, en tot dan kan niemand antwoorden
refused-invited-already = “{ $organisation }” is daarvoor al uitgenodigd, met “{ $other }”; stuur die uitnodiging opnieuw
refused-name-invited-already = iemand met de naam “{ $name }” is daarvoor al uitgenodigd, met “{ $other }”; stuur die uitnodiging opnieuw
refused-invitation-withdrawn = de uitnodiging “{ $id }” is ingetrokken
refused-invitation-declined = de uitnodiging “{ $id }” is afgeslagen
refused-adheres-to-version = “{ $organisation }” is al aangesloten bij versie “{ $version }” van “{ $code }”
