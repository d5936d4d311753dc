import { numberWord, spelledAt } from "./number-words.js";
import type { BareQuantity, QuantityContext } from "./quantity.js";
import type { Word } from "./tokens.js";
import type { Unit, VerifyWords } from "./words.js";

/** Adds magnitude and unit from what is glued to the number and from the words behind it. */
export function withUnit(
  list: readonly Word[],
  bare: BareQuantity,
  tail: string,
  sign: Unit | null,
  { words, language }: QuantityContext,
): BareQuantity {
  let { value, high, next } = bare;
  let unit = sign;
  const glued = tail.replace(/^-/, "").replace(/\+$/, "");
  const queue = glued === "" ? [] : [glued];
  for (;;) {
    const isGlued = queue.length > 0;
    const word = queue.shift() ?? joinedUnit(list, next, words);
    const scale = scaleOf(
      word,
      words,
      language,
      isGlued || unit?.kind === "money" || /^[KMB]/.test(list[next]?.text ?? ""),
    );
    const known = words.units.get(word);
    if (scale !== null && value < 1e9) {
      value *= scale;
      high = high === null ? null : high * scale;
    } else if (
      known !== undefined &&
      known.kind !== "magnitude" &&
      known.kind !== "frequency" &&
      unit === null &&
      !(known.unit === "usd" && known.factor < 1)
    )
      unit = known;
    else if (isGlued && unit === null && scale === null)
      return { ...bare, people: isPeople(glued, words), glued: tail.startsWith("-") ? glued : "", value, high };
    else break;
    if (!isGlued) next += word.split(/[ /]/).length;
  }
  const bound =
    tail.endsWith("+") || (bare.bound === "none" && list[next - 1]?.text.endsWith("+")) ? "over" : bare.bound;
  if (unit === null) return { ...bare, value, high, next, bound };
  const kind = unit.kind === "magnitude" || unit.kind === "frequency" ? "count" : unit.kind;
  return {
    ...bare,
    kind,
    unit: unit.unit,
    value: value * unit.factor,
    high: high === null ? null : high * unit.factor,
    next,
    bound,
    factor: unit.factor,
  };
}

function isPeople(glued: string, words: VerifyWords): boolean {
  return (
    /^(person|people|member|man|strong|woman|head|employee|worker)$/.test(glued) ||
    words.roles.get(glued)?.kind === "role"
  );
}

/** The unit behind a number, of up to three words: "percentage points", "frames per second", "t/ha". */
function joinedUnit(list: readonly Word[], at: number, words: VerifyWords): string {
  const word = list[at];
  if (word === undefined || /[,;.()]/.test(word.gap)) return "";
  for (const count of [3, 2]) {
    const several = list.slice(at, at + count);
    const isJoined = several.length === count && several.slice(1).every(({ gap }) => gap.trim() === "");
    const name = several.map(({ lower, gap }, i) => (i === 0 ? "" : gap === "" ? "/" : " ") + lower).join("");
    if (isJoined && words.units.has(name)) return name;
  }
  if (word.gap.includes("°")) return `°${word.lower}`;
  return word.lower.replace(/\+$/, "");
}

function scaleOf(word: string, words: VerifyWords, language: string, letters: boolean): number | null {
  const spelled = numberWord(word, words, language);
  if (spelled?.kind === "scale") return spelled.value;
  const unit = words.units.get(word);
  return letters && unit?.kind === "magnitude" ? unit.factor : null;
}

/** "5 to 10", "5 – 10", "between 5 and 10"; "from 5 to 10" stays two numbers with their roles. */
export function withRange(
  list: readonly Word[],
  bare: BareQuantity,
  sign: Unit | null,
  context: QuantityContext,
): BareQuantity {
  const start = bare.next;
  const before = list.slice(Math.max(0, start - 4), start).map((word) => word.lower);
  const joint = list[start];
  if (joint === undefined || bare.high !== null) return bare;
  const dashed = /^\s*[–—-]\s*$/.test(joint.gap);
  const isSpread = list
    .slice(Math.max(0, start - 5), start)
    .some((word) => /^(?:ranging|ranged|varying)$/.test(word.lower));
  const spoken =
    (joint.lower === "to" && (isSpread || !before.includes("from"))) ||
    (joint.lower === "and" && before.includes("between"));
  if (!dashed && !spoken) return bare;
  const at = (dashed ? start : start + 1) + (list[dashed ? start : start + 1]?.lower === "$" ? 1 : 0);
  const digits = /^(\d[\d.,']*)(.*)$/.exec(list[at]?.lower ?? "");
  const spelled = spelledAt(list, at, context.words, context.language);
  if (digits === null && spelled?.kind !== "value") return bare;
  const upper: BareQuantity = {
    kind: "count",
    value: digits === null ? (spelled?.value ?? 0) : digitsValue(digits[1] ?? ""),
    high: null,
    unit: "",
    bound: "none",
    next: at + (digits === null ? (spelled?.count ?? 1) : 1),
  };
  const high = withUnit(list, upper, digits?.[2] ?? "", sign, context);
  const isChange =
    !dashed &&
    bare.kind === "measure" &&
    high.unit === bare.unit &&
    /^(?:in|within|over)$/.test(list[high.next]?.lower ?? "");
  if (isChange) return bare;
  const low =
    bare.kind === "count" && high.kind !== "count" && bare.value < 1000
      ? bare.value * (high.value / upper.value)
      : bare.value;
  return { ...high, value: low, high: high.value };
}

/** "6 of 8 quarters", "6 out of 8": the whole belongs to the number. */
export function withWhole(list: readonly Word[], bare: BareQuantity, context: QuantityContext): BareQuantity {
  const out = list[bare.next]?.lower === "out" ? 1 : 0;
  const at = bare.next + out + 1;
  const digits = list[at]?.lower ?? "";
  if (bare.kind !== "count" || list[at - 1]?.lower !== "of") return bare;
  if (/^\d+$/.test(digits)) return { ...bare, unit: `of ${digits}`, next: at + 1 };
  const spelled = spelledAt(list, at, context.words, context.language);
  return spelled?.kind === "value" ? { ...bare, unit: `of ${spelled.value}`, next: at + spelled.count } : bare;
}

/** The value of digits: groups of three behind a comma, a full stop or an apostrophe are thousands. */
export function digitsValue(text: string): number {
  const bare = text.replace(/[.,']+$/, "");
  const grouped = /^\d{1,3}(?:[,']\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replace(/[,']/g, "") : bare;
  if (/^\d{1,3}(?:\.\d{3}){1,}(?:,\d+)?$/.test(grouped)) return Number(grouped.replaceAll(".", "").replace(",", "."));
  return Number(grouped.replace(",", "."));
}

/** Digits that commas of another country part: 1,50,000 anywhere, 12,5 where a comma is the decimal sign. */
export function joinedDigits(list: readonly Word[], at: number, language: string): { written: string; count: number } {
  const first = list[at]?.lower ?? "";
  const next = list[at + 1];
  const single = { written: first, count: 1 };
  if (next === undefined || next.gap !== "," || !/^\d{1,3}(?:\.\d{3})*$/.test(first)) return single;
  const parts = [first];
  for (let i = at + 1; list[i]?.gap === "," && parts.length < 6; i += 1) parts.push(list[i]?.lower ?? "");
  const indian = /^\d{1,2}(?:,\d{2})+,\d{3}(?!\d)/.exec(parts.join(","))?.[0];
  if (indian !== undefined) {
    const count = parts.findIndex((_, i) => parts.slice(0, i + 1).join(",").length >= indian.length) + 1;
    return { written: indian.replaceAll(",", ""), count };
  }
  const isDecimal = decimalComma.has(language) && /^\d{1,2}(?!\d)/.test(next.lower);
  return isDecimal
    ? { written: `${first.replaceAll(".", "")}.${/^\d+/.exec(next.lower)?.[0] ?? ""}`, count: 2 }
    : single;
}

const decimalComma = new Set([
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "pl",
  "sv",
  "da",
  "nb",
  "no",
  "fi",
  "cs",
  "ru",
  "tr",
]);

/** "7:40", with the unit or the half of the day behind it; null for none. */
export function clockAt(list: readonly Word[], at: number): BareQuantity | null {
  const [hours, minutes, behind] = [list[at], list[at + 1], list[at + 2]];
  const isClock =
    /^\d{1,2}$/.test(hours?.lower ?? "") && minutes?.gap === ":" && /^[0-5]\d(?:[ap]m)?$/.test(minutes.lower);
  if (!isClock || hours === undefined || minutes === undefined) return null;
  const isNamed =
    /^(?:minutes?|mins?|hours?|hrs?|[ap]m|[ap]\.m)$/.test(behind?.lower ?? "") && behind?.gap.trim() === "";
  const isLate = /^p/.test(isNamed ? (behind?.lower ?? "") : minutes.lower.slice(2));
  const value =
    Number(hours.lower) * 60 + Number.parseInt(minutes.lower, 10) + (isLate && hours.lower !== "12" ? 720 : 0);
  const unit = behind?.gap === " " && /^sec(?:ond)?s?$/.test(behind.lower) ? "clock of seconds" : "clock";
  return { kind: "time", value, high: null, unit, bound: "none", next: at + (isNamed ? 3 : 2) };
}
