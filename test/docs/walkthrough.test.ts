/** The walkthrough: its commands and pictures exist, the pictures are packaged, and their texts have the theme's colours. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { commands } from '../../src/vscode/manifest/commands';
import { pictureOf, walkthroughSteps } from '../../src/vscode/manifest/walkthrough';
import { readRepo, root } from '../fixture';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly contributes: { readonly walkthroughs: readonly { readonly steps: readonly Step[] }[] };
}

const manifest: Manifest = JSON.parse(readRepo('package.json'));
const steps = manifest.contributes.walkthroughs.flatMap((one) => one.steps);
const texts: Readonly<Record<string, string>> = JSON.parse(readRepo('package.nls.json'));
const ids = new Set(Object.keys(commands).map((name) => `designDocs.${name}`));

/** The pairs of colours whose contrast test/ui/walkthrough.ui.ts measures in each theme. */
const TEXT_COLORS = ['var(--vscode-editor-foreground)', 'var(--vscode-textLink-foreground)'];
const OPAQUE_FILLS = ['none', 'var(--vscode-editor-background)'];

function attributes(svg: string, name: string): string[] {
  return [...svg.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');
}

describe('the walkthrough', () => {
  it('is one, of four to six steps', () => {
    assert.equal(manifest.contributes.walkthroughs.length, 1);
    assert.ok(steps.length >= 4 && steps.length <= 6);
  });

  it('has only pictures that a step shows', () => {
    const files = readdirSync(path.join(root, 'media/walkthrough')).map(
      (name) => `media/walkthrough/${name}`,
    );
    assert.deepEqual(files.sort(), Object.keys(walkthroughSteps).map(pictureOf).sort());
  });

  it('has its pictures and samples in the package', () => {
    const packaged = readRepo('.vscodeignore').split('\n');
    for (const glob of ['!media/walkthrough/*.svg', '!media/sample/*.md']) assert.ok(packaged.includes(glob));
  });

  for (const { id, description, media, completionEvents } of steps) {
    describe(`step "${id}"`, () => {
      const svg = readRepo(media.svg);

      it('has a button for a command that completes it, and only commands that exist', () => {
        const text = texts[description.slice(1, -1)] ?? '';
        const button = /^\[[^\]]+\]\(command:([\w.]+)\)$/m.exec(text)?.[1] ?? '';
        assert.ok(completionEvents.includes(`onCommand:${button}`), text);
        const named = completionEvents.map((event) => event.replace('onCommand:', ''));
        assert.deepEqual(
          named.filter((command) => !ids.has(command)),
          [],
        );
      });

      it('has a picture with a text for screen readers', () => {
        assert.match(svg, /^<svg [^>]*role="img"/);
        assert.equal(attributes(svg, 'aria-label')[0], texts[media.altText.slice(1, -1)]);
      });

      it('has a picture in colours of the theme alone', () => {
        const colors = [...attributes(svg, 'fill'), ...attributes(svg, 'stroke')];
        assert.deepEqual(
          colors.filter((color) => color !== 'none' && !color.startsWith('var(--vscode-')),
          [],
        );
        // The policy of the page that shows it forbids styles.
        assert.doesNotMatch(svg, /<style|\sstyle=|<script|\shref=/);
      });

      it('has texts whose contrast is measured', () => {
        const ofTexts = [...svg.matchAll(/<(?:svg|text)\s[^>]*/g)].flatMap(([tag]) =>
          attributes(tag, 'fill'),
        );
        assert.deepEqual(
          ofTexts.filter((color) => !TEXT_COLORS.includes(color)),
          [],
        );
        const shapes = [...svg.matchAll(/<(?:rect|path)\s[^>]*/g)].map(([tag]) => tag);
        const opaque = shapes
          .filter((tag) => !tag.includes('fill-opacity'))
          .flatMap((tag) => attributes(tag, 'fill'));
        assert.deepEqual(
          opaque.filter((color) => !OPAQUE_FILLS.includes(color)),
          [],
        );
      });
    });
  }
});
