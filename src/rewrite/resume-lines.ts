import type { Resume } from "../schema/resume.js";
import type { RewriteTask } from "./engine.js";
import { dataLine } from "./fence.js";
import { valueAt } from "./paths.js";

/** Lines of a resume that belong together: a job, a project, the skills. */
export interface ResumeBlock {
  /** w1, p2, k, x1, summary: what the ids of its lines begin with. */
  entry: string;
  /** What the block is about; not editable. */
  heading: string;
  lines: { id: string; text: string }[];
}

/** What other sections may tell about a person that no posting may ask for. */
const personal =
  /\b(birth|born|nationality|marital|gender|passport)\b|geburt|staatsang|familienstand|naissance|nationalité|nacimiento|nacionalidad/i;

/**
 * The editable lines of a resume in its own order, by entry. References stay out, for they are other people's data, and so
 * do lines of other sections with contact or personal data, which no wording improves.
 */
export function resumeBlocks(
  task: Pick<RewriteTask, "parsed">,
  hide: (text: string) => string,
  mark: string,
): ResumeBlock[] {
  const { resume, ids } = task.parsed;
  const blocks = new Map<string, ResumeBlock>();
  for (const [id, line] of Object.entries(ids)) {
    const text = dataLine(hide(line.text), mark);
    const other = line.path.startsWith("sections") && (text !== dataLine(line.text, mark) || personal.test(text));
    if (other || line.path.startsWith("references")) continue;
    const entry = /^k\d+$/.test(id) ? "k" : (id.split(".")[0] ?? id);
    const block = blocks.get(entry) ?? { entry, heading: headingOf(resume, entry, line.path), lines: [] };
    block.lines.push({ id, text });
    blocks.set(entry, block);
  }
  return [...blocks.values()].map((block) => ({ ...block, heading: dataLine(hide(block.heading), mark) }));
}

/** A block as it is sent: `# entry: heading`, then each line as `[id] text`. */
export function blockText({ entry, heading, lines }: ResumeBlock): string {
  const title = heading === "" ? [] : [`# ${entry === "k" ? "" : `${entry}: `}${heading}`];
  return [...title, ...lines.map(({ id, text }) => `[${id}] ${text === "" ? "(none yet)" : text}`)].join("\n");
}

/** Degrees without editable lines, certificates and languages: nobody edits them, but a strategy should know them. */
export function fixedFacts(
  resume: Resume,
  blocks: readonly ResumeBlock[],
  hide: (text: string) => string,
  mark: string,
): string {
  const shown = new Set(blocks.map(({ entry }) => entry));
  const degrees = (resume.education ?? []).filter((_, index) => !shown.has(`e${index + 1}`));
  const facts = [
    ...degrees.map((one) => joined([one.studyType, one.area, one.institution, span(one)])),
    ...(resume.certificates ?? []).map((one) => joined([one.name, one.issuer, one.date])),
    ...(resume.languages ?? []).map((one) => joined([one.language, one.fluency])),
  ].filter((text) => text !== "");
  return facts.length === 0 ? "" : `# not editable: ${dataLine(hide(facts.join("; ")), mark)}`;
}

function headingOf(resume: Resume, entry: string, path: string): string {
  if (entry === "summary") return "";
  if (entry === "k") return "skills";
  const owner = /^\w+\[\d+\]/.exec(path)?.[0];
  const fields = (owner === undefined ? undefined : valueAt(resume, owner)) as Record<string, unknown> | undefined;
  const text = (key: string): string | undefined =>
    typeof fields?.[key] === "string" ? (fields[key] as string) : undefined;
  const title = ["position", "studyType", "area", "title"].map(text);
  return joined([...title, ...["name", "organization", "institution", "entity"].map(text), span(fields ?? {})]);
}

function span({ startDate, endDate }: { startDate?: unknown; endDate?: unknown }): string | undefined {
  if (typeof startDate !== "string") return typeof endDate === "string" ? endDate : undefined;
  return `${startDate} to ${typeof endDate === "string" ? endDate : "now"}`;
}

function joined(parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(", ");
}
