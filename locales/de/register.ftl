# Was gesagt wird, wenn etwas aufgezeichnet oder abgelehnt wird, und das Register.

recorded-one = Aufgezeichnet als Eintrag { $entry }.
recorded-more = Aufgezeichnet als Einträge { $first } bis { $last }.
recorded-nothing = Es ist bereits so; nichts wurde aufgezeichnet.
would-record = Würde aufgezeichnet: { $kinds }
would-record-nothing = Es ist bereits so; nichts würde aufgezeichnet.
published = Veröffentlicht: { $code }, erkennbar an { $digest }

refused = abgelehnt: { $reason }; nichts wurde geändert
refused-by-law = Dies ist das Recht: { $cites }.
refused-by-guidelines = Dies beruht auf { $cites } und auf den Leitlinien der Kommission, { $place }, die niemanden binden.
refused-by-adhere = Dies ist eine eigene Regel von adhere; die KI-Verordnung schweigt dazu.
refused-by-adhere-about = Dies ist eine eigene Regel von adhere zu { $cites }, worin sie nicht steht.

register-head = Register am { $as-of }, wie am { $known-at } bekannt
register-empty = Niemand ist darin.
register-unknown = bis dahin wurde nichts über `{ $organisation }` aufgezeichnet
register-provider = { $name } ({ $id }) · { $code }
register-declared = erklärt { $id }: { $scope }, Version { $version }, seit { $since }
register-models = , für { $models }
register-terms-since = , zu diesen Bedingungen seit { $since }
register-until = , bis { $until } (erster Tag ohne)
register-interested = hat sein Interesse erklärt, sich dem ganzen Kodex anzuschließen
register-listed = am { $as-of } als Unterzeichner gelistet: { $scope } — { $source }
register-not-listed = laut Angabe vom { $as-of } kein Unterzeichner — { $source }
register-source-packages = Pakete, die { $organisation } angenommen hat
register-listed-since = ; seit { $since }
register-note = ; { $note }
register-scope-full = der ganze Kodex
register-scope-article = der Kodex, beschränkt auf Artikel 53
register-scope-chapters = Kapitel { $chapters }
register-history = Aufgezeichnet, das Neueste zuerst:

model-risk-yes = birgt ein systemisches Risiko
model-risk-no = birgt kein systemisches Risiko
model-risk-needs-fact = es fehlt eine Tatsache, um festzustellen, ob es ein systemisches Risiko birgt
model-risk-needs-judgment = ob es ein systemisches Risiko birgt, ist eine Wertungsfrage

demo-made = Ein Register zum Ansehen ist in { $folder }: { $organisations } Organisationen, wie Quellen sie listen.
    Versuchen Sie `adhere register list --store { $folder }`.
demo-way-in = Um in einen Arbeitsbereich zu sehen, der aus öffentlichen Tatsachen über OpenAI gemacht ist, das daran nicht beteiligt war, setzen Sie ein Passwort für einen Gast unter { $url }
