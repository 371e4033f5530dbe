/** What is remembered of the documents of a workspace: what their files gave last time, while nothing is new. */

import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import type { Answer, Entry } from '../core/catalog';
import { packer, unpack } from '../core/catalog';
import type { Summary } from '../core/json/documents';
import type { Stamp } from '../core/stamp';
import { sameStamp, stampOf } from '../core/stamp';
import { digest } from '../core/text/digest';
import { openCatalog } from './catalogFile';
import { statOf } from './files';
import { decoded, readBytes, readText } from './reading';
import type { Scene } from './scene';
import { insidePath } from './workspace';

/** A file of which nothing is known. */
export interface Unknown {
  readonly known?: undefined;
  readonly text: string;
  /** Remembers what it gives, and what the document asked of its surroundings. */
  keep(summary: Summary, asked: Iterable<string>): void;
}

/** A file that was looked at. */
export type Look = Unknown | { readonly known: Summary };

export interface Memory {
  /** Looks at a file, and reads it anew or where it is not seen to be the same. Throws a `UserError` if it cannot. */
  look(file: string, anew: boolean): Look;
  /** Keeps what is new for the next run. */
  save(): void;
}

/** The memory of a workspace; what another build of the program found is forgotten. Without a build, there is none. */
export function openMemory(scene: Scene, build: string | undefined): Memory {
  const { workspace, around } = scene;
  // Which signs are letters depends on the version of Unicode that Node knows.
  const program = build && `${build} ${process.versions.unicode}`;
  const catalog = program && openCatalog(workspace.root, program);
  if (!catalog) return FORGETFUL;
  const packed = catalog.load();
  const known = packed && unpack(packed);
  const setting = settingOf(scene);
  const started = Date.now();
  const renewed = packer();
  const done = new Set<string>();
  const renew = (entry: Entry): void => {
    renewed.add(entry);
    done.add(entry.path);
  };
  const holds = ({ question, answer }: Answer): boolean => around.answer(question) === answer;
  return {
    look: (file, anew) => {
      const path = insidePath(workspace, file);
      if (path === undefined || anew) return FORGETFUL.look(file, anew);
      const found = known?.find(path);
      const entry = found && found.setting === setting && found.asked.every(holds) ? found : undefined;
      if (entry && sameStamp(entry.stamp, stampIn(statOf(file), started))) return { known: entry.summary };
      const { bytes, stat } = readBytes(file);
      const [stamp, content] = [stampIn(stat, started), contentName(bytes)];
      if (entry?.content === content) {
        if (stamp.length > 0) renew({ ...entry, stamp });
        return { known: entry.summary };
      }
      const keep = (summary: Summary, asked: Iterable<string>): void => {
        const answers = Array.from(asked, (question) => ({ question, answer: around.answer(question) }));
        renew({ path, stamp, content, setting, asked: answers, summary });
      };
      return { text: decoded(file, bytes), keep };
    },
    save: () => {
      if (done.size === 0) return;
      const there = new Set(workspace.files);
      for (const path of known?.paths ?? []) {
        const entry = !done.has(path) && there.has(path) ? known?.find(path) : undefined;
        if (entry) renewed.add(entry);
      }
      catalog.save(renewed.packed());
    },
  };
}

const FORGETFUL: Memory = { look: (file) => ({ text: readText(file), keep: () => {} }), save: () => {} };

/** Names what is the same for all documents, and decides what is said of them. */
function settingOf({ workspace, templates }: Scene): string {
  const { rules, statuses } = workspace.config;
  const files = templates.map((file) => ({ ...file, path: insidePath(workspace, file.path) ?? file.path }));
  return digest(JSON.stringify([rules, statuses, files]));
}

function stampIn(stat: Stats | undefined, now: number): Stamp {
  return stat ? stampOf([stat.mtimeMs, stat.ctimeMs], [stat.size, stat.ino], now) : [];
}

function contentName(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64');
}
