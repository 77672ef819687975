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
package-filed-waiting = Opgenomen, en het wacht op een beslissing; geef het ontvangstbewijs terug.
package-was-received = Pakket { $package } is ontvangen; wat ermee gebeurt, wordt later beslist.
package-is-accepted = Pakket { $package } is aanvaard.
package-is-refused = Pakket { $package } is geweigerd.
package-is-listed = { $provider } staat in het register van { $code }.
package-asked-last = Gevraagd naar het bestand van het pakket dat het laatst is geschreven, { $digest }.
package-no-file = Dit is geen bestand dat van pakket { $package } is geschreven.
package-shown-arrived = Het is ontvangen, en wat ermee gebeurt, wordt later beslist; het ontvangstbewijs is opgenomen op { $at } (vermelding { $entry }).
package = Pakket
package-waiting = wacht op een beslissing
package-accepted = aanvaard
package-refused-state = geweigerd
package-accept = Aanvaarden
package-refuse = Weigeren
package-refuse-lead = De afzender krijgt de reden in een ondertekend antwoord. Een latere beslissing komt in de plaats van deze; wat voor het pakket in het register is gezet, wordt teruggenomen.
package-reason-hint = Zoals de afzender die moet lezen.
package-reason-missing = Zeg waarom het wordt geweigerd.
package-basis = Bepaling of deel van de code
package-basis-hint = Waarop de reden berust, zoals art. 56, lid 7, of een maatregel.
package-digest = SHA-256 van het bestand
package-verifying = Verificatie
package-key = Sleutel
package-key-hint = De sleutel toont dat de organisatie heeft ondertekend, en niet wie hem gebruikte.
package-says = Wat het zegt
package-nothing-kept = Het is bij binnenkomst geweigerd, en er wordt niets van bewaard.
package-decisions = Beslissingen
package-effect = Wat aanvaarden verandert
package-effect-nothing = Niets in het register: het verklaart geen naleving. Wat het zegt, blijft hier bewaard.
package-effect-withheld = Niets in het register: “{ $part }” wordt achtergehouden, en zonder dat kan naleving niet worden vermeld.
package-effect-listed = Het register vermeldt { $provider } voor { $code }: { $scope }, sinds { $since }. Bron: “{ $source }”.
package-effect-ended = Het register vermeldt { $provider } niet als ondertekenaar van { $code }: de naleving is geëindigd. Bron: “{ $source }”.
mail-package-accepted = Een pakket is aanvaard
mail-package-accepted-body =
    Het pakket { $package } dat uw organisatie heeft gezonden, is aanvaard.

    Het ondertekende antwoord: adhere package ask { $package } --url { $site }
mail-package-refused = Een pakket is geweigerd
mail-package-refused-body =
    Het pakket { $package } dat uw organisatie heeft gezonden, is geweigerd.

    De reden staat in het ondertekende antwoord: adhere package ask { $package } --url { $site }
codes-followed = Hoe codes ervoor staan
codes-followed-lead = De versies die hier zijn gepubliceerd, wie ze naleeft, en wat over hun maatregelen wordt gerapporteerd.
codes-followed-empty = Hier is nog geen versie van een code gepubliceerd; wie de rol van facilitator heeft, publiceert er een.
codes-version = Versie
codes-published = Gepubliceerd
codes-declared = Naleving van deze versie hier verklaard
codes-listed = Ondertekenaars van de code volgens anderen
codes-read = De code lezen
codes-reporting = Organisaties die rapporteren
codes-reported = Wat over elke maatregel wordt gerapporteerd
codes-reported-lead = Hoeveel organisaties elke stand rapporteren in hun laatste aanvaarde verklaringen; wie over meer modellen rapporteert, kan in meer kolommen tellen. Wat wordt achtergehouden, telt niet.
