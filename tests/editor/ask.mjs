// Answers questions about files in the words of the editor's own scripts: a list of questions comes
// in as JSON, a list of answers goes out.
import { readFileSync } from "node:fs";

const STATIC = new URL("../../plugins/editor/static/", import.meta.url);
const { format } = await import(new URL("front-matter.js", STATIC));
const { dataFormat } = await import(new URL("data-file.js", STATIC));
const { parse } = await import(new URL("toml.js", STATIC));
const { component } = await import(new URL("components.js", STATIC));
const { aligned } = await import(new URL("aligned.js", STATIC));
const { fromRoot, toPage } = await import(new URL("media-links.js", STATIC));

// What the editor does around a format: it trims a file, and every text of a form.
const trimmed = (value) => (typeof value === "string" ? value.trim() : value);
function saved({ fromFile, toFile }, text, change) {
  const values = structuredClone(fromFile(text.trim()));
  const all = Object.fromEntries(
    Object.entries({ ...values, ...change }).map(([k, v]) => [k, trimmed(v)]),
  );
  return `${toFile(all).trim()}\n`;
}
function found(id, text) {
  const button = component(id, { label: id, icon: "", fields: [] });
  const match = text.match(button.pattern);
  return (
    match && {
      props: button.fromBlock(match),
      block: button.toBlock(button.fromBlock(match)),
      raw: match[0],
    }
  );
}

const ANSWERS = {
  page: ({ fields, text, change }) => saved(format(fields), text, change),
  values: ({ fields, text }) => format(fields).fromFile(text.trim()),
  data: ({ form, text, change }) => saved(dataFormat(form), text, change),
  entries: ({ form, text }) => dataFormat(form).fromFile(text.trim()),
  toml: ({ text }) => parse(text),
  found: ({ id, text }) => found(id, text),
  block: ({ id, props }) => component(id, { label: id, icon: "", fields: [] }).toBlock(props),
  shown: ({ id, props, numbers }) =>
    component(id, { label: id, icon: "", fields: [] }, numbers).toPreview(props),
  aligned: ({ original, edited }) => aligned(original, edited),
  pictures: ({ body, depth }) => [
    fromRoot({ body }, depth).body,
    toPage(fromRoot({ body }, depth), depth).body,
  ],
};

const answers = JSON.parse(readFileSync(0, "utf8")).map(({ ask, ...question }) => {
  try {
    return ANSWERS[ask](question) ?? null;
  } catch (error) {
    return { error: error.message };
  }
});
console.log(JSON.stringify(answers));
