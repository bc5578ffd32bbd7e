// Our Markdown as blocks of the editor: how each is found in a text, and written into one.
//
// A block keeps the text it was made from in `_raw`, and is written as it was while nobody changes
// what it says.

const CALLOUT = String.raw`^!!! (?<kind>note|tip|warning|danger)[ \t]+"(?<title>[^"\n]+)"[ \t]*\n(?<text>(?:[ ]{2,}\S.*(?:\n|$)|[ \t]*\n(?=[ ]{2,}\S))+)`;
const FOLDED = String.raw`^!!! content-note[ \t]+"(?<title>[^"\n]+)"[ \t]*\n(?<text>(?:[ ]{2,}\S.*(?:\n|$)|[ \t]*\n(?=[ ]{2,}\S))+)`;
const CHECKLIST = String.raw`^(?<items>(?:- \[ \] \S.*(?:\n|$))+)`;
const CONTACT = /\{contact:(?<key>[^}\s]+)\}/;
const ANCHOR = /\{#(?<anchor>[a-z0-9]+(?:-[a-z0-9]+)*)\}/;

const SPACE = "    ";
const indented = (text) =>
  text
    .trim()
    .split("\n")
    .map((line) => (line.trim() ? SPACE + line.trimEnd() : ""))
    .join("\n");

function outdented(text) {
  const lines = text.trimEnd().split("\n");
  const widths = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const width = Math.min(SPACE.length, ...widths);
  return lines.map((line) => line.slice(width)).join("\n");
}
const quoted = (title) => (title ?? "").replaceAll('"', "”").trim();
const boxes = (items) =>
  items
    .split("\n")
    .map((line) => line.replace(/^\s*-?\s*(?:\[ \])?\s*/, "").trim())
    .filter(Boolean);

const escaped = (text) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign],
  );
// What stands in a line: a number, a link, words that are strong.
const inline = (text, numbers) =>
  escaped(text)
    .replace(new RegExp(CONTACT, "g"), (_, key) => number(key, numbers))
    .replace(/\[([^\]]+)\]\([^)\s]+\)/g, "<u>$1</u>")
    .replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>");
const number = (key, numbers) =>
  `<bdi dir="ltr" class="number">${escaped(numbers[key] ?? key)}</bdi>`;
const paragraphs = (text, numbers) =>
  text
    .split(/\n\s*\n/)
    .map((one) => `<p>${inline(one, numbers)}</p>`)
    .join("");

// What the preview shows, in the words of the site's own pages. A block ends with a blank line, so
// that the text below it is Markdown again.
const SHOWN = {
  contact: ({ key = "" }, numbers) => number(key, numbers),
  anchor: () => "<span></span>",
  callout: ({ kind = "note", title = "", text = "" }, numbers) =>
    `<div class="admonition ${kind}"><p class="admonition-title">${escaped(title)}</p>${paragraphs(text, numbers)}</div>`,
  "content-note": ({ title = "", text = "" }, numbers) =>
    `<details class="content-note" open><summary>${escaped(title)}</summary>${paragraphs(text, numbers)}</details>`,
  checklist: ({ items = "" }, numbers) =>
    `<ul class="checklist">${boxes(items)
      .map((item) => `<li>${inline(item, numbers)}</li>`)
      .join("")}</ul>`,
};

const HOW = {
  contact: {
    pattern: CONTACT,
    read: ({ key }) => ({ key }),
    write: ({ key = "" }) => `{contact:${key}}`,
    summary: "{{key}}",
  },
  anchor: {
    pattern: ANCHOR,
    read: ({ anchor }) => ({ anchor }),
    write: ({ anchor = "" }) => `{#${anchor}}`,
    summary: "#{{anchor}}",
  },
  callout: {
    pattern: new RegExp(CALLOUT, "m"),
    read: ({ kind, title, text }) => ({ kind, title, text: outdented(text) }),
    write: ({ kind = "note", title = "", text = "" }) =>
      `!!! ${kind} "${quoted(title)}"\n${indented(text)}`,
    summary: "{{title}}",
  },
  "content-note": {
    pattern: new RegExp(FOLDED, "m"),
    read: ({ title, text }) => ({ title, text: outdented(text) }),
    write: ({ title = "", text = "" }) => `!!! content-note "${quoted(title)}"\n${indented(text)}`,
    summary: "{{title}}",
  },
  checklist: {
    pattern: new RegExp(CHECKLIST, "m"),
    read: ({ items }) => ({ items: boxes(items).join("\n") }),
    write: ({ items = "" }) =>
      boxes(items)
        .map((item) => `- [ ] ${item}`)
        .join("\n"),
    summary: "{{items}}",
  },
};

const same = (one, other) => Object.keys(one).every((name) => one[name] === other[name]);

// What `registerEditorComponent` wants, from the words of each button.
export function component(id, { label, icon, fields }, numbers = {}) {
  const { pattern, read, write, summary } = HOW[id];
  const taken = (raw) => read(raw.match(pattern)?.groups ?? {});
  return {
    id,
    label,
    icon,
    fields: [...fields, { name: "_raw", widget: "hidden" }],
    pattern,
    mode: "dialog",
    trigger: "button",
    summary,
    fromBlock: (match) => ({ ...read(match.groups), _raw: match[0].trimEnd() }),
    toBlock: (props) => (props._raw && same(taken(props._raw), props) ? props._raw : write(props)),
    toPreview: (props) => SHOWN[id](props, numbers) + (pattern.multiline ? "\n\n" : ""),
  };
}

export const names = Object.keys(HOW);
