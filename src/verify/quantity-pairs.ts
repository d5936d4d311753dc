import type { Quantity } from "./quantity.js";
import type { Word } from "./tokens.js";

/** "from 12 to 9 days": both ends have the unit; "60 calls a day": the number has its rate. */
export function paired(read: readonly Quantity[], list: readonly Word[]): Quantity[] {
  const found = partsOfTime(read, list).map((one) => aged(one, list));
  const ends = found.map((one, index): Quantity => {
    const next = found[index + 1];
    const between = list.slice(one.next, next?.at ?? one.next);
    const isStart = one.role === "" && next?.role === "to" && next.kind === one.kind && between.length > 0;
    return isStart && between.every((word) => /^(?:to|down|up)$/.test(word.lower)) ? { ...one, role: "from" } : one;
  });
  const units = ends.map((one, index): Quantity => {
    const other = one.role === "from" ? ends[index + 1] : one.role === "to" ? ends[index - 1] : undefined;
    const isEnd = other !== undefined && other.role === (one.role === "from" ? "to" : "from");
    if (!isEnd || one.kind !== "count" || one.unit !== "" || other.unit === "") return one;
    return { ...one, kind: other.kind, unit: other.unit, value: one.value * (other.factor ?? 1) };
  });
  return units.map((one, index) => {
    const next = units[index + 1];
    if (next?.kind !== "frequency" || !["count", "money", "vague", "multiple"].includes(one.kind)) return one;
    const between = list.slice(one.next, next.at + 1);
    const isSame = between.length < 8 && between.every((word) => !/[,;.]/.test(word.gap) && word.lower !== "and");
    return isSame ? { ...one, rate: next.unit } : one;
  });
}

/** "a quarter of an hour", "half an hour": one length of time. */
function partsOfTime(found: readonly Quantity[], list: readonly Word[]): Quantity[] {
  return found.flatMap((one, index): Quantity[] => {
    const isPart = (part: Quantity | undefined, whole: Quantity | undefined): boolean =>
      part?.kind === "fraction" &&
      (whole?.kind === "time" || (whole?.kind === "frequency" && whole.unit === "hour")) &&
      (whole.at === part.next || (whole.at === part.next + 1 && list[part.next]?.lower === "of"));
    if (isPart(found[index - 1], one)) return [];
    const whole = found[index + 1];
    if (whole === undefined || !isPart(one, whole)) return [one];
    const base = whole.kind === "time" ? whole : { value: 3600, unit: "second" };
    return [
      {
        ...whole,
        ...base,
        kind: "time",
        value: one.value * base.value,
        bound: one.bound,
        at: one.at,
        raw: `${one.raw} ${whole.raw}`,
      },
    ];
  });
}

/** "6 to 10 years old", "aged 6 to 10": a span of ages, not a length of time or a number of things. */
function aged(one: Quantity, list: readonly Word[]): Quantity {
  const isOld = one.kind === "time" && one.unit === "month" && list[one.next]?.lower === "old";
  const isAged =
    one.kind === "count" &&
    one.unit === "" &&
    [list[one.at - 1], list[one.at - 2]].some((word) => /^age[ds]$/.test(word?.lower ?? ""));
  if (one.high === null || !(isOld || isAged)) return one;
  const years = (value: number): number => (isOld ? value / 12 : value);
  const high = years(one.high);
  return {
    ...one,
    kind: "measure",
    unit: "age",
    value: years(one.value),
    high,
    noun: new Set(),
    near: new Set(),
    named: [],
  };
}

/** One of two years with a dash, "to", "until" or "and" between them. */
export function isSpanEnd(list: readonly Word[], at: number): boolean {
  const year = /^(?:19|20)\d\d$/;
  const joins = (left: Word | undefined, joint: Word | undefined, right: Word | undefined): boolean => {
    if (!year.test(left?.lower ?? "")) return false;
    if (year.test(joint?.lower ?? "")) return /[–—-]/.test(joint?.gap ?? "");
    return /^(?:to|until|till|through|and)$/.test(joint?.lower ?? "") && year.test(right?.lower ?? "");
  };
  const [first, second] = [list[at - 2], list[at - 1]];
  return (
    joins(list[at], list[at + 1], list[at + 2]) || joins(first, second, list[at]) || joins(second, list[at], undefined)
  );
}
