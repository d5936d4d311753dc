import { z } from "zod";

const day = z.iso.date();

/** What a model costs, in `currency` per `per` tokens; null where the price is not known. */
export const ModelPrice = z.object({
  id: z.string().min(1),
  input: z.number().nonnegative().nullable(),
  cached: z.number().nonnegative().nullable().describe("input tokens read from the provider's cache; null: as input"),
  output: z.number().nonnegative().nullable().describe("visible and reasoning tokens"),
  shutdown: day.nullable().describe("the day the provider switches the model off"),
  successor: z.string().nullable(),
});
export type ModelPrice = z.infer<typeof ModelPrice>;

/** The price list of pricing/models.json. */
export const ModelPrices = z.object({
  date: day.describe("the day the prices were looked up"),
  currency: z.literal("USD"),
  per: z.number().int().positive().describe("tokens a price is for"),
  defaults: z.object({
    preview: z.string().describe("model for previews and for reading postings"),
    complete: z.string().describe("model for complete rewrites"),
  }),
  models: z.array(ModelPrice).min(1),
});
export type ModelPrices = z.infer<typeof ModelPrices>;
