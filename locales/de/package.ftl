# Was `adhere package` sagt.

package-sent = Paket { $package } ist für { $organisation }; übergeben Sie seine Datei.
package-filed = Eingereicht; geben Sie die Empfangsbestätigung zurück.
package-filed-before = Genau diese Datei wurde schon früher eingereicht; die Empfangsbestätigung ist die von damals.
package-refused = Abgelehnt [{ $code }]: { $reason }
package-was-accepted = Paket { $package } wurde angenommen.
package-was-refused = Paket { $package } wurde abgelehnt [{ $code }]: { $reason }
package-none = Ein solches Paket gibt es nicht.
