import type { TermHit } from "../schema/lexicon.js";
import type { RewriteTask } from "./engine.js";
import { isNamed, type PostingNames } from "./offline-names.js";
import type { Relevance } from "./offline-relevance.js";

/** A term the posting asks for and a line of the resume shows. */
export interface Supported {
  canonical: string;
  /** As a sentence of the summary names it. */
  name: string;
  /** Lines that show it, those of jobs and projects first. */
  ids: string[];
  /** A job, a project or unpaid work shows it, not the list of skills alone. */
  isDone: boolean;
  /** Its weight for the posting. */
  weight: number;
  /** Neither the skills nor the first lines of the latest jobs name it. */
  isHidden: boolean;
  /** The upper half of the resume names it; false in a resume of a few lines. */
  isHigh: boolean;
}

const leastWeight = 0.1;
const mustWeight = 3;
const domainWeight = 1.5;
const mostDomains = 2;
const fewLines = 20;
const done = /^[wvp]\d+\./;
/** A family of things, which says nothing of what somebody knows: "web technologies". */
const wide = /\b(?:technologies|tools|systems|skills|languages|frameworks|platforms)$/i;
const seenFirst = /^(?:k\d+|w[12]\.h[1-3])$/;

/** The terms of the posting that lines of the resume show, weightiest first; SQL is left out beside PostgreSQL unless it is demanded. */
export function supportedTerms(task: RewriteTask, relevance: Relevance, names: PostingNames): Supported[] {
  const found = new Map<string, Supported>();
  const lines = Object.entries(task.parsed.ids).filter(
    ([id, { path }]) => id !== "summary" && !path.startsWith("references"),
  );
  for (const [id, line] of lines.sort(([a], [b]) => Number(done.test(b)) - Number(done.test(a))))
    for (const hit of task.lexicon.find(line.text)) {
      const weight = relevance.weight(hit.canonical);
      if (weight < leastWeight || !isNamable(task, hit, id)) continue;
      const known = found.get(hit.canonical);
      if (known !== undefined) known.ids.push(id);
      else
        found.set(hit.canonical, {
          canonical: hit.canonical,
          name: names.nameFor(hit.canonical, hit.text),
          ids: [id],
          isDone: done.test(id),
          weight,
          isHidden: true,
          isHigh: false,
        });
    }
  for (const one of found.values()) {
    one.isHidden = !one.ids.some((id) => seenFirst.test(id));
    one.isHigh = one.ids.some((id) => standsHigh(task, id));
  }
  return [...found.values()]
    .sort((a, b) => b.weight - a.weight)
    .filter(
      (one, _, all) => one.weight >= mustWeight || !all.some((other) => isPartOf(task, one.canonical, other.canonical)),
    );
}

function standsHigh({ source, parsed }: RewriteTask, id: string): boolean {
  const [line = source.lines.length] = parsed.ids[id]?.lines ?? [];
  return source.lines.length >= fewLines && line <= source.lines.length / 2;
}

/** Fields of work (logistics, retail) that the posting asks for and the jobs name, as they are printed there. */
export function supportedDomains(task: RewriteTask, relevance: Relevance): string[] {
  const texts = (task.parsed.resume.work ?? []).flatMap((job) => [
    job.description ?? "",
    job.summary ?? "",
    ...(job.highlights ?? []),
  ]);
  const hits = texts.flatMap((text) => task.lexicon.find(text));
  const fields = hits.filter(
    ({ canonical, text }) =>
      task.lexicon.entries.get(canonical)?.kind === "domain" &&
      relevance.weight(canonical) >= domainWeight &&
      text === text.toLowerCase(),
  );
  const sorted = fields.sort((a, b) => relevance.weight(b.canonical) - relevance.weight(a.canonical));
  return [...new Map(sorted.map(({ canonical, text }) => [canonical, text])).values()].slice(0, mostDomains);
}

/** Tools wherever they stand; a plain skill where it stands by its name, not by a verb; a certificate where it is listed as a skill. */
function isNamable(task: RewriteTask, hit: TermHit, id: string): boolean {
  const kind = task.lexicon.entries.get(hit.canonical)?.kind ?? "";
  if (wide.test(hit.text)) return false;
  if (isNamed(task.lexicon, hit.canonical)) return true;
  const isListed = /^k\d+$/.test(id);
  if (kind === "certification") return isListed;
  return ["skill", "method"].includes(kind) && singular(hit.text) === singular(hit.canonical);
}

function singular(text: string): string {
  return text.toLowerCase().replace(/s$/, "");
}

function isPartOf(task: RewriteTask, canonical: string, other: string): boolean {
  return task.lexicon.entries.get(other)?.parents.includes(canonical) === true;
}
