import type { SourceLine } from "../schema/source.js";
import { letterPattern } from "./letter-pattern.js";
import type { ResumeWords } from "./words.js";

/** An address shown on a line: printed in full, or behind a word or icon. */
export interface FoundLink {
  /** With its scheme, valid as a URI. */
  url: string;
  /** What the page shows for it; empty for an icon. */
  shown: string;
  line: SourceLine;
  /** Other lines that show the same address or only the network's name. */
  also: SourceLine[];
}

const endings =
  "com|org|net|io|dev|ai|me|co|edu|gov|info|app|tech|page|site|online|xyz|design|name|pro|blog|cv|cc|tv|us|uk|eu|de|fr|es|it|pt|nl|be|ch|at|pl|se|no|dk|fi|ie|gr|ca|au|nz|in|cn|jp|kr|br|mx|ar|cl|sh|gg|codes|studio|software|engineer|work|works|world|space|website|link|works|inc|tld|ly";
const printed = letterPattern(
  new RegExp(
    `(?<![@\\p{L}\\p{N}._-])(?:https?:\\/\\/[^\\s|,;<>"”»]+|www\\.[^\\s|,;<>"”»]+|(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+(?:${endings})(?![\\p{L}\\p{N}@.-]*@)(?:\\/[^\\s|,;<>"”»]*)?(?![\\p{L}\\p{N}]))`,
    "giu",
  ),
);

/** The web addresses of a line, from its text and from the links behind it, each once. */
export function linksOf(line: SourceLine): FoundLink[] {
  const found: FoundLink[] = [];
  const add = (url: string | null, shown: string) => {
    if (url === null) return;
    const known = found.find((one) => sameAddress(one.url, url));
    if (known === undefined) found.push({ url, shown, line, also: [] });
    else if (known.shown === "") known.shown = shown;
  };
  for (const { text, url } of line.links) if (/^https?:/i.test(url)) add(webAddress(url), text.trim());
  if (!line.text.includes(".")) return found;
  for (const match of line.text.matchAll(printed(line.text))) {
    const shown = match[0].replace(/[.)\]]+$/, (tail) => (tail.startsWith(")") && match[0].includes("(") ? ")" : ""));
    if (!found.some((one) => one.shown.includes(shown) || sameAddress(one.url, webAddress(shown) ?? "")))
      add(webAddress(shown), shown);
  }
  return found;
}

/** The address with a scheme, percent-encoded where a URI needs it; null where it is none. */
function webAddress(text: string): string | null {
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  try {
    const { href, hostname } = new URL(full);
    if (!hostname.includes(".")) return null;
    return /^[\x21-\x7e]+$/.test(full) ? full : href;
  } catch {
    return null;
  }
}

/** Whether two addresses are the same but for scheme, "www." and a closing slash. */
export function sameAddress(a: string, b: string): boolean {
  return bareAddress(a) === bareAddress(b);
}

/** An address without scheme, "www." and closing slash, in lower case. */
function bareAddress(url: string): string {
  return url
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^www\./, "")
    .replace(/\/+$/, "");
}

/** The network an address belongs to and the user's name there; null for any other page. */
export function profileOf(url: string, words: ResumeWords): { network: string; username: string } | null {
  const bare = bareAddress(url);
  const [host = "", ...path] = bare.split("/");
  const known = [...words.networks].find(([name]) => host === name || host.endsWith(`.${name}`));
  if (known === undefined) return null;
  const [own = ""] = host.split(".");
  const printedPath = url
    .replace(/^[a-z]+:\/\//i, "")
    .replace(/[?#].*$/, "")
    .split("/")
    .slice(1);
  const parts = printedPath.filter(
    (part) => part !== "" && !/^(?:in|pub|u|user|users|profile|profiles|people|c|channel)$/i.test(part),
  );
  const username = parts[0] ?? (host === known[0] || path.length > 0 ? "" : own);
  return { network: known[1], username: username.replace(/^@/, "") };
}

/** Whether a text is a web address and nothing else. */
export function isWebAddress(text: string): boolean {
  if (!text.includes(".") || /\s\S+\s/.test(text)) return false;
  const whole = text.trim();
  const address = whole.match(printed(whole))?.[0];
  return address !== undefined && address.length >= whole.length - 1;
}
