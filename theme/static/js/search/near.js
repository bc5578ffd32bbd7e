// How far two words are from each other, for word~1.

// Can `term` become `word` by so many letters added, dropped, changed or swapped?
export function isNear(term, word, edits) {
  if (!term || !word) return term.length + word.length <= edits;
  if (term[0] === word[0] && isNear(term.slice(1), word.slice(1), edits)) return true;
  if (!edits) return false;
  return (
    isNear(term.slice(1), word, edits - 1) ||
    isNear(term, word.slice(1), edits - 1) ||
    isNear(term.slice(1), word.slice(1), edits - 1) ||
    (word.length > 1 &&
      term[0] === word[1] &&
      isNear(term.slice(1), word[0] + word.slice(2), edits - 1))
  );
}
