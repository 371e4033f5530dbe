/** The history of a document's plan for the page, from git. */

import * as vscode from 'vscode';
import type { BurnUpPoint } from '../../core/progress/burnUp';
import { burnUp } from '../../core/progress/burnUp';
import type { PageHistory } from '../../core/progress/page';
import { pathInWorkspace } from '../documents/paths';
import { openAt, savedText } from '../documents/savedFile';
import { today } from '../model/today';
import type { DocumentServices } from '../services/services';

/** More versions than this would show nothing more in a chart of its width. */
const MAX_VERSIONS = 100;

/** The history of a document's plan up to its text as it is now, or why it is not known. */
export async function pageHistory(services: DocumentServices, uri: vscode.Uri): Promise<PageHistory> {
  const { host, templates, configs } = services;
  // A repository may bring its own git settings.
  if (!vscode.workspace.isTrusted) {
    return {
      reason: vscode.l10n.t(
        'The history of a plan is read from git, which runs only in a trusted workspace.',
      ),
    };
  }
  const versions = await host.history?.(uri, MAX_VERSIONS);
  if (!versions) {
    return {
      reason: vscode.l10n.t('The history of a plan is read from git. There is no git repository here.'),
    };
  }
  if (versions.length === 0) {
    return {
      reason: vscode.l10n.t('No commit has this document yet. Commit it to see how its plan is worked off.'),
    };
  }
  const now = { time: Math.floor(Date.now() / 1000), text: openAt(uri)?.getText() ?? (await savedText(uri)) };
  const environment = {
    templates: templates.of(uri),
    statuses: configs.of(uri).statuses,
    path: pathInWorkspace(uri),
    today: today(),
  };
  return shown(burnUp([...versions, now], environment));
}

function shown(points: readonly BurnUpPoint[]): PageHistory {
  const format = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium' });
  const dated = points.map((point) => ({ ...point, date: format.format(point.time * 1000) }));
  const [first, last] = [dated[0], dated.at(-1)];
  const summary =
    first && last
      ? vscode.l10n.t(
          '{0} of {1} steps were done on {2}; {3} of {4} are done on {5}.',
          first.done,
          first.total,
          first.date,
          last.done,
          last.total,
          last.date,
        )
      : '';
  return { points: dated, summary };
}
