import { UserError } from "../errors.js";

/** Most members a document's zip may have. */
const memberLimit = 2_000;
/** Most bytes that all parts read from one zip may have together when inflated. */
const inflatedLimit = 50 * 1024 * 1024;

/** One file inside a zip, as the zip's directory describes it. */
export interface ZipMember {
  /** 0 stored, 8 deflated; nothing else can be read here. */
  method: number;
  encrypted: boolean;
  crc: number;
  packedSize: number;
  size: number;
  /** Offset of the local header. */
  at: number;
  /** Another member has the same name, so that readers disagree on which one counts. */
  doubled: boolean;
}

/** A zip whose parts are inflated when asked for, within the limits above. */
export interface Zip {
  members: ReadonlyMap<string, ZipMember>;
  /** The bytes of a member, null where there is none; UserError "input" where it is damaged, encrypted or swells past the limit. */
  part(name: string): Uint8Array | null;
}

/** How a part is unpacked. node's own is handed in where there is one: it takes a tenth of the time of the portable one. */
export interface Unpack {
  /** The bytes of a deflated part; null where they are more than `size`. */
  inflate(packed: Uint8Array, size: number): Uint8Array | null;
  crc32(bytes: Uint8Array): number;
}

const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const localMark = 0x04034b50;
const seeExtra = 0xffffffff;

/** Whether the bytes begin as a zip does. */
export function looksZipped(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7);
}

/** The members by name, with forward slashes; UserError "input" where the directory is missing, broken or far too long. */
export function zipMembers(bytes: Uint8Array, name: string): Map<string, ZipMember> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end < 0) throw damaged(name, "its zip directory is missing, as in a file that was cut");
  const count = view.getUint16(end + 10, true);
  if (count > memberLimit) throw hostile(name, `it holds ${count} parts, a document has at most ${memberLimit}`);
  const size = view.getUint32(end + 12, true);
  const shift = Math.max(0, end - size - view.getUint32(end + 16, true));
  const members = new Map<string, ZipMember>();
  let at = end - size;
  for (let i = 0; i < count; i++) {
    if (at < 0 || at + 46 > end || view.getUint32(at, true) !== directoryMark) {
      throw damaged(name, "its zip directory is broken");
    }
    const nameSize = view.getUint16(at + 28, true);
    const extraSize = view.getUint16(at + 30, true);
    const memberName = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize)).replaceAll("\\", "/");
    const member = memberAt(view, at, extraSize, shift);
    members.set(memberName, { ...member, doubled: members.has(memberName) });
    at += 46 + nameSize + extraSize + view.getUint16(at + 32, true);
  }
  return members;
}

/** A zip ready for reading; `name` is the file's, for errors. */
export async function openZip(bytes: Uint8Array, name: string, unpack?: Unpack): Promise<Zip> {
  const { inflate, crc32 } = unpack ?? (await portableUnpack());
  const members = zipMembers(bytes, name);
  let budget = inflatedLimit;

  function inflated(packed: Uint8Array, size: number): Uint8Array {
    const out = inflate(packed, size);
    if (out === null) throw hostile(name, "a part is larger than its zip says");
    if (out.length !== size) throw hostile(name, "a part is smaller than its zip says");
    return out;
  }

  function part(partName: string): Uint8Array | null {
    const member = members.get(partName);
    if (member === undefined) return null;
    if (member.encrypted) throw locked(name);
    if (member.doubled) throw hostile(name, `it holds two parts named ${partName}`);
    if (member.method !== 0 && member.method !== 8) throw damaged(name, `${partName} is packed in an unknown way`);
    budget -= member.size;
    if (budget < 0) throw hostile(name, `its text would take more than ${inflatedLimit / 1024 / 1024} MB`);
    const packed = packedBytes(bytes, member);
    if (packed === null) throw damaged(name, `${partName} lies outside the file`);
    const content = member.method === 0 ? packed : inflateOrFail(() => inflated(packed, member.size), name, partName);
    if (crc32(content) !== member.crc) throw damaged(name, `${partName} does not match its checksum`);
    return content;
  }

  return { members, part };
}

function inflateOrFail(inflate: () => Uint8Array, name: string, partName: string): Uint8Array {
  try {
    return inflate();
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw damaged(name, `${partName} cannot be unpacked`, cause);
  }
}

function packedBytes(bytes: Uint8Array, member: ZipMember): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (member.at + 30 > bytes.length || view.getUint32(member.at, true) !== localMark) return null;
  const start = member.at + 30 + view.getUint16(member.at + 26, true) + view.getUint16(member.at + 28, true);
  const end = start + member.packedSize;
  return end <= bytes.length ? bytes.subarray(start, end) : null;
}

/** The end record stands in the last 64 KB, before a comment. */
function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === endMark) return at;
  return -1;
}

function memberAt(view: DataView, at: number, extraSize: number, shift: number): Omit<ZipMember, "doubled"> {
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const nameSize = view.getUint16(at + 28, true);
  const [size = 0, packedSize = 0, header = 0] = largeSizes(view, at + 46 + nameSize, extraSize, sizes);
  return {
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    at: header + shift,
  };
}

/** Sizes from the zip64 extra field, which some writers use for small files too (APPNOTE 4.5.3). */
function largeSizes(view: DataView, from: number, extraSize: number, sizes: number[]): number[] {
  if (!sizes.includes(seeExtra)) return sizes;
  const end = Math.min(from + extraSize, view.byteLength);
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return sizes.map((size) => {
      if (size !== seeExtra || next + 8 > end) return size;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return sizes;
}

/** Unpacking without node; a part that swells past its size is stopped on the way. */
async function portableUnpack(): Promise<Unpack> {
  const { Inflate } = await import("fflate");
  const table = Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c;
  });
  return {
    inflate: (packed, size) => {
      const out = new Uint8Array(size);
      let filled = 0;
      const stream = new Inflate((chunk) => {
        if (filled + chunk.length <= size) out.set(chunk, filled);
        filled += chunk.length;
      });
      const step = 16 * 1024;
      for (let at = 0; at < packed.length && filled <= size; at += step)
        stream.push(packed.subarray(at, at + step), at + step >= packed.length);
      return filled > size ? null : out.subarray(0, filled);
    },
    crc32: (bytes) => {
      let crc = -1;
      for (const byte of bytes) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
      return (crc ^ -1) >>> 0;
    },
  };
}

function damaged(name: string, reason: string, cause?: unknown): UserError {
  const hint = "Open it in a word processor, save it again as .docx, and try with the new file.";
  return new UserError("input", `${name} is damaged: ${reason}.`, hint, cause);
}

function hostile(name: string, reason: string): UserError {
  const hint = "If you trust the file, open it in a word processor, save it again as .docx, and try with the new file.";
  return new UserError("input", `${name} was refused: ${reason}.`, hint);
}

function locked(name: string): UserError {
  const hint = "Open it with its password, save it without one, and try again.";
  return new UserError("input", `${name} is protected by a password.`, hint);
}
