/** The entry of the MCP server in a client's configuration. All other entries and comments are left as they are. */

import { ConfigError } from '../config/configError';
import { parseJson, propertiesOf, withProperty } from '../config/jsonc';
import { withTomlEntry } from '../document/fields/toml';
import { UserError } from '../text/userError';
import type { ServerPlace } from './agents';
import { OWN_NAME } from './agents';

const MARK = '\uFEFF';

/**
 * The text of a configuration with the entry. An entry of that name stays as it is: it may have been adapted. `before` is
 * undefined if there is no file. Throws a `UserError` if the text cannot be parsed or has another shape.
 */
export function withServer(before: string | undefined, place: ServerPlace): string {
  const mark = before?.startsWith(MARK) ? MARK : '';
  const text = before?.slice(mark.length) ?? '';
  return mark + (place.format === 'json' ? inJson(text, place) : inToml(text, place));
}

function inJson(text: string, place: ServerPlace): string {
  const { key, entry } = place;
  if (text.trim() === '') return `${JSON.stringify({ [key]: { [OWN_NAME]: entry } }, null, 2)}\n`;
  try {
    const all = parseJson(text);
    const servers = propertiesOf(all, text).find(({ name }) => name === key)?.value;
    if (all.type !== 'object') throw unfit(place, 'it is not an object');
    if (servers && servers.type !== 'object') throw unfit(place, `"${key}" is not an object`);
    if (servers && propertiesOf(servers, text).some(({ name }) => name === OWN_NAME)) return text;
    return withProperty(text, [key, OWN_NAME], entry);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw unfit(place, `line ${error.place.line + 1}: ${error.what}`);
  }
}

function inToml(text: string, place: ServerPlace): string {
  const after = withTomlEntry(text, place.key, OWN_NAME, place.entry);
  if (after === undefined) throw unfit(place, 'it is not valid TOML, or its servers are an inline table');
  return after;
}

function unfit({ file, key, entry }: ServerPlace, why: string): UserError {
  const wanted = JSON.stringify({ [OWN_NAME]: entry });
  return new UserError(
    'unfit-configuration',
    `${file} cannot be extended: ${why}. Mend it and run the command again, or add ${wanted} to "${key}" by hand. Nothing was written.`,
  );
}
