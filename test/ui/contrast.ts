import type { Locator } from 'playwright-core';

/** What the page has that Node has not. */
interface Element {
  readonly parentElement: Element | null;
  querySelectorAll(selector: string): ArrayLike<Element>;
}
interface Style {
  readonly color: string;
  readonly fill: string;
  readonly backgroundColor: string;
  readonly opacity: string;
}
interface Window {
  getComputedStyle(element: Element): Style;
}

/** Red, green, blue from 0 to 255, and alpha from 0 to 1. */
type Color = readonly [number, number, number, number];

/** The contrast of a text to what is behind it, as WCAG defines it and as the page draws it: from 1 to 21. */
export async function contrastOf(text: Locator): Promise<number> {
  const styles = await text.evaluate((element) => {
    const { getComputedStyle } = globalThis as unknown as Window;
    const found: Omit<Style, 'fill'>[] = [];
    for (let at: Element | null = element as unknown as Element; at; at = at.parentElement) {
      const { color, backgroundColor, opacity } = getComputedStyle(at);
      found.push({ color, backgroundColor, opacity });
    }
    return found;
  });
  const opacity = styles.reduce((product, style) => product * Number(style.opacity), 1);
  const back = styles.reduceRight<Color>(
    (below, { backgroundColor }) => over(parse(backgroundColor), below),
    [255, 255, 255, 1],
  );
  const [red, green, blue, alpha] = parse(styles[0]?.color ?? '');
  return contrast(over([red, green, blue, alpha * opacity], back), back);
}

/** The least contrast that a text of an SVG picture has to any of the opaque rectangles in it. */
export async function leastContrastIn(picture: Locator): Promise<number> {
  const [texts, backs] = await picture.evaluate((element) => {
    const { getComputedStyle } = globalThis as unknown as Window;
    const svg = element as unknown as Element;
    const fills = (selector: string): string[] =>
      Array.from(svg.querySelectorAll(selector), (one) => getComputedStyle(one).fill);
    return [fills('text'), fills('rect[stroke]')] as const;
  });
  const behind = backs.map(parse);
  const all = texts.flatMap((text) => behind.map((back) => contrast(over(parse(text), back), back)));
  return Math.min(...all);
}

function contrast(front: Color, back: Color): number {
  const [a, b] = [luminance(front), luminance(back)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function parse(color: string): Color {
  const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (!/^rgba?\(/.test(color) || red === undefined || green === undefined || blue === undefined) {
    throw new Error(`A colour in another notation: ${color}`);
  }
  return [red, green, blue, alpha];
}

function over([red, green, blue, alpha]: Color, [r, g, b]: Color): Color {
  const mix = (above: number, below: number): number => above * alpha + below * (1 - alpha);
  return [mix(red, r), mix(green, g), mix(blue, b), 1];
}

function luminance([red, green, blue]: Color): number {
  const linear = (value: number): number => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
