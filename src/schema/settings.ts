import { z } from "zod";

const format = z.enum(["docx", "md", "html", "json"]);

/** Every setting with its type; a key that is not here is refused. */
export const Settings = z
  .strictObject({
    engine: z
      .enum(["auto", "offline", "openai"])
      .describe("which engine rewrites: auto takes openai when a key or a base URL is set"),
    apiKey: z
      .string()
      .regex(/^[\x21-\x7e]+$/, "a key is one line of visible ASCII characters")
      .describe("key sent to api.openai.com, or to baseUrl when that is set too"),
    baseUrl: z
      .url({ protocol: /^https?$/ })
      .describe("an OpenAI-compatible server, for example http://localhost:11434/v1"),
    model: z.string().min(1).describe("model for complete rewrites"),
    previewModel: z.string().min(1).describe("model for previews and for reading postings"),
    timeout: z.number().min(1).max(3600).describe("longest time for one request, in seconds"),
    format: z
      .string()
      .refine(
        (text) => text.split(",").every((one) => format.safeParse(one).success),
        "formats are docx, md, html, json, joined by commas",
      )
      .describe("formats that rewrite writes"),
    paper: z.enum(["a4", "letter"]).describe("page size of documents"),
    promptsFolder: z.string().min(1).describe("folder whose prompts come before the bundled ones"),
  })
  .partial();
export type Settings = z.infer<typeof Settings>;

/** The name of a setting. */
export type SettingKey = keyof Settings;

/** Names of all settings, in the order of the help. */
export const settingKeys = Object.keys(Settings.shape) as SettingKey[];

/** What a setting is for, in one line. */
export function settingMeaning(key: SettingKey): string {
  return Settings.shape[key].unwrap().description ?? "";
}
