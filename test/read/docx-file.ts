import { strToU8, zipSync } from "fflate";

/** Namespaces every small document of the tests declares. */
const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(" ");

const relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A part's markup around its content: part("hdr", "<w:p/>"). */
export function part(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${namespaces}>${content}</w:${root}>`;
}

/** A paragraph of runs of plain text, with properties where given. */
export function p(text: string, properties = "", runProperties = ""): string {
  const pPr = properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`;
  const rPr = runProperties === "" ? "" : `<w:rPr>${runProperties}</w:rPr>`;
  return `<w:p>${pPr}<w:r>${rPr}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A table of rows of cells of blocks. */
export function table(rows: string[][], widths: number[] = []): string {
  const cell = (content: string, i: number) =>
    `<w:tc><w:tcPr>${widths[i] === undefined ? "" : `<w:tcW w:w="${widths[i]}" w:type="dxa"/>`}</w:tcPr>${content}</w:tc>`;
  return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** A text box anchored at a place in points, as Word writes it: once for new readers, once for old ones. */
export function textBox(content: string, [left, top, width, height]: [number, number, number, number]): string {
  const units = (points: number) => Math.round(points * 12_700);
  const body = `<w:txbxContent>${content}</w:txbxContent>`;
  return (
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>` +
    `<wp:positionH relativeFrom="column"><wp:posOffset>${units(left)}</wp:posOffset></wp:positionH>` +
    `<wp:positionV relativeFrom="paragraph"><wp:posOffset>${units(top)}</wp:posOffset></wp:positionV>` +
    `<wp:extent cx="${units(width)}" cy="${units(height)}"/><wp:docPr id="1" name="box"/>` +
    `<a:graphic><a:graphicData><wps:wsp><wps:spPr/><wps:txbx>${body}</wps:txbx></wps:wsp></a:graphicData></a:graphic>` +
    `</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${body}</v:textbox></v:shape></w:pict></mc:Fallback>` +
    `</mc:AlternateContent></w:r>`
  );
}

/** What a small DOCX file may be made of; each is content, not a whole part. */
export interface DocxContent {
  body: string;
  styles?: string;
  numbering?: string;
  headers?: string[];
  footers?: string[];
  footnotes?: string;
  settings?: string;
  /** Addresses by relationship id. */
  links?: Record<string, string>;
  /** Other members by path, replacing what the builder made. */
  members?: Record<string, string | Uint8Array>;
}

/** The bytes of a small DOCX file; header i has relationship id "h0", "h1", …, footer i "f0", … */
export function docxOf(content: DocxContent | string): Uint8Array {
  const {
    body,
    styles,
    numbering,
    headers = [],
    footers = [],
    footnotes,
    settings,
    links = {},
    members = {},
  } = typeof content === "string" ? { body: content } : content;
  const relations: string[] = [];
  const files: Record<string, Uint8Array> = {};
  const add = (id: string, type: string, name: string, markup: string | undefined) => {
    if (markup === undefined) return;
    relations.push(`<Relationship Id="${id}" Type="${relationType}/${type}" Target="${name}"/>`);
    files[`word/${name}`] = strToU8(markup);
  };
  add("s", "styles", "styles.xml", styles && part("styles", styles));
  add("n", "numbering", "numbering.xml", numbering && part("numbering", numbering));
  add("t", "settings", "settings.xml", settings && part("settings", settings));
  add("fn", "footnotes", "footnotes.xml", footnotes && part("footnotes", footnotes));
  for (const [i, markup] of headers.entries()) add(`h${i}`, "header", `header${i}.xml`, part("hdr", markup));
  for (const [i, markup] of footers.entries()) add(`f${i}`, "footer", `footer${i}.xml`, part("ftr", markup));
  for (const [id, url] of Object.entries(links)) {
    relations.push(`<Relationship Id="${id}" Type="${relationType}/hyperlink" Target="${url}" TargetMode="External"/>`);
  }
  const list = (entries: string[]) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join("")}</Relationships>`,
    );
  const made = {
    "[Content_Types].xml": strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    "_rels/.rels": list([`<Relationship Id="r" Type="${relationType}/officeDocument" Target="word/document.xml"/>`]),
    "word/document.xml": strToU8(part("document", `<w:body>${body}</w:body>`)),
    "word/_rels/document.xml.rels": list(relations),
    ...files,
  };
  const extra = Object.entries(members).map(([path, data]) => [path, typeof data === "string" ? strToU8(data) : data]);
  return zipSync({ ...made, ...Object.fromEntries(extra) }, { level: 6 });
}
