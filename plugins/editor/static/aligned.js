// A text that went through the editor, line by line as it was where only its spelling is another:
// the editor writes lists, tables, breaks and signs in one way of several that mean the same.

const SAME = [
  [/^(\s*)[-*+•]\s+/, "$1- "], // items of lists
  [/^(\s*\d+)[.)]\s+/, "$1. "],
  [/\\([\\`*_{}[\]()#+.!|<>~-])/g, "$1"], // signs that need no backslash where they stand
  [/(\*\*|__)(?=\S)/g, "**"],
  [/\s+$/g, ""],
];
const TABLE = /^\s*\|/;

// One spelling for all that mean the same; lists may be indented by two spaces or by four.
function spelling(line) {
  let found = line.replaceAll("\u00a0", "\u00a0");
  for (const [pattern, plain] of SAME) found = found.replace(pattern, plain);
  found = found.replace(/^ {2,}(?=[-\d])/, (spaces) =>
    " ".repeat(Math.ceil(spaces.length / 4) * 4),
  );
  if (!TABLE.test(found)) return found;
  return found
    .replace(/\s*\|\s*/g, "|")
    .replace(/(?<=\|):?-+:?(?=\|)/g, (cell) => cell.replace(/-+/, "-"));
}

// The lengths of the longest common runs of lines from each place on.
function lengths(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Int32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i][j] =
        a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
  return table;
}

// Pairs of places of lines that are the same in both.
function pairs(a, b) {
  const table = lengths(a, b);
  const found = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      found.push([i, j]);
      i += 1;
      j += 1;
    } else if (table[i + 1][j] >= table[i][j + 1]) i += 1;
    else j += 1;
  }
  return found;
}

const isBlank = (lines) => lines.every((line) => !line.trim());

// `edited` with the lines of `original` where both say the same.
export function aligned(original, edited) {
  if (original === edited) return original;
  const old = original.split("\n");
  const now = edited.split("\n");
  const result = [];
  let [i, j] = [0, 0];
  for (const [k, l] of [...pairs(old.map(spelling), now.map(spelling)), [old.length, now.length]]) {
    // Where only blank lines differ, those that were there stay.
    result.push(
      ...(isBlank(old.slice(i, k)) && isBlank(now.slice(j, l)) ? old.slice(i, k) : now.slice(j, l)),
    );
    if (k < old.length) result.push(old[k]);
    [i, j] = [k + 1, l + 1];
  }
  return result.join("\n");
}
