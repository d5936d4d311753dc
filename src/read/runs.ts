import type { SourceLink } from "../schema/source.js";
import { tidy } from "./lines.js";

/** A stretch of text in one style, as Markdown and HTML give it. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
  /** Where the text leads, null where it is not a link. */
  url: string | null;
}

/** The text of a line with what its runs tell about it. */
export interface StyledText {
  text: string;
  bold: boolean;
  italic: boolean;
  boldLead: string;
  links: SourceLink[];
}

/** The line that runs make up. */
export function styledText(runs: readonly Run[]): StyledText {
  const visible = runs.filter(({ text }) => text.trim() !== "");
  const bold = visible.length > 0 && visible.every((run) => run.bold);
  return {
    text: runs.map(({ text }) => text).join(""),
    bold,
    italic: visible.length > 0 && visible.every((run) => run.italic),
    boldLead: bold ? "" : leadOf(runs),
    links: linksOf(runs),
  };
}

/** The address where it is one a reader may follow (web, mail, telephone), else null: no script, file or inline data. */
export function safeUrl(address: string): string | null {
  const url = address.replace(/[\x00-\x20\x7f]/g, "");
  if (/^(https?:\/\/|mailto:|tel:)./i.test(url)) return url;
  if (url.startsWith("//")) return `https:${url}`;
  return null;
}

function leadOf(runs: readonly Run[]): string {
  let lead = "";
  for (const run of runs) {
    if (!run.bold && run.text.trim() !== "") break;
    lead += run.text;
  }
  return tidy(lead.replace(/\n/g, " "));
}

function linksOf(runs: readonly Run[]): SourceLink[] {
  const links: SourceLink[] = [];
  let open: SourceLink | null = null;
  for (const { text, url } of runs) {
    if (url === null) {
      open = text.trim() === "" ? open : null;
      continue;
    }
    if (open !== null && open.url === url) open.text += text;
    else {
      open = { text, url };
      links.push(open);
    }
  }
  return links.map(({ text, url }) => ({ text: tidy(text.replace(/\s+/g, " ")), url }));
}
