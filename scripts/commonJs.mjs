/**
 * esbuild splits only modules of the newer kind, and the Node extension host loads only those of the older one. Turned
 * by esbuild itself, each file would copy all of the editor's interface for each of its sources, and ask for everything
 * that it has from another file through a function.
 */

/** All of something that is no file of ours: the editor's interface, or a part of Node. */
const WHOLE_IMPORT = /\bimport\*as ([\w$]+) from"([^".]+)";/g;
const IMPORT = /\bimport\{([^{}"]*)\}from"([^"]+)";/g;
/** A file that is there for the sake of what it does when it is loaded; ours do nothing then. */
const BARE_IMPORT = /\bimport"[^"]+";/g;
const LATE_IMPORT = /\bimport\("([^"]+)"\)/g;
const EXPORT = /\bexport\{([^{}"]*)\};/;
/** What none of these found. */
const LEFT = /(?:^|[;}])(?:import\b(?!\.)|export\b).{0,80}/m;

/** The text of each file of a build that is not written yet, by its path. The build is one of minified modules. */
export function toCommonJs({ outputFiles }) {
  return new Map(outputFiles.map(({ path: file, text }) => [file, turned(file, text)]));
}

function turned(file, text) {
  const wholes = new Map();
  const code = text
    .replace(WHOLE_IMPORT, (_, name, wanted) => {
      wholes.set(wanted, [...(wholes.get(wanted) ?? []), name]);
      return '';
    })
    .replace(IMPORT, (_, names, wanted) => {
      const own = pairs(names).map(([theirs, ours]) => (theirs === ours ? ours : `${theirs}:${ours}`));
      return `const{${own}}=require("${wanted}");`;
    })
    .replace(BARE_IMPORT, '')
    .replace(LATE_IMPORT, (_, wanted) => `Promise.resolve().then(()=>require("${wanted}"))`)
    .replace(
      EXPORT,
      (_, names) => `module.exports={${pairs(names).map(([ours, theirs]) => `${theirs}:${ours}`)}};`,
    );
  const [left] = LEFT.exec(code) ?? [];
  if (left) throw new Error(`${file} has what is no CommonJS: ${left}`);
  const once = [...wholes].map(
    ([wanted, [first, ...others]]) =>
      `const ${[`${first}=require("${wanted}")`, ...others.map((name) => `${name}=${first}`)]};`,
  );
  return `"use strict";${once.join('')}${code}`;
}

/** `a as b,c` as pairs of names. */
function pairs(names) {
  return names.split(',').map((name) => {
    const [before, after = before] = name.split(' as ');
    return [before, after];
  });
}
