/**
 * Whether two spellings name the same thing, told from their letters: K8s and Kubernetes, AWS and Amazon Web Services,
 * Postgres and PostgreSQL, ECG and EKG; not Netlify and Vercel.
 *
 * Why: a lexicon groups near neighbours under one name for matching; a resume may claim only what it says.
 */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [wordsIn(one), wordsIn(other)];
  const [whole, rest] = [a.join(""), b.join("")];
  if (whole === rest || whole === "" || rest === "") return whole === rest;
  if (a.some((word) => word.length > 1 && b.some((name) => stemOf(name) === stemOf(word)))) return true;
  const [short, long, longWords] = whole.length <= rest.length ? [whole, rest, b] : [rest, whole, a];
  return (
    long.startsWith(short) ||
    isNumeronym(short, long) ||
    isInitials(short, longWords) ||
    isAbbreviation(short, long) ||
    isNearly(short, long)
  );
}

function wordsIn(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize("NFKD")
      .match(/[\p{L}\p{N}+#]+/gu) ?? []
  );
}

function stemOf(word: string): string {
  return word.replace(/(?:s|es|ing|ed)$/, "");
}

/** k8s, i18n, a11y: first and last letter with the number of those left out. */
function isNumeronym(short: string, long: string): boolean {
  const found = /^(\p{L})(\d+)(\p{L})$/u.exec(short);
  return (
    found !== null &&
    long.startsWith(found[1] ?? "") &&
    long.endsWith(found[3] ?? "") &&
    long.length - 2 === Number(found[2])
  );
}

function isInitials(short: string, words: readonly string[]): boolean {
  return (
    words.length > 1 &&
    words
      .map((word) => word[0])
      .join("")
      .startsWith(short.replace(/s$/, ""))
  );
}

/** JS in JavaScript, sklearn in scikit-learn: the same first letter, the other letters in order, and not too few. */
function isAbbreviation(short: string, long: string): boolean {
  if (short[0] !== long[0] || short.length < 2) return false;
  let at = 0;
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return short.length <= 4 || short.length / long.length > 0.5;
}

/** One letter apart, in short names of the same length. */
function isNearly(short: string, long: string): boolean {
  return (
    short.length === long.length &&
    short.length >= 3 &&
    [...short].filter((letter, i) => letter !== long[i]).length === 1
  );
}
