import type { SourceLine } from "../schema/source.js";
import { joined, type Sourced, sourced } from "./draft.js";
import type { EntryRows } from "./entries.js";
import { isWebAddress, linksOf } from "./links.js";
import { wordCount } from "./look.js";
import { placeScore } from "./places.js";
import type { Row } from "./rows.js";
import { type Segment, segmentsOf, strongPieces } from "./segments.js";
import type { ResumeWords } from "./words.js";

/** What the heading lines of a job say. */
export interface Head {
  title: Sourced | undefined;
  employer: Sourced | undefined;
  location: Sourced | undefined;
  /** Web address printed alone, among the heading lines or under them. */
  url: Sourced | undefined;
  /** Pieces that are none of these. */
  others: Sourced[];
  start: Sourced | undefined;
  end: Sourced | undefined;
  ongoing: boolean;
  /** The entry's rows under the heading lines. */
  body: Row[];
  /** How clearly words and order tell title from employer: 0 not at all, 1 and more clearly. */
  lean: number;
  /** How title and employer stood, for comparing with other entries. */
  shape: string;
  line: SourceLine | undefined;
  /** Day and month of its dates could as well be the other way round. */
  unclearDate: boolean;
  /** The employer's name stands above another role. */
  inherited: boolean;
}

interface Cut {
  entry: EntryRows;
  names: Segment[];
  places: Segment[];
  body: Row[];
  shape: string;
  lean: number;
}

/** The heads of a section's jobs; where one alone is unclear, the order of the others decides. */
export function readHeads(entries: EntryRows[], words: ResumeWords): Head[] {
  const cuts = entries.map((entry) => cutHead(entry, words));
  return cuts.map((cut, at) => {
    const alike = cuts.filter((other, index) => index !== at && other.shape === cut.shape && other.names.length >= 2);
    const others = alike.reduce((sum, other) => sum + other.lean, 0) / Math.max(1, alike.length);
    const share = Math.abs(cut.lean) >= 1.5 ? 0.5 : 1.5;
    return headOf(cut, cut.lean + share * others, words);
  });
}

function cutHead(entry: EntryRows, words: ResumeWords): Cut {
  const lastDated = entry.head.reduce((last, row, at) => (row.dated ? at : last), 0);
  const core = entry.head.slice(0, Math.max(1, lastDated + 1));
  let { names, places } = segmentsFor(core, words, 1);
  const trail = entry.head.slice(core.length);
  const body: Row[] = [];
  for (const row of trail) {
    const isPlace = placeScore(row.rest, words) >= 0.6;
    const needed = names.length < 2 && !body.length && !isPlace && !splitsAgain(core, row, words, names.length);
    const mixed = segmentsOf(row.line, row.rest, core.length, 1, words);
    const withPlace = mixed.some(({ text }) => placeScore(text, words) >= 0.7);
    if (!body.length && (isPlace || needed || (withPlace && names.length < 2))) core.push(row);
    else body.push(row);
    ({ names, places } = segmentsFor(core, words, 1));
  }
  if (names.length < 2) ({ names, places } = segmentsFor(core, words, 2));
  return {
    entry,
    names,
    places,
    body: [...body, ...entry.body],
    shape: shapeOf(names, places),
    lean: leaning(names, places, words),
  };
}

/** Whether weaker separators would part the lone name of these rows into title and employer, told by their words and no employer below. */
function splitsAgain(core: Row[], below: Row, words: ResumeWords, count: number): boolean {
  if (count !== 1) return false;
  const { names } = segmentsFor(core, words, 2);
  const [a, b] = names;
  if (a === undefined || b === undefined) return false;
  if (b.after === "at" && titleness(a.text, words) > 0) return true;
  if (organisationness(below.rest, words) > 0) return false;
  return (
    titleness(a.text, words) > 0 !== titleness(b.text, words) > 0 &&
    (b.after === "at" || b.after === "," || b.after === "-")
  );
}

function segmentsFor(rows: Row[], words: ResumeWords, wanted: number): { names: Segment[]; places: Segment[] } {
  const all = rows
    .flatMap((row, at) => labelled(row, segmentsOf(row.line, row.rest, at, row.label === null ? wanted : 1, words)))
    .filter(({ text }) => !isWebAddress(text))
    .map((segment) => ({ ...segment, text: withoutAddress(segment.text) }));
  const isPlace = ({ text, label }: Segment) => label === "place-label" || (!label && placeScore(text, words) >= 0.7);
  const names = all.filter((segment) => !isPlace(segment));
  if (names.length === 0 && all.length > 0) return { names: all.slice(0, 1), places: all.slice(1) };
  return { names, places: all.filter(isPlace) };
}

/** The segments of a row, the first of them with the label of the row. */
function labelled({ label }: Row, segments: Segment[]): Segment[] {
  return segments.map((segment, at) => (at === 0 ? { ...segment, label } : segment));
}

/** A name without the web address in brackets behind it. */
function withoutAddress(text: string): string {
  const bracket = /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/u.exec(text);
  return bracket?.[1] !== undefined && isWebAddress(bracket[2] ?? "") ? bracket[1] : text;
}

/** How much a segment looks like a title, by its label or else its words. */
function titleOf({ text, label }: Segment, words: ResumeWords): number {
  return label === "title-label" ? 8 : label === "employer-label" ? -8 : titleness(text, words);
}

function shapeOf(names: Segment[], places: Segment[]): string {
  const [a, b] = names;
  const place = places[0];
  return [a?.row, a?.bold, b?.row, b?.after, b?.bold, place?.row].join();
}

/** How much a text looks like a job title rather than an employer; a lone plural (Traders, Consultants) names a firm. */
export function titleness(text: string, words: ResumeWords): number {
  const bare = text.replace(/\([^()]*\)/g, " ");
  const hits = words.marks.title.hits(bare);
  const last = hits.at(-1);
  const atEdge =
    last !== undefined &&
    (last.end >= bare.trimEnd().length - 1 || hits[0]?.start === 0 || /^[\s,–-]/.test(bare.slice(last.end)));
  const people =
    hits.length === 1 &&
    last !== undefined &&
    /[^s]s$/i.test(bare.slice(last.start, last.end)) &&
    !/s$/i.test(last.term);
  const unknown = /\s\p{L}{2,}(?:er|or|ist|ian)$/iu.test(bare.trim()) ? 0.7 : 0;
  const titles = hits.length === 0 ? unknown : people ? 0.2 : atEdge ? 2 : 1.3;
  return titles - organisationness(text, words);
}

/** How much a text looks like an organisation, by its words and legal form. */
function organisationness(text: string, words: ResumeWords): number {
  const bare = text.replace(/\([^()]*\)/g, " ");
  const employers = words.marks.employer.hits(bare);
  const schools = words.marks.institution.hits(bare);
  const closing = [...employers, ...schools].some(({ end }) => end >= bare.trimEnd().length - 1);
  const legal = /\b(?:inc|llc|ltd|corp|gmbh|ag|plc|llp|s\.?a\.?s?|b\.?v|pvt|co)\.?$/i.test(bare.trim()) ? 2 : 0;
  return (employers.length + schools.length > 0 ? (closing ? 1.2 : 0.6) : 0) + legal;
}

function leaning(names: Segment[], places: Segment[], words: ResumeWords): number {
  const [a, b] = names;
  if (a === undefined || b === undefined) return 0;
  if (b.after === "at") return 4;
  let lean = titleOf(a, words) - titleOf(b, words);
  const place = places[0];
  if (place !== undefined && a.row !== b.row && place.after !== "")
    lean += place.row === b.row ? 0.4 : place.row === a.row ? -0.4 : 0;
  return lean;
}

function headOf(cut: Cut, lean: number, words: ResumeWords): Head {
  const { names, places, entry } = cut;
  const [a, b] = names;
  const dates = datesOf(entry.head);
  const base = {
    ...dates,
    body: cut.body.filter(({ text }) => !isWebAddress(text)),
    shape: cut.shape,
    url: urlOf([...entry.head, ...cut.body]),
    location: joined(
      places.map(({ text, line }) => sourced(text, line)),
      ", ",
    ),
    line: entry.head[0]?.line,
    unclearDate: entry.head.some(({ spans }) => spans.some(({ unclear }) => unclear)),
    inherited: false,
  };
  const value = (segment: Segment | undefined) =>
    segment === undefined ? undefined : sourced(segment.text, segment.line);
  if (a === undefined) return { ...base, title: undefined, employer: undefined, others: [], lean: 0 };
  if (b === undefined) {
    const own = titleOf(a, words);
    const isTitle = own >= 0;
    return {
      ...base,
      title: isTitle ? value(a) : undefined,
      employer: isTitle ? undefined : value(a),
      others: [],
      lean: Math.abs(own),
    };
  }
  const pair = names.length > 2 ? bestPair(names, lean, words) : lean >= 0 ? [a, b] : [b, a];
  const others = names.filter((name) => !pair.includes(name)).flatMap((name) => value(name) ?? []);
  return { ...base, title: value(pair[0]), employer: value(pair[1]), others, lean: Math.abs(lean) };
}

/** The address that stands alone on a line or between separators of one. */
export function urlOf(rows: readonly Row[]): Sourced | undefined {
  for (const { line } of rows) {
    const alone = strongPieces(line.text).find(isWebAddress);
    const link = alone === undefined ? undefined : linksOf(line)[0];
    if (link !== undefined) return { text: link.url, lines: [line.n] };
  }
  return undefined;
}

/** Of three or more names the two that are most surely title and employer. */
function bestPair(names: Segment[], lean: number, words: ResumeWords): [Segment | undefined, Segment | undefined] {
  let best: { pair: [Segment | undefined, Segment | undefined]; score: number } = {
    pair: [names[0], names[1]],
    score: -99,
  };
  names.forEach((title, i) => {
    names.forEach((employer, j) => {
      if (i === j || wordCount(employer.text) > 12) return;
      const first = Math.min(i, j) === 0 && Math.max(i, j) === 1 ? (i < j ? lean : -lean) * 0.3 : 0;
      const score = titleOf(title, words) - titleOf(employer, words) + first - 0.5 * (i + j);
      if (score > best.score) best = { pair: [title, employer], score };
    });
  });
  return best.pair;
}

/** The dates of an entry's heading lines; a range wins over a single date. */
export function datesOf(rows: Row[]): Pick<Head, "start" | "end" | "ongoing"> {
  const spans = rows.flatMap(({ line, also, spans: found }) => found.map((span) => ({ span, line, also })));
  const chosen = spans.find(({ span }) => span.range) ?? spans[0];
  if (chosen === undefined) return { start: undefined, end: undefined, ongoing: false };
  const { span, line, also } = chosen;
  const lines = [line, ...also].map(({ n }) => n);
  const text = (iso: string | null) => (iso === null ? undefined : { text: iso, lines });
  const next = spans.find((other) => other !== chosen && other.span.from !== null && !other.span.range && !span.range);
  if (next !== undefined && span.from !== null && (next.span.from ?? "") > span.from)
    return { start: text(span.from), end: { text: next.span.from ?? "", lines: [next.line.n] }, ongoing: false };
  const ongoing = span.ongoing || spans.some((other) => other.span.ongoing);
  return { start: text(span.from), end: text(span.to), ongoing };
}
