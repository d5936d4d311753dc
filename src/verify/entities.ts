import type { LexiconEntry, TermHit } from "../schema/lexicon.js";
import {
  blocked,
  type Claim,
  type Ground,
  holdsSense,
  holdsWord,
  isContent,
  type Passage,
  type Rule,
} from "./claim.js";
import { american, singular } from "./keys.js";
import { isDenied, isGeneral } from "./novel.js";
import { sameName } from "./same-name.js";
import { findPhrases, phraseAt, type Word } from "./tokens.js";

const plainKinds = new Set(["skill", "soft", "domain", "method", "role"]);

/**
 * Tools, skills, organisations, products and other proper nouns that the source lacks.
 *
 * A highlight may name what its cited lines or its entry's header name; the summary and the skills what the resume names.
 * Other spellings count as present (K8s = Kubernetes), and so does the kind of a thing that is there (PostgreSQL shows SQL),
 * never the other way round.
 */
export const entities: Rule = (claim) => {
  const hits = termsOf(claim, claim.passage);
  const licensed = licensedTerms(claim);
  const foreign = hits.filter((hit) => !isLicensed(hit, licensed) && !spelledOut(claim, hit));
  const covered = (word: Word): boolean => hits.some((hit) => hit.start <= word.start && word.end <= hit.end);
  const names = claim.passage.words.filter(
    (word, at) => isName(claim, word, at) && !covered(word) && !isKnown(claim, word, at),
  );
  const tokens = [...new Set([...foreign.map((hit) => hit.text), ...joined(claim.passage.text, names)])];
  return tokens.map((token) => blocked("entities", token, `${where(claim, token)} does not name “${token}”.`, claim));
};

/** The terms of the lexicon in a passage, read once. */
export function termsOf(claim: Claim, passage: Passage): readonly TermHit[] {
  return claim.ground.kept("hits", passage, () => claim.ground.task.lexicon.find(passage.text));
}

function where(claim: Claim, token: string): string {
  if (claim.wide) return "Your resume";
  const elsewhere = claim.ground.resume.some((one) => one.text.toLowerCase().includes(token.toLowerCase()));
  return elsewhere ? "Your resume has it elsewhere, but the part this line belongs to" : "Your resume";
}

/** The canonical terms of the sources by the spellings they have there; what they are a kind of comes under its own name. */
function licensedTerms(claim: Claim): Map<string, string[]> {
  if (!claim.wide) return readLicensed(claim);
  const known = wideLicences.get(claim.ground) ?? readLicensed(claim);
  wideLicences.set(claim.ground, known);
  return known;
}

/** The summary and all skill groups rest on the same resume: read once. */
const wideLicences = new WeakMap<Ground, Map<string, string[]>>();

function readLicensed(claim: Claim): Map<string, string[]> {
  const { lexicon } = claim.ground.task;
  const found = new Map<string, string[]>();
  const queue = claim.sources.flatMap((source) => termsOf(claim, source));
  for (let hit = queue.pop(); hit !== undefined; hit = queue.pop()) {
    const spellings = found.get(hit.canonical) ?? [];
    if (spellings.includes(hit.text)) continue;
    found.set(hit.canonical, [...spellings, hit.text]);
    const parents = lexicon.entries.get(hit.canonical)?.parents ?? [];
    queue.push(...parents.map((canonical) => ({ canonical, text: canonical, start: 0, end: 0 })));
  }
  return found;
}

/** Whether the sources have the term under a spelling that names the same thing. */
function isLicensed(hit: TermHit, licensed: ReadonlyMap<string, string[]>): boolean {
  const spellings = licensed.get(hit.canonical) ?? [];
  const isFull = (text: string): boolean => sameName(text, hit.canonical);
  return spellings.some((text) => sameName(text, hit.text) || (isFull(text) && isFull(hit.text)));
}

/** A term in plain words ("testing", "customer service") is no name: its words, in any form, are enough. */
function spelledOut(claim: Claim, hit: { text: string; canonical: string; start: number; end: number }): boolean {
  const { keys, words, task } = claim.ground;
  const inside = claim.passage.words.filter(
    (word) => hit.start <= word.start && word.end <= hit.end && isContent(word, words),
  );
  const literal = (word: Word): boolean => claim.sources.some((source) => source.all.has(word.lower));
  if (claim.sources.some((source) => sameWords(source, inside, claim))) return true;
  if (inside.length > 0 && isSameDegree(claim, claim.passage.words.indexOf(inside[0] as Word))) return true;
  const entry: LexiconEntry | undefined = task.lexicon.entries.get(hit.canonical);
  const isPlain =
    entry !== undefined &&
    plainKinds.has(entry.kind) &&
    (hit.text === hit.text.toLowerCase() || inside[0]?.opens === true);
  if (claim.edit.id.startsWith("k")) return false;
  if (isGeneral(claim, hit.text.toLowerCase(), "any")) return true;
  if (!isPlain) return false;
  if (task.parsed.language === "en" && /^.\P{Lu}*$/u.test(hit.text) && !/\d/.test(hit.text)) return true;
  return inside.every(
    (word) =>
      literal(word) ||
      (words.verbs.has(word.lower) && holdsWord(claim.sources, word.lower, keys)) ||
      holdsSense(claim.sources, word.lower, keys) ||
      words.superlatives.has(word.lower),
  );
}

/** The same words in the same order: one word in any spelling, several in any form. */
function sameWords(source: Passage, inside: readonly Word[], claim: Claim): boolean {
  const { words, keys } = claim.ground;
  const [first] = inside;
  if (first === undefined) return false;
  if (inside.length === 1)
    return source.words.some((word) => american(word.lower, words) === american(first.lower, words));
  return source.words.some((_, at) =>
    inside.every((word, i) => keys.stem(source.words[at + i]?.lower ?? "") === keys.stem(word.lower)),
  );
}

/** Capitals inside a sentence, capitals or digits inside a word: PostgreSQL, AWS, S3, Contoso. */
function isName(claim: Claim, word: Word, at: number): boolean {
  if (!/\p{L}/u.test(word.text) || /^\d/.test(word.text)) return false;
  const mixed = /\p{Lu}/u.test(word.text.slice(1)) || /\d/.test(word.text) || /[+#]$/.test(word.text);
  if (mixed) return true;
  if (!/^\p{Lu}/u.test(word.text)) return false;
  if (!word.opens) return true;
  return !isOrdinary(claim, word, at);
}

/** The first word of a sentence has its capital anyway; a word of the tables, or one that looks like a verb, is no name. */
function isOrdinary(claim: Claim, word: Word, at: number): boolean {
  const { words, keys } = claim.ground;
  const { lower } = word;
  if (words.plain.has(lower) || words.lemmas.has(lower) || words.outcomes.has(lower) || words.roles.has(lower))
    return true;
  if (phraseAt(words.verbs, claim.passage.words, at) !== null || words.numbers.has(`*:${lower}`)) return true;
  if (
    words.superlatives.has(lower) ||
    words.scope.has(lower) ||
    words.proficiency.has(lower) ||
    words.causal.has(lower)
  )
    return true;
  if (keys.of(lower).length > 1 || words.openers.has(lower) || words.openers.has(singular(lower))) return true;
  return /(?:ed|ing|ly)$/.test(lower);
}

/** A degree in another spelling: PhD for doctoral, MSc for master's. */
function isSameDegree(claim: Claim, at: number): boolean {
  const { credentials } = claim.ground.words;
  const degree = phraseAt(credentials, claim.passage.words, at)?.value;
  if (degree === undefined) return false;
  return claim.sources.some((one) => findPhrases(credentials, one.words).some(({ phrase }) => phrase.value === degree));
}

function isKnown(claim: Claim, word: Word, at: number): boolean {
  const { keys, words } = claim.ground;
  const { lower } = word;
  const bare = lower.replace(/'s$/, "");
  if (isSameDegree(claim, at) || isDenied(claim, lower)) return true;
  if (words.plain.has(lower) || claim.sources.some((one) => one.all.has(bare) || one.all.has(lower))) return true;
  const parts = bare.split(/[-./+&]/).filter((part) => part.length > 1 && !words.plain.has(part));
  const isJoined = /[-./+&]/.test(bare) && parts.length > 0;
  if (isJoined && parts.every((part) => holdsWord(claim.sources, part, keys))) return true;
  const shape = /^\p{Lu}?\p{Ll}+$/u.test(word.text);
  if (shape && holdsWord(claim.sources, bare, keys)) return true;
  if (shape && !word.opens && keys.of(bare).length > 1 && isShouted(claim) && holdsSense(claim.sources, bare, keys))
    return true;
  if (isShouted(claim)) return isOrdinary(claim, word, at) || holdsSense(claim.sources, bare, keys);
  return bridged(claim, word, at);
}

/** Headline Style or CAPITALS: there a capital says nothing. */
function isShouted(claim: Claim): boolean {
  const letters = claim.passage.words.filter((word) => /^\p{L}{4,}/u.test(word.text));
  const capital = letters.filter((word) => /^\p{Lu}/u.test(word.text));
  return letters.length >= 3 && capital.length / letters.length > 0.8;
}

/** KPI beside "key performance indicators", and the other way round. */
function bridged(claim: Claim, word: Word, at: number): boolean {
  const { words, keys } = claim.ground;
  const { lower } = word;
  const list = claim.passage.words;
  const spelledOut = words.bridges.some(
    (bridge) => bridge.acronym === lower && claim.sources.some((source) => holdsRun(source, bridge.words)),
  );
  if (spelledOut) return true;
  const isAcronym = /^\p{Lu}{2,6}s?$/u.test(word.text);
  if (isAcronym)
    return claim.sources.some((source) => holdsInitials(source, word.text.replace(/s$/, "").toLowerCase()));
  return words.bridges.some((bridge) => {
    const from = bridge.words.indexOf(keys.stem(lower) === "" ? lower : lower);
    return (
      from >= 0 &&
      bridge.words.every((one, i) => list[at - from + i]?.lower === one) &&
      holdsWord(claim.sources, bridge.acronym, keys)
    );
  });
}

function holdsRun(source: Passage, run: readonly string[]): boolean {
  return source.words.some((_, at) => run.every((word, i) => source.words[at + i]?.lower === word));
}

function holdsInitials(source: Passage, initials: string): boolean {
  const letters = [...initials];
  return source.words.some((_, at) =>
    letters.every(
      (letter, i) =>
        source.words[at + i]?.lower.startsWith(letter) === true && (source.words[at + i]?.lower.length ?? 0) > 2,
    ),
  );
}

/** Names that stand side by side are one: "Amazon Web Services". */
function joined(text: string, names: readonly Word[]): string[] {
  const runs: { start: number; end: number }[] = [];
  for (const word of names) {
    const last = runs.at(-1);
    if (last !== undefined && text.slice(last.end, word.start).trim() === "") last.end = word.end;
    else runs.push({ start: word.start, end: word.end });
  }
  return runs.map(({ start, end }) => text.slice(start, end));
}
