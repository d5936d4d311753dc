import { contentKeys, isContent, type Passage } from "./claim.js";
import type { Keys } from "./keys.js";
import { spelledAt } from "./number-words.js";
import { phraseAt, type Word } from "./tokens.js";
import type { Bound, Unit, VerifyWords } from "./words.js";

/** A number of a text with its unit, what bounds it and what it counts. */
export interface Quantity {
  kind:
    | "count"
    | "percent"
    | "points"
    | "multiple"
    | "fraction"
    | "money"
    | "time"
    | "measure"
    | "frequency"
    | "ordinal"
    | "vague"
    | "year"
    | "label";
  /** In the unit's base: months or seconds for time, the amount for money. */
  value: number;
  /** The upper end of a range. */
  high: number | null;
  unit: string;
  bound: Bound;
  /** The small word that says whether it is a change, an end or a start. */
  role: "by" | "to" | "from" | "";
  raw: string;
  /** First word and the word behind. */
  at: number;
  next: number;
  /** Keys of the words it counts. */
  noun: Set<string>;
  /** Keys of the head of "team of 5". */
  head: Set<string>;
  /** Keys of the words near it in the same clause. */
  near: Set<string>;
  /** Whether the clause says that something rose or fell by it. */
  direction: "up" | "down" | "none";
  /** Words it counts or measures, as they stand. */
  named: string[];
  /** Written as "5-person": it counts people. */
  people: boolean;
}

/** What a reader of quantities needs to know. */
export interface QuantityContext {
  words: VerifyWords;
  keys: Keys;
  language: string;
}

const periods = new Set(["second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade"]);
const spanning = new Set([
  "in",
  "within",
  "over",
  "after",
  "for",
  "during",
  "of",
  "under",
  "than",
  "almost",
  "nearly",
  "about",
]);

type Bare = Pick<Quantity, "kind" | "value" | "high" | "unit" | "bound" | "next"> & { people?: boolean };

/** The quantities of a passage, in order: digits, words, units, ranges, frequencies, dates. */
export function quantitiesOf(passage: Passage, context: QuantityContext): Quantity[] {
  const list = passage.words;
  const found: Quantity[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const bare = frequencyAt(list, at, context.words) ?? numberAt(passage, at, context);
    if (bare === null) continue;
    found.push(...complete(passage, at, bare, context));
    at = Math.max(at, bare.next - 1);
  }
  return found;
}

function frequencyAt(list: readonly Word[], at: number, words: VerifyWords): Bare | null {
  const word = list[at];
  if (word === undefined) return null;
  const own = words.units.get(word.lower);
  const bare = { kind: "frequency" as const, value: 1, high: null, bound: "none" as const };
  if (own?.kind === "frequency") return { ...bare, unit: own.unit, next: at + 1 };
  if (!["every", "each", "per", "a", "an", "one"].includes(word.lower)) return null;
  const named = list[at + 1]?.lower ?? "";
  const unit = named === "night" ? "day" : named;
  const behind = list[at + 2];
  const isWhole = !/[,;]/.test(list[at + 1]?.gap ?? "") && !(behind?.gap === " " && /^\d/.test(behind.lower));
  if (!isWhole || !periods.has(unit)) return null;
  const before = list[at - 1]?.lower ?? "";
  const spans = word.lower === "one" || (/^an?$/.test(word.lower) && spanning.has(before));
  const time = words.units.get(unit);
  if (spans && time !== undefined) return { ...bare, kind: "time", value: time.factor, unit: time.unit, next: at + 2 };
  const isShort = unit === "second" || unit === "minute";
  return isShort && !["per", "each", "every"].includes(word.lower) ? null : { ...bare, unit, next: at + 2 };
}

function numberAt(passage: Passage, at: number, context: QuantityContext): Bare | null {
  const list = passage.words;
  const sign = moneySign(list, at, context.words);
  const start = sign === null ? at : at + 1;
  const first = list[start];
  if (first === undefined) return null;
  if (first.lower === "decade")
    return { kind: "time", value: 120, high: null, unit: "month", bound: "none", next: at + 1 };
  const digits = /^(\d[\d.,']*?)((?:st|nd|rd|th)\b|[\p{L}+].*|[-/].*)?$/u.exec(first.lower);
  if (digits !== null) return fromDigits(passage, start, digits[1] ?? "", digits[2] ?? "", sign, context);
  if (sign !== null) return null;
  return fromWords(list, at, context);
}

function moneySign(list: readonly Word[], at: number, words: VerifyWords): Unit | null {
  const word = list[at];
  if (word === undefined || !/^(?:[$€£¥₹]|[a-z]{2,3})$/.test(word.lower)) return null;
  const before = list[at - 1];
  const joined =
    before !== undefined && word.gap === "" && before.end === word.start
      ? words.units.get(`${before.lower}${word.lower}`)
      : undefined;
  const unit = joined ?? words.units.get(word.lower);
  return unit?.kind === "money" && /^\d/.test(list[at + 1]?.lower ?? "") ? unit : null;
}

/** The value of digits: groups of three behind a comma, a full stop or an apostrophe are thousands. */
export function digitsValue(text: string): number {
  const bare = text.replace(/[.,']+$/, "");
  const grouped = /^\d{1,3}(?:[,']\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replace(/[,']/g, "") : bare;
  if (/^\d{1,3}(?:\.\d{3}){1,}(?:,\d+)?$/.test(grouped)) return Number(grouped.replaceAll(".", "").replace(",", "."));
  return Number(grouped.replace(",", "."));
}

function fromDigits(
  passage: Passage,
  at: number,
  digits: string,
  rest: string,
  sign: Unit | null,
  context: QuantityContext,
): Bare | null {
  const list = passage.words;
  const value = digitsValue(digits);
  const plus = rest.startsWith("+") || /^[+]/.test(passage.text.slice(list[at]?.end ?? 0));
  const tail = rest.replace(/^\+/, "");
  const bare: Bare = { kind: "count", value, high: null, unit: "", bound: plus ? "over" : "none", next: at + 1 };
  if (/^(st|nd|rd|th)$/.test(tail)) return { ...bare, kind: "ordinal" };
  if (/^\/\d+$/.test(tail)) return { ...bare, unit: `of ${tail.slice(1)}` };
  const range = /^-(\d[\d.,']*)(.*)$/.exec(tail);
  if (range !== null && sign === null && isYear(value) && isYear(Number(range[1])))
    return { ...bare, kind: "year", high: Number(range[1]) };
  if (range !== null)
    return withUnit(list, { ...bare, high: digitsValue(range[1] ?? "") }, range[2] ?? "", sign, context);
  const quantity = withUnit(list, bare, tail, sign, context);
  if (
    quantity.kind === "count" &&
    quantity.next === at + 1 &&
    tail === "" &&
    !plus &&
    isYear(value) &&
    /^\d{4}$/.test(digits)
  )
    return { ...quantity, kind: "year" };
  return withRange(list, withWhole(list, quantity), sign, context);
}

/** "6 of 8 quarters", "6 out of 8": the whole belongs to the number. */
function withWhole(list: readonly Word[], bare: Bare): Bare {
  const out = list[bare.next]?.lower === "out" ? 1 : 0;
  const whole = list[bare.next + out + 1]?.lower ?? "";
  if (bare.kind !== "count" || list[bare.next + out]?.lower !== "of" || !/^\d+$/.test(whole)) return bare;
  return { ...bare, unit: `of ${whole}`, next: bare.next + out + 2 };
}

function isYear(value: number): boolean {
  return value >= 1900 && value <= 2099 && Number.isInteger(value);
}

function fromWords(list: readonly Word[], at: number, context: QuantityContext): Bare | null {
  const compound = /^(\p{L}+(?:-\p{L}+)?)-(\p{L}+)$/u.exec(list[at]?.lower ?? "");
  const spelled = spelledAt(list, at, context.words, context.language);
  if (spelled !== null) {
    const kind =
      spelled.kind === "value" || spelled.kind === "scale" || spelled.kind === "dozen" ? "count" : spelled.kind;
    const bare: Bare = {
      kind,
      value: spelled.value,
      high: null,
      unit: kind === "multiple" ? "times" : "",
      bound: "none",
      next: at + spelled.count,
    };
    return kind === "count" ? withRange(list, withUnit(list, bare, "", null, context), null, context) : bare;
  }
  if (compound === null) return null;
  const head = { ...list[at], text: compound[1] ?? "", lower: compound[1] ?? "" } as Word;
  const value = spelledAt([head], 0, context.words, context.language);
  if (value === null || value.kind !== "value") return null;
  return withUnit(
    list,
    { kind: "count", value: value.value, high: null, unit: "", bound: "none", next: at + 1 },
    `-${compound[2]}`,
    null,
    context,
  );
}

/** Adds magnitude and unit from what is glued to the number and from the words behind it. */
function withUnit(
  list: readonly Word[],
  bare: Bare,
  tail: string,
  sign: Unit | null,
  { words }: QuantityContext,
): Bare {
  let { value, high, next } = bare;
  let unit = sign;
  const glued = tail.replace(/^-/, "").replace(/\+$/, "");
  const queue = glued === "" ? [] : [glued];
  for (;;) {
    const isGlued = queue.length > 0;
    const word = queue.shift() ?? joinedUnit(list, next);
    const scale = scaleOf(word, words, isGlued || unit?.kind === "money" || /^[KMB]/.test(list[next]?.text ?? ""));
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
      return { ...bare, people: /^(person|people|member|man|strong|woman|head)$/.test(glued), value, high };
    else break;
    if (!isGlued) next += word === "per cent" || word === "percentage points" ? 2 : 1;
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
  };
}

function joinedUnit(list: readonly Word[], at: number): string {
  const word = list[at];
  if (word === undefined || /[,;.()]/.test(word.gap)) return "";
  const next = list[at + 1]?.lower ?? "";
  if (word.lower === "per" && next === "cent") return "per cent";
  if (word.lower === "percentage" && next.startsWith("point")) return "percentage points";
  return word.lower.replace(/\+$/, "");
}

function scaleOf(word: string, words: VerifyWords, letters: boolean): number | null {
  const spelled = words.numbers.get(`*:${word}`);
  if (spelled?.kind === "scale") return spelled.value;
  const unit = words.units.get(word);
  return letters && unit?.kind === "magnitude" ? unit.factor : null;
}

/** "5 to 10", "5 – 10", "between 5 and 10"; "from 5 to 10" stays two numbers with their roles. */
function withRange(list: readonly Word[], bare: Bare, sign: Unit | null, context: QuantityContext): Bare {
  const start = bare.next;
  const before = list.slice(Math.max(0, start - 4), start).map((word) => word.lower);
  const joint = list[start];
  if (joint === undefined || bare.high !== null) return bare;
  const dashed = /^\s*[–—-]\s*$/.test(joint.gap);
  const spoken =
    (joint.lower === "to" && !before.includes("from")) || (joint.lower === "and" && before.includes("between"));
  if (!dashed && !spoken) return bare;
  const at = (dashed ? start : start + 1) + (list[dashed ? start : start + 1]?.lower === "$" ? 1 : 0);
  const digits = /^(\d[\d.,']*)(.*)$/.exec(list[at]?.lower ?? "");
  const spelled = spelledAt(list, at, context.words, context.language);
  if (digits === null && spelled?.kind !== "value") return bare;
  const upper: Bare = {
    kind: "count",
    value: digits === null ? (spelled?.value ?? 0) : digitsValue(digits[1] ?? ""),
    high: null,
    unit: "",
    bound: "none",
    next: at + (digits === null ? (spelled?.count ?? 1) : 1),
  };
  const high = withUnit(list, upper, digits?.[2] ?? "", sign, context);
  const low =
    bare.kind === "count" && high.kind !== "count" && bare.value < 1000
      ? bare.value * (high.value / upper.value)
      : bare.value;
  return { ...high, value: low, high: high.value };
}

function complete(passage: Passage, at: number, bare: Bare, context: QuantityContext): Quantity[] {
  const { words, keys } = context;
  const list = passage.words;
  const before = boundBefore(list, at, words);
  const role = list[before.at - 1]?.lower;
  const percent = bare.kind === "count" && list[bare.next]?.lower === "%" ? "percent" : bare.kind;
  const label = percent === "count" && !bare.people && isLabelled(list, at);
  const near = nearWords(list, at, bare.next, words);
  const quantity: Quantity = {
    ...bare,
    kind: label ? "label" : percent,
    unit: label ? (list[at - 1]?.lower ?? "") : bare.unit,
    bound: bare.bound === "none" ? before.bound : bare.bound,
    role: role === "by" || role === "to" || role === "from" ? role : "",
    raw: passage.text.slice(list[before.at]?.start ?? 0, list[bare.next - 1]?.end ?? 0),
    at,
    people: bare.people === true,
    noun: keySet(bare.people ? ["people"] : counted(list, bare.next, words), keys),
    head: bare.people ? keySet(counted(list, bare.next, words), keys) : headBefore(list, before.at, words, keys),
    near: keySet(near, keys),
    named:
      percent === "count" && role !== "to" && role !== "from" && role !== "by"
        ? counted(list, bare.next, words)
        : near.slice(0, 3),
    direction: directionOf(list, at, bare.next, words),
  };
  if (quantity.kind === "year" && quantity.high !== null)
    return [
      { ...quantity, high: null },
      { ...quantity, value: quantity.high, high: null },
    ];
  return [quantity];
}

function keySet(list: readonly string[], keys: Keys): Set<string> {
  return new Set(list.flatMap((word) => contentKeys(word, keys)));
}

/** The number of a name: ISO 9001, Windows 10. */
function isLabelled(list: readonly Word[], at: number): boolean {
  const before = list[at - 1];
  const own = list[at];
  if (
    before === undefined ||
    own === undefined ||
    own.gap !== " " ||
    !/^\p{Lu}/u.test(before.text) ||
    !/^\d/.test(own.lower)
  )
    return false;
  return !before.opens || /^\p{Lu}{2,}$/u.test(before.text);
}

function boundBefore(list: readonly Word[], at: number, words: VerifyWords): { bound: Bound; at: number } {
  for (let start = Math.max(0, at - 4); start < at; start += 1) {
    const phrase = phraseAt(words.bounds, list, start);
    if (phrase !== null && start + phrase.words.length === at) return { bound: phrase.value, at: start };
  }
  return { bound: "none", at };
}

function counted(list: readonly Word[], from: number, words: VerifyWords): string[] {
  const found: string[] = [];
  for (let index = from; index < list.length && found.length < 3; index += 1) {
    const word = list[index];
    if (word === undefined || /[,.;:()–—]/.test(word.gap)) break;
    if (["%", "of", "the", "new", "different", "other"].includes(word.lower) && found.length === 0) continue;
    if (words.units.get(word.lower)?.kind === "frequency") continue;
    if (!isContent(word, words)) break;
    found.push(word.lower);
  }
  return found;
}

/** The outcome word before the number in its clause, else the one behind it. */
function directionOf(list: readonly Word[], at: number, next: number, words: VerifyWords): Quantity["direction"] {
  for (let index = at - 1; index >= 0 && at - index < 9; index -= 1) {
    const word = list[index];
    if (word === undefined || word.lower === "and") break;
    const known = words.outcomes.get(word.lower);
    if (known !== undefined && known.direction !== "none") return known.direction;
    if (/[,;.:]/.test(word.gap)) break;
  }
  for (let index = next; index < Math.min(list.length, next + 4); index += 1) {
    const word = list[index];
    if (word === undefined || /[,;.:]/.test(word.gap) || word.lower === "and") break;
    const known = words.outcomes.get(word.lower);
    if (known !== undefined && known.direction !== "none") return known.direction;
  }
  return "none";
}

function headBefore(list: readonly Word[], at: number, words: VerifyWords, keys: Keys): Set<string> {
  const head = list[at - 1]?.lower === "of" ? list[at - 2] : undefined;
  return head !== undefined && isContent(head, words) ? keySet([head.lower], keys) : new Set();
}

function nearWords(list: readonly Word[], at: number, next: number, words: VerifyWords): string[] {
  const breaks = (word: Word): boolean => /[,;.:–—]/.test(word.gap);
  const joins = (word: Word): boolean => ["and", "while", "but", "whilst"].includes(word.lower);
  const found: string[] = [];
  const take = (word: Word): void => {
    if (
      isContent(word, words) &&
      !words.numbers.has(`*:${word.lower}`) &&
      !words.outcomes.has(word.lower) &&
      !words.verbs.has(word.lower)
    )
      found.push(word.lower);
  };
  for (let index = at - 1; index >= 0 && at - index < 9; index -= 1) {
    const word = list[index];
    if (word === undefined || joins(word)) break;
    take(word);
    if (breaks(word) && word.lower !== "which") break;
  }
  for (let index = next; index < list.length && index - next < 7; index += 1) {
    const word = list[index];
    if (word === undefined || breaks(word) || joins(word)) break;
    take(word);
  }
  return found;
}
