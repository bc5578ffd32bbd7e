/* The search box of a mirror. From a server it comes as on the site. Opened from a folder
   (`file:`), where browsers load neither modules nor data, all of it comes as plain scripts, when
   somebody goes to the box; the order of results is the same. */

const form = document.querySelector('[data-module="search-box"]');
const place = document.querySelector('[data-module="search-page"]');
// From now on Enter and Find send the question; before, it would have been lost.
form.querySelector("button").removeAttribute("form");
const at = (path) => new URL(path, document.baseURI);
const waiting = {};
const files = {};

function add(address) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), {
      src: address,
      onload: resolve,
      onerror: reject,
    });
    document.head.append(script);
  });
}

function readFile(name) {
  return (files[name] ??= new Promise((resolve, reject) => {
    waiting[name] = resolve;
    add(at(`${form.dataset.root}search/${name}.js`)).catch(reject);
  }));
}

async function fromFolder() {
  globalThis.searchFile = (name, text) => waiting[name](text);
  await add(at(`${form.dataset.root}theme/search-folder.js`));
  const modules = globalThis.searchModules;
  return modules.start(form, place, readFile, async () => modules);
}

async function fetchFile(name) {
  const answer = await fetch(at(`${form.dataset.root}search/${name}`), {
    credentials: "omit",
    referrerPolicy: "no-referrer",
  });
  if (!answer.ok) throw new Error(name);
  return answer.text();
}

async function fromServer() {
  return (await import(at(form.dataset.script))).start(form, place, fetchFile);
}

const begin = () =>
  // Else the form leads to the index.
  (location.protocol === "file:" ? fromFolder() : fromServer()).catch(() => undefined);

if (place && window.name.startsWith("search ")) begin();
else form.addEventListener("focusin", begin, { once: true });
