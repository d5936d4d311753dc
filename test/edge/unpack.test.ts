import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { nodeUnpack } from "../../src/edge/unpack.js";
import { openZip } from "../../src/read/zip.js";

const text = "abc ".repeat(5_000);
const zip = zipSync({ a: strToU8(text), empty: new Uint8Array(0) });

/** The zip with another size of its first part in both of its headers, or with a byte of the packed part spoilt. */
function lying(size: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  view.setUint32(22, size, true);
  const directory = Array.from(copy.keys()).find((at) => at > 30 && view.getUint32(at, true) === 0x02014b50) ?? 0;
  view.setUint32(directory + 24, size, true);
  return copy;
}

describe.each([
  ["node's unpacking", nodeUnpack],
  ["the portable unpacking", undefined],
])("with %s, a zip", (_name, unpack) => {
  it("gives the bytes of its parts", async () => {
    const opened = await openZip(zip, "cv.docx", unpack);
    expect(new TextDecoder().decode(opened.part("a") ?? undefined)).toBe(text);
    expect(opened.part("empty")?.length).toBe(0);
  });

  it.each([
    [10, /refused: a part is larger than its zip says/],
    [90_000, /refused: a part is smaller than its zip says/],
  ])("that says %i of its part is refused", async (size, message) => {
    const opened = await openZip(lying(size), "cv.docx", unpack);
    expect(() => opened.part("a")).toThrow(message);
  });

  it("whose part is spoilt is damaged", async () => {
    const spoilt = zip.slice();
    spoilt.fill(0xff, 31, 45);
    const opened = await openZip(spoilt, "cv.docx", unpack);
    expect(() => opened.part("a")).toThrow(/damaged: a (cannot be unpacked|does not match its checksum)/);
  });
});
