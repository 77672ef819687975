# Words about cases, complaints and the calendar.

rule-case-known =
    .no = what is recorded of a case is recorded of one that the provider has
rule-case-new =
    .no = an id names one case
rule-case-grounded =
    .no = a case is kept under a published version of a code that deals with cases of its kind
rule-case-harm =
    .no = a serious incident led to one of the harms by which the law knows it
rule-case-step-fits =
    .no = a case has the steps of its kind
rule-case-step-once =
    .no = each step is done once; only intermediate reports recur
rule-case-step-follows =
    .no = an intermediate report follows the initial one, and the final report follows the resolution
rule-case-dated =
    .no = what is recorded of a case happened after it became known, and not in the future
rule-case-open =
    .no = steps are done in an open case, an open one is closed, and a closed one is opened again
rule-case-adheres =
    .no = a complaint goes to a provider that adheres to a code, in a scope that has it deal with complaints
