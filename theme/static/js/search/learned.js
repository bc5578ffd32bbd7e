// How much the words of a text speak for need, as plugins/features/search/learned.py learned it from
// examples.

const BEGINNING = 4; // letters of a word that count
const MIDDLE = "n".charCodeAt(0); // the letter of a weight of nothing
const STEPS = 2; // of a weight of one
const ENOUGH = { danger: 0.8, care: 2 }; // for a text in need
const DOUBT = 0.5; // of every text
const SURER = 0.5; // what care must have more than danger

// { of, fits }: how much a list of coarse words speaks for danger and for care, and how many of them are
// known; how well the letters of a text are those of its languages, which all may be in Latin ones.
export function createLearned({ script, starts, danger, care }) {
  const weight = (letters, at) => (letters.charCodeAt(at) - MIDDLE) / STEPS;
  const weights = new Map(
    starts.split("|").map((start, at) => [start, [weight(danger, at), weight(care, at)]]),
  );
  const own = new RegExp(`\\p{Script=${script}}`, "u");
  const fits = (text) => (own.test(text) ? 2 : Number(/[a-z]/i.test(text)));
  const of = (words) => {
    const known = [...new Set(words.map((word) => word.slice(0, BEGINNING)))].filter((start) =>
      weights.has(start),
    );
    const sum = (need) => known.reduce((all, start) => all + weights.get(start)[need], 0);
    const root = Math.sqrt(words.length || 1);
    return { known: known.length, scores: [0, 1].map((need) => (sum(need) - DOUBT) / root) };
  };
  return { fits, of };
}

// What these scores of a text ask for, "care", "danger" or "".
export function needOfScore([danger, care]) {
  const cared = care >= ENOUGH.care;
  if (cared && care >= danger + SURER) return "care";
  return cared || danger >= ENOUGH.danger ? "danger" : "";
}

// Do these scores speak against need so much that a phrase of need is not meant?
export const speaksAgainst = (scores) => Math.max(...scores) < -DOUBT;

// The scores of a reading, in coarse `words`, by the examples that know most of them, if any do.
export function scoresOf(reading, words, learned) {
  const all = learned
    .map(({ fits, of }) => ({ fit: fits(reading), ...of(words) }))
    .filter(({ fit }) => fit)
    .sort((one, other) => other.known - one.known || other.fit - one.fit);
  return all[0]?.known ? all[0].scores : null;
}
