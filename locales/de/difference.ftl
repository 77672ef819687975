# Was sich zwischen zwei Versionen eines Kodex geändert hat.

difference-title = Von { $old } zu { $new }
difference-commitment = Verpflichtungen: { $old } vorher, { $new } jetzt: { $fates }
difference-measure = Maßnahmen: { $old } vorher, { $new } jetzt: { $fates }
difference-texts-not-compared = Eine Version hat den vollständigen Text, die andere eine Zusammenfassung: Texte werden nicht verglichen. Geben Sie den vollständigen Text mit --old-text oder --new-text an.
difference-left-out = Ausdrücklich ausgelassen: nicht mehr { $removed }; jetzt { $added }
difference-none = Nichts hat sich geändert.
difference-note = Hinweis:
difference-removed = entfernt
difference-added = hinzugefügt

fate-unchanged = unverändert
fate-changed = geändert
fate-renumbered = neu nummeriert
fate-moved = neu nummeriert und geändert
fate-merged = zusammengelegt
fate-split = aufgeteilt
fate-new = neu
fate-dropped = gestrichen
fate-lost = ohne ein Wort verschwunden
