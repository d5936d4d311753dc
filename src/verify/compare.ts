import type { RewriteTask } from "../rewrite/engine.js";
import { skillItems } from "../rewrite/skill-items.js";
import type { Edit } from "../schema/edit.js";
import type { ParsedResume } from "../schema/resume.js";
import { type Ground, groundOf } from "./claim.js";
import { bare, type Entry, entriesOf, pairedEntries, share } from "./pairing.js";
import type { VerifyWords } from "./words.js";

/** What a rewritten document changed: edits for the gate, and its entries with the old ones they are. */
export interface Comparison {
  edits: Edit[];
  pairs: Map<Entry, Entry | null>;
}

/** From this share on a line is taken for another wording of an old one. */
const same = 0.3;
/** From this share on a line of another entry is taken for the origin, where the own entry has nothing like it. */
const strange = 0.6;

/**
 * The edits that lead from a resume to a rewritten one by any tool: each line that is not printed in the original, with the
 * line it most likely comes from and all lines of that entry as its evidence.
 *
 * Why all lines: a document says nothing of what its writer had in mind, and merging lines of one entry is fair.
 */
export function comparedEdits(task: RewriteTask, after: ParsedResume, words: VerifyWords): Comparison {
  const ground = groundOf(task, words);
  const pairs = pairedEntries(entriesOf(task.parsed), entriesOf(after));
  const homes = new Map([...pairs].map(([one, other]) => [one.id, other?.id ?? null]));
  const printed = new Set(task.source.lines.map(({ text }) => bare(text)));
  for (const { text } of Object.values(task.parsed.ids)) printed.add(bare(text));
  const edits = Object.entries(after.ids).flatMap(([id, { text }]): Edit[] => {
    if (text === "" || printed.has(bare(text))) return [];
    if (id === "summary") return [edit("summary", text, likest(ground, text, allIds(task.parsed)))];
    if (/^k\d+$/.test(id)) return skillEdit(task.parsed, text);
    const home = homes.get(id.split(".")[0] ?? id);
    return lineEdit(ground, text, home ?? null);
  });
  return { edits: edits.sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true })), pairs };
}

function edit(id: string, text: string, evidence: string[]): Edit {
  return { id, op: "replace", text, after: null, evidence, keywords: [], why: "" };
}

function allIds({ ids }: ParsedResume): string[] {
  return Object.keys(ids).filter((id) => (ids[id]?.text ?? "") !== "");
}

/** The ids whose texts share anything with a text, the likest first. */
function likest(ground: Ground, text: string, among: readonly string[]): string[] {
  return ranked(ground, text, among)
    .filter(({ score }) => score > 0)
    .map(({ id }) => id);
}

function ranked(ground: Ground, text: string, among: readonly string[]): { id: string; score: number }[] {
  const own = ground.passage("", null, text);
  const { ids } = ground.task.parsed;
  return among
    .map((id) => ({
      id,
      score: share(own, ground.passage(id, ids[id]?.lines[0] ?? null, ids[id]?.text ?? ""), ground.words, ground.keys),
    }))
    .sort((a, b) => b.score - a.score);
}

/** The edit of the line a new text comes from: of its own entry, else of the entry that has most of it. */
function lineEdit(ground: Ground, text: string, home: string | null): Edit[] {
  const lines = allIds(ground.task.parsed).filter((id) => id.includes("."));
  const own = home === null ? [] : lines.filter((id) => id.startsWith(`${home}.`));
  const [best] = ranked(ground, text, own);
  const [other] = ranked(ground, text, lines);
  const isForeign = other !== undefined && other.score >= strange && (best?.score ?? 0) < same;
  const origin = isForeign || best === undefined ? other : best;
  if (origin === undefined) return [edit("summary", text, allIds(ground.task.parsed))];
  const entry = origin.id.split(".")[0];
  const evidence = lines.filter((id) => id.startsWith(`${entry}.`));
  const isStolen = isForeign && best !== undefined && home !== null;
  return [edit(isStolen ? best.id : origin.id, text, isStolen ? [origin.id] : evidence)];
}

/** The edit of the skill group that has most of a new group's items; its name stays the old one's. */
function skillEdit({ ids }: ParsedResume, text: string): Edit[] {
  const groups = Object.entries(ids).filter(([id]) => /^k\d+$/.test(id));
  const items = skillItems(text.replace(/^[^:,;]{1,60}:\s*/, ""), "", []);
  const known = ([, group]: (typeof groups)[number]): number =>
    items.filter((item) => bare(group.text).includes(bare(item))).length;
  const [best] = [...groups].sort((a, b) => known(b) - known(a));
  if (best === undefined) return [edit("summary", items.join(", "), Object.keys(ids))];
  const name = /^([^:,;]{1,60}):\s/.exec(best[1].text)?.[1];
  return [edit(best[0], name === undefined ? items.join(", ") : `${name}: ${items.join(", ")}`, Object.keys(ids))];
}
