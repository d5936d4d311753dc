import { linesBlock, spokenLine } from "./listed.js";
import type { Entry, EntryKind, Line } from "./outline.js";
import { datesOf, leavesOf, linesOf, type Print, placeOf, spanOf, stringAt } from "./printed.js";
import { joinRuns, plain, type Run, runsOf, safeUrl, textOf, urlRun } from "./runs.js";

/** Per kind: what the title line and the second line hold, and what is written out below them. */
const FIELDS: Record<EntryKind, { first: string[]; second: string[]; goesOn: boolean }> = {
  work: { first: ["position"], second: ["name"], goesOn: true },
  volunteer: { first: ["position"], second: ["organization"], goesOn: true },
  education: { first: ["institution"], second: ["studyType", "area"], goesOn: true },
  projects: { first: ["name"], second: ["roles", "entity", "type"], goesOn: false },
};
const HEADED = /\.(startDate|endDate|location|url)$/;
const LISTED = /\.(highlights|keywords|courses)\[\d+\]$/;

/** A job, degree or project as printed: what the source names first stands on the title line. */
export function entryOf(print: Print, kind: EntryKind, path: string): Entry {
  const { goesOn } = FIELDS[kind];
  const [title, subtitle] = headLines(print, kind, path);
  const isTitled = textOf(title) !== "";
  return {
    block: "entry",
    title: isTitled ? title : subtitle,
    dates: datesOf(print, path, goesOn),
    subtitle: isTitled ? subtitle : [],
    place: stringAt(print, `${path}.location`),
    body: bodyOf(print, kind, path),
  };
}

const named = (kind: EntryKind): string[] => [...FIELDS[kind].first, ...FIELDS[kind].second];

function headLines(print: Print, kind: EntryKind, path: string): [Run[], Run[]] {
  const { first, second } = FIELDS[kind];
  const parts = [first, second].map((keys) => {
    const paths = keys.flatMap((key) => leavesOf(print, `${path}.${key}`));
    const places = paths.map((path) => placeOf(print, path)).filter((at) => at !== null);
    return { runs: headRuns(print, paths), at: places.length > 0 ? Math.min(...places) : null };
  });
  const [a, b] = parts;
  if (!a || !b) throw new Error("an entry has two head lines");
  const isSwapped = kind !== "projects" && a.at !== null && b.at !== null && b.at < a.at;
  return withUrl(print, path, isSwapped ? [b.runs, a.runs] : [a.runs, b.runs]);
}

/** Values of one line, as the source joins them where they stand side by side there. */
function headRuns(print: Print, paths: readonly string[]): Run[] {
  const [one, two, ...more] = paths;
  if (one === undefined) return [];
  const known = linesOf(print, one);
  if (two === undefined) return runsOf(stringAt(print, one), known).map(unbold);
  const joined = spanOf(print, one, two) ?? spanOf(print, two, one);
  const texts =
    joined === null
      ? [one, two, ...more].map((path) => stringAt(print, path))
      : [joined, ...more.map((path) => stringAt(print, path))];
  return joinRuns(
    texts.map((text) => runsOf(text, known).map(unbold)),
    ", ",
  );
}

/** Head lines have a weight of their own. */
const unbold = (run: Run): Run => ({ ...run, bold: false });

/** The address goes under the title where the source hides it behind words, else it is written out on the second line. */
function withUrl(print: Print, path: string, [title, subtitle]: [Run[], Run[]]): [Run[], Run[]] {
  const address = stringAt(print, `${path}.url`);
  if (address === "" || [...title, ...subtitle].some(({ url }) => url === address)) return [title, subtitle];
  const run = urlRun(address);
  const lines = linesOf(print, `${path}.url`);
  const isHidden = lines.length > 0 && !lines.some(({ text }) => text.toLowerCase().includes(run.text.toLowerCase()));
  const target = safeUrl(address);
  if (isHidden && target !== null && title.length > 0)
    return [title.map((part) => ({ ...part, url: target })), subtitle];
  return [title, joinRuns([subtitle, [run]], " | ")];
}

function bodyOf(print: Print, kind: EntryKind, path: string): Line[] {
  const printed = new Set(named(kind).flatMap((key) => leavesOf(print, `${path}.${key}`)));
  const leaves = leavesOf(print, path).filter((leaf) => !printed.has(leaf) && !HEADED.test(leaf));
  const said = leaves.filter((leaf) => !LISTED.test(leaf)).sort(bySource(print));
  const items = leaves.filter((leaf) => leaf.includes(".highlights["));
  const isToldBelow = (leaf: string): boolean =>
    leaf.endsWith(".score") && items.some((item) => saysWhole(stringAt(print, item), stringAt(print, leaf)));
  const lists = ["courses", "keywords"].map((key) => leaves.filter((leaf) => leaf.includes(`.${key}[`)));
  const before = lists.filter((list) => isBefore(print, list[0], items[0]));
  const after = lists.filter((list) => !before.includes(list));
  return [
    ...said
      .filter((leaf) => !isToldBelow(leaf))
      .flatMap((leaf) =>
        leaf.endsWith(".score") ? spokenLine(print, [leaf]) : linesBlock(print, [leaf]).map(asParagraph),
      ),
    ...before.flatMap((list) => spokenLine(print, list)),
    ...items.map((leaf): Line => ({ block: "line", style: "item", ...runsAndRight(print, leaf) })),
    ...after.flatMap((list) => spokenLine(print, list)),
  ];
}

function runsAndRight(print: Print, leaf: string): Pick<Line, "runs" | "right"> {
  const text = stringAt(print, leaf);
  const runs = runsOf(text.replace(/\s*\t\s*/g, " | "), linesOf(print, leaf));
  return { runs: runs.length > 0 ? runs : plain(text), right: "" };
}

/** Whether a text holds the words of another as whole words: "GPA: 3.7/4.0" holds "3.7/4.0". */
function saysWhole(text: string, words: string): boolean {
  const spaced = (one: string): string => ` ${one.replace(/[\s:;,()]+/g, " ").trim()} `;
  return words.trim() !== "" && spaced(text).includes(spaced(words));
}

/** What is said about an entry as a whole is no item of its list, even where the source has one list of entries. */
const asParagraph = (line: Line): Line => ({ ...line, style: "paragraph" });

const bySource =
  (print: Print) =>
  (a: string, b: string): number =>
    (placeOf(print, a) ?? 0) - (placeOf(print, b) ?? 0);

function isBefore(print: Print, a: string | undefined, b: string | undefined): boolean {
  const [x, y] = [a, b].map((path) => (path === undefined ? null : placeOf(print, path)));
  return x !== null && y !== null && x !== undefined && y !== undefined && x < y;
}
