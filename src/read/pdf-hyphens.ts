/** First halves that are joined to a word with a hyphen that is meant. */
const firstHalves =
  /(?:^|[^\p{L}])(?:cross|self|well|co|non|full|front|back|high|low|long|short|multi|real|third|first|second|end|large|small|data|user|cost|time|hands|decision|problem|full|part|post|pre|state|best|in|on|off|up|e|open|object|client|customer|team|award|day|face|peer|point|step|follow|start|double|single|two|three|four|five|six|ten)$/iu;
/** Second halves that follow a hyphen that is meant. */
const secondHalves =
  /^(?:driven|based|oriented|facing|functional|level|time|end|solving|friendly|scale|quality|performance|to|by|of|in|on|up|term|wide|party|site|line|stack|ready|native|first|source|making|related|specific|side|house|effective|efficient|critical|class|year|month|week|day|the|and|as|a)(?!\p{L})/iu;

/**
 * Two halves of text at a line's end put together: the hyphen goes where it only broke a word, stays where it belongs to it.
 *
 * `known` says whether the document has a word elsewhere, in lower case.
 */
export function joinHyphen(before: string, after: string, known: (word: string) => boolean): string {
  const left = /[\p{L}\p{M}]+(?=[-\u2010\u00ad]$)/u.exec(before)?.[0];
  const right = /^\p{Ll}[\p{L}\p{M}]*/u.exec(after)?.[0];
  if (left === undefined || right === undefined) return before + after;
  const whole = (left + right).toLowerCase();
  const hyphened = `${left}-${right}`.toLowerCase();
  if (known(hyphened)) return before + after;
  if (known(whole) || before.endsWith("\u00ad")) return before.slice(0, -1) + after;
  if (/-\p{L}+-$/u.test(before) || firstHalves.test(before.slice(0, -1)) || secondHalves.test(after))
    return before + after;
  if (known(left.toLowerCase()) && known(right.toLowerCase()) && right.length > 3) return before + after;
  return before.slice(0, -1) + after;
}

/** Words and hyphenated words of a text, in lower case, without those cut at the end of a print line. */
export function wordSet(texts: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const text of texts) {
    const whole = text.replace(/[\p{L}\p{M}]+[-\u2010\u00ad]$/u, "").toLowerCase();
    for (const word of whole.match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []) found.add(word);
  }
  return found;
}
