/** Text with the encoding it was written in. */
export interface DecodedText {
  text: string;
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh" | "gb18030" | "windows-1251";
}

/**
 * Bytes 0x80–0x9F of Windows-1252.
 *
 * Why: Node 20's TextDecoder maps them to control characters, which loses curly quotes, dashes and the euro sign.
 */
const windows1252 = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

/** How many bytes the guesses look at; more would not change them. */
const sampleSize = 200_000;

/** The text of the bytes, without a byte order mark; never fails, since every byte sequence is valid Windows-1252. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: utf16(bytes.subarray(2), "utf-16le"), encoding: "utf-16le" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: utf16(bytes.subarray(2), "utf-16be"), encoding: "utf-16be" };
  const wide = wideOrder(bytes);
  if (wide !== null) return { text: utf16(bytes, wide), encoding: wide };
  const strict = strictly(bytes, "utf-8");
  if (strict !== null) return { text: strict, encoding: "utf-8" };
  if (hasUtf8Mark(bytes)) return { text: new TextDecoder("utf-8").decode(bytes), encoding: "utf-8" };
  return oneByte(bytes);
}

/** The text of the bytes in an encoding named by a page (`<meta charset>`); falls back to guessing where it is unknown or wrong. */
export function decodeAs(bytes: Uint8Array, label: string): string {
  const name = label.trim().toLowerCase();
  if (/^(windows-1252|cp1252|iso-?8859-1|latin-?1|us-ascii|ascii)$/.test(name)) {
    return strictly(bytes, "utf-8") ?? decodeWindows1252(bytes);
  }
  return decoderKnows(name) ? (strictly(bytes, name) ?? decodeText(bytes).text) : decodeText(bytes).text;
}

function decoderKnows(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function utf16(bytes: Uint8Array, order: "utf-16le" | "utf-16be"): string {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return new TextDecoder(order).decode(even);
}

/** UTF-16 without a mark shows in Latin text as a NUL in every second byte. */
function wideOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 4_000);
  if (sample.length < 4) return null;
  const nuls = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const many = sample.length / 2 / 3;
  if (odd > many && even < odd / 10) return "utf-16le";
  if (even > many && odd < even / 10) return "utf-16be";
  return null;
}

function decodeWindows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder("latin1").decode(bytes);
  return latin.replace(/[\u0080-\u009f]/g, (char) => windows1252[char.charCodeAt(0) - 0x80] ?? "\uFFFD");
}

function oneByte(bytes: Uint8Array): DecodedText {
  const sample = bytes.subarray(0, sampleSize);
  const high = sample.filter((byte) => byte >= 0x80).length;
  if (high > sample.length / 4) {
    const chinese = strictly(bytes, "gb18030");
    if (chinese !== null && share(chinese, /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]/g) > 0.8) {
      return { text: chinese, encoding: "gb18030" };
    }
    const cyrillic = new TextDecoder("windows-1251").decode(bytes);
    if (share(cyrillic, /[а-яёА-ЯЁ«»–—№]/g) > 0.9) return { text: cyrillic, encoding: "windows-1251" };
  }
  const windows = decodeWindows1252(bytes);
  const mac = new TextDecoder("macintosh").decode(bytes);
  return plausibility(mac) > plausibility(windows)
    ? { text: mac, encoding: "macintosh" }
    : { text: windows, encoding: "windows-1252" };
}

/** Share of the characters beyond ASCII that match. */
function share(text: string, pattern: RegExp): number {
  const beyond = text.match(/[^\x00-\x7f]/g)?.length ?? 0;
  return beyond === 0 ? 0 : (text.match(pattern)?.length ?? 0) / beyond;
}

/** How well the characters beyond ASCII fit their neighbours: small letters inside words, marks at their edges. */
function plausibility(text: string): number {
  let score = 0;
  for (const match of text.matchAll(/(.?)([^\x00-\x7f])(?=(.?))/gsu)) {
    const [, before = "", char = "", after = ""] = match;
    const inWord = /\p{Ll}/u.test(before) || (/\p{L}/u.test(before) && /\p{Ll}/u.test(after));
    if (/[\uFFFD\u0080-\u009f]/.test(char)) score -= 3;
    else if (/\p{Ll}/u.test(char)) score += 1;
    else if (/\p{Lu}/u.test(char)) score += inWord ? -1 : 0.5;
    else if (/[‘’“”–—•…€«»£°·\u00a0]/.test(char)) score += 0.7;
    else score -= 1;
  }
  return score;
}
