# Wörter für das, was abgelehnt wird: eine Nachricht für jeden Grund, mit den Tatsachen, die sie nennt.

# Why something about parties is not recorded
refused-no-organisation = es ist keine Organisation „{ $id }“ eingetragen
refused-no-person = es ist keine Person „{ $id }“ eingetragen
refused-organisation-taken = die Kennung „{ $id }“ gehört schon einer anderen Organisation
refused-person-taken = die Kennung „{ $id }“ gehört schon einer anderen Person
refused-no-kind = es ist nirgends gesagt, was die Organisation „{ $id }“ ist
refused-role-misfit = eine Organisation wie „{ $organisation }“ hat keine Rolle „{ $role }“
refused-role-ends-first = die Rolle begänne am { $from } und endete am { $until }
refused-role-held = „{ $person }“ hat die Rolle „{ $role }“ schon ab { $from }
refused-role-not-held = „{ $person }“ hat die Rolle „{ $role }“ am { $day } nicht
refused-no-key = es wurde kein Schlüssel „{ $id }“ hinzugefügt
refused-key-taken = der Schlüssel „{ $id }“ wurde schon als „{ $as-id }“ hinzugefügt
refused-key-ends-first = der Schlüssel „{ $id }“ begänne { $from } und endete { $until }
refused-holder-differs = die Schlüssel „{ $old }“ und „{ $new }“ haben verschiedene Inhaber
refused-key-ended = der Schlüssel „{ $id }“ ist schon beendet, seit { $at }
refused-not-permitted = keine Rolle von „{ $person }“ für „{ $organisation }“ erlaubt am { $day }: { $permission }

# What roles allow
permission-read-work = sehen, was für einen Anbieter aufgezeichnet ist
permission-keep-files = die Dateien über einen Anbieter und seine Modelle ändern
permission-write-statements = erklären, wie Maßnahmen umgesetzt sind, und die Nachweise führen
permission-comment = Anmerkungen zu Maßnahmen machen
permission-approve = Erklärungen freigeben
permission-keep-cases = Fälle führen: Vorfälle, Ersuchen und Beschwerden
permission-bind = Befolgung erklären, ändern und zurückziehen
permission-send-packages = Pakete an andere Organisationen senden
permission-read-facilitation = sehen, was einem Moderator gesandt wurde
permission-publish-codes = Versionen von Kodizes veröffentlichen
permission-keep-register = das Register der Befolgung führen
permission-answer-packages = empfangene Pakete annehmen oder ablehnen
permission-send-invitations = Anbieter zur Befolgung einladen und Einladungen zurückziehen
permission-answer-invitations = Einladungen zur Befolgung ablehnen
permission-keep-people = Personen einladen, ihre Rollen erteilen und widerrufen
permission-keep-parties = Organisationen eintragen und Schlüssel hinzufügen
permission-read-operation = sehen, wie die Instanz eingerichtet ist und wie es ihr geht
permission-operate = ändern, wie die Instanz eingerichtet ist

# Why a version of a code is not published
refused-version-taken = „{ $code }“ hat schon eine Version „{ $version }“, mit der Prüfsumme { $digest }
refused-same-text = derselbe Text ist schon die Version „{ $version }“ von „{ $code }“
refused-particulars-differ = die Version „{ $version }“ von „{ $code }“ wurde am { $published } mit anderen Einzelheiten veröffentlicht
refused-published-ahead = die Version soll am { $published } veröffentlicht werden, also nach dem { $today }
refused-profile-differs = „{ $code }“ ist ein Kodex anderer Art: { $profile }
refused-follows-nothing = „{ $code }“ hat die Version „{ $latest }“, und nirgends steht, auf welche diese folgt
refused-follows-unknown = „{ $code }“ hat keine Version „{ $version }“, auf die sie folgen könnte
refused-follows-later = die Version „{ $version }“ von „{ $code }“, auf die sie folgt, wurde später veröffentlicht, am { $published }
refused-same-day = die Version „{ $version }“ von „{ $code }“ wurde am selben Tag veröffentlicht
refused-succeeds-first = die Befolgung endete oder ginge über am { $on }, bevor die Version veröffentlicht ist

# Why something is refused by the register
refused-scope = dieser Umfang ist für das Modell „{ $model }“ nicht zulässig
refused-no-code-of-art-56 = „{ $code }“ ist kein Praxisleitfaden nach Art. 56, und seine Befolgung kann nicht auf Art. 53 beschränkt werden
refused-interested-in-full = „{ $provider }“ hat erklärt, sich dem ganzen Kodex „{ $code }“ anschließen zu wollen
refused-no-adherence = es gibt keine Befolgung „{ $id }“
refused-adherence-taken = die Kennung „{ $id }“ gehört schon einer anderen Befolgung
refused-no-code = vom Kodex „{ $code }“ ist keine Version veröffentlicht
refused-no-provider = die Organisation „{ $id }“ ist nicht als Anbieter eingetragen
refused-signed-ahead = unterzeichnet ist am { $on }, also nach dem { $today }
refused-cannot-bind = nichts Aufgezeichnetes sagt, dass „{ $person }“ am { $on } „{ $provider }“ binden kann
refused-back-dated = es wirkte ab { $from }, vor der Unterzeichnung am { $signed }
refused-no-version = die Version „{ $version }“ von „{ $code }“ ist hier nicht veröffentlicht
refused-not-published-yet = die Version „{ $version }“ von „{ $code }“ wurde erst am { $published } veröffentlicht
refused-succeeded = die Version „{ $by }“ von „{ $code }“ tritt am { $on } an die Stelle von „{ $version }“
refused-no-chapter = der Kodex „{ $code }“ hat kein Kapitel „{ $chapter }“
refused-chapter-unnamed = es ist kein Kapitel des Kodex „{ $code }“ genannt
refused-no-model = es ist kein Modell „{ $model }“ aufgezeichnet
refused-model-unnamed = es ist kein Modell genannt
refused-adheres-already = die Befolgung „{ $other }“ des Kodex gilt schon ab { $from }
refused-adherence-ended = die Befolgung „{ $id }“ endet am { $from }, und was beendet ist, bleibt beendet
refused-behind-last = die Befolgung „{ $id }“ wurde zuletzt am { $last } geändert, und eine Änderung kommt danach
refused-does-not-follow = die Version „{ $next }“ folgt nicht auf „{ $version }“, für die „{ $id }“ gilt
refused-nothing-said = nirgends steht, dass die Befolgung von „{ $version }“ mit „{ $next }“ endet oder übergeht
refused-listed-ahead = die Quelle soll vom { $as-of } sein, also nach dem { $today }
refused-listed-before = die Quelle vom { $as-of } soll den { $since } als ersten Tag nennen

# Why a statement, a comment, evidence or an approval is not recorded
refused-no-measure = die Version „{ $version }“ von „{ $code }“ hat keine Maßnahme „{ $measure }“
refused-other-text = die Version „{ $version }“ von „{ $code }“ ist hier nicht mit diesem Text veröffentlicht
refused-no-reason = zum Stand „{ $state }“ von „{ $measure }“ fehlt der Grund
refused-statement-changed = die Erklärung zu „{ $measure }“ ist bei Fassung { $latest }, und diese folgt auf { $after }
refused-statement-older = die Erklärung zu „{ $measure }“ ist schon vom { $latest }, also nach dem { $today }
refused-no-editor = „{ $person }“ gehört am { $on } nicht zur Redaktion von „{ $provider }“
refused-not-next = die Version „{ $version }“ von „{ $code }“ folgt nicht auf die Version „{ $from }“
refused-no-comment = es gibt keine Anmerkung „{ $id }“
refused-comment-taken = die Kennung „{ $id }“ gehört schon einer anderen Anmerkung
refused-comment-long = die Anmerkung hat { $bytes } Bytes, und höchstens { $most } werden angenommen
refused-not-author = die Anmerkung „{ $id }“ ist nicht von „{ $person }“
refused-no-evidence = es gibt keinen Nachweis „{ $id }“
refused-evidence-taken = die Kennung „{ $id }“ gehört schon einem anderen Nachweis
refused-held-by-another = der Nachweis „{ $id }“ steht in der Bibliothek eines anderen Anbieters
refused-expires-first = der Nachweis „{ $item }“ gälte ab { $speaks-for } und liefe am { $expires } ab
refused-not-attached = der Nachweis „{ $item }“ ist der Erklärung nicht auf diese Weise beigefügt
refused-evidence-withdrawn = der Nachweis „{ $item }“ wurde mit Wirkung ab { $from } zurückgezogen
refused-nothing-to-show = zu „{ $measure }“ ist nichts erklärt, was ein Nachweis zeigen könnte
refused-editor-nowhere = „{ $person }“ gehört am { $on } zur Redaktion keiner Organisation
refused-no-passage = die Stelle steht nicht im Text von „{ $item }“
refused-several-places = im Text von „{ $item }“ steht das Zitat an { $places } Stellen; fügen Sie an, was davor oder danach steht
refused-no-text = „{ $item }“ ist eine Datei der Art „{ $media-type }“, in der adhere keine Stellen findet
refused-nothing-stated = zu „{ $measure }“ ist nichts erklärt
refused-not-latest = die Erklärung zu „{ $measure }“ ist bei Fassung { $latest }, nicht bei { $revision }
refused-other-evidence = die Nachweise zur Erklärung zu „{ $measure }“ sind nicht die, die freigegeben werden sollten
refused-silent-evidence = der Nachweis „{ $item }“ gilt am { $today } nicht
refused-no-approver = „{ $person }“ darf am { $on } nicht für „{ $provider }“ freigeben
refused-own-words = „{ $person }“ hat die Fassung { $revision } geschrieben, und jemand anders gibt sie frei

# Why something is not recorded of a case
refused-no-case = „{ $provider }“ hat keinen Fall „{ $id }“
refused-case-taken = die Kennung „{ $id }“ gehört einem anderen Fall; öffnen Sie ihn unter einer neuen
refused-not-in-code = hier ist keine Version „{ $version }“ von „{ $code }“ veröffentlicht, die einen solchen Fall regelt: { $kind }
refused-no-harm = zum Vorfall ist kein Schaden genannt, und davon hängt die Frist des ersten Berichts ab
refused-other-step = ein Fall dieser Art hat diesen Schritt nicht: { $kind }, { $step }
refused-step-done = der Schritt „{ $step }“ ist schon getan, am { $at }
refused-step-not-yet = der Schritt „{ $step }“ kommt nach „{ $first }“, der bis dahin nicht getan war
refused-too-early = { $at } liegt vor { $earliest }, als es bekannt wurde
refused-ahead = { $at } liegt in der Zukunft; was zu einem Fall aufgezeichnet wird, ist geschehen
refused-case-closed = der Fall „{ $id }“ ist geschlossen; öffnen Sie ihn zuerst wieder
refused-case-open = der Fall „{ $id }“ ist offen
refused-does-not-adhere = „{ $id }“ befolgt keinen veröffentlichten Kodex, der Beschwerden regelt

# Why somebody is not let in
refused-not-let-in = die Adresse oder das Passwort ist falsch, oder es wurde zu oft versucht: warten Sie eine Viertelstunde, oder fordern Sie ein neues Passwort an
refused-not-let-in-there = kein Konto hier wird durch diese Anmeldung geöffnet, oder es wurde zu oft versucht: fragen Sie, wer Sie eingeladen hat, ob die Adressen dieselben sind, oder warten Sie eine Viertelstunde
refused-way-back = dieser Rückweg wurde schon benutzt, ist älter als zehn Minuten oder gehört zu einem anderen Browser: beginnen Sie neu
refused-only-way-in = es ist kein Passwort gesetzt, sodass Sie nichts anderes einließe: setzen Sie zuerst eines
refused-crowded = gerade melden sich zu viele an: versuchen Sie es gleich noch einmal
refused-wrong-code = der Code ist falsch oder schon benutzt: warten Sie auf den nächsten
refused-has-second-factor = ein zweiter Faktor ist schon eingerichtet: entfernen Sie ihn zuerst, wozu es das Passwort braucht
refused-no-invitation = die Einladung ist schon benutzt oder abgelaufen: bitten Sie um eine neue
refused-not-signed-in = es ist niemand angemeldet: melden Sie sich neu an
refused-email = „{ $text }“ ist keine E-Mail-Adresse wie „jo@example.eu“
refused-email-taken = ein anderes Konto hat die Adresse „{ $text }“
refused-no-account = „{ $person }“ hat kein offenes Konto
refused-token-ends = ein Token endet nach heute und binnen { $most } Tagen
refused-nothing-such = so etwas gibt es nicht, oder es ist schon beendet
refused-signs-for-other = „{ $person }“ muss dies unterzeichnen: wer angemeldet ist, unterzeichnet für niemand anderen
refused-nobody-runs = es ist nicht gesagt, welche Organisation diese Instanz betreibt; „adhere account begin“ legt es fest
refused-other-runs = „{ $organisation }“ betreibt diese Instanz schon: ihr Schlüssel unterzeichnet hier
refused-long-id = die Kennung „{ $organisation }“ ist zu lang, um einen Schlüssel nach ihr zu nennen: höchstens 57 Zeichen
refused-too-often = das wurde von Ihrem Ort aus zu oft getan: versuchen Sie es in einer Stunde erneut

# Why something else is not done
refused-for-reason = { $refusal } — { $because }
refused-no-such-person = „{ $id }“ ist nicht die Kennung einer Person, und nur eine Person kann das tun
refused-bytes-gone = die Bytes mit dem SHA-256 { $digest } werden nicht mehr aufbewahrt; fügen Sie die Datei neu hinzu
refused-too-large-for-passages = der Nachweis „{ $item }“ hat { $size } Bytes, und adhere sucht Stellen in Dateien bis zu { $most }
refused-files = { $count ->
        [one] Es gibt einen Befund
       *[other] Es gibt { $count } Befunde
    } in den Dateien, auf Englisch:
refused-other-request = unter diesem Schlüssel wurde etwas anderes verlangt: nehmen Sie für jede Anfrage einen eigenen
refused-audit-under-way = es läuft schon eine Prüfung; warten, bis sie beendet ist
refused-done-already = das wurde schon unter demselben Schlüssel verlangt und getan
refused-changed-meanwhile = das ist nicht mehr, wie es gezeigt wurde: lesen Sie es neu
refused-no-entry = es gibt keinen Eintrag { $entry }, oder er wurde schon gelöscht
refused-entry-public = der Eintrag { $entry } ist öffentlich: er steht im Journal selbst, und nichts davon kann gelöscht werden
refused-entry-kind = der Eintrag { $entry } ist von der Art „{ $kind }“, die nicht gelöscht wird: was er beendet hat, gälte wieder, oder was er begonnen hat, könnte zweimal getan werden
refused-entry-changed = was über „{ $subject }“ aufgezeichnet ist, hat sich geändert, seit es angesehen wurde; sehen Sie erneut nach

# Why a package is not made or taken
refused-nobodys-key = der Autorenschlüssel { $key } dieser Instanz ist nicht aufgezeichnet; fügen Sie ihn Ihrer Organisation hinzu
refused-adherence-not-today = die Befolgung „{ $id }“ gilt heute nicht
refused-adherence-of-another = die Befolgung „{ $id }“ ist die von „{ $found }“, und diese Instanz unterzeichnet für „{ $expected }“
refused-not-filed = hier ist kein Paket mit dem SHA-256 { $digest } abgelegt, über das zu entscheiden wäre
refused-superseded = das Paket „{ $by }“ kam später und tritt an die Stelle von diesem; entscheiden Sie über jenes, oder lehnen Sie es zuerst ab
refused-speaks-for-another = „{ $issuer }“ hat es unterschrieben, und es erklärt die Befolgung durch „{ $provider }“: lehnen Sie es ab
refused-outdated = die Antwort von { $filed } ist schon abgelegt, und diese ist älter: von { $found }
refused-nothing-to-send = es ist nichts aufgezeichnet, was ein solches Paket enthielte
refused-no-package = von hier wurde kein Paket „{ $id }“ gesandt
refused-not-sent = die Empfangsbestätigung betrifft die Datei { $digest }, die nicht von hier gesandt wurde
refused-acknowledgement = die Empfangsbestätigung wird abgelehnt, nach der Regel „{ $rule }“
refused-package-cannot = das Paket kann nicht erstellt werden (Grund auf Englisch): { $reason }
refused-entry-erased = der Eintrag { $entry } kann nicht gezeigt werden: er wird nicht mehr aufbewahrt

# Why a page is not shown, or a form not taken
problem-nothing-here = unter dieser Adresse ist nichts
problem-method = an diese Adresse kann nichts auf diese Weise gesandt werden
problem-larger = was gesandt wurde, ist größer als das, was hier gelesen wird
problem-no-form = was gesandt wurde, ist kein Formular
problem-unread = die Anfrage kann nicht gelesen werden
problem-signed-out = melden Sie sich an, oder zeigen Sie ein Token mit `Authorization: Bearer`
problem-too-large = was gesandt wurde, ist zu groß: höchstens { $most } MiB werden auf einmal angenommen
problem-late = was gesandt wurde, kam nicht rechtzeitig an
problem-slow = das dauert zu lange; versuchen Sie es später erneut
problem-too-often = mit diesem Token wird zu oft angefragt; in { $seconds } Sekunden geht es wieder
problem-factor-first = richten Sie zuerst einen zweiten Faktor ein: Ihre Rollen verlangen ihn
problem-no-package = mit dem Eintrag { $entry } ging kein Paket ein
problem-package-gone = von diesem Paket ist nichts aufbewahrt
problem-failed = hier ist etwas schiefgegangen, nicht bei Ihnen
problem-other-site = das wurde von einer anderen Website gesandt; öffnen Sie die Seite hier, und senden Sie es von dort
problem-not-from-here = das wurde nicht von einer Seite dieser Website gesandt; öffnen Sie die Seite, und senden Sie es von dort
problem-feed-key = dieser Schlüssel öffnet nur einen Kalender
problem-token-reads = mit diesem Token darf gelesen und nicht geschrieben werden
problem-token-elsewhere = dieses Token ist für eine andere Organisation
problem-token-account = ein Token kann kein Konto ändern
problem-no-organisation = keine Organisation hat diese Kennung
problem-organisation-unnamed = es ist keine Organisation genannt
problem-nobody-runs = es ist nicht gesagt, welche Organisation diese Instanz betreibt
problem-no-letters = diese Instanz verschickt keine Briefe
problem-no-language = diese Sprache wird nicht angeboten
problem-wrong-value = „{ $text }“ ist kein Wert von „{ $name }“
problem-wrong-query = die Adresse fragt nach etwas, das nicht gelesen werden kann
problem-no-question = es gibt keine Frage „{ $id }“
problem-no-asset = eine solche Datei gibt es nicht
problem-no-version-by = bis zum { $day } ist hier keine Version „{ $name }“ eines Kodex veröffentlicht
problem-no-version = „{ $name }“ ist hier nicht veröffentlicht
problem-no-version-before = vor „{ $name }“ ist hier keine Version veröffentlicht
problem-version-elsewhere = „{ $from }“ ist keine Version des Kodex von „{ $name }“
problem-no-part = „{ $name }“ hat keinen Teil „{ $id }“
problem-no-measure = „{ $code }“ hat keine Maßnahme „{ $measure }“
problem-no-entry = das Journal hat keinen Eintrag { $entry }
problem-no-provision = adhere kennt keine Bestimmung „{ $element }“
problem-not-recorded = über einen Anbieter „{ $id }“ ist nichts aufgezeichnet
problem-no-text = „{ $name }“ ist kein Text
problem-long-field = „{ $name }“ ist länger als { $most } Bytes
problem-many-files = höchstens { $most } Dateien werden auf einmal angenommen
problem-file-name = „{ $name }“ wird nicht als Dateiname angenommen: Buchstaben, Ziffern, „.“, „-“, „_“ und Leerzeichen
problem-no-file-kind = die Datei hat keine Art
problem-no-upload = es wurde kein Ordner hochgeladen; laden Sie ihn zuerst hoch
problem-upload-gone = was hochgeladen wurde, wird nicht mehr aufbewahrt; laden Sie es neu hoch
problem-path = „{ $path }“ ist kein Pfad einer Datei unter einem Ordner
problem-path-twice = „{ $path }“ ist zweimal da, so dass offen bleibt, was von beidem gilt
problem-no-root = es enthält weder „{ $provider }“ noch „{ $recorded }“
problem-zip = die Zip-Datei kann nicht gelesen werden
problem-zip-large = diese Zip-Datei ist von der Art für sehr große (ZIP64), die nicht angenommen wird; senden Sie die Dateien des Ordners selbst, oder lassen Sie weg, was groß ist, und fügen Sie es der Bibliothek hinzu
problem-zip-files = es sind mehr als { $most } Dateien darin
problem-zip-twice = ein Pfad steht zweimal in der Zip-Datei, oder sie sagt nicht, wie viele Dateien sie hat
problem-zip-link = „{ $path }“ ist ein Verweis oder etwas anderes, das keine Datei ist
problem-no-utf8 = „{ $path }“ ist kein Text in UTF-8 oder hat mehr als 8 MiB
problem-case-kind-unnamed = welche Art von Fall geöffnet wird, ist nicht genannt
problem-case-unnamed = der Fall ist nicht genannt
problem-no-case = es gibt keinen Fall „{ $id }“
problem-key-unnamed = der Schlüssel ist nicht genannt
problem-key-no-name = der Schlüssel hat keinen Namen in dieser Sprache
problem-no-model-file = es gibt keine Datei eines Modells „{ $name }“
problem-attached-unnamed = es ist nichts genannt, was hier beigefügt ist
problem-demand-unsaid = es ist nicht gesagt, ob ein zweiter Faktor verlangt wird
problem-role-unnamed = wessen Rolle widerrufen wird, ist nicht genannt
problem-invited-unnamed = wer erneut eingeladen wird, ist nicht genannt
problem-no-code = hier ist noch kein Kodex veröffentlicht; ein Moderator veröffentlicht einen
problem-approved-unnamed = was freigegeben wurde, ist nicht genannt
problem-not-previewed = eine Datei dieser Art wird nicht gezeigt; sie kann heruntergeladen werden
problem-no-item = die Bibliothek hat keinen solchen Nachweis
problem-comment-unnamed = die Anmerkung ist nicht genannt
problem-no-complaints = „{ $id }“ nimmt hier keine Beschwerden entgegen
problem-no-reference = die Beschwerde hat kein Kennzeichen
problem-no-checkpoint = das Journal hat noch keine Einträge
problem-no-tile = das Journal hat kein „{ $path }“
problem-package-refused = das Paket wird abgelehnt [{ $code }]
problem-no-acknowledgement = es gibt keine Empfangsbestätigung
problem-no-packages-here = hier werden keine Pakete angenommen: niemand hat gesagt, welche Logs zählen
problem-no-such-package = ein Paket mit einer solchen Datei wurde hier nicht abgelegt
problem-no-figures = die Zahlen sind für die, die diesen Server betreiben
problem-body-unread = was gesendet wurde, kann nicht bis zum Ende gelesen werden

# Warum eine Einladung zur Befolgung nicht versandt, abgelehnt oder zurückgezogen wird
refused-no-invitation-to-adhere = es gibt keine Einladung „{ $id }“
refused-invitation-taken = die Kennung „{ $id }“ gehört einer anderen Einladung
refused-invitation-too-long = der Text hat { $bytes } Bytes, und höchstens { $most } werden angenommen
refused-invitation-day-over = { $until } ist am { $today } vorbei, und bis dahin kann niemand antworten
refused-invited-already = „{ $organisation }“ wurde dazu schon eingeladen, mit „{ $other }“; senden Sie diese Einladung noch einmal
refused-name-invited-already = jemand mit dem Namen „{ $name }“ wurde dazu schon eingeladen, mit „{ $other }“; senden Sie diese Einladung noch einmal
refused-invitation-withdrawn = die Einladung „{ $id }“ wurde zurückgezogen
refused-invitation-declined = die Einladung „{ $id }“ wurde abgelehnt
refused-adheres-to-version = „{ $organisation }“ befolgt die Version „{ $version }“ von „{ $code }“ schon
