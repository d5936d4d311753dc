import { UserError } from "../errors.js";
import { hiddenTextWarnings } from "./hidden-text.js";
import { decodeHtml } from "./html.js";
import { type HtmlLines, htmlLines } from "./html-lines.js";
import { sheetOf } from "./html-sheet.js";
import { asText } from "./json-value.js";
import { type LineDraft, numberLines, type ReadDocument } from "./lines.js";
import { type PageJob, pageJobs } from "./page-data.js";
import { type PageFacts, pageFacts } from "./page-facts.js";
import { mainLines } from "./page-main.js";
import { postingRegion } from "./page-region.js";
import { postingFields } from "./posting-fields.js";

/** Parts of a page that are not the posting. */
const besideTheText: ReadonlySet<string> = new Set(["nav", "header", "footer", "aside", "form", "button"]);
/** Fewest letters of a description in structured data; shorter ones are teasers. */
const shortestDescription = 100;
/** Fewest letters a page's text has when the page was not merely built by a script. */
const shortestText = 150;

/** The posting on a saved or fetched page: its schema.org JobPosting, else the part that holds it, else the main text. */
export async function readPostingPage(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const html = decodeHtml(bytes);
  const facts = pageFacts(html);
  const jobs = pageJobs(html).filter(({ job }) => asText(job.description).length >= shortestDescription);
  const job = jobs.find(({ job: one }) => asText(one.title) === facts.title) ?? jobs[0];
  return job === undefined ? pageText(html, facts, name) : structured(job, jobs.length, name);
}

function structured({ job, start, end }: PageJob, count: number, name: string): ReadDocument {
  const { meta, drafts, hidden } = postingFields(job, () => ({ in: "html", start, end }), name);
  const document = documentOf(drafts, hidden, meta, name);
  if (count > 1) {
    const message = `${name} describes ${count} jobs; this one was taken: ${meta.title ?? "without a title"}.`;
    document.warnings.push({ code: "several-jobs", message, line: null });
  }
  return document;
}

async function pageText(html: string, facts: PageFacts, name: string): Promise<ReadDocument> {
  const page = regionLines(html, name) ?? (await mainLines(html, name));
  const enough = page !== null && letters(page.drafts) >= shortestText;
  const { drafts, hidden } = enough ? page : htmlLines(html, name, { skip: besideTheText });
  if (letters(drafts) < shortestText && /<script\b/i.test(html)) throw noText(name);
  return documentOf([...factLines(facts, drafts, html), ...drafts], hidden, { ...facts }, name);
}

function regionLines(html: string, name: string): HtmlLines | null {
  const region = postingRegion(html, name);
  if (region === null) return null;
  const refOf = (start: number, end: number) => ({
    in: "html" as const,
    start: region.start + start,
    end: region.start + end,
  });
  return htmlLines(html.slice(region.start, region.end), name, { refOf, sheet: sheetOf(html), skip: besideTheText });
}

/** Title, company and place as lines, where the text itself does not begin with them. */
function factLines({ title, company, location }: PageFacts, drafts: readonly LineDraft[], html: string): LineDraft[] {
  const top = drafts.slice(0, 6).map(({ text }) => text.trim());
  const ref = (text: string): LineDraft["ref"] => {
    const start = Math.max(0, html.indexOf(text));
    return { in: "html", start, end: start + text.length };
  };
  const lines: LineDraft[] = [];
  if (title !== undefined && !top.includes(title))
    lines.push({ text: title, style: "heading", level: 1, ref: ref(title) });
  const beside = [company, location].filter((part) => part !== undefined && !top.some((line) => line.includes(part)));
  if (beside.length > 0) lines.push({ text: beside.join(" | "), ref: ref(beside[0] ?? "") });
  return lines;
}

function documentOf(drafts: LineDraft[], hidden: string[], meta: Record<string, string>, name: string): ReadDocument {
  const { lines, warnings } = numberLines(drafts, name);
  const traits: ReadDocument["traits"] = hidden.length > 0 ? ["hidden-text"] : [];
  return { kind: "html", pages: null, lines, meta, traits, warnings: [...warnings, ...hiddenTextWarnings(hidden)] };
}

function letters(drafts: readonly LineDraft[]): number {
  return drafts.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
}

function noText(name: string): UserError {
  return new UserError(
    "input",
    `${name} holds no posting: the page is filled in by a script, or asks for a login.`,
    "Open it in a browser, copy the posting's text into a file and give that, or save the page once it is shown.",
  );
}
