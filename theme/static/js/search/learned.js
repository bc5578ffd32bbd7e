// How much the words of a text speak for need, as plugins/features/search/learned.py learned it from
// examples.

const BEGINNING = 4; // letters of a word that count
const MIDDLE = "n".charCodeAt(0); // the letter of a weight of nothing
const STEPS = 2; // of a weight of one
const ENOUGH = { danger: 0.8, care: 2 }; // for a text in need
const DOUBT = 0.5; // of every text
const MOST_AGAINST = 4; // that all words together can say against need
const AGAINST = -1; // what says enough against it
const DOUBTFUL = 0; // what says more against it than for it: a single word of need is not enough
const WINDOW = 16; // words of a long text that are asked together, each twice
const SURER = 1; // what care must have more than danger

// A function that judges `words`, in coarse letters, of a text as it was typed, by the `scripts` whose
// letters it has, or that it may be written of in Latin ones: { need, against } by the examples that know
// most of the words, need "care", "danger" or "", and whether they speak against it so much that a phrase
// of need is not meant; nothing where none knows a word.
export function createJudge(scripts) {
  const all = scripts.map(createScore);
  return (text, words) => {
    const [best] = all
      .map(({ fits, score }) => ({ fit: fits(text), score, known: score(words).known }))
      .filter(({ fit, known }) => fit && known)
      .sort((one, other) => other.known - one.known || other.fit - one.fit);
    if (!best) return null;
    const scores = windowsOf(words).map(best.score);
    const needs = scores.map(asksFor);
    const need = ["care", "danger"].find((one) => needs.includes(one)) ?? "";
    const most = Math.max(...scores.flatMap(({ danger, care }) => [danger, care]));
    return { need, against: most < AGAINST, doubtful: most < DOUBTFUL };
  };
}

// The words that are asked together: all of them, or of many those that are near each other.
function windowsOf(words) {
  const number = Math.max(1, Math.ceil((words.length - WINDOW / 2) / (WINDOW / 2)));
  return Array.from({ length: number }, (_, at) =>
    words.slice((at * WINDOW) / 2, (at * WINDOW) / 2 + WINDOW),
  );
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
    const [d, c] = [0, 1].map((need) => {
      const all = known.map((start) => weights.get(start)[need]);
      return (sumOf(all) - DOUBT) / Math.sqrt(words.length);
    });
    return { known: known.length, danger: d, care: c };
  };
  return { fits: (text) => (own.test(text) ? 2 : Number(/[a-z]/i.test(text))), score };
}

// All weights together, of those against need no more than counts.
function sumOf(weights) {
  const sum = (some) => some.reduce((all, one) => all + one, 0);
  const against = sum(weights.filter((one) => one < 0));
  return sum(weights.filter((one) => one > 0)) + Math.max(-MOST_AGAINST, against);
}

function asksFor({ danger, care }) {
  const cared = care >= ENOUGH.care;
  if (cared && care >= danger + SURER) return "care";
  return cared || danger >= ENOUGH.danger ? "danger" : "";
}
