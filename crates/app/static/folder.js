// Sends a folder and shows how far it is; takes a whole folder, also one that is dropped. Without it the form sends the
// files that were chosen, and the browser says that it waits.
"use strict";

// Binds what is on the page now: what is answered takes its place.
function bind() {
  const place = document.querySelector("[data-folder-in]");
  const confirm = document.querySelector("form[data-confirm]");
  if (place) bindSending(place);
  if (confirm) bindConfirming(confirm);
}

function bindSending(place) {
  const form = place.querySelector("form");
  const status = place.querySelector("[data-status]");
  const whole = place.querySelector("[data-whole]");
  let files = [];
  const take = (chosen) => {
    files = chosen;
    status.textContent = files.map(({ path }) => path).slice(0, 3).join(", ") + (files.length > 3 ? ` … (${files.length})` : "");
  };
  form.querySelector("input[type=file]").addEventListener("change", (event) => take(chosenIn(event.target)));
  whole.hidden = false;
  whole.querySelector("input").addEventListener("change", (event) => take(chosenIn(event.target)));
  place.querySelector("[data-drop]").hidden = false;
  place.addEventListener("dragover", (event) => event.preventDefault());
  place.addEventListener("drop", async (event) => {
    event.preventDefault();
    take(await dropped(event));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // What a browser still knows of an earlier visit was chosen before this script could see it.
    send(place, form, files.length > 0 ? files : chosenIn(form.querySelector("input[type=file]")));
  });
}

function send(place, form, files) {
  const [button, status, progress] = [form.querySelector("button"), place.querySelector("[data-status]"), place.querySelector("progress")];
  const body = new FormData();
  for (const { file, path } of files) body.append("files", file, path);
  const request = new XMLHttpRequest();
  button.disabled = true;
  progress.hidden = false;
  status.textContent = place.dataset.sending;
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) progress.value = (100 * event.loaded) / event.total;
  });
  request.upload.addEventListener("load", () => {
    // How long it takes to look into the files nobody knows.
    progress.removeAttribute("value");
    status.textContent = place.dataset.working;
  });
  request.addEventListener("load", () => show(request.responseText));
  request.addEventListener("error", () => {
    button.disabled = false;
    progress.hidden = true;
    status.textContent = place.dataset.failed;
  });
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/html");
  request.send(body);
}

// Shows what was answered in the place of what is there, and begins to read it at its heading.
function show(text) {
  const answer = new DOMParser().parseFromString(text, "text/html");
  document.title = answer.title;
  document.querySelector("main").replaceWith(answer.querySelector("main"));
  const heading = document.querySelector("main h1");
  heading.tabIndex = -1;
  heading.focus();
  bind();
}

function bindConfirming(form) {
  form.addEventListener("submit", () => {
    form.querySelector("button").disabled = true;
    form.querySelector("[data-status]").textContent = form.dataset.working;
  });
}

bind();
