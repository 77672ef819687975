# Words for getting in by a service of OpenID Connect.

openid-enter = Sign in with { $service }
openid-or = On the way there and back a second cookie is kept, for ten minutes at most. Or sign in with the password that you set here:
openid-refused = { $service } did not sign you in. Try again, or sign in with your password.
openid-not-let-in = No account here is opened by that sign-in. You are let in when you were invited to an address that { $service } gives as yours and has verified, and when your account is not linked to somebody else there. Ask who invited you, or sign in with your password. After too many tries, wait a quarter of an hour.
openid-not-sent = This way back was used already, is older than ten minutes, or belongs to another browser. Begin again.
openid-away = { $service } cannot be reached just now. Try again in a few minutes, or sign in with your password.
openid-untrusted = What { $service } answered cannot be trusted, so nobody was signed in. Try again; if it stays so, tell an administrator of this site the time at which it happened.
openid-linked = You can sign in with { $service }, since { $moment }.
openid-not-linked = The first time that you sign in with { $service }, and it gives this account's address as yours and verified, it is linked with this account.
openid-unlink = Unlink
openid-only-way-in = You have not set a password: without this link nothing would let you in. Set one first; “I forgot my password” on the page to sign in sends you a letter with a way, or ask who invited you.
done-openid-unlinked = Unlinked: signing in there opens this account no longer, unless you link it again by signing in there.
