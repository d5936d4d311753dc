import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openZip } from "../../src/read/zip.js";

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([k, v]) => [k, strToU8(v)])));

/** Changes bytes of every header of a zip: the local ones begin PK 3 4, those of the directory PK 1 2. */
function patched(
  bytes: Uint8Array,
  change: (view: DataView, at: number, kind: "local" | "directory") => void,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x04034b50) change(view, at, "local");
    if (mark === 0x02014b50) change(view, at, "directory");
  }
  return copy;
}

describe("openZip", () => {
  it("gives a part's bytes, and null for a part that is not there", async () => {
    const opened = await openZip(zip({ "word/document.xml": "<w/>".repeat(500) }), "cv.docx");
    expect(new TextDecoder().decode(opened.part("word/document.xml") ?? undefined)).toBe("<w/>".repeat(500));
    expect(opened.part("word/styles.xml")).toBeNull();
  });

  it("reads a zip that stands behind other bytes", async () => {
    const inner = zip({ a: "text" });
    const bytes = new Uint8Array([...strToU8("junk in front"), ...inner]);
    expect((await openZip(bytes, "cv.docx")).part("a")).toEqual(strToU8("text"));
  });

  it("reads paths written with backslashes", async () => {
    expect((await openZip(zip({ "word\\document.xml": "x" }), "cv.docx")).part("word/document.xml")).toEqual(
      strToU8("x"),
    );
  });

  it("refuses a zip with thousands of members", async () => {
    const many = zip(Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`m${i}`, ""])));
    await expect(openZip(many, "cv.docx")).rejects.toThrow(/holds 2001 parts/);
  });

  it("refuses a bomb by what it says of itself", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(51 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    const opened = await openZip(bomb, "bomb.docx");
    expect(() => opened.part("word/document.xml")).toThrow(/bomb\.docx was refused.*50 MB/);
  });

  it.each([
    ["smaller than it is", 10, /larger than its zip says/],
    ["larger than it is", 90_000, /smaller than its zip says/],
  ])("refuses a part that claims to be %s", async (_, size, message) => {
    const lying = patched(zip({ a: "abc ".repeat(5_000) }), (view, at, kind) =>
      view.setUint32(at + (kind === "local" ? 22 : 24), size, true),
    );
    const opened = await openZip(lying, "cv.docx");
    expect(() => opened.part("a")).toThrow(message);
  });

  it("says that an encrypted part needs its password", async () => {
    const locked = patched(zip({ a: "text" }), (view, at, kind) =>
      view.setUint16(at + (kind === "local" ? 6 : 8), 1, true),
    );
    const opened = await openZip(locked, "cv.docx");
    expect(() => opened.part("a")).toThrow(/cv\.docx is protected by a password/);
  });

  it("refuses two parts of one name, of which readers take different ones", async () => {
    const doubled = patched(zip({ aa: "one", ab: "two" }), (view, at, kind) =>
      view.setUint8(at + (kind === "local" ? 31 : 47), 0x61),
    );
    const opened = await openZip(doubled, "cv.docx");
    expect(() => opened.part("aa")).toThrow(/two parts named aa/);
  });

  it("notices damaged content by its checksum", async () => {
    const bytes = zipSync({ a: strToU8("plain text") }, { level: 0 });
    const at = bytes.indexOf("p".charCodeAt(0), 30);
    bytes[at] = "P".charCodeAt(0);
    const opened = await openZip(bytes, "cv.docx");
    expect(() => opened.part("a")).toThrow(/does not match its checksum/);
  });

  it("says that a cut file was cut", async () => {
    const whole = zip({ a: "text ".repeat(1_000) });
    await expect(openZip(whole.subarray(0, whole.length - 30), "cv.docx")).rejects.toThrow(/cv\.docx is damaged.*cut/);
  });

  it("ends with a clear refusal for any damage, never with another error", async () => {
    const whole = zip({ "word/document.xml": "<w>text</w>".repeat(50), "[Content_Types].xml": "<t/>" });
    for (let at = 0; at < whole.length; at++) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      try {
        const opened = await openZip(bytes, "cv.docx");
        for (const name of opened.members.keys()) opened.part(name);
      } catch (error) {
        expect(error).toMatchObject({ name: "UserError", kind: "input", message: expect.stringContaining("cv.docx") });
      }
    }
  });
});
