import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';

const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}
interface Axe {
  run(within: string, options: object): Promise<{ readonly violations: readonly Violation[] }>;
}

/** The faults of accessibility that axe finds in a part of a frame, each as one text. */
export async function axeFaults(frame: Frame, within: string): Promise<string[]> {
  // A script of the page is not allowed by the frame's policy; what the browser's tools evaluate is.
  await frame.evaluate(SOURCE);
  const found = await frame.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as { readonly axe: Axe };
    const { violations } = await axe.run(selector, { resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes }));
  }, within);
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  );
}
