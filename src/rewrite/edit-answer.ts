import { Edit, type Question } from "../schema/edit.js";
import type { Lexicon } from "../schema/lexicon.js";
import type { Warning } from "../schema/source.js";
import type { RewriteTask } from "./engine.js";
import { dataLine } from "./fence.js";
import type { EditsAnswer } from "./model-schemas.js";
import { type ContactMask, holdsContact } from "./privacy.js";

/** What an answer proposes, with everything left out that names what does not exist. */
export interface EditReading {
  edits: Edit[];
  questions: Question[];
  strategy: string[];
  warnings: Warning[];
}

/**
 * The edits of an answer in the user's own words, placeholders put back. An edit of an unknown line, with an unknown
 * operation or without a text is left out with a warning; one that changes nothing is left out without.
 */
export function readEdits(
  answer: EditsAnswer,
  task: ReadingTask,
  ids: ReadonlySet<string>,
  mask: ContactMask,
): EditReading {
  const warnings: Warning[] = [];
  const edits: Edit[] = [];
  for (const given of answer.edits) {
    const proposed = { ...given, id: bareId(given.id), after: given.after === null ? null : bareId(given.after) };
    const fault = faultOf(proposed, task.tier, ids, edits, mask);
    if (fault !== null) warnings.push({ code: fault.code, message: fault.message, line: null });
    else {
      const edit = editOf(proposed, task, mask.show);
      const before = dataLine(task.parsed.ids[edit.id]?.text ?? "", "");
      if (edit.op !== "replace" || edit.text !== before) edits.push(edit);
    }
  }
  const say = (text: string): string => spoken(text, mask.show);
  return {
    edits,
    questions: answer.questions
      .map((one) => ({ requirement: say(one.requirement), question: say(one.question) }))
      .filter(({ question }) => question !== ""),
    strategy: answer.strategy.map(say).filter((text) => text !== ""),
    warnings,
  };
}

type ReadingTask = Pick<RewriteTask, "tier" | "parsed" | "facts" | "lexicon">;
type Proposed = EditsAnswer["edits"][number];

function faultOf(
  { id, op, text, after }: Proposed,
  tier: RewriteTask["tier"],
  ids: ReadonlySet<string>,
  before: readonly Edit[],
  mask: ContactMask,
): { code: string; message: string } | null {
  const name = dataLine(id, "").slice(0, 20);
  if (!ids.has(id))
    return { code: "unknown-id", message: `The model proposed a change to ${name}, which is no editable line.` };
  if (!Edit.shape.op.safeParse(op).success) {
    return {
      code: "unknown-op",
      message: `The model proposed to ${dataLine(op, "").slice(0, 20)} ${name}, which is not possible.`,
    };
  }
  if (tier === "preview" && op !== "replace") {
    return { code: "not-in-preview", message: `The model proposed to ${op} ${name}; a preview only rewrites lines.` };
  }
  if (op === "replace" && dataLine(text ?? "", "") === "") {
    return { code: "empty-edit", message: `The model proposed an empty text for ${name}.` };
  }
  if (op === "move" && after !== null && (after === id || !ids.has(after) || entryOf(after) !== entryOf(id))) {
    return { code: "unknown-id", message: `The model moved ${name} to a place that is not in its list.` };
  }
  if (before.some((edit) => edit.id === id && (edit.op === op || edit.op === "drop" || op === "drop"))) {
    return { code: "doubled-edit", message: `The model proposed a second change to ${name}; the first one counts.` };
  }
  if (text !== null && mask.strange(text).length > 0) {
    return {
      code: "unknown-placeholder",
      message: `The model wrote a placeholder into ${name} that stands for nothing.`,
    };
  }
  return null;
}

/** An id without the brackets it is printed in. */
export function bareId(id: string): string {
  return id.trim().replace(/^\[(.*)\]$/, "$1");
}

/** The entry a line belongs to: w1 of w1.h3, k of k2. */
function entryOf(id: string): string {
  return /^k\d+$/.test(id) ? "k" : (id.split(".")[0] ?? id);
}

function editOf(proposed: Proposed, { parsed, facts, lexicon }: ReadingTask, show: (text: string) => string): Edit {
  const { id, after, why } = proposed;
  const op = Edit.shape.op.parse(proposed.op);
  const text = op === "replace" ? plainLine(show(dataLine(proposed.text ?? "", "")), id) : null;
  const known = (one: string): boolean => one in parsed.ids || facts.some((fact) => fact.id === one);
  const evidence = [...new Set(proposed.evidence.map(bareId))].filter(known);
  const shown = text ?? parsed.ids[id]?.text ?? "";
  const keywords = proposed.keywords.map((word) => show(dataLine(word, "")));
  return {
    id,
    op,
    text,
    after: op === "move" ? after : null,
    evidence: evidence.length > 0 ? evidence : [id],
    keywords: [...new Set(keywords)].filter((word) => stands(word, shown, lexicon)),
    why: spoken(why ?? "", show),
  };
}

/** Whether a text shows a term, in this or another spelling of it. */
function stands(word: string, text: string, lexicon: Lexicon): boolean {
  if (word === "") return false;
  if (text.toLowerCase().includes(word.toLowerCase())) return true;
  const canonical = lexicon.canonical(word);
  return canonical !== null && lexicon.find(text).some((hit) => hit.canonical === canonical);
}

/**
 * What the model says to the person, on one line of at most 300 characters; empty where it holds an address, a link or a
 * number to call that is not the person's own.
 *
 * Why: nothing verifies advice, and a posting could have the model send the person to a page of its writer.
 */
export function spoken(text: string, show: (text: string) => string): string {
  const line = dataLine(text, "");
  if (holdsContact(line)) return "";
  const shown = show(line);
  return shown.length > 300 ? `${shown.slice(0, 299)}…` : shown;
}

/** The text without an id or bullet mark that a model copied along. */
function plainLine(text: string, id: string): string {
  const bare = text.startsWith(`[${id}]`) ? text.slice(id.length + 2) : text;
  return bare.trim().replace(/^[•●▪◦‣*–-]\s+/, "");
}
