/** Anything but ASCII and the signs of typography: a text without it has no letter, mark or digit beyond ASCII. */
const beyondAscii =
  /[^\0-\x7f\u00a0-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2422\u2500-\u2775\u2794-\u27bf]/;

/** The ASCII members of the character properties that patterns ask for. */
const asciiMembers: ReadonlyMap<string, string> = new Map([
  ["L", "a-zA-Z"],
  ["Lu", "A-Z"],
  ["Ll", "a-z"],
  ["Lo", ""],
  ["M", ""],
  ["N", "0-9"],
  ["sc=Han", ""],
]);

/** Whether a text has letters, marks or digits beyond ASCII (or signs so rare that it is treated as if). */
export function hasOtherLetters(text: string): boolean {
  return beyondAscii.test(text);
}

/**
 * A pattern that asks for letters in any script, in the form that is right for a text and cheapest.
 *
 * Why: V8 compiles a pattern with \p{L} when it is first used, which takes 1 to 10 ms; for a text without letters beyond
 * ASCII the same pattern with a-z finds the same and takes a tenth.
 */
export function letterPattern(full: RegExp): (text: string) => RegExp {
  let plain: RegExp | null = null;
  return (text) => {
    if (hasOtherLetters(text)) return full;
    plain ??= new RegExp(asciiSource(full.source), full.flags.replace("u", ""));
    return plain;
  };
}

/** The source of a pattern for texts without letters beyond ASCII, to be compiled without the flag u. */
export function asciiSource(source: string): string {
  let inClass = false;
  return source.replace(/\\p\{([^}]+)\}|\\.|[[\]]/g, (part, property?: string) => {
    if (property === undefined) {
      if (part === "[") inClass = true;
      else if (part === "]") inClass = false;
      return part;
    }
    const members = asciiMembers.get(property);
    if (members === undefined) throw new Error(`no ASCII form of \\p{${property}}`);
    return inClass ? members : `[${members}]`;
  });
}
