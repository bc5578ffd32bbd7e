// One slip of a finger: a letter more, less, another or in the other place.

export function isOneSlip(left, right) {
  if (Math.abs(left.length - right.length) > 1) return false;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const [rest, other] = [left.slice(at), right.slice(at)];
  if (left.length !== right.length) return rest.slice(1) === other || rest === other.slice(1);
  return (
    rest.slice(1) === other.slice(1) ||
    (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2))
  );
}

// Every word that one slip after the `first` letters makes of `word`; `letters` may come into it.
export function slipsOf(word, first, letters) {
  const made = new Set();
  for (let at = first; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    made.add(before + after.slice(1));
    if (after.length > 1) made.add(before + after[1] + after[0] + after.slice(2));
    for (const letter of new Set(letters))
      made.add(before + letter + after).add(before + letter + after.slice(1));
  }
  return made;
}
