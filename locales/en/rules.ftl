### The words of the rules, and of what they decide about.
### A rule has one attribute for each truth it can have; the program adds the citation.
### Given as text: $fact (the facts a rule asks for), $date (rules that turn on a date; a dash where none is known),
### $obligation (rules about one obligation), $threshold, $criterion, $legacy-before, $legacy-comply-by, $chapter-v, $as-of.

## Rules

# General-purpose AI model: Art. 3(63)

rule-general-purpose =
    .yes = the model is a general-purpose AI model
    .no = the model is not a general-purpose AI model
    .needs-fact = a fact is missing to tell whether the model is a general-purpose AI model
    .needs-judgment = whether the model is a general-purpose AI model is a matter of judgment
rule-significant-generality =
    .yes = the model counts as displaying significant generality
    .no = the model does not count as displaying significant generality
    .needs-fact = a fact is missing to tell whether the model displays significant generality
    .needs-judgment = whether the model displays significant generality is a matter of judgment
rule-generality-indicated =
    .yes = the indicative criterion is met, and no exception from it is claimed
    .no = the indicative criterion is not met, or an exception from it is claimed
    .needs-fact = a fact is missing to tell whether the indicative criterion is met
    .needs-judgment = whether the indicative criterion is met is a matter of judgment
rule-indicative-criterion-published =
    .needs-judgment = the guidelines that name an indicative criterion were not published, so whether the model displays significant generality is a matter of judgment
rule-compute-over-indicative-criterion =
    .yes = the training compute, { $fact }, is greater than { $criterion }
    .no = the training compute, { $fact }, is not greater than { $criterion }
    .needs-fact = the training compute is not known
    .needs-judgment = the estimates of the training compute, { $fact }, disagree on whether it is greater than { $criterion }
rule-generates-indicated-content =
    .yes = the model can generate language, or images or video from text
    .no = the model cannot generate language, nor images or video from text
    .needs-fact = it is not known whether the model can generate language, or images or video from text
rule-not-exceptionally-narrow =
    .yes = it is not claimed that the model exceptionally lacks significant generality
    .no = it is claimed that the model exceptionally lacks significant generality
rule-exceptionally-general =
    .yes = it is claimed that the model displays significant generality
    .no = it is not claimed that the model displays significant generality below the criterion
rule-not-excepted-as-research =
    .yes = the model is not excepted as one used for research, development or prototyping before it is placed on the market
    .no = the model is excepted as one used for research, development or prototyping before it is placed on the market
    .needs-fact = a fact is missing to tell whether the model is excepted as one used for research, development or prototyping
rule-not-for-research-only =
    .yes = it is not claimed that the model is used solely for research, development or prototyping
    .no = it is claimed that the model is used solely for research, development or prototyping
rule-placing-on-record =
    .yes = a day of placing on the Union market is on record: { $date }
    .no = the model is not placed on the Union market, and no day for it is set
    .needs-fact = it is not known whether and when the model was placed on the Union market

# Provider: Art. 3(3)

rule-provider =
    .yes = the undertaking is the provider of the model
    .no = the undertaking is not the provider of the model
    .needs-fact = a fact is missing to tell whether the undertaking is the provider of the model
    .needs-judgment = whether the undertaking is the provider of the model is a matter of judgment
rule-not-a-modification =
    .yes = the model is not a modification of another provider's model
    .no = the model is a modification of another provider's model
rule-modification-over-a-third =
    .yes = the modification used { $fact }, more than a third of the compute counted for the original model
    .no = the modification used { $fact }, no more than a third of the compute counted for the original model
    .needs-fact = it is not known whether the modification used more than a third of the original model's compute
    .needs-judgment = the guidelines that name the share of a third were not published, so whether the modification makes a provider is a matter of judgment

# Systemic risk: Arts 51 and 52

rule-high-impact-capabilities =
    .yes = the model has high-impact capabilities, as presumed or as evaluated
    .no = high-impact capabilities are neither presumed nor found by an evaluation
    .needs-fact = a fact is missing to tell whether the model has high-impact capabilities
    .needs-judgment = whether the model has high-impact capabilities is a matter of judgment
rule-high-impact-presumed =
    .yes = high-impact capabilities are presumed: the training compute, { $fact }, is greater than { $threshold }
    .no = high-impact capabilities are not presumed: the training compute, { $fact }, is not greater than { $threshold }
    .needs-fact = the training compute is not known, on which the presumption of high-impact capabilities depends
    .needs-judgment = the estimates of the training compute, { $fact }, disagree on whether it is greater than { $threshold }
rule-high-impact-evaluated =
    .yes = an evaluation found high-impact capabilities
    .no = no evaluation on record found high-impact capabilities
    .needs-fact = it is not known whether an evaluation found high-impact capabilities
    .needs-judgment = no evaluation is on record, so whether the capabilities are high-impact is a matter of judgment
rule-modified-from-systemic-risk =
    .yes = high-impact capabilities are presumed of a model made by modifying one with systemic risk
    .no = high-impact capabilities are not presumed for being made from a model with systemic risk
    .needs-fact = a fact is missing to tell whether high-impact capabilities are presumed for being made from a model with systemic risk
    .needs-judgment = whether high-impact capabilities are presumed for being made from a model with systemic risk is a matter of judgment
rule-presumed-for-modified-model =
    .yes = whoever becomes provider by modifying a model with systemic risk is presumed to provide one with high-impact capabilities
    .no = a modified model is judged by its own training compute and evaluation alone, as read or before the guidelines
rule-original-systemic-risk =
    .yes = the original model is one with systemic risk, as recorded or by its training compute
    .no = the original model is not one with systemic risk, as recorded or by its training compute
    .needs-fact = it is not known whether the original model is one with systemic risk
rule-systemic-risk =
    .yes = the model is a general-purpose AI model with systemic risk
    .no = the model is not a general-purpose AI model with systemic risk
    .needs-fact = a fact is missing to tell whether the model is one with systemic risk
    .needs-judgment = whether the model is one with systemic risk is a matter of judgment
rule-classified =
    .yes = there is a ground to classify the model as one with systemic risk
    .no = there is no ground to classify the model as one with systemic risk
    .needs-fact = a fact is missing to tell whether there is a ground to classify the model as one with systemic risk
    .needs-judgment = whether there is a ground to classify the model as one with systemic risk is a matter of judgment
rule-classified-by-capabilities =
    .yes = high-impact capabilities are a ground to classify the model
    .no = high-impact capabilities are not a ground to classify the model
    .needs-fact = a fact is missing to tell whether high-impact capabilities are a ground to classify the model
    .needs-judgment = whether high-impact capabilities are a ground to classify the model is a matter of judgment
rule-not-rebutted =
    .yes = no arguments of the provider keep the model from being classified
    .no = arguments of the provider keep the model from being classified
rule-designated =
    .yes = a designation by the Commission is in force, made on { $date }
    .no = no designation by the Commission is in force

# Open-source exception: Arts 53(2) and 54(6)

rule-open-source-exception =
    .yes = the open-source exception is open
    .no = the open-source exception is not open
    .needs-fact = a fact is missing to tell whether the open-source exception is open
    .needs-judgment = whether the open-source exception is open is a matter of judgment
rule-free-licence =
    .yes = the licence is free and open-source in the sense of the exception
    .no = the licence is not free and open-source in the sense of the exception
    .needs-fact = a fact is missing to tell whether the licence is free and open-source in the sense of the exception
    .needs-judgment = whether the licence is free and open-source in the sense of the exception is a matter of judgment
rule-licence-access =
    .yes = the licence allows access to the model
    .no = the licence does not allow access to the model
    .needs-fact = it is not known whether the licence allows access to the model
rule-licence-use =
    .yes = the licence allows usage
    .no = the licence does not allow usage without restriction
    .needs-fact = it is not known whether the licence allows usage
rule-licence-modification =
    .yes = the licence allows modification
    .no = the licence does not allow modification
    .needs-fact = it is not known whether the licence allows modification
rule-licence-distribution =
    .yes = the licence allows distribution
    .no = the licence does not allow distribution
    .needs-fact = it is not known whether the licence allows distribution
rule-not-monetised =
    .yes = nothing of value is asked in return for access to the model
    .no = something of value is asked in return for access to the model
    .needs-fact = it is not known whether something of value is asked in return for access to the model
rule-public-parameters =
    .yes = the parameters and the information on architecture and usage are publicly available
    .no = the parameters or the information on architecture or usage are not publicly available
    .needs-fact = a fact is missing to tell whether parameters, architecture and usage information are publicly available
    .needs-judgment = whether parameters, architecture and usage information are publicly available is a matter of judgment
rule-weights-public =
    .yes = the parameters, including the weights, are publicly available
    .no = the parameters, including the weights, are not publicly available
    .needs-fact = it is not known whether the parameters, including the weights, are publicly available
rule-architecture-public =
    .yes = information on the model architecture is publicly available
    .no = information on the model architecture is not publicly available
    .needs-fact = it is not known whether information on the model architecture is publicly available
rule-usage-information-public =
    .yes = information on model usage is publicly available
    .no = information on model usage is not publicly available
    .needs-fact = it is not known whether information on model usage is publicly available
rule-no-systemic-risk =
    .yes = the model is not one with systemic risk, which would close the exception
    .no = the model is one with systemic risk, which closes the exception
    .needs-fact = a fact is missing to tell whether systemic risk closes the exception
    .needs-judgment = whether systemic risk closes the exception is a matter of judgment

# Obligations: Arts 52 to 55, 111(3) and 113

rule-duty =
    .yes = the obligation binds on { $as-of }
    .no = the obligation does not bind on { $as-of }
    .needs-fact = a fact is missing to tell whether the obligation binds on { $as-of }
    .needs-judgment = whether the obligation binds on { $as-of } is a matter of judgment
rule-addressed =
    .yes = the obligation is addressed to this undertaking for this model
    .no = the obligation is not addressed to this undertaking for this model
    .needs-fact = a fact is missing to tell whether the obligation is addressed to this undertaking for this model
    .needs-judgment = whether the obligation is addressed to this undertaking for this model is a matter of judgment
rule-not-excepted =
    .yes = the open-source exception does not lift the obligation
    .no = the open-source exception lifts the obligation
    .needs-fact = a fact is missing to tell whether the open-source exception lifts the obligation
    .needs-judgment = whether the open-source exception lifts the obligation is a matter of judgment
rule-third-country =
    .yes = the provider is established in a third country: { $fact }
    .no = the provider is established in the Union: { $fact }
    .needs-fact = it is not known whether the provider is established in a third country
rule-limited-to-modification =
    .yes = what the obligation asks is limited to the modification: to information on it, and to the data used for it
rule-placed-on-market =
    .yes = the model was placed on the Union market on { $date }
    .no = the model was not placed on the Union market by { $as-of }
    .needs-fact = it is not known whether and when the model was placed on the Union market
rule-application-date-reached =
    .yes = the day from which the obligation applies has come: { $date }
    .no = the day from which the obligation applies has not come by { $as-of }; first day: { $date }
    .needs-fact = the facts on record do not tell from which day the obligation applies

# Ways to demonstrate compliance: Arts 40, 41, 53(4), 55(2) and 56

rule-way-harmonised-standard =
    .yes = the way of harmonised standards is open
    .no = the way of harmonised standards is not open
    .needs-fact = a fact is missing to tell whether the way of harmonised standards is open
    .needs-judgment = whether the way of harmonised standards is open is a matter of judgment
rule-standard-published =
    .yes = the reference of a harmonised standard for an obligation in question is published
    .no = no reference of a harmonised standard for the obligations in question is published
rule-standard-conformed =
    .yes = the model is claimed to be in conformity with a published standard for such an obligation
    .no = the model is not claimed to be in conformity with a published standard for such an obligation
rule-way-common-specification =
    .yes = the way of common specifications is open
    .no = the way of common specifications is not open
    .needs-fact = a fact is missing to tell whether the way of common specifications is open
    .needs-judgment = whether the way of common specifications is open is a matter of judgment
rule-specification-adopted =
    .yes = common specifications for an obligation in question are established by implementing act
    .no = no common specifications for the obligations in question are established by implementing act
rule-specification-conformed =
    .yes = the model is claimed to be in conformity with common specifications for such an obligation
    .no = the model is not claimed to be in conformity with common specifications for such an obligation
rule-way-code-of-practice =
    .yes = the provider may rely on the code to demonstrate compliance, as far as it adheres to it
    .no = the provider cannot rely on a code to demonstrate compliance, as things stand
    .needs-fact = a fact is missing to tell whether the provider may rely on the code to demonstrate compliance
    .needs-judgment = whether the provider may rely on the code to demonstrate compliance is a matter of judgment
rule-code-published =
    .yes = the code was published on { $date }
    .no = no code to rely on was published by { $as-of }
rule-code-adequate =
    .yes = the code counts as an approved code of practice; day of its adequacy assessment: { $date }
    .no = no code to rely on counts as an approved code of practice by { $as-of }
rule-no-standard-yet =
    .yes = the code covers an obligation in question that is still without a harmonised standard
    .no = the code covers no obligation in question that is still without a harmonised standard
rule-adheres =
    .yes = the provider adheres to the code for such an obligation
    .no = the provider does not adhere to the code for such an obligation
rule-way-general-validity =
    .yes = the way of a code with general validity within the Union is open
    .no = the way of a code with general validity within the Union is not open
    .needs-fact = a fact is missing to tell whether the way of a code with general validity is open
    .needs-judgment = whether the way of a code with general validity is open is a matter of judgment
rule-approved-by-act =
    .yes = an implementing act of { $date } approved the code, which covers an obligation in question
    .no = no implementing act has approved a code for an obligation in question by { $as-of }
rule-way-common-rules =
    .yes = there are common rules for an obligation in question
    .no = there are no common rules for the obligations in question
    .needs-fact = a fact is missing to tell whether there are common rules for an obligation in question
    .needs-judgment = whether there are common rules for an obligation in question is a matter of judgment
rule-common-rules-adopted =
    .yes = an implementing act in effect provides common rules for an obligation in question
    .no = no implementing act in effect provides common rules for the obligations in question
rule-way-alternative-means =
    .yes = alternative adequate means are what remains for an obligation that binds, will bind or cannot be ruled out
    .no = the provider is not asked to demonstrate alternative adequate means of compliance
    .needs-fact = a fact is missing to tell whether alternative adequate means of compliance are asked for
    .needs-judgment = whether alternative adequate means of compliance are asked for is a matter of judgment
rule-not-otherwise-shown =
    .yes = adherence and conformity on record leave an obligation in question to be shown by other means
    .no = adherence and conformity on record leave no obligation in question to be shown by other means

# Fines: Arts 101 and 113

rule-fine =
    .yes = a fine for infringing an obligation on { $as-of } is possible
    .no = a fine for infringing an obligation on { $as-of } is not possible
    .needs-fact = a fact is missing to tell whether a fine for infringing an obligation on { $as-of } is possible
    .needs-judgment = whether a fine for infringing an obligation on { $as-of } is possible is a matter of judgment
rule-enforcement-applies =
    .yes = the provisions on enforcement and fines apply since { $date }
    .no = the provisions on enforcement and fines do not apply before { $date }
rule-a-duty-is-enforceable =
    .yes = at least one obligation binds and can be enforced
    .no = no obligation both binds and can be enforced
    .needs-fact = a fact is missing to tell whether an obligation binds and can be enforced
    .needs-judgment = whether an obligation binds and can be enforced is a matter of judgment

# Scope of adherence: Art. 56(7)

rule-scope-allowed =
    .yes = the declared scope of adherence is allowed
    .no = the declared scope of adherence is not allowed
    .needs-fact = a fact is missing to tell whether the declared scope of adherence is allowed
    .needs-judgment = whether the declared scope of adherence is allowed is a matter of judgment
rule-scope-whole-code =
    .yes = the provider adheres to the whole code
    .no = the provider does not adhere to the whole code
rule-scope-limited-to-art-53 =
    .yes = adherence may be limited to Article 53, as the model is not one with systemic risk
    .no = adherence may not be limited to Article 53, as the model is one with systemic risk
    .needs-fact = a fact is missing to tell whether adherence may be limited to Article 53
    .needs-judgment = whether adherence may be limited to Article 53 is a matter of judgment
rule-scope-chapters =
    .yes = chapters of the code may be left out, with loss of its benefit in that respect
    .no = no other limitation of adherence is provided for than that to Article 53

# Measures of a code

rule-measure-binds =
    .yes = under its adherence, the measure binds the provider for this model
    .no = the measure does not bind the provider for this model
    .needs-fact = a fact is missing to tell whether the measure binds the provider for this model
    .needs-judgment = whether the measure binds the provider for this model is a matter of judgment
rule-measure-in-scope =
    .yes = the declared scope of adherence includes the measure
    .no = the declared scope of adherence does not include the measure
rule-measure-condition =
    .yes = the condition that the measure sets is met
    .no = the condition that the measure sets is not met
    .needs-fact = the condition that the measure sets turns on a fact that is not known
    .needs-judgment = the condition that the measure sets turns on a matter of judgment
rule-measure-addresses-general-purpose =
    .yes = the measure addresses providers of general-purpose AI models: for this model, the undertaking is one
    .no = the measure addresses providers of general-purpose AI models: for this model, the undertaking is not one
    .needs-fact = a fact is missing to tell whether the undertaking is addressed as provider of a general-purpose AI model
    .needs-judgment = whether the undertaking is addressed as provider of a general-purpose AI model is a matter of judgment
rule-measure-addresses-systemic-risk =
    .yes = the measure addresses providers of models with systemic risk: for this model, the undertaking is one
    .no = the measure addresses providers of models with systemic risk: for this model, the undertaking is not one
    .needs-fact = a fact is missing to tell whether the undertaking is addressed as provider of a model with systemic risk
    .needs-judgment = whether the undertaking is addressed as provider of a model with systemic risk is a matter of judgment
rule-measure-addresses-systems =
    .yes = the undertaking has an AI system that the measure addresses
    .no = the undertaking has no AI system that the measure addresses
    .needs-judgment = whether the undertaking has an AI system that the measure addresses is a matter of judgment
rule-measure-not-exempt-open-source =
    .yes = the exemption of models under the open-source exception does not lift the measure
    .no = the exemption of models under the open-source exception lifts the measure
    .needs-fact = a fact is missing to tell whether the measure is lifted for a model under the open-source exception
    .needs-judgment = whether the measure is lifted for a model under the open-source exception is a matter of judgment
rule-measure-not-exempt-similarly-safe =
    .yes = it is not claimed that the model is similarly safe or safer, which would lift the measure
    .no = it is claimed that the model is similarly safe or safer, which lifts the measure
rule-measure-not-exempt-inferior =
    .yes = it is not claimed that the model is inferior to an open-weight model, which would lift the measure
    .no = it is claimed that the model is inferior to an open-weight model, which lifts the measure

## What rules decide about

# Facts

fact-provider-country = country of establishment
fact-provider-worldwide-turnover = worldwide annual turnover in the preceding financial year
fact-provider-period = headcount, turnover and balance sheet by accounting period
fact-provider-public-body-control = public bodies' control of a quarter or more
fact-provider-representative-appointed = appointment of an authorised representative
fact-model-placed-on-market = placing on the Union market
fact-model-generates = kinds of content the model generates
fact-model-training-compute = cumulative training compute
fact-model-high-impact-capabilities = outcome of an evaluation for high-impact capabilities
fact-model-commission-condition-known-on = day the high-impact condition was met or foreseen
fact-model-licence-access = licence terms on access
fact-model-licence-use = licence terms on usage
fact-model-licence-modification = licence terms on modification
fact-model-licence-distribution = licence terms on distribution
fact-model-licence-weights-public = public availability of the parameters, including weights
fact-model-licence-architecture-public = public availability of architecture information
fact-model-licence-usage-information-public = public availability of usage information
fact-model-licence-monetised = something of value asked for access
fact-model-modification-modification-compute = training compute used for the modification
fact-model-modification-original-systemic-risk = systemic risk of the original model

# Obligations

obligation-art-52-para-1 = notification to the Commission
obligation-art-53-para-1-point-a = technical documentation
obligation-art-53-para-1-point-b = information for downstream providers
obligation-art-53-para-1-point-c = copyright policy
obligation-art-53-para-1-point-d = public summary of training content
obligation-art-53-para-3 = cooperation with the authorities
obligation-art-54-para-1 = authorised representative
obligation-art-55-para-1-point-a = model evaluation
obligation-art-55-para-1-point-b = systemic-risk assessment and mitigation
obligation-art-55-para-1-point-c = serious incident reporting
obligation-art-55-para-1-point-d = cybersecurity protection



# Ways to demonstrate compliance

way-harmonised-standard = conformity with harmonised standards
way-common-specification = conformity with common specifications
way-code-of-practice = adherence to a code of practice
way-general-validity = code of practice with general validity
way-common-rules = common rules by implementing act
way-alternative-means = alternative adequate means of compliance

# What a way is worth

worth-presumption-of-conformity = presumption of conformity, to the extent covered
worth-relied-on-to-demonstrate = reliance to demonstrate compliance, without a presumption of conformity
worth-binding-rules = rules that bind
worth-assessed-by-commission = demonstration for assessment by the Commission

# Size classes

size-micro = microenterprise
size-small = small enterprise
size-medium = medium-sized enterprise
size-smc = small mid-cap enterprise (SMC)
size-large = enterprise that is neither an SME nor an SMC

# Where an obligation stands

duty-status-binds = binds
duty-status-ahead = does not bind yet
duty-status-does-not-bind = does not bind
duty-status-open = open

# What is missing from a measure

gap-no-statement = nothing is stated
gap-held-not-applicable = held not to apply, although it binds
gap-planned = planned, not implemented
gap-partial = implemented in part
gap-no-evidence = no evidence that speaks for the day
gap-evidence-expired = all evidence has expired, last on { $date }

# Where something due stands

due-status-overdue = overdue on record
due-status-due = due
due-status-earliest = possible from the day on
due-status-keep = to be kept
due-status-lifted = lifted, not due
due-status-done = done in time
due-status-done-late = done late
due-status-before-adherence = last day before adherence began
due-status-missed-before-end = missed under an adherence that has ended

# States of implementation

state-implemented = implemented
state-partial = implemented in part
state-planned = planned
state-alternative = achieved by other means
state-not-applicable = held not to apply

# Events that deadlines run from

event-placing = placing on the market
event-condition-known = high-impact condition met or foreseen
event-systemic-risk-notification = notification to the Commission
event-framework-confirmed = confirmation of the Framework or of an update
event-framework-assessed = assessment of the Framework
event-model-report = submission of a Model Report
event-model-report-update = confirmation of an update of the Model Report
event-downstream-request = request of a downstream provider for information
event-ai-office-request = request of the AI Office for information
event-complaint = complaint of a rightsholder
event-evaluator-findings = learning of an external evaluator's findings
event-incident-critical-infrastructure = awareness of the model's involvement in a disruption of critical infrastructure
event-incident-cybersecurity = awareness of the model's involvement in a serious cybersecurity breach
event-incident-death = awareness of the model's involvement in a death
event-incident-serious-harm = awareness of the model's involvement in serious harm to health, fundamental rights, property or the environment
event-incident-initial-report = submission of the initial incident report
event-incident-resolved = resolution of a serious incident
event-incident-documented = documentation of a serious incident
event-safe-reference-lost = loss of the standing as a safe reference model
event-access-check = check of authorised access

# Cover of a code

coverage-covered = covered
coverage-left-out = left out with a reason
coverage-missing = neither covered nor left out with a reason
coverage-not-asked = not covered; a code is not asked to

# What a code is measured against

requirement-obligation = obligation
requirement-issue = issue
requirement-beyond = not asked
requirement-voluntary = voluntary
requirement-topic = topic

# How much a rule binds

strength-guidelines = Commission guidelines C(2025) 5045, { $place }, not binding
strength-code = text of a code
strength-own = adhere's own rule



# Lengths of time

unit-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
unit-business-days =
    { $count ->
        [one] { $count } business day
       *[other] { $count } business days
    }
unit-weeks =
    { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }
unit-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
unit-years =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
