import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The earliest time a zip can hold; every package carries it, so that equal documents are equal bytes. */
const NO_TIME = "1980-01-01T00:00:00";

/** The package with its own core properties and nothing in it that differs from run to run (times, random relation ids). */
export function repack(docx: Uint8Array, core: { title: string; language: string }): Uint8Array {
  const parts = unzipSync(docx);
  parts["docProps/core.xml"] = strToU8(coreProperties(core));
  renameRelations(parts);
  nameStyles(parts);
  const types = "[Content_Types].xml";
  const files = Object.entries(parts).filter(([name]) => !name.endsWith("/"));
  const sorted = files.sort(([a], [b]) => Number(b === types) - Number(a === types));
  return zipSync(Object.fromEntries(sorted), { mtime: NO_TIME, level: 6 });
}

function coreProperties({ title, language }: { title: string; language: string }): string {
  const escaped = title.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const types = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties ${types.join(" ")}><dc:title>${escaped}</dc:title><dc:creator>resumelaw</dc:creator>`,
    `<cp:lastModifiedBy>resumelaw</cp:lastModifiedBy><dc:language>${language}</dc:language></cp:coreProperties>`,
  ].join("");
}

/** The docx package draws relation ids of links at random; here they are numbered in the order of the text. */
function renameRelations(parts: Record<string, Uint8Array>): void {
  const [part, relations] = ["word/document.xml", "word/_rels/document.xml.rels"];
  const [body, rels] = [parts[part], parts[relations]];
  if (!body || !rels) return;
  const names = new Map<string, string>();
  const text = strFromU8(body).replace(/(<w:hyperlink [^>]*?r:id=")([^"]+)"/g, (_, start: string, id: string) => {
    if (!names.has(id)) names.set(id, `link${names.size + 1}`);
    return `${start}${names.get(id)}"`;
  });
  parts[part] = strToU8(text);
  parts[relations] = strToU8(
    strFromU8(rels).replace(/ Id="([^"]+)"/g, (whole, id: string) =>
      names.has(id) ? ` Id="${names.get(id)}"` : whole,
    ),
  );
}

/** The two styles that all others rest on; the docx package leaves them out, and readers then take no style for what it is. */
const ROOT_STYLES = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
].join("");

/** Built-in styles under the names that Word itself gives them, by which other readers know a heading. */
function nameStyles(parts: Record<string, Uint8Array>): void {
  const styles = parts["word/styles.xml"];
  if (!styles) return;
  const named = strFromU8(styles)
    .replace(/<w:name w:val="Heading (\d)"\/>/g, '<w:name w:val="heading $1"/>')
    .replace("</w:docDefaults>", `</w:docDefaults>${ROOT_STYLES}`);
  parts["word/styles.xml"] = strToU8(named);
}
