# Wörter für den Zugang: Konten, Sitzungen, Token.

account-way-in = Das Passwort wird unter { $path } der Adresse dieser Instanz gesetzt, binnen sieben Tagen. Wer diese Zeile hat, kann das tun: geben Sie sie niemandem sonst.
account-has-password = Das Konto hat schon ein Passwort; nichts ist zu setzen.
account-closed = geschlossen
account-invited = eingeladen
account-without-password = ohne Passwort; die Einladung ist abgelaufen
account-with-identity = OpenID Connect
account-with-second-factor = Passwort und zweiter Faktor
account-with-password = Passwort

role-administrator = Verwaltung
role-facilitator = Moderation
role-chair = Vorsitz
role-provider-admin = Verwaltung des Anbieters
role-editor = Redaktion
role-approver = Freigabe
role-viewer = Lesen
role-auditor = Prüfung
role-may-bind-statutory-representative = Kann sie als gesetzliche Vertretung binden
role-may-bind-power-of-attorney = Kann sie mit Vollmacht binden

web-nav-work = Arbeitsbereich
web-error-signed-out = Melden Sie sich zuerst an
work-title = Ihre Arbeitsbereiche
work-inside = Arbeitsbereich
work-begin = Beginn
work-no-roles = Sie haben heute für keine Organisation eine Rolle. Die Verwaltung einer Organisation kann Ihnen eine geben.

access-sign-in = Anmelden
access-sign-out = Abmelden
access-sign-in-lead = Für Personen von Organisationen, die hier ihre Befolgung von Kodizes führen. Alles Öffentliche ist ohne Konto zu lesen.
access-cookie = Die Anmeldung speichert ein Cookie in Ihrem Browser; es endet, wenn Sie sich abmelden.
access-email = E-Mail-Adresse
access-password = Passwort
access-old-password = Passwort, das jetzt gilt
access-new-password = Neues Passwort
access-password-again = Neues Passwort, noch einmal
access-password-hint = Mindestens { $shortest } Zeichen; einige Wörter sind ein gutes Passwort.
access-differs = Die beiden Passwörter sind verschieden.
access-too-short = Ein Passwort hat mindestens { $shortest } Zeichen.
access-too-long = Ein Passwort hat höchstens { $longest } Bytes.
access-breached = Dieses Passwort, oder was ohne Wiederholung und ohne Ziffern und Zeichen an den Enden davon bleibt, wurde in Datenlecks gesehen oder ist sehr kurz. Nehmen Sie ein anderes.
access-own = Dieses Passwort ist aus Ihrem Namen oder Ihrer Adresse gemacht, oder aus den Namen dieser Website oder Ihrer Organisationen. Nehmen Sie ein anderes.
access-wrong-password = Das ist nicht das Passwort, das jetzt gilt.
access-set-password = Setzen Sie Ihr Passwort
access-change-password = Das Passwort ändern
access-invited-as = Ihr Konto:
access-code = Code
access-code-hint = Die sechs Ziffern, die Ihre Authenticator-App jetzt zeigt, oder einer Ihrer Wiederherstellungscodes.
access-code-title = Der Code Ihres zweiten Faktors
access-confirm = Bestätigen
access-account = Ihr Konto
access-sessions = Wo Sie angemeldet sind
access-browser = Browser
access-began = Seit
access-seen = Zuletzt benutzt
access-end = Ende
access-this-session = Dieser Browser
access-end-session = Dort abmelden
access-end-others = Überall sonst abmelden
access-second-factor = Zweiter Faktor
access-second-factor-is-set = Bei jeder Anmeldung wird ein Code Ihrer Authenticator-App verlangt.
access-second-factor-why = Mit einem zweiten Faktor öffnet ein gestohlenes Passwort allein nichts.
access-second-factor-set-up = Einen zweiten Faktor einrichten
access-remove-second-factor = Den zweiten Faktor entfernen
access-scan = Lesen Sie dieses Bild mit einer Authenticator-App ein und geben Sie den Code ein, den sie zeigt.
access-picture = Bild für eine Authenticator-App; der Text darunter sagt dasselbe
access-type-seed = Ohne Kamera geben Sie dies in die App ein:
access-open-app = Eine Authenticator-App auf diesem Gerät öffnen
access-recovery-codes = Wiederherstellungscodes
access-recovery-codes-once = Kopieren Sie diese Codes jetzt; sie werden nur dieses eine Mal gezeigt.
access-recovery-codes-lead = Wer das Gerät mit der Authenticator-App verliert, gibt einen dieser Codes anstelle des Codes der App ein. Jeder gilt einmal; bewahren Sie sie getrennt vom Gerät und vom Passwort auf.
access-recovery-codes-kept = Ich habe sie verwahrt: weiter
access-renew-codes = Neue Wiederherstellungscodes erzeugen
access-codes-left = { $left ->
    [one] Ein Wiederherstellungscode ist übrig.
   *[other] { $left } Wiederherstellungscodes sind übrig.
} Neue ersetzen alle früheren.
access-second-factor-demanded = Mit Ihren Rollen können Sie eine Organisation binden, für sie freigeben oder andere einlassen, oder eine Organisation verlangt es von Ihnen: Diese Instanz verlangt einen zweiten Faktor. Richten Sie einen ein, um weiterzumachen.
access-tokens = Token für Programme
access-tokens-lead = Ein Programm zeigt ein Token, statt sich anzumelden. Es darf nie mehr als Sie selbst, für eine Organisation, bis zu seinem Tag.
access-no-tokens = Sie haben keine Token.
access-token-issued = Kopieren Sie dieses Token jetzt; es wird nur dieses eine Mal gezeigt.
access-token-issue = Ein Token ausgeben
access-token-revoke = Widerrufen
access-token-name = Name
access-token-name-hint = Wofür es ist, etwa die Pipeline, die es benutzt.
access-token-name-missing = Geben Sie dem Token einen Namen.
access-token-organisation = Organisation
access-token-organisation-missing = Wählen Sie eine Organisation.
access-token-may = Darf
access-token-read = lesen
access-token-write = lesen und schreiben
access-token-may-missing = Wählen Sie, was es darf.
access-token-until = Erster Tag nicht mehr
access-token-until-hint = Binnen { $days } Tagen.
access-token-used = Zuletzt benutzt
access-token-never = nie
form-day-missing = Geben Sie einen Tag an.

done-password-set = Das Passwort ist gesetzt.
done-second-factor-set = Der zweite Faktor ist eingerichtet.
done-second-factor-removed = Der zweite Faktor ist entfernt.
done-session-ended = Dort abgemeldet.
done-token-revoked = Das Token ist widerrufen.

mail-invitation = Sie sind zu adhere eingeladen
mail-invitation-body =
    { $name } kann sich bei { $site } anmelden, sobald ein Passwort gesetzt ist, binnen sieben Tagen:

    { $url }

    Wer diese Adresse hat, kann das Passwort setzen. Haben Sie diesen Brief nicht erwartet, lassen Sie ihn liegen.
mail-password = Ein neues Passwort für adhere
mail-password-body =
    Jemand hat ein neues Passwort für Ihr Konto bei { $site } verlangt. Es kann binnen einer Stunde gesetzt werden:

    { $url }

    Waren Sie es nicht, lassen Sie diesen Brief liegen: nichts ändert sich.
access-forgotten = Ich habe mein Passwort vergessen
access-send-letter = Einen Brief schicken
access-no-letters = Diese Instanz verschickt keine Briefe: bitten Sie die Verwaltung Ihrer Organisation um einen neuen Zugang.
done-letter-asked = Hat diese Adresse ein Konto, so wurde ein Brief dorthin geschickt, mit dem ein neues Passwort gesetzt werden kann.
done-letter-sent = Ein Brief wurde geschickt.
