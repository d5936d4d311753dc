import type { SourceLine, Warning } from "../schema/source.js";
import { readCredentials, readReferences } from "./credentials.js";
import { type EntryDraft, printed, type Sourced } from "./draft.js";
import { readEducation } from "./education.js";
import { readInterests } from "./interests.js";
import { wordCount } from "./look.js";
import { readProjects } from "./projects.js";
import { rowsOf } from "./rows.js";
import type { SectionLines } from "./sections.js";
import { readSkills } from "./skills.js";
import { readLanguages } from "./spoken.js";
import type { ResumeWords } from "./words.js";
import { readWork, type SectionEntries } from "./work.js";

/** The entries of a section by its kind; lines without a place in them become a section of their own. */
export function readSection(
  section: SectionLines,
  body: number | null,
  words: ResumeWords,
  dayFirst: boolean,
): { entries: EntryDraft[]; warnings: Warning[]; notes: Sourced[] } {
  if (section.lines.length === 0 || section.kind === "basics" || section.kind === "summary")
    return { entries: [], warnings: [], notes: [] };
  const { entries, warnings, loose, notes } = entriesOf(section, body, words, dayFirst);
  const kept =
    loose.length === 0
      ? []
      : [
          keptSection(
            section.title,
            loose.map(({ line }) => line),
          ),
        ];
  return { entries: [...entries, ...kept], warnings, notes };
}

function entriesOf(
  section: SectionLines,
  body: number | null,
  words: ResumeWords,
  dayFirst: boolean,
): SectionEntries & { notes: Sourced[] } {
  const columns = columnLabels(section.lines);
  if (columns !== null) {
    const below = entriesOf({ ...section, lines: section.lines.slice(1) }, body, words, dayFirst);
    return { ...below, notes: [printed(columns), ...below.notes] };
  }
  const rows = rowsOf(section.lines, words, dayFirst);
  const plain = (entries: EntryDraft[]) => ({ entries, warnings: [], loose: [], notes: [] });
  switch (section.kind) {
    case "work":
    case "volunteer":
      return { ...readWork(rows, section.kind, body, words), notes: [] };
    case "education":
      return { ...readEducation(rows, words), notes: [] };
    case "projects":
      return { ...readProjects(rows, body), notes: [] };
    case "skills":
      return plain(readSkills(section.lines, body, words));
    case "languages": {
      const { entries, loose } = readLanguages(section.lines, words);
      return { entries, warnings: [], loose: rows.filter(({ line }) => loose.includes(line)), notes: [] };
    }
    case "certificates":
    case "awards":
    case "publications":
      return plain(readCredentials(rows, section.kind, body, words));
    case "interests":
      return plain(readInterests(rows));
    case "references":
      return plain(readReferences(rows));
    default:
      return plain([keptSection(section.title, section.lines)]);
  }
}

/** The first row of a table that only names its columns: "Employer | Date | Duties". */
function columnLabels([first, second]: SourceLine[]): SourceLine | null {
  if (first?.style !== "table" || second?.style !== "table") return null;
  const cells = (line: SourceLine) => line.text.split("\t");
  const labels = cells(first);
  const plain = labels.length >= 2 && labels.every((label) => wordCount(label) <= 3 && !/\d/.test(label));
  return plain && labels.length === cells(second).length && /\d/.test(second.text) ? first : null;
}

function keptSection(title: string, lines: SourceLine[]): EntryDraft {
  const name = { text: title, lines: lines.slice(0, 1).map(({ n }) => n) };
  return { collection: "sections", value: { name, items: lines.map(printed) } };
}
