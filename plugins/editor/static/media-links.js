// Pictures lie in one folder. A page names them by a path that climbs to it from where the page
// lies; the editor, from the root: `/media/…`.

const climbing = (depth) => `${"../".repeat(depth)}media/`;
const ROOT = "/media/";
const links = (target) => new RegExp(String.raw`(\]\()${target.replaceAll(".", "\\.")}`, "g");

const moved = (values, from, to) => ({
  ...values,
  body: (values.body ?? "").replace(links(from), `$1${to}`),
});

export const fromRoot = (values, depth) => moved(values, climbing(depth), ROOT);
export const toPage = (values, depth) => moved(values, ROOT, climbing(depth));
