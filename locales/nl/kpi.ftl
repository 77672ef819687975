# Indicatoren: hoe ze worden getoond, wat hun sjablonen zeggen, en hoe de controle ervan afloopt.

kpi-compiled = { $set } voor { $code }: { $indicators ->
        [one] één indicator
       *[other] { $indicators } indicatoren
    }
    sha256 { $digest }
kpi-not-compiled = { $errors ->
        [one] één fout
       *[other] { $errors } fouten
    }: de set compileert niet
kpi-valid = { $provider }, { $period }: { $values ->
        [one] één waarde
       *[other] { $values } waarden
    }, geldig volgens { $set }
kpi-invalid = { $errors ->
        [one] één fout
       *[other] { $errors } fouten
    }: het verslag wordt niet overgenomen

# Een indicator zoals getoond

kpi-label-serves = dient:
kpi-label-kind = waarde:
kpi-label-unit = eenheid:
kpi-label-direction = beter:
kpi-label-period = gerapporteerd:
kpi-label-sizes = door:
kpi-label-target = streefwaarde:
kpi-label-method = methode:
kpi-label-numerator = teller:
kpi-label-denominator = noemer:
kpi-label-not-available = niet beschikbaar:
kpi-label-entry = onderdeel:
kpi-label-breakdown = uitgesplitst:
kpi-label-formula = formule:

kpi-kind-share = aandeel in procenten
kpi-kind-count = aantal
kpi-kind-number = getal
kpi-kind-days = dagen
kpi-kind-yes-no = ja of nee
kpi-kind-choice = een uit een lijst
kpi-kind-text = tekst

kpi-direction-higher = hoger
kpi-direction-lower = lager
kpi-direction-neutral = geen van beide

kpi-period-yearly = jaarlijks
kpi-period-half-yearly = halfjaarlijks
kpi-period-quarterly = per kwartaal
kpi-period-monthly = maandelijks
kpi-period-per-event = voor elke gebeurtenis

# Het sjabloon van een verslag

kpi-head-code = De code waarover het verslag gaat
kpi-head-set = De set indicatoren
kpi-head-digest = De SHA-256 van de set, waarmee het verslag naast de juiste versie wordt gelegd
kpi-head-period = De periode van het verslag
kpi-head-size = De grootteklasse van de aanbieder: micro, small (klein), medium (middelgroot), smc (kleine midcap) of large (groot)
kpi-head-provider = De wettelijke naam van de aanbieder

kpi-column-required-for = De grootteklassen die de rij moeten invullen. Dit wordt niet gelezen.
kpi-column-indicator = De id van de indicator.
kpi-column-title = De titel ervan. Die wordt niet gelezen.
kpi-column-unit = De eenheid van de waarde.
kpi-column-period = De periode waarvoor de waarde geldt. Voor een gebeurtenis de dag ervan, zoals 2026-05-03.
kpi-column-breakdown = Waarnaar de waarde is uitgesplitst; leeg voor het totaal.
kpi-column-entry = Het onderdeel van de uitsplitsing waarvoor de waarde geldt.
kpi-column-value = De waarde: cijfers met een punt voor getallen, yes of no, een onderdeel van de lijst, of tekst.
kpi-column-numerator = Voor een aandeel: wat boven de streep wordt geteld.
kpi-column-denominator = Voor een aandeel: wat onder de streep wordt geteld.
kpi-column-quality = Hoe goed de waarde is: measured, sampled, modelled, estimated of partial.
kpi-column-method-note = Hoe de waarde tot stand is gekomen; verplicht tenzij zij is gemeten.
kpi-column-not-available = Waarom er geen waarde is, in plaats van een waarde.

kpi-quality-measured = Volledig geteld of gemeten, volgens de methode van de indicator.
kpi-quality-sampled = Gemeten aan een steekproef; de toelichting op de methode zegt hoe die is getrokken en hoe groot die is.
kpi-quality-modelled = Berekend met een model uit andere cijfers; de toelichting op de methode noemt het model en de cijfers.
kpi-quality-estimated = Geschat op basis van oordeel; de toelichting op de methode zegt wiens oordeel, en waarop het berust.
kpi-quality-partial = Gemeten voor een deel van waarover de indicator gaat; de toelichting op de methode zegt welk deel.

kpi-instruction-head = Vul op het blad Report in wie het verslag uitbrengt, en verder niets.
kpi-instruction-rows = Vul op het blad Values de rij van elk cijfer in. Alleen de gekleurde cellen hoeven te worden ingevuld.
kpi-instruction-values = Elke rij heeft ofwel een waarde met de kwaliteit ervan, ofwel de reden waarom er geen is. Een aandeel heeft ook een teller en een noemer, en is wat die opleveren, afgerond.
kpi-instruction-not-available = Het blad Indicators zegt hoe elk cijfer wordt gemeten en wanneer het als niet beschikbaar telt.
kpi-instruction-open-rows = Rijen met een lege periode of een leeg onderdeel zijn voor gebeurtenissen, of voor eigen onderdelen zoals modellen: vul er zoveel in als er zijn, kopieer ze als het er te weinig zijn, en laat de andere leeg.
kpi-instruction-formulas = Typ waarden. Formules worden niet berekend en worden geweigerd.
kpi-instruction-validate = Controleer het ingevulde bestand met: adhere kpi validate FILE --code CODE

kpi-heading-indicator = Indicator
kpi-heading-title = Titel
kpi-heading-method = Methode
kpi-heading-numerator = Teller
kpi-heading-denominator = Noemer
kpi-heading-not-available = Niet beschikbaar wanneer
kpi-heading-target = Streefwaarde
kpi-heading-note = Voor deze grootteklasse

kpi-cell-hint = Zie het blad Indicators voor de methode.
kpi-cell-refused = Deze cel aanvaardt dat niet; zie het blad Instructions.
