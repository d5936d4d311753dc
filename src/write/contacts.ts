import type { Outline } from "./outline.js";
import { leavesOf, linesOf, type Print, placeOf, stringAt } from "./printed.js";
import { type Run, urlRun } from "./runs.js";

/** Countries that print on Letter paper. */
const LETTER = new Set(["US", "CA", "MX"]);
/** A place in the United States or Canada: `Tucson, AZ` or `Boston, MA 02115`; DE is left out, which is Germany's code too. */
const STATE =
  /, (A[BKLRZ]|BC|C[AOT]|DC|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[BCDEHJLMSVY]|O[HKNR]|P[AE]|QC|RI|S[CDK]|T[NX]|UT|V[AT]|W[AIVY])(,? [\dA-Z][\dA-Z -]{3,9})?$/;
const NORTH_AMERICAN_PHONE = /^(\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]\d{4}\b/;

/** The head of the page: name, label, and every contact the resume has, in the order of the source. */
export function contactsOf(print: Print): Pick<Outline, "name" | "label" | "contacts" | "paper"> {
  const items = [place(print), email(print), phone(print), ...links(print), ...others(print)];
  const known = items.filter((item): item is Item => item !== null && item.run.text !== "");
  return {
    name: stringAt(print, "basics.name"),
    label: stringAt(print, "basics.label"),
    contacts: inSourceOrder(known),
    paper: isLetter(print) ? "letter" : "a4",
  };
}

interface Item {
  run: Run;
  at: number | null;
}

/** Source order where all places are known, else place, e-mail, phone, links. */
function inSourceOrder(items: readonly Item[]): Run[] {
  const isKnown = items.every(({ at }) => at !== null);
  return (isKnown ? [...items].sort((a, b) => (a.at ?? 0) - (b.at ?? 0)) : [...items]).map(({ run }) => run);
}

function isLetter(print: Print): boolean {
  const country = stringAt(print, "basics.location.countryCode").toUpperCase();
  if (country !== "") return LETTER.has(country);
  const jobs = print.parsed.resume.work ?? [];
  const places = [
    leavesOf(print, "basics.location")
      .map((path) => stringAt(print, path))
      .join(", "),
    ...jobs.map((job) => job.location ?? ""),
  ];
  return NORTH_AMERICAN_PHONE.test(stringAt(print, "basics.phone")) || places.some((text) => STATE.test(text));
}

function place(print: Print): Item | null {
  const paths = leavesOf(print, "basics.location");
  if (paths.length === 0) return null;
  const value = (key: string): string => stringAt(print, `basics.location.${key}`);
  const town = [value("postalCode"), value("city")].filter(Boolean).join(" ");
  const known = ["address", "postalCode", "city", "region", "countryCode"].map((key) => `basics.location.${key}`);
  const rest = paths.filter((path) => !known.includes(path)).map((path) => stringAt(print, path));
  const text = [value("address"), town, value("region"), value("countryCode"), ...rest].filter(Boolean).join(", ");
  return {
    run: { text: printedPlace(print, paths) ?? text, url: null, bold: false },
    at: placeOf(print, paths[0] ?? ""),
  };
}

/** The stretch of the source line that names the place, between the marks that separate contacts. */
function printedPlace(print: Print, paths: readonly string[]): string | null {
  const values = paths.filter((path) => !path.endsWith("countryCode")).map((path) => stringAt(print, path));
  if (values.length === 0) return null;
  const texts = new Set(paths.flatMap((path) => linesOf(print, path).map(({ text }) => text)));
  for (const text of texts)
    for (const part of text.split(/\t|\s[|•·∙◦⋄–—-]\s|[|•·]|\s{3,}/))
      if (values.every((value) => part.includes(value)) && !/@|https?:/.test(part) && part.length < 80)
        return part.replace(/^[^\p{L}\p{N}]*\p{L}+:\s+/u, "").trim();
  return null;
}

const mailTo = (text: string): string | null => (/^[^\s@<>]+@[^\s@<>]+$/.test(text) ? `mailto:${text}` : null);

function telTo(text: string): string | null {
  const digits = text.replace(/[^\d+]/g, "");
  return /^\+?\d{6,15}$/.test(digits) ? `tel:${digits}` : null;
}

function email(print: Print): Item | null {
  const text = stringAt(print, "basics.email");
  return text === "" ? null : { run: { text, url: mailTo(text), bold: false }, at: placeOf(print, "basics.email") };
}

function phone(print: Print): Item | null {
  const text = stringAt(print, "basics.phone");
  return text === "" ? null : { run: { text, url: telTo(text), bold: false }, at: placeOf(print, "basics.phone") };
}

function links(print: Print): Item[] {
  const home = stringAt(print, "basics.url");
  const profiles = print.parsed.resume.basics?.profiles ?? [];
  const items = home === "" ? [] : [{ run: urlRun(home), at: placeOf(print, "basics.url") }];
  for (const [i, { network = "", username = "", url = "" }] of profiles.entries()) {
    const run = url.trim() === "" ? undefined : urlRun(url);
    const shown = run?.text ?? "";
    const lacks = (name: string): boolean => name !== "" && !says(shown, name);
    const lead = [lacks(network) ? network : "", lacks(username) ? username : ""].filter(Boolean).join(" ");
    const text = [lead, shown].filter(Boolean).join(": ");
    items.push({
      run: { text, url: run?.url ?? null, bold: false },
      at: placeOf(print, `basics.profiles[${i}].url`) ?? placeOf(print, `basics.profiles[${i}].username`),
    });
  }
  return items.filter(({ run }, i) => items.findIndex((item) => item.run.text === run.text) === i);
}

/** Whether an address says a name: word by word, or run together (stackoverflow.com, Stack Overflow). */
function says(shown: string, name: string): boolean {
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const there = new Set(wordsOf(shown));
  const run = lettersOf(name);
  return wordsOf(name).every((word) => there.has(word)) || (run.length > 3 && lettersOf(shown).includes(run));
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** What else the contact data says: further telephone numbers and addresses, a birth date another program wrote. */
function others(print: Print): Item[] {
  const known = /^basics\.((name|label|image|email|phone|url|summary)$|(location|profiles)[.[])/;
  const paths = leavesOf(print, "basics").filter((path) => !known.test(path));
  const seen = new Set([stringAt(print, "basics.email"), stringAt(print, "basics.phone")]);
  return paths.flatMap((path) => {
    const text = stringAt(print, path);
    if (seen.has(text)) return [];
    seen.add(text);
    const url = path.includes(".emails[") ? mailTo(text) : path.includes(".phones[") ? telTo(text) : null;
    return [{ run: { text, url, bold: false }, at: placeOf(print, path) }];
  });
}
