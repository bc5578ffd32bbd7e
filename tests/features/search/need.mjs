// Which files of words of need a question opens, a JSON list for each JSON line {"query": …}:
// node need.mjs FOLDER NAME

import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { needOf } from "../../../theme/static/js/search/help.js";

const [folder, need] = process.argv.slice(2);
for await (const line of createInterface({ input: process.stdin })) {
  const names = [];
  const read = (name) => names.push(name) && readFile(path.join(folder, name), "utf-8");
  const options = { single: process.argv[4] === "single" };
  const found = await needOf(JSON.parse(line).query, { need, read, opened: {} }, options);
  console.log(JSON.stringify([found, names.map((name) => name.split("-")[0])]));
}
