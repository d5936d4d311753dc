/** A string drawn on a made page: place in points from the top left corner, and what goes before it in the stream. */
export interface Drawn {
  text: string;
  x: number;
  y: number;
  size?: number;
  bold?: boolean;
  /** PDF operators in front of the text: "3 Tr", "1 1 1 rg". */
  state?: string;
}

const width = 612;
const height = 792;

/** The bytes of a PDF with one page for each list of strings, set in Helvetica. */
export function madePdf(pages: readonly (readonly Drawn[])[]): Uint8Array {
  const first = 5;
  const kids = pages.map((_, i) => `${first + i * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((strings, i) => {
      const content = strings.map(drawing).join("\n");
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${first + i * 2 + 1} 0 R ` +
          "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\n`;
  text += `startxref\n${text.lastIndexOf("xref\n0 ")}\n%%EOF\n`;
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}

function drawing({ text, x, y, size = 10, bold = false, state = "" }: Drawn): string {
  const escaped = text
    .replace(/[\\()]/g, "\\$&")
    .replace(/•/g, "\\225")
    .replace(/–/g, "\\226");
  return `q ${state} BT /F${bold ? 2 : 1} ${size} Tf ${x} ${height - y} Td (${escaped}) Tj ET Q`;
}
