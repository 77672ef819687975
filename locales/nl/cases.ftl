# Words about cases, complaints and the calendar.

rule-case-known =
    .no = wat van een dossier wordt vastgelegd, gaat over een dossier dat de aanbieder heeft
rule-case-new =
    .no = een id noemt één dossier
rule-case-grounded =
    .no = een dossier wordt bijgehouden onder een gepubliceerde versie van een code die over dossiers van die soort gaat
rule-case-harm =
    .no = een ernstig incident heeft geleid tot een van de gevolgen waaraan de wet het herkent
rule-case-step-fits =
    .no = een dossier heeft de stappen van zijn soort
rule-case-step-once =
    .no = elke stap wordt één keer gezet; alleen tussentijdse verslagen komen terug
rule-case-step-follows =
    .no = een tussentijds verslag volgt op het eerste, en het eindverslag op de oplossing
rule-case-dated =
    .no = wat van een dossier wordt vastgelegd, gebeurde nadat het bekend werd, en niet in de toekomst
rule-case-open =
    .no = stappen worden in een open dossier gezet, een open dossier wordt gesloten, en een gesloten dossier wordt heropend
rule-case-adheres =
    .no = een klacht gaat naar een aanbieder die zich bij een code heeft aangesloten, voor zover die hem klachten laat behandelen
