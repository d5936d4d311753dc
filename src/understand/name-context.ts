import { type DataFile, fault } from "./lexicon-file.js";
import type { Token } from "./tokens.js";

/** Words that tell a name from a common word spelled alike (Go, Excel, Swift, C). */
export interface NameContext {
  /** A word behind a name: "Go developer". */
  follower: ReadonlySet<string>;
  /** A word behind a verb: "Go to". */
  object: ReadonlySet<string>;
  /** A word that makes the letter behind it no language: "class C". */
  label: ReadonlySet<string>;
  /** A word before a single-letter name: "in C". */
  leader: ReadonlySet<string>;
  /** A word that joins two names: "Go and Rust". */
  joiner: ReadonlySet<string>;
  /** By an acronym, words of a text in which it stands for something else: EMR beside Spark. */
  others: ReadonlyMap<string, ReadonlySet<string>>;
}

const roles = ["follower", "object", "label", "leader", "joiner"] as const;

const otherRole = "other ";

/** The context words from lines `role<tab>word word …`, also `other ACRONYM<tab>word …`; a UserError "settings" names a bad line. */
export function parseNameContext(files: readonly DataFile[]): NameContext {
  const sets = new Map<string, Set<string>>(roles.map((role) => [role, new Set<string>()]));
  const others = new Map<string, ReadonlySet<string>>();
  for (const { name, text } of files) {
    for (const [index, line] of text.split("\n").entries()) {
      if (line.trim() === "" || line.startsWith("#")) continue;
      const [role = "", words = ""] = line.split("\t");
      if (role.startsWith(otherRole)) {
        others.set(role.slice(otherRole.length).toLowerCase(), new Set(words.trim().split(/\s+/)));
        continue;
      }
      const set = sets.get(role);
      if (set === undefined)
        throw fault(name, index + 1, `has the unknown role "${role}"; known are ${roles.join(", ")}`);
      for (const word of words.trim().split(/\s+/)) set.add(word);
    }
  }
  const of = (role: (typeof roles)[number]): ReadonlySet<string> => sets.get(role) ?? new Set();
  return {
    follower: of("follower"),
    object: of("object"),
    label: of("label"),
    leader: of("leader"),
    joiner: of("joiner"),
    others,
  };
}

/** Whether an acronym stands in a text that speaks of something else by that name: EMR in "Spark, EMR, Redshift". */
export function speaksOfOther(context: NameContext, key: string, tokens: readonly Token[]): boolean {
  const words = context.others.get(key);
  return words !== undefined && tokens.some((token) => words.has(token.key));
}

/**
 * Whether a capitalised common word reads as a name where it stands.
 *
 * Why: in "Excel at your work" and "Go to market" the capital comes from the sentence, so at its start a name needs a
 * neighbour that shows it: a list, an end, or a word such as "developer". A single letter needs one everywhere.
 */
export function readsAsName(
  context: NameContext,
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
): boolean {
  const [before, head, tail, after] = [tokens[first - 1], tokens[first], tokens[last], tokens[last + 1]];
  if (head === undefined || tail === undefined) return false;
  const nearAfter = after !== undefined && after.join !== "hard" ? after.key : null;
  if (nearAfter !== null && (context.object.has(nearAfter) || /^(?:19|20)\d\d$/.test(nearAfter))) return false;
  const nearBefore = before !== undefined && head.join !== "hard" ? before.key : null;
  const single = tail.end - head.start === 1;
  if (single && (isInitial(text, tail.end) || (nearBefore !== null && context.label.has(nearBefore)))) return false;
  if (!single && !startsSentence(text, head.start)) return true;
  if (single && nearBefore !== null && (context.leader.has(nearBefore) || context.joiner.has(nearBefore))) return true;
  if (single && /[,/(]\s*$/.test(text.slice(Math.max(0, head.start - 3), head.start))) return true;
  return listedBehind(context, text, tokens, last, nearAfter);
}

function listedBehind(
  context: NameContext,
  text: string,
  tokens: readonly Token[],
  last: number,
  nearAfter: string | null,
): boolean {
  const tail = tokens[last];
  if (tail === undefined) return false;
  const rest = text.slice(tail.end, tail.end + 3);
  if (/^\s*($|[,/();:|·•])/.test(rest)) return true;
  if (nearAfter === null) return false;
  if (context.follower.has(nearAfter) || /^\d/.test(nearAfter)) return true;
  const second = tokens[last + 2];
  return context.joiner.has(nearAfter) && second !== undefined && /\p{Lu}/u.test(text[second.start] ?? "");
}

/** "R." of a person's name. */
function isInitial(text: string, end: number): boolean {
  return /^\.\s*\p{Lu}\p{Ll}/u.test(text.slice(end, end + 4));
}

function startsSentence(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start).trimEnd();
  return before === "" || /[.!?:\n•·▪●*–—"“]$/.test(before) || /\n\s*$/.test(text.slice(Math.max(0, start - 4), start));
}
