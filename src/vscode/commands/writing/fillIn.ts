import * as vscode from 'vscode';
import type { Analysis } from '../../../core/analysis/analyze';
import type { OpenPlace } from '../../../core/features/fillIn';
import {
  fillIn as filledIn,
  openPlaces,
  placeAfter,
  placeAgain,
  placeFor,
  placeFrom,
} from '../../../core/features/fillIn';
import type { WorkItem } from '../../../core/features/worklist';
import type { Edits, Refusal } from '../../../core/plan/change';
import { isRefused } from '../../../core/plan/change';
import { shorten } from '../../../core/text/shorten';
import { comparePositions } from '../../../core/text/text';
import { property, readUri, textProperty } from '../../documents/commandArguments';
import type { TextQuestion } from '../../inputs/askTexts';
import { askTexts } from '../../inputs/askTexts';
import { localized } from '../../localization/localized';
import { changePlan } from '../../plan/edits';
import { planTarget } from '../../planActions/target';
import type { Services } from '../../services/services';
import type { Command } from '../command';

const MAX_SHOWN = 300;
const SHOWN_MS = 4000;

/**
 * Writes what the user answers into the places that only the author can fill in: into that of a row in the Plan view, or
 * else into one after the other, from the cursor on. An empty answer leaves a place as it is. With a `text`, writes it into
 * the first place and asks nothing. Needs no text editor.
 */
export const fillIn: Command = async (services, argument) => {
  const { document, analysis } = await planTarget(services, readUri(property(argument, 'uri')));
  const places = openPlaces(analysis);
  const item = property(argument, 'item') as WorkItem | undefined;
  const own = item?.finding && placeFor(analysis, places, item.finding);
  const place = item ? own : firstPlace(document, places);
  if (!place) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing is left to write here.'), SHOWN_MS);
    return;
  }
  const given = textProperty(argument, 'text');
  if (given !== undefined) return write(services, document, place, given);
  const next = (answered: OpenPlace): OpenPlace | undefined =>
    item ? undefined : placeAfter(placesNow(services, document), answered);
  await askForPlaces(services, document, place, next);
};

function placesNow({ analyses }: Services, document: vscode.TextDocument): readonly OpenPlace[] {
  const analysis = analyses.of(document);
  return analysis ? openPlaces(analysis) : [];
}

/** The place behind the cursor of the active text editor, or else the first one. */
function firstPlace(document: vscode.TextDocument, places: readonly OpenPlace[]): OpenPlace | undefined {
  const editor = vscode.window.activeTextEditor;
  const behind = editor?.document === document ? placeFrom(places, editor.selection.start) : undefined;
  return behind ?? places[0];
}

async function write(
  { analyses, edits }: Services,
  { uri }: vscode.TextDocument,
  place: OpenPlace,
  text: string,
): Promise<void> {
  await changePlan(analyses, edits, uri, (now) => changeAt(now, place, text));
}

/** The change on the current text. */
function changeAt(now: Analysis, place: OpenPlace, text: string): Edits | Refusal {
  const again = placeAgain(openPlaces(now), place);
  return again ? filledIn(now, again, text) : { refused: vscode.l10n.t('That place has been filled in.') };
}

/** Asks for the text of a place, and then of those after it. */
async function askForPlaces(
  services: Services,
  document: vscode.TextDocument,
  first: OpenPlace,
  next: (answered: OpenPlace) => OpenPlace | undefined,
): Promise<void> {
  let place = first;
  await askTexts(questionFor(services, document, place), async (text) => {
    if (text.trim() !== '') await write(services, document, place, text);
    const following = next(place);
    if (following) place = following;
    return following && questionFor(services, document, following);
  });
}

function questionFor(services: Services, document: vscode.TextDocument, place: OpenPlace): TextQuestion {
  const places = placesNow(services, document);
  const at = places.findIndex(({ range }) => comparePositions(range.start, place.range.start) === 0) + 1;
  const name = place.name ?? vscode.l10n.t('Top of the document');
  return {
    title: vscode.l10n.t('{0} ({1} of {2})', name, at, places.length),
    prompt: promptFor(place),
    placeholder: places.length > 1 ? vscode.l10n.t('Your text; empty to skip') : vscode.l10n.t('Your text'),
    problem: (text) => problemOf(services.analyses.of(document), place, text),
  };
}

function problemOf(now: Analysis | undefined, place: OpenPlace, value: string): string | undefined {
  if (!now || value.trim() === '') return undefined;
  const change = changeAt(now, place, value);
  return isRefused(change) ? localized(change.refused) : undefined;
}

/** What the author has to know: the text that makes way, or what belongs there. */
function promptFor({ text, guidance }: OpenPlace): string {
  const inOneLine = (lines: string): string => shorten(lines.replace(/\s+/g, ' ').trim(), MAX_SHOWN);
  if (text !== '') return vscode.l10n.t('Instead of: {0}', inOneLine(text));
  if (guidance === '') return vscode.l10n.t('This section is empty.');
  return vscode.l10n.t('What belongs here: {0}', inOneLine(guidance));
}
