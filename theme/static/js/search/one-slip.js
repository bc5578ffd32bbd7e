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
