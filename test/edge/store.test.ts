import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { homeFolder } from "../../src/edge/home.js";
import { openStore, readSettings, settingsPath } from "../../src/edge/store.js";

const folder = () => mkdtempSync(join(tmpdir(), "resumelaw-store-"));

describe("the settings store", () => {
  it("has no settings and writes nothing before one is set", () => {
    const home = folder();
    expect(readSettings(home)).toEqual({});
    expect(readdirSync(home)).toEqual([]);
  });

  it("keeps a setting for the next run, readable by its owner alone", async () => {
    const home = join(folder(), "made", "on the way");
    const store = await openStore(home);
    store.set("model", "gpt-6.1-terra");
    store.set("timeout", 30);
    expect(readSettings(home)).toEqual({ model: "gpt-6.1-terra", timeout: 30 });
    expect(statSync(store.path).mode & 0o777).toBe(0o600);
    (await openStore(home)).unset("timeout");
    expect(readSettings(home)).toEqual({ model: "gpt-6.1-terra" });
  });

  it("repairs the rights of a file that others could read", async () => {
    const home = folder();
    writeFileSync(settingsPath(home), JSON.stringify({ apiKey: "sk-test" }), { mode: 0o644 });
    await openStore(home);
    expect(statSync(settingsPath(home)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ["cut short", '{"apiKey":"sk-very-secret', /not valid JSON/],
    ["empty", "", /not valid JSON/],
    ["of an unknown key", '{"apikey":"x"}', /wrong value at "apikey"/],
    ["of a wrong type", '{"timeout":"soon"}', /wrong value at "timeout"/],
    ["a list", "[]", /wrong value/],
  ])("refuses a file that is %s, keeps its bytes and never shows what is in it", async (_what, content, message) => {
    const home = folder();
    writeFileSync(settingsPath(home), content);
    await expect(openStore(home)).rejects.toThrow(message);
    await expect(openStore(home)).rejects.not.toThrow(/secret/);
    expect(readFileSync(settingsPath(home), "utf8")).toBe(content);
  });

  it("says which folder cannot be written", async () => {
    const home = join(folder(), "file");
    writeFileSync(home, "");
    await expect(openStore(join(home, "inside"))).rejects.toThrow(/cannot be written \((ENOTDIR|EEXIST)\)/);
    chmodSync(home, 0o600);
    expect(existsSync(join(home, "inside"))).toBe(false);
  });
});

describe("the home folder", () => {
  it.each([
    [{ RESUMELAW_HOME: "/a/b" }, "linux", "/a/b"],
    [{ XDG_CONFIG_HOME: "/x" }, "linux", "/x/resumelaw"],
    [{ APPDATA: "C:/Users/me/AppData/Roaming" }, "win32", "C:/Users/me/AppData/Roaming/resumelaw"],
  ] as const)("is %j on %s: %s", (env, platform, expected) => {
    expect(homeFolder(env, platform)).toBe(expected);
  });
});
