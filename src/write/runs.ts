import type { SourceLine } from "../schema/source.js";

/** A stretch of text with one look. */
export interface Run {
  text: string;
  /** Where it leads; only http, https, mailto and tel addresses. */
  url: string | null;
  bold: boolean;
}

/** A run without link or weight; an empty text gives none. */
export const plain = (text: string): Run[] => (text === "" ? [] : [{ text, url: null, bold: false }]);

/** The address where it is one that a document may carry (http, https, mailto, tel), else null. */
export function safeUrl(url: string): string | null {
  const trimmed = url.trim();
  if (!/^(https?:\/\/[^\s/]|mailto:[^\s]|tel:[^\s])/i.test(trimmed)) return null;
  return URL.canParse(trimmed) ? trimmed : null;
}

/** An address as people print it: without scheme, `www.` and a last slash. */
export function shownUrl(url: string): string {
  return url
    .trim()
    .replace(/^(https?:\/\/|mailto:|tel:)/i, "")
    .replace(/^www\./i, "")
    .replace(/\/$/, "");
}

/** A link whose text is the address as people print it; plain text where the address may not be a link. */
export function urlRun(url: string): Run {
  const trimmed = url.trim();
  const target =
    safeUrl(trimmed) ?? (/^(?!\w+:)[^\s/]+\.[a-z]{2,}(\/\S*)?$/i.test(trimmed) ? `https://${trimmed}` : null);
  return { text: target === null ? trimmed : shownUrl(trimmed), url: target, bold: false };
}

/** The text cut into runs: links and a bold beginning where its source lines have them, and addresses written out. */
export function runsOf(text: string, lines: readonly SourceLine[]): Run[] {
  const marks = [...sourceLinks(text, lines), ...writtenLinks(text)];
  const lead = lines.map(({ boldLead }) => boldLead.trim()).find((lead) => lead !== "" && text.startsWith(lead));
  const cuts = new Set([0, lead?.length ?? 0, text.length, ...marks.flatMap(({ start, end }) => [start, end])]);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? 0;
    const link = marks.find((mark) => mark.start <= start && end <= mark.end);
    return { text: text.slice(start, end), url: link?.url ?? null, bold: start < (lead?.length ?? 0) };
  });
}

interface Mark {
  start: number;
  end: number;
  url: string;
}

function sourceLinks(text: string, lines: readonly SourceLine[]): Mark[] {
  return lines
    .flatMap(({ links }) => links)
    .flatMap((link) => {
      const url = safeUrl(link.url);
      const start = link.text.trim() === "" ? -1 : text.indexOf(link.text.trim());
      return url === null || start < 0 ? [] : [{ start, end: start + link.text.trim().length, url }];
    });
}

function writtenLinks(text: string): Mark[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'’]/gi)].flatMap((found) => {
    const url = safeUrl(found[0]);
    return url === null ? [] : [{ start: found.index, end: found.index + found[0].length, url }];
  });
}

/** The runs' text alone. */
export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("");

/** Runs of several parts with a separator between those that are not empty. */
export function joinRuns(parts: readonly (readonly Run[])[], separator: string): Run[] {
  return parts
    .filter((runs) => textOf(runs) !== "")
    .flatMap((runs, i) => (i === 0 ? runs : [...plain(separator), ...runs]));
}
