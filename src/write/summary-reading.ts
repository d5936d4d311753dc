import type { Posting } from "../schema/posting.js";
import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";
import type { Entry, Line, OutlineSection } from "./outline.js";
import { outlineOf } from "./outline.js";
import { textOf } from "./runs.js";
import { hanging, headed, type Layout } from "./terminal.js";

/** What was understood of a resume, for a person: contact data, each section with its entries and their ids, and what is doubtful. */
export function parseLines(parsed: ParsedResume, source: SourceDocument, layout: Layout): string[] {
  const { color } = layout;
  const outline = outlineOf(parsed, source, (key) => key);
  const pages = source.pages === null ? "" : `, ${source.pages} page${source.pages === 1 ? "" : "s"}`;
  const contacts = outline.contacts.map(({ text }) => text).join(" · ");
  return [
    color("bold", outline.name === "" ? "(no name found)" : outline.name),
    ...(outline.label === "" ? [] : hanging("", outline.label, layout)),
    ...(contacts === "" ? [] : hanging("", contacts, layout)),
    color("dim", `${source.kind}${pages}, ${source.lines.length} lines, language ${parsed.language}`),
    ...outline.sections.flatMap((section) => sectionLines(section, parsed, layout)),
    ...warningLines([...source.warnings, ...parsed.warnings], layout),
  ];
}

function sectionLines({ heading, kind, blocks }: OutlineSection, parsed: ParsedResume, layout: Layout): string[] {
  const ids = new Map(Object.entries(parsed.ids).map(([id, { text }]) => [text, id]));
  const title = heading === "" ? "(without a heading)" : heading;
  const kindText = layout.color("dim", ` (${kind})`);
  return [
    "",
    `${layout.color("bold", title)}${kindText}`,
    ...blocks.flatMap((block) =>
      block.block === "line" ? itemLines(block, ids, layout) : entryLines(block, ids, layout),
    ),
  ];
}

function entryLines(
  { title, dates, subtitle, place, body }: Entry,
  ids: ReadonlyMap<string, string>,
  layout: Layout,
): string[] {
  const head = [textOf(title), textOf(subtitle), place, dates].filter((text) => text !== "").join(" · ");
  return [
    ...hanging("  ", head === "" ? "(without a title)" : head, layout, (text) => layout.color("cyan", text)),
    ...body.flatMap((line) => itemLines(line, ids, layout, 4)),
  ];
}

function itemLines(line: Line, ids: ReadonlyMap<string, string>, layout: Layout, indent = 2): string[] {
  const text = textOf(line.runs);
  const id = ids.get(text) ?? "";
  const shown = [text, line.right].filter((part) => part !== "").join(" · ");
  const lead = `${" ".repeat(indent)}${id === "" ? "" : `${id} `}`;
  const [first = "", ...more] = hanging(lead, shown, layout);
  return [id === "" ? first : first.replace(id, layout.color("dim", id)), ...more];
}

/** What was understood of a posting, for a person: what is asked, one by one. */
export function jobLines(posting: Posting, layout: Layout): string[] {
  const { color } = layout;
  const facts = [
    ["place", posting.location],
    ["level", posting.seniority],
    ["years", posting.yearsExperience === null ? null : `${posting.yearsExperience}+`],
    ["degree", posting.education],
    ["language", posting.language],
  ] as const;
  const requirements = (kind: "must" | "nice", title: string): string[] => {
    const those = posting.requirements.filter((requirement) => requirement.kind === kind);
    if (those.length === 0) return [];
    return [...headed(title, layout), ...those.flatMap(({ id, text }) => hanging(`  ${id.padEnd(4)} `, text, layout))];
  };
  return [
    color("bold", posting.title ?? "(no title found)"),
    ...(posting.company === null ? [] : hanging("", posting.company, layout)),
    ...facts.flatMap(([name, text]) => (text === null ? [] : hanging(`  ${name.padEnd(9)}`, text, layout))),
    ...requirements("must", "Must have"),
    ...requirements("nice", "Nice to have"),
    ...(posting.responsibilities.length === 0 ? [] : headed("Responsibilities", layout)),
    ...posting.responsibilities.flatMap((text) => hanging("  - ", text, layout)),
    ...(posting.keywords.length === 0 ? [] : headed("Keywords", layout)),
    ...(posting.keywords.length === 0
      ? []
      : hanging("  ", posting.keywords.map(({ term }) => term).join(", "), layout)),
    ...warningLines(posting.warnings, layout),
  ];
}

function warningLines(warnings: ParsedResume["warnings"], layout: Layout): string[] {
  if (warnings.length === 0) return [];
  const paint = (text: string): string => layout.color("yellow", text);
  return [
    ...headed("Doubtful", layout),
    ...warnings.flatMap((warning) => {
      const facts = warningFacts(warning);
      return hanging("  ! ", facts === "" ? warning.message : `${warning.message} (${facts})`, layout, paint);
    }),
  ];
}

/** The line a warning is about, and how sure the decision is: "line 8, 70% sure". */
function warningFacts({ line, confidence }: ParsedResume["warnings"][number]): string {
  const sure = confidence === undefined ? "" : `${Math.round(confidence * 100)}% sure`;
  return [line === null ? "" : `line ${line}`, sure].filter((fact) => fact !== "").join(", ");
}
