# Wat `adhere store` zegt.

store-made = De instantie `{ $origin }` staat in { $folder }.
store-key = Het logboek ervan ondertekent met { $key }
store-place = Database: { $engine }, { $place }
store-size = Vermeldingen: { $size } (waarvan { $private } privé)
store-root = Wortel: { $root }
store-last = Laatste vermelding: { $at }
store-no-entries = Nog geen vermeldingen.
store-rebuilt = Opnieuw opgebouwd uit { $entries ->
        [one] één vermelding
       *[other] { $entries } vermeldingen
    }.
store-audit-looked = Bekeken: vermeldingen { $entries }, checkpoints { $checkpoints }, rijen die daaruit volgen { $rows }, bestanden met bewijsmateriaal { $blobs }.
store-audit-erased = Gewiste privévermeldingen: { $erased }
store-audit-clean = Alles is zoals het is ondertekend.
store-audit-found = Niet zoals het is ondertekend: { $count }
store-swept = Verwijderd: bestanden { $blobs }, bytes { $bytes }, uploads die nooit zijn voltooid { $uploads }
store-backed-up = Reservekopie gemaakt van { $size ->
        [one] één vermelding
       *[other] { $size } vermeldingen
    } met de wortel { $root } in { $folder }.
store-keys-left-out = De sleutels zitten er niet in: bewaar een kopie van { $folder } op een veilige plaats, want zonder die sleutels kan niemand vanuit de reservekopie verdergaan.
store-restored = Teruggezet: { $size ->
        [one] één vermelding
       *[other] { $size } vermeldingen
    } met de wortel { $root } in { $folder }.
store-restored-next = Er wordt nog niets mee ondertekend. Vraag de getuigen ervan (`adhere witness ask`), of zeg dat er na de reservekopie niets is vastgelegd (`adhere store confirm`).
store-confirmed = Het journaal gaat vanaf hier verder.
store-moved = Verplaatst: { $size ->
        [one] één vermelding
       *[other] { $size } vermeldingen
    } met de wortel { $root }. Het bestand { $folder } blijft zoals het was en legt niets meer vast.
store-key-rotated = De sleutel is vervangen; vermelding { $entry } zegt dat. Geef de nieuwe aan wie controleert.
store-key-old = Tot nu: { $key }
store-key-new = Vanaf nu: { $key }
store-keys-encrypted = Nu versleutelde sleutels: { $keys }
