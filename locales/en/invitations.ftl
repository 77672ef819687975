# Words about invitations to adhere.

rule-invitation-known =
    .no = what is recorded of an invitation is about one that there is
rule-invitation-new =
    .no = an id names one invitation, and somebody is asked the same once at a time
rule-invitation-short =
    .no = the words of an invitation, and of an answer to it, fit on a page
rule-invitation-dated =
    .no = the day until which an answer is hoped for is not over
rule-invitation-open =
    .no = nothing more is done with an invitation that was withdrawn
rule-invitation-unanswered =
    .no = whoever adheres to the version has answered, and an invitation that was declined is not sent again

invitations = Invitations
invitations-lead = Providers who were invited to adhere to a version of a code, and what became of it. Whether somebody adheres is read from the register.
invitations-empty = Nobody was invited yet. Invite a provider to adhere, and its answer is shown here.
invitations-none = No invitation stands so. Choose another state.
invitation = Invitation
invitation-new = Invite to adhere
invitation-to = Invited
invitation-sent-at = Sent
invitation-last-sent-at = Last sent
invitation-state-waiting = waits for an answer
invitation-state-lapsed = the day that was hoped for is over
invitation-state-declared = adherence was declared
invitation-state-declined = declined
invitation-state-withdrawn = withdrawn
invitation-organisation = Organisation of the register
invitation-organisation-hint = Its name or its id; the field offers those that are registered here. Leave this empty for somebody who is not registered here.
invitation-name = Or the name of somebody who is not registered
invitation-name-hint = Adherence can be declared once the organisation is registered, or with a signed package.
invitation-whom = Name either an organisation of the register or somebody who is not in it.
invitation-email = Address for the letter
invitation-email-hint = Without one, the letter goes to those who answer for the organisation here, and the link is shown to be handed over.
invitation-words = Words beside it
invitation-words-hint = They stand in the letter, and on the page behind its link.
invitation-until = Answer hoped for until
invitation-until-hint = The law sets no day by which to answer. After this day the invitation can still be followed or declined.
invitation-no-deadline = this is no deadline of the law
invitation-preview = What would be sent
invitation-nothing-yet = Nothing is recorded yet.
invitation-by-letter = It goes out by letter as soon as you confirm.
invitation-by-hand = No letters are sent from here: once you confirm, a link is shown to be handed over.
invitation-send = Send the invitation
invitation-letters = { $count ->
    [0] No letter goes out.
    [one] One letter goes out.
   *[other] { $count } letters go out.
}
invitation-link = Link to the invitation
invitation-link-hint = This is shown once. Whoever has it reads the invitation and can decline it; it lets nobody in.
invitation-hand-over = The invitation { $id } is read and declined at { $path } of this instance's address. This is shown once: hand it to whoever is invited.
invitation-again = Send again
invitation-again-hint = Another letter goes out. Its link takes the place of the one before, which opens nothing any more.
invitation-withdraw = Withdraw the invitation
invitation-withdraw-hint = The link of its letter ends at once. This cannot be undone; another invitation can be sent.
invitation-withdraw-reason = Reason, if it is to be said
invitation-how = How to answer
invitation-declare = Declare adherence here, with an account that can bind the organisation
invitation-package = Without an account here, adherence can be declared by a signed package to whoever sent this.
invitation-free = Nobody has to answer. Whoever declines can adhere later all the same.
invitation-decline = Decline
invitation-decline-reason = Reason, if you want to say it
invitation-decline-hint = Whoever invited you reads it, and nobody else.
invitation-decline-sure = Nothing is recorded yet. Decline this invitation?
invitation-decline-confirm = Yes, decline
invitation-law-aia-56 = Art. 56(7) of the AI Act lets the AI Office ask every provider of a general-purpose AI model to follow a code of practice. Whoever provides models without systemic risk may stop at the duties of Art. 53, unless it says expressly that it wants the whole code.
invitation-law-aia-50-7 = Art. 50(7) of the AI Act has codes of practice on artificially generated content facilitated. It names no invitation to adhere to them: this one rests on no provision of the law.
invitation-law-aia-95 = Art. 95 of the AI Act has voluntary codes of conduct encouraged. It names no invitation to adhere to them: this one rests on no provision of the law.
done-invitation-declined = The invitation is declined.
done-invitation-withdrawn = The invitation is withdrawn.
problem-no-invitation = there is no invitation here: it was sent again with another link, or withdrawn
problem-no-secret = the form is not one of this server: open it again
mail-adhere = Invitation to adhere to a code
mail-adhere-begin = You are invited to adhere to { $code }.
mail-adhere-until = An answer is hoped for until { $until }. This is no deadline of the law: you can answer later, or not at all.
mail-adhere-end =
    What the invitation says, how to adhere and how to decline:
    { $url }

    Keep this address to yourself: whoever has it can decline for you.
