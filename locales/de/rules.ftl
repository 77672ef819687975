### Die Wörter der Regeln und dessen, worüber sie entscheiden.
### Eine Regel hat ein Attribut für jede Wahrheit, die sie haben kann; das Programm fügt die Fundstelle hinzu.
### Als Text gegeben: $fact (die Tatsachen, nach denen eine Regel fragt), $date (Regeln, die an einem Datum hängen; ein Strich, wo keines bekannt ist),
### $obligation (Regeln über eine Pflicht), $threshold, $criterion, $legacy-before, $legacy-comply-by, $chapter-v, $as-of.

## Regeln

# KI-Modell mit allgemeinem Verwendungszweck: Art. 3 Nr. 63

rule-general-purpose =
    .yes = das Modell ist ein KI-Modell mit allgemeinem Verwendungszweck
    .no = das Modell ist kein KI-Modell mit allgemeinem Verwendungszweck
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob das Modell ein KI-Modell mit allgemeinem Verwendungszweck ist
    .needs-judgment = ob das Modell ein KI-Modell mit allgemeinem Verwendungszweck ist, ist eine Wertungsfrage
rule-significant-generality =
    .yes = das Modell gilt als eines, das eine erhebliche allgemeine Verwendbarkeit aufweist
    .no = das Modell gilt nicht als eines, das eine erhebliche allgemeine Verwendbarkeit aufweist
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob das Modell eine erhebliche allgemeine Verwendbarkeit aufweist
    .needs-judgment = ob das Modell eine erhebliche allgemeine Verwendbarkeit aufweist, ist eine Wertungsfrage
rule-generality-indicated =
    .yes = das Richtkriterium ist erfüllt, und keine Ausnahme davon wird geltend gemacht
    .no = das Richtkriterium ist nicht erfüllt, oder eine Ausnahme davon wird geltend gemacht
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob das Richtkriterium erfüllt ist
    .needs-judgment = ob das Richtkriterium erfüllt ist, ist eine Wertungsfrage
rule-indicative-criterion-published =
    .needs-judgment = die Leitlinien, die ein Richtkriterium nennen, waren nicht veröffentlicht; ob das Modell eine erhebliche allgemeine Verwendbarkeit aufweist, ist daher eine Wertungsfrage
rule-compute-over-indicative-criterion =
    .yes = der Rechenaufwand für das Training, { $fact }, ist größer als { $criterion }
    .no = der Rechenaufwand für das Training, { $fact }, ist nicht größer als { $criterion }
    .needs-fact = der Rechenaufwand für das Training ist nicht bekannt
    .needs-judgment = die Schätzungen des Rechenaufwands für das Training, { $fact }, gehen darüber auseinander, ob er größer ist als { $criterion }
rule-generates-indicated-content =
    .yes = das Modell kann Sprache oder aus Text Bilder oder Videos erzeugen
    .no = das Modell kann weder Sprache noch aus Text Bilder oder Videos erzeugen
    .needs-fact = es ist nicht bekannt, ob das Modell Sprache oder aus Text Bilder oder Videos erzeugen kann
rule-not-exceptionally-narrow =
    .yes = es wird nicht geltend gemacht, dass dem Modell ausnahmsweise die erhebliche allgemeine Verwendbarkeit fehlt
    .no = es wird geltend gemacht, dass dem Modell ausnahmsweise die erhebliche allgemeine Verwendbarkeit fehlt
rule-exceptionally-general =
    .yes = es wird geltend gemacht, dass das Modell eine erhebliche allgemeine Verwendbarkeit aufweist
    .no = es wird nicht geltend gemacht, dass das Modell unterhalb des Kriteriums eine erhebliche allgemeine Verwendbarkeit aufweist
rule-not-excepted-as-research =
    .yes = das Modell ist nicht als eines ausgenommen, das vor seinem Inverkehrbringen für Forschung, Entwicklung oder die Konzipierung von Prototypen eingesetzt wird
    .no = das Modell ist als eines ausgenommen, das vor seinem Inverkehrbringen für Forschung, Entwicklung oder die Konzipierung von Prototypen eingesetzt wird
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob das Modell als eines ausgenommen ist, das für Forschung, Entwicklung oder die Konzipierung von Prototypen eingesetzt wird
rule-not-for-research-only =
    .yes = es wird nicht geltend gemacht, dass das Modell ausschließlich für Forschung, Entwicklung oder die Konzipierung von Prototypen eingesetzt wird
    .no = es wird geltend gemacht, dass das Modell ausschließlich für Forschung, Entwicklung oder die Konzipierung von Prototypen eingesetzt wird
rule-placing-on-record =
    .yes = ein Tag des Inverkehrbringens auf dem Unionsmarkt ist verzeichnet: { $date }
    .no = das Modell ist nicht auf dem Unionsmarkt in Verkehr gebracht, und kein Tag dafür ist festgelegt
    .needs-fact = es ist nicht bekannt, ob und wann das Modell auf dem Unionsmarkt in Verkehr gebracht wurde

# Anbieter: Art. 3 Nr. 3

rule-provider =
    .yes = das Unternehmen ist der Anbieter des Modells
    .no = das Unternehmen ist nicht der Anbieter des Modells
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob das Unternehmen der Anbieter des Modells ist
    .needs-judgment = ob das Unternehmen der Anbieter des Modells ist, ist eine Wertungsfrage
rule-not-a-modification =
    .yes = das Modell ist keine Änderung des Modells eines anderen Anbieters
    .no = das Modell ist eine Änderung des Modells eines anderen Anbieters
rule-modification-over-a-third =
    .yes = für die Änderung wurden { $fact } eingesetzt, mehr als ein Drittel des Rechenaufwands, der für das ursprüngliche Modell zählt
    .no = für die Änderung wurden { $fact } eingesetzt, nicht mehr als ein Drittel des Rechenaufwands, der für das ursprüngliche Modell zählt
    .needs-fact = es ist nicht bekannt, ob für die Änderung mehr als ein Drittel des Rechenaufwands des ursprünglichen Modells eingesetzt wurde
    .needs-judgment = die Leitlinien, die den Anteil von einem Drittel nennen, waren nicht veröffentlicht; ob die Änderung zum Anbieter macht, ist daher eine Wertungsfrage

# Systemisches Risiko: Art. 51 und 52

rule-high-impact-capabilities =
    .yes = das Modell verfügt über Fähigkeiten mit hohem Wirkungsgrad, wie angenommen oder wie bewertet
    .no = Fähigkeiten mit hohem Wirkungsgrad werden weder angenommen noch durch eine Bewertung festgestellt
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob das Modell über Fähigkeiten mit hohem Wirkungsgrad verfügt
    .needs-judgment = ob das Modell über Fähigkeiten mit hohem Wirkungsgrad verfügt, ist eine Wertungsfrage
rule-high-impact-presumed =
    .yes = Fähigkeiten mit hohem Wirkungsgrad werden angenommen: der Rechenaufwand für das Training, { $fact }, ist größer als { $threshold }
    .no = Fähigkeiten mit hohem Wirkungsgrad werden nicht angenommen: der Rechenaufwand für das Training, { $fact }, ist nicht größer als { $threshold }
    .needs-fact = der Rechenaufwand für das Training ist nicht bekannt, von dem die Annahme von Fähigkeiten mit hohem Wirkungsgrad abhängt
    .needs-judgment = die Schätzungen des Rechenaufwands für das Training, { $fact }, gehen darüber auseinander, ob er größer ist als { $threshold }
rule-high-impact-evaluated =
    .yes = eine Bewertung hat Fähigkeiten mit hohem Wirkungsgrad festgestellt
    .no = keine verzeichnete Bewertung hat Fähigkeiten mit hohem Wirkungsgrad festgestellt
    .needs-fact = es ist nicht bekannt, ob eine Bewertung Fähigkeiten mit hohem Wirkungsgrad festgestellt hat
    .needs-judgment = keine Bewertung ist verzeichnet; ob die Fähigkeiten einen hohen Wirkungsgrad haben, ist daher eine Wertungsfrage
rule-modified-from-systemic-risk =
    .yes = Fähigkeiten mit hohem Wirkungsgrad werden bei einem Modell angenommen, das durch Änderung eines Modells mit systemischem Risiko entstanden ist
    .no = Fähigkeiten mit hohem Wirkungsgrad werden nicht deshalb angenommen, weil es aus einem Modell mit systemischem Risiko entstanden ist
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob Fähigkeiten mit hohem Wirkungsgrad deshalb angenommen werden, weil es aus einem Modell mit systemischem Risiko entstanden ist
    .needs-judgment = ob Fähigkeiten mit hohem Wirkungsgrad deshalb angenommen werden, weil es aus einem Modell mit systemischem Risiko entstanden ist, ist eine Wertungsfrage
rule-presumed-for-modified-model =
    .yes = bei dem, der durch Änderung eines Modells mit systemischem Risiko Anbieter wird, wird angenommen, dass er eines mit Fähigkeiten mit hohem Wirkungsgrad anbietet
    .no = ein geändertes Modell wird allein nach seinem eigenen Rechenaufwand für das Training und seiner eigenen Bewertung beurteilt, nach der gewählten Lesart oder vor den Leitlinien
rule-original-systemic-risk =
    .yes = das ursprüngliche Modell ist eines mit systemischem Risiko, wie verzeichnet oder nach seinem Rechenaufwand für das Training
    .no = das ursprüngliche Modell ist keines mit systemischem Risiko, wie verzeichnet oder nach seinem Rechenaufwand für das Training
    .needs-fact = es ist nicht bekannt, ob das ursprüngliche Modell eines mit systemischem Risiko ist
rule-systemic-risk =
    .yes = das Modell ist ein KI-Modell mit allgemeinem Verwendungszweck mit systemischem Risiko
    .no = das Modell ist kein KI-Modell mit allgemeinem Verwendungszweck mit systemischem Risiko
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob das Modell eines mit systemischem Risiko ist
    .needs-judgment = ob das Modell eines mit systemischem Risiko ist, ist eine Wertungsfrage
rule-classified =
    .yes = es gibt einen Grund, das Modell als eines mit systemischem Risiko einzustufen
    .no = es gibt keinen Grund, das Modell als eines mit systemischem Risiko einzustufen
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob es einen Grund gibt, das Modell als eines mit systemischem Risiko einzustufen
    .needs-judgment = ob es einen Grund gibt, das Modell als eines mit systemischem Risiko einzustufen, ist eine Wertungsfrage
rule-classified-by-capabilities =
    .yes = Fähigkeiten mit hohem Wirkungsgrad sind ein Grund, das Modell einzustufen
    .no = Fähigkeiten mit hohem Wirkungsgrad sind kein Grund, das Modell einzustufen
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob Fähigkeiten mit hohem Wirkungsgrad ein Grund sind, das Modell einzustufen
    .needs-judgment = ob Fähigkeiten mit hohem Wirkungsgrad ein Grund sind, das Modell einzustufen, ist eine Wertungsfrage
rule-not-rebutted =
    .yes = keine Argumente des Anbieters stehen der Einstufung des Modells entgegen
    .no = Argumente des Anbieters stehen der Einstufung des Modells entgegen
rule-designated =
    .yes = eine Benennung durch die Kommission ist wirksam, vorgenommen am { $date }
    .no = keine Benennung durch die Kommission ist wirksam

# Ausnahme für quelloffene Modelle: Art. 53 Abs. 2 und Art. 54 Abs. 6

rule-open-source-exception =
    .yes = die Ausnahme für quelloffene Modelle steht offen
    .no = die Ausnahme für quelloffene Modelle steht nicht offen
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob die Ausnahme für quelloffene Modelle offensteht
    .needs-judgment = ob die Ausnahme für quelloffene Modelle offensteht, ist eine Wertungsfrage
rule-free-licence =
    .yes = die Lizenz ist im Sinne der Ausnahme frei und quelloffen
    .no = die Lizenz ist im Sinne der Ausnahme nicht frei und quelloffen
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob die Lizenz im Sinne der Ausnahme frei und quelloffen ist
    .needs-judgment = ob die Lizenz im Sinne der Ausnahme frei und quelloffen ist, ist eine Wertungsfrage
rule-licence-access =
    .yes = die Lizenz ermöglicht den Zugang zum Modell
    .no = die Lizenz ermöglicht den Zugang zum Modell nicht
    .needs-fact = es ist nicht bekannt, ob die Lizenz den Zugang zum Modell ermöglicht
rule-licence-use =
    .yes = die Lizenz ermöglicht die Nutzung
    .no = die Lizenz ermöglicht die Nutzung nicht ohne Einschränkung
    .needs-fact = es ist nicht bekannt, ob die Lizenz die Nutzung ermöglicht
rule-licence-modification =
    .yes = die Lizenz ermöglicht die Änderung
    .no = die Lizenz ermöglicht die Änderung nicht
    .needs-fact = es ist nicht bekannt, ob die Lizenz die Änderung ermöglicht
rule-licence-distribution =
    .yes = die Lizenz ermöglicht die Verbreitung
    .no = die Lizenz ermöglicht die Verbreitung nicht
    .needs-fact = es ist nicht bekannt, ob die Lizenz die Verbreitung ermöglicht
rule-not-monetised =
    .yes = für den Zugang zum Modell wird keine Gegenleistung von Wert verlangt
    .no = für den Zugang zum Modell wird eine Gegenleistung von Wert verlangt
    .needs-fact = es ist nicht bekannt, ob für den Zugang zum Modell eine Gegenleistung von Wert verlangt wird
rule-public-parameters =
    .yes = die Parameter und die Informationen über Architektur und Nutzung sind öffentlich zugänglich
    .no = die Parameter oder die Informationen über Architektur oder Nutzung sind nicht öffentlich zugänglich
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob Parameter sowie Informationen über Architektur und Nutzung öffentlich zugänglich sind
    .needs-judgment = ob Parameter sowie Informationen über Architektur und Nutzung öffentlich zugänglich sind, ist eine Wertungsfrage
rule-weights-public =
    .yes = die Parameter, einschließlich der Gewichte, sind öffentlich zugänglich
    .no = die Parameter, einschließlich der Gewichte, sind nicht öffentlich zugänglich
    .needs-fact = es ist nicht bekannt, ob die Parameter, einschließlich der Gewichte, öffentlich zugänglich sind
rule-architecture-public =
    .yes = Informationen über die Modellarchitektur sind öffentlich zugänglich
    .no = Informationen über die Modellarchitektur sind nicht öffentlich zugänglich
    .needs-fact = es ist nicht bekannt, ob Informationen über die Modellarchitektur öffentlich zugänglich sind
rule-usage-information-public =
    .yes = Informationen über die Modellnutzung sind öffentlich zugänglich
    .no = Informationen über die Modellnutzung sind nicht öffentlich zugänglich
    .needs-fact = es ist nicht bekannt, ob Informationen über die Modellnutzung öffentlich zugänglich sind
rule-no-systemic-risk =
    .yes = das Modell ist keines mit systemischem Risiko, was die Ausnahme ausschließen würde
    .no = das Modell ist eines mit systemischem Risiko, was die Ausnahme ausschließt
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob systemisches Risiko die Ausnahme ausschließt
    .needs-judgment = ob systemisches Risiko die Ausnahme ausschließt, ist eine Wertungsfrage

# Pflichten: Art. 52 bis 55, Art. 111 Abs. 3 und Art. 113

rule-duty =
    .yes = die Pflicht bindet am { $as-of }
    .no = die Pflicht bindet am { $as-of } nicht
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob die Pflicht am { $as-of } bindet
    .needs-judgment = ob die Pflicht am { $as-of } bindet, ist eine Wertungsfrage
rule-addressed =
    .yes = die Pflicht richtet sich für dieses Modell an dieses Unternehmen
    .no = die Pflicht richtet sich für dieses Modell nicht an dieses Unternehmen
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob sich die Pflicht für dieses Modell an dieses Unternehmen richtet
    .needs-judgment = ob sich die Pflicht für dieses Modell an dieses Unternehmen richtet, ist eine Wertungsfrage
rule-not-excepted =
    .yes = die Ausnahme für quelloffene Modelle lässt die Pflicht nicht entfallen
    .no = die Ausnahme für quelloffene Modelle lässt die Pflicht entfallen
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob die Ausnahme für quelloffene Modelle die Pflicht entfallen lässt
    .needs-judgment = ob die Ausnahme für quelloffene Modelle die Pflicht entfallen lässt, ist eine Wertungsfrage
rule-third-country =
    .yes = der Anbieter ist in einem Drittland niedergelassen: { $fact }
    .no = der Anbieter ist in der Union niedergelassen: { $fact }
    .needs-fact = es ist nicht bekannt, ob der Anbieter in einem Drittland niedergelassen ist
rule-limited-to-modification =
    .yes = was die Pflicht verlangt, ist auf die Änderung beschränkt: auf Informationen darüber und auf die dafür verwendeten Daten
rule-placed-on-market =
    .yes = das Modell wurde am { $date } auf dem Unionsmarkt in Verkehr gebracht
    .no = das Modell wurde bis { $as-of } nicht auf dem Unionsmarkt in Verkehr gebracht
    .needs-fact = es ist nicht bekannt, ob und wann das Modell auf dem Unionsmarkt in Verkehr gebracht wurde
rule-application-date-reached =
    .yes = der Tag, ab dem die Pflicht gilt, ist gekommen: { $date }
    .no = der Tag, ab dem die Pflicht gilt, ist bis { $as-of } nicht gekommen; erster Tag: { $date }
    .needs-fact = die verzeichneten Tatsachen sagen nicht, ab welchem Tag die Pflicht gilt

# Wege zum Nachweis der Einhaltung: Art. 40, Art. 41, Art. 53 Abs. 4, Art. 55 Abs. 2 und Art. 56

rule-way-harmonised-standard =
    .yes = der Weg über harmonisierte Normen steht offen
    .no = der Weg über harmonisierte Normen steht nicht offen
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob der Weg über harmonisierte Normen offensteht
    .needs-judgment = ob der Weg über harmonisierte Normen offensteht, ist eine Wertungsfrage
rule-standard-published =
    .yes = die Fundstelle einer harmonisierten Norm für eine infrage stehende Pflicht ist veröffentlicht
    .no = keine Fundstelle einer harmonisierten Norm für die infrage stehenden Pflichten ist veröffentlicht
rule-standard-conformed =
    .yes = es wird geltend gemacht, dass das Modell einer veröffentlichten Norm für eine solche Pflicht entspricht
    .no = es wird nicht geltend gemacht, dass das Modell einer veröffentlichten Norm für eine solche Pflicht entspricht
rule-way-common-specification =
    .yes = der Weg über gemeinsame Spezifikationen steht offen
    .no = der Weg über gemeinsame Spezifikationen steht nicht offen
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob der Weg über gemeinsame Spezifikationen offensteht
    .needs-judgment = ob der Weg über gemeinsame Spezifikationen offensteht, ist eine Wertungsfrage
rule-specification-adopted =
    .yes = gemeinsame Spezifikationen für eine infrage stehende Pflicht sind durch Durchführungsrechtsakt festgelegt
    .no = keine gemeinsamen Spezifikationen für die infrage stehenden Pflichten sind durch Durchführungsrechtsakt festgelegt
rule-specification-conformed =
    .yes = es wird geltend gemacht, dass das Modell gemeinsamen Spezifikationen für eine solche Pflicht entspricht
    .no = es wird nicht geltend gemacht, dass das Modell gemeinsamen Spezifikationen für eine solche Pflicht entspricht
rule-way-code-of-practice =
    .yes = der Anbieter kann sich auf den Kodex stützen, um die Einhaltung nachzuweisen, soweit er ihn befolgt
    .no = der Anbieter kann sich nach derzeitigem Stand nicht auf einen Kodex stützen, um die Einhaltung nachzuweisen
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob sich der Anbieter auf den Kodex stützen kann, um die Einhaltung nachzuweisen
    .needs-judgment = ob sich der Anbieter auf den Kodex stützen kann, um die Einhaltung nachzuweisen, ist eine Wertungsfrage
rule-code-published =
    .yes = der Kodex wurde am { $date } veröffentlicht
    .no = bis { $as-of } war kein Kodex veröffentlicht, auf den sich der Anbieter stützen könnte
rule-code-adequate =
    .yes = der Kodex gilt als genehmigter Praxisleitfaden; Tag der Bewertung seiner Angemessenheit: { $date }
    .no = bis { $as-of } gilt kein Kodex, auf den sich der Anbieter stützen könnte, als genehmigter Praxisleitfaden
rule-no-standard-yet =
    .yes = der Kodex deckt eine infrage stehende Pflicht ab, für die es noch keine harmonisierte Norm gibt
    .no = der Kodex deckt keine infrage stehende Pflicht ab, für die es noch keine harmonisierte Norm gibt
rule-adheres =
    .yes = der Anbieter befolgt den Kodex für eine solche Pflicht
    .no = der Anbieter befolgt den Kodex nicht für eine solche Pflicht
rule-way-general-validity =
    .yes = der Weg über einen Kodex mit allgemeiner Gültigkeit in der Union steht offen
    .no = der Weg über einen Kodex mit allgemeiner Gültigkeit in der Union steht nicht offen
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob der Weg über einen Kodex mit allgemeiner Gültigkeit offensteht
    .needs-judgment = ob der Weg über einen Kodex mit allgemeiner Gültigkeit offensteht, ist eine Wertungsfrage
rule-approved-by-act =
    .yes = ein Durchführungsrechtsakt vom { $date } hat den Kodex genehmigt, der eine infrage stehende Pflicht abdeckt
    .no = bis { $as-of } hat kein Durchführungsrechtsakt einen Kodex für eine infrage stehende Pflicht genehmigt
rule-way-common-rules =
    .yes = es gibt gemeinsame Vorschriften für eine infrage stehende Pflicht
    .no = es gibt keine gemeinsamen Vorschriften für die infrage stehenden Pflichten
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob es gemeinsame Vorschriften für eine infrage stehende Pflicht gibt
    .needs-judgment = ob es gemeinsame Vorschriften für eine infrage stehende Pflicht gibt, ist eine Wertungsfrage
rule-common-rules-adopted =
    .yes = ein wirksamer Durchführungsrechtsakt legt gemeinsame Vorschriften für eine infrage stehende Pflicht fest
    .no = kein wirksamer Durchführungsrechtsakt legt gemeinsame Vorschriften für die infrage stehenden Pflichten fest
rule-way-alternative-means =
    .yes = geeignete alternative Verfahren sind, was für eine Pflicht bleibt, die bindet, binden wird oder nicht auszuschließen ist
    .no = vom Anbieter wird nicht verlangt, geeignete alternative Verfahren der Einhaltung aufzuzeigen
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob geeignete alternative Verfahren der Einhaltung verlangt werden
    .needs-judgment = ob geeignete alternative Verfahren der Einhaltung verlangt werden, ist eine Wertungsfrage
rule-not-otherwise-shown =
    .yes = verzeichnete Befolgung und Konformität lassen eine infrage stehende Pflicht übrig, die auf andere Weise nachzuweisen ist
    .no = verzeichnete Befolgung und Konformität lassen keine infrage stehende Pflicht übrig, die auf andere Weise nachzuweisen ist

# Geldbußen: Art. 101 und 113

rule-fine =
    .yes = eine Geldbuße wegen Verstoßes gegen eine Pflicht am { $as-of } ist möglich
    .no = eine Geldbuße wegen Verstoßes gegen eine Pflicht am { $as-of } ist nicht möglich
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob eine Geldbuße wegen Verstoßes gegen eine Pflicht am { $as-of } möglich ist
    .needs-judgment = ob eine Geldbuße wegen Verstoßes gegen eine Pflicht am { $as-of } möglich ist, ist eine Wertungsfrage
rule-enforcement-applies =
    .yes = die Bestimmungen über Durchsetzung und Geldbußen gelten seit { $date }
    .no = die Bestimmungen über Durchsetzung und Geldbußen gelten nicht vor { $date }
rule-a-duty-is-enforceable =
    .yes = mindestens eine Pflicht bindet und ist durchsetzbar
    .no = keine Pflicht bindet und ist zugleich durchsetzbar
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob eine Pflicht bindet und durchsetzbar ist
    .needs-judgment = ob eine Pflicht bindet und durchsetzbar ist, ist eine Wertungsfrage

# Umfang der Befolgung: Art. 56 Abs. 7

rule-scope-allowed =
    .yes = der erklärte Umfang der Befolgung ist zulässig
    .no = der erklärte Umfang der Befolgung ist nicht zulässig
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob der erklärte Umfang der Befolgung zulässig ist
    .needs-judgment = ob der erklärte Umfang der Befolgung zulässig ist, ist eine Wertungsfrage
rule-scope-whole-code =
    .yes = der Anbieter befolgt den ganzen Kodex
    .no = der Anbieter befolgt nicht den ganzen Kodex
rule-scope-limited-to-art-53 =
    .yes = die Befolgung kann auf Artikel 53 beschränkt werden, da das Modell keines mit systemischem Risiko ist
    .no = die Befolgung kann nicht auf Artikel 53 beschränkt werden, da das Modell eines mit systemischem Risiko ist
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob die Befolgung auf Artikel 53 beschränkt werden kann
    .needs-judgment = ob die Befolgung auf Artikel 53 beschränkt werden kann, ist eine Wertungsfrage
rule-scope-chapters =
    .yes = Kapitel des Kodex können weggelassen werden, unter Verlust seines Vorteils in dieser Hinsicht
    .no = eine andere Beschränkung der Befolgung als die auf Artikel 53 ist nicht vorgesehen

# Maßnahmen eines Kodex

rule-measure-binds =
    .yes = aufgrund seiner Befolgung bindet die Maßnahme den Anbieter für dieses Modell
    .no = die Maßnahme bindet den Anbieter für dieses Modell nicht
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob die Maßnahme den Anbieter für dieses Modell bindet
    .needs-judgment = ob die Maßnahme den Anbieter für dieses Modell bindet, ist eine Wertungsfrage
rule-measure-in-scope =
    .yes = der erklärte Umfang der Befolgung schließt die Maßnahme ein
    .no = der erklärte Umfang der Befolgung schließt die Maßnahme nicht ein
rule-measure-condition =
    .yes = die Bedingung, die die Maßnahme stellt, ist erfüllt
    .no = die Bedingung, die die Maßnahme stellt, ist nicht erfüllt
    .needs-fact = die Bedingung, die die Maßnahme stellt, hängt von einer Tatsache ab, die nicht bekannt ist
    .needs-judgment = die Bedingung, die die Maßnahme stellt, hängt von einer Wertungsfrage ab
rule-measure-addresses-general-purpose =
    .yes = die Maßnahme richtet sich an Anbieter von KI-Modellen mit allgemeinem Verwendungszweck: für dieses Modell ist das Unternehmen einer
    .no = die Maßnahme richtet sich an Anbieter von KI-Modellen mit allgemeinem Verwendungszweck: für dieses Modell ist das Unternehmen keiner
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob sich die Maßnahme an das Unternehmen als Anbieter eines KI-Modells mit allgemeinem Verwendungszweck richtet
    .needs-judgment = ob sich die Maßnahme an das Unternehmen als Anbieter eines KI-Modells mit allgemeinem Verwendungszweck richtet, ist eine Wertungsfrage
rule-measure-addresses-systemic-risk =
    .yes = die Maßnahme richtet sich an Anbieter von Modellen mit systemischem Risiko: für dieses Modell ist das Unternehmen einer
    .no = die Maßnahme richtet sich an Anbieter von Modellen mit systemischem Risiko: für dieses Modell ist das Unternehmen keiner
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob sich die Maßnahme an das Unternehmen als Anbieter eines Modells mit systemischem Risiko richtet
    .needs-judgment = ob sich die Maßnahme an das Unternehmen als Anbieter eines Modells mit systemischem Risiko richtet, ist eine Wertungsfrage
rule-measure-addresses-systems =
    .yes = das Unternehmen hat ein KI-System, auf das sich die Maßnahme bezieht
    .no = das Unternehmen hat kein KI-System, auf das sich die Maßnahme bezieht
    .needs-judgment = ob das Unternehmen ein KI-System hat, auf das sich die Maßnahme bezieht, ist eine Wertungsfrage
rule-measure-not-exempt-open-source =
    .yes = die Freistellung von Modellen unter der Ausnahme für quelloffene Modelle lässt die Maßnahme nicht entfallen
    .no = die Freistellung von Modellen unter der Ausnahme für quelloffene Modelle lässt die Maßnahme entfallen
    .needs-fact = es fehlt eine Tatsache, um festzustellen, ob die Maßnahme für ein Modell unter der Ausnahme für quelloffene Modelle entfällt
    .needs-judgment = ob die Maßnahme für ein Modell unter der Ausnahme für quelloffene Modelle entfällt, ist eine Wertungsfrage
rule-measure-not-exempt-similarly-safe =
    .yes = es wird nicht geltend gemacht, dass das Modell ähnlich sicher oder sicherer ist, was die Maßnahme entfallen ließe
    .no = es wird geltend gemacht, dass das Modell ähnlich sicher oder sicherer ist, was die Maßnahme entfallen lässt
rule-measure-not-exempt-inferior =
    .yes = es wird nicht geltend gemacht, dass das Modell einem Modell mit offenen Gewichten unterlegen ist, was die Maßnahme entfallen ließe
    .no = es wird geltend gemacht, dass das Modell einem Modell mit offenen Gewichten unterlegen ist, was die Maßnahme entfallen lässt

## Worüber Regeln entscheiden

# Tatsachen

fact-provider-country = Land der Niederlassung
fact-provider-worldwide-turnover = weltweiter Jahresumsatz im vorangegangenen Geschäftsjahr
fact-provider-period = Mitarbeiterzahl, Umsatz und Bilanzsumme nach Rechnungszeitraum
fact-provider-public-body-control = Kontrolle öffentlicher Stellen über ein Viertel oder mehr
fact-provider-representative-appointed = Benennung eines Bevollmächtigten
fact-model-placed-on-market = Inverkehrbringen auf dem Unionsmarkt
fact-model-generates = Arten von Inhalten, die das Modell erzeugt
fact-model-training-compute = kumulierter Rechenaufwand für das Training
fact-model-high-impact-capabilities = Ergebnis einer Bewertung auf Fähigkeiten mit hohem Wirkungsgrad
fact-model-commission-condition-known-on = Tag, an dem die Bedingung des hohen Wirkungsgrads erfüllt oder vorausgesehen war
fact-model-licence-access = Lizenzbedingungen zum Zugang
fact-model-licence-use = Lizenzbedingungen zur Nutzung
fact-model-licence-modification = Lizenzbedingungen zur Änderung
fact-model-licence-distribution = Lizenzbedingungen zur Verbreitung
fact-model-licence-weights-public = öffentliche Zugänglichkeit der Parameter, einschließlich der Gewichte
fact-model-licence-architecture-public = öffentliche Zugänglichkeit der Informationen über die Architektur
fact-model-licence-usage-information-public = öffentliche Zugänglichkeit der Informationen über die Nutzung
fact-model-licence-monetised = für den Zugang verlangte Gegenleistung von Wert
fact-model-modification-modification-compute = für die Änderung eingesetzter Rechenaufwand für das Training
fact-model-modification-original-systemic-risk = systemisches Risiko des ursprünglichen Modells

# Pflichten

obligation-art-52-para-1 = Mitteilung an die Kommission
obligation-art-53-para-1-point-a = technische Dokumentation
obligation-art-53-para-1-point-b = Informationen für nachgelagerte Anbieter
obligation-art-53-para-1-point-c = Strategie zur Einhaltung des Urheberrechts
obligation-art-53-para-1-point-d = öffentliche Zusammenfassung der für das Training verwendeten Inhalte
obligation-art-53-para-3 = Zusammenarbeit mit den Behörden
obligation-art-54-para-1 = Bevollmächtigter
obligation-art-55-para-1-point-a = Modellbewertung
obligation-art-55-para-1-point-b = Bewertung und Minderung systemischer Risiken
obligation-art-55-para-1-point-c = Meldung schwerwiegender Vorfälle
obligation-art-55-para-1-point-d = Gewährleistung der Cybersicherheit



# Wege zum Nachweis der Einhaltung

way-harmonised-standard = Konformität mit harmonisierten Normen
way-common-specification = Konformität mit gemeinsamen Spezifikationen
way-code-of-practice = Befolgung eines Praxisleitfadens
way-general-validity = Praxisleitfaden mit allgemeiner Gültigkeit
way-common-rules = gemeinsame Vorschriften durch Durchführungsrechtsakt
way-alternative-means = geeignete alternative Verfahren der Einhaltung

# Was ein Weg wert ist

worth-presumption-of-conformity = Vermutung der Konformität, soweit abgedeckt
worth-relied-on-to-demonstrate = Möglichkeit, sich zum Nachweis der Einhaltung darauf zu stützen, ohne Vermutung der Konformität
worth-binding-rules = bindende Vorschriften
worth-assessed-by-commission = Aufzeigen zur Bewertung durch die Kommission

# Größenklassen

size-micro = Kleinstunternehmen
size-small = kleines Unternehmen
size-medium = mittleres Unternehmen
size-smc = kleines Midcap-Unternehmen (SMC)
size-large = Unternehmen, das weder ein KMU noch ein SMC ist

# Wo eine Pflicht steht

duty-status-binds = bindet
duty-status-ahead = bindet noch nicht
duty-status-does-not-bind = bindet nicht
duty-status-open = offen

# Was bei einer Maßnahme fehlt

gap-no-statement = nichts ist angegeben
gap-held-not-applicable = für nicht anwendbar gehalten, obwohl sie bindet
gap-planned = geplant, nicht umgesetzt
gap-partial = teilweise umgesetzt
gap-no-evidence = kein Beleg, der für den Tag gilt
gap-evidence-expired = alle Belege sind abgelaufen, zuletzt am { $date }

# Wo etwas Fälliges steht

due-status-overdue = laut Aufzeichnung überfällig
due-status-due = fällig
due-status-earliest = ab diesem Tag möglich
due-status-keep = aufzubewahren
due-status-lifted = entfallen, nicht fällig
due-status-done = rechtzeitig erledigt
due-status-done-late = verspätet erledigt
due-status-before-adherence = letzter Tag vor Beginn der Befolgung
due-status-missed-before-end = versäumt unter einer Befolgung, die beendet ist

# Stand der Umsetzung

state-implemented = umgesetzt
state-partial = teilweise umgesetzt
state-planned = geplant
state-alternative = auf andere Weise erreicht
state-not-applicable = für nicht anwendbar gehalten

# Ereignisse, ab denen Fristen laufen

event-placing = Inverkehrbringen
event-condition-known = Erfüllung oder Voraussehen der Bedingung des hohen Wirkungsgrads
event-systemic-risk-notification = Mitteilung an die Kommission
event-framework-confirmed = Bestätigung des Rahmens oder einer Aktualisierung
event-framework-assessed = Bewertung des Rahmens
event-model-report = Übermittlung eines Modellberichts
event-model-report-update = Bestätigung einer Aktualisierung des Modellberichts
event-downstream-request = Anfrage eines nachgelagerten Anbieters nach Informationen
event-ai-office-request = Anfrage des Büros für Künstliche Intelligenz nach Informationen
event-complaint = Beschwerde eines Rechteinhabers
event-evaluator-findings = Kenntnis von den Feststellungen eines externen Bewerters
event-incident-critical-infrastructure = Kenntnis von der Beteiligung des Modells an einer Störung kritischer Infrastrukturen
event-incident-cybersecurity = Kenntnis von der Beteiligung des Modells an einer schwerwiegenden Verletzung der Cybersicherheit
event-incident-death = Kenntnis von der Beteiligung des Modells an einem Todesfall
event-incident-serious-harm = Kenntnis von der Beteiligung des Modells an einer schweren Schädigung von Gesundheit, Grundrechten, Eigentum oder Umwelt
event-incident-initial-report = Übermittlung der Erstmeldung zum Vorfall
event-incident-resolved = Behebung eines schwerwiegenden Vorfalls
event-incident-documented = Dokumentation eines schwerwiegenden Vorfalls
event-safe-reference-lost = Verlust der Stellung als sicheres Referenzmodell
event-access-check = Prüfung des autorisierten Zugangs

# Abdeckung eines Kodex

coverage-covered = abgedeckt
coverage-left-out = mit Grund ausgelassen
coverage-missing = weder abgedeckt noch mit Grund ausgelassen
coverage-not-asked = nicht abgedeckt; von einem Kodex nicht verlangt

# Woran ein Kodex gemessen wird

requirement-obligation = Pflicht
requirement-issue = Aspekt
requirement-beyond = nicht verlangt
requirement-voluntary = freiwillig
requirement-topic = Thema

# Wie sehr eine Regel bindet

strength-guidelines = Leitlinien der Kommission C(2025) 5045, { $place }, nicht bindend
strength-code = Text eines Kodex
strength-own = eigene Regel von adhere



# Zeitspannen

unit-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }
unit-business-days =
    { $count ->
        [one] { $count } Arbeitstag
       *[other] { $count } Arbeitstage
    }
unit-weeks =
    { $count ->
        [one] { $count } Woche
       *[other] { $count } Wochen
    }
unit-months =
    { $count ->
        [one] { $count } Monat
       *[other] { $count } Monate
    }
unit-years =
    { $count ->
        [one] { $count } Jahr
       *[other] { $count } Jahre
    }
