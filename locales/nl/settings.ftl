# De instellingen van een instantie, en hun naslag.

settings-head = 
    # Configuratie

    Een instantie wordt ingesteld met `instance.toml` in haar map; de omgeving telt zwaarder dan het bestand, en `--listen` zwaarder dan beide.
    `adhere store settings` zegt wat waar is ingesteld, zonder geheimen.
    Een instelling of variabele die niet bestaat wordt geweigerd, en ook een waarde die niet kan.
    In het bestand is wat voor de punt staat een sectie: `web.listen` is `listen` in `[web]`.
    Een lijst is een array in het bestand, en in de omgeving gescheiden door komma's.
    De waarde van een geheim kan in een eigen bestand staan, dat de variabele noemt die op `_FILE` eindigt.
settings-columns = | instelling | variabele | wat zij kan zijn | standaard | waarvoor |
settings-other-variables = Deze variabelen zijn geen instellingen van een instantie:
setting-none = niet ingesteld
setting-is-secret = { " " }Zij wordt nooit getoond.
setting-kind-text = een tekst
setting-kind-long-text = een tekst van ten minste { $least } tekens
setting-kind-site = een adres zonder pad
setting-kind-issuer = een adres dat begint met `https://`, zoals `https://id.example.eu/realms/acme`
setting-kind-mail-server = het adres van een server voor brieven, zoals `smtps://name:password@mail.example.eu`
setting-kind-mail-address = een adres voor brieven
setting-kind-listen = een adres met zijn poort
setting-kind-networks = adressen en netwerken
setting-kind-number = een getal van { $least } tot { $most }
setting-origin = De naam van het logboek, die in elk controlepunt staat; zij kan nooit worden veranderd.
setting-database-url = De verbindingsgegevens van een PostgreSQL-database; zonder die is de database een bestand in de map.
setting-evidence-endpoint = Het adres van de objectopslag (S3) voor de bytes van bewijs; zonder dat staan zij in de map.
setting-evidence-bucket = De bucket.
setting-evidence-prefix = Wat voor elke sleutel staat, zodat een bucket kan worden gedeeld.
setting-evidence-region = De regio; veel servers negeren haar.
setting-evidence-access-key-id = De id van de toegangssleutel; zonder die geldt wat de machine voor S3 heeft gekregen.
setting-evidence-secret-access-key = Het geheim van de toegangssleutel.
setting-web-url = Het adres waarop mensen de instantie bereiken.
setting-web-listen = Waar wordt geluisterd; poort 0 neemt een vrije en toont haar.
setting-web-trusted-proxies = Proxy's waarvan `X-Forwarded-For` zegt waar een verzoek vandaan komt.
setting-web-connections = Hoeveel verbindingen hoogstens tegelijk open zijn; andere wachten.
setting-web-answer-seconds = Binnen hoeveel seconden een antwoord wordt gemaakt; daarna wordt het opgegeven, en dat wordt gezegd.
setting-web-drain-seconds = Hoeveel seconden nieuwe verzoeken nog worden beantwoord nadat het programma moest eindigen (SIGTERM).
setting-web-finish-seconds = Binnen hoeveel seconden wat begonnen is nog wordt beantwoord nadat geen verbindingen meer worden aangenomen; daarna wordt het opgegeven.
setting-web-upload-mebibytes = Hoeveel mebibytes aan bestanden één keer uploaden hooguit mag bevatten.
setting-web-requests-per-minute = Hoe vaak een programma per minuut met één token iets mag vragen; wie vaker vraagt, hoort wanneer het weer kan. Elke node telt voor zich.
setting-access-second-factor = Van wie een tweede factor wordt geëist: `optional`, van niemand; `binding`, van wie door rollen een organisatie kan binden, namens haar kan goedkeuren of anderen kan toelaten; `all`, van iedereen.
setting-mail-server = De server die brieven verstuurt, met naam en wachtwoord waar hij die vraagt; zonder worden geen brieven verstuurd en wordt getoond wat zij zouden zeggen.
setting-mail-from = Van wie brieven komen.
setting-openid-issuer = De issuer van de dienst voor OpenID Connect waarmee mensen zich aanmelden; zonder die melden zij zich alleen met een wachtwoord aan.
setting-openid-client-id = Waaraan die dienst deze instantie kent.
setting-openid-client-secret = Wat deze instantie aan die dienst toont om in te wisselen wat mensen ervandaan meebrengen.
setting-openid-label = Hoe mensen die dienst noemen, op de pagina om zich aan te melden; zonder naam haar host.
setting-openid-scopes = De scopes die naast `openid` worden gevraagd, met spaties ertussen; de dienst moet het adres noemen en of het is geverifieerd.
setting-packages-decide = Wie over pakketten beslist die kloppen: het programma aanvaardt ze `at-once` (meteen), of zij wachten op een facilitator (`by-hand`).
setting-log-format = In welke vorm wordt gemeld wat er gebeurt: regels voor mensen, of op elke regel een JSON-object.
setting-log-level = Hoeveel er wordt gemeld; `info` heeft een regel voor elk verzoek.
setting-metrics-token = Wie dit als bearer-token stuurt mag `/metrics` lezen; zonder token mogen programma's op dezelfde machine dat.
variable-store = De map van de instantie.
variable-passphrase-file = Een bestand met waarmee de sleutels zijn versleuteld.
variable-library = De map met officiële teksten van de wet.
variable-actor = Wie handelt bij opdrachten die iets vastleggen.
