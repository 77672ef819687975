# Wat wordt gezegd wanneer iets wordt vastgelegd of geweigerd, en het register.

recorded-one = Vastgelegd als vermelding { $entry }.
recorded-more = Vastgelegd als vermeldingen { $first } tot en met { $last }.
recorded-nothing = Het is al zo; er is niets vastgelegd.
would-record = Zou vastleggen: { $kinds }
would-record-nothing = Het is al zo; er zou niets worden vastgelegd.
published = Gepubliceerd: { $code }, bekend onder { $digest }

refused = geweigerd: { $reason }; er is niets gewijzigd
refused-by-law = Dit is het recht: { $cites }.
refused-by-guidelines = Dit berust op { $cites } en op de richtsnoeren van de Commissie, { $place }, die niemand binden.
refused-by-adhere = Dit is een eigen regel van adhere; de AI-verordening zwijgt erover.
refused-by-adhere-about = Dit is een eigen regel van adhere over { $cites }; daar staat het niet.

register-head = Register op { $as-of }, zoals bekend op { $known-at }
register-empty = Er staat niemand in.
register-unknown = over `{ $organisation }` was toen niets vastgelegd
register-provider = { $name } ({ $id }) · { $code }
register-declared = verklaard { $id }: { $scope }, versie { $version }, sinds { $since }
register-models = , voor { $models }
register-terms-since = , onder deze voorwaarden sinds { $since }
register-until = , tot { $until } (eerste dag zonder)
register-interested = heeft belangstelling verklaard om zich bij de volledige code aan te sluiten
register-listed = op { $as-of } vermeld als ondertekenaar van { $scope } — { $source }
register-not-listed = op { $as-of } vermeld als geen ondertekenaar — { $source }
register-source-packages = pakketten die { $organisation } heeft aanvaard
register-listed-since = ; sinds { $since }
register-note = ; { $note }
register-scope-full = de volledige code
register-scope-article = de code, beperkt tot artikel 53
register-scope-chapters = hoofdstukken { $chapters }
register-history = Vastgelegd, het nieuwste eerst:

model-risk-yes = vertoont systeemrisico's
model-risk-no = vertoont geen systeemrisico's
model-risk-needs-fact = er ontbreekt een feit om te kunnen zeggen of het systeemrisico's vertoont
model-risk-needs-judgment = of het systeemrisico's vertoont, is een kwestie van beoordeling

demo-made = Een register om te bekijken staat in { $folder }: { $organisations } organisaties, zoals bronnen ze vermelden.
    Probeer `adhere register list --store { $folder }`.
demo-way-in = Om in een werkruimte te kijken die uit openbare feiten over OpenAI is gemaakt, dat daar geen deel aan had, stel een wachtwoord voor een gast in op { $url }
