import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "../errors.js";
import { type EngineChoice, isOpenai } from "../rewrite/choice.js";
import { retirement } from "../rewrite/price.js";
import { checkPrompts } from "../rewrite/prompts.js";
import type { ModelPrices } from "../schema/models.js";
import type { Check } from "../write/doctor.js";
import { packageRoot } from "./data.js";
import { engineChoice, modelNames, openPrices, promptSources } from "./engines.js";
import type { World } from "./world.js";

type OpenaiChoice = Extract<EngineChoice, { engine: "openai" }>;

const nameShown = 8;

/** Looks at everything a run depends on; asks the model server for its list where one is set, and sends nothing else. */
export async function examine(world: World): Promise<Check[]> {
  const checks = [
    nodeCheck(),
    homeCheck(world.home),
    await settled("settings", () => settingsCheck(world)),
    await settled("prompts", () => promptsCheck(world)),
    await settled("pdf reader", pdfCheck),
  ];
  let choice: EngineChoice;
  try {
    choice = await engineChoice(world);
  } catch (error) {
    return [...checks, failed("engine", error)];
  }
  if (choice.engine === "offline") {
    return [
      ...checks,
      { name: "engine", status: "ok", message: `offline (${choice.why}): needs no key and sends nothing`, hint: "" },
    ];
  }
  return [...checks, ...(await openaiChecks(world, choice))];
}

/** Node's version against the range the package asks for. */
function nodeCheck(): Check {
  const { engines } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
    engines: { node: string };
  };
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const fits = [...engines.node.matchAll(/(\^|>=)(\d+)\.(\d+)/g)].some(([, kind, wantedMajor, wantedMinor]) => {
    const sameMajor = major === Number(wantedMajor);
    return (sameMajor && minor >= Number(wantedMinor)) || (kind === ">=" && major > Number(wantedMajor));
  });
  return {
    name: "node",
    status: fits ? "ok" : "fail",
    message: `${process.version} on ${process.platform}`,
    hint: fits ? "" : `resumelaw needs Node ${engines.node}.`,
  };
}

function homeCheck(home: string): Check {
  let nearest = home;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK | constants.R_OK | constants.X_OK);
    return {
      name: "home folder",
      status: "ok",
      message: existsSync(home) ? home : `${home} (made on first use)`,
      hint: "",
    };
  } catch {
    return {
      name: "home folder",
      status: "fail",
      message: `${nearest} cannot be written`,
      hint: "Check its rights, or point RESUMELAW_HOME to a folder of your own.",
    };
  }
}

async function settingsCheck(world: World): Promise<Check> {
  const keys = Object.keys(await world.settings());
  return { name: "settings", status: "ok", message: keys.length === 0 ? "none set" : keys.join(", "), hint: "" };
}

async function promptsCheck(world: World): Promise<Check> {
  const sources = await promptSources(world);
  const [problem] = checkPrompts(sources);
  if (problem)
    return {
      name: "prompts",
      status: "fail",
      message: `${problem.path}:${problem.line} ${problem.message}`,
      hint: "`resumelaw prompts check` lists all problems.",
    };
  const own = sources.filter(({ origin }) => origin === "user").length;
  return {
    name: "prompts",
    status: "ok",
    message: `${sources.length - own} bundled${own > 0 ? `, ${own} of your own` : ""}`,
    hint: "",
  };
}

async function pdfCheck(): Promise<Check> {
  const { loadPdfJs } = await import("../read/pdf-load.js");
  await loadPdfJs();
  return { name: "pdf reader", status: "ok", message: "loads", hint: "" };
}

async function openaiChecks(world: World, choice: OpenaiChoice): Promise<Check[]> {
  const prices = await openPrices(world);
  const names = [...new Set(Object.values(modelNames(choice, prices)))];
  const key: Check = choice.apiKey
    ? { name: "key", status: "ok", message: `set, ends in ${choice.apiKey.slice(-4)}`, hint: "" }
    : {
        name: "key",
        status: isOpenai(choice.baseUrl) ? "fail" : "info",
        message: "none is sent",
        hint: choice.notes.join(" "),
      };
  const { listModels } = await import("./openai.js");
  const timeoutSeconds = Math.min(world.options.timeout ?? 15, 15);
  try {
    const listed = await listModels(
      { apiKey: choice.apiKey, baseUrl: choice.baseUrl, timeoutSeconds, retries: { attempts: 1 } },
      world.signal,
    );
    const ids = listed.map(({ id }) => id);
    const server: Check = {
      name: "server",
      status: "ok",
      message: `${choice.baseUrl} has ${ids.length} models: ${ids.slice(0, nameShown).join(", ")}${ids.length > nameShown ? ", …" : ""}`,
      hint: "",
    };
    return [
      key,
      server,
      ...names.map((name) => modelCheck(name, listed, prices, world.clock.now().toISOString().slice(0, 10))),
    ];
  } catch (error) {
    return [key, failed("server", error)];
  }
}

function modelCheck(
  name: string,
  listed: readonly { id: string; shutdown: string | null }[],
  prices: ModelPrices,
  today: string,
): Check {
  const found = listed.find(({ id }) => id === name || id === `${name}:latest`);
  const end = retirement(name, prices, today);
  const shutdown = found?.shutdown ?? end?.shutdown ?? null;
  if (!found)
    return {
      name: "model",
      status: "fail",
      message: `${name} is not on the server`,
      hint: "Name another with --model or `resumelaw config set model <name>`.",
    };
  if (shutdown !== null) {
    const ended = shutdown <= today;
    return {
      name: "model",
      status: ended ? "fail" : "warn",
      message: `${name} ${ended ? "ended" : "ends"} on ${shutdown}`,
      hint: end?.successor ? `Its successor is ${end.successor}.` : "Choose another with --model.",
    };
  }
  return { name: "model", status: "ok", message: name, hint: "" };
}

async function settled(name: string, look: () => Promise<Check>): Promise<Check> {
  try {
    return await look();
  } catch (error) {
    return failed(name, error);
  }
}

/** A check that could not be made is a failed one, with the reason and what to do. */
function failed(name: string, error: unknown): Check {
  if (error instanceof UserError) return { name, status: "fail", message: error.message, hint: error.hint };
  return {
    name,
    status: "fail",
    message: error instanceof Error ? error.message : String(error),
    hint: "Install resumelaw again: npm ci.",
  };
}
