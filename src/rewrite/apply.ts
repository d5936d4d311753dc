import type { Edit } from "../schema/edit.js";
import type { EditableLine, ParsedResume } from "../schema/resume.js";
import { listPlace, putAt, removeAt, renumbered, valueAt } from "./paths.js";
import { skillItems } from "./skill-items.js";

/**
 * The resume with the edits applied in their order; the input stays as it is.
 *
 * The edits must have passed verification. Ids go on naming the same lines while the paths behind them shift; provenance follows,
 * and a replaced text gains the lines of its evidence. An id or place that the resume lacks is a bug and throws.
 */
export function applyEdits(parsed: ParsedResume, edits: readonly Edit[]): ParsedResume {
  const result = structuredClone(parsed);
  for (const edit of edits) {
    const line = result.ids[edit.id];
    if (edit.op === "replace") replace(result, edit, line);
    else if (!line) throw new Error(`no editable line ${edit.id}`);
    else if (edit.op === "drop") drop(result, edit.id, line);
    else move(result, edit, line);
  }
  return result;
}

function replace(result: ParsedResume, edit: Edit, line: EditableLine | undefined): void {
  if (edit.text === null) throw new Error(`a replacement without text for ${edit.id}`);
  if (edit.id === "summary" && (!line || line.text === "")) {
    addSummary(result, edit.text, edit);
    return;
  }
  if (!line) throw new Error(`no editable line ${edit.id}`);
  if (/^skills\[\d+\]$/.test(line.path)) {
    replaceSkills(result, edit.text, edit, line);
    return;
  }
  if (typeof valueAt(result.resume, line.path) !== "string") throw new Error(`no text at ${line.path} (${edit.id})`);
  putAt(result.resume, line.path, edit.text);
  line.text = edit.text;
  result.provenance[line.path] = linesBehind(result, edit, result.provenance[line.path] ?? line.lines);
}

function addSummary(result: ParsedResume, text: string, edit: Edit): void {
  const path = "basics.summary";
  putAt(result.resume, path, text);
  result.ids.summary = { lines: [], text, path };
  result.provenance[path] = linesBehind(result, edit, []);
  if (result.sections.some(({ entries }) => entries.includes(path))) return;
  const first = result.sections.findIndex(({ kind }) => kind !== "basics");
  const at = first < 0 ? result.sections.length : first;
  result.sections.splice(at, 0, { line: null, heading: "", kind: "summary", entries: [path] });
}

function replaceSkills(result: ParsedResume, text: string, edit: Edit, line: EditableLine): void {
  const group = valueAt(result.resume, line.path) as { name?: string; keywords?: string[] } | undefined;
  if (!group) throw new Error(`no skill group at ${line.path} (${edit.id})`);
  const before = group.keywords ?? [];
  const known = new Map(before.map((item, i) => [item, result.provenance[`${line.path}.keywords[${i}]`]]));
  const items = skillItems(text, group.name ?? "", before);
  for (const path of Object.keys(result.provenance))
    if (path.startsWith(`${line.path}.keywords[`)) delete result.provenance[path];
  items.forEach((item, i) => {
    const lines = known.has(item) ? known.get(item) : linesBehind(result, edit, line.lines);
    if (lines !== undefined) result.provenance[`${line.path}.keywords[${i}]`] = lines;
  });
  group.keywords = items;
  line.text = group.name ? `${group.name}: ${items.join(", ")}` : items.join(", ");
}

function linesBehind(result: ParsedResume, edit: Edit, own: readonly number[]): number[] {
  const cited = edit.evidence.flatMap((id) => result.ids[id]?.lines ?? []);
  return [...new Set([...own, ...cited])];
}

function drop(result: ParsedResume, id: string, line: EditableLine): void {
  const place = listPlace(line.path);
  if (place) {
    const list = listAt(result, place.list);
    rearrange(
      result,
      place.list,
      list.map((_, i) => i).filter((i) => i !== place.index),
    );
  } else {
    removeAt(result.resume, line.path);
    delete result.provenance[line.path];
    for (const section of result.sections) section.entries = section.entries.filter((path) => path !== line.path);
    result.sections = result.sections.filter(({ kind, entries }) => kind !== "summary" || entries.length > 0);
  }
  delete result.ids[id];
}

function move(result: ParsedResume, edit: Edit, line: EditableLine): void {
  const place = listPlace(line.path);
  const target = edit.after === null ? null : listPlace(result.ids[edit.after]?.path ?? "");
  if (!place || edit.after === edit.id || (edit.after !== null && target?.list !== place.list))
    throw new Error(`${edit.id} cannot stand after ${edit.after ?? "nothing"}`);
  const others = listAt(result, place.list)
    .map((_, i) => i)
    .filter((i) => i !== place.index);
  const at = target ? others.indexOf(target.index) + 1 : 0;
  rearrange(result, place.list, [...others.slice(0, at), place.index, ...others.slice(at)]);
}

function listAt(result: ParsedResume, path: string): unknown[] {
  const list = valueAt(result.resume, path);
  if (!Array.isArray(list)) throw new Error(`no list at ${path}`);
  return list;
}

/** Puts the items of a list into a new order (old indexes; a missing one is dropped) and lets ids, provenance and sections follow. */
function rearrange(result: ParsedResume, path: string, order: readonly number[]): void {
  const list = listAt(result, path);
  const places = list.map((_, i) => (order.includes(i) ? order.indexOf(i) : null));
  putAt(
    result.resume,
    path,
    order.map((i) => list[i]),
  );
  for (const line of Object.values(result.ids)) line.path = renumbered(line.path, path, places) ?? line.path;
  result.provenance = Object.fromEntries(
    Object.entries(result.provenance).flatMap(([at, lines]) => {
      const moved = renumbered(at, path, places);
      return moved === null ? [] : [[moved, lines]];
    }),
  );
  for (const section of result.sections) section.entries = followed(section.entries, path, places);
}

/** A section's entries after a rearrangement: a moved top-level entry is printed at its new rank among its siblings there. */
function followed(entries: readonly string[], path: string, places: readonly (number | null)[]): string[] {
  const moved = entries.flatMap((entry) => renumbered(entry, path, places) ?? []);
  const isSibling = (entry: string): boolean => listPlace(entry)?.list === path;
  const siblings = moved.filter(isSibling).sort((a, b) => (listPlace(a)?.index ?? 0) - (listPlace(b)?.index ?? 0));
  let next = 0;
  return moved.map((entry) => (isSibling(entry) ? (siblings[next++] ?? entry) : entry));
}
