# What changed between two versions of a code.

difference-title = From { $old } to { $new }
difference-commitment = Commitments: { $old } before, { $new } now: { $fates }
difference-measure = Measures: { $old } before, { $new } now: { $fates }
difference-texts-not-compared = One version has the full text and the other a summary: texts are not compared. Give the full text with --old-text or --new-text.
difference-left-out = Openly left out: no longer { $removed }; now { $added }
difference-none = Nothing changed.
difference-note = note:
difference-removed = removed
difference-added = added

fate-unchanged = unchanged
fate-changed = changed
fate-renumbered = renumbered
fate-moved = renumbered and changed
fate-merged = merged
fate-split = split
fate-new = new
fate-dropped = dropped
fate-lost = gone without a word
