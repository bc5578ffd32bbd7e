// A data file as a form: entries by key become a list, and back; only lines whose values were
// changed are written anew, so comments, order and spelling of the others stay.

import { understood } from "./front-matter.js";
import { at, keyText, parse, segments, written } from "./toml.js";

const isTable = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isEmpty = (value) =>
  value === undefined ||
  value === null ||
  value === "" ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isTable(value) && Object.values(value).every(isEmpty));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// The values that are no tables, by their path.
function leaves(table, path = []) {
  return Object.entries(table).flatMap(([key, value]) =>
    isTable(value) ? leaves(value, [...path, key]) : [[[...path, key], value]],
  );
}

// `value` without what an untouched control adds: nothing where there was nothing.
function pruned(value, before) {
  if (!isTable(value)) return value;
  const kept = Object.entries(value)
    .map(([key, one]) => [key, pruned(one, isTable(before) ? before[key] : undefined)])
    .filter(([key, one]) => !isEmpty(one) || (isTable(before) && same(before[key], one)));
  return Object.fromEntries(kept);
}

function toEntries(table, { key }) {
  return Object.entries(table ?? {})
    .filter(([, entry]) => isTable(entry))
    .map(([name, entry]) => ({ [key]: name, ...entry }));
}

function fromEntries(list, { key }, before) {
  return (list ?? []).map(({ [key]: name, ...entry }) => [
    String(name ?? "").trim(),
    pruned(entry, before?.[name]),
  ]);
}

// What the file should say: tables of entries, and the values that stand alone.
function wanted(values, form, before) {
  const groups = form.entries.map((entries) => {
    const old = at(before, entries.path);
    if (entries.identity) {
      const known = new Map((old ?? []).map((one) => [one[entries.identity], one]));
      const list = (values[entries.field] ?? []).map((one) => [
        one[entries.identity],
        pruned(one, known.get(one[entries.identity])),
      ]);
      return { ...entries, tables: new Map(list) };
    }
    return { ...entries, tables: new Map(fromEntries(values[entries.field], entries, old)) };
  });
  const alone = Object.fromEntries(form.values.map((name) => [name, values[name]]));
  return { groups, alone: pruned(alone, before) };
}

const line = (keys, value, days) => `${keyText(keys)} = ${written(value, days.has(keys.at(-1)))}\n`;

// The statements of a table, where `table` is what it should say.
function rewritten(statements, table, days) {
  const left = new Map(leaves(table).map(([keys, value]) => [keyText(keys), { keys, value }]));
  const kept = [];
  for (const one of statements) {
    // A value that is a table in one line is compared as a whole.
    const value = isTable(one.value) ? at(table, one.keys) : left.get(keyText(one.keys))?.value;
    for (const name of [...left.keys()])
      if (name === keyText(one.keys) || name.startsWith(`${keyText(one.keys)}.`)) left.delete(name);
    if (value === undefined) continue;
    const raw = same(value, one.value) ? one.raw : changed(one, value, days);
    kept.push({ ...one, raw });
  }
  for (const { keys, value } of left.values()) {
    const beside = kept.findLastIndex((one) => one.keys[0] === keys[0]);
    const place = beside < 0 ? kept.length : beside + 1;
    kept.splice(place, 0, { keys, value, raw: line(keys, value, days), lead: "" });
  }
  return kept;
}

const changed = (one, value, days) =>
  isTable(value)
    ? leaves(value, one.keys)
        .map(([keys, leaf]) => line(keys, leaf, days))
        .join("")
    : line(one.keys, value, days);

const shown = ({ lead, head, statements, tail = "" }) =>
  lead + ended(head) + statements.map(({ lead: above, raw }) => above + ended(raw)).join("") + tail;
const ended = (raw) => (raw === "" || raw.endsWith("\n") ? raw : `${raw}\n`);

const within = (path, prefix) => prefix.every((key, place) => path[place] === key);

function groupOf(segment, groups) {
  return groups.find(({ path, identity }) =>
    identity
      ? segment.array && same(segment.path, path)
      : !segment.array && segment.path.length === path.length + 1 && within(segment.path, path),
  );
}
const nameOf = ({ path, statements }, { identity }) =>
  identity ? statements.find(({ keys }) => keys[0] === identity)?.value : path.at(-1);

// The segments of a group in their new order, each as it should be.
function arranged(group, old, days) {
  const known = new Map(old.map((segment) => [nameOf(segment, group), segment]));
  return [...group.tables].map(([name, table]) => {
    const begun = group.identity
      ? `[[${keyText(group.path)}]]`
      : `[${keyText([...group.path, name])}]`;
    const fresh = { path: [...group.path, name], head: `${begun}\n`, lead: "\n", statements: [] };
    const segment = known.get(name) ?? fresh;
    return { ...segment, statements: rewritten(segment.statements, table, days) };
  });
}

function assembled(old, groups, alone, days) {
  const owners = old.map((segment) => (segment.path.length ? groupOf(segment, groups) : undefined));
  const result = [];
  const done = new Set();
  for (const [place, segment] of old.entries()) {
    const group = owners[place];
    if (!group) result.push(standing(segment, alone, groups, days));
    else if (!done.has(group)) {
      done.add(group);
      result.push(
        ...arranged(
          group,
          old.filter((_, at) => owners[at] === group),
          days,
        ),
      );
    }
  }
  for (const group of groups) if (!done.has(group)) result.push(...arranged(group, [], days));
  return result;
}

// A table that is no entry, or the lines above the first: of what stands alone, what is its own.
function standing(segment, alone, groups, days) {
  const own = at(alone, segment.path);
  if (!own && segment.path.length) return segment;
  const elsewhere = (key) => segment.path.length === 0 && isTable(alone[key]);
  const said = Object.entries(own ?? {}).filter(([key]) => !elsewhere(key));
  const below = Object.fromEntries(said);
  const others = segment.statements.filter(({ keys }) =>
    groups.some(({ path }) => keys[0] === path[0]),
  );
  for (const { keys, value } of others) below[keys[0]] = value;
  return { ...segment, statements: rewritten(segment.statements, below, days) };
}

// Tables that stand alone and are new.
function added(old, alone) {
  const there = new Set(old.map(({ path }) => path[0]));
  return Object.entries(alone)
    .filter(([key, value]) => isTable(value) && !there.has(key) && !isEmpty(value))
    .map(
      ([key, value]) =>
        `\n[${keyText([key])}]\n${leaves(value)
          .map(([keys, one]) => line(keys, one, new Set()))
          .join("")}`,
    )
    .join("");
}

// How a data file is read and written, as `registerCustomFormat` wants it.
export function dataFormat(form, unreadable = "") {
  const days = new Set(form.dates);
  const fromFile = (text) => {
    const tables = understood(() => parse(text), unreadable);
    const values = Object.fromEntries(form.values.map((name) => [name, tables[name]]));
    for (const entries of form.entries) {
      const found = at(tables, entries.path);
      values[entries.field] = entries.identity ? (found ?? []) : toEntries(found, entries);
    }
    return { ...values, _original: JSON.stringify(text) };
  };
  const toFile = (values) => {
    const text = values._original ? JSON.parse(values._original) : "";
    const old = segments(text.trim() ? `${text.trim()}\n` : "");
    const { groups, alone } = wanted(values, form, parse(text));
    const result = assembled(old, groups, alone, days).map(shown).join("") + added(old, alone);
    parse(result);
    return result.trim();
  };
  return { fromFile, toFile };
}
