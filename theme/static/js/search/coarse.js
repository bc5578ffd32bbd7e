// The words of a text in coarse Latin letters, in which words of need are compared.

import { UNSEEN } from "./stemmer.js";

const MOST_LOOKED_AT = 60; // of a query that are looked at, half of them at its end

// A function that takes the words of a text, in coarse Latin letters, as
// plugins/features/search/need.py writes the phrases.
export function createCoarse({ word, fold }) {
  const rules = fold.map(([found, put]) => [new RegExp(found, "g"), put]);
  const letters = new RegExp(word, "g");
  return (text) => {
    const words = text.normalize("NFC").replace(UNSEEN, "").toLowerCase().match(letters) ?? [];
    const some =
      words.length > MOST_LOOKED_AT
        ? [...words.slice(0, MOST_LOOKED_AT / 2), ...words.slice(-MOST_LOOKED_AT / 2)]
        : words;
    return some
      .map((one) => rules.reduce((all, [found, put]) => all.replace(found, put), one.slice(0, 40)))
      .filter(Boolean);
  };
}
