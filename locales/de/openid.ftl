# Wörter für das Anmelden mit einem Dienst für OpenID Connect.

openid-enter = Mit { $service } anmelden
openid-or = Auf dem Weg dorthin und zurück wird ein zweites Cookie aufbewahrt, höchstens zehn Minuten lang. Oder melden Sie sich mit dem Passwort an, das Sie hier gesetzt haben:
openid-refused = { $service } hat Sie nicht angemeldet. Versuchen Sie es noch einmal, oder melden Sie sich mit Ihrem Passwort an.
openid-not-let-in = Diese Anmeldung öffnet hier kein Konto. Sie werden eingelassen, wenn Sie an eine Adresse eingeladen wurden, die { $service } als Ihre nennt und bestätigt hat, und wenn Ihr Konto dort nicht mit jemand anderem verknüpft ist. Fragen Sie, wer Sie eingeladen hat, oder melden Sie sich mit Ihrem Passwort an. Warten Sie nach zu vielen Versuchen eine Viertelstunde.
openid-not-sent = Dieser Weg zurück wurde schon benutzt, ist älter als zehn Minuten oder gehört zu einem anderen Browser. Beginnen Sie noch einmal.
openid-away = { $service } ist gerade nicht zu erreichen. Versuchen Sie es in einigen Minuten noch einmal, oder melden Sie sich mit Ihrem Passwort an.
openid-untrusted = Was { $service } geantwortet hat, ist nicht vertrauenswürdig; deshalb wurde niemand angemeldet. Versuchen Sie es noch einmal; bleibt es so, nennen Sie einem Administrator dieser Seite, wann es geschah.
openid-linked = Sie können sich mit { $service } anmelden, seit { $moment }.
openid-not-linked = Wenn Sie sich zum ersten Mal mit { $service } anmelden und dort die Adresse dieses Kontos als Ihre bestätigte Adresse bekannt ist, werden beide verknüpft.
openid-unlink = Verknüpfung lösen
openid-only-way-in = Sie haben kein Passwort gesetzt: ohne diese Verknüpfung ließe Sie nichts herein. Setzen Sie zuerst eines; „Ich habe mein Passwort vergessen“ auf der Seite zum Anmelden schickt Ihnen einen Brief mit einem Weg dorthin, oder fragen Sie, wer Sie eingeladen hat.
done-openid-unlinked = Verknüpfung gelöst: die Anmeldung dort öffnet dieses Konto nicht mehr, außer Sie verknüpfen es wieder, indem Sie sich dort anmelden.
