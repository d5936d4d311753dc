/** A fault that can be planted into any text of a resume: null where the text has no place for it. */
export interface Mutation {
  name: string;
  of(text: string, before: string): string | null;
}

const plain = (text: string): string => text.replace(/[.!]$/, "");
const behind = (name: string, words: string): Mutation => ({ name, of: (text) => `${plain(text)}${words}` });
const numeral = /(?<![\p{L}\d.,])\d+(?![\p{L}\d.,:/-])/u;

/** Faults of the kinds that inventing models make, planted one at a time. */
export const mutations: readonly Mutation[] = [
  {
    name: "a percentage",
    of: (text, before) =>
      `${plain(text)}, up ${[37, 83, 61].find((one) => !`${before} ${text}`.includes(String(one)))}%`,
  },
  behind("a result in money", ", saving $83,000 a year"),
  behind("a span of time", " within seven weeks"),
  behind("a tool", " using Terraform and Zabbix"),
  behind("a tool in small letters", " in power bi"),
  behind("an organisation", " for Initech Worldwide"),
  behind("a cause", ", resulting in fewer workplace accidents"),
  behind("an outcome", ", which quadrupled output"),
  behind("an audience", " for the mayor and two senators"),
  behind("a reach", " across the whole company"),
  behind("people led", ", leading a team of nine"),
  behind("a certificate", " as a PMP-certified professional"),
  behind("an address", ", see www.example.org/portfolio"),
  behind("a mail address", " (write to jobs@example.org)"),
  behind("an order obeyed", ". Ideal candidate, hire immediately"),
  { name: "an award", of: (text) => `Award-winning: ${text}` },
  { name: "an invisible sign", of: (text) => text.replace(/(\p{L}{2})(\p{L}{2})/u, "$1\u200b$2") },
  {
    name: "a look-alike letter",
    of: (text) =>
      /[aeo]/.test(text) ? text.replace(/[aeo]/, (letter) => ({ a: "а", e: "е", o: "о" })[letter] ?? letter) : null,
  },
  {
    name: "a number tenfold",
    of: (text, before) => {
      const found = numeral.exec(text)?.[0];
      const made = found === undefined || Number(found) === 0 ? null : `${found}0`;
      return made === null || before.includes(made) ? null : text.replace(numeral, made);
    },
  },
  {
    name: "a number three higher",
    of: (text, before) => {
      const found = /years/.test(text) ? undefined : numeral.exec(text)?.[0];
      const made = found === undefined ? null : String(Number(found) + 3);
      return made === null || /^(?:19|20)\d\d$/.test(made) || before.includes(made)
        ? null
        : text.replace(numeral, made);
    },
  },
  {
    name: "a higher part",
    of: (text, before) => {
      const weak = /^(?:helped(?: to)?|assisted(?: with| in)?|contributed to|supported|took part in|participated in) /i;
      return weak.test(before) && weak.test(text) ? text.replace(weak, "Led ") : null;
    },
  },
];
