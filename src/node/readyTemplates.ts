/**
 * The bundled templates as they were read when the program was built. Reading them anew is half of what checking one
 * document costs.
 */

import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Template } from '../core/template/template';
import type { TemplateFile } from '../core/template/templateSet';
import { unflatten } from './flat';

/** The file that has them, beside the program. */
export const READY_TEMPLATES = 'templates.json';

/** A template, and the text and file name that it was read from. */
export interface ReadyTemplate {
  readonly name: string;
  readonly text: string;
  readonly template: Template;
}

/** Finds what reading a file gives, if it is known; a file that says something else by now is read like any other. */
export function readyTemplates(folder = __dirname): (file: TemplateFile) => Template | undefined {
  const known = load(path.join(folder, READY_TEMPLATES));
  return (file) =>
    known.find(({ name, text }) => name === path.basename(file.path) && text === file.text)?.template;
}

/** None where there is no such file. */
function load(file: string): readonly ReadyTemplate[] {
  try {
    return unflatten(JSON.parse(fs.readFileSync(file, 'utf8'))) as readonly ReadyTemplate[];
  } catch {
    return [];
  }
}
