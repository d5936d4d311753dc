import { decodeEntities } from "./html-entities.js";

/** What a page says about its job outside the text: in its title, its meta elements and its first heading. */
export interface PageFacts {
  title?: string;
  company?: string;
  location?: string;
}

/** Sites that publish other firms' jobs: their name is never the employer's. */
const boards =
  /^(linkedin|indeed|glassdoor|greenhouse|lever|ashby|workable|monster|ziprecruiter|stepstone|welcome to the jungle|xing|seek|reed|totaljobs|jobs|careers?|job board|smartrecruiters|workday|personio|wellfound|dice|simplyhired|google)\b/i;

/** Names of the pages that list jobs, which are neither the job nor who offers it. */
const menus =
  /^(employment|careers?|jobs?|vacanc(y|ies)|job details?|open (positions|roles)|work (with|for) us|join us|current openings|opportunities|home)$/i;

/** Title, company and place of the job a page is about, as far as its title and headings tell. */
export function pageFacts(html: string): PageFacts {
  const headings = headingsOf(html);
  const heading = plain(/<h1\b[^>]*>([\s\S]{1,600}?)<\/h1>/i.exec(html)?.[1] ?? "");
  const site = metaContent(html, "og:site_name");
  const titles = [metaContent(html, "og:title"), titleOf(html)].filter((text) => text !== "");
  const phrase = titles.map(fromPhrase).find((found) => found !== null);
  const parts = titles.map((text) => fromParts(text, heading, headings, site));
  const known = phrase ?? parts.find(({ company }) => company !== undefined) ?? parts[0] ?? {};
  const title =
    heading !== "" && heading.length <= 120 && !/^(careers?|jobs?|home)$/i.test(heading) ? heading : known.title;
  const company = known.company ?? (site !== "" && !boards.test(site) ? site : undefined);
  return {
    ...(title === undefined ? {} : { title }),
    ...(company === undefined || company === title ? {} : { company }),
    ...(known.location === undefined ? {} : { location: known.location }),
  };
}

function titleOf(html: string): string {
  return plain(/<title\b[^>]*>([\s\S]{1,600}?)<\/title>/i.exec(html)?.[1] ?? "");
}

function headingsOf(html: string): string[] {
  const found = [...html.matchAll(/<h([123])\b[^>]*>([\s\S]{1,600}?)<\/h\1>/gi)];
  return found.slice(0, 20).map((match) => plain(match[2] ?? ""));
}

/** "Acme hiring Engineer in Berlin | LinkedIn", "Job Application for Engineer at Acme", "Engineer at Acme". */
function fromPhrase(text: string): PageFacts | null {
  const whole = text.replace(/\s*[|–—-]\s*[^|–—-]{2,30}$/u, (end) =>
    boards.test(end.replace(/^[\s|–—-]+/u, "")) ? "" : end,
  );
  const hiring = /^(.{2,80}?) (?:is )?hiring (.{2,120}?)(?: in ([^|]{2,80}))?$/.exec(whole);
  if (hiring !== null) return facts(hiring[2], hiring[1], hiring[3]);
  const application = /^(?:Job application for )?(.{2,120}?) (?:at|@) ([^|]{2,60})$/i.exec(whole);
  return application === null ? null : facts(application[1], application[2], undefined);
}

/** "Engineer - Acme | Site", "Acme - Engineer": parts of which one is the heading and one the site. */
function fromParts(text: string, heading: string, headings: readonly string[], site: string): PageFacts {
  const parts = text.split(/\s+(?:[|–—·»›-]|::)\s+|\s+\|\s*/u).map((part) => part.trim());
  const menu = parts.some((part) => menus.test(part));
  const title =
    heading || parts.find((part) => headings.some((one) => same(part, one))) || (menu ? "" : parts[0]) || "";
  const own = parts.filter(
    (part) => part !== "" && !menus.test(part) && !boards.test(part) && !same(part, title) && !/\.com$/i.test(part),
  );
  const only = own.length === 1 && parts.length >= 2 ? own[0] : undefined;
  const company = own.find((part) => same(part, site)) ?? only;
  const place = own.find((part) => part.length <= 60 && looksLikePlace(part));
  return facts(title, company !== undefined && looksLikePlace(company) ? undefined : company, place);
}

function facts(title: string | undefined, company: string | undefined, location: string | undefined): PageFacts {
  return {
    ...(title ? { title: title.trim() } : {}),
    ...(company ? { company: company.replace(/\s+(careers?|jobs|employment)$/i, "").trim() } : {}),
    ...(location ? { location: location.trim() } : {}),
  };
}

function metaContent(html: string, name: string): string {
  const tag = new RegExp(`<meta\\b[^>]*(?:property|name)\\s*=\\s*["']${name}["'][^>]*>`, "i").exec(html)?.[0] ?? "";
  return plain(
    /content\s*=\s*"([^"]*)"|content\s*=\s*'([^']*)'/i
      .exec(tag)
      ?.slice(1)
      .find((text) => text !== undefined) ?? "",
  );
}

function plain(html: string): string {
  return decodeEntities(html.replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}

function same(a: string, b: string): boolean {
  return b !== "" && a.toLowerCase() === b.toLowerCase();
}

/** A part with a post code or a state is where the job is, not who offers it. */
function looksLikePlace(text: string): boolean {
  return /\b\d{4,5}\b|,\s*[A-Z]{2}\b|^(remote|hybrid)$/i.test(text);
}
