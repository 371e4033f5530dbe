/** The walkthrough that VS Code shows on its Welcome page: its steps, their texts and their pictures. */

import type { CommandName } from './commands';

/** The name of the walkthrough within the extension. */
export const WALKTHROUGH = 'getStarted';

/** The title and the line below it. */
export const walkthrough = {
  title: 'Get Started with Design Docs',
  text: 'From an empty page to a plan that you and your agents work through.',
};

/** A step of the walkthrough. */
interface StepEntry {
  readonly title: string;
  readonly text: string;
  /** The button below the text. */
  readonly button: { readonly label: string; readonly command: CommandName };
  /** A last line with links for those who do something else first. */
  readonly more?: string;
  /** The commands that complete the step, besides the one of the button. */
  readonly completedBy: readonly CommandName[];
  /** What the picture `media/walkthrough/NAME.svg` shows. */
  readonly picture: string;
}

/** The steps, by name. */
export const walkthroughSteps = {
  create: {
    title: 'Create a design doc',
    text: "Give it a title. It is written from your team's template, or from one that comes with the extension, and is named like the documents beside it.",
    button: { label: 'New Design Doc', command: 'newDesignDoc' },
    more: 'Nothing to write yet? [Try on a sample](command:designDocs.trySample): it is yours to change, and nothing is added to your folder.',
    completedBy: ['trySample'],
    picture: 'A title is typed, and the name of the new file is shown below it.',
  },
  fill: {
    title: 'Fill it in',
    text: 'The template says in each section what belongs there. Go from one open place to the next, and type over it.',
    button: { label: 'Go to Next Placeholder', command: 'nextPlaceholder' },
    completedBy: ['insertSections'],
    picture: 'A section is written, and the guidance of the next one is selected, to be typed over.',
  },
  check: {
    title: 'Check it',
    text: 'What is missing or contradicts itself is underlined while you type. The light bulb fixes it where exactly one change is right.',
    button: { label: 'Check Ready for Review', command: 'checkReady' },
    completedBy: ['checkAll', 'fixAll', 'markReady'],
    picture: 'A line of a section is underlined, and a menu offers to fix it.',
  },
  plan: {
    title: 'Work through the plan',
    text: 'The milestones of the doc are rows of the Plan view. Start one, write its steps, and tick them off as you go.',
    button: { label: 'Show Plan', command: 'showPlan' },
    completedBy: ['startMilestone', 'completeStep', 'goToNextStep'],
    picture:
      'The Plan view: a milestone that is done, one under way with its next step marked, and one to come.',
  },
  handOff: {
    title: 'Hand a step to an agent',
    text: 'The next step is packed with the goals and constraints that it needs. Send it to the clipboard, the chat, or an agent in the terminal.',
    button: { label: 'Hand Next Step to Agent', command: 'handOff' },
    completedBy: [],
    picture: 'The next step, with its goals and constraints, goes from the design doc to an agent.',
  },
} satisfies Readonly<Record<string, StepEntry>>;

/** The path of a step's picture in the package. It uses the colours of the theme, so that it fits each of them. */
export function pictureOf(name: string): string {
  return `media/walkthrough/${name}.svg`;
}
