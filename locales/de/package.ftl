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
