// Asks the index of a language, and those of the languages that stand in for it when it has nothing.

import { openLanguage, search } from "./search.js";

// `read(name)` promises the text of a file of the folder search/; `loadMore()` promises the module with findMore.
export function createFinder({ lang, table, fallback = [], read, loadMore }) {
  const languages = {};
  const open = (code) => (languages[code] ??= openLanguage(code, read, code === lang ? table : null));
  const more = async (...question) => (await loadMore()).findMore(...question, read);

  async function askOne(code, text, whole) {
    const language = await open(code);
    const { results, clauses } = await search(language, text, { more: loadMore && more, whole });
    return { language, clauses, results: results.map((result) => ({ ...result, lang: code })) };
  }

  return {
    open,
    // { language, clauses, results }, results best first: { page, score, kind, lang }
    async ask(text, { whole = false } = {}) {
      for (const code of [lang, ...fallback]) {
        const answer = await askOne(code, text, whole);
        if (answer.results.length || !answer.clauses.length) return answer;
      }
      return { language: await open(lang), clauses: [], results: [] };
    },
    // The results with what there is to say of their pages.
    show: (results) => Promise.all(results.map(async (result) => {
      const [url, title, summary, section, day, topics] = await (await open(result.lang)).index.entry(result.page);
      return { ...result, url, title, summary, section, day, topics };
    })),
  };
}
