// A text as the site shows it, beside the form it is written in.

// What the preview pane is made of, in the direction of the language that is edited.
export function textPreview(directions) {
  return ({ entry, widgetFor, document }) => {
    const { h } = window;
    const data = (name) => entry.getIn(["data", name]) ?? "";
    document.documentElement.dir = directions[document.documentElement.lang] ?? "auto";
    return h(
      "article",
      { className: "reading preview" },
      h("h1", {}, data("Title")),
      h("p", { className: "reading__summary" }, data("Summary")),
      h("div", { className: "prose" }, widgetFor("body")),
    );
  };
}
