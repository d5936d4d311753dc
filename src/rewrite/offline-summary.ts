import type { Edit } from "../schema/edit.js";
import type { EditableLine } from "../schema/resume.js";
import { provenYears } from "../verify/experience.js";
import { sameName } from "../verify/same-name.js";
import type { RewriteTask } from "./engine.js";
import type { Relevance } from "./offline-relevance.js";

const mostTerms = 5;
const leastTerms = 2;
const longSummary = 90;
const leastYears = 2;
const named = new Set([
  "language",
  "framework",
  "library",
  "tool",
  "platform",
  "database",
  "service",
  "protocol",
  "standard",
  "certification",
  "license",
]);

/** A term the posting asks for and the resume proves. */
interface Supported {
  text: string;
  canonical: string;
  ids: string[];
}

/**
 * A summary from facts of the resume: a new one where there is none, else the old one with a sentence of the supported terms
 * it lacks; null where it would add nothing true.
 */
export function summaryEdit(task: RewriteTask, relevance: Relevance): Edit | null {
  const old = task.parsed.ids.summary;
  const supported = supportedTerms(task, relevance);
  if (old !== undefined && old.text !== "") return extended(old, missingIn(task, old.text, supported));
  return newSummary(task, relevance, supported);
}

function extended(old: EditableLine, terms: readonly Supported[]): Edit | null {
  if (terms.length < leastTerms || old.text.split(/\s+/).length > longSummary) return null;
  const text = `${old.text.trim().replace(/[^.!?…]$/u, "$&.")} Experience with ${listed(terms.map((one) => one.text))}.`;
  return summary(
    text,
    ["summary", ...terms.flatMap((one) => one.ids.slice(0, 1))],
    terms,
    "names what the posting asks for and your resume shows",
  );
}

function newSummary(task: RewriteTask, relevance: Relevance, supported: readonly Supported[]): Edit | null {
  const job = task.parsed.resume.work?.[0];
  const title = job?.position?.trim() ?? "";
  const terms = supported.slice(0, mostTerms);
  if (title === "" || title.length > 60 || terms.length < leastTerms) return null;
  const years = provenYears(task);
  const lead = years >= leastYears ? `${title} with ${years} years of experience.` : `${title}.`;
  const strong = strongest(task, relevance);
  const sentences = [
    lead,
    `Experience with ${listed(terms.map((one) => one.text))}.`,
    ...(strong === null ? [] : [sentence(strong[1].text)]),
  ];
  const ids = [...terms.flatMap((one) => one.ids.slice(0, 1)), ...(strong === null ? [] : [strong[0]])];
  return summary(sentences.join(" "), ids, terms, "says at the top what the posting asks for and your resume shows");
}

function summary(text: string, evidence: string[], terms: readonly Supported[], why: string): Edit {
  return {
    id: "summary",
    op: "replace",
    text,
    after: null,
    evidence: [...new Set(evidence)],
    keywords: terms.map((one) => one.canonical),
    why,
  };
}

/** Terms of the posting that a line of the resume shows, weightiest first, as they are best printed. */
function supportedTerms(task: RewriteTask, relevance: Relevance): Supported[] {
  const found = new Map<string, Supported>();
  for (const [id, line] of Object.entries(task.parsed.ids)) {
    if (id === "summary") continue;
    for (const hit of task.lexicon.find(line.text)) {
      if (relevance.weight(hit.canonical) < 1 || !isNamable(task, hit.canonical, id)) continue;
      const known = found.get(hit.canonical);
      if (known !== undefined) known.ids.push(id);
      else
        found.set(hit.canonical, { canonical: hit.canonical, text: printed(task, hit.canonical, hit.text), ids: [id] });
    }
  }
  return [...found.values()]
    .sort((a, b) => relevance.weight(b.canonical) - relevance.weight(a.canonical))
    .filter((one, _, all) => !all.some((other) => isPartOf(task, one.canonical, other.canonical)));
}

/** Tools and certificates wherever they stand; plain skills only where the resume lists them as skills. */
function isNamable(task: RewriteTask, canonical: string, id: string): boolean {
  const kind = task.lexicon.entries.get(canonical)?.kind ?? "";
  return named.has(kind) || (/^k\d+$/.test(id) && ["skill", "method"].includes(kind));
}

/** Tools by their full name; plain skills in lower case inside a sentence. */
function printed(task: RewriteTask, canonical: string, text: string): string {
  const kind = task.lexicon.entries.get(canonical)?.kind ?? "";
  if (named.has(kind)) return sameName(canonical, text) ? canonical : text;
  return /^\p{Lu}\p{Ll}+(?: \p{L}\p{Ll}+)*$/u.test(text) ? text.toLowerCase() : text;
}

/** SQL needs no mention beside PostgreSQL. */
function isPartOf(task: RewriteTask, canonical: string, other: string): boolean {
  return task.lexicon.entries.get(other)?.parents.includes(canonical) === true;
}

function missingIn(task: RewriteTask, text: string, terms: readonly Supported[]): Supported[] {
  const there = new Set(task.lexicon.find(text).map((hit) => hit.canonical));
  return terms.filter((one) => !there.has(one.canonical)).slice(0, mostTerms);
}

/** The line of a job that shows most of what the posting asks for and holds a number; null where none does. */
function strongest(task: RewriteTask, relevance: Relevance): [string, EditableLine] | null {
  const lines = Object.entries(task.parsed.ids).filter(
    ([id, { text }]) =>
      /^w\d+\.h\d+$/.test(id) && /\d/.test(text) && text.length <= 170 && /^\p{Lu}\p{L}+(?:ed|\b)/u.test(text),
  );
  const score = ([, line]: [string, EditableLine]): number => relevance.of(line.text, line.lines);
  const best = lines.sort((a, b) => score(b) - score(a))[0];
  return best !== undefined && score(best) > 0 ? best : null;
}

function sentence(text: string): string {
  return text
    .trim()
    .replace(/[;,]$/, "")
    .replace(/[^.!?…]$/u, "$&.");
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
