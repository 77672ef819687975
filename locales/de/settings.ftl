# Die Einstellungen einer Instanz und ihr Verzeichnis.

settings-head = 
    # Konfiguration

    Eine Instanz wird durch `instance.toml` in ihrem Ordner eingestellt; die Umgebung zählt mehr als die Datei, und `--listen` mehr als beide.
    `adhere store settings` sagt, was wo eingestellt ist, ohne Geheimnisse.
    Eine Einstellung oder Variable, die es nicht gibt, wird abgelehnt, ebenso ein Wert, der nicht sein kann.
    In der Datei ist, was vor dem Punkt steht, ein Abschnitt: `web.listen` ist `listen` in `[web]`.
    Eine Liste ist in der Datei ein Array und in der Umgebung durch Kommas getrennt.
    Der Wert eines Geheimnisses kann in einer eigenen Datei stehen, die die Variable nennt, die auf `_FILE` endet.
settings-columns = | Einstellung | Variable | was sie sein kann | von selbst | wofür |
settings-other-variables = Diese Variablen sind keine Einstellungen einer Instanz:
setting-none = nicht eingestellt
setting-is-secret = { " " }Sie wird nie gezeigt.
setting-kind-text = ein Text
setting-kind-long-text = ein Text von mindestens { $least } Zeichen
setting-kind-site = eine Adresse ohne Pfad
setting-kind-issuer = eine Adresse, die mit `https://` beginnt, etwa `https://id.example.eu/realms/acme`
setting-kind-mail-server = die Adresse eines Servers für Briefe, etwa `smtps://name:password@mail.example.eu`
setting-kind-mail-address = eine Adresse für Briefe
setting-kind-listen = eine Adresse mit ihrem Port
setting-kind-networks = Adressen und Netze
setting-kind-number = eine Zahl von { $least } bis { $most }
setting-origin = Der Name des Logs, der in jedem Checkpoint steht; er kann nie geändert werden.
setting-database-url = Die Verbindungsdaten einer PostgreSQL-Datenbank; ohne sie ist die Datenbank eine Datei im Ordner.
setting-evidence-endpoint = Die Adresse des Objektspeichers (S3) für die Bytes von Nachweisen; ohne sie liegen sie im Ordner.
setting-evidence-bucket = Der Bucket.
setting-evidence-prefix = Was vor jedem Schlüssel steht, damit ein Bucket geteilt werden kann.
setting-evidence-region = Die Region; viele Server beachten sie nicht.
setting-evidence-access-key-id = Die Kennung des Zugangsschlüssels; ohne sie gilt, was die Maschine für S3 bekommen hat.
setting-evidence-secret-access-key = Das Geheimnis des Zugangsschlüssels.
setting-web-url = Die Adresse, unter der Menschen die Instanz erreichen.
setting-web-listen = Wo gelauscht wird; Port 0 nimmt einen freien und nennt ihn.
setting-web-trusted-proxies = Proxys, deren `X-Forwarded-For` sagt, woher eine Anfrage kommt.
setting-web-connections = Wie viele Verbindungen höchstens zugleich offen sind; andere warten.
setting-web-answer-seconds = Innerhalb wie vieler Sekunden geantwortet wird; danach wird es aufgegeben, und das wird gesagt.
setting-web-drain-seconds = Wie viele Sekunden neue Anfragen noch beantwortet werden, nachdem das Programm enden soll (SIGTERM).
setting-web-finish-seconds = Innerhalb wie vieler Sekunden Begonnenes noch beantwortet wird, wenn keine Verbindungen mehr angenommen werden; danach wird es aufgegeben.
setting-web-upload-mebibytes = Wie viele Mebibyte an Dateien ein Hochladen höchstens umfasst.
setting-web-requests-per-minute = Wie oft ein Programm in einer Minute mit einem Token anfragen darf; wer öfter anfragt, erfährt, wann er es wieder kann. Jeder Knoten zählt für sich.
setting-access-second-factor = Von wem ein zweiter Faktor verlangt wird: `optional`, von niemandem; `binding`, von denen, die durch ihre Rollen eine Organisation binden, für sie freigeben oder andere einlassen können; `all`, von allen.
setting-mail-server = Der Server, der Briefe verschickt, mit Name und Passwort, wo er danach fragt; ohne ihn werden keine Briefe verschickt, und gezeigt wird, was sie sagen würden.
setting-mail-from = Von wem Briefe kommen.
setting-openid-issuer = Der Issuer des Dienstes für OpenID Connect, mit dem Menschen sich anmelden; ohne ihn melden sie sich nur mit einem Passwort an.
setting-openid-client-id = Woran jener Dienst diese Instanz erkennt.
setting-openid-client-secret = Was diese Instanz jenem Dienst zeigt, um einzulösen, was Menschen von dort mitbringen.
setting-openid-label = Wie Menschen jenen Dienst nennen, auf der Seite zum Anmelden; ohne Namen sein Host.
setting-openid-scopes = Die Scopes, die neben `openid` verlangt werden, mit Leerzeichen dazwischen; der Dienst muss die Adresse nennen und ob sie bestätigt ist.
setting-packages-decide = Wer über Pakete entscheidet, die stimmen: Das Programm nimmt sie `at-once` (sofort) an, oder sie warten auf einen Moderator (`by-hand`).
setting-log-format = In welcher Form gemeldet wird, was geschieht: Zeilen für Menschen oder ein JSON-Objekt in jeder Zeile.
setting-log-level = Wie viel gemeldet wird; `info` hat eine Zeile für jede Anfrage.
setting-metrics-token = Wer dies als Bearer-Token schickt, darf `/metrics` lesen; ohne Token dürfen es Programme auf derselben Maschine.
variable-store = Der Ordner der Instanz.
variable-passphrase-file = Eine Datei mit dem, womit die Schlüssel verschlüsselt sind.
variable-library = Der Ordner mit amtlichen Texten des Rechts.
variable-actor = Wer bei Befehlen handelt, die etwas aufzeichnen.
