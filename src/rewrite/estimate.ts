const charactersPerToken = 4;

/** About how many tokens a text has: four characters each, close enough before a request; `usage` is exact after it. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / charactersPerToken);
}
