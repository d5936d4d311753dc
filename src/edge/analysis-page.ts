import { basename } from "node:path";
import { type AnalysisPage, analysisAssetPaths, writeAnalysisHtml } from "../write/analysis-html.js";
import { refuseExisting } from "./refuse-existing.js";
import type { World } from "./world.js";

/** A page to be written: where, and whether one that is there may be replaced. */
export interface PageWish {
  path: string;
  force: boolean;
}

/** Stops where the page could not be written, before anything is read or asked. */
export async function checkPage(world: World, { path, force }: PageWish): Promise<void> {
  if (!force) await refuseExisting(world.files, [path], "--html");
}

/** Writes what was found about a resume as one page. */
export async function writePage(
  world: World,
  resume: string,
  found: Omit<AnalysisPage, "resume">,
  { path, force }: PageWish,
): Promise<void> {
  const [page, css] = await Promise.all([
    world.data.text(analysisAssetPaths.page),
    world.data.text(analysisAssetPaths.css),
  ]);
  const name = resume === "-" ? "resume from standard input" : basename(resume);
  await world.files.write(path, writeAnalysisHtml({ ...found, resume: name }, { page, css }), { force });
  world.ui.note(`Wrote ${path}`);
}
