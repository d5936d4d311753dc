import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { htmlAssetPaths, writeHtml } from "../../src/write/html.js";
import type { Outline } from "../../src/write/outline.js";
import { data } from "../doubles.js";
import { programPath } from "../programs.js";

/** The Chromium of this machine; null where there is none. */
export const program = programPath("chromium", "chromium-browser", "google-chrome");

/** A page, and all it did which a resume has no business with: dialogs, messages, errors, windows, requests. */
export interface Watched {
  page: Page;
  noise: string[];
}

/** A running browser. */
export interface Pages {
  /** Opens the outline's page from disk, as a user does, after running a script in it. */
  open(outline: Outline, options?: BrowserContextOptions, before?: string): Promise<Watched>;
  /** The same with a page that is written already. */
  show(html: string, options?: BrowserContextOptions, before?: string): Promise<Watched>;
  end(): Promise<void>;
}

/** Starts the browser; it is offline, so that no fault of a page reaches a host. */
export async function startBrowser(executablePath: string): Promise<Pages> {
  const flags = ["gpu", "background-networking", "component-update", "sync"].map((part) => `--disable-${part}`);
  const args = ["--no-sandbox", "--no-first-run", ...flags];
  const browser = await chromium.launch({ executablePath, args });
  const folder = await mkdtemp(join(tmpdir(), "resumelaw-page-"));
  const show: Pages["show"] = async (html, options = {}, before = "") => {
    const file = join(await mkdtemp(join(folder, "page-")), "page.html");
    await writeFile(file, html);
    const address = pathToFileURL(file).href;
    const context = await browser.newContext({ offline: true, viewport: { width: 1000, height: 900 }, ...options });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await context.addInitScript(before);
    const page = await context.newPage();
    const watched = { page, noise: noiseOf(page, address) };
    await page.goto(address);
    return watched;
  };
  return {
    show,
    open: async (outline, options, before) => show(await pageOf(outline), options, before),
    async end() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function pageOf(outline: Outline): Promise<string> {
  const [page, css, script] = await Promise.all([
    data.text(htmlAssetPaths.page),
    data.text(htmlAssetPaths.css),
    data.text(htmlAssetPaths.script),
  ]);
  return writeHtml(outline, { page, css, script });
}

function noiseOf(page: Page, address: string): string[] {
  const noise: string[] = [];
  page.on("dialog", (dialog) => {
    noise.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => noise.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => noise.push(`error: ${error.message}`));
  page.on("popup", (popup) => noise.push(`window: ${popup.url()}`));
  page.context().on("request", (request) => {
    if (request.url() !== address) noise.push(`request: ${request.url()}`);
  });
  return noise;
}
