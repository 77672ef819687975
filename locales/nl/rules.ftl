### De woorden van de regels, en van waarover zij beslissen.
### Een regel heeft één attribuut voor elke waarheid die hij kan hebben; het programma voegt de vindplaats toe.
### Als tekst gegeven: $fact (de feiten waar een regel naar vraagt), $date (regels die van een datum afhangen; een streepje waar er geen bekend is),
### $obligation (regels over één verplichting), $threshold, $criterion, $legacy-before, $legacy-comply-by, $chapter-v, $as-of.

## Regels

# AI-model voor algemene doeleinden: art. 3, punt 63

rule-general-purpose =
    .yes = het model is een AI-model voor algemene doeleinden
    .no = het model is geen AI-model voor algemene doeleinden
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of het model een AI-model voor algemene doeleinden is
    .needs-judgment = of het model een AI-model voor algemene doeleinden is, is een kwestie van beoordeling
rule-significant-generality =
    .yes = voor het model geldt dat het een aanzienlijk algemeen karakter vertoont
    .no = voor het model geldt niet dat het een aanzienlijk algemeen karakter vertoont
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of het model een aanzienlijk algemeen karakter vertoont
    .needs-judgment = of het model een aanzienlijk algemeen karakter vertoont, is een kwestie van beoordeling
rule-generality-indicated =
    .yes = aan het indicatieve criterium is voldaan, en er wordt geen uitzondering daarop aangevoerd
    .no = aan het indicatieve criterium is niet voldaan, of er wordt een uitzondering daarop aangevoerd
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of aan het indicatieve criterium is voldaan
    .needs-judgment = of aan het indicatieve criterium is voldaan, is een kwestie van beoordeling
rule-indicative-criterion-published =
    .needs-judgment = de richtsnoeren die een indicatief criterium noemen, waren niet gepubliceerd, en dus is het een kwestie van beoordeling of het model een aanzienlijk algemeen karakter vertoont
rule-compute-over-indicative-criterion =
    .yes = de hoeveelheid trainingsberekeningen, { $fact }, is groter dan { $criterion }
    .no = de hoeveelheid trainingsberekeningen, { $fact }, is niet groter dan { $criterion }
    .needs-fact = de hoeveelheid trainingsberekeningen is niet bekend
    .needs-judgment = de ramingen van de hoeveelheid trainingsberekeningen, { $fact }, verschillen over de vraag of die groter is dan { $criterion }
rule-generates-indicated-content =
    .yes = het model kan taal genereren, of beelden of video uit tekst
    .no = het model kan geen taal genereren, en evenmin beelden of video uit tekst
    .needs-fact = het is niet bekend of het model taal kan genereren, of beelden of video uit tekst
rule-not-exceptionally-narrow =
    .yes = er wordt niet aangevoerd dat het model bij wijze van uitzondering geen aanzienlijk algemeen karakter heeft
    .no = er wordt aangevoerd dat het model bij wijze van uitzondering geen aanzienlijk algemeen karakter heeft
rule-exceptionally-general =
    .yes = er wordt aangevoerd dat het model een aanzienlijk algemeen karakter vertoont
    .no = er wordt niet aangevoerd dat het model onder het criterium een aanzienlijk algemeen karakter vertoont
rule-not-excepted-as-research =
    .yes = het model is niet uitgezonderd als model dat wordt gebruikt voor onderzoek, ontwikkeling of prototyping voordat het in de handel wordt gebracht
    .no = het model is uitgezonderd als model dat wordt gebruikt voor onderzoek, ontwikkeling of prototyping voordat het in de handel wordt gebracht
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of het model is uitgezonderd als model dat wordt gebruikt voor onderzoek, ontwikkeling of prototyping
rule-not-for-research-only =
    .yes = er wordt niet aangevoerd dat het model uitsluitend wordt gebruikt voor onderzoek, ontwikkeling of prototyping
    .no = er wordt aangevoerd dat het model uitsluitend wordt gebruikt voor onderzoek, ontwikkeling of prototyping
rule-placing-on-record =
    .yes = er is een dag vastgelegd voor het in de Unie in de handel brengen: { $date }
    .no = het model is niet in de Unie in de handel gebracht, en er is geen dag voor bepaald
    .needs-fact = het is niet bekend of en wanneer het model in de Unie in de handel is gebracht

# Aanbieder: art. 3, punt 3

rule-provider =
    .yes = de onderneming is de aanbieder van het model
    .no = de onderneming is niet de aanbieder van het model
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de onderneming de aanbieder van het model is
    .needs-judgment = of de onderneming de aanbieder van het model is, is een kwestie van beoordeling
rule-not-a-modification =
    .yes = het model is geen wijziging van het model van een andere aanbieder
    .no = het model is een wijziging van het model van een andere aanbieder
rule-modification-over-a-third =
    .yes = voor de wijziging is { $fact } gebruikt, meer dan een derde van de hoeveelheid berekeningen die voor het oorspronkelijke model wordt gerekend
    .no = voor de wijziging is { $fact } gebruikt, niet meer dan een derde van de hoeveelheid berekeningen die voor het oorspronkelijke model wordt gerekend
    .needs-fact = het is niet bekend of voor de wijziging meer dan een derde van de hoeveelheid berekeningen van het oorspronkelijke model is gebruikt
    .needs-judgment = de richtsnoeren die het aandeel van een derde noemen, waren niet gepubliceerd, en dus is het een kwestie van beoordeling of de wijziging iemand tot aanbieder maakt

# Systeemrisico: art. 51 en 52

rule-high-impact-capabilities =
    .yes = het model heeft capaciteiten met een grote impact: het wordt geacht die te hebben, of een evaluatie heeft dat uitgewezen
    .no = het model wordt niet geacht capaciteiten met een grote impact te hebben, en ook een evaluatie heeft die niet uitgewezen
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of het model capaciteiten met een grote impact heeft
    .needs-judgment = of het model capaciteiten met een grote impact heeft, is een kwestie van beoordeling
rule-high-impact-presumed =
    .yes = het model wordt geacht capaciteiten met een grote impact te hebben: de hoeveelheid trainingsberekeningen, { $fact }, is groter dan { $threshold }
    .no = het model wordt niet geacht capaciteiten met een grote impact te hebben: de hoeveelheid trainingsberekeningen, { $fact }, is niet groter dan { $threshold }
    .needs-fact = de hoeveelheid trainingsberekeningen is niet bekend, en daarvan hangt af of het model wordt geacht capaciteiten met een grote impact te hebben
    .needs-judgment = de ramingen van de hoeveelheid trainingsberekeningen, { $fact }, verschillen over de vraag of die groter is dan { $threshold }
rule-high-impact-evaluated =
    .yes = een evaluatie heeft capaciteiten met een grote impact uitgewezen
    .no = geen vastgelegde evaluatie heeft capaciteiten met een grote impact uitgewezen
    .needs-fact = het is niet bekend of een evaluatie capaciteiten met een grote impact heeft uitgewezen
    .needs-judgment = er is geen evaluatie vastgelegd, en dus is het een kwestie van beoordeling of de capaciteiten een grote impact hebben
rule-modified-from-systemic-risk =
    .yes = een model dat is gemaakt door een model met een systeemrisico te wijzigen, wordt geacht capaciteiten met een grote impact te hebben
    .no = het model wordt niet geacht capaciteiten met een grote impact te hebben omdat het uit een model met een systeemrisico is gemaakt
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of het model wordt geacht capaciteiten met een grote impact te hebben omdat het uit een model met een systeemrisico is gemaakt
    .needs-judgment = of het model wordt geacht capaciteiten met een grote impact te hebben omdat het uit een model met een systeemrisico is gemaakt, is een kwestie van beoordeling
rule-presumed-for-modified-model =
    .yes = wie aanbieder wordt door een model met een systeemrisico te wijzigen, wordt geacht een model met capaciteiten met een grote impact aan te bieden
    .no = een gewijzigd model wordt alleen beoordeeld naar zijn eigen hoeveelheid trainingsberekeningen en evaluatie, zoals gelezen of vóór de richtsnoeren
rule-original-systemic-risk =
    .yes = het oorspronkelijke model is een model met een systeemrisico, zoals vastgelegd of naar zijn hoeveelheid trainingsberekeningen
    .no = het oorspronkelijke model is geen model met een systeemrisico, zoals vastgelegd of naar zijn hoeveelheid trainingsberekeningen
    .needs-fact = het is niet bekend of het oorspronkelijke model een model met een systeemrisico is
rule-systemic-risk =
    .yes = het model is een AI-model voor algemene doeleinden met een systeemrisico
    .no = het model is geen AI-model voor algemene doeleinden met een systeemrisico
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of het model een model met een systeemrisico is
    .needs-judgment = of het model een model met een systeemrisico is, is een kwestie van beoordeling
rule-classified =
    .yes = er is een grond om het model te classificeren als model met een systeemrisico
    .no = er is geen grond om het model te classificeren als model met een systeemrisico
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of er een grond is om het model te classificeren als model met een systeemrisico
    .needs-judgment = of er een grond is om het model te classificeren als model met een systeemrisico, is een kwestie van beoordeling
rule-classified-by-capabilities =
    .yes = capaciteiten met een grote impact zijn een grond om het model te classificeren
    .no = capaciteiten met een grote impact zijn geen grond om het model te classificeren
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of capaciteiten met een grote impact een grond zijn om het model te classificeren
    .needs-judgment = of capaciteiten met een grote impact een grond zijn om het model te classificeren, is een kwestie van beoordeling
rule-not-rebutted =
    .yes = er zijn geen argumenten van de aanbieder die classificatie van het model verhinderen
    .no = argumenten van de aanbieder verhinderen classificatie van het model
rule-designated =
    .yes = er is een aanwijzing door de Commissie van kracht, gedaan op { $date }
    .no = er is geen aanwijzing door de Commissie van kracht

# Opensource-uitzondering: art. 53, lid 2, en art. 54, lid 6

rule-open-source-exception =
    .yes = de opensource-uitzondering staat open
    .no = de opensource-uitzondering staat niet open
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de opensource-uitzondering openstaat
    .needs-judgment = of de opensource-uitzondering openstaat, is een kwestie van beoordeling
rule-free-licence =
    .yes = de licentie is een vrije en opensource licentie in de zin van de uitzondering
    .no = de licentie is geen vrije en opensource licentie in de zin van de uitzondering
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de licentie een vrije en opensource licentie in de zin van de uitzondering is
    .needs-judgment = of de licentie een vrije en opensource licentie in de zin van de uitzondering is, is een kwestie van beoordeling
rule-licence-access =
    .yes = de licentie staat raadpleging van het model toe
    .no = de licentie staat raadpleging van het model niet toe
    .needs-fact = het is niet bekend of de licentie raadpleging van het model toestaat
rule-licence-use =
    .yes = de licentie staat gebruik toe
    .no = de licentie staat gebruik niet zonder beperking toe
    .needs-fact = het is niet bekend of de licentie gebruik toestaat
rule-licence-modification =
    .yes = de licentie staat wijziging toe
    .no = de licentie staat wijziging niet toe
    .needs-fact = het is niet bekend of de licentie wijziging toestaat
rule-licence-distribution =
    .yes = de licentie staat distributie toe
    .no = de licentie staat distributie niet toe
    .needs-fact = het is niet bekend of de licentie distributie toestaat
rule-not-monetised =
    .yes = in ruil voor toegang tot het model wordt niets van waarde gevraagd
    .no = in ruil voor toegang tot het model wordt iets van waarde gevraagd
    .needs-fact = het is niet bekend of in ruil voor toegang tot het model iets van waarde wordt gevraagd
rule-public-parameters =
    .yes = de parameters en de informatie over de architectuur en het gebruik zijn openbaar gemaakt
    .no = de parameters of de informatie over de architectuur of het gebruik zijn niet openbaar gemaakt
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de parameters en de informatie over de architectuur en het gebruik openbaar zijn gemaakt
    .needs-judgment = of de parameters en de informatie over de architectuur en het gebruik openbaar zijn gemaakt, is een kwestie van beoordeling
rule-weights-public =
    .yes = de parameters, met inbegrip van de wegingen, zijn openbaar gemaakt
    .no = de parameters, met inbegrip van de wegingen, zijn niet openbaar gemaakt
    .needs-fact = het is niet bekend of de parameters, met inbegrip van de wegingen, openbaar zijn gemaakt
rule-architecture-public =
    .yes = de informatie over de modelarchitectuur is openbaar gemaakt
    .no = de informatie over de modelarchitectuur is niet openbaar gemaakt
    .needs-fact = het is niet bekend of de informatie over de modelarchitectuur openbaar is gemaakt
rule-usage-information-public =
    .yes = de informatie over het gebruik van het model is openbaar gemaakt
    .no = de informatie over het gebruik van het model is niet openbaar gemaakt
    .needs-fact = het is niet bekend of de informatie over het gebruik van het model openbaar is gemaakt
rule-no-systemic-risk =
    .yes = het model is geen model met een systeemrisico, wat de uitzondering zou uitsluiten
    .no = het model is een model met een systeemrisico, wat de uitzondering uitsluit
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of een systeemrisico de uitzondering uitsluit
    .needs-judgment = of een systeemrisico de uitzondering uitsluit, is een kwestie van beoordeling

# Verplichtingen: art. 52 tot en met 55, art. 111, lid 3, en art. 113

rule-duty =
    .yes = de verplichting geldt op { $as-of }
    .no = de verplichting geldt niet op { $as-of }
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de verplichting geldt op { $as-of }
    .needs-judgment = of de verplichting geldt op { $as-of }, is een kwestie van beoordeling
rule-addressed =
    .yes = de verplichting is voor dit model tot deze onderneming gericht
    .no = de verplichting is voor dit model niet tot deze onderneming gericht
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de verplichting voor dit model tot deze onderneming is gericht
    .needs-judgment = of de verplichting voor dit model tot deze onderneming is gericht, is een kwestie van beoordeling
rule-not-excepted =
    .yes = de opensource-uitzondering heft de verplichting niet op
    .no = de opensource-uitzondering heft de verplichting op
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de opensource-uitzondering de verplichting opheft
    .needs-judgment = of de opensource-uitzondering de verplichting opheft, is een kwestie van beoordeling
rule-third-country =
    .yes = de aanbieder is in een derde land gevestigd: { $fact }
    .no = de aanbieder is in de Unie gevestigd: { $fact }
    .needs-fact = het is niet bekend of de aanbieder in een derde land is gevestigd
rule-limited-to-modification =
    .yes = wat de verplichting vraagt, is beperkt tot de wijziging: tot informatie daarover, en tot de data die ervoor zijn gebruikt
rule-placed-on-market =
    .yes = het model is in de Unie in de handel gebracht op { $date }
    .no = het model was op { $as-of } nog niet in de Unie in de handel gebracht
    .needs-fact = het is niet bekend of en wanneer het model in de Unie in de handel is gebracht
rule-application-date-reached =
    .yes = de dag met ingang waarvan de verplichting van toepassing is, is aangebroken: { $date }
    .no = de dag met ingang waarvan de verplichting van toepassing is, is op { $as-of } nog niet aangebroken; eerste dag: { $date }
    .needs-fact = uit de vastgelegde feiten blijkt niet met ingang van welke dag de verplichting van toepassing is

# Wegen om de naleving aan te tonen: art. 40, art. 41, art. 53, lid 4, art. 55, lid 2, en art. 56

rule-way-harmonised-standard =
    .yes = de weg van geharmoniseerde normen staat open
    .no = de weg van geharmoniseerde normen staat niet open
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de weg van geharmoniseerde normen openstaat
    .needs-judgment = of de weg van geharmoniseerde normen openstaat, is een kwestie van beoordeling
rule-standard-published =
    .yes = de referentie van een geharmoniseerde norm voor een verplichting die aan de orde is, is bekendgemaakt
    .no = voor de verplichtingen die aan de orde zijn, is geen referentie van een geharmoniseerde norm bekendgemaakt
rule-standard-conformed =
    .yes = er wordt aangevoerd dat het model in overeenstemming is met een bekendgemaakte norm voor een dergelijke verplichting
    .no = er wordt niet aangevoerd dat het model in overeenstemming is met een bekendgemaakte norm voor een dergelijke verplichting
rule-way-common-specification =
    .yes = de weg van gemeenschappelijke specificaties staat open
    .no = de weg van gemeenschappelijke specificaties staat niet open
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de weg van gemeenschappelijke specificaties openstaat
    .needs-judgment = of de weg van gemeenschappelijke specificaties openstaat, is een kwestie van beoordeling
rule-specification-adopted =
    .yes = bij uitvoeringshandeling zijn gemeenschappelijke specificaties vastgesteld voor een verplichting die aan de orde is
    .no = er zijn geen gemeenschappelijke specificaties bij uitvoeringshandeling vastgesteld voor de verplichtingen die aan de orde zijn
rule-specification-conformed =
    .yes = er wordt aangevoerd dat het model in overeenstemming is met gemeenschappelijke specificaties voor een dergelijke verplichting
    .no = er wordt niet aangevoerd dat het model in overeenstemming is met gemeenschappelijke specificaties voor een dergelijke verplichting
rule-way-code-of-practice =
    .yes = de aanbieder kan zich op de code baseren om de naleving aan te tonen, voor zover hij zich eraan houdt
    .no = de aanbieder kan zich bij de huidige stand van zaken niet op een code baseren om de naleving aan te tonen
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de aanbieder zich op de code kan baseren om de naleving aan te tonen
    .needs-judgment = of de aanbieder zich op de code kan baseren om de naleving aan te tonen, is een kwestie van beoordeling
rule-code-published =
    .yes = de code is gepubliceerd op { $date }
    .no = op { $as-of } was er nog geen code gepubliceerd om zich op te baseren
rule-code-adequate =
    .yes = de code telt als goedgekeurde praktijkcode; dag waarop is beoordeeld of de code toereikend is: { $date }
    .no = op { $as-of } telde nog geen code om zich op te baseren als goedgekeurde praktijkcode
rule-no-standard-yet =
    .yes = de code dekt een verplichting die aan de orde is en waarvoor er nog geen geharmoniseerde norm is
    .no = de code dekt geen verplichting die aan de orde is en waarvoor er nog geen geharmoniseerde norm is
rule-adheres =
    .yes = de aanbieder houdt zich voor een dergelijke verplichting aan de code
    .no = de aanbieder houdt zich voor een dergelijke verplichting niet aan de code
rule-way-general-validity =
    .yes = de weg van een code met algemene geldigheid binnen de Unie staat open
    .no = de weg van een code met algemene geldigheid binnen de Unie staat niet open
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de weg van een code met algemene geldigheid openstaat
    .needs-judgment = of de weg van een code met algemene geldigheid openstaat, is een kwestie van beoordeling
rule-approved-by-act =
    .yes = een uitvoeringshandeling van { $date } heeft de code goedgekeurd, die een verplichting dekt die aan de orde is
    .no = op { $as-of } had nog geen uitvoeringshandeling een code goedgekeurd voor een verplichting die aan de orde is
rule-way-common-rules =
    .yes = er zijn gemeenschappelijke regels voor een verplichting die aan de orde is
    .no = er zijn geen gemeenschappelijke regels voor de verplichtingen die aan de orde zijn
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of er gemeenschappelijke regels zijn voor een verplichting die aan de orde is
    .needs-judgment = of er gemeenschappelijke regels zijn voor een verplichting die aan de orde is, is een kwestie van beoordeling
rule-common-rules-adopted =
    .yes = een geldende uitvoeringshandeling voorziet in gemeenschappelijke regels voor een verplichting die aan de orde is
    .no = geen geldende uitvoeringshandeling voorziet in gemeenschappelijke regels voor de verplichtingen die aan de orde zijn
rule-way-alternative-means =
    .yes = alternatieve passende wijzen van naleving zijn wat overblijft voor een verplichting die geldt, zal gelden of niet kan worden uitgesloten
    .no = van de aanbieder wordt niet gevraagd alternatieve passende wijzen van naleving aan te tonen
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of alternatieve passende wijzen van naleving worden gevraagd
    .needs-judgment = of alternatieve passende wijzen van naleving worden gevraagd, is een kwestie van beoordeling
rule-not-otherwise-shown =
    .yes = naast de vastgelegde aansluiting en overeenstemming blijft een verplichting die aan de orde is op andere wijze aan te tonen
    .no = naast de vastgelegde aansluiting en overeenstemming blijft geen verplichting die aan de orde is op andere wijze aan te tonen

# Geldboeten: art. 101 en 113

rule-fine =
    .yes = een geldboete wegens inbreuk op een verplichting is op { $as-of } mogelijk
    .no = een geldboete wegens inbreuk op een verplichting is op { $as-of } niet mogelijk
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of een geldboete wegens inbreuk op een verplichting op { $as-of } mogelijk is
    .needs-judgment = of een geldboete wegens inbreuk op een verplichting op { $as-of } mogelijk is, is een kwestie van beoordeling
rule-enforcement-applies =
    .yes = de bepalingen over handhaving en geldboeten zijn van toepassing sinds { $date }
    .no = de bepalingen over handhaving en geldboeten zijn niet van toepassing vóór { $date }
rule-a-duty-is-enforceable =
    .yes = ten minste één verplichting geldt en kan worden afgedwongen
    .no = er is geen verplichting die geldt en ook kan worden afgedwongen
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of er een verplichting geldt en kan worden afgedwongen
    .needs-judgment = of er een verplichting geldt en kan worden afgedwongen, is een kwestie van beoordeling

# Reikwijdte van de aansluiting: art. 56, lid 7

rule-scope-allowed =
    .yes = de verklaarde reikwijdte van de aansluiting is toegestaan
    .no = de verklaarde reikwijdte van de aansluiting is niet toegestaan
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de verklaarde reikwijdte van de aansluiting is toegestaan
    .needs-judgment = of de verklaarde reikwijdte van de aansluiting is toegestaan, is een kwestie van beoordeling
rule-scope-whole-code =
    .yes = de aanbieder houdt zich aan de volledige code
    .no = de aanbieder houdt zich niet aan de volledige code
rule-scope-limited-to-art-53 =
    .yes = de aansluiting mag worden beperkt tot artikel 53, omdat het model geen model met een systeemrisico is
    .no = de aansluiting mag niet worden beperkt tot artikel 53, omdat het model een model met een systeemrisico is
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de aansluiting mag worden beperkt tot artikel 53
    .needs-judgment = of de aansluiting mag worden beperkt tot artikel 53, is een kwestie van beoordeling
rule-scope-chapters =
    .yes = hoofdstukken van de code mogen worden weggelaten, met verlies van het voordeel van de code in dat opzicht
    .no = er is niet voorzien in een andere beperking van de aansluiting dan die tot artikel 53

# Maatregelen van een code

rule-measure-binds =
    .yes = op grond van zijn aansluiting bindt de maatregel de aanbieder voor dit model
    .no = de maatregel bindt de aanbieder niet voor dit model
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de maatregel de aanbieder voor dit model bindt
    .needs-judgment = of de maatregel de aanbieder voor dit model bindt, is een kwestie van beoordeling
rule-measure-in-scope =
    .yes = de verklaarde reikwijdte van de aansluiting omvat de maatregel
    .no = de verklaarde reikwijdte van de aansluiting omvat de maatregel niet
rule-measure-condition =
    .yes = aan de voorwaarde die de maatregel stelt, is voldaan
    .no = aan de voorwaarde die de maatregel stelt, is niet voldaan
    .needs-fact = de voorwaarde die de maatregel stelt, hangt af van een feit dat niet bekend is
    .needs-judgment = de voorwaarde die de maatregel stelt, hangt af van een kwestie van beoordeling
rule-measure-addresses-general-purpose =
    .yes = de maatregel richt zich tot aanbieders van AI-modellen voor algemene doeleinden: voor dit model is de onderneming er een
    .no = de maatregel richt zich tot aanbieders van AI-modellen voor algemene doeleinden: voor dit model is de onderneming er geen
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de maatregel zich tot de onderneming richt als aanbieder van een AI-model voor algemene doeleinden
    .needs-judgment = of de maatregel zich tot de onderneming richt als aanbieder van een AI-model voor algemene doeleinden, is een kwestie van beoordeling
rule-measure-addresses-systemic-risk =
    .yes = de maatregel richt zich tot aanbieders van modellen met een systeemrisico: voor dit model is de onderneming er een
    .no = de maatregel richt zich tot aanbieders van modellen met een systeemrisico: voor dit model is de onderneming er geen
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de maatregel zich tot de onderneming richt als aanbieder van een model met een systeemrisico
    .needs-judgment = of de maatregel zich tot de onderneming richt als aanbieder van een model met een systeemrisico, is een kwestie van beoordeling
rule-measure-addresses-systems =
    .yes = de onderneming heeft een AI-systeem waarop de maatregel zich richt
    .no = de onderneming heeft geen AI-systeem waarop de maatregel zich richt
    .needs-judgment = of de onderneming een AI-systeem heeft waarop de maatregel zich richt, is een kwestie van beoordeling
rule-measure-not-exempt-open-source =
    .yes = de vrijstelling van modellen die onder de opensource-uitzondering vallen, heft de maatregel niet op
    .no = de vrijstelling van modellen die onder de opensource-uitzondering vallen, heft de maatregel op
    .needs-fact = er ontbreekt een feit om te kunnen zeggen of de maatregel is opgeheven voor een model dat onder de opensource-uitzondering valt
    .needs-judgment = of de maatregel is opgeheven voor een model dat onder de opensource-uitzondering valt, is een kwestie van beoordeling
rule-measure-not-exempt-similarly-safe =
    .yes = er wordt niet aangevoerd dat het model vergelijkbaar veilig of veiliger is, wat de maatregel zou opheffen
    .no = er wordt aangevoerd dat het model vergelijkbaar veilig of veiliger is, wat de maatregel opheft
rule-measure-not-exempt-inferior =
    .yes = er wordt niet aangevoerd dat het model onderdoet voor een model met openbaar gemaakte wegingen, wat de maatregel zou opheffen
    .no = er wordt aangevoerd dat het model onderdoet voor een model met openbaar gemaakte wegingen, wat de maatregel opheft

## Waarover regels beslissen

# Feiten

fact-provider-country = land van vestiging
fact-provider-worldwide-turnover = jaarlijkse wereldwijde omzet in het voorgaande boekjaar
fact-provider-period = aantal werkzame personen, omzet en balanstotaal per boekhoudkundige periode
fact-provider-public-body-control = zeggenschap van overheidsinstanties van een kwart of meer
fact-provider-representative-appointed = aanwijzing van een gemachtigde
fact-model-placed-on-market = het in de Unie in de handel brengen
fact-model-generates = soorten content die het model genereert
fact-model-training-compute = cumulatieve hoeveelheid trainingsberekeningen
fact-model-high-impact-capabilities = uitkomst van een evaluatie op capaciteiten met een grote impact
fact-model-commission-condition-known-on = dag waarop aan de voorwaarde van de grote impact is voldaan of dat is voorzien
fact-model-licence-access = licentievoorwaarden over raadpleging
fact-model-licence-use = licentievoorwaarden over gebruik
fact-model-licence-modification = licentievoorwaarden over wijziging
fact-model-licence-distribution = licentievoorwaarden over distributie
fact-model-licence-weights-public = openbaarheid van de parameters, met inbegrip van de wegingen
fact-model-licence-architecture-public = openbaarheid van de informatie over de architectuur
fact-model-licence-usage-information-public = openbaarheid van de informatie over het gebruik
fact-model-licence-monetised = iets van waarde dat voor toegang wordt gevraagd
fact-model-modification-modification-compute = voor de wijziging gebruikte hoeveelheid trainingsberekeningen
fact-model-modification-original-systemic-risk = systeemrisico van het oorspronkelijke model

# Verplichtingen

obligation-art-52-para-1 = kennisgeving aan de Commissie
obligation-art-53-para-1-point-a = technische documentatie
obligation-art-53-para-1-point-b = informatie voor aanbieders verder in de AI-waardeketen
obligation-art-53-para-1-point-c = beleid inzake auteursrechten
obligation-art-53-para-1-point-d = openbare samenvatting van de voor het trainen gebruikte content
obligation-art-53-para-3 = samenwerking met de autoriteiten
obligation-art-54-para-1 = gemachtigde
obligation-art-55-para-1-point-a = modelevaluatie
obligation-art-55-para-1-point-b = beoordeling en beperking van systeemrisico's
obligation-art-55-para-1-point-c = rapportage van ernstige incidenten
obligation-art-55-para-1-point-d = cyberbeveiligingsbescherming



# Wegen om de naleving aan te tonen

way-harmonised-standard = overeenstemming met geharmoniseerde normen
way-common-specification = overeenstemming met gemeenschappelijke specificaties
way-code-of-practice = aansluiting bij een praktijkcode
way-general-validity = praktijkcode met algemene geldigheid
way-common-rules = gemeenschappelijke regels bij uitvoeringshandeling
way-alternative-means = alternatieve passende wijzen van naleving

# Wat een weg waard is

worth-presumption-of-conformity = vermoeden van overeenstemming, voor zover gedekt
worth-relied-on-to-demonstrate = basis om de naleving aan te tonen, zonder vermoeden van overeenstemming
worth-binding-rules = regels die binden
worth-assessed-by-commission = aantonen, ter beoordeling door de Commissie

# Grootteklassen

size-micro = micro-onderneming
size-small = kleine onderneming
size-medium = middelgrote onderneming
size-smc = kleine midcaponderneming (SMC)
size-large = onderneming die noch een kmo noch een kleine midcaponderneming is

# Hoe het met een verplichting staat

duty-status-binds = geldt
duty-status-ahead = geldt nog niet
duty-status-does-not-bind = geldt niet
duty-status-open = open

# Wat aan een maatregel ontbreekt

gap-no-statement = er is niets verklaard
gap-held-not-applicable = geacht niet van toepassing te zijn, hoewel de maatregel bindt
gap-planned = gepland, niet uitgevoerd
gap-partial = gedeeltelijk uitgevoerd
gap-no-evidence = geen bewijsmateriaal dat voor de dag spreekt
gap-evidence-expired = al het bewijsmateriaal is vervallen, het laatste op { $date }

# Hoe het staat met wat moet gebeuren

due-status-overdue = te laat, volgens wat is vastgelegd
due-status-due = uiterlijk
due-status-earliest = mogelijk vanaf
due-status-keep = te bewaren
due-status-lifted = opgeheven, hoeft niet te gebeuren
due-status-done = op tijd gedaan
due-status-done-late = te laat gedaan
due-status-before-adherence = laatste dag vóór het begin van de aansluiting
due-status-missed-before-end = gemist tijdens een aansluiting die is geëindigd

# Stand van uitvoering

state-implemented = uitgevoerd
state-partial = gedeeltelijk uitgevoerd
state-planned = gepland
state-alternative = op andere wijze bereikt
state-not-applicable = geacht niet van toepassing te zijn

# Gebeurtenissen van waaraf termijnen lopen

event-placing = het in de handel brengen
event-condition-known = het voldoen aan de voorwaarde van de grote impact, of het voorzien daarvan
event-systemic-risk-notification = de kennisgeving aan de Commissie
event-framework-confirmed = de bevestiging van het Kader of van een aanpassing ervan
event-framework-assessed = de beoordeling van het Kader
event-model-report = de indiening van een Modelverslag
event-model-report-update = de bevestiging van een aanpassing van het Modelverslag
event-downstream-request = het verzoek om informatie van een aanbieder verder in de AI-waardeketen
event-ai-office-request = het verzoek om informatie van het AI-bureau
event-complaint = de klacht van een rechthebbende
event-evaluator-findings = de kennisneming van de bevindingen van een externe beoordelaar
event-incident-critical-infrastructure = de bekendheid met de betrokkenheid van het model bij een verstoring van kritieke infrastructuur
event-incident-cybersecurity = de bekendheid met de betrokkenheid van het model bij een ernstige inbreuk op de cyberbeveiliging
event-incident-death = de bekendheid met de betrokkenheid van het model bij een overlijden
event-incident-serious-harm = de bekendheid met de betrokkenheid van het model bij ernstige schade voor de gezondheid, de grondrechten, eigendommen of het milieu
event-incident-initial-report = de indiening van het eerste incidentverslag
event-incident-resolved = de afhandeling van een ernstig incident
event-incident-documented = de documentatie van een ernstig incident
event-safe-reference-lost = het verlies van de status van veilig referentiemodel
event-access-check = de controle van de toegestane toegang

# Dekking door een code

coverage-covered = gedekt
coverage-left-out = weggelaten met een reden
coverage-missing = niet gedekt en niet met een reden weggelaten
coverage-not-asked = niet gedekt; van een code wordt dat niet gevraagd

# Waaraan een code wordt gemeten

requirement-obligation = verplichting
requirement-issue = zaak
requirement-beyond = niet gevraagd
requirement-voluntary = vrijwillig
requirement-topic = onderwerp

# Hoezeer een regel bindt

strength-guidelines = richtsnoeren van de Commissie C(2025) 5045, { $place }, niet bindend
strength-code = tekst van een code
strength-own = eigen regel van adhere



# Tijdsduren

unit-days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dagen
    }
unit-business-days =
    { $count ->
        [one] { $count } werkdag
       *[other] { $count } werkdagen
    }
unit-weeks =
    { $count ->
        [one] { $count } week
       *[other] { $count } weken
    }
unit-months =
    { $count ->
        [one] { $count } maand
       *[other] { $count } maanden
    }
unit-years =
    { $count ->
        [one] { $count } jaar
       *[other] { $count } jaar
    }
