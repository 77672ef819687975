# Woorden over uitnodigingen om zich aan te sluiten.

rule-invitation-known =
    .no = wat van een uitnodiging wordt vastgelegd, gaat over een uitnodiging die er is
rule-invitation-new =
    .no = een id noemt één uitnodiging, en dezelfde vraag wordt iemand maar één keer tegelijk gesteld
rule-invitation-short =
    .no = de woorden van een uitnodiging, en van een antwoord daarop, passen op een bladzijde
rule-invitation-dated =
    .no = de dag waarop op antwoord wordt gehoopt, is niet voorbij
rule-invitation-open =
    .no = met een ingetrokken uitnodiging gebeurt niets meer
rule-invitation-unanswered =
    .no = wie bij de versie is aangesloten, heeft geantwoord, en een afgeslagen uitnodiging wordt niet opnieuw verstuurd

invitations = Uitnodigingen
invitations-lead = Aanbieders die zijn uitgenodigd zich bij een versie van een code aan te sluiten, en wat daarvan is geworden. Of iemand is aangesloten, komt uit het register.
invitations-empty = Er is nog niemand uitgenodigd. Nodig een aanbieder uit zich aan te sluiten; het antwoord staat dan hier.
invitations-none = Zo staat er geen uitnodiging voor. Kies een andere stand.
invitation = Uitnodiging
invitation-new = Uitnodigen om zich aan te sluiten
invitation-to = Uitgenodigd
invitation-sent-at = Verstuurd
invitation-last-sent-at = Laatst verstuurd
invitation-state-waiting = wacht op antwoord
invitation-state-lapsed = de gehoopte dag is voorbij
invitation-state-declared = aansluiting is verklaard
invitation-state-declined = afgeslagen
invitation-state-withdrawn = ingetrokken
invitation-organisation = Organisatie uit het register
invitation-organisation-hint = De naam of de id; het veld stelt voor wie hier geregistreerd is. Laat dit leeg voor iemand die hier niet is geregistreerd.
invitation-name = Of de naam van iemand die niet is geregistreerd
invitation-name-hint = Aansluiten kan zodra de organisatie is geregistreerd, of met een ondertekend pakket.
invitation-whom = Noem een organisatie uit het register, of iemand die er niet in staat.
invitation-email = Adres voor de brief
invitation-email-hint = Zonder adres gaat de brief naar wie hier voor de organisatie antwoordt, en wordt de link getoond om te overhandigen.
invitation-words = Woorden erbij
invitation-words-hint = Ze staan in de brief en op de bladzijde achter de link.
invitation-until = Antwoord gehoopt tot en met
invitation-until-hint = De wet noemt geen dag waarop moet zijn geantwoord. Ook na deze dag kan de uitnodiging worden gevolgd of afgeslagen.
invitation-no-deadline = dit is geen termijn van de wet
invitation-preview = Wat zou worden verstuurd
invitation-nothing-yet = Er is nog niets vastgelegd.
invitation-by-letter = Zodra u bevestigt, gaat dit per brief weg.
invitation-by-hand = Van hier gaan geen brieven weg: zodra u bevestigt, ziet u een link om te overhandigen.
invitation-send = Uitnodiging versturen
invitation-letters = { $count ->
    [0] Er gaat geen brief weg.
    [one] Er gaat één brief weg.
   *[other] Er gaan { $count } brieven weg.
}
invitation-link = Link naar de uitnodiging
invitation-link-hint = Dit wordt één keer getoond. Wie de link heeft, leest de uitnodiging en kan haar afslaan; toegang geeft hij niet.
invitation-hand-over = De uitnodiging { $id } wordt gelezen en afgeslagen op { $path } van het adres van deze instantie. Dit wordt één keer getoond: geef het aan wie is uitgenodigd.
invitation-again = Opnieuw versturen
invitation-again-hint = Er gaat nog een brief weg. De nieuwe link komt in de plaats van de vorige, die dan niets meer opent.
invitation-withdraw = Uitnodiging intrekken
invitation-withdraw-hint = De link uit de brief houdt meteen op. Dit kan niet ongedaan worden gemaakt; een andere uitnodiging sturen kan wel.
invitation-withdraw-reason = Reden, als die gezegd moet worden
invitation-how = Hoe u antwoordt
invitation-declare = Hier aansluiting verklaren, met een account dat de organisatie kan binden
invitation-package = Zonder account hier kan aansluiting worden verklaard met een ondertekend pakket aan wie dit heeft gestuurd.
invitation-free = Niemand hoeft te antwoorden. Wie afslaat, kan zich later nog altijd aansluiten.
invitation-decline = Afslaan
invitation-decline-reason = Reden, als u die wilt noemen
invitation-decline-hint = Wie u heeft uitgenodigd leest dit, en verder niemand.
invitation-decline-sure = Er is nog niets vastgelegd. Deze uitnodiging afslaan?
invitation-decline-confirm = Ja, afslaan
invitation-law-aia-56 = Volgens art. 56, lid 7, van de AI-verordening mag het AI-bureau elke aanbieder van zo’n model vragen een praktijkcode te volgen. Wie modellen zonder systeemrisico aanbiedt, kan het bij de verplichtingen van art. 53 laten, tenzij hij uitdrukkelijk de hele code wil.
invitation-law-aia-50-7 = Art. 50, lid 7, van de AI-verordening gaat over praktijkcodes voor kunstmatig gegenereerde inhoud. Een uitnodiging om zich daarbij aan te sluiten noemt het niet: deze berust op geen bepaling van de wet.
invitation-law-aia-95 = Art. 95 van de AI-verordening gaat over vrijwillige gedragscodes. Een uitnodiging om zich daarbij aan te sluiten noemt het niet: deze berust op geen bepaling van de wet.
done-invitation-declined = De uitnodiging is afgeslagen.
done-invitation-withdrawn = De uitnodiging is ingetrokken.
problem-no-invitation = hier is geen uitnodiging: zij is opnieuw verstuurd met een andere link, of ingetrokken
problem-no-secret = dit formulier is niet van deze server: open het opnieuw
mail-adhere = Uitnodiging om zich bij een code aan te sluiten
mail-adhere-begin = U bent uitgenodigd zich aan te sluiten bij { $code }.
mail-adhere-until = Op antwoord wordt gehoopt tot en met { $until }. Dit is geen termijn van de wet: u kunt later antwoorden, of helemaal niet.
mail-adhere-end =
    Wat de uitnodiging zegt, hoe u zich aansluit en hoe u afslaat:
    { $url }

    Houd dit adres voor uzelf: wie het heeft, kan voor u afslaan.
