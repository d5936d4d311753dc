import type { ParsedResume } from "../../src/schema/resume.js";

/** The ground truth beside a resume of the corpus (NAME.expected.json): values as printed. */
export interface ResumeTruth {
  name: string | null;
  email: string | null;
  phone: string | null;
  links: string[];
  sections: string[];
  work: {
    employer: string | null;
    title: string | null;
    startDate: string | null;
    endDate: string | null;
    highlightsCount: number;
    nestedHighlights?: number;
  }[];
  education: { institution: string | null; degree: string | null; endDate: string | null }[];
  skills: string[] | null;
}

/** What is measured in a resume. */
export const metrics = [
  ...(["name", "email", "phone", "links", "sections"] as const),
  ...(["jobs", "highlights", "education", "skills"] as const),
] as const;

/** One measure of one file: how many of its items are right. `misses` says what was expected and what came. */
export interface Measure {
  metric: (typeof metrics)[number];
  right: number;
  found: number;
  expected: number;
  misses: string[];
}

/** A text with Unicode forms, spaces, hyphens, quotes and case levelled. */
export function levelled(text: string | null | undefined): string {
  return (text ?? "")
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212\u00ad]/g, "-")
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\u201c\u201d„«»]/g, '"')
    .replace(/\s+/g, " ")
    .replace(/\s*-\s*/g, "-")
    .trim()
    .toLowerCase();
}

/** All measures of one resume against its truth. */
export function measureResume(parsed: ParsedResume, truth: ResumeTruth): Measure[] {
  const { basics = {}, work = [], education = [] } = parsed.resume;
  const links = [basics.url, ...(basics.profiles ?? []).map(({ url }) => url)].flatMap((url) => url ?? []);
  const headings = parsed.sections.flatMap(({ line, heading }) => (line === null ? [] : [heading]));
  return [
    exact("name", basics.name, truth.name),
    exact("email", basics.email, truth.email),
    exact("phone", basics.phone, truth.phone),
    overlap("links", links.map(address), truth.links.map(address)),
    overlap("sections", headings.map(heading), truth.sections.map(heading)),
    inOrder(
      "jobs",
      work.map(({ name, position, startDate, endDate }) =>
        [name, position, startDate, endDate].map(levelled).join(" | "),
      ),
      truth.work.map(job),
    ),
    highlights(parsed, truth),
    inOrder(
      "education",
      education.map(({ institution, studyType, area, endDate }) =>
        [levelled(institution), study(`${studyType ?? ""} ${area ?? ""}`), endDate ?? ""].join(" | "),
      ),
      truth.education.map(degree),
    ),
    ...(truth.skills === null
      ? []
      : [overlap("skills", skillItems(parsed).slice(0, truth.skills.length), truth.skills.map(levelled))]),
  ];
}

/** F1 of the right items among those found and expected, summed over files; 1 where nothing was expected and nothing found. */
export function score(measures: readonly Pick<Measure, "right" | "found" | "expected">[]): number {
  const sum = (field: "right" | "found" | "expected") => measures.reduce((total, one) => total + one[field], 0);
  const [right, found, expected] = [sum("right"), sum("found"), sum("expected")];
  return found + expected === 0 ? 1 : (2 * right) / (found + expected);
}

function exact(metric: Measure["metric"], value: string | undefined, truth: string | null): Measure {
  const same = levelled(value) === levelled(truth);
  return {
    metric,
    right: same ? 1 : 0,
    found: 1,
    expected: 1,
    misses: same ? [] : [`expected ${truth}, got ${value}`],
  };
}

function overlap(metric: Measure["metric"], found: string[], expected: string[]): Measure {
  const left = [...found];
  const misses: string[] = [];
  for (const item of expected) {
    const at = left.indexOf(item);
    if (at < 0) misses.push(`missing ${item}`);
    else left.splice(at, 1);
  }
  const right = expected.length - misses.length;
  return {
    metric,
    right,
    found: found.length,
    expected: expected.length,
    misses: [...misses, ...left.map((item) => `extra ${item}`)],
  };
}

function inOrder(metric: Measure["metric"], found: string[], expected: string[]): Measure {
  return overlap(metric, found, expected);
}

function highlights({ resume }: ParsedResume, truth: ResumeTruth): Measure {
  const counts = (resume.work ?? []).map((entry) => entry.highlights?.length ?? 0);
  const misses: string[] = [];
  let right = 0;
  truth.work.forEach(({ employer, highlightsCount, nestedHighlights = 0 }, at) => {
    const count = counts[at];
    if (count === highlightsCount || count === highlightsCount + nestedHighlights) right += 1;
    else misses.push(`${employer}: expected ${highlightsCount}, got ${count}`);
  });
  return { metric: "highlights", right, found: truth.work.length, expected: truth.work.length, misses };
}

function job({ employer, title, startDate, endDate }: ResumeTruth["work"][number]): string {
  return [levelled(employer), levelled(title), isoOf(startDate), isoOf(endDate)].join(" | ");
}

function degree({ institution, degree: name, endDate }: ResumeTruth["education"][number]): string {
  return [levelled(institution), study(name ?? ""), isoOf(endDate)].join(" | ");
}

/** A degree without the words and signs between its type and its field. */
function study(text: string): string {
  return levelled(text)
    .replace(/[,:()"-]|\b(?:in|en|of|de)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The beginnings of the month names in English, German, French and Spanish, month by month. */
const months =
  "jan,ene feb,fév,fev mar,mär,mrz apr,avr,abr may,mai jun,juin jul,juil aug,aoû,ago sep oct,okt nov dec,déc,dez,dic"
    .split(" ")
    .map((names) => names.split(","));

/** A printed English or numeric date as ISO at its precision; an open end ("Present") as nothing. */
export function isoOf(text: string | null): string {
  if (text === null || /present|current|now|présent|heute|aujourd/i.test(text)) return "";
  const year = /\d{4}/.exec(text)?.[0] ?? "";
  const name = /\p{L}{3,}/u.exec(text)?.[0].toLowerCase() ?? "";
  const lengths = months.map((names) =>
    Math.max(0, ...names.map((start) => (name.startsWith(start) ? start.length : 0))),
  );
  const longest = Math.max(...lengths);
  const month = longest === 0 ? 0 : lengths.indexOf(longest) + 1;
  const number = /^(\d{1,2})[./]\d{4}$/.exec(text)?.[1];
  const of = number === undefined ? month : Number(number);
  return of > 0 ? `${year}-${String(of).padStart(2, "0")}` : year;
}

function address(url: string): string {
  return levelled(url)
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^www\./, "")
    .replace(/\/+$/, "");
}

function heading(text: string): string {
  return levelled(text).replace(/[:：]$/, "");
}

function skillItems({ resume }: ParsedResume): string[] {
  return (resume.skills ?? [])
    .flatMap(({ name, level, keywords }) => keywords ?? (level === undefined ? [] : [name ?? ""]))
    .map(levelled);
}
