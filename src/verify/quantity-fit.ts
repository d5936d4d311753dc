import type { Quantity } from "./quantity.js";
import type { Bound } from "./words.js";

/** How a number fits one of the source: said so, more firmly, of another thing or with another bound, or not at all. */
export type Fit = "fits" | "loose" | "thing" | "value" | "no";

/** Bounds a source number may lose or gain; everything else changes what it says. */
const boundFits: Record<Bound, readonly Bound[]> = {
  none: ["none", "over"],
  over: ["over"],
  upto: ["upto", "none", "under", "within", "near"],
  under: ["under", "within"],
  within: ["within", "under", "upto", "none"],
  near: ["near", "none", "over", "about"],
  about: ["about", "none", "over", "near"],
};
const boundLoose: Partial<Record<Bound, readonly Bound[]>> = {
  none: ["about", "within", "under"],
  over: [],
  about: ["upto"],
};
const period = /^(?:minut|hour|shift|day|week|month|quarter|half|season|year)/;
const measuring: readonly Quantity["kind"][] = ["percent", "points", "multiple", "money", "fraction"];

/** How a number of the new text fits one number of the source. */
export function fitOf(quantity: Quantity, source: Quantity): Fit {
  if (source.oneOf && quantity.others && quantity.value === source.value - 1) return "fits";
  if (isEndOf(quantity, source)) return sameThing(quantity, source) ? "fits" : "thing";
  if (!sameValue(quantity, source) && !isRounded(quantity, source)) return "no";
  if (quantity.kind === "year") return source.spans && !quantity.spans ? "value" : "fits";
  if (quantity.rate !== "" && source.rate !== "" && quantity.rate !== source.rate) return "value";
  if (quantity.kind === "vague" || quantity.kind === "frequency") return "fits";
  if (quantity.kind === "ordinal" && quantity.value === 1 && ![...quantity.noun].some((key) => period.test(key)))
    return "fits";
  if (source.oneOf && !quantity.oneOf && quantity.head.size === 0 && !quantity.people) return "value";
  if (quantity.share && !source.share && quantity.direction !== source.direction) return "thing";
  if (quantity.role !== "" && source.role !== "" && quantity.role !== source.role) return "value";
  const isTurned =
    quantity.direction !== "none" && source.direction !== "none" && quantity.direction !== source.direction;
  const isEnd = quantity.role === source.role && /^(?:from|to)$/.test(quantity.role);
  if (isTurned && !isEnd) return "value";
  const bound = isRounded(quantity, source) ? "fits" : boundFit(quantity, source);
  if (bound === "value") return "value";
  return sameThing(quantity, source) ? bound : "thing";
}

/** "over two years" may say during them, where the source has "in two years". */
function boundFit(quantity: Quantity, source: Quantity): "fits" | "loose" | "value" {
  if (boundFits[quantity.bound].includes(source.bound)) return "fits";
  const isTime = quantity.kind === "time";
  const isDuring = isTime && /^over\b/i.test(quantity.raw) && source.bound === "none";
  const isOwned = /^(?:with|for|of|has|have|having|bringing|offering)$/.test(quantity.before);
  if (isTime && /^over\b/i.test(quantity.raw) && source.bound === "within") return isOwned ? "value" : "fits";
  if (isDuring && !isOwned && /^(?:in|during|across|throughout|for)$/.test(source.before)) return "fits";
  if (isTime && /^over\b/i.test(source.raw) && quantity.bound === "within") return "fits";
  return boundLoose[quantity.bound]?.includes(source.bound) ? "loose" : "value";
}

/** "up to $4M" of what lay between $500K and $4M, "over $500K" of the same. */
function isEndOf(quantity: Quantity, source: Quantity): boolean {
  if (source.high === null || quantity.high !== null || quantity.kind !== source.kind || quantity.unit !== source.unit)
    return false;
  if (quantity.bound === "upto") return close(quantity.value, source.high);
  return quantity.bound === "over" && /^at least/i.test(quantity.raw) && close(quantity.value, source.value);
}

/** "over 1,000" of 1,200, "nearly 100" of 96, "about 1,200" of 1,187: a round number whose hedge is true of the source's. */
function isRounded({ kind, unit, value, high, bound }: Quantity, source: Quantity): boolean {
  const isAlike = kind === source.kind && unit === source.unit && high === null && source.high === null;
  if (!isAlike || !["count", "money", "percent"].includes(kind) || value < 10) return false;
  if (significant(value) > 2 || significant(value) >= significant(source.value)) return false;
  if (bound === "over") return ["none", "over"].includes(source.bound) && isWithin(source.value / value, 1, 1.25);
  if (source.bound !== "none") return false;
  if (bound === "near") return isWithin(source.value / value, 0.95, 1);
  return bound === "about" && isWithin(source.value / value, 0.97, 1.03);
}

function isWithin(ratio: number, least: number, most: number): boolean {
  return ratio > least && ratio < most;
}

/** How many digits of a number say something: 2 of 1,200. */
function significant(value: number): number {
  return String(value)
    .replace(".", "")
    .replace(/^0+|0+$/g, "").length;
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * 1e-9;
}

/** Whether two numbers say the same amount, in whatever form. */
export function sameValue(quantity: Quantity, source: Quantity): boolean {
  if (quantity.kind === "vague") return vagueFits(quantity, source);
  if ((quantity.high === null) !== (source.high === null)) return false;
  if (quantity.high !== null && !close(quantity.high, source.high ?? 0)) return false;
  if (quantity.kind === source.kind)
    return (quantity.unit === source.unit || isCountedOf(quantity, source)) && close(quantity.value, source.value);
  const whole = Number(/^of (\d+)$/.exec(source.unit)?.[1]);
  if (quantity.kind === "percent" && whole > 0) return close(quantity.value, (source.value / whole) * 100);
  if (isHowOften(quantity, source) || isHowOften(source, quantity)) return close(quantity.value, source.value);
  if (isPound(quantity, source) || isLabelOf(quantity, source) || isLabelOf(source, quantity))
    return close(quantity.value, source.value);
  const share = (one: Quantity): number | null =>
    one.kind === "fraction" ? one.value * 100 : one.kind === "percent" ? one.value : null;
  const [mine, theirs] = [share(quantity), share(source)];
  if (mine !== null && theirs !== null) return Math.abs(mine - theirs) < 0.5;
  const growth = (one: Quantity): number | null =>
    one.kind === "multiple" ? one.value : one.kind === "percent" && one.role === "by" ? 1 + one.value / 100 : null;
  const [factor, known] = [growth(quantity), growth(source)];
  return factor !== null && known !== null && quantity.kind !== source.kind && close(factor, known);
}

/** "won 3 bids" of "3 of 4 bids": the whole may be dropped. */
function isCountedOf(quantity: Quantity, source: Quantity): boolean {
  return quantity.unit === "" && /^of \d+$/.test(source.unit);
}

/** "twice a month" and "two visits a month". */
function isHowOften(times: Quantity, count: Quantity): boolean {
  return times.kind === "multiple" && count.kind === "count" && times.rate !== "" && times.rate === count.rate;
}

/** "pounds" may be money or weight: the other side tells which. */
function isPound(quantity: Quantity, source: Quantity): boolean {
  const [money, weight] = quantity.kind === "money" ? [quantity, source] : [source, quantity];
  return money.unit === "gbp" && /pounds$/i.test(money.raw) && weight.unit === "pound";
}

/** "AUC 0.81" and "an AUC of 0.81": the name before a number as its head. */
function isLabelOf(label: Quantity, other: Quantity): boolean {
  return label.kind === "label" && other.kind === "count" && (other.head.has(label.unit) || other.near.has(label.unit));
}

/** "thousands" may stand for 12,000 but not for 900; "hundreds" may stand for "thousands". */
function vagueFits(quantity: Quantity, source: Quantity): boolean {
  if (source.kind === "vague") return source.value >= quantity.value;
  return (
    (source.kind === "count" || source.kind === "money") &&
    source.value >= 2 * quantity.value &&
    sameThing(quantity, source)
  );
}

/** Whether both count the same thing: 500 invoices are not 500 orders, a team of 5 is not 5 teams. */
export function sameThing(quantity: Quantity, source: Quantity): boolean {
  if (quantity.kind === "count" || quantity.kind === "vague" || quantity.kind === "ordinal") {
    if (quantity.people && meet(quantity.head, source.head)) return true;
    if (quantity.persons && source.persons && (quantity.noun.size === 0 || quantity.people)) return true;
    if (quantity.noun.size === 0)
      return quantity.head.size === 0 || source.noun.size === 0 || meet(quantity.head, union(source.head, source.near));
    if (source.noun.size > 0) return meet(quantity.noun, source.noun);
    if (/^of \d/.test(quantity.unit)) return meet(quantity.noun, union(source.head, source.near));
    if (source.head.size > 0) return !meet(quantity.noun, source.head) || quantity.head.size > 0;
    return meet(quantity.noun, source.near) || source.near.size === 0;
  }
  if (!measuring.includes(quantity.kind)) return true;
  return quantity.near.size === 0 || source.near.size === 0 || meet(quantity.near, source.near);
}

/**
 * Whether a share or a change measures the same in other words ("made startup 40% faster" of "start 40% faster"): the line
 * has no other number of its kind it could belong to, and says the same of its direction.
 */
export function isSoleMeasure(quantity: Quantity, mine: readonly Quantity[], theirs: readonly Quantity[]): boolean {
  if (!measuring.includes(quantity.kind) || quantity.kind === "money") return false;
  const alike = (list: readonly Quantity[]): Quantity[] => list.filter((one) => one.kind === quantity.kind);
  const isOne = (list: readonly Quantity[]): boolean =>
    list.length === 1 || (list.length === 2 && list[0]?.role === "from" && list[1]?.role === "to");
  const [own, known] = [alike(mine), alike(theirs)];
  const source = known.find((one) => sameValue(quantity, one));
  if (source === undefined || !isOne(own) || !isOne(known)) return false;
  if (quantity.share && !(source.share && meet(quantity.noun, source.noun))) return false;
  return quantity.direction === source.direction || (quantity.role !== "" && quantity.role === source.role);
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((key) => b.has(key));
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a, ...b]);
}
