/* The search box of a mirror. From a server it comes as on the site. Opened from a folder (`file:`), where browsers load
   neither modules nor data, all of it comes as plain scripts, when somebody goes to the box; the order of results is the same. */

const form = document.querySelector('[data-module="search-box"]');
const place = document.querySelector('[data-module="search-page"]');
const at = (path) => new URL(path, document.baseURI);
const waiting = {};
const read = {};

function add(address) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}

function readFile(name) {
  return (read[name] ??= new Promise((resolve, reject) => {
    waiting[name] = resolve;
    add(at(`${form.dataset.root}search/${name}.js`)).catch(reject);
  }));
}

async function fromFolder() {
  globalThis.searchFile = (name, text) => waiting[name](text);
  await add(at(`${form.dataset.root}theme/search-folder.js`));
  const modules = globalThis.searchModules;
  return modules.start(form, place, { read: readFile, loadMore: async () => modules });
}

const fromServer = async () => (await import(at(form.dataset.script))).start(form, place);
const begin = () => (location.protocol === "file:" ? fromFolder() : fromServer()).catch(() => undefined); // else the form leads to the index

if (place && window.name.startsWith("search ")) begin();
else form.addEventListener("focusin", begin, { once: true });
