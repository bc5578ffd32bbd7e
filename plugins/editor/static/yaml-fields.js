// Fields between two lines of `---`, as other programs write them: scalars with and without quotes,
// lists in brackets or with hyphens, and blocks of text. What else YAML has is refused.

const MARK = /^---[ \t]*$/;
const KEY = /^(?:"([^"]+)"|'([^']+)'|([A-Za-z][A-Za-z-]*))[ \t]*:(?:[ \t]+(.*))?$/;
const ITEM = /^[ \t]*-[ \t]+(.*)$/;
const BLOCK = /^[|>][-+]?$/;
const COMMENT = /(?:^|[ \t])#.*$/;
const PLAIN_SCALAR = /^[^\s"'[\]{}&*!|>%@`#,:?-][^\n]*$/;

export const isYaml = (text) => MARK.test(text.split("\n", 1)[0]);

function scalar(text) {
  const value = text.trim();
  if (value.startsWith('"')) {
    const end = value.match(/^"(?:[^"\\]|\\.)*"/);
    if (!end) throw new Error(text);
    return JSON.parse(end[0]);
  }
  if (value.startsWith("'")) {
    const end = value.match(/^'((?:[^']|'')*)'/);
    if (!end) throw new Error(text);
    return end[1].replaceAll("''", "'");
  }
  if (/^[{&*!%@`]/.test(value)) throw new Error(text);
  return value.replace(COMMENT, "").trim();
}

function flowItems(text) {
  const inside = text.trim().replace(COMMENT, "").trim().slice(1, -1);
  const items = inside.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+/g) ?? [];
  return items.map(scalar).filter((item) => item !== "");
}

// What a key says, from what stands behind it and the lines below it.
function saidBy(first, below) {
  const items = below.filter((line) => line.trim() && !/^\s*#/.test(line));
  if (first.startsWith("[")) return flowItems([first, ...items].join(" ")).join(", ");
  if (BLOCK.test(first))
    return below
      .map((line) => line.trim())
      .join("\n")
      .trim();
  const listed = items.map((line) => line.match(ITEM));
  if (first === "" && items.length && listed.every(Boolean)) {
    const said = listed.map((found) => scalar(found[1]));
    return said.join(said.some((one) => one.includes("|")) ? "\n" : ", ");
  }
  return scalar([first, ...items.map((line) => line.trim())].join(" "));
}

// The blocks of the fields, as plain files have them, and the lines around them.
export function yamlBlocks(text) {
  const lines = text.split("\n");
  const end = lines.findIndex((line, number) => number > 0 && MARK.test(line));
  if (end < 0) throw new Error(text);
  const blocks = [];
  for (const line of lines.slice(1, end)) {
    const found = line.match(KEY);
    if (found) {
      const name = found[1] ?? found[2] ?? found[3];
      blocks.push({ name: named(name), first: (found[4] ?? "").trim(), raw: [line] });
    } else if (blocks.length) blocks[blocks.length - 1].raw.push(line);
    else blocks.push({ name: "", first: "", raw: [line] });
  }
  for (const block of blocks) block.value = block.name && saidBy(block.first, block.raw.slice(1));
  const body = lines.slice(end + 1).join("\n");
  return { blocks, body, before: [lines[0]], after: [lines[end]] };
}

// `title` and `menu-title` of other programs are our `Title` and `Menu-Title`.
const named = (name) =>
  name.replace(/(^|-)([a-z])/g, (_, hyphen, letter) => hyphen + letter.toUpperCase());

const quoted = (value) =>
  PLAIN_SCALAR.test(value) && !/: |\s#|:$/.test(value) ? value : JSON.stringify(value);

// The lines of a field as YAML.
export function blockOf(name, value, { form }) {
  if (form === "names") return [`${name}: [${value.split(", ").map(quoted).join(", ")}]`];
  if (form !== "rows") return [`${name}: ${quoted(value)}`];
  return [`${name}: |`, ...value.split("\n").map((line) => `    ${line.trim()}`)];
}
