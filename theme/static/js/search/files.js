// The files of the index of a language, each named by its kind, its number and a digest.

const LETTERS = 4; // of a digest in the manifest
const TOGETHER = { t: 4, e: 32, d: 64, w: 64 }; // files after one another that one digest names

// A function that opens a file once, or again what failed; `digests` are of all files of a kind.
export function openFiles(lang, read) {
  const kept = {};
  return (digests, kind, number, ending, parse) => {
    const name = kind + number;
    kept[name] ??= read(fileName(lang, digests, kind, number, ending)).then(parse);
    kept[name].catch(() => delete kept[name]);
    return kept[name];
  };
}

function fileName(lang, digests, kind, number, ending) {
  const at = LETTERS * Math.floor(number / (TOGETHER[kind] ?? 1));
  const digest = digests[kind].slice(at, at + LETTERS);
  return `${lang}/${kind}${number}-${digest}.${ending}`;
}
