import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataEdge } from "../../src/edge/data.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "resumelaw-data-"));
  mkdirSync(join(folder, "prompts", "own"), { recursive: true });
  writeFileSync(join(folder, "prompts", "own", "mine.md"), "mine");
  writeFileSync(join(folder, "package.json"), "overridden");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("dataEdge", () => {
  it("reads the package's files from its root", async () => {
    expect(JSON.parse(await dataEdge().text("package.json"))).toMatchObject({ name: "resumelaw" });
  });

  it("lets a folder override files and add its own", async () => {
    const data = dataEdge(folder);
    expect(await data.text("package.json")).toBe("overridden");
    expect(await data.list("prompts")).toContain("prompts/own/mine.md");
    expect(JSON.parse(await data.text("tsconfig.json"))).toHaveProperty("compilerOptions");
  });

  it.each(["../secret", "/etc/passwd", "prompts/../../secret"])("never leaves its folder: %s", async (path) => {
    await expect(dataEdge(folder).text(path)).rejects.toMatchObject({ kind: "usage" });
  });

  it("says which file is missing", async () => {
    await expect(dataEdge().text("pricing/none.json")).rejects.toMatchObject({
      kind: "input",
      message: expect.stringContaining("pricing/none.json"),
    });
  });
});
