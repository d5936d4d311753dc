import { escapeHtml } from "./html.js";

/** The files of templates/html that a report is made with, as text. */
export interface PageAssets {
  /** analysis.html: the frame, with `{{name}}` where a value goes. */
  page: string;
  /** The styles. */
  css: string;
}

/** A report's page: its title, its styles and its content in the frame. The title is escaped here, the content by its writer. */
export function filledPage({ page, css }: PageAssets, title: string, content: string): string {
  const values = new Map([
    ["title", escapeHtml(title)],
    ["css", css],
    ["content", content],
  ]);
  return page.replace(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`the frame of a page has a place ${place} that nothing goes to`);
    return value;
  });
}

/** A part of a page under its heading; nothing where it has nothing to say. */
export function section(id: string, heading: string, body: string): string {
  if (body === "") return "";
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${escapeHtml(heading)}</h2>\n${body}\n</section>`;
}

/** Items as a list of a kind; nothing for none. */
export function list(kind: string, items: readonly string[], tag = "ul"): string {
  return items.length === 0 ? "" : `<${tag} class="${kind}">\n${items.join("\n")}\n</${tag}>`;
}

/** The number of a line, behind its text. */
export function lineMark(line: number | null): string {
  return line === null ? "" : ` <span class="line">line ${line}</span>`;
}

/** A word in its own colour: met, missing, warning. */
export function mark(kind: string, text = kind): string {
  return `<span class="mark ${kind}">${escapeHtml(text)}</span>`;
}
