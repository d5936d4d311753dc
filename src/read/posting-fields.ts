import type { SourceRef } from "../schema/source.js";
import { asArray, asObject, asText, headingOf, type JsonObject, pointerTo, textOf } from "./json-value.js";
import type { LineDraft } from "./lines.js";
import { boardCompany } from "./posting-board.js";
import { fieldLines } from "./posting-text.js";

/** A job of a job board as lines, with the facts that stand beside the text. */
export interface PostingFields {
  meta: Record<string, string>;
  drafts: LineDraft[];
  hidden: string[];
}

/** Fields whose text is the posting; "Plain" twins of HTML fields are left out where both are there. */
const bodyKeys =
  /^(job_?)?(description|content|opening|intro|summary|lists|additional|body|text_?html|mission|missions|profile|requirements?|qualifications?|responsibilit(y|ies)|duties|tasks|skills|benefits|perks|recruitment_?process|key_?missions|about|what_?you.*|nice_?to_?have|must_?have|tools|education_?requirements|experience_?requirements|job_?benefits|incentive_?compensation|company_?description)(_?(html|body|plain|text))?$/i;
/** Short facts that a reader of the page sees beside the text. */
const factKeys =
  /^(experience(_?level)?|seniority(_?level)?|level|education(_?level)?|salary|remote|work_?place_?type|department|team|contract_?type|employment_?type|type|commitment)$/i;

/** The posting that a job object of a board's API or of a page's structured data holds. */
export function postingFields(job: JsonObject, refOf: (pointer: string) => SourceRef, name: string): PostingFields {
  const meta = metaOf(job);
  const { title, company, location } = meta;
  const beside = [company, location].filter((part) => part !== undefined).join(" | ");
  const drafts: LineDraft[] = [];
  if (title !== undefined) drafts.push({ text: title, style: "heading", level: 1, ref: refOf("/title") });
  if (beside !== "") drafts.push({ text: beside, ref: refOf(company === undefined ? "/location" : "/company") });
  const hidden: string[] = [];
  for (const [key, value] of inReadingOrder(Object.entries(job))) {
    const at = refOf(pointerTo("", key));
    if (factKeys.test(key)) drafts.push(...factLines(key, value, at));
    else if (bodyKeys.test(key) && !hasRicherTwin(key, job)) {
      const body = bodyLines(value, at, name);
      const fresh = withoutRepeats(body.drafts, drafts);
      const titled = /^(job_?)?(description|content|lists|body|opening|text_?html)/i.test(key) || fresh.length === 0;
      drafts.push(
        ...(titled ? [] : [{ text: headingOf(key), style: "heading" as const, level: 2, gap: 1, ref: at }]),
        ...fresh,
      );
      hidden.push(...body.hidden);
    }
  }
  return { meta, drafts, hidden };
}

/** Boards sort their fields by name: the opening comes first, "additional" last, as their pages show them. */
function inReadingOrder<T>(entries: [string, T][]): [string, T][] {
  const rank = ([key]: [string, T]): number =>
    /^(opening|intro|description)/i.test(key) ? 0 : /^additional/i.test(key) ? 2 : 1;
  return entries.sort((one, other) => rank(one) - rank(other));
}

/** Title, company, location, date and kind of employment, as the board names them. */
function metaOf(job: JsonObject): Record<string, string> {
  const organisation =
    asObject(job.hiringOrganization) ?? asObject(job.company) ?? asObject(job.organization) ?? asObject(job.employer);
  const facts: Record<string, string> = {
    title: textOf(job, "title", "jobTitle", "job_title", "position", "name", "text"),
    company:
      textOf(job, "company_name", "companyName", "company", "hiringOrganization", "organization", "employer") ||
      textOf(organisation, "name") ||
      boardCompany(job),
    location: locationOf(job),
    datePosted: textOf(
      job,
      "datePosted",
      "first_published",
      "published_at",
      "publishedAt",
      "publishedDate",
      "date",
      "updated_at",
    ),
    employmentType:
      [job.employmentType, job.employment_type, job.contract_type, job.type, asObject(job.categories)?.commitment]
        .map((value) => (Array.isArray(value) ? value.map(asText).join(", ") : asText(value)))
        .find((text) => text !== "") ?? "",
  };
  return Object.fromEntries(Object.entries(facts).filter(([, text]) => text !== ""));
}

function locationOf(job: JsonObject): string {
  const places = [
    job.location,
    job.jobLocation,
    job.locations,
    job.office,
    job.offices,
    asObject(job.categories)?.location,
    job.city,
  ];
  for (const place of places) {
    const names = (Array.isArray(place) ? place : [place]).map(placeName).filter((text) => text !== "");
    if (names.length > 0) return [...new Set(names)].join("; ");
  }
  return /telecommute/i.test(textOf(job, "jobLocationType")) ? "Remote" : "";
}

function placeName(place: unknown): string {
  const object = asObject(place);
  if (object === null) return asText(place);
  const address = asObject(object.address) ?? asObject(object.postalAddress) ?? object;
  const country = asText(address.addressCountry) || textOf(asObject(address.addressCountry), "name");
  const parts = [
    textOf(address, "addressLocality", "city"),
    textOf(address, "addressRegion", "region"),
    country || textOf(address, "country", "countryCode", "country_code"),
  ];
  return (
    textOf(object, "name", "location") ||
    [...new Set(parts.filter((part) => part !== ""))].join(", ") ||
    textOf(object, "address")
  );
}

function factLines(key: string, value: unknown, ref: SourceRef): LineDraft[] {
  const text = Array.isArray(value) ? value.map(asText).join(", ") : asText(value);
  return text === ""
    ? []
    : [{ text: `${headingOf(key)}: ${/^[A-Z\d_]+$/.test(text) ? text.replace(/_/g, " ") : text}`, ref }];
}

/** `descriptionPlain` beside `description` or `descriptionHtml` says the same without its lists. */
function hasRicherTwin(key: string, job: JsonObject): boolean {
  const stem = /^(.*?)_?(plain|text)$/i.exec(key)?.[1];
  return stem !== undefined && [stem, `${stem}Html`, `${stem}_html`].some((twin) => asText(job[twin]) !== "");
}

function bodyLines(value: unknown, ref: SourceRef, name: string): { drafts: LineDraft[]; hidden: string[] } {
  const texts = asText(value);
  if (texts !== "") return fieldLines(texts, ref, name);
  const parts = Array.isArray(value)
    ? value.map((entry) => partLines(entry, ref, name))
    : [partLines(value, ref, name)];
  return { drafts: parts.flatMap(({ drafts }) => drafts), hidden: parts.flatMap(({ hidden }) => hidden) };
}

/** One element of a list: a text, a titled part (Lever's lists), or a skill with keywords. */
function partLines(entry: unknown, ref: SourceRef, name: string): { drafts: LineDraft[]; hidden: string[] } {
  const object = asObject(entry);
  const text = asText(entry);
  if (text !== "") {
    const part = fieldLines(text, ref, name);
    const [only] = part.drafts;
    return part.drafts.length === 1 && only !== undefined
      ? { ...part, drafts: [{ ...only, style: "list", level: 1 }] }
      : part;
  }
  if (object === null) return { drafts: [], hidden: [] };
  const title = textOf(object, "text", "title", "name", "heading", "credentialCategory");
  const content = textOf(object, "content", "description", "body");
  if (content !== "") {
    const part = fieldLines(content, ref, name);
    const heading: LineDraft[] = title === "" ? [] : [{ text: title, style: "heading", level: 3, gap: 1, ref }];
    return { ...part, drafts: [...heading, ...part.drafts] };
  }
  const level = textOf(object, "level");
  const head = level === "" ? title : `${title} (${level})`;
  const keywords = asArray(object.keywords).map(asText).join(", ");
  const line = [head, keywords].filter((part) => part !== "").join(": ");
  return { drafts: line === "" ? [] : [{ text: line, style: "list", level: 1, ref }], hidden: [] };
}

/** Boards repeat parts of the text in further fields; long lines that are there already are left out. */
function withoutRepeats(lines: LineDraft[], before: readonly LineDraft[]): LineDraft[] {
  const known = new Set(before.map(({ text }) => text.trim()));
  const fresh = lines.filter(({ text }) => text.trim().length < 40 || !known.has(text.trim()));
  return fresh.some(({ text }) => text.trim().length >= 40) || fresh.length === lines.length ? fresh : [];
}
