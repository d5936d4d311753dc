import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { error as apiError, loopback, status } from "../loopback.js";
import { newFolder, plainEnv, run } from "./process.js";

interface Check {
  name: string;
  status: string;
  message: string;
  hint: string;
}
const checksOf = (stdout: string) =>
  Object.fromEntries((JSON.parse(stdout).checks as Check[]).map((check) => [check.name, check]));

describe("doctor", () => {
  it("says on a fresh machine that the offline engine works, and what it looked at", async () => {
    const { code, stdout } = await run(["doctor", "--json"]);
    const checks = checksOf(stdout);
    expect(code).toBe(0);
    expect(Object.values(checks).every((check) => check.status === "ok")).toBe(true);
    expect(Object.keys(checks)).toEqual(["node", "home folder", "settings", "prompts", "pdf reader", "engine"]);
    expect(checks.engine?.message).toMatch(/offline \(no key is set\)/);
  });

  it("lists the server's models, and warns of the one that ends", async () => {
    await using server = await loopback(status(500), [
      { id: "gpt-6-luna" },
      { id: "old-model", shutdown_date: "2027-01-14" },
    ]);
    const env = plainEnv({
      OPENAI_API_KEY: "sk-test-1234567890",
      OPENAI_BASE_URL: server.url,
      RESUMELAW_MODEL: "old-model",
    });
    const { code, stdout } = await run(["doctor", "--json"], { env });
    const checks = checksOf(stdout);
    expect(code).toBe(0);
    expect(checks.server?.message).toMatch(/2 models: gpt-6-luna, old-model/);
    expect(checks.model).toMatchObject({ status: "warn", message: "old-model ends on 2027-01-14" });
    expect(checks.key?.message).toBe("set, ends in 7890");
    expect(server.requests.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("ends with 4 and says what to do where the key is refused or the model is not there", async () => {
    await using refusing = await loopback(status(401, apiError("Incorrect API key provided")), []);
    const env = plainEnv({ OPENAI_API_KEY: "sk-test-1234567890", OPENAI_BASE_URL: refusing.url, RESUMELAW_MODEL: "m" });
    const refused = await run(["doctor"], { env });
    expect(refused.code).toBe(4);
    expect(refused.stdout).toMatch(/✗ server/);
    expect(refused.stdout + refused.stderr).not.toContain("sk-test-1234567890");
    await using other = await loopback(status(500), [{ id: "another" }]);
    const missing = await run(["doctor", "--json"], { env: { ...env, OPENAI_BASE_URL: other.url } });
    expect(missing.code).toBe(4);
    expect(checksOf(missing.stdout).model).toMatchObject({ status: "fail", message: "m is not on the server" });
  });

  it("names the file and line of a wrong prompt of the user's own", async () => {
    const folder = newFolder();
    const home = newFolder();
    mkdirSync(join(folder, "resume_rewrite"));
    writeFileSync(
      join(folder, "resume_rewrite", "free.md"),
      "---\nservice: resume_rewrite\ntier: free\n---\n# System\nBe brief.\n",
    );
    writeFileSync(join(home, "config.json"), JSON.stringify({ promptsFolder: folder }));
    const env = plainEnv({ RESUMELAW_HOME: home });
    for (const command of [["doctor"], ["prompts", "check"]]) {
      const { code, stdout, stderr } = await run(command, { env });
      expect(code).toBe(4);
      expect(stdout + stderr).toMatch(/resume_rewrite\/free\.md:\d+ /);
    }
  });
});
