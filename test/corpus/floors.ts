import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { root } from "../doubles.js";

const Floor = z.strictObject({
  name: z.string().min(1),
  /** number and points are printed with one digit behind the point, a share as percent. */
  unit: z.enum(["share", "count", "number", "points"]),
  better: z.enum(["more", "less"]).default("more"),
  floor: z.number(),
  own: z.number().optional(),
  aim: z.number().nullable(),
  why: z.string(),
});
/** How good a measure of the scorecard must be, and how it is named and printed. */
export type Floor = z.infer<typeof Floor>;

const path = "test/corpus/floors.json";
const { measures } = z
  .strictObject({ comment: z.string(), measures: z.record(z.string(), Floor) })
  .parse(JSON.parse(readFileSync(join(root, path), "utf8")));

/** The measures of the scorecard by their key, in the order of the table. */
export const floors: Readonly<Record<string, Floor>> = measures;

/** The bound of a measure: of the truths beside the resumes ("floor") or of our own ("own"). */
export function boundOf(key: string, of: "floor" | "own"): number {
  const bound = floors[key]?.[of];
  if (bound === undefined) throw new Error(`${path} has no ${of} for ${key}`);
  return bound;
}
