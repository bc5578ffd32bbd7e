// Words of need in every language: what may be asked by somebody in danger, or who thinks of dying.

import { createCoarse } from "./coarse.js";
import { has, stands } from "./phrase.js";

// { of, isPhrase }: what a text asks for, "care", "danger" or "", as it stands or as it was `readAs`,
// and whether it may be more than one word; `table` is the file of words of need, and `judge` says what
// examples say.
export function createNeed({ keys, sets = [], ...table }, judge = () => null) {
  const coarse = createCoarse(table);
  // A word of a phrase is any of these.
  const meant = (word) => (word[0] === "<" ? sets[word.slice(1)].split("|") : [word]);
  const [danger, care, never] = ["danger", "care", "never"].map((name) =>
    table[name]
      .split("|")
      .filter(Boolean)
      .map((phrase) => phrase.split(" ").map(meant)),
  );
  const isPhrase = (text) => coarse(text).length > 1 || /\S\s+\S/.test(text);
  const of = (text, readAs) => {
    let known = false; // something of it
    for (const reading of [text, readAs, ...otherKeyboards(text, keys)].filter(Boolean)) {
      const words = coarse(reading);
      const left = words.filter(
        (_, place) => !never.some((phrase) => stands(phrase, words, place)),
      );
      const judged = known && reading !== readAs ? null : judge(reading, left);
      known ||= Boolean(judged);
      const need = needIn(left, { danger, care }, reading === text, judged);
      if (need) return need;
      // What is none as it was typed, or only looks like one, is none in other letters either.
      if (left.length < words.length || judged?.against) break;
    }
    return "";
  };
  return { of, isPhrase };
}

// What `words` ask for by the phrases of editors, with a slip where that is `forgiving`, and as they were
// judged by examples. Where these speak against it a phrase must be all that was typed, but for a word,
// and where they doubt it more than a single word.
function needIn(words, { danger, care }, forgiving, judged) {
  const some = judged?.doubtful ? Math.min(2, words.length) : 0; // more than a single word
  const least = judged?.against ? Math.max(some, words.length - 1) : some;
  const said = (phrases) =>
    phrases.some((phrase) => phrase.length >= least && has(phrase, words, forgiving));
  const other = judged?.need ?? "";
  if (other === "care" || said(care)) return "care";
  return said(danger) ? "danger" : other;
}

// `text` as it would be had another keyboard been meant, each once.
function otherKeyboards(text, keys) {
  const lower = text.slice(0, 600).toLowerCase();
  const typed = (from, to) => Array.from(lower, (key) => to[from.indexOf(key)] ?? key).join("");
  return new Set(
    keys.flatMap((from) => keys.map((to) => typed(from, to))).filter((other) => other !== lower),
  );
}
