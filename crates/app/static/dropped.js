// What scripts that upload have in common: every file in what was dropped, with its path.
"use strict";

async function dropped(event) {
  const files = [];
  const walk = async (entry, path) => {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      files.push({ file, path: path + entry.name });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (entries.length === 0) return;
      for (const below of entries) await walk(below, `${path}${entry.name}/`);
    }
  };
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  for (const entry of entries) await walk(entry, "");
  return files;
}

// The files of a field, with the paths that a browser gives those of a folder.
function chosenIn(input) {
  return [...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}
