import { describe, expect, it } from "vitest";
import { decodeAs, decodeText } from "../../src/read/encoding.js";

const text = "Zoë — 5 € “quoted” résumé";
const utf16 = (order: "le" | "be", mark: boolean) => {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};
const windows = Buffer.from("Zo\xeb \x97 5 \x80 \x93quoted\x94 r\xe9sum\xe9", "latin1");
const mac = Buffer.from("Zo\x91 \xd1 5 \xdb \xd2quoted\xd3 r\x8esum\x8e", "latin1");

describe("decodeText", () => {
  it.each([
    ["UTF-8", Buffer.from(text), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`), "utf-8"],
    ["UTF-16 little endian with a mark", utf16("le", true), "utf-16le"],
    ["UTF-16 big endian with a mark", utf16("be", true), "utf-16be"],
    ["UTF-16 little endian", utf16("le", false), "utf-16le"],
    ["UTF-16 big endian", utf16("be", false), "utf-16be"],
    ["Windows-1252", windows, "windows-1252"],
    ["Mac Roman", mac, "macintosh"],
  ])("reads %s", (_name, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it("tells Chinese and Russian one-byte texts from Western ones", () => {
    const chinese = Buffer.from([0xb9, 0xa4, 0xd7, 0xf7, 0xbe, 0xad, 0xd1, 0xe9, 0x0a]);
    expect(decodeText(chinese).text).toBe("工作经验\n");
    const russian = Buffer.from([0xce, 0xef, 0xfb, 0xf2, 0x20, 0xf0, 0xe0, 0xe1, 0xee, 0xf2, 0xfb]);
    expect(decodeText(russian).text).toBe("Опыт работы");
  });

  it("reads bytes 80 to 9f as Windows-1252 where a page says latin1", () => {
    expect(decodeAs(windows, "ISO-8859-1")).toBe(text);
  });

  it("falls back to guessing where a page names an encoding that does not exist or does not fit", () => {
    expect(decodeAs(windows, "x-unknown")).toBe(text);
    expect(decodeAs(windows, "utf-8")).toBe(text);
  });
});
