// Proposes the zone of the browser where no zone was chosen yet. Without it the zone is chosen from a list.
"use strict";

const proposal = document.querySelector("[data-zone]");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (proposal && zone && zone !== proposal.dataset.zone) {
  proposal.querySelector("[data-name]").textContent = zone;
  proposal.querySelector("[data-take]").value = zone;
  proposal.hidden = false;
}
