// How much the words of a text speak for need, as plugins/features/search/learned.py learned it from
// examples.

const BEGINNING = 4; // letters of a word that count
const MIDDLE = "n".charCodeAt(0); // the letter of a weight of nothing
const STEPS = 2; // of a weight of one
const ENOUGH = { danger: 0.8, care: 2 }; // for a text in need
const DOUBT = 0.5; // of every text
const SURER = 0.5; // what care must have more than danger

// A function that judges `words`, in coarse letters, of a text as it was typed, by the `scripts` whose
// letters it has, or that it may be written of in Latin ones: { need, against } by the examples that know
// most of the words, need "care", "danger" or "", and whether they speak against it so much that a phrase
// of need is not meant; nothing where none knows a word.
export function createJudge(scripts) {
  const all = scripts.map(createScore);
  return (text, words) => {
    const [best] = all
      .map(({ fits, score }) => ({ fit: fits(text), ...score(words) }))
      .filter(({ fit, known }) => fit && known)
      .sort((one, other) => other.known - one.known || other.fit - one.fit);
    if (!best) return null;
    const { danger, care } = best;
    return { need: asksFor(danger, care), against: Math.max(danger, care) < -DOUBT };
  };
}

function createScore({ script, starts, danger, care }) {
  const own = new RegExp(`\\p{Script=${script}}`, "u");
  const weight = (letters, at) => (letters.charCodeAt(at) - MIDDLE) / STEPS;
  const weights = new Map(
    starts.split("|").map((start, at) => [start, [weight(danger, at), weight(care, at)]]),
  );
  const score = (words) => {
    const met = [...new Set(words.map((word) => word.slice(0, BEGINNING)))];
    const known = met.filter((start) => weights.has(start));
    const sum = (need) => known.reduce((all, start) => all + weights.get(start)[need], 0);
    const [d, c] = [0, 1].map((need) => (sum(need) - DOUBT) / Math.sqrt(words.length));
    return { known: known.length, danger: d, care: c };
  };
  return { fits: (text) => (own.test(text) ? 2 : Number(/[a-z]/i.test(text))), score };
}

function asksFor(danger, care) {
  const cared = care >= ENOUGH.care;
  if (cared && care >= danger + SURER) return "care";
  return cared || danger >= ENOUGH.danger ? "danger" : "";
}
