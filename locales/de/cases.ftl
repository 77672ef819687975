# Words about cases, complaints and the calendar.

rule-case-known =
    .no = was zu einem Fall aufgezeichnet wird, betrifft einen, den der Anbieter hat
rule-case-new =
    .no = eine Kennung benennt einen einzigen Fall
rule-case-grounded =
    .no = ein Fall wird unter einer veröffentlichten Version eines Kodex geführt, die Fälle seiner Art regelt
rule-case-harm =
    .no = ein schwerwiegender Vorfall hatte eine der Folgen, an denen das Gesetz ihn erkennt
rule-case-step-fits =
    .no = ein Fall hat die Schritte seiner Art
rule-case-step-once =
    .no = jeder Schritt wird einmal getan; nur Zwischenberichte wiederholen sich
rule-case-step-follows =
    .no = ein Zwischenbericht folgt auf den ersten Bericht, und der Abschlussbericht auf die Behebung
rule-case-dated =
    .no = was zu einem Fall aufgezeichnet wird, geschah nach seinem Bekanntwerden und nicht in der Zukunft
rule-case-open =
    .no = Schritte werden in einem offenen Fall getan, ein offener wird geschlossen, ein geschlossener wieder geöffnet
rule-case-adheres =
    .no = eine Beschwerde geht an einen Anbieter, der einen Kodex in einem Umfang befolgt, nach dem er sich mit Beschwerden befasst
