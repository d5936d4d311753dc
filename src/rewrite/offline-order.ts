import type { Edit } from "../schema/edit.js";
import type { EditableLine } from "../schema/resume.js";
import type { RewriteTask } from "./engine.js";
import type { Relevance } from "./offline-relevance.js";
import { listPlace, valueAt } from "./paths.js";
import { skillItems } from "./skill-items.js";

const mostPromoted = 2;
const leastLines = 3;
const leastGain = 1.5;

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
  return edits;
}

/** Skill groups with the items that the posting asks for in front; the others keep their order. */
export function orderSkills(task: RewriteTask, relevance: Relevance): Edit[] {
  return Object.entries(task.parsed.ids).flatMap(([id, line]) => {
    if (!/^k\d+$/.test(id)) return [];
    const group = valueAt(task.parsed.resume, line.path) as { name?: string; keywords?: string[] } | undefined;
    const name = group?.name ?? "";
    const items = skillItems(line.text, name, group?.keywords ?? []);
    const printed = (list: readonly string[]): string =>
      name === "" ? list.join(", ") : `${name}: ${list.join(", ")}`;
    if (items.length < leastLines || printed(items) !== line.text) return [];
    const weight = (item: string): number =>
      Math.max(0, ...relevance.terms(item).map((term) => relevance.weight(term)));
    const isAsked = (item: string): boolean => weight(item) >= 1;
    const sorted = [
      ...items.filter(isAsked).sort((a, b) => weight(b) - weight(a)),
      ...items.filter((item) => !isAsked(item)),
    ];
    const gain = sorted.filter(isAsked).some((item, at) => items.indexOf(item) > at && !isAsked(items[at] ?? ""));
    if (!gain) return [];
    return [
      {
        id,
        op: "replace" as const,
        text: printed(sorted),
        after: null,
        evidence: [id],
        keywords: sorted.filter(isAsked),
        why: "puts the skills the posting asks for first",
      },
    ];
  });
}
