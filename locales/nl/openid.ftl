# Woorden voor het aanmelden met een dienst voor OpenID Connect.

openid-enter = Aanmelden met { $service }
openid-or = Op de weg daarheen en terug wordt een tweede cookie bewaard, hoogstens tien minuten. Of meld u aan met het wachtwoord dat u hier hebt ingesteld:
openid-refused = { $service } heeft u niet aangemeld. Probeer het opnieuw, of meld u aan met uw wachtwoord.
openid-not-let-in = Met die aanmelding wordt hier geen account geopend. U wordt binnengelaten als u bent uitgenodigd op een adres dat volgens { $service } van u is en dat zij heeft geverifieerd, en als uw account daar niet aan iemand anders is gekoppeld. Vraag wie u heeft uitgenodigd, of meld u aan met uw wachtwoord. Wacht na te veel pogingen een kwartier.
openid-not-sent = Deze weg terug is al gebruikt, is ouder dan tien minuten of hoort bij een andere browser. Begin opnieuw.
openid-away = { $service } is op dit moment niet bereikbaar. Probeer het over enkele minuten opnieuw, of meld u aan met uw wachtwoord.
openid-untrusted = Wat { $service } antwoordde is niet te vertrouwen; daarom is niemand aangemeld. Probeer het opnieuw; blijft het zo, noem dan een beheerder van deze site het tijdstip waarop het gebeurde.
openid-linked = U kunt zich aanmelden met { $service }, sinds { $moment }.
openid-not-linked = De eerste keer dat u zich aanmeldt met { $service }, en het adres van dit account daar als geverifieerd adres van u bekend is, worden beide gekoppeld.
openid-unlink = Ontkoppelen
openid-only-way-in = U hebt geen wachtwoord ingesteld: zonder deze koppeling zou niets u binnenlaten. Stel er eerst een in; met “Ik ben mijn wachtwoord vergeten” op de pagina om u aan te melden krijgt u een brief met een weg daarheen, of vraag wie u heeft uitgenodigd.
done-openid-unlinked = Ontkoppeld: aanmelden daar opent dit account niet meer, tenzij u het opnieuw koppelt door u daar aan te melden.
