// The passage of a page that holds what was asked for, from the page itself: its bytes serve again when it is opened.

import { wantedStems } from "./words.js";

const AROUND = 80; // letters before and after

// Calls `put` with the passage once `row` is in view; never where the reader saves data.
export function findPassage(row, address, answer, put) {
  if (navigator.connection?.saveData || !window.IntersectionObserver) return;
  const seen = new IntersectionObserver(async ([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    seen.disconnect();
    const page = await fetch(address, { referrerPolicy: "no-referrer" }).catch(() => null);
    if (!page?.ok) return;
    const main = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("main");
    const passage = passageOf(main?.textContent ?? "", wantedStems(answer.clauses), answer.language.stemmer);
    if (passage) put(passage);
  });
  seen.observe(row);
}

// The words around the first one in `text` with a stem in `wanted`; empty when there is none.
export function passageOf(text, wanted, stemmer) {
  const plain = text.replace(/\s+/g, " ").trim();
  const lower = plain.toLowerCase();
  const word = stemmer.words(plain).find((one) => stemmer.stems(one).some((stem) => wanted.has(stem)));
  const at = word ? lower.indexOf(word) : -1;
  if (at < 0) return "";
  const from = at > AROUND ? plain.indexOf(" ", at - AROUND) + 1 : 0;
  const to = at + word.length + AROUND < plain.length ? plain.lastIndexOf(" ", at + word.length + AROUND) : plain.length;
  return `${from ? "… " : ""}${plain.slice(from, to)}${to < plain.length ? " …" : ""}`;
}
