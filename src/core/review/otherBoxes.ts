/** The boxes about the next step, about claims, and those that a template adds. */

import type { Analysis } from '../analysis/analyze';
import { bindingsOf, isWritten } from '../outline/outline';
import { idle, idleText } from '../plan/idle';
import { rules } from '../rules/index';
import { namesNextSteps } from '../template/planWords';
import type { ReviewBox } from '../template/reviewBoxes';
import { reviewBoxes } from '../template/reviewBoxes';
import { saysNone } from '../template/written';
import type { Text } from '../text/message';
import { say } from '../text/message';
import { lineStart } from '../text/text';
import type { Box, BoxPlace } from './box';
import { unprovedClaims } from './claims';
import { boxOf, placeOf } from './findingBoxes';
import { isMuted } from './muted';
import { missingFinding, unwrittenFinding } from './unwritten';

const NEXT = { id: 'next-step', title: say`The next step is named` };

/** The box about the next step, in the template's section for it or in the plan. A template with neither has none. */
export function nextStepBox(analysis: Analysis): readonly Box[] {
  const { bound, plan, next } = analysis;
  const binding = bound?.outline.bindings.find(
    ({ spec }) => !spec.plan && !spec.repeatable && (spec.next || namesNextSteps(spec.title)),
  );
  const [section] = binding?.sections ?? [];
  const missing = binding && !section && missingFinding(analysis, binding.spec);
  if (missing) return [boxOf(NEXT.id, NEXT.title, [placeOf(missing)])];
  if (!bound || !binding || !section) return plan.total > 0 ? planBox(analysis) : [];
  const name = `"${binding.spec.title}"`;
  const says = (message: Text): BoxPlace[] => [{ range: section.heading.range, message }];
  if (!isWritten(section, bound.outline)) {
    const finding = unwrittenFinding(analysis, section);
    return finding ? [boxOf(NEXT.id, NEXT.title, [placeOf(finding)])] : [];
  }
  const isWrong = next !== undefined && saysNone(section);
  return [
    boxOf(NEXT.id, NEXT.title, isWrong ? says(say`${name} says "none", but the plan has open tasks.`) : []),
  ];
}

/** Of marks to settle and lines that cannot be read, other boxes speak. */
function planBox(analysis: Analysis): readonly Box[] {
  const { reason, lines } = idle(analysis.plan);
  if (analysis.next || reason === 'done') return [boxOf(NEXT.id, NEXT.title, [])];
  if (reason !== 'blocked') return [];
  return [boxOf(NEXT.id, NEXT.title, [{ range: lineStart(lines[0] ?? 0), message: idleText(analysis) }])];
}

/** The box about invariants; none for a document that states none without a test. */
export function claimsBox({ document, bound }: Analysis): readonly Box[] {
  const claims = bound ? unprovedClaims(document, bound.outline) : [];
  if (claims.length === 0) return [];
  return [
    {
      id: 'claims',
      title: say`Each stated invariant names its test`,
      state: 'person',
      question: say`Which tests cover the stated invariants?`,
      places: claims.map(({ range, text }) => ({ range, message: say`Which test shows that "${text}"?` })),
    },
  ];
}

/** The boxes that the template adds, in its order. */
export function templateBoxes(analysis: Analysis): readonly Box[] {
  const { bound } = analysis;
  if (!bound) return [];
  return reviewBoxes(bound.template).flatMap((box, at) => templateBox(analysis, box, `template-${at + 1}`));
}

/** A box whose text is the id of a rule is met if the rule finds nothing; any other text is a question for a person. */
function templateBox(analysis: Analysis, { text, spec }: ReviewBox, id: string): readonly Box[] {
  const { bound, findings, suppressed } = analysis;
  const rule = rules.find((one) => one.id === text);
  if (rule) {
    if (isMuted(rule, analysis)) return [];
    const found = [...findings, ...suppressed].filter((finding) => finding.rule === rule.id);
    return [boxOf(id, say`Nothing to report: ${rule.summary}`, found.map(placeOf))];
  }
  const section = spec && bound && bindingsOf(bound.outline).get(spec)?.sections[0];
  // The question is about a section that the document may leave out.
  if (spec && !section && spec.requirement.kind !== 'required') return [];
  const places = section ? [{ range: section.heading.range, message: text }] : [];
  return [{ id, title: text, state: 'person', question: text, places }];
}
