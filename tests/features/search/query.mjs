// Answers queries as the browser would: JSON lines {"lang": …, "query": …} in, a JSON list of
// addresses a line out.
//
//     node tests/features/search/query.mjs OUTPUT_DIR [--bytes | --full]
//
// With --full: {"urls": […], "card": is the card of the hotline shown, "read_as": how else the
// words were read}.
// With --bytes: {"urls": […], "bytes": n, "requests": n, "kinds": {…}}, what a visitor with an empty
// cache downloads, in brotli; of each kind of file [in brotli, in gzip].

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const SHOWN = 10;
const [folder, ...options] = process.argv.slice(2);
const sizes = new Map();

// Node takes a file that ends in .js for a module only where a package.json says so.
const scripts = mkdtempSync(path.join(tmpdir(), "search-"));
process.on("exit", () => rmSync(scripts, { recursive: true }));
writeFileSync(path.join(scripts, "package.json"), '{"type": "module"}');
cpSync(path.join(folder, "theme"), path.join(scripts, "theme"), { recursive: true });

// What the search page of a language says of its files.
export function settings(lang) {
  const page = path.join(folder, lang, "search", "index.html");
  const form = readFileSync(existsSync(page) ? page : path.join(folder, "search.html"), "utf-8");
  const value = (name) => form.match(new RegExp(`data-${name}="([^"]*)"`))?.[1] ?? "";
  const root = value("root");
  const file = (address) => address.slice(root.length);
  const others = value("fallback").split(" ").filter(Boolean);
  return {
    script: file(value("script")),
    more: file(value("more")),
    help: file(value("help")),
    table: value("table"),
    need: value("need"),
    others,
  };
}

function visitor(lang) {
  const { script, more, help, ...known } = settings(lang);
  const seen = new Set();
  const load = (name) => {
    seen.add(name);
    return import(pathToFileURL(path.join(scripts, name)));
  };
  const read = async (name) => {
    seen.add(`search/${name}`);
    return readFileSync(path.join(folder, "search", name), "utf-8");
  };
  const finder = load(script).then(({ createFinder }) =>
    createFinder({ lang, ...known, read, loadMore: (name) => load({ more, help }[name]) }),
  );
  return { seen, finder };
}

// The bytes of a file as a server sends it, in brotli and in gzip.
const weigh = (name) => {
  const data = readFileSync(path.join(folder, name));
  if (!sizes.has(name))
    sizes.set(name, [brotliCompressSync(data).length, gzipSync(data, { level: 9 }).length]);
  return sizes.get(name);
};

// theme/search.….js: script; search/be.json: manifest; search/be/t12-….txt: t, and so on.
function kindOf(name) {
  if (name.startsWith("theme/")) return name.match(/search(?:-\w+)?/)[0];
  return name.match(/^search\/\w+\.json$/) ? "manifest" : path.basename(name).match(/^[a-z]+/)[0];
}

function kindsOf(names) {
  const kinds = {};
  for (const name of names) {
    const [kind, sizes] = [kindOf(name), weigh(name)];
    kinds[kind] = (kinds[kind] ?? [0, 0]).map((sum, at) => sum + sizes[at]);
  }
  return kinds;
}

const visitors = {};
for await (const line of createInterface({ input: process.stdin })) {
  const { lang, query } = JSON.parse(line);
  if (options.includes("--bytes")) visitors[lang] = null;
  const { seen, finder } = (visitors[lang] ??= visitor(lang));
  const { ask, show } = await finder;
  const { results, need, readAs } = await ask(query);
  const urls = (await show(results.slice(0, SHOWN))).map(({ url }) => `/${url}`);
  if (options.includes("--full"))
    console.log(JSON.stringify({ urls, card: Boolean(need), read_as: readAs ? [readAs] : [] }));
  else if (options.includes("--bytes")) {
    const kinds = kindsOf(seen);
    const bytes = Object.values(kinds).reduce((sum, [brotli]) => sum + brotli, 0);
    console.log(JSON.stringify({ urls, bytes, requests: seen.size, kinds }));
  } else console.log(JSON.stringify(urls));
}
