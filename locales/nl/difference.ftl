# Wat er veranderde tussen twee versies van een code.

difference-title = Van { $old } naar { $new }
difference-commitment = Verbintenissen: { $old } eerst, { $new } nu: { $fates }
difference-measure = Maatregelen: { $old } eerst, { $new } nu: { $fates }
difference-texts-not-compared = De ene versie heeft de volledige tekst en de andere een samenvatting: teksten worden niet vergeleken. Geef de volledige tekst met --old-text of --new-text.
difference-left-out = Openlijk weggelaten: niet meer { $removed }; nu { $added }
difference-none = Er is niets veranderd.
difference-note = noot:
difference-removed = verwijderd
difference-added = toegevoegd

fate-unchanged = ongewijzigd
fate-changed = gewijzigd
fate-renumbered = vernummerd
fate-moved = vernummerd en gewijzigd
fate-merged = samengevoegd
fate-split = gesplitst
fate-new = nieuw
fate-dropped = geschrapt
fate-lost = zonder een woord verdwenen
