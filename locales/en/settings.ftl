# The settings of an instance, and the reference of them.

settings-head = 
    # Configuration

    An instance is set up by `instance.toml` in its folder; the environment counts more than the file, and `--listen` more than both.
    `adhere store settings` says what is set and where, without secrets.
    A setting or a variable that does not exist is refused, and so is a value that cannot be.
    In the file, what stands before the dot is a section: `web.listen` is `listen` in `[web]`.
    A list is an array in the file, and separated by commas in the environment.
    The value of a secret can stand in a file of its own, which the variable that ends in `_FILE` names.
settings-columns = | setting | variable | what it can be | by default | what it is for |
settings-other-variables = These variables are no settings of an instance:
setting-none = not set
setting-is-secret = { " " }It is never shown.
setting-kind-text = a text
setting-kind-long-text = a text of at least { $least } characters
setting-kind-site = an address without a path
setting-kind-issuer = an address that begins with `https://`, such as `https://id.example.eu/realms/acme`
setting-kind-mail-server = the address of a server for letters, such as `smtps://name:password@mail.example.eu`
setting-kind-mail-address = an address for letters
setting-kind-listen = an address with its port
setting-kind-networks = addresses and networks
setting-kind-number = a number from { $least } to { $most }
setting-origin = The name of the log, shown in every checkpoint; it can never be changed.
setting-database-url = The connection string of a PostgreSQL database; without one, the database is a file in the folder.
setting-evidence-endpoint = The address of the object storage (S3) for the bytes of evidence; without one, they are in the folder.
setting-evidence-bucket = The bucket.
setting-evidence-prefix = What stands in front of every key, so that a bucket can be shared.
setting-evidence-region = The region; many servers ignore it.
setting-evidence-access-key-id = The id of the access key; without one, what the machine was given for S3 is used.
setting-evidence-secret-access-key = The secret of the access key.
setting-web-url = The address by which people reach the instance.
setting-web-listen = Where to listen; port 0 takes a free one and prints it.
setting-web-trusted-proxies = Proxies whose `X-Forwarded-For` says where a request comes from.
setting-web-connections = How many connections are open at once, at most; others wait.
setting-web-answer-seconds = Within how many seconds an answer is made; after them it is given up, and whoever asked is told.
setting-web-drain-seconds = For how many seconds new requests are still answered after the program was told to end (SIGTERM).
setting-web-finish-seconds = Within how many seconds what was begun is answered once no more connections are taken; after them it is given up.
setting-web-upload-mebibytes = How many mebibytes of files are taken with one upload, at most.
setting-web-requests-per-minute = How often a program may ask in a minute with one token; whoever asks more often is told when to ask again. Each node counts for itself.
setting-access-second-factor = Of whom a second factor is demanded: `optional`, of nobody; `binding`, of those whose roles bind an organisation, approve for it or let others in; `all`, of everybody.
setting-mail-server = The server that sends letters, with name and password where it asks for them; without one, no letters are sent and what they would say is shown instead.
setting-mail-from = Whom letters come from.
setting-openid-issuer = The issuer of the service of OpenID Connect by which people sign in; without one, they sign in with a password alone.
setting-openid-client-id = By what that service knows this instance.
setting-openid-client-secret = What this instance shows that service, to redeem what people bring back from it.
setting-openid-label = What people call that service, on the page to sign in; without one, its host.
setting-openid-scopes = The scopes that are asked for beside `openid`, with blanks between them; the service has to tell the address and whether it is verified.
setting-packages-decide = Who decides on packages that hold: the program accepts them `at-once`, or they wait for a facilitator (`by-hand`).
setting-log-format = In which form is told what happens: lines for people, or an object of JSON on each line.
setting-log-level = How much is told; `info` has a line for every request.
setting-metrics-token = Who sends it as a bearer token may read `/metrics`; without one, programs on the same machine may.
variable-store = The folder of the instance.
variable-passphrase-file = A file with what the keys are encrypted with.
variable-library = The folder with official texts of the law.
variable-actor = Who acts in commands that record something.
