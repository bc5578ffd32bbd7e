// A page as the editor keeps it: each field as a value, the text as `body`, and the file as it was
// read as `_original`, from which every line is taken again that nobody has changed.
//
// `fields` is a list of { name, form, word, parts }, in the order in which they stand in a file. A
// form says how a field is written: text, names (with commas), switch (`word` or nothing), parts
// (with bars between them), rows (one of these a line).

import { aligned } from "./aligned.js";
import { blockOf, isYaml, yamlBlocks } from "./yaml-fields.js";

const FIELD = /^([A-Za-z][A-Za-z-]*)[ \t]*:[ \t]*(.*)$/;
const CONTINUED = /^[ \t]/;
const COMMA = /[,،]/;
const INDENT = "    ";

const words = (value) => (value ?? "").trim().split(/\s+/).join(" ").trim();
const split = (value, sign) =>
  value
    .split(sign)
    .map(words)
    .filter((part) => part !== "");
const listed = (value) => (Array.isArray(value) ? value : []);
const rowsOf = (value) => value.split("\n").filter((line) => line.trim());

function readParts(value, { parts }) {
  const said = value.split("|").map(words);
  const last = parts.length - 1;
  const rest = said.slice(last).join(" | ");
  return Object.fromEntries(
    parts.map((part, place) => [part, (place === last ? rest : said[place]) ?? ""]),
  );
}

function writeParts(value, { parts }) {
  const said = parts.map((part) => words(value?.[part]));
  while (said.length > 1 && said[said.length - 1] === "") said.pop();
  return said.join(" | ").trim();
}

const isEmpty = (value) => writeParts(value, { parts: Object.keys(value ?? {}) }) === "";

// How each form is read from the value of a field, and written to it; nothing is no field.
export const FORMS = {
  text: { read: (value) => value, write: (value) => String(value ?? "").trim() },
  names: {
    read: (value) => split(value, COMMA),
    write: (value) => listed(value).map(words).filter(Boolean).join(", "),
  },
  switch: {
    read: (value, { word }) => (value.toLowerCase() === word ? true : value),
    write: (value, { word }) => (value === true ? word : words(value || "")),
  },
  parts: { read: readParts, write: writeParts },
  rows: {
    read: (value, field) => rowsOf(value).map((line) => readParts(line, field)),
    write: (value, field) =>
      listed(value)
        .filter((row) => !isEmpty(row))
        .map((row) => writeParts(row, field))
        .join(`\n${INDENT}`),
  },
};
const PLAIN = { form: "text" };

// The blocks of lines that are the fields, and the text below them.
function blocksOf(text) {
  const lines = text.split("\n");
  const blank = lines.findIndex((line) => !line.trim());
  const end = blank < 0 ? lines.length : blank;
  const blocks = [];
  for (const line of lines.slice(0, end)) {
    const found = line.match(FIELD);
    const last = blocks[blocks.length - 1];
    if (CONTINUED.test(line) && last) {
      last.raw.push(line);
      last.value = `${last.value}\n${line.trim()}`.trim();
    } else {
      blocks.push({ name: found?.[1] ?? "", value: found ? found[2].trim() : line, raw: [line] });
    }
  }
  const body = lines.slice(end + 1).join("\n");
  return { blocks, body, before: [], after: [lines[end] ?? ""] };
}

const taken = (text) => (isYaml(text) ? yamlBlocks(text) : blocksOf(text));

function readBlocks(blocks, known) {
  const values = {};
  for (const { name, value } of blocks) {
    const field = known.get(name) ?? PLAIN;
    if (name && !(name in values)) values[name] = FORMS[field.form].read(value, field);
  }
  return values;
}

const written = (value, field) => FORMS[field.form].write(value, field);
const plainBlock = (name, value) => [`${name}: ${value}`];

// The new blocks: what is unchanged as it was, what is changed in its place, what is new where the
// order of `fields` puts it.
function renewed(old, values, known, block) {
  const before = readBlocks(old, known);
  const names = [...known.keys()];
  const result = [];
  for (const { name, raw } of old) {
    const field = known.get(name);
    const now = field ? written(values[name], field) : "";
    if (!field || now === written(before[name], field)) result.push({ name, raw });
    else if (now) result.push({ name, raw: block(name, now, field) });
  }
  for (const name of names) {
    const now = written(values[name], known.get(name));
    if (!now || name in before) continue;
    const earlier = new Set(names.slice(0, names.indexOf(name)));
    const place = result.findLastIndex((one) => earlier.has(one.name)) + 1;
    result.splice(place, 0, { name, raw: block(name, now, known.get(name)) });
  }
  return result.flatMap(({ raw }) => raw);
}

export function understood(read, unreadable) {
  try {
    return read();
  } catch (error) {
    throw new Error(`${unreadable} ${error.message}`);
  }
}

// How pages are read and written: { fromFile, toFile }, as `registerCustomFormat` wants them.
// `unreadable` is said of a file that only a text editor can keep.
export function format(fields, unreadable = "") {
  const known = new Map(fields.map((field) => [field.name, field]));
  const fromFile = (text) => {
    const { blocks, body } = understood(() => taken(text), unreadable);
    const values = readBlocks(blocks, known);
    return { ...values, body: body.trim(), _original: JSON.stringify(text) };
  };
  const toFile = (values) => {
    const original = values._original ? JSON.parse(values._original) : "";
    const { blocks, body, before, after } = taken(original);
    const block = isYaml(original) ? blockOf : plainBlock;
    const head = renewed(original ? blocks : [], values, known, block);
    const text = aligned(body.trim(), (values.body ?? "").trim());
    const gap = body.match(/^\s*/)[0];
    return `${[...before, ...head, ...after].join("\n")}\n${gap}${text}`.trim();
  };
  return { fromFile, toFile };
}
