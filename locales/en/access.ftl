# Words for getting in: accounts, sessions, tokens.

account-way-in = Set the password at { $path } of this instance's address, within seven days. Whoever has this line can do so: hand it to nobody else.
account-has-password = The account has a password already; nothing is to be set.
account-closed = closed
account-invited = invited
account-without-password = without a password; the invitation has ended
account-with-identity = OpenID Connect
account-with-second-factor = password and second factor
account-with-password = password

role-administrator = Administrator
role-facilitator = Facilitator
role-chair = Chair
role-provider-admin = Provider's administrator
role-editor = Editor
role-approver = Approver
role-viewer = Viewer
role-auditor = Auditor
role-may-bind-statutory-representative = Can bind it as its statutory representative
role-may-bind-power-of-attorney = Can bind it by power of attorney

web-nav-work = Workspace
web-error-signed-out = Sign in first
work-title = Your workspaces
work-inside = Workspace
work-begin = Overview
work-no-roles = You have no role for any organisation today. An administrator of an organisation can give you one.

access-sign-in = Sign in
access-sign-out = Sign out
access-sign-in-lead = For people of organisations that keep their adherence here. Everything that is public can be read without an account.
access-cookie = Signing in stores one cookie in your browser; it ends when you sign out.
access-email = Email address
access-password = Password
access-old-password = Password that counts now
access-new-password = New password
access-password-again = New password, once more
access-password-hint = At least { $shortest } characters; several words are a good password.
access-differs = The two passwords differ.
access-too-short = A password has at least { $shortest } characters.
access-too-long = A password has at most { $longest } bytes.
access-breached = This password, or what is left of it without repetition and without digits and signs at its ends, was seen in breaches or is very short. Take another.
access-own = This password is made from your name or address, or from the names of this site or of your organisations. Take another.
access-wrong-password = This is not the password that counts now.
access-set-password = Set your password
access-change-password = Change the password
access-invited-as = Your account:
access-code = Code
access-code-hint = The six digits that your authenticator app shows now, or one of your recovery codes.
access-code-title = The code of your second factor
access-confirm = Confirm
access-account = Your account
access-sessions = Where you are signed in
access-browser = Browser
access-began = Since
access-seen = Last used
access-end = End
access-this-session = This browser
access-end-session = Sign out there
access-end-others = Sign out everywhere else
access-second-factor = Second factor
access-second-factor-is-set = A code from your authenticator app is asked for each time you sign in.
access-second-factor-why = With a second factor, a stolen password alone opens nothing.
access-second-factor-set-up = Set up a second factor
access-remove-second-factor = Remove the second factor
access-scan = Scan this picture with an authenticator app, and type the code that it shows.
access-picture = Picture for an authenticator app; the text below it says the same
access-type-seed = Without a camera, type this into the app:
access-open-app = Open an authenticator app on this device
access-recovery-codes = Recovery codes
access-recovery-codes-once = Copy these codes now; they are shown this once.
access-recovery-codes-lead = Whoever loses the device with the authenticator app types one of these in the place of its code. Each counts once; keep them apart from the device and from the password.
access-recovery-codes-kept = I have kept them: go on
access-renew-codes = Make new recovery codes
access-codes-left = { $left ->
    [one] One recovery code is left.
   *[other] { $left } recovery codes are left.
} New ones take the place of all earlier ones.
access-second-factor-demanded = Your roles let you bind an organisation, approve for it or let others in, or an organisation demands it of you: this instance asks for a second factor. Set one up to go on.
access-tokens = Tokens for programs
access-tokens-lead = A program shows a token instead of signing in. It may never do more than you may yourself, for one organisation, until its day.
access-no-tokens = You have no tokens.
access-token-issued = Copy this token now; it is shown this once.
access-token-issue = Issue a token
access-token-revoke = Revoke
access-token-name = Name
access-token-name-hint = What it is for, such as the pipeline that uses it.
access-token-name-missing = Give the token a name.
access-token-organisation = Organisation
access-token-organisation-missing = Choose an organisation.
access-token-may = May
access-token-read = read
access-token-write = read and write
access-token-may-missing = Choose what it may do.
access-token-until = First day no longer
access-token-until-hint = Within { $days } days.
access-token-used = Last used
access-token-never = never
form-day-missing = Give a day.

done-password-set = The password is set.
done-second-factor-set = The second factor is set.
done-second-factor-removed = The second factor is removed.
done-session-ended = Signed out there.
done-token-revoked = The token is revoked.

mail-invitation = You are invited to adhere
mail-invitation-body =
    { $name } can sign in to { $site } once a password is set, within seven days:

    { $url }

    Whoever has this address can set the password. If you did not expect this letter, leave it.
mail-password = A new password for adhere
mail-password-body =
    Somebody asked for a new password for your account at { $site }. It can be set within one hour:

    { $url }

    If it was not you, leave this letter: nothing changes.
access-forgotten = I forgot my password
access-send-letter = Send a letter
access-no-letters = This instance sends no letters: ask an administrator of your organisation for a new way in.
done-letter-asked = If this address has an account, a letter with a way to set a new password was sent to it.
done-letter-sent = A letter was sent.
