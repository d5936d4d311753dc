import {
  type Box,
  combine,
  type Glyph,
  type Matrix,
  type PageInk,
  type Paint,
  place,
  placeBox,
  sameColor,
} from "./pdf-ink.js";
import {
  covers,
  freshState,
  matrixOf,
  type OperationCodes,
  type OperationList,
  type PageFacts,
  type TextState,
  turned,
} from "./pdf-state.js";

/** Most characters one page may draw; a real page of a resume has some thousands. */
const glyphLimit = 60_000;
/** Text smaller than this cannot be read by anyone. */
const tinySize = 3;

interface RawGlyph {
  unicode?: string;
  width?: number;
  isSpace?: boolean;
  originalCharCode?: number;
}

type Handler = (args: readonly unknown[]) => void;

/**
 * The visible and hidden characters of a page with their places, and the shapes behind them.
 *
 * Why the drawing operations and not PDF.js's text items: only they tell colour, rendering mode and bold strokes, give every
 * character its own place, and need one walk instead of two.
 */
export function walkPage(list: OperationList, codes: OperationCodes, facts: PageFacts): PageInk {
  const walk = new PageWalk(facts);
  const handlers = new Map<number, Handler>();
  for (const [name, handler] of Object.entries(walk.handlers())) {
    const code = codes[name];
    if (code !== undefined) handlers.set(code, handler);
  }
  for (let i = 0; i < list.fnArray.length && walk.ink.glyphs.length < glyphLimit; i++) {
    const handler = handlers.get(list.fnArray[i] ?? -1);
    const args = list.argsArray[i];
    if (handler !== undefined) handler(Array.isArray(args) ? args : []);
  }
  return walk.ink;
}

/** The graphics state while the operations are followed. A class, because a dozen operations change one state. */
class PageWalk {
  readonly ink: PageInk;
  private readonly facts: PageFacts;
  private state: TextState;
  private readonly saved: TextState[] = [];
  private readonly paints: Paint[] = [];
  /** Filled shapes since the last visible text. */
  private outlined: Box[] = [];
  private readonly layers: boolean[] = [];
  private textMatrix: Matrix = [1, 0, 0, 1, 0, 0];
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;
  private run = 0;

  constructor(facts: PageFacts) {
    this.facts = facts;
    const { page, width, height } = facts;
    this.ink = { page, width, height, glyphs: [], fills: [], frames: [], rules: [], pictures: [] };
    this.state = freshState(facts.base);
  }

  handlers(): Record<string, Handler> {
    const picture: Handler = () => this.picture([1, 0, 0, 1, 0, 0]);
    return {
      ...this.textHandlers(),
      save: () => this.saved.push({ ...this.state }),
      restore: () => this.restore(),
      transform: (args) => this.transform(args),
      setGState: ([pairs]) => this.graphicsState(pairs),
      setFillRGBColor: ([color]) => {
        this.state.color = typeof color === "string" ? color : null;
      },
      setFillColorN: () => {
        this.state.color = null;
      },
      constructPath: ([operation, path, box]) => this.path(Number(operation), path, box),
      shadingFill: () => this.paints.push({ ...this.wholePage(), color: null }),
      paintFormXObjectBegin: ([matrix]) => {
        this.saved.push({ ...this.state });
        if (matrix !== null && matrix !== undefined) this.transform(Array.from(matrix as ArrayLike<number>));
      },
      paintFormXObjectEnd: () => this.restore(),
      beginAnnotation: ([, , transform, matrix]) => {
        this.saved.push({ ...this.state });
        this.state = freshState(this.facts.base);
        for (const map of [transform, matrix]) this.transform(Array.from((map ?? []) as ArrayLike<number>));
      },
      endAnnotation: () => this.restore(),
      beginMarkedContent: () => this.layers.push(true),
      beginMarkedContentProps: ([tag, properties]) =>
        this.layers.push(tag !== "OC" || this.facts.layerShown(properties)),
      endMarkedContent: () => this.layers.pop(),
      paintImageXObject: picture,
      paintInlineImageXObject: picture,
      paintImageMaskXObject: picture,
      paintInlineImageXObjectGroup: picture,
      paintImageXObjectRepeat: picture,
    };
  }

  private textHandlers(): Record<string, Handler> {
    const number =
      (set: (value: number) => void): Handler =>
      (args) =>
        set(Number(args[0] ?? 0));
    return {
      beginText: () => this.setMatrix([1, 0, 0, 1, 0, 0]),
      setTextMatrix: ([matrix]) => this.setMatrix(matrixOf(matrix)),
      moveText: ([x, y]) => this.move(Number(x), Number(y)),
      setLeadingMoveText: ([x, y]) => {
        this.state.leading = Number(y);
        this.move(Number(x), Number(y));
      },
      nextLine: () => this.move(0, this.state.leading),
      setLeading: number((value) => {
        this.state.leading = -value;
      }),
      setCharSpacing: number((value) => {
        this.state.charSpacing = value;
      }),
      setWordSpacing: number((value) => {
        this.state.wordSpacing = value;
      }),
      setHScale: number((value) => {
        this.state.scale = value / 100;
      }),
      setTextRise: number((value) => {
        this.state.rise = value;
      }),
      setTextRenderingMode: number((value) => {
        this.state.mode = value;
      }),
      setFont: ([id, size]) => this.setFont(String(id), Number(size)),
      showText: ([glyphs]) => this.show(glyphs),
      showSpacedText: ([glyphs]) => this.show(glyphs),
    };
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private transform(args: readonly unknown[]): void {
    if (args.length === 6) this.state.ctm = combine(this.state.ctm, args.map(Number) as unknown as Matrix);
  }

  private graphicsState(pairs: unknown): void {
    for (const pair of Array.isArray(pairs) ? pairs : []) {
      const [key, value] = Array.isArray(pair) ? pair : [];
      if (key === "ca") this.state.alpha = Number(value);
      if (key === "Font" && Array.isArray(value)) this.setFont(String(value[0]), Number(value[1]));
    }
  }

  private setFont(id: string, size: number): void {
    this.state.font = this.facts.font(id);
    this.state.size = Math.abs(size);
    this.state.direction = size < 0 ? -1 : 1;
  }

  private setMatrix(matrix: Matrix): void {
    this.textMatrix = matrix;
    this.x = this.y = this.lineX = this.lineY = 0;
  }

  private move(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  private wholePage(): Box {
    return { x0: 0, y0: 0, x1: this.facts.width, y1: this.facts.height };
  }

  private picture(matrix: Matrix): void {
    const box = placeBox(combine(this.state.ctm, matrix), { x0: 0, y0: 0, x1: 1, y1: 1 });
    this.ink.pictures.push(box);
    this.paints.push({ ...box, color: null });
  }

  /** 20–21 stroke, 22–23 fill, 24–27 both: the numbers PDF.js gives in the first argument are those of its OPS. */
  private path(operation: number, _path: unknown, box: unknown): void {
    const [x0, y0, x1, y1] = box === null || box === undefined ? [] : Array.from(box as ArrayLike<number>);
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
    const placed = placeBox(this.state.ctm, { x0, y0, x1, y1 });
    const width = placed.x1 - placed.x0;
    const height = placed.y1 - placed.y0;
    if (operation < 20 || operation > 27 || !Number.isFinite(width + height) || this.state.alpha < 0.02) return;
    if ((width > 12 && height < 2.5) || (height > 12 && width < 2.5)) this.ink.rules.push(placed);
    if (operation <= 21) return void this.ink.frames.push(placed);
    const color = this.state.alpha < 0.9 ? null : this.state.color;
    this.paints.push({ ...placed, color });
    this.outlined.push(placed);
    if (width < this.facts.width * 0.95 || height < this.facts.height * 0.95) this.ink.fills.push(placed);
  }

  private show(glyphs: unknown): void {
    const state = this.state;
    const { font, size, charSpacing, wordSpacing, direction } = state;
    if (font === null || size === 0 || !Array.isArray(glyphs)) return;
    this.run += 1;
    const matrix = combine(state.ctm, combine(this.textMatrix, [1, 0, 0, 1, this.x, this.y + state.rise]));
    const scale = state.scale * direction;
    const height = size * Math.hypot(matrix[2], matrix[3]);
    const angle = Math.round((Math.atan2(-matrix[1] * direction, matrix[0] * direction) * 180) / Math.PI);
    const hidden = this.hiddenWhy(matrix, font.type3 ? Math.max(height, tinySize) : height);
    let x = 0;
    for (const item of glyphs as (RawGlyph | number)[]) {
      if (typeof item === "number") {
        x -= (font.vertical ? -1 : 1) * ((item * size) / 1000);
        continue;
      }
      const advance = (item.width ?? 0) * font.unit * size;
      this.add(item, place(matrix, x * scale, 0), place(matrix, (x + advance) * scale, 0), height, angle, hidden);
      x += advance + charSpacing + (item.isSpace ? wordSpacing : 0);
    }
    if (font.vertical) this.y -= x;
    else this.x += x * scale;
  }

  private add(
    raw: RawGlyph,
    start: [number, number],
    end: [number, number],
    size: number,
    angle: number,
    hidden: Glyph["hidden"],
  ): void {
    const font = this.state.font;
    if (font === null || !Number.isFinite(start[0] + start[1] + end[0])) return;
    const outlined = hidden === "invisible" && this.overOutline(start, end, size);
    const outside =
      Math.max(start[0], end[0]) < 0 ||
      Math.min(start[0], end[0]) > this.facts.width ||
      start[1] < 0 ||
      start[1] - size > this.facts.height;
    const [from, to] = angle === 0 ? [start, end] : [turned(start, angle), turned(end, angle)];
    this.ink.glyphs.push({
      text: raw.unicode ?? "",
      x0: Math.min(from[0], to[0]),
      x1: Math.max(from[0], to[0]),
      y: from[1],
      size,
      font,
      thick: outlined || this.state.mode === 2 || this.state.mode === 6,
      angle,
      hidden: outlined ? "" : hidden === "" && outside ? "outside" : hidden,
      run: this.run,
      code: raw.originalCharCode ?? -1,
    });
  }

  /**
   * Whether the character lies on a filled shape of a letter's height drawn just before.
   *
   * Why: browsers draw made-up bold as outlines and lay the text over them with no ink, so that it can be selected.
   */
  private overOutline(start: [number, number], end: [number, number], size: number): boolean {
    const middle = (start[0] + end[0]) / 2;
    return this.outlined.some(
      ({ x0, x1, y0, y1 }) =>
        x0 - size * 0.3 <= middle &&
        middle <= x1 + size * 0.3 &&
        y0 > start[1] - size * 1.2 &&
        y1 < start[1] + size * 0.5,
    );
  }

  private hiddenWhy(matrix: Matrix, height: number): Glyph["hidden"] {
    if (this.layers.includes(false)) return "layer";
    const { mode, alpha, color } = this.state;
    if (mode === 3 || mode === 7 || alpha < 0.02) return "invisible";
    if (height < tinySize) return "tiny";
    if (color === null || mode === 1 || mode === 5) return "";
    const [x, y] = place(matrix, 0, 0);
    const behind = this.paints.findLast((paint) => covers(paint, x + 0.5, y - height * 0.3));
    const background = behind === undefined ? "#ffffff" : behind.color;
    return background !== null && sameColor(color, background) ? "colour" : "";
  }
}
