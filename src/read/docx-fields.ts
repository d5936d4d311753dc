/** A field between its begin and end marks, which may stand paragraphs apart. */
export interface OpenField {
  instruction: string;
  /** Past its separator, where the result stands that the page shows. */
  showing: boolean;
}

/** Addresses that a resume or posting may link to; scripts and local files are none. */
const address = /^(https?:|mailto:|tel:|sms:|skype:|xmpp:|ftp:|www\.)/i;

/** A link's address, or null where it is empty, a script, a local file or a place inside the document. */
export function usableAddress(url: string): string | null {
  const trimmed = url.trim();
  if (address.test(trimmed)) return trimmed;
  return /^[a-z][a-z0-9+.-]*:/i.test(trimmed) || !/^[\w-]+(\.[\w-]+)+(\/|$)/.test(trimmed) ? null : trimmed;
}

/** The address a HYPERLINK instruction leads to, null for other fields and places inside the document. */
export function fieldAddress(instruction: string): string | null {
  const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|(?!\\)(\S+))/i.exec(instruction);
  return found === null ? null : usableAddress(found[1] ?? found[2] ?? "");
}

/** Whether the field counts pages, so that its result says nothing about the person. */
export function countsPages(instruction: string): boolean {
  return /^\s*(PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(instruction);
}
