/** How a piece of text stands against what is behind it. */
export interface Contrast {
  text: string;
  ink: string;
  behind: string;
  /** As WCAG 2.2 computes it: 1 to 21. */
  ratio: number;
}

/** Runs in the page: the contrast of every text that is shown, buttons and list marks with it. */
export function contrasts(): Contrast[] {
  const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
  const light = (color: string): number => {
    const [r = 0, g = 0, b = 0] = channels(color).map((v) => {
      const part = v / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behindOf = (node: Element | null): string => {
    if (node === null) return "rgb(255, 255, 255)";
    const color = getComputedStyle(node).backgroundColor;
    return channels(color)[3] === 0 ? behindOf(node.parentElement) : color;
  };
  const isShown = (node: Element): boolean => node.getClientRects().length > 0 && !node.matches("script, style");
  const found: Contrast[] = [];
  for (const node of document.body.querySelectorAll("*")) {
    const own = [...node.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE);
    const text = own.map(({ textContent }) => textContent?.trim() ?? "").join(" ");
    if (text === "" || !isShown(node)) continue;
    const behind = behindOf(node);
    const inks = [
      getComputedStyle(node).color,
      ...(node.matches("li") ? [getComputedStyle(node, "::marker").color] : []),
    ];
    for (const ink of inks) {
      const [a, b] = [light(ink), light(behind)];
      found.push({ text, ink, behind, ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) });
    }
  }
  return found;
}

/** Runs in the page: the levels of its headings, in order. */
export const headingLevels = (): number[] =>
  [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ tagName }) => Number(tagName.slice(1)));

/** Runs in the page: shown text outside of every landmark, landmarks without a name, and how many main parts there are. */
export function landmarks(): { outside: string[]; nameless: string[]; mains: number } {
  const named = [...document.querySelectorAll("section[aria-labelledby], [role=region]")];
  const nameOf = (node: Element): string =>
    node.getAttribute("aria-label") ??
    document.getElementById(node.getAttribute("aria-labelledby") ?? "")?.textContent ??
    "";
  const parts = [...document.body.children].filter((node) => !node.matches("script"));
  return {
    outside: parts.filter((node) => !node.matches("main, [role=region]")).map(({ outerHTML }) => outerHTML),
    nameless: named.filter((node) => nameOf(node).trim() === "").map(({ outerHTML }) => outerHTML),
    mains: document.querySelectorAll("main").length,
  };
}
