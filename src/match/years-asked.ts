const asked =
  /(?<![\p{L}\p{N}$€£.-])(\d{1,2})\s*(?:\(\s*\d{1,2}\s*\)\s*)?\+?(?:\s*(?:[-–]|to|bis|à)\s*\d{1,2}\s*\+?)?\s*(?:years?|yrs?|jahren?|ans|années|años|år)(?![\p{L}-])/iu;

/** The years a demand names in figures, the smaller of a range; null for none. The words for them were read with the posting. */
export function plainYears(text: string): number | null {
  const years = asked.exec(text)?.[1];
  return years === undefined || Number(years) === 0 || Number(years) > 40 ? null : Number(years);
}
