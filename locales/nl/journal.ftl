# Wat `adhere journal` en `adhere witness` zeggen.

journal-nothing = Er is niets vastgelegd waarnaar wordt gevraagd.
journal-more = Meer: --before { $before }
witness-cosigned = Het checkpoint van { $log } voor { $size } vermeldingen is medeondertekend.
witness-conflict = { $log } is hier met { $size } vermeldingen gezien; vraag vanaf daar.
witness-fork = { $log } toont twee geschiedenissen, of een bewijs dat niet klopt: beide checkpoints worden als bewijsmateriaal bewaard in vermelding { $entry }.
witness-unknown = { $log } is niet een van de logboeken van het beleid.
witness-bad-signature = Het checkpoint is niet ondertekend met de sleutel die het beleid voor { $log } heeft: { $reason }
witness-kept = { $witness } heeft het checkpoint voor { $size } vermeldingen medeondertekend op { $at }.
witness-has-all = { $witness } heeft het nieuwste checkpoint al medeondertekend.
witness-none = Het beleid { $policy } noemt geen eigen getuige; er is niets gevraagd.
witness-failed = { $witness } kon niet worden gevraagd: { $reason }
serve-listening = Luistert op { $address }
journal-erase-goes = Alles wat over { $subject } is vastgelegd, wordt voorgoed gewist:
journal-erase-ask = Typ “{ $yes }” om door te gaan.
journal-erase-left = Er is niets gewist.
journal-erased = { $count ->
        [one] Eén vermelding
       *[other] { $count } vermeldingen
    } over { $subject } gewist; dat staat in vermelding { $entry }.
journal-stamp = { $size ->
        [one] één vermelding
       *[other] { $size } vermeldingen
    }: gestempeld uiterlijk op { $at } (vermelding { $entry })
journal-stamp-none = Er is geen checkpoint gestempeld.
journal-stamp-kept = { $authority } heeft het checkpoint gestempeld; het was er uiterlijk op { $at }.
journal-stamp-known = Deze tijdstempel van { $authority } wordt al bewaard; het checkpoint was er uiterlijk op { $at }.
