import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributesIn, scanXml } from "../../src/read/xml-scan.js";

/** What a scan tells, as one readable line: <a x=1> 'text' </a>. */
function told(text: string): string {
  const heard: string[] = [];
  const open: string[] = [];
  scanXml(text, {
    open(name, attributes) {
      open.push(name);
      heard.push(
        `<${[name, ...Object.entries(attributesIn(attributes)).map(([key, value]) => `${key}=${value}`)].join(" ")}>`,
      );
    },
    text: (piece) => heard.push(`'${piece}'`),
    close: () => heard.push(`</${open.pop()}>`),
  });
  return heard.join(" ");
}

describe("scanXml", () => {
  it.each([
    ["elements, attributes and text", `<a x="1" y='2'>hi<b/></a>`, "<a x=1 y=2> 'hi' <b> </b> </a>"],
    ["blanks wherever XML allows them", `<a\n x = "1"\t><b /></a >`, "<a x=1> <b> </b> </a>"],
    ["signs of markup inside attribute values", `<a x="a>b/" y='"'/>`, `<a x=a>b/ y="> </a>`],
    ["the five entities and numbers", "<a x='&quot;&amp;'>&lt;&#65;&#x42;&apos;&gt;</a>", "<a x=\"&> '<AB'>' </a>"],
    ["entities it does not know as they stand", "<a>&bomb; &#9999999; & b</a>", "<a> '&bomb; &#9999999; & b' </a>"],
    ["an entity written twice once only", "<a>&amp;lt;</a>", "<a> '&lt;' </a>"],
    [
      "comments, instructions and declarations as nothing",
      "<?xml version='1.0'?><!DOCTYPE d><!-- <x> --><a/><?p <y> ?>",
      "<a> </a>",
    ],
    ["a declaration with its own entities as nothing", `<!DOCTYPE d [<!ENTITY e "<z>">]><a/>`, "<a> </a>"],
    ["CDATA as text", "<a><![CDATA[<b>&amp;]]></a>", "<a> '<b>&amp;' </a>"],
    ["text outside of the root as nothing", "x<a/>y", "<a> </a>"],
    ["elements left open as closed at the end", "<a><b>hi", "<a> <b> 'hi' </b> </a>"],
    ["elements closed with their parent", "<a><b>hi</a>", "<a> <b> 'hi' </b> </a>"],
    ["a closing tag of nothing as nothing", "<a></b>hi</a>", "<a> 'hi' </a>"],
    ["a tag that breaks off as nothing", '<a>hi<b x="1', "<a> 'hi' </a>"],
  ])("tells %s", (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it("gives offsets that cut out each element exactly", () => {
    const text = "<?xml?><a><b x='1'>t</b><c/></a>";
    const starts: number[] = [];
    const cut: string[] = [];
    scanXml(text, {
      open: (_name, _attributes, start) => starts.push(start),
      text() {},
      close: (end) => cut.push(text.slice(starts.pop(), end)),
    });
    expect(cut).toEqual(["<b x='1'>t</b>", "<c/>", "<a><b x='1'>t</b><c/></a>"]);
  });

  it("opens and closes evenly and ends, whatever the text", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "/",
      "a",
      "<a",
      "</a>",
      "<b x=",
      '"',
      "'",
      "&",
      ";",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<!",
      "[",
      "]",
      "<?",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        let depth = 0;
        scanXml(pieces.join(""), {
          open: () => (depth += 1),
          text() {},
          close() {
            depth -= 1;
            expect(depth).toBeGreaterThanOrEqual(0);
          },
        });
        expect(depth).toBe(0);
      }),
    );
  });
});
