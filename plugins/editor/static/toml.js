// TOML as our data files use it, taken apart line by line, so that comments and the way a value was
// written are kept. What it cannot read it refuses.

const BARE = /^[A-Za-z0-9_-]+/;
const SCALARS = [
  [/^(?:true|false)(?![\w-])/, (text) => text === "true"],
  [/^\d{4}-\d{2}-\d{2}(?![\w:-])/, (text) => text],
  [/^[+-]?\d+(?![\w.:-])/, Number],
  [/^[+-]?\d+\.\d+(?![\w:-])/, Number],
];

class Reader {
  constructor(text) {
    this.text = text;
    this.place = 0;
  }
  get rest() {
    return this.text.slice(this.place);
  }
  refuse() {
    throw new Error(this.rest.split("\n", 1)[0]);
  }
  take(pattern) {
    const found = this.rest.match(pattern);
    if (found) this.place += found[0].length;
    return found?.[0];
  }
  space = () => this.take(/^[ \t]*/);
  // Spaces, ends of lines and comments inside a list.
  gap = () => this.take(/^(?:[ \t\n]|#[^\n]*)*/);

  key() {
    const keys = [];
    do {
      this.space();
      const quoted = this.take(/^"(?:[^"\\\n]|\\.)*"/);
      const literal = quoted ? undefined : this.take(/^'[^'\n]*'/);
      const bare = quoted || literal ? undefined : this.take(BARE);
      if (!(quoted || literal || bare)) this.refuse();
      keys.push(quoted ? unescaped(quoted) : (literal?.slice(1, -1) ?? bare));
      this.space();
    } while (this.take(/^\./));
    return keys;
  }

  value() {
    const long = this.take(/^"""\n?(?:[^"\\]|\\[\s\S]|"(?!""))*"""/);
    if (long) return unescaped(`"${long.slice(3, -3).replace(/^\n/, "")}"`);
    const quoted = this.take(/^"(?:[^"\\\n]|\\.)*"/);
    if (quoted) return unescaped(quoted);
    const literal = this.take(/^'[^'\n]*'/);
    if (literal) return literal.slice(1, -1);
    if (this.take(/^\[/)) return this.list();
    if (this.take(/^\{/)) return this.inline();
    for (const [pattern, read] of SCALARS) {
      const found = this.take(pattern);
      if (found) return read(found);
    }
    return this.refuse();
  }

  list() {
    const items = [];
    this.gap();
    while (!this.take(/^\]/)) {
      items.push(this.value());
      this.gap();
      if (!this.take(/^,/) && !/^\]/.test(this.rest)) this.refuse();
      this.gap();
    }
    return items;
  }

  inline() {
    const table = {};
    this.space();
    while (!this.take(/^\}/)) {
      const keys = this.key();
      if (!this.take(/^=/)) this.refuse();
      this.space();
      put(table, keys, this.value());
      this.space();
      if (!this.take(/^,/) && !/^\}/.test(this.rest)) this.refuse();
      this.space();
    }
    return table;
  }
}

function unescaped(quoted) {
  const plain = quoted
    .replace(/\\U([0-9a-fA-F]{8})/g, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/\\e/g, "\\u001b")
    .replace(/\n/g, "\\n")
    .replace(/\t/g, "\\t");
  return JSON.parse(plain);
}

// Puts `value` into `table` below `keys`; a table may have any name.
export function put(table, keys, value) {
  let place = table;
  for (const key of keys.slice(0, -1)) {
    if (!Object.hasOwn(place, key)) set(place, key, {});
    place = place[key];
  }
  set(place, keys[keys.length - 1], value);
}
const set = (table, key, value) =>
  Object.defineProperty(table, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });

const HEADER = /^[ \t]*(\[\[?)/;

function statement(reader) {
  const keys = reader.key();
  if (!reader.take(/^=/)) reader.refuse();
  reader.space();
  return { keys, value: reader.value() };
}

// The segments of a file: the lines above the first header, then one for each header. Each has its
// lines as statements, with the comments and blank lines above them in `lead`.
export function segments(text) {
  const reader = new Reader(text);
  const found = [{ path: [], array: false, head: "", lead: "", statements: [] }];
  while (reader.rest) {
    const lead = reader.take(/^(?:[ \t]*(?:#[^\n]*)?\n)*(?:[ \t]*(?:#[^\n]*)?$)?/) ?? "";
    if (!reader.rest) {
      found[found.length - 1].tail = lead;
      break;
    }
    const begin = reader.place;
    const array = reader.take(HEADER)?.trim() === "[[";
    const header = reader.place > begin;
    const said = header ? { path: reader.key() } : statement(reader);
    if (header && !reader.take(array ? /^\]\]/ : /^\]/)) reader.refuse();
    if (reader.take(/^[ \t]*(?:#[^\n]*)?(?:\n|$)/) === undefined) reader.refuse();
    const raw = reader.text.slice(begin, reader.place);
    if (header) found.push({ ...said, array, head: raw, lead, statements: [] });
    else found[found.length - 1].statements.push({ ...said, raw, lead });
  }
  return found;
}

// The tables of a file as plain objects.
export function parse(text) {
  const root = {};
  for (const { path, array, statements } of segments(text)) {
    const table = {};
    for (const { keys, value } of statements) put(table, keys, value);
    if (!array) for (const [key, value] of Object.entries(table)) put(root, [...path, key], value);
    if (!array && path.length && !at(root, path)) put(root, path, {});
    if (array) put(root, path, [...(at(root, path) ?? []), table]);
  }
  return root;
}

// What stands below `path`; undefined where nothing does.
export const at = (table, path) =>
  path.reduce((found, key) => (found && Object.hasOwn(found, key) ? found[key] : undefined), table);

const bareKey = (key) => (/^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key));
export const keyText = (keys) => keys.map(bareKey).join(".");

// A value as TOML; `day` where it is one.
export function written(value, day) {
  if (Array.isArray(value)) return `[${value.map((item) => written(item, false)).join(", ")}]`;
  if (day && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  return JSON.stringify(value);
}
