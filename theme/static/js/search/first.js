// Which results come first: those that help, and the page whose title was typed.

import { joined } from "./order.js";

const MAY_BE_TITLED = 6; // results of which the titles are looked at
const CARE = ["help", "advice"]; // the sections shown to somebody who thinks of dying

// What there is to say of the page of a result.
export const entryOf = async ({ open }, { lang, page }) => (await open(lang)).index.entry(page);

// The page whose whole title was typed comes first.
export async function titledFirst(finder, results, text) {
  const some = results.slice(0, MAY_BE_TITLED);
  const isTitled = async (result) => {
    const [{ stemmer }, [, title]] = [
      await finder.open(result.lang),
      await entryOf(finder, result),
    ];
    return stemmer.words(title).join(" ") === stemmer.words(text).join(" ");
  };
  const at = (await Promise.all(some.map(isTitled))).indexOf(true);
  return at > 0 ? joined([[some[at]], results]) : results;
}

// The pages that help are among the first, lessons and manuals come after them;
// about dying they are no answer at all.
export async function helpful(finder, results, need, { lang, index: { manifest } }) {
  const help = (manifest.need?.[need] ?? []).map((page) => ({ page, score: 0, lang }));
  const some = results.slice(0, need === "care" ? 40 : 12);
  const entries = await Promise.all(some.map((result) => entryOf(finder, result)));
  const caring = some.filter((_, at) => CARE.includes(entries[at][3]));
  if (need === "care") return joined([help, caring]);
  return joined([caring.slice(0, 2), help, caring, results]);
}
