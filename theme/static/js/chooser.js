/* The chooser of languages at the root: the entry in a language of the reader's browser comes first
   and is marked. Nothing is stored, nobody is sent away, and without this module it is the plain
   list. */

/** The first of `wanted` (BCP 47, as navigator.languages) that is `offered`, as itself or without
    its last parts. */
export function suggestion(wanted, offered) {
  for (const tag of wanted) {
    const parts = tag.toLowerCase().split("-");
    for (; parts.length; parts.pop()) {
      const found = offered.find((code) => code.toLowerCase() === parts.join("-"));
      if (found) return found;
    }
  }
  return "";
}

function suggest(list) {
  const entries = [...list.children];
  const code = suggestion(
    navigator.languages,
    entries.map((entry) => entry.lang),
  );
  const entry = entries.find((one) => one.lang === code);
  if (!entry) return;
  entry.classList.add("chooser__suggested");
  list.prepend(entry);
}

const list = globalThis.document?.querySelector('[data-module="chooser"]');
if (list) suggest(list);
