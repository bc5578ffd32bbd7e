// The passage of a page that holds what was asked for, from the page itself: its bytes serve again when it is opened.

import { wantedStems } from "./words.js";

const AROUND = 80; // letters before and after

// Calls `put` with the passage once `row` is in view; never where the reader saves data, or in a folder (`file:`).
export function findPassage(row, address, answer, put) {
  if (navigator.connection?.saveData || !window.IntersectionObserver || location.protocol === "file:") return;
  const seen = new IntersectionObserver(async ([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    seen.disconnect();
    const main = (await readPage(address))?.querySelector("main");
    const passage = passageOf(main?.textContent ?? "", wantedStems(answer.clauses), answer.language.stemmer);
    if (passage) put(passage);
  });
  seen.observe(row);
}

// The page at `address`, read by the browser itself: the policy of the site lets no script turn text into a document.
function readPage(address) {
  return new Promise((resolve) => {
    const request = Object.assign(new XMLHttpRequest(), { onloadend: () => resolve(request.status === 200 ? request.responseXML : null) });
    request.open("GET", address);
    request.responseType = "document";
    request.send();
  });
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
