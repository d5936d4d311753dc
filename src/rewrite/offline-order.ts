import type { Edit } from "../schema/edit.js";
import type { EditableLine } from "../schema/resume.js";
import type { RewriteTask } from "./engine.js";
import type { PostingNames } from "./offline-names.js";
import type { Relevance } from "./offline-relevance.js";
import { listPlace, valueAt } from "./paths.js";
import { skillItems } from "./skill-items.js";

const mostPromoted = 2;
const leastLines = 3;
const leastGain = 1.5;
const leastGroupGain = 3;
const leastName = 3;
const fewWords = 6;
/** "Tech stack: Go, Redis" closes a job and does not open it. */
const label = /^[^.:]{1,30}\s?:/;

/** Moves of the most relevant lines of each job to its top, two at most, and only where they clearly say more than what stands there. */
export function orderHighlights(task: RewriteTask, relevance: Relevance): Edit[] {
  const top = Object.entries(task.parsed.ids).filter(([id]) => /^(?:summary|k\d+)$/.test(id));
  const elsewhere = new Set(top.flatMap(([, { text }]) => relevance.terms(text)));
  return highlightLists(task).flatMap((list) => promoted(list, relevance, elsewhere));
}

type Line = [id: string, line: EditableLine];

/** The lines of each job, project or volunteer work, in their printed order; a list with sub-headings stays as it is. */
function highlightLists(task: RewriteTask): Line[][] {
  const lists = new Map<string, Line[]>();
  for (const [id, line] of Object.entries(task.parsed.ids)) {
    const place = /^[wvp]\d+\.h\d+$/.test(id) ? listPlace(line.path) : null;
    if (place !== null) lists.set(place.list, [...(lists.get(place.list) ?? []), [id, line]]);
  }
  const index = ([, line]: Line): number => listPlace(line.path)?.index ?? 0;
  const isFlat = (list: Line[]): boolean =>
    list.every(([, { text }]) => text.length > 12 && !/[:：]$/.test(text.trim()));
  return [...lists.values()]
    .filter((list) => list.length >= leastLines && isFlat(list))
    .map((list) => list.sort((a, b) => index(a) - index(b)));
}

function promoted(list: readonly Line[], relevance: Relevance, elsewhere: ReadonlySet<string>): Edit[] {
  const scored = list.map(([id, { text, lines }], at) => ({
    id,
    at,
    text,
    score: relevance.of(text, lines) + bearing(text),
  }));
  const best = scored.filter(({ text }) => !label.test(text)).sort((a, b) => b.score - a.score || a.at - b.at);
  const edits: Edit[] = [];
  let order = scored.map((one) => one.id);
  for (const one of best.slice(0, mostPromoted)) {
    const target = edits.length;
    const standing = scored.find(({ id }) => id === order[target]);
    if (standing === undefined || standing.id === one.id || one.score - standing.score < leastGain) continue;
    const others = order.filter((id) => id !== one.id);
    const next = [...others.slice(0, target), one.id, ...others.slice(target)];
    if (order.indexOf(one.id) <= target || hides(list, order, next, relevance, elsewhere)) continue;
    order = next;
    edits.push({
      id: one.id,
      op: "move",
      text: null,
      after: order[target - 1] ?? null,
      evidence: [],
      keywords: relevance.terms(one.text),
      why: "shows more of what the posting asks for than the lines above it",
    });
  }
  return edits;
}

/** A line with a figure opens a job well, one of a few words does not. */
function bearing(text: string): number {
  return (/\d/.test(text) ? 1 : 0) - (text.split(/\s+/).length < fewWords ? 1 : 0);
}

/** Whether a term of the posting that the first lines name in the old order stands there no more, nor in summary or skills. */
function hides(
  list: readonly Line[],
  order: readonly string[],
  next: readonly string[],
  relevance: Relevance,
  elsewhere: ReadonlySet<string>,
): boolean {
  const texts = new Map(list.map(([id, line]) => [id, line.text]));
  const shown = (ids: readonly string[]): string[] =>
    ids.slice(0, leastLines).flatMap((id) => relevance.terms(texts.get(id) ?? ""));
  const there = new Set(shown(next));
  return shown(order).some((term) => !there.has(term) && !elsewhere.has(term));
}

/**
 * Skill groups with the items that the posting asks for in front, else in their printed order: it says what somebody is best
 * at. With `names`, tools take the spelling of the posting (Postgres → PostgreSQL).
 */
export function orderSkills(task: RewriteTask, relevance: Relevance, names: PostingNames | null): Edit[] {
  return skillGroups(task).flatMap(({ id, line, name, items }) => {
    const isAsked = (item: string): boolean => weightOf(item, task, relevance) >= 1;
    const sorted = [...items.filter(isAsked), ...items.filter((item) => !isAsked(item))];
    const gain = sorted.filter(isAsked).some((item, at) => items.indexOf(item) > at && !isAsked(items[at] ?? ""));
    const order = gain ? sorted : items;
    const spelled = names === null ? order : respelled(order, names);
    const text = printed(name, spelled);
    if (text === line.text) return [];
    const whys = [
      ...(gain ? ["puts the skills the posting asks for first"] : []),
      ...(spelled === order ? [] : ["spells them as the posting does"]),
    ];
    return [
      {
        id,
        op: "replace" as const,
        text,
        after: null,
        evidence: [id],
        keywords: spelled.filter(isAsked),
        why: whys.join("; "),
      },
    ];
  });
}

/** Moves of the skill group that says most for the posting to the top, where another one says clearly less there. */
export function orderGroups(task: RewriteTask, relevance: Relevance): Edit[] {
  const scored = skillGroups(task).map(({ id, items }) => ({
    id,
    score: items
      .map((item) => weightOf(item, task, relevance))
      .reduce((sum, weight) => sum + (weight >= 1 ? weight : 0), 0),
  }));
  const [first] = scored;
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  if (first === undefined || best === undefined || best.score - first.score < leastGroupGain) return [];
  const why = "shows more of what the posting asks for than the groups above it";
  return [{ id: best.id, op: "move", text: null, after: null, evidence: [], keywords: [], why }];
}

interface Group {
  id: string;
  line: EditableLine;
  name: string;
  items: string[];
}

/** The groups whose items can be told apart without doubt. */
function skillGroups(task: RewriteTask): Group[] {
  return Object.entries(task.parsed.ids).flatMap(([id, line]) => {
    if (!/^k\d+$/.test(id)) return [];
    const group = valueAt(task.parsed.resume, line.path) as { name?: string; keywords?: string[] } | undefined;
    const name = group?.name ?? "";
    const items = skillItems(line.text, name, group?.keywords ?? []);
    return printed(name, items) === line.text ? [{ id, line, name, items }] : [];
  });
}

function printed(name: string, items: readonly string[]): string {
  return name === "" ? items.join(", ") : `${name}: ${items.join(", ")}`;
}

/** What an item counts: its terms, else the demand that names it in words the lexicon lacks, else what it is a kind of by its name. */
function weightOf(item: string, task: RewriteTask, relevance: Relevance): number {
  const terms = relevance.terms(item).map((term) => relevance.weight(term));
  const lower = item.toLowerCase();
  const phrase = new RegExp(
    `(?<![\\p{L}\\p{N}])${lower.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`,
    "u",
  );
  const demands = task.posting.requirements.filter(
    ({ text }) => lower.length >= leastName && phrase.test(text.toLowerCase()),
  );
  const kinds = task.lexicon
    .find(item)
    .flatMap(({ canonical }) => task.lexicon.entries.get(canonical)?.parents ?? [])
    .filter((parent) => lower.startsWith(`${parent.toLowerCase()} `));
  return Math.max(
    0,
    ...terms,
    ...demands.map(({ kind }) => (kind === "must" ? 3 : 1.5)),
    ...kinds.map((kind) => relevance.weight(kind)),
  );
}

/** The items with the posting's spellings; the same list where nothing changes or an item would stand twice. */
function respelled(items: string[], names: PostingNames): string[] {
  const spelled = items.map((item) => names.respelled(item));
  const isSame = spelled.every((item, at) => item === items[at]);
  return isSame || new Set(spelled).size < items.length ? items : spelled;
}
