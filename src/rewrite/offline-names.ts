import type { Lexicon } from "../schema/lexicon.js";
import { sameName } from "../verify/same-name.js";
import type { RewriteTask } from "./engine.js";

/** Kinds of terms that are called by a name of their own; the others are words of the language. */
const namedKinds: ReadonlySet<string> = new Set([
  "language",
  "framework",
  "library",
  "tool",
  "platform",
  "database",
  "service",
  "protocol",
  "standard",
]);
/** Kinds of terms that a person holds. */
export const heldKinds: ReadonlySet<string> = new Set(["certification", "license", "degree"]);

/** Whether a term has a name of its own, such as a tool; "Cloud computing" and "Programming" are words of the language. */
export function isNamed(lexicon: Lexicon, canonical: string): boolean {
  return namedKinds.has(lexicon.entries.get(canonical)?.kind ?? "") && !/\p{L}{4,}ing$/u.test(canonical);
}

/** How the posting spells what it names. */
export interface PostingNames {
  /** A term as advice names it: a tool or a longer term as the posting spells it, else a plain skill by its own name. */
  term(canonical: string): string;
  /** A tool as the posting spells it where that is the same thing, else as it is printed; a plain skill as it stands in a sentence. */
  nameFor(canonical: string, printed: string): string;
  /** The text with the posting's spelling of tools that have another one there: Postgres → PostgreSQL. */
  respelled(text: string): string;
}

/** The names of the task's posting. */
export function postingNames(task: Pick<RewriteTask, "postingSource" | "lexicon">): PostingNames {
  const counts = new Map<string, Map<string, number>>();
  for (const line of task.postingSource.lines)
    for (const { canonical, text } of task.lexicon.find(line.text)) {
      const spellings = counts.get(canonical) ?? new Map<string, number>();
      counts.set(canonical, spellings.set(text, (spellings.get(text) ?? 0) + 1));
    }
  const kindOf = (canonical: string): string => task.lexicon.entries.get(canonical)?.kind ?? "";
  const isPlain = (canonical: string): boolean =>
    !isNamed(task.lexicon, canonical) && !heldKinds.has(kindOf(canonical)) && kindOf(canonical) !== "human-language";
  const spellings = (canonical: string): string[] =>
    [...(counts.get(canonical) ?? [])].sort(([, a], [, b]) => b - a).map(([text]) => text);
  return {
    term(canonical) {
      const [theirs] = spellings(canonical);
      if (!isPlain(canonical)) return theirs ?? canonical;
      return theirs?.includes(" ") ? theirs : inSentence(canonical, kindOf(canonical));
    },
    nameFor(canonical, printed) {
      const theirs = spellings(canonical);
      const known = theirs.some((text) => ` ${text.toLowerCase()} `.includes(` ${printed.toLowerCase()} `));
      if (isPlain(canonical)) return inSentence(printed, kindOf(canonical));
      return known
        ? printed
        : (theirs.find((text) => isSameThing(text, printed) && text.length > printed.length) ?? printed);
    },
    respelled(text) {
      let result = text;
      for (const { canonical, text: printed, start, end } of task.lexicon.find(text).toReversed()) {
        const theirs = spellings(canonical);
        const [name] = theirs;
        const known = theirs.some((one) => plain(one) === plain(printed));
        if (name === undefined || known || !isNamed(task.lexicon, canonical) || !isRespelling(printed, name)) continue;
        result = `${result.slice(0, start)}${name}${result.slice(end)}`;
      }
      return result;
    },
  };
}

/** Two names of one word each for the same thing, the new one no shorter: an abbreviation would hide what was spelled out. */
function isRespelling(printed: string, name: string): boolean {
  const isWord = (text: string): boolean => /^\p{L}[\p{L}\p{N}]*$/u.test(text);
  return isWord(printed) && isWord(name) && name.length > printed.length && isSameThing(name, printed);
}

/** The same thing in another spelling; a number in a name is a version, unless it counts letters (K8s). */
function isSameThing(one: string, other: string): boolean {
  const digits = (text: string): string => text.replace(/^(\p{L})\d+(\p{L})$/u, "$1$2").replace(/\D/g, "");
  return sameName(one, other) && digits(one) === digits(other);
}

/** React.js and ReactJS are no other spelling than React. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\.?js$/, "")
    .replace(/[^\p{L}\p{N}+#]/gu, "");
}

/** "IV Therapy" is "IV therapy" inside a sentence; a method keeps its capital (Kanban, Six Sigma). */
function inSentence(text: string, kind: string): string {
  return kind === "method"
    ? text
    : text.replace(/(?<![\p{L}\p{N}])\p{Lu}(?=\p{Ll}+(?![\p{L}\p{N}]))/gu, (letter) => letter.toLowerCase());
}

/** "a", "a and b", "a, b and c"; `last` joins the last item. */
export function listed(items: readonly string[], last = "and"): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

/** A name with its indefinite article: "a Bachelor of Arts", "an MBA". */
export function articled(name: string): string {
  if (/^(?:an?|the)\b/i.test(name)) return name;
  return /^(?:[AEIOaeio]|[FHLMNRSX](?:[A-Z]|\.))/.test(name) ? `an ${name}` : `a ${name}`;
}
