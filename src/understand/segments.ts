import type { SourceLine } from "../schema/source.js";
import type { DateSpan } from "./dates.js";
import { tidy, withoutStop } from "./draft.js";
import { placeScore } from "./places.js";
import type { LabelKind, ResumeWords } from "./words.js";

/** A piece of an entry's heading lines: a title, an employer, a place … */
export interface Segment {
  text: string;
  line: SourceLine;
  /** Which of the heading lines it stands on, from 0. */
  row: number;
  /** What stood before it: "" at the start of a line, else "\t", "|", "-", ",", "at", "(". */
  after: string;
  bold: boolean;
  /** What a label before it says it is. */
  label?: LabelKind | null;
}

/** The text without the spans, which leave a tab. */
export function without(text: string, spans: readonly DateSpan[]): string {
  let rest = text;
  for (const { start, end } of [...spans].sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, start)}\t${rest.slice(end)}`;
  return rest;
}

const strong = /\t+|\s+[|¦‖⋄◦•·●▪❖]+\s+|\s*[|¦]\s*|\s*[•·●▪❖⋄]\s*|\s{3,}/u;
const dash = /\s+(?:[-–—]{1,3})\s+|\s*—\s*/u;
const at = /\s+(?:at|@|bei|chez|bij|presso|hos)\s+(?=[\p{Lu}\d])/u;

/** The pieces of a line at its strong separators: tabs, pipes, dots. */
export function strongPieces(text: string): string[] {
  return text
    .split(strong)
    .map(tidy)
    .filter((piece) => piece !== "");
}

/** The segments of one heading line; weaker separators part it only as far as `wanted` segments beside places need. */
export function segmentsOf(line: SourceLine, rest: string, row: number, wanted: number, words: ResumeWords): Segment[] {
  const pieces = splitWith(splitLead(rest, line), strong, "|").map(({ text, after }) => ({
    text: withoutStop(text),
    after,
  }));
  const whole = (list: Piece[]) => list.filter(({ text }) => placeScore(text, words) < 0.7).length;
  let parts = pieces;
  if (whole(parts) < wanted) parts = widen(parts, dash, "-", wanted, words);
  if (whole(parts) < wanted) parts = widen(parts, at, "at", wanted, words);
  if (whole(parts) < wanted) parts = parts.flatMap((part) => colonParts(part, words));
  if (whole(parts) < wanted) parts = parts.flatMap((part) => bracketParts(part, words));
  parts = parts.flatMap((part) => trailingPlace(part, words)).flatMap((part) => leadingPlace(part, words));
  if (whole(parts) < wanted) parts = parts.flatMap((part) => commaParts(part, words));
  return parts
    .flatMap((part) => (parts.length === 1 && wanted > 1 ? spacedParts(part, words) : [part]))
    .map(({ text, after }) => ({ text: tidy(text), line, row, after, bold: line.bold || isLead(line, text) }))
    .filter(({ text }) => text !== "");
}

interface Piece {
  text: string;
  after: string;
}

function isLead(line: SourceLine, text: string): boolean {
  const lead = tidy(line.boldLead);
  return lead !== "" && tidy(text).startsWith(lead);
}

/** Parts a line behind the bold words it begins with. */
function splitLead(whole: string, line: SourceLine): Piece[] {
  const lead = line.boldLead.trim();
  const rest = whole.trimStart();
  const tail = lead !== "" && rest.startsWith(lead) ? rest.slice(lead.length) : null;
  const parted = /[,|:;–—-]$/.test(lead) || (tail !== null && /^\s*[,|:(–—-]|^\s*\t|^\s+(?:at|@)\s/.test(tail));
  if (tail === null || tail.trim() === "" || !parted) return [{ text: rest, after: "" }];
  return [
    { text: lead, after: "" },
    { text: tail.replace(/^\s*(?:(?:at|@)\s|,)/, ""), after: /^\s*\(/.test(tail) ? "(" : "," },
  ];
}

function splitWith(pieces: Piece[], separator: RegExp, mark: string): Piece[] {
  return pieces.flatMap(({ text, after }) =>
    text
      .split(separator)
      .filter((part) => tidy(part) !== "")
      .map((part, index) => ({ text: part, after: index === 0 ? after : mark })),
  );
}

/** Parts the pieces at a weaker separator, the first time it stands in each. */
function widen(pieces: Piece[], separator: RegExp, mark: string, wanted: number, words: ResumeWords): Piece[] {
  let count = pieces.filter(({ text }) => placeScore(text, words) < 0.7).length;
  return pieces.flatMap((piece) => {
    const found = separator.exec(piece.text);
    if (found === null || count >= wanted || placeScore(piece.text, words) >= 0.7) return [piece];
    count += 1;
    const head = { text: piece.text.slice(0, found.index), after: piece.after };
    const tail = { text: piece.text.slice(found.index + found[0].length), after: mark };
    return tidy(head.text) === "" || tidy(tail.text) === "" ? [piece] : [head, tail];
  });
}

/** Parts "Staff Engineer, Acme Inc" at a comma, where one side is a title and the other is none. */
function commaParts(piece: Piece, words: ResumeWords): Piece[] {
  if (placeScore(piece.text, words) >= 0.7) return [piece];
  const commas = [...piece.text.matchAll(/,\s+/g)];
  const title = (text: string) => words.marks.title.hits(text).length > 0;
  let best: { at: number; length: number; score: number } | null = null;
  for (const comma of commas) {
    const head = piece.text.slice(0, comma.index);
    const tail = piece.text.slice(comma.index + comma[0].length);
    if (/\(([^)]*)$/.test(head) || placeScore(tail, words) >= 0.7) continue;
    const score =
      (title(head) !== title(tail) ? 2 : 0) +
      (words.marks.employer.hits(tail.split(", ")[0] ?? "").length > 0 ? 0.5 : 0) -
      (/^(?:inc|llc|ltd|co|corp|gmbh|s\.a|lp|llp|plc)\b/i.test(tail) ? 3 : 0) -
      (title(head) && title(tail) ? 0.5 : 0);
    if (best === null || score > best.score || (score === best.score && title(tail)))
      best = { at: comma.index, length: comma[0].length, score };
  }
  if (best === null || best.score < 0) return [piece];
  return [
    { text: piece.text.slice(0, best.at), after: piece.after },
    { text: piece.text.slice(best.at + best.length), after: "," },
  ];
}

/** Parts "Acme: Engineer" where one side is a title and the other is none. */
function colonParts(piece: Piece, words: ResumeWords): Piece[] {
  const found = /^([^:]{2,60}):\s+(\S.*)$/u.exec(piece.text.trim());
  if (found?.[1] === undefined || found[2] === undefined) return [piece];
  const [head, tail] = [found[1], found[2]];
  const titles = [head, tail].filter((side) => words.marks.title.hits(side).length > 0).length;
  return titles === 1
    ? [
        { text: head, after: piece.after },
        { text: tail, after: ":" },
      ]
    : [piece];
}

const legalForm =
  /^(.*?\p{L}.*?\s(?:inc|llc|ltd|limited|corp|gmbh|ag|kg|plc|llp|s\.a\.|s\.l\.|s\.r\.l\.|b\.v\.)\.?)(?:\s+(\p{Lu}.*))?$/iu;

/** Parts "Glazier Clearpane Ltd", printed without any mark between, behind the title or behind the legal form. */
function spacedParts(piece: Piece, words: ResumeWords): Piece[] {
  const text = piece.text.trim();
  const [form, behind] = [legalForm.exec(text)?.[1], legalForm.exec(text)?.[2]];
  const hits = words.marks.title.hits(text);
  const last = hits.at(-1);
  if (form === undefined || last === undefined || text.length > 90) return [piece];
  const cut = behind === undefined && hits[0]?.start === 0 ? last.end : last.start >= form.length ? form.length : 0;
  const [head, tail] = [text.slice(0, cut), text.slice(cut).trim()];
  if (cut === 0 || !/^\p{Lu}\S*\s+\S/u.test(behind === undefined ? tail : `${tail} x`)) return [piece];
  return [
    { text: head, after: piece.after },
    { text: tail, after: " " },
  ];
}

/** Parts "Glazier (Clearpane Ltd)" and "Clearpane Ltd (Glazier)", where the words tell both sides. */
function bracketParts(piece: Piece, words: ResumeWords): Piece[] {
  const found = /^(.*\S)\s*\(([^()]{3,})\)\s*$/u.exec(piece.text.trim());
  if (found?.[1] === undefined || found[2] === undefined) return [piece];
  const [outer, inner] = [found[1], found[2]];
  const title = (text: string) => words.marks.title.hits(text).length > 0;
  const names = (text: string) => words.marks.employer.hits(text).some(({ end }) => end >= text.trimEnd().length - 1);
  if (title(outer) === title(inner) || !names(title(outer) ? inner : outer)) return [piece];
  return [
    { text: outer, after: piece.after },
    { text: inner, after: "(" },
  ];
}

/** Takes a place out of the start or middle: "Austin, TX, Technician", "Acme, Austin, TX, Technician". */
function leadingPlace(piece: Piece, words: ResumeWords): Piece[] {
  const parts = piece.text.trim().split(/,\s+/);
  for (let at = 0; at + 2 < parts.length; at++) {
    const place = `${parts[at]}, ${parts[at + 1]}`;
    if (placeScore(place, words) < 0.9 || words.marks.title.hits(place).length > 0) continue;
    const before = parts.slice(0, at).join(", ");
    const around = [
      { text: before, after: piece.after },
      { text: place, after: "," },
      { text: parts.slice(at + 2).join(", "), after: "," },
    ];
    return around.filter(({ text }) => text !== "");
  }
  return [piece];
}

/** Takes a place off the end: "Acme Inc, Austin, TX", "Acme Inc (Berlin)". */
function trailingPlace(piece: Piece, words: ResumeWords): Piece[] {
  const text = piece.text.trim();
  if (placeScore(text, words) >= 0.7) return [piece];
  const commas = [...text.matchAll(/\s*,\s+|\s+[-–—]{1,2}\s+/g)];
  for (const comma of commas) {
    const tail = text.slice(comma.index + comma[0].length);
    if (placeScore(tail, words) >= 0.9 && comma.index > 1)
      return [
        { text: text.slice(0, comma.index), after: piece.after },
        { text: tail, after: "," },
      ];
  }
  const bracket = /^(.*\S)\s*\(([^()]+)\)\s*$/u.exec(text);
  if (bracket?.[1] !== undefined && bracket[2] !== undefined && placeScore(bracket[2], words) >= 0.9)
    return [
      { text: bracket[1], after: piece.after },
      { text: bracket[2], after: "(" },
    ];
  return [piece];
}
