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

/** Moves of the most relevant lines of each job to its top, two at most, and only where they clearly say more than what stands there. */
export function orderHighlights(task: RewriteTask, relevance: Relevance): Edit[] {
  return highlightLists(task).flatMap((list) => promoted(list, relevance));
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

function promoted(list: readonly Line[], relevance: Relevance): Edit[] {
  const scored = list.map(([id, line], at) => ({
    id,
    at,
    score: relevance.of(line.text, line.lines),
    text: line.text,
  }));
  const best = [...scored].sort((a, b) => b.score - a.score || a.at - b.at);
  const edits: Edit[] = [];
  const order = scored.map((one) => one.id);
  for (const [target, one] of best.slice(0, mostPromoted).entries()) {
    const standing = scored.find(({ id }) => id === order[target]);
    if (standing === undefined || standing.id === one.id || one.score - standing.score < leastGain) continue;
    if (order.indexOf(one.id) <= target) continue;
    order.splice(order.indexOf(one.id), 1);
    order.splice(target, 0, one.id);
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
  return showsLess(list, order, relevance) ? [] : edits;
}

/** Whether the first lines name fewer of the posting's terms in the new order than in the old. */
function showsLess(list: readonly Line[], order: readonly string[], relevance: Relevance): boolean {
  const texts = new Map(list.map(([id, line]) => [id, line.text]));
  const shown = (ids: readonly string[]): number =>
    new Set(ids.slice(0, leastLines).flatMap((id) => relevance.terms(texts.get(id) ?? ""))).size;
  return shown(order) < shown(list.map(([id]) => id));
}

/**
 * Skill groups with the items that the posting asks for in front; the others keep their order. With `names`, tools take the
 * spelling of the posting (Postgres → PostgreSQL).
 */
export function orderSkills(task: RewriteTask, relevance: Relevance, names: PostingNames | null): Edit[] {
  return skillGroups(task).flatMap(({ id, line, name, items }) => {
    const weight = (item: string): number => weightOf(item, relevance);
    const isAsked = (item: string): boolean => weight(item) >= 1;
    const sorted = [
      ...items.filter(isAsked).sort((a, b) => weight(b) - weight(a)),
      ...items.filter((item) => !isAsked(item)),
    ];
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
    score: items.reduce((sum, item) => sum + (weightOf(item, relevance) >= 1 ? weightOf(item, relevance) : 0), 0),
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

function weightOf(item: string, relevance: Relevance): number {
  return Math.max(0, ...relevance.terms(item).map((term) => relevance.weight(term)));
}

/** The items with the posting's spellings; the same list where nothing changes or an item would stand twice. */
function respelled(items: string[], names: PostingNames): string[] {
  const spelled = items.map((item) => names.respelled(item));
  const isSame = spelled.every((item, at) => item === items[at]);
  return isSame || new Set(spelled).size < items.length ? items : spelled;
}
