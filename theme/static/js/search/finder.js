// Asks the index of the reader's language; what it does not know is read in other ways, and in other languages.

import { createNeed } from "./need.js";
import { joined } from "./order.js";
import { isPrecise, numberOf, piecesOf } from "./query.js";
import { complete, isKnown, openLanguage, rank, readWords, telling } from "./search.js";

const MAY_BE_TITLED = 6; // results of which the titles are looked at
const CARE = ["help", "advice"]; // the sections of which pages are shown to somebody who thinks of dying

// `read(name)` promises the text of a file of the folder search/; `loadMore()` promises the module with findMore and
// findPrecise; `others` are the other languages of the site, `need` is the file with words of need.
export function createFinder({ lang, table, others = [], need, read, loadMore }) {
  const languages = {};
  const open = (code) => {
    languages[code] ??= openLanguage(code, read, code === lang ? table : null);
    languages[code].catch(() => delete languages[code]); // what failed is asked for again
    return languages[code];
  };
  const needOf =
    need &&
    read(need)
      .then((file) => createNeed(JSON.parse(file)))
      .catch(() => () => "");

  async function askOwn(text, whole) {
    const language = await open(lang);
    if (isPrecise(text))
      return {
        language,
        ...(await (await loadMore()).findPrecise(language, text, whole)),
        readAs: "",
      };
    const pieces = await wholeNumber(language, text);
    const clauses = await readWords(
      language,
      pieces.flatMap(({ words }) => words),
    );
    const half = /[^\s.,!?]$/.test(text);
    return {
      language,
      clauses,
      pieces,
      half,
      unread: await isUnread(language, pieces, clauses, half),
    };
  }
  // { results, answers, need, readAs, retired }: results best first, { page, score, lang }; `answers` has the clauses of
  // each language; `literal` reads the text as it stands.
  async function ask(text, { literal = false, whole = false } = {}) {
    const own = await askOwn(text, whole);
    const asks = need ? (await needOf)(text) : "";
    const retired = (own.language.index.manifest.retired ?? []).includes(numberOf(text));
    const answer = own.ranked
      ? [own]
      : own.unread && !literal && loadMore
        ? await askMore(text, own)
        : [await inOwn(own)];
    const found = answer.flatMap(({ language, ranked }) =>
      ranked.map((result) => ({ ...result, lang: language.lang })),
    );
    const answers = {
      [lang]: own,
      ...Object.fromEntries(answer.map((one) => [one.language.lang, one])),
    };
    const results = asks
      ? await helpful(found, asks, own.language)
      : await titledFirst(found, text);
    return { results, answers, need: asks, readAs: answer[0].readAs ?? "", retired };
  }
  const inOwn = async ({ language, clauses, half }) => {
    const some = telling(clauses, language, half);
    return { language, clauses: some, ranked: await rank(language, some, half, clauses) };
  };
  const askMore = async (text, { pieces, half }) =>
    (await loadMore()).findMore({ text, pieces, half, codes: [lang, ...others], open, read });
  const entry = async ({ lang: code, page }) => (await open(code)).index.entry(page);
  // The page whose whole title was typed comes first.
  const titledFirst = async (found, text) => {
    const some = found.slice(0, MAY_BE_TITLED);
    const titles = await Promise.all(
      some.map(async (result) => [(await open(result.lang)).stemmer, (await entry(result))[1]]),
    );
    const at = titles.findIndex(
      ([{ words }, title]) => words(title).join(" ") === words(text).join(" "),
    );
    return at > 0 ? joined([[some[at]], found]) : found;
  };
  // The pages that help are among the first, lessons and manuals come after them; about dying they are no answer at all.
  const helpful = async (found, asks, { index: { manifest } }) => {
    const help = (manifest.need?.[asks] ?? []).map((page) => ({ page, score: 0, lang }));
    const some = found.slice(0, asks === "care" ? 40 : 12);
    const sections = await Promise.all(some.map(async (result) => (await entry(result))[3]));
    const caring = some.filter((_, at) => CARE.includes(sections[at]));
    return asks === "care"
      ? joined([help, caring])
      : joined([caring.slice(0, 2), help, caring, found]);
  };
  return {
    open,
    ask,
    // The groups of pages in each language of `results`.
    facets: async (results) => {
      const codes = [...new Set(results.map((result) => result.lang))];
      return Object.fromEntries(
        await Promise.all(
          codes.map(async (code) => [code, await (await open(code)).index.facets()]),
        ),
      );
    },
    // The results with what there is to say of their pages.
    show: (results) =>
      Promise.all(
        results.map(async (result) => {
          const [url, title, summary, section, day, topics] = await entry(result);
          return { ...result, url, title, summary, section, day, topics };
        }),
      ),
  };
}

// The pieces of `text`; a number that some page has is one word.
async function wholeNumber(language, text) {
  const number = numberOf(text);
  if (number && (await language.index.get(number)).length)
    return [{ text: number, words: [number] }];
  return piecesOf(text, language.stemmer);
}

// Is there a word that the index does not know, or letters that the language does not have?
async function isUnread(language, pieces, clauses, half) {
  if (
    pieces.some(
      ({ text, words }) =>
        language.foreign.test(text.toLowerCase()) || (!words.length && /\p{L}/u.test(text)),
    )
  )
    return true;
  const unknown = clauses.filter((clause) => !isKnown(language, clause));
  const telling = unknown.filter(({ word }) => !/^\d+$/.test(word));
  if (!telling.length) return unknown.length === clauses.length;
  if (telling.length > 1 || !half || telling[0] !== clauses[clauses.length - 1]) return true;
  return !(await complete(language, telling[0])).lines.length;
}
