import { createHash } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import { afterEach, describe, expect, it } from "vitest";
import { type ContainedReader, readerEdge } from "../../src/edge/reader.js";

let reader: ContainedReader = readerEdge();
afterEach(async () => {
  await reader.close();
  reader = readerEdge();
});

const good = {
  name: "cv.txt",
  bytes: Buffer.from("Rosa Blum\nrosa@example.com\n\nWORK HISTORY\n- Cooked for eighty guests a day"),
};

describe("readerEdge", () => {
  it("reads in its worker and adds the hash of the bytes", async () => {
    const document = await reader.resume(good);
    expect(document.sha256).toBe(createHash("sha256").update(good.bytes).digest("hex"));
    expect(document.lines.map((line) => line.text)).toEqual([
      "Rosa Blum",
      "rosa@example.com",
      "WORK HISTORY",
      "Cooked for eighty guests a day",
    ]);
  });

  it("reads many files asked for at once, each its own", async () => {
    const names = Array.from({ length: 8 }, (_, n) => `Person number ${n} of the eight that apply for this very job`);
    const documents = await Promise.all(
      names.map((text, n) => reader.resume({ name: `${n}.txt`, bytes: Buffer.from(text) })),
    );
    expect(documents.map(({ lines }) => lines[0]?.text)).toEqual(names);
  });

  it("hands over the failures of the readers as they are", async () => {
    await expect(reader.resume({ name: "short.txt", bytes: Buffer.from("Rosa") })).rejects.toMatchObject({
      name: "UserError",
      kind: "input",
      message: "short.txt holds only 4 characters of text; a resume needs at least 50.",
    });
  });

  it("ends a reading that takes too long, and reads on with a new worker", async () => {
    reader = readerEdge({ ms: 400, extraMb: 2_000 });
    await expect(reader.resume({ name: "forms.pdf", bytes: nestedForms() })).rejects.toMatchObject({
      kind: "input",
      message: "forms.pdf took longer than 0.4 s to read, so reading was stopped.",
    });
    await reader.close();
    reader = readerEdge();
    expect((await reader.resume(good)).lines).toHaveLength(4);
  });

  it("ends a reading that takes too much memory", async () => {
    reader = readerEdge({ ms: 20_000, extraMb: 12 });
    await expect(reader.resume({ name: "forms.pdf", bytes: nestedForms() })).rejects.toMatchObject({
      kind: "input",
      message: expect.stringContaining("more memory"),
    });
  });

  it("ends at once when the user interrupts, and does not begin once interrupted", async () => {
    const controller = new AbortController();
    const reason = new Error("interrupted");
    const attempt = reader.resume({ name: "forms.pdf", bytes: nestedForms() }, controller.signal);
    setTimeout(() => controller.abort(reason), 100);
    await expect(attempt).rejects.toBe(reason);
    await expect(reader.resume(good, controller.signal)).rejects.toBe(reason);
  });

  it.each([
    ["a DOCX that unpacks to 400 MB", "bomb.docx", () => bomb()],
    ["a PDF of forms within forms", "forms.pdf", () => nestedForms()],
    ["HTML nested 100,000 deep", "deep.html", () => Buffer.from(`<!doctype html><html>${"<div>".repeat(100_000)}text`)],
    ["JSON nested a million deep", "deep.json", () => Buffer.from("[".repeat(1_000_000) + "]".repeat(1_000_000))],
    ["a DOCX that is no zip", "no.docx", () => Buffer.from("Rosa Blum\nrosa@example.com\n")],
  ])("survives %s", async (_name, name, bytes) => {
    reader = readerEdge({ ms: 4_000, extraMb: 352 });
    await expect(reader.resume({ name, bytes: bytes() })).rejects.toMatchObject({
      name: "UserError",
      kind: "input",
      message: expect.stringContaining(name),
    });
    expect((await reader.resume(good)).lines).toHaveLength(4);
  });

  it("leaves nothing of the environment to the worker and lets the process end", async () => {
    const { spawnSync } = await import("node:child_process");
    const script = `const { readerEdge } = await import(${JSON.stringify(new URL("../../dist/edge/reader.js", import.meta.url).href)});
      const reader = readerEdge(); reader.warm();
      const { lines } = await reader.resume({ name: "cv.txt", bytes: Buffer.from(${JSON.stringify(good.bytes.toString())}) });
      console.log(lines.length);`;
    const { stdout, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
      timeout: 30_000,
    });
    expect([stdout.trim(), status]).toEqual(["4", 0]);
  });
});

/** A Word file of half a megabyte whose document unpacks to 400 MB. */
function bomb(): Uint8Array {
  const document = new Uint8Array(400 * 1024 * 1024).fill(32);
  document.set(
    strToU8(
      '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>',
    ),
  );
  const types = strToU8(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  );
  return zipSync({ "[Content_Types].xml": types, "word/document.xml": document }, { level: 1 });
}

/** A PDF of 5 KB whose page draws a form that draws a form … ten times each: ten to the twelfth words. */
function nestedForms(): Uint8Array {
  const depth = 12;
  const objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"];
  objects.push(
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>/Font<</A 6 0 R>>>>>>",
  );
  objects.push(stream("", "/F Do"));
  objects.push(form(7, depth > 0), "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  for (let n = 0; n < depth; n++) objects.push(form(8 + n, n < depth - 1));
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join("");
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF\n`);

  function form(next: number, goesOn: boolean): string {
    const resources = `/Resources<</XObject<</F ${next} 0 R>>/Font<</A 6 0 R>>>>`;
    const content = goesOn ? "/F Do ".repeat(10) : "BT /A 12 Tf (word) Tj ET";
    return stream(`/Type/XObject/Subtype/Form/BBox[0 0 612 792]${resources}`, content);
  }
  function stream(entries: string, content: string): string {
    return `<<${entries}/Length ${content.length}>>stream\n${content}\nendstream`;
  }
}
