import * as vscode from 'vscode';
import { handOff as handOffText } from '../../../core/handOff/handOff';
import type { Pack } from '../../../core/handOff/pack';
import { isRefused } from '../../../core/plan/change';
import { digest } from '../../../core/text/digest';
import { UserError } from '../../../core/text/userError';
import { property, readUri, textProperty } from '../../documents/commandArguments';
import { pathInWorkspace } from '../../documents/paths';
import type { HandOffTarget } from '../../handOff/targets';
import { handOffTargets } from '../../handOff/targets';
import { pickItem } from '../../inputs/pickItem';
import { settings } from '../../manifest/settings';
import type { PlanTarget } from '../../planActions/target';
import { planTarget } from '../../planActions/target';
import type { Services } from '../../services/services';
import { readSetting } from '../../settings/settings';
import type { Command } from '../command';

/** The key under which the last target is stored. */
const LAST = 'handOff.target';
const SHOWN_MS = 6_000;

/**
 * Hands the next step of the design doc at `uri`, or of the active one, to an agent. `to` is the id of the target;
 * without it, the user chooses.
 */
export const handOff: Command = async (services, argument) => {
  const plan = await planTarget(services, readUri(property(argument, 'uri')));
  const pack = packOf(plan);
  const available = await availableTargets(services);
  const to = textProperty(argument, 'to');
  const target = to === undefined ? await choose(available, pack) : available.find(({ id }) => id === to);
  if (to !== undefined && !target) {
    throw new UserError('no-target', vscode.l10n.t('The next step cannot be handed to "{0}" here.', to));
  }
  if (!target) return;
  const message = await target.give(services, { text: pack.text, source: plan.document.uri });
  await services.memory.update(LAST, target.id);
  if (message !== undefined) vscode.window.setStatusBarMessage(message, SHOWN_MS);
};

function packOf({ document, analysis }: PlanTarget): Pack {
  const { uri } = document;
  const version = digest(document.getText());
  const pack = handOffText(analysis, {
    path: pathInWorkspace(uri),
    version,
    limit: readSetting(settings.handOffLimit, uri),
  });
  if (isRefused(pack)) throw new UserError('no-hand-off', pack.refused);
  return pack;
}

/** The targets that are available here, the last chosen one first. */
async function availableTargets(services: Services): Promise<HandOffTarget[]> {
  const last = services.memory.get<unknown>(LAST);
  const found = await Promise.all(handOffTargets.map((target) => target.isThere(services)));
  const available = handOffTargets.filter((_, index) => found[index]);
  return [...available.filter(({ id }) => id === last), ...available.filter(({ id }) => id !== last)];
}

async function choose(
  targets: readonly HandOffTarget[],
  { text, cut }: Pack,
): Promise<HandOffTarget | undefined> {
  const items = targets.map((target) => {
    const description = target.description?.();
    return { label: target.label(), ...(description !== undefined && { description }), target };
  });
  const size = text.length.toLocaleString(vscode.env.language);
  const picked = await pickItem(items, {
    title: vscode.l10n.t('Hand Next Step to Agent'),
    placeHolder:
      cut.length === 0
        ? vscode.l10n.t('Choose where the next step goes ({0} characters)', size)
        : vscode.l10n.t(
            'Choose where the next step goes ({0} characters; shortened: {1})',
            size,
            cut.join(', '),
          ),
  });
  return picked?.target;
}
