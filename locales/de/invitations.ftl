# Wörter zu Einladungen zur Befolgung.

rule-invitation-known =
    .no = was zu einer Einladung aufgezeichnet wird, betrifft eine, die es gibt
rule-invitation-new =
    .no = eine Kennung benennt eine einzige Einladung, und dasselbe wird jemand nur einmal zugleich gefragt
rule-invitation-short =
    .no = die Worte einer Einladung und einer Antwort darauf passen auf eine Seite
rule-invitation-dated =
    .no = der Tag, bis zu dem eine Antwort erhofft wird, ist nicht vorbei
rule-invitation-open =
    .no = mit einer zurückgezogenen Einladung geschieht nichts mehr
rule-invitation-unanswered =
    .no = wer die Version befolgt, hat geantwortet, und eine abgelehnte Einladung wird nicht noch einmal versandt

invitations = Einladungen
invitations-lead = Anbieter, die eingeladen wurden, eine Version eines Kodex zu befolgen, und was daraus wurde. Ob jemand ihn befolgt, steht im Register.
invitations-empty = Noch wurde niemand eingeladen. Laden Sie einen Anbieter zur Befolgung ein; seine Antwort steht dann hier.
invitations-none = So steht keine Einladung. Wählen Sie einen anderen Stand.
invitation = Einladung
invitation-new = Zur Befolgung einladen
invitation-to = Eingeladen
invitation-sent-at = Versandt
invitation-last-sent-at = Zuletzt versandt
invitation-state-waiting = wartet auf Antwort
invitation-state-lapsed = der erhoffte Tag ist vorbei
invitation-state-declared = Befolgung wurde erklärt
invitation-state-declined = abgelehnt
invitation-state-withdrawn = zurückgezogen
invitation-organisation = Organisation des Registers
invitation-organisation-hint = Ihr Name oder ihre Kennung; das Feld schlägt vor, wer hier registriert ist. Lassen Sie dies leer für jemanden, der hier nicht registriert ist.
invitation-name = Oder der Name von jemandem, der nicht registriert ist
invitation-name-hint = Befolgung kann erklärt werden, sobald die Organisation registriert ist, oder mit einem signierten Paket.
invitation-whom = Nennen Sie entweder eine Organisation des Registers oder jemanden, der nicht darin steht.
invitation-email = Adresse für den Brief
invitation-email-hint = Ohne Adresse geht der Brief an die, die hier für die Organisation antworten, und der Link wird zum Weitergeben gezeigt.
invitation-words = Worte dazu
invitation-words-hint = Sie stehen im Brief und auf der Seite hinter seinem Link.
invitation-until = Antwort erhofft bis
invitation-until-hint = Das Gesetz nennt keinen Tag für die Antwort. Auch nach diesem Tag kann man der Einladung folgen oder sie ablehnen.
invitation-no-deadline = dies ist keine Frist des Gesetzes
invitation-preview = Was versandt würde
invitation-nothing-yet = Noch ist nichts aufgezeichnet.
invitation-by-letter = Es geht als Brief hinaus, sobald Sie bestätigen.
invitation-by-hand = Von hier gehen keine Briefe hinaus: Sobald Sie bestätigen, wird ein Link zum Weitergeben gezeigt.
invitation-send = Einladung versenden
invitation-letters = { $count ->
    [0] Kein Brief geht hinaus.
    [one] Ein Brief geht hinaus.
   *[other] { $count } Briefe gehen hinaus.
}
invitation-link = Link zur Einladung
invitation-link-hint = Er wird einmal gezeigt. Wer ihn hat, liest die Einladung und kann sie ablehnen; Zugang gibt er nicht.
invitation-hand-over = Die Einladung { $id } wird unter { $path } der Adresse dieser Instanz gelesen und abgelehnt. Dies wird einmal gezeigt: geben Sie es an die Eingeladenen weiter.
invitation-again = Noch einmal versenden
invitation-again-hint = Ein weiterer Brief geht hinaus. Sein Link tritt an die Stelle des vorigen, der nichts mehr öffnet.
invitation-withdraw = Einladung zurückziehen
invitation-withdraw-hint = Der Link ihres Briefs endet sofort. Das lässt sich nicht rückgängig machen; eine andere Einladung kann versandt werden.
invitation-withdraw-reason = Grund, wenn er gesagt werden soll
invitation-how = Wie Sie antworten
invitation-declare = Befolgung hier erklären, mit einem Konto, das die Organisation binden kann
invitation-package = Ohne Konto hier kann Befolgung mit einem signierten Paket an den Absender erklärt werden.
invitation-free = Niemand muss antworten. Wer ablehnt, kann den Kodex später trotzdem befolgen.
invitation-decline = Ablehnen
invitation-decline-reason = Grund, wenn Sie ihn nennen wollen
invitation-decline-hint = Wer Sie eingeladen hat, liest ihn, und sonst niemand.
invitation-decline-sure = Noch ist nichts aufgezeichnet. Diese Einladung ablehnen?
invitation-decline-confirm = Ja, ablehnen
invitation-law-aia-56 = Nach Art. 56 Abs. 7 der KI-Verordnung darf das Büro für Künstliche Intelligenz jeden Anbieter eines solchen Modells bitten, einem Praxisleitfaden zu folgen. Wessen Modelle kein systemisches Risiko bergen, kann bei den Pflichten des Art. 53 stehen bleiben, wenn er nicht ausdrücklich den ganzen Kodex will.
invitation-law-aia-50-7 = Art. 50 Abs. 7 der KI-Verordnung betrifft Praxisleitfäden zu künstlich erzeugten Inhalten. Eine Einladung zu ihrer Befolgung nennt er nicht: Diese beruht auf keiner Vorschrift des Gesetzes.
invitation-law-aia-95 = Art. 95 der KI-Verordnung betrifft freiwillige Verhaltenskodizes. Eine Einladung zu ihrer Befolgung nennt er nicht: Diese beruht auf keiner Vorschrift des Gesetzes.
done-invitation-declined = Die Einladung ist abgelehnt.
done-invitation-withdrawn = Die Einladung ist zurückgezogen.
problem-no-invitation = hier ist keine Einladung: Sie wurde mit einem anderen Link noch einmal versandt oder zurückgezogen
problem-no-secret = das Formular ist nicht von diesem Server: Öffnen Sie es noch einmal
mail-adhere = Einladung zur Befolgung eines Kodex
mail-adhere-begin = Sie sind eingeladen, { $code } zu befolgen.
mail-adhere-until = Eine Antwort wird bis { $until } erhofft. Dies ist keine Frist des Gesetzes: Sie können später antworten oder gar nicht.
mail-adhere-end =
    Was die Einladung sagt, wie Sie den Kodex befolgen und wie Sie ablehnen:
    { $url }

    Behalten Sie diese Adresse für sich: Wer sie hat, kann für Sie ablehnen.
