# Indikatoren: wie sie gezeigt werden, was ihre Vorlagen sagen und wie ihre Prüfung endet.

kpi-compiled = { $set } für { $code }: { $indicators ->
        [one] ein Indikator
       *[other] { $indicators } Indikatoren
    }
    sha256 { $digest }
kpi-not-compiled = { $errors ->
        [one] ein Fehler
       *[other] { $errors } Fehler
    }: der Indikatorensatz lässt sich nicht kompilieren
kpi-valid = { $provider }, { $period }: { $values ->
        [one] ein Wert
       *[other] { $values } Werte
    }, gültig gemessen an { $set }
kpi-invalid = { $errors ->
        [one] ein Fehler
       *[other] { $errors } Fehler
    }: der Bericht wird nicht übernommen

# Ein Indikator, wie er gezeigt wird

kpi-label-serves = dient:
kpi-label-kind = Wert:
kpi-label-unit = Einheit:
kpi-label-direction = besser:
kpi-label-period = berichtet:
kpi-label-sizes = von:
kpi-label-target = Zielwert:
kpi-label-method = Methode:
kpi-label-numerator = Zähler:
kpi-label-denominator = Nenner:
kpi-label-not-available = nicht verfügbar:
kpi-label-entry = Eintrag:
kpi-label-breakdown = aufgeschlüsselt:
kpi-label-formula = Formel:

kpi-kind-share = Anteil in Prozent
kpi-kind-count = Anzahl
kpi-kind-number = Zahl
kpi-kind-days = Tage
kpi-kind-yes-no = ja oder nein
kpi-kind-choice = eines aus einer Liste
kpi-kind-text = Text

kpi-direction-higher = höher
kpi-direction-lower = niedriger
kpi-direction-neutral = weder noch

kpi-period-yearly = jährlich
kpi-period-half-yearly = halbjährlich
kpi-period-quarterly = vierteljährlich
kpi-period-monthly = monatlich
kpi-period-per-event = für jedes Ereignis

# Die Vorlage eines Berichts

kpi-head-code = Der Kodex, um den es in dem Bericht geht
kpi-head-set = Der Indikatorensatz
kpi-head-digest = Der SHA-256 des Indikatorensatzes, mit dem der Bericht an der richtigen Version gemessen wird
kpi-head-period = Der Zeitraum des Berichts
kpi-head-size = Die Größenklasse des Anbieters: micro, small, medium, smc (kleines Midcap-Unternehmen) oder large
kpi-head-provider = Die Firma des Anbieters

kpi-column-required-for = Die Größenklassen, die die Zeile ausfüllen müssen. Sie wird nicht gelesen.
kpi-column-indicator = Die Kennung des Indikators.
kpi-column-title = Sein Titel. Er wird nicht gelesen.
kpi-column-unit = Die Einheit des Werts.
kpi-column-period = Der Zeitraum, für den der Wert gilt. Bei einem Ereignis dessen Tag, etwa 2026-05-03.
kpi-column-breakdown = Wonach der Wert aufgeschlüsselt ist; leer für die Gesamtsumme.
kpi-column-entry = Der Eintrag der Aufschlüsselung, für den der Wert gilt.
kpi-column-value = Der Wert: Ziffern mit Punkt für Zahlen, yes oder no, ein Eintrag der Liste oder Text.
kpi-column-numerator = Bei einem Anteil: was über dem Strich gezählt wird.
kpi-column-denominator = Bei einem Anteil: was unter dem Strich gezählt wird.
kpi-column-quality = Wie gut der Wert ist: measured, sampled, modelled, estimated oder partial.
kpi-column-method-note = Wie der Wert zustande kam; erforderlich, sofern er nicht gemessen ist.
kpi-column-not-available = Warum es keinen Wert gibt, anstelle eines solchen.

kpi-quality-measured = Vollständig gezählt oder gemessen, nach der Methode des Indikators.
kpi-quality-sampled = An einer Stichprobe gemessen; die Anmerkung zur Methode sagt, wie sie gezogen wurde und wie groß sie ist.
kpi-quality-modelled = Durch ein Modell aus anderen Zahlen berechnet; die Anmerkung zur Methode nennt das Modell und die Zahlen.
kpi-quality-estimated = Nach Ermessen geschätzt; die Anmerkung zur Methode sagt, von wem und auf welcher Grundlage.
kpi-quality-partial = Für einen Teil dessen gemessen, worum es beim Indikator geht; die Anmerkung zur Methode sagt, für welchen.

kpi-instruction-head = Tragen Sie auf dem Blatt Report ein, wer berichtet, und dort nichts anderes.
kpi-instruction-rows = Füllen Sie auf dem Blatt Values die Zeile jeder Zahl aus. Nur die farbigen Zellen sind auszufüllen.
kpi-instruction-values = Jede Zeile hat entweder einen Wert mit seiner Qualität oder den Grund, warum es keinen gibt. Ein Anteil hat auch seinen Zähler und Nenner und ist, was diese ergeben, gerundet.
kpi-instruction-not-available = Das Blatt Indicators sagt, wie jede Zahl gemessen wird und wann sie als nicht verfügbar gilt.
kpi-instruction-open-rows = Zeilen mit leerem Zeitraum oder leerem Eintrag sind für Ereignisse oder für eigene Einträge wie Modelle: Füllen Sie so viele aus, wie es gibt, kopieren Sie sie, wenn es zu wenige sind, und lassen Sie die übrigen leer.
kpi-instruction-formulas = Geben Sie Werte ein. Formeln werden nicht berechnet und werden abgelehnt.
kpi-instruction-validate = Prüfen Sie die ausgefüllte Datei mit: adhere kpi validate FILE --code CODE

kpi-heading-indicator = Indikator
kpi-heading-title = Titel
kpi-heading-method = Methode
kpi-heading-numerator = Zähler
kpi-heading-denominator = Nenner
kpi-heading-not-available = Nicht verfügbar, wenn
kpi-heading-target = Zielwert
kpi-heading-note = Für diese Größenklasse

kpi-cell-hint = Zur Methode siehe das Blatt Indicators.
kpi-cell-refused = Diese Zelle nimmt das nicht an; siehe das Blatt Instructions.
