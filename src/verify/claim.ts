import type { RewriteTask } from "../rewrite/engine.js";
import type { Edit, Finding } from "../schema/edit.js";
import { headerText } from "./entry-header.js";
import { type Keys, keyBook } from "./keys.js";
import { levelled, type Word, wordsOf } from "./tokens.js";
import type { VerifyWords } from "./words.js";

/** A piece of the source (or of the new text), cut into words once. */
export interface Passage {
  /** Id of the editable line, of the fact or of the entry; "" for other source lines. */
  id: string;
  /** Source line, for the explanation; null for facts and new text. */
  line: number | null;
  text: string;
  words: Word[];
  /** Keys of its words of content. */
  content: Set<string>;
  /** All its words in lower case and all their stems. */
  all: Set<string>;
}

/** What all verdicts of one task share. */
export interface Ground {
  task: RewriteTask;
  words: VerifyWords;
  keys: Keys;
  /** Every line of the source. */
  resume: Passage[];
  /** Confirmed facts by id. */
  facts: Map<string, Passage>;
  /** Title, employer, place and dates of an entry such as w1; null where there is none. */
  header(entry: string): Passage | null;
  passage(id: string, line: number | null, text: string): Passage;
  /** What is read from a passage, kept: every claim asks the same of the same lines. */
  kept<T>(kind: string, passage: Passage, read: () => T): T;
}

/** One new text with everything it may rest on. */
export interface Claim {
  edit: Edit;
  /** Entry of the line: w1, p2, x1; the id itself for the summary and skill groups. */
  entry: string;
  /** The summary and the skill groups may rest on the whole resume. */
  wide: boolean;
  /** The new text. */
  passage: Passage;
  /** The line itself and the lines it cites. */
  evidence: Passage[];
  /** Where names may come from: the evidence and the entry's header, or the whole resume. */
  sources: Passage[];
  ground: Ground;
}

/** One rule of verification: what it finds in a claim. */
export type Rule = (claim: Claim) => Finding[];

/** A passage of a text: levelled, cut into words, with the keys of its content. */
export function passageOf(id: string, line: number | null, raw: string, words: VerifyWords, keys: Keys): Passage {
  const text = levelled(raw);
  const list = wordsOf(text);
  const content = new Set<string>();
  const all = new Set<string>();
  for (const word of list) {
    all.add(word.lower);
    for (const part of [word.lower, ...word.lower.split(/[-./+&]/)]) all.add(keys.stem(part)).add(part);
    if (isContent(word, words)) for (const key of contentKeys(word.lower, keys)) content.add(key);
  }
  list.forEach((word, at) => {
    const next = list[at + 1];
    if (next !== undefined && next.gap.length < 2 && word.lower.length > 2 && next.lower.length > 2)
      all.add(word.lower + next.lower);
    for (const group of keys.phraseAt(list, at)?.groups ?? []) content.add(group);
  });
  return { id, line, text, words: list, content, all };
}

/** Whether a word carries content: not a small word, a sign or a number. */
export function isContent(word: Word, words: VerifyWords): boolean {
  return (
    /\p{L}/u.test(word.lower) &&
    (word.lower.length > 1 || /[+#]/.test(word.lower) || /^[B-HJ-Z]$/.test(word.text)) &&
    !words.plain.has(word.lower) &&
    !/^\d/.test(word.lower)
  );
}

/** The keys of a word and of the parts of a hyphenated one. */
export function contentKeys(lower: string, keys: Keys): readonly string[] {
  if (!lower.includes("-")) return keys.of(lower);
  const parts = lower.split("-").filter((part) => part.length > 1);
  return [lower, ...parts].flatMap((part) => keys.of(part));
}

/** The shared ground of all verdicts on a task. */
export function groundOf(task: RewriteTask, words: VerifyWords): Ground {
  const known = grounds.get(task);
  if (known?.words === words) return known;
  const made = madeGround(task, words);
  grounds.set(task, made);
  return made;
}

/** The grounds of the tasks of this run: an engine, the gate and a review judge the same one, and nothing changes a task. */
const grounds = new WeakMap<RewriteTask, Ground>();

function madeGround(task: RewriteTask, words: VerifyWords): Ground {
  const keys = keyBook(words);
  const memory = new Map<string, Passage>();
  const passage = (id: string, line: number | null, text: string): Passage => {
    const name = `${id}\n${text}`;
    const known = memory.get(name);
    if (known !== undefined) return known;
    const made = passageOf(id, line, text, words, keys);
    memory.set(name, made);
    return made;
  };
  const readings = new WeakMap<Passage, Map<string, unknown>>();
  const headers = new Map<string, Passage | null>();
  return {
    task,
    words,
    keys,
    resume: task.source.lines.map((line) => passage("", line.n, line.text)),
    facts: new Map(task.facts.map((fact) => [fact.id, passage(fact.id, null, fact.text)])),
    header(entry) {
      if (!headers.has(entry)) {
        const text = headerText(task.parsed, entry);
        headers.set(entry, text === null ? null : passage(entry, null, text));
      }
      return headers.get(entry) ?? null;
    },
    passage,
    kept<T>(kind: string, one: Passage, read: () => T): T {
      const known = readings.get(one) ?? new Map<string, unknown>();
      readings.set(one, known);
      if (!known.has(kind)) known.set(kind, read());
      return known.get(kind) as T;
    },
  };
}

/** Whether a line may rest on the whole resume. */
export function isWide(id: string): boolean {
  return id === "summary" || /^k\d+$/.test(id);
}

/** The claim of an edit that puts a new text in place. */
export function claimOf(edit: Edit, text: string, ground: Ground): Claim {
  const entry = edit.id.split(".")[0] ?? edit.id;
  const wide = isWide(edit.id);
  const evidence = [...new Set([edit.id, ...edit.evidence])].flatMap((id) => passageFor(id, ground) ?? []);
  const header = ground.header(entry);
  const facts = [...ground.facts.values()];
  const sources = wide
    ? [...evidence, ...ground.resume, ...facts]
    : [...evidence, ...(header === null ? [] : [header])];
  return { edit, entry, wide, passage: ground.passage(edit.id, null, text), evidence, sources, ground };
}

/** The passage an id names: an editable line, a fact, or an entry's header; null for an unknown id. */
export function passageFor(id: string, ground: Ground): Passage | null {
  const { ids } = ground.task.parsed;
  const line = Object.hasOwn(ids, id) ? ids[id] : undefined;
  if (line !== undefined) return ground.passage(id, line.lines[0] ?? null, line.text);
  return ground.facts.get(id) ?? ground.header(id);
}

/** "(line 12: …)" for an explanation; "" where the claim has no source line. */
export function citedAs(claim: Claim): string {
  const source = claim.evidence.find((one) => one.text !== "");
  if (source === undefined) return "";
  const text = source.text.length > 90 ? `${source.text.slice(0, 87)}…` : source.text;
  return source.line === null ? ` Source: “${text}”.` : ` Source, line ${source.line}: “${text}”.`;
}

/** A finding that holds the change back. */
export function blocked(rule: string, token: string, explanation: string, claim: Claim): Finding {
  return { rule, token, explanation: `${explanation}${citedAs(claim)}`, severity: "block" };
}

/** A finding that is reported while the change is applied. */
export function flagged(rule: string, token: string, explanation: string): Finding {
  return { rule, token, explanation, severity: "flag" };
}

/** Whether any of the passages holds the word, as it is or by its stem. */
export function holdsWord(passages: readonly Passage[], lower: string, keys: Keys): boolean {
  return passages.some((passage) => passage.all.has(lower) || passage.all.has(keys.stem(lower)));
}

/** Whether any of the passages holds a word that may stand for this one. */
export function holdsSense(passages: readonly Passage[], lower: string, keys: Keys): boolean {
  return holdsWord(passages, lower, keys) || keys.of(lower).some((key) => passages.some((one) => one.content.has(key)));
}

/** Whether any of the passages holds the phrase as whole words. */
export function holdsPhrase(passages: readonly Passage[], phrase: string): boolean {
  const pattern = phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/[\s-]+/g, "[\\s-]+");
  const whole = new RegExp(`(?<![\\p{L}\\p{N}-])${pattern}(?![\\p{L}\\p{N}])`, "iu");
  return passages.some((passage) => whole.test(passage.text));
}
