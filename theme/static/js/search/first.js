// The page whose title was typed comes first.

import { joined } from "./order.js";

const MAY_BE_TITLED = 10; // results of which the titles are looked at

// What there is to say of the page of a result.
export const entryOf = async ({ open }, { lang, page }) => (await open(lang)).index.entry(page);

// The page whose whole title was typed comes first.
export async function titledFirst(finder, results, text) {
  const some = results.slice(0, MAY_BE_TITLED);
  const isTitled = async (result) => {
    const { stemmer } = await finder.open(result.lang);
    const { title } = await entryOf(finder, result);
    return stemmer.words(title).join(" ") === stemmer.words(text).join(" ");
  };
  const at = (await Promise.all(some.map(isTitled))).indexOf(true);
  return at > 0 ? joined([[some[at]], results]) : results;
}
