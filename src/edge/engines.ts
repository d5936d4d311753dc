import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { UserError } from "../errors.js";
import type { Model } from "../ports.js";
import { chooseEngine, type EngineChoice, isOpenai } from "../rewrite/choice.js";
import type { Engine } from "../rewrite/engine.js";
import type { PromptSource, Prompts } from "../rewrite/prompts.js";
import type { Lexicon } from "../schema/lexicon.js";
import type { ModelPrices } from "../schema/models.js";
import type { VerifyWords } from "../verify/words.js";
import type { World } from "./world.js";

/** The engine of a run, what to tell the person about it, and the fallback where one was asked for. */
export interface ChosenEngine {
  choice: EngineChoice;
  engine: Engine;
  fallback?: Engine;
  notes: string[];
}

/** What a run asks of its engine. */
export interface EngineWish {
  tier: "preview" | "complete";
  cache: boolean;
  fallback: boolean;
}

/** The engine by flags, environment and settings, ready to run. */
export async function openEngine(
  world: World,
  words: { lexicon: Lexicon; verify: VerifyWords },
  wish: EngineWish,
): Promise<ChosenEngine> {
  const choice = await engineChoice(world);
  const { offlineEngine } = await import("../rewrite/offline.js");
  const offline = offlineEngine(words.verify);
  if (choice.engine === "offline") {
    return { choice, engine: offline, notes: [`Offline engine (${choice.why}): nothing is sent anywhere.`] };
  }
  const [{ modelEngine }, prompts, prices] = await Promise.all([
    import("../rewrite/model-engine.js"),
    openPrompts(world),
    openPrices(world),
  ]);
  const names = modelNames(choice, prices);
  const [model, postingModel] = await Promise.all([
    openModel(world, choice, names[wish.tier], prices, wish.cache),
    openModel(world, choice, names.preview, prices, wish.cache),
  ]);
  const engine = modelEngine(model, prompts, {
    fence: randomBytes(5).toString("hex"),
    lexicon: words.lexicon,
    verifyWords: words.verify,
    postingModel,
  });
  const where = isOpenai(choice.baseUrl) ? "OpenAI" : new URL(choice.baseUrl).host;
  const notes = [
    ...choice.notes,
    `Sending to ${where} (${model.name}): the resume without name and contacts, and the posting.`,
  ];
  return { choice, engine, notes, ...(wish.fallback ? { fallback: offline } : {}) };
}

/** The engine that flags, environment and settings name, unopened. */
export async function engineChoice(world: World): Promise<EngineChoice> {
  const { engine, model, baseUrl } = world.options;
  const { RESUMELAW_ENGINE, RESUMELAW_MODEL, OPENAI_BASE_URL, OPENAI_API_KEY } = world.env;
  const flags = { ...(engine ? { engine } : {}), ...(model ? { model } : {}), ...(baseUrl ? { baseUrl } : {}) };
  const environment = {
    ...(RESUMELAW_ENGINE ? { engine: RESUMELAW_ENGINE } : {}),
    ...(RESUMELAW_MODEL ? { model: RESUMELAW_MODEL } : {}),
    ...(OPENAI_BASE_URL ? { baseUrl: OPENAI_BASE_URL } : {}),
    ...(OPENAI_API_KEY ? { apiKey: OPENAI_API_KEY } : {}),
  };
  return chooseEngine({ flags, environment, settings: await world.settings() });
}

/** The model for each tier: as named, else the price list's default. */
export function modelNames(
  choice: Extract<EngineChoice, { engine: "openai" }>,
  prices: ModelPrices,
): Record<"preview" | "complete", string> {
  return {
    complete: choice.model ?? prices.defaults.complete,
    preview: choice.previewModel ?? prices.defaults.preview,
  };
}

/** The bundled prompts with the person's own before them, checked. */
export async function openPrompts(world: World): Promise<Prompts> {
  const { loadPrompts } = await import("../rewrite/prompts.js");
  return loadPrompts(await promptSources(world));
}

/** The prompt files of the package and of the folder in the settings, unchecked. */
export async function promptSources(world: World): Promise<PromptSource[]> {
  const { promptsFolder } = await world.settings();
  const read = async (data: typeof world.data, folder: string, origin: PromptSource["origin"]) =>
    Promise.all((await data.list(folder)).map(async (path) => ({ path, text: await data.text(path), origin })));
  const bundled = await read(world.data, "prompts", "bundled");
  if (promptsFolder === undefined) return bundled;
  const own = await folderSources(promptsFolder);
  return [...bundled, ...own];
}

async function folderSources(folder: string): Promise<PromptSource[]> {
  const { readdir, readFile } = await import("node:fs/promises");
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    return await Promise.all(
      paths.map(async (path) => ({ path, text: await readFile(path, "utf8"), origin: "user" as const })),
    );
  } catch (cause) {
    throw new UserError(
      "settings",
      `The prompts folder ${folder} cannot be read (${(cause as NodeJS.ErrnoException).code}).`,
      "Correct it with `resumelaw config set promptsFolder <folder>`, or unset it.",
      cause,
    );
  }
}

/** The price list of the package. */
export async function openPrices(world: World): Promise<ModelPrices> {
  const { parsePrices } = await import("../rewrite/price.js");
  return parsePrices("pricing/models.json", await world.data.text("pricing/models.json"));
}

async function openModel(
  world: World,
  choice: Extract<EngineChoice, { engine: "openai" }>,
  name: string,
  prices: ModelPrices,
  cache: boolean,
): Promise<Model> {
  const [{ openaiModel }, { cachedModel }] = await Promise.all([import("./openai.js"), import("./answer-cache.js")]);
  const timeoutSeconds = world.options.timeout ?? (await world.settings()).timeout;
  const model = openaiModel({
    apiKey: choice.apiKey,
    baseUrl: choice.baseUrl,
    model: name,
    prices,
    ...(timeoutSeconds ? { timeoutSeconds } : {}),
  });
  return cache
    ? cachedModel(model, {
        files: world.files,
        folder: join(world.home, "cache"),
        host: new URL(choice.baseUrl).host,
        warn: world.ui.warn,
      })
    : model;
}
