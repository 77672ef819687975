# Was `adhere package` sagt.

package-sent = Paket { $package } ist für { $organisation }; übergeben Sie seine Datei.
package-filed = Eingereicht; geben Sie die Empfangsbestätigung zurück.
package-filed-before = Genau diese Datei wurde schon früher eingereicht; die Empfangsbestätigung ist die von damals.
package-refused = Abgelehnt [{ $code }]: { $reason }
package-was-accepted = Paket { $package } wurde angenommen.
package-was-refused = Paket { $package } wurde abgelehnt [{ $code }]: { $reason }
package-none = Ein solches Paket gibt es nicht.
package-shown-sent = Paket { $package } ({ $kind } über { $about }), gesendet an { $side } am { $at } (Eintrag { $entry }).
package-shown-received = Paket { $package } ({ $kind } über { $about }), empfangen von { $side } am { $at } (Eintrag { $entry }).
package-shown-refused = Es wurde abgelehnt [{ $code }], und nichts davon wird aufbewahrt.
package-shown-key = Signiert mit dem Schlüssel { $key } der Organisation; ob, wer den Schlüssel benutzte, die Organisation binden kann, zeigt das nicht.
package-shown-verified = Erneut zum Zeitpunkt des Empfangs geprüft, mit den Schlüsseln, Logs und Zeugen, die heute zählen: Es hält.
package-shown-unverified = Erneut zum Zeitpunkt des Empfangs geprüft, mit den Schlüsseln, Logs und Zeugen, die heute zählen: Es würde abgelehnt [{ $code }]: { $reason }
package-shown-not-verified = Hier nicht geprüft: Es wurde von hier gesendet, oder keine Richtlinie sagt, welche Logs zählen.
package-shown-hidden = Zurückgehalten: { $place }
package-shown-withheld = Höchstens { $most ->
        [one] eine Angabe ist
       *[other] { $most } Angaben sind
    } bei { $place } zurückgehalten.
package-shown-body = Es sagt:
package-shown-unanswered = Keine Antwort wurde eingereicht.
package-shown-accepted = Angenommen; die Empfangsbestätigung wurde am { $at } eingereicht (Eintrag { $entry }).
package-shown-answer-refused = Abgelehnt [{ $code }]: { $reason } Die Antwort wurde am { $at } eingereicht (Eintrag { $entry }).
package-filed-waiting = Abgelegt, und es wartet auf eine Entscheidung; geben Sie die Empfangsbestätigung zurück.
package-was-received = Das Paket { $package } ist eingegangen; was daraus wird, wird später entschieden.
package-is-accepted = Das Paket { $package } ist angenommen.
package-is-refused = Das Paket { $package } ist abgelehnt.
package-is-listed = { $provider } steht im Register von { $code }.
package-asked-last = Gefragt nach der zuletzt geschriebenen Datei des Pakets, { $digest }.
package-no-file = Dies ist keine Datei, die von Paket { $package } geschrieben wurde.
package-shown-arrived = Es ist eingegangen, und was daraus wird, wird später entschieden; die Empfangsbestätigung wurde um { $at } abgelegt (Eintrag { $entry }).
package = Paket
package-waiting = wartet auf eine Entscheidung
package-accepted = angenommen
package-refused-state = abgelehnt
package-accept = Annehmen
package-refuse = Ablehnen
package-refuse-lead = Der Absender erhält den Grund in einer unterzeichneten Antwort. Eine spätere Entscheidung tritt an die Stelle dieser; was für das Paket ins Register kam, wird zurückgenommen.
package-reason-hint = So, wie der Absender ihn lesen soll.
package-reason-missing = Sagen Sie, warum es abgelehnt wird.
package-basis = Bestimmung oder Teil des Kodex
package-basis-hint = Worauf der Grund beruht, etwa Art. 56 Abs. 7 oder eine Maßnahme.
package-digest = SHA-256 der Datei
package-verifying = Prüfung
package-key = Schlüssel
package-key-hint = Der Schlüssel zeigt, dass die Organisation unterzeichnet hat, und nicht, wer ihn benutzt hat.
package-says = Was es sagt
package-nothing-kept = Es wurde beim Eingang abgelehnt, und nichts davon wird aufbewahrt.
package-decisions = Entscheidungen
package-effect = Was die Annahme ändert
package-effect-nothing = Nichts im Register: Es erklärt keine Einhaltung. Was es sagt, bleibt hier aufbewahrt.
package-effect-withheld = Nichts im Register: „{ $part }“ wird zurückgehalten, und ohne das lässt sich keine Einhaltung aufführen.
package-effect-listed = Das Register führt { $provider } für { $code } auf: { $scope }, seit { $since }. Quelle: „{ $source }“.
package-effect-ended = Das Register führt { $provider } nicht als Unterzeichner von { $code } auf: Die Einhaltung ist beendet. Quelle: „{ $source }“.
mail-package-accepted = Ein Paket wurde angenommen
mail-package-accepted-body =
    Das Paket { $package }, das Ihre Organisation gesandt hat, wurde angenommen.

    Die unterzeichnete Antwort: adhere package ask { $package } --url { $site }
mail-package-refused = Ein Paket wurde abgelehnt
mail-package-refused-body =
    Das Paket { $package }, das Ihre Organisation gesandt hat, wurde abgelehnt.

    Der Grund steht in der unterzeichneten Antwort: adhere package ask { $package } --url { $site }
codes-followed = Wie Kodizes dastehen
codes-followed-lead = Die hier veröffentlichten Fassungen, wer sie einhält, und was zu ihren Maßnahmen berichtet wird.
codes-followed-empty = Hier ist noch keine Fassung eines Kodex veröffentlicht; wer die Rolle des Facilitators hat, veröffentlicht eine.
codes-version = Fassung
codes-published = Veröffentlicht
codes-declared = Hier erklärte Einhaltung dieser Fassung
codes-listed = Unterzeichner des Kodex nach dem Wort anderer
codes-read = Den Kodex lesen
codes-reporting = Berichtende Organisationen
codes-reported = Was zu jeder Maßnahme berichtet wird
codes-reported-lead = Wie viele Organisationen in ihren letzten angenommenen Erklärungen jeden Stand berichten; wer zu mehreren Modellen berichtet, kann in mehreren Spalten zählen. Was zurückgehalten wird, zählt nicht.
