import type { Entry, Line, Outline, OutlineSection } from "./outline.js";
import { type Run, safeUrl, textOf } from "./runs.js";

/** The files of templates/html, as text. */
export interface HtmlAssets {
  /** page.html: the frame, with `{{name}}` where a value goes. */
  page: string;
  /** resume.css. */
  css: string;
  /** resume.js: makes the copy and print buttons; the one script the page's policy lets run. */
  script: string;
}

/** Where the files of HtmlAssets are, from the package's root. */
export const htmlAssetPaths = {
  page: "templates/html/page.html",
  css: "templates/html/resume.css",
  script: "templates/html/resume.js",
} as const;

/** The outline as one page without any outside request; all data is escaped, and only the shipped script may run. */
export async function writeHtml(outline: Outline, assets: HtmlAssets): Promise<string> {
  const values: Record<string, string> = {
    language: escapeHtml(outline.language),
    title: escapeHtml(outline.name === "" ? "Resume" : outline.name),
    policy: `default-src 'none'; style-src 'unsafe-inline'; script-src '${await sourceHash(assets.script)}'; base-uri 'none'; form-action 'none'`,
    paper: outline.paper === "a4" ? "A4" : "letter",
    css: assets.css,
    script: assets.script,
    content: contentOf(outline),
  };
  return assets.page.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`${htmlAssetPaths.page} names {{${key}}}, which no value is made for`);
    return value;
  });
}

async function sourceHash(script: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script)));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/** Text for element content and quoted attributes; characters that HTML cannot hold become U+FFFD. */
export function escapeHtml(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"']/g, (mark) => names[mark] ?? mark);
}

function contentOf(outline: Outline): string {
  const contacts = outline.contacts.map((run) => `<li>${inline([run])}</li>`).join("\n");
  const head = [
    outline.name === "" ? "" : `<h1>${escapeHtml(outline.name)}</h1>`,
    outline.label === "" ? "" : `<p class="label">${escapeHtml(outline.label)}</p>`,
    contacts === "" ? "" : `<ul class="contacts">\n${contacts}\n</ul>`,
  ].filter(Boolean);
  return [`<header>\n${head.join("\n")}\n</header>`, ...outline.sections.map(sectionHtml)].join("\n");
}

function sectionHtml({ heading, kind, blocks }: OutlineSection, i: number): string {
  const id = `s${i + 1}`;
  const title = heading === "" ? "" : `<h2 id="${id}">${escapeHtml(heading)}</h2>\n`;
  const label = heading === "" ? "" : ` aria-labelledby="${id}"`;
  return `<section class="${kind}"${label}>\n${title}${blocksHtml(blocks, heading === "" ? "h2" : "h3")}\n</section>`;
}

/** The level below the heading they stand under: no level is left out where a section has no heading. */
type EntryHeading = "h2" | "h3";

function blocksHtml(blocks: readonly (Line | Entry)[], level: EntryHeading): string {
  const parts: string[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i];
    if (!block) continue;
    if (block.block === "entry") parts.push(entryHtml(block, level));
    else if (block.style === "paragraph") parts.push(`<p>${lineHtml(block)}</p>`);
    else {
      const items = itemsFrom(blocks, i);
      parts.push(`<ul>\n${items.map((line) => `<li>${lineHtml(line)}</li>`).join("\n")}\n</ul>`);
      i += items.length - 1;
    }
  }
  return parts.join("\n");
}

function itemsFrom(blocks: readonly (Line | Entry)[], start: number): Line[] {
  const items: Line[] = [];
  for (const block of blocks.slice(start)) {
    if (block.block !== "line" || block.style !== "item") break;
    items.push(block);
  }
  return items;
}

function entryHtml({ title, dates, subtitle, place, body }: Entry, level: EntryHeading): string {
  const first = [textOf(title) === "" ? "" : `<${level}>${inline(title)}</${level}>`, dated(dates)]
    .filter(Boolean)
    .join("\n");
  const second = [textOf(subtitle) === "" ? "" : `<p class="of"><i>${inline(subtitle)}</i></p>`, placed(place)]
    .filter(Boolean)
    .join("\n");
  const rows = [first, second].filter((row) => row !== "").map((row) => `<div class="row">\n${row}\n</div>`);
  return `<article>\n${[...rows, blocksHtml(body, level)].filter((text) => text !== "").join("\n")}\n</article>`;
}

const dated = (dates: string): string => (dates === "" ? "" : `<p class="dates">${escapeHtml(dates)}</p>`);
const placed = (place: string): string => (place === "" ? "" : `<p class="place">${escapeHtml(place)}</p>`);

/** What stands at the right margin follows a tab, which a reader takes for the wide gap it is. */
function lineHtml(line: Line): string {
  if (line.right === "") return inline(line.runs);
  return `${inline(line.runs)}<span class="right">\t${escapeHtml(line.right)}</span>`;
}

function inline(runs: readonly Run[]): string {
  return runs
    .map(({ text, url, bold }) => {
      const marked = bold ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text);
      const target = url === null ? null : safeUrl(url);
      return target === null ? marked : `<a href="${escapeHtml(target)}" rel="noopener noreferrer">${marked}</a>`;
    })
    .join("");
}
