import type { ParsedResume, Section, SectionKind } from "../schema/resume.js";
import { resumeLists } from "../schema/resume-fields.js";
import type { SourceDocument, SourceLine, Warning } from "../schema/source.js";
import { assemble, entryPaths } from "./assemble.js";
import { unplacedLines } from "./coverage.js";
import { type Collection, type EntryDraft, printed } from "./draft.js";
import { editableLines } from "./ids.js";
import { branch, type FieldWords, fieldsOf, isLeaf, type Tree } from "./json-fields.js";
import { languageOf } from "./language.js";
import type { ResumeWords } from "./words.js";

const collections: readonly string[] = resumeLists;

/**
 * The resume that a JSON Resume file states, value for value, each with the lines it is printed on.
 *
 * Why not by its lines: the file says which text is a title and which an employer; reading that from print could only go wrong.
 */
export function understandValues(
  document: SourceDocument,
  values: Readonly<Record<string, string>>,
  words: ResumeWords,
): ParsedResume {
  const tree = treeOf(document.lines, values);
  const warnings: Warning[] = [];
  const fieldWords: FieldWords = { words, warnings };
  const basics = fieldsOf("basics", branch(tree.basics), fieldWords);
  const sections = sectionsOf(document.lines);
  const read = sections.map((section) => ({ ...section, entries: entriesOf(section, tree, fieldWords) }));
  const draft = () => ({ basics, entries: read.flatMap(({ entries }) => entries), notes: [] });
  const headings = sections.map(({ heading }) => ({ line: heading?.n ?? null }));
  const left = unplacedLines(document.lines, assemble(draft()).provenance, headings);
  if (left.length > 0) read[0]?.entries.push(kept("", left));
  for (const line of left)
    warnings.push({ code: "unplaced", message: `"${line.text.slice(0, 60)}" is kept as it is.`, line: line.n });
  const { resume, provenance } = assemble(draft());
  const paths = entryPaths(draft().entries);
  return {
    resume,
    ids: editableLines(resume, provenance, new Set()),
    provenance,
    sections: read.map(({ heading, kind, entries }): Section => {
      const own = kind === "basics" ? ["basics"] : kind === "summary" ? ["basics.summary"] : [];
      return {
        line: heading?.n ?? null,
        heading: heading?.text ?? "",
        kind,
        entries: [...own, ...entries.flatMap((entry) => paths.get(entry) ?? [])],
      };
    }),
    language: languageOf(document.lines.map(({ text }) => text).join("\n"), words),
    warnings,
  };
}

interface Printed {
  heading: SourceLine | null;
  /** The key of the file that is printed under the heading, as "/work" or "/sections/0". */
  pointer: string;
  kind: SectionKind;
  lines: SourceLine[];
}

/** The lines cut at the headings that stand for keys of the file. */
function sectionsOf(lines: readonly SourceLine[]): Printed[] {
  const sections: Printed[] = [{ heading: null, pointer: "/basics", kind: "basics", lines: [] }];
  for (const line of lines) {
    const pointer = pointerOf(line);
    if (line.style !== "heading" || line.level !== 2) sections.at(-1)?.lines.push(line);
    else sections.push({ heading: line, pointer, kind: kindOf(pointer), lines: [] });
  }
  return sections;
}

function kindOf(pointer: string): SectionKind {
  const [, key = "", second] = pointer.split("/");
  if (key === "basics") return second === "summary" ? "summary" : "basics";
  return collections.includes(key) ? (key as SectionKind) : "other";
}

function pointerOf({ ref }: SourceLine): string {
  return ref.in === "json" ? ref.pointer : "";
}

function entriesOf({ pointer, kind, heading, lines }: Printed, tree: Tree, words: FieldWords): EntryDraft[] {
  const [, key = "", place] = pointer.split("/");
  if (kind === "basics" || kind === "summary") return [];
  const own = tree[key];
  if (kind === "other" && key !== "sections") return [kept(heading?.text ?? "", lines, heading)];
  const items = own === undefined || isLeaf(own) ? [] : Object.entries(own);
  const asked = items.filter(([at]) => place === undefined || at === place).map(([, item]) => item);
  const collection = key as Collection;
  if (collection === "skills" && asked.length > 0 && asked.every(isLeaf))
    return [
      {
        collection,
        value: { name: { text: "", lines: [...new Set(asked.flatMap((item) => item.lines))] }, keywords: asked },
      },
    ];
  return asked.map((item) => ({ collection, value: fieldsOf(collection, item, words) }));
}

function kept(name: string, lines: readonly SourceLine[], heading: SourceLine | null = null): EntryDraft {
  const at = [heading ?? lines[0]].flatMap((line) => (line == null ? [] : [line.n]));
  return { collection: "sections", value: { name: { text: name, lines: at }, items: lines.map(printed) } };
}

/** The values that some line shows, as a tree of their pointers; its objects inherit nothing, for a key may be "constructor". */
function treeOf(lines: readonly SourceLine[], values: Readonly<Record<string, string>>): Tree {
  const root: Tree = Object.create(null);
  const shown = linesByPointer(lines);
  for (const [pointer, text] of Object.entries(values)) {
    const found = linesShowing(pointer, text, shown, lines);
    if (found.length === 0) continue;
    const keys = pointer
      .split("/")
      .slice(1)
      .map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~"));
    const last = keys.pop() ?? "";
    let at = root;
    for (const key of keys) {
      const next = at[key];
      if (next === undefined || isLeaf(next)) at[key] = Object.create(null);
      at = branch(at[key]);
    }
    at[last] = { text, lines: found };
  }
  return root;
}

function linesByPointer(lines: readonly SourceLine[]): Map<string, SourceLine[]> {
  const found = new Map<string, SourceLine[]>();
  for (const line of lines) found.set(pointerOf(line), [...(found.get(pointerOf(line)) ?? []), line]);
  return found;
}

/** The numbers of the lines made of a value: its own, else those of the entry it belongs to that hold its text. */
function linesShowing(
  pointer: string,
  text: string,
  shown: ReadonlyMap<string, SourceLine[]>,
  all: readonly SourceLine[],
): number[] {
  const wanted = levelled(text);
  const own = (shown.get(pointer) ?? []).filter(
    ({ style, text: line }) => style !== "heading" || levelled(line) === wanted,
  );
  if (own.length > 0) return own.map(({ n }) => n);
  for (let at = pointer.lastIndexOf("/"); at > 0; at = pointer.lastIndexOf("/", at - 1)) {
    const holding = (shown.get(pointer.slice(0, at)) ?? []).filter((line) => levelled(line.text).includes(wanted));
    if (holding.length > 0) return holding.map(({ n }) => n);
  }
  return all
    .filter((line) => levelled(line.text).includes(wanted))
    .slice(0, 1)
    .map(({ n }) => n);
}

function levelled(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}
