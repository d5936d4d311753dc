import type { Finding } from "../schema/edit.js";
import type { Change } from "../schema/result.js";
import { type DiffMarks, diffLines, wordDiff } from "./review-diff.js";
import { hanging, type Layout } from "./terminal.js";

/** A change as it is put before the person, with its place among the others. */
export interface ShownChange {
  change: Change;
  /** Where the line stands: "Senior Nurse at Ridge Hospital, highlight 3 of 5". */
  place: string;
  /** Where the line that it is moved behind stands; null for the front. */
  behind: string | null;
  number: number;
  of: number;
  edited: boolean;
}

/** A change in full: place, before and after with the words that differ, reason, evidence with its numbers, findings. */
export function reviewLines({ change, place, behind, number, of, edited }: ShownChange, layout: Layout): string[] {
  const { color, width } = layout;
  const bold = (text: string): string => color("bold", text);
  const dim = (text: string): string => color("dim", text);
  const isHeld = change.status === "held-back";
  const state = isHeld ? (edited ? "Your text, held back" : "Held back") : edited ? "Your text" : "";
  return [
    "",
    dim("─".repeat(Math.min(width, 60))),
    ...hanging(`${number} of ${of}  `, place, layout, bold),
    ...(state === "" ? [] : hanging("  ", state, layout, (text) => color(isHeld ? "yellow" : "cyan", text))),
    ...textLines(change, behind, layout),
    ...(change.why === "" ? [] : hanging("  why   ", change.why, layout)),
    ...(change.keywords.length === 0 ? [] : hanging("  asks  ", change.keywords.join(", "), layout)),
    ...evidenceLines(change, layout),
    ...change.findings.flatMap((finding) => findingLines(finding, layout)),
  ];
}

/** A finding: × where it holds the change back, ! where it is a remark. */
export function findingLines({ severity, explanation }: Finding, layout: Layout): string[] {
  const [mark, style] = severity === "block" ? (["×", "red"] as const) : (["!", "yellow"] as const);
  return hanging(`  ${mark} `, explanation, layout, (text) => layout.color(style, text));
}

function textLines(change: Change, behind: string | null, layout: Layout): string[] {
  const { before, after, op } = change;
  if (op === "move")
    return [
      ...hanging("    ", before, layout),
      ...hanging("  ↕ ", behind === null ? "moves to the front" : `moves behind ${behind}`, layout),
    ];
  if (op === "drop") return [...hanging("  − ", before, layout), ...hanging("    ", "is left out", layout)];
  const words = wordDiff(before, after ?? "");
  const { removed, added } = marksOf(layout);
  return [
    ...(before === "" ? [] : diffLines("  − ", words.before, layout, removed)),
    ...diffLines("  + ", words.after, layout, added),
  ];
}

/** Colours where there are any, else the marks of `git diff --word-diff`. */
function marksOf({ color }: Layout): { removed: DiffMarks; added: DiffMarks } {
  const hasColors = color("red", "x") !== "x";
  const bare = { open: "", close: "" };
  return hasColors
    ? {
        removed: { ...bare, paint: (text) => color("red", color("strikethrough", text)) },
        added: { ...bare, paint: (text) => color("green", text) },
      }
    : {
        removed: { open: "[-", close: "-]", paint: (text) => text },
        added: { open: "{+", close: "+}", paint: (text) => text },
      };
}

/** What the change rests on; the line itself is named by its number only, for it stands above. */
function evidenceLines({ evidence, before }: Change, layout: Layout): string[] {
  return evidence.flatMap(({ id, line, text, fact }) => {
    const named = line === null ? id : `line ${line}`;
    const when = fact === undefined ? "" : `, confirmed ${fact.at.slice(0, 10)} (${fact.origin})`;
    const said = text === before ? "" : `: ${text}`;
    return hanging("  from  ", `${named}${when}${said}`, layout, (one) => layout.color("dim", one));
  });
}

/** What the keys do, one line each. */
export function reviewHelp(isHeld: boolean, layout: Layout): string[] {
  const rows: [string, string][] = [
    ["y", isHeld ? "use it although it was held back; asks once more" : "accept the change"],
    ["n", "reject it: the original line stays"],
    ["e", "write it yourself; your text goes through the same check"],
    ["a", "accept all changes in this job or section that passed the check"],
    ["b", "back to the change before"],
    ["q", "stop here: what you decided counts, all other lines stay as they were"],
  ];
  return rows.flatMap(([key, what]) => hanging(`  ${key}  `, what, layout));
}
