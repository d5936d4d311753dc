import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { root } from "../doubles.js";

/** Holds a text against test/write/golden/NAME; UPDATE_GOLDEN=1 writes the file anew, to be reviewed as a diff. */
export async function expectGolden(name: string, text: string): Promise<void> {
  const path = join(root, "test/write/golden", name);
  if (process.env.UPDATE_GOLDEN === "1") await writeFile(path, text);
  expect(text).toBe(await readFile(path, "utf8"));
}
