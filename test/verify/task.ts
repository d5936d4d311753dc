import type { RewriteTask } from "../../src/rewrite/engine.js";
import type { Edit, Fact } from "../../src/schema/edit.js";
import type { Lexicon } from "../../src/schema/lexicon.js";
import type { EditableLine, Resume } from "../../src/schema/resume.js";
import type { SourceDocument, SourceLine } from "../../src/schema/source.js";
import { lexiconFolder, parseLexicon } from "../../src/understand/lexicon.js";
import { data, line } from "../doubles.js";

/** The shipped lexicon. */
export async function shippedLexicon(): Promise<Lexicon> {
  const names = await data.list(lexiconFolder);
  return parseLexicon(await Promise.all(names.map(async (name) => ({ name, text: await data.text(name) }))));
}

/** A replacement of one line; the evidence is the line itself unless given. */
export function replaced(id: string, text: string, evidence: string[] = [id]): Edit {
  return { id, op: "replace", text, after: null, evidence, keywords: [], why: "" };
}

type Entry = { title: string; employer: string; place: string; start: string; end: string };

const lists = { w: "work", v: "volunteer", e: "education", p: "projects", k: "skills" } as const;

/**
 * A task from rows of two or more cells: `w1 title employer place start end` for an entry, `w1.h1 text` for a line,
 * `k1 Name: a, b`, `summary text`, `posting text`, `company name`, `today date`, `fact entry text`, `language xx`.
 */
export function taskOf(rows: readonly (readonly string[])[], lexicon: Lexicon): RewriteTask {
  const resume: Resume = { basics: {}, work: [], volunteer: [], education: [], projects: [], skills: [] };
  const ids: Record<string, EditableLine> = {};
  const lines: SourceLine[] = [];
  const posting: SourceLine[] = [];
  const facts: Fact[] = [];
  const named: Record<string, string> = {};
  const addLine = (text: string): number => lines.push(line(lines.length + 1, text));
  for (const [key = "", first = "", ...rest] of rows) {
    const kind = key[0] as keyof typeof lists;
    const index = Number(key.slice(1).split(".")[0]) - 1;
    if (["company", "today", "language"].includes(key)) named[key] = first;
    else if (key === "posting") posting.push(line(posting.length + 1, first));
    else if (key === "line") addLine(first);
    else if (key === "fact")
      facts.push({
        id: `f${facts.length + 1}`,
        entry: first === "" ? null : first,
        text: rest[0] ?? "",
        at: "2026-01-01T00:00:00Z",
        origin: "test",
      });
    else if (key === "summary") {
      resume.basics = { ...resume.basics, summary: first };
      ids.summary = { lines: [addLine(first)], text: first, path: "basics.summary" };
    } else if (kind === "k") {
      const [name = "", items = first] = first.includes(":") ? first.split(/:\s*/) : ["", first];
      resume.skills?.push({ name, keywords: items.split(/,\s*/) });
      ids[key] = { lines: [addLine(first)], text: first, path: `skills[${index}]` };
    } else if (key.includes(".h")) {
      const path = `${lists[kind]}[${index}].highlights`;
      const { highlights: list } = (resume[lists[kind]] ?? [])[index] as { highlights: string[] };
      ids[key] = { lines: [addLine(first)], text: first, path: `${path}[${list.push(first) - 1}]` };
    } else
      addEntry(
        resume,
        kind,
        { title: first, employer: rest[0] ?? "", place: rest[1] ?? "", start: rest[2] ?? "", end: rest[3] ?? "" },
        addLine,
      );
  }
  return {
    tier: "complete",
    source: documentOf(lines),
    parsed: { resume, ids, provenance: {}, sections: [], language: named.language ?? "en", warnings: [] },
    postingSource: documentOf(posting),
    posting: {
      title: null,
      company: named.company ?? null,
      location: null,
      seniority: null,
      yearsExperience: null,
      education: null,
      requirements: [],
      responsibilities: [],
      keywords: [],
      language: "en",
      warnings: [],
    },
    match: { score: 0, ceiling: 0, parts: [], requirements: [], keywords: [], ats: [], warnings: [] },
    lexicon,
    facts,
    ...(named.today === undefined ? {} : { today: named.today }),
  };
}

function addEntry(resume: Resume, kind: keyof typeof lists, entry: Entry, addLine: (text: string) => number): void {
  addLine(
    [entry.title, entry.employer, entry.place, `${entry.start} – ${entry.end || "Present"}`]
      .filter((text) => text !== "")
      .join(", "),
  );
  const dates = { startDate: entry.start, ...(entry.end === "" ? {} : { endDate: entry.end }), highlights: [] };
  if (kind === "w") resume.work?.push({ position: entry.title, name: entry.employer, location: entry.place, ...dates });
  if (kind === "v") resume.volunteer?.push({ position: entry.title, organization: entry.employer, ...dates });
  if (kind === "e") resume.education?.push({ studyType: entry.title, institution: entry.employer, ...dates });
  if (kind === "p") resume.projects?.push({ name: entry.title, ...dates });
}

function documentOf(lines: SourceLine[]): SourceDocument {
  return { kind: "text", sha256: "", pages: null, lines, meta: {}, traits: [], warnings: [] };
}
