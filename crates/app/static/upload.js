// Uploads one file after the other, shows how far each is, and takes files and folders that are dropped. Without it the
// form sends all files at once.
"use strict";

const place = document.querySelector("[data-upload]");
const form = place.querySelector("form");
const input = form.querySelector("input[type=file]");
const list = place.querySelector("[data-list]");
const status = place.querySelector("[data-status]");
const drop = place.querySelector("[data-drop]");
const folder = place.querySelector("[data-folder]");
const waiting = [];
// Where the last file that was kept led.
let arrived = form.action;

// A row for a file that waits: its title and its days can be changed before it is sent.
function add(file, path) {
  const row = place.querySelector("template").content.cloneNode(true).firstElementChild;
  row.querySelector("[data-name]").textContent = path;
  for (const field of row.querySelectorAll("[data-field]")) {
    const common = form.elements[field.dataset.field];
    field.value = field.dataset.field === "title" ? path : common.value;
  }
  const entry = { file, path, row };
  row.querySelector("[data-leave-out]").addEventListener("click", () => {
    waiting.splice(waiting.indexOf(entry), 1);
    row.remove();
    list.hidden = list.children.length === 0;
  });
  waiting.push(entry);
  list.append(row);
  list.hidden = false;
}

// Sends one file; says what is wrong with it, or nothing.
function send({ file, path, row }) {
  const body = new FormData();
  for (const field of row.querySelectorAll("[data-field]")) body.append(field.dataset.field, field.value);
  const chosen = form.querySelector("input[name=confidentiality]:checked");
  body.append("confidentiality", chosen ? chosen.value : "");
  for (const hidden of form.querySelectorAll("input[type=hidden]")) body.append(hidden.name, hidden.value);
  body.append("files", file, path);
  const progress = row.querySelector("progress");
  progress.hidden = false;
  progress.setAttribute("aria-label", path);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress.value = (100 * event.loaded) / event.total;
    });
    request.addEventListener("load", () => {
      if (request.status === 200) {
        arrived = request.responseURL;
        return resolve("");
      }
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const wrong = page.querySelector(".problem ul li, .problem p:not(:first-child), main p");
      return resolve(wrong ? wrong.textContent : String(request.status));
    });
    request.addEventListener("error", () => resolve(place.dataset.failed));
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "text/html");
    request.send(body);
  });
}

async function sendAll() {
  const button = form.querySelector("button");
  button.disabled = true;
  let failed = 0;
  for (const entry of [...waiting]) {
    const wrong = await send(entry);
    entry.row.querySelector("[data-outcome]").textContent = wrong || place.dataset.kept;
    if (wrong) {
      failed += 1;
    } else {
      waiting.splice(waiting.indexOf(entry), 1);
      entry.row.querySelector(".filters").remove();
    }
    status.textContent = `${entry.path}: ${wrong || place.dataset.kept}`;
  }
  button.disabled = false;
  if (failed === 0) location.assign(arrived);
}

input.addEventListener("change", () => {
  for (const { file, path } of chosenIn(input)) add(file, path);
  input.value = "";
});
folder.hidden = false;
folder.querySelector("input").addEventListener("change", (event) => {
  for (const { file, path } of chosenIn(event.target)) add(file, path);
  event.target.value = "";
});
form.querySelector("#title").closest(".field").hidden = true;
form.addEventListener("submit", (event) => {
  if (waiting.length === 0) return;
  event.preventDefault();
  sendAll();
});
drop.hidden = false;
place.addEventListener("dragover", (event) => event.preventDefault());
place.addEventListener("drop", async (event) => {
  event.preventDefault();
  for (const { file, path } of await dropped(event)) add(file, path);
});
