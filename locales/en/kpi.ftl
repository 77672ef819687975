# Indicators: how they are shown, what their templates say, and how validating them ends.

kpi-compiled = { $set } for { $code }: { $indicators ->
        [one] one indicator
       *[other] { $indicators } indicators
    }
    sha256 { $digest }
kpi-not-compiled = { $errors ->
        [one] one error
       *[other] { $errors } errors
    }: the set does not compile
kpi-valid = { $provider }, { $period }: { $values ->
        [one] one value
       *[other] { $values } values
    }, valid against { $set }
kpi-invalid = { $errors ->
        [one] one error
       *[other] { $errors } errors
    }: the report is not taken over

# An indicator as shown

kpi-label-serves = serves:
kpi-label-kind = value:
kpi-label-unit = unit:
kpi-label-direction = better:
kpi-label-period = reported:
kpi-label-sizes = by:
kpi-label-target = target:
kpi-label-method = method:
kpi-label-numerator = numerator:
kpi-label-denominator = denominator:
kpi-label-not-available = not available:
kpi-label-entry = entry:
kpi-label-breakdown = broken down:
kpi-label-formula = formula:

kpi-kind-share = share in percent
kpi-kind-count = count
kpi-kind-number = number
kpi-kind-days = days
kpi-kind-yes-no = yes or no
kpi-kind-choice = one of a list
kpi-kind-text = text

kpi-direction-higher = higher
kpi-direction-lower = lower
kpi-direction-neutral = neither

kpi-period-yearly = yearly
kpi-period-half-yearly = half-yearly
kpi-period-quarterly = quarterly
kpi-period-monthly = monthly
kpi-period-per-event = for each event

# The template of a report

kpi-head-code = The code that the report is about
kpi-head-set = The set of indicators
kpi-head-digest = The SHA-256 of the set, by which the report is held against the right version
kpi-head-period = The period of the report
kpi-head-size = The size class of the provider: micro, small, medium, smc (small mid-cap) or large
kpi-head-provider = The legal name of the provider

kpi-column-required-for = The size classes that must fill the row. It is not read.
kpi-column-indicator = The id of the indicator.
kpi-column-title = Its title. It is not read.
kpi-column-unit = The unit of the value.
kpi-column-period = The period that the value is for. For an event, its day, such as 2026-05-03.
kpi-column-breakdown = By what the value is broken down; empty for the total.
kpi-column-entry = The entry of the breakdown that the value is for.
kpi-column-value = The value: digits with a point for figures, yes or no, an entry of the list, or text.
kpi-column-numerator = For a share: what is counted above the line.
kpi-column-denominator = For a share: what is counted below the line.
kpi-column-quality = How good the value is: measured, sampled, modelled, estimated or partial.
kpi-column-method-note = How the value was arrived at; required unless it is measured.
kpi-column-not-available = Why there is no value, in place of one.

kpi-quality-measured = Counted or measured in full, by the method of the indicator.
kpi-quality-sampled = Measured on a sample; the method note says how it was drawn and how large it is.
kpi-quality-modelled = Computed by a model from other figures; the method note names the model and the figures.
kpi-quality-estimated = Estimated by judgment; the method note says whose, and on what basis.
kpi-quality-partial = Measured for a part of what the indicator is about; the method note says which.

kpi-instruction-head = Fill in who reports on the sheet Report, and nothing else there.
kpi-instruction-rows = On the sheet Values, fill the row of each figure. Only the coloured cells are to be filled.
kpi-instruction-values = Each row has either a value with its quality, or the reason why there is none. A share also has its numerator and denominator, and is what they give, rounded.
kpi-instruction-not-available = The sheet Indicators says how each figure is measured and when it counts as not available.
kpi-instruction-open-rows = Rows with an empty period or an empty entry are for events, or for entries of your own such as models: fill as many as there are, copy them if they are too few, and leave the others empty.
kpi-instruction-formulas = Type values. Formulas are not computed and are refused.
kpi-instruction-validate = Check the filled file with: adhere kpi validate FILE --code CODE

kpi-heading-indicator = Indicator
kpi-heading-title = Title
kpi-heading-method = Method
kpi-heading-numerator = Numerator
kpi-heading-denominator = Denominator
kpi-heading-not-available = Not available when
kpi-heading-target = Target
kpi-heading-note = For this size class

kpi-cell-hint = See the sheet Indicators for the method.
kpi-cell-refused = This cell does not accept that; see the sheet Instructions.
