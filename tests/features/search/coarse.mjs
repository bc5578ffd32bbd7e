// Texts in the coarse letters of words of need, a JSON text a line in and out.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createCoarse } from "../../../theme/static/js/search/coarse.js";

const table = JSON.parse(
  readFileSync(
    new URL("../../../plugins/features/search/tables/need.json", import.meta.url),
    "utf-8",
  ),
);
const coarse = createCoarse(table);
for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(coarse(JSON.parse(line)).join(" ")));
