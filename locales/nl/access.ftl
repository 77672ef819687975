# Woorden om binnen te komen: accounts, sessies, tokens.

account-way-in = Stel het wachtwoord in op { $path } van het adres van deze instantie, binnen zeven dagen. Wie deze regel heeft, kan dat doen: geef hem aan niemand anders.
account-has-password = Het account heeft al een wachtwoord; er hoeft niets te worden ingesteld.
account-closed = gesloten
account-invited = uitgenodigd
account-without-password = zonder wachtwoord; de uitnodiging is verlopen
account-with-identity = OpenID Connect
account-with-second-factor = wachtwoord en tweede factor
account-with-password = wachtwoord

role-administrator = Beheerder
role-facilitator = Facilitator
role-chair = Voorzitter
role-provider-admin = Beheerder van de aanbieder
role-editor = Redacteur
role-approver = Goedkeurder
role-viewer = Lezer
role-auditor = Auditor
role-may-bind-statutory-representative = Kan haar binden als statutair vertegenwoordiger
role-may-bind-power-of-attorney = Kan haar binden met volmacht

web-nav-work = Werkruimte
web-error-signed-out = Meld u eerst aan
work-title = Uw werkruimten
work-inside = Werkruimte
work-begin = Begin
work-no-roles = U hebt vandaag voor geen organisatie een rol. Een beheerder van een organisatie kan u er een geven.

access-sign-in = Aanmelden
access-sign-out = Afmelden
access-sign-in-lead = Voor mensen van organisaties die hier hun aansluiting bijhouden. Alles wat openbaar is, kan zonder account worden gelezen.
access-cookie = Aanmelden bewaart één cookie in uw browser; hij eindigt als u zich afmeldt.
access-email = E-mailadres
access-password = Wachtwoord
access-old-password = Wachtwoord dat nu geldt
access-new-password = Nieuw wachtwoord
access-password-again = Nieuw wachtwoord, nog eens
access-password-hint = Ten minste { $shortest } tekens; enkele woorden zijn een goed wachtwoord.
access-differs = De twee wachtwoorden verschillen.
access-too-short = Een wachtwoord heeft ten minste { $shortest } tekens.
access-too-long = Een wachtwoord heeft hoogstens { $longest } bytes.
access-breached = Dit wachtwoord, of wat ervan overblijft zonder herhaling en zonder cijfers en tekens aan de uiteinden, is in lekken gezien of is heel kort. Neem een ander.
access-own = Dit wachtwoord is gemaakt van uw naam of adres, of van de namen van deze site of van uw organisaties. Neem een ander.
access-wrong-password = Dit is niet het wachtwoord dat nu geldt.
access-set-password = Stel uw wachtwoord in
access-change-password = Het wachtwoord wijzigen
access-invited-as = Uw account:
access-code = Code
access-code-hint = De zes cijfers die uw authenticator-app nu toont, of een van uw herstelcodes.
access-code-title = De code van uw tweede factor
access-confirm = Bevestigen
access-account = Uw account
access-sessions = Waar u bent aangemeld
access-browser = Browser
access-began = Sinds
access-seen = Laatst gebruikt
access-end = Einde
access-this-session = Deze browser
access-end-session = Daar afmelden
access-end-others = Overal elders afmelden
access-second-factor = Tweede factor
access-second-factor-is-set = Bij elke aanmelding wordt een code van uw authenticator-app gevraagd.
access-second-factor-why = Met een tweede factor opent een gestolen wachtwoord alleen niets.
access-second-factor-set-up = Een tweede factor instellen
access-remove-second-factor = De tweede factor verwijderen
access-scan = Scan deze afbeelding met een authenticator-app en typ de code die hij toont.
access-picture = Afbeelding voor een authenticator-app; de tekst eronder zegt hetzelfde
access-type-seed = Zonder camera typt u dit in de app:
access-open-app = Een authenticator-app op dit apparaat openen
access-recovery-codes = Herstelcodes
access-recovery-codes-once = Kopieer deze codes nu; ze worden alleen deze keer getoond.
access-recovery-codes-lead = Wie het apparaat met de authenticator-app kwijtraakt, typt een van deze codes in plaats van de code van de app. Elke code geldt één keer; bewaar ze apart van het apparaat en van het wachtwoord.
access-recovery-codes-kept = Ik heb ze bewaard: verder
access-renew-codes = Nieuwe herstelcodes maken
access-codes-left = { $left ->
    [one] Er is nog één herstelcode over.
   *[other] Er zijn nog { $left } herstelcodes over.
} Nieuwe codes vervangen alle eerdere.
access-second-factor-demanded = Met uw rollen kunt u een organisatie binden, namens haar goedkeuren of anderen toelaten, of een organisatie verlangt het van u: deze installatie vraagt om een tweede factor. Stel er een in om verder te gaan.
access-tokens = Tokens voor programma's
access-tokens-lead = Een programma toont een token in plaats van zich aan te melden. Het mag nooit meer dan u zelf, voor één organisatie, tot zijn dag.
access-no-tokens = U hebt geen tokens.
access-token-issued = Kopieer dit token nu; het wordt alleen deze keer getoond.
access-token-issue = Een token uitgeven
access-token-revoke = Intrekken
access-token-name = Naam
access-token-name-hint = Waarvoor het is, zoals de pijplijn die het gebruikt.
access-token-name-missing = Geef het token een naam.
access-token-organisation = Organisatie
access-token-organisation-missing = Kies een organisatie.
access-token-may = Mag
access-token-read = lezen
access-token-write = lezen en schrijven
access-token-may-missing = Kies wat het mag.
access-token-until = Eerste dag niet meer
access-token-until-hint = Binnen { $days } dagen.
access-token-used = Laatst gebruikt
access-token-never = nooit
form-day-missing = Geef een dag.

done-password-set = Het wachtwoord is ingesteld.
done-second-factor-set = De tweede factor is ingesteld.
done-second-factor-removed = De tweede factor is verwijderd.
done-session-ended = Daar afgemeld.
done-token-revoked = Het token is ingetrokken.

mail-invitation = U bent uitgenodigd voor adhere
mail-invitation-body =
    { $name } kan zich bij { $site } aanmelden zodra er een wachtwoord is ingesteld, binnen zeven dagen:

    { $url }

    Wie dit adres heeft, kan het wachtwoord instellen. Verwachtte u deze brief niet, laat hem dan.
mail-password = Een nieuw wachtwoord voor adhere
mail-password-body =
    Iemand vroeg om een nieuw wachtwoord voor uw account bij { $site }. Het kan binnen een uur worden ingesteld:

    { $url }

    Was u het niet, laat deze brief dan: er verandert niets.
access-forgotten = Ik ben mijn wachtwoord vergeten
access-send-letter = Een brief sturen
access-no-letters = Deze instantie verstuurt geen brieven: vraag een beheerder van uw organisatie om een nieuwe toegang.
done-letter-asked = Als dit adres een account heeft, is er een brief naartoe gestuurd waarmee een nieuw wachtwoord kan worden ingesteld.
done-letter-sent = Er is een brief verstuurd.
