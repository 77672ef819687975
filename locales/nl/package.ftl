# Wat `adhere package` zegt.

package-sent = Pakket { $package } is voor { $organisation }; draag het bestand ervan over.
package-filed = Opgenomen; geef de ontvangstbevestiging terug.
package-filed-before = Precies dit bestand is al eerder opgenomen; de ontvangstbevestiging is die van toen.
package-refused = Geweigerd [{ $code }]: { $reason }
package-was-accepted = Pakket { $package } is aanvaard.
package-was-refused = Pakket { $package } is geweigerd [{ $code }]: { $reason }
package-none = Er is geen dergelijk pakket.
package-shown-sent = Pakket { $package } ({ $kind } over { $about }), verzonden aan { $side } op { $at } (vermelding { $entry }).
package-shown-received = Pakket { $package } ({ $kind } over { $about }), ontvangen van { $side } op { $at } (vermelding { $entry }).
package-shown-refused = Het is geweigerd [{ $code }], en er wordt niets van bewaard.
package-shown-key = Ondertekend met de sleutel { $key } van de organisatie; of wie de sleutel gebruikte de organisatie kan binden, blijkt daar niet uit.
package-shown-verified = Opnieuw geverifieerd naar het moment van ontvangst, met de sleutels, logboeken en getuigen die vandaag tellen: het klopt.
package-shown-unverified = Opnieuw geverifieerd naar het moment van ontvangst, met de sleutels, logboeken en getuigen die vandaag tellen: het zou worden geweigerd [{ $code }]: { $reason }
package-shown-not-verified = Hier niet geverifieerd: het is hiervandaan verzonden, of geen beleid zegt welke logboeken tellen.
package-shown-hidden = Achtergehouden: { $place }
package-shown-withheld = Ten hoogste { $most ->
        [one] één gegeven is
       *[other] { $most } gegevens zijn
    } achtergehouden bij { $place }.
package-shown-body = Het zegt:
package-shown-unanswered = Er is geen antwoord opgenomen.
package-shown-accepted = Aanvaard; de ontvangstbevestiging is opgenomen op { $at } (vermelding { $entry }).
package-shown-answer-refused = Geweigerd [{ $code }]: { $reason } Het antwoord is opgenomen op { $at } (vermelding { $entry }).
