import type { Locator, Page } from 'playwright-core';
import { appears, findCommand, until } from './gestures';

const SOON_MS = 3_000;

/** What the page has that Node has not. */
interface Window {
  addEventListener(type: string, listener: () => void, capture: boolean): void;
  presses?: number;
}

/** Uses a workbench by keyboard alone, and counts: a key with its modifiers is a step, and so is a typed text. */
export class Hands {
  steps = 0;

  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.steps++;
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.steps++;
    await this.page.keyboard.type(text);
  }

  /** Presses a key until something appears: VS Code loses a key, or what it asks for, while it is busy with an edit. */
  async pressFor(key: string, result: Locator): Promise<void> {
    const before = this.steps;
    await until(`what ${key} shows`, async () => {
      this.steps = before;
      await this.press(key);
      if (await appears(result)) return true;
      await this.page.keyboard.press('Escape');
      return false;
    });
  }

  /**
   * Runs a command from the palette, which asks a question if one is given. VS Code gives the focus back to the editor
   * when the palette closes, and a rendered editor may take it after the question has appeared: then, again.
   */
  async command(title: string, question?: RegExp): Promise<void> {
    const before = this.steps;
    await until(title, async () => {
      this.steps = before;
      const row = await findCommand(this.page, title);
      this.steps += 2;
      await this.moveTo(row);
      await this.press('Enter');
      if (question === undefined) return true;
      // A command that is the first one loads what it needs.
      const isOpen = await until('the question', () => this.isOpen(question));
      return isOpen && until('its focus', () => this.isAsked(question), SOON_MS).catch(() => false);
    });
  }

  /** Answers the question with that title or placeholder: types a text, if there is one, and presses Enter. */
  async answer(question: RegExp, text = ''): Promise<void> {
    await until(`the question ${question}`, () => this.isAsked(question));
    const list = this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
    const isList = (await list.count()) > 0;
    if (text !== '') await this.type(text);
    // A list moves its focus to the best match after the typing.
    const focused = this.page.locator('.quick-input-widget .monaco-list-row.focused');
    if (isList) await focused.filter({ hasText: text }).waitFor();
    await this.press('Enter');
  }

  /** True if the question with that title or placeholder is open, not answered yet, and takes the keys. */
  private async isAsked(question: RegExp): Promise<boolean> {
    const focused = this.page.locator('.quick-input-widget input.input:focus');
    return (await focused.isVisible()) && this.isOpen(question);
  }

  /** True if the question with that title or placeholder is open, and not answered yet. */
  private async isOpen(question: RegExp): Promise<boolean> {
    const widget = this.page.locator('.quick-input-widget');
    const input = widget.locator('input.input');
    if (!(await input.isVisible())) return false;
    const title = await widget.locator('.quick-input-title').textContent();
    const placeholder = await input.getAttribute('placeholder');
    return question.test(`${title}\n${placeholder}`) && (await input.inputValue()) === '';
  }

  /** Moves down a list until a row has the focus. */
  async moveTo(row: Locator): Promise<void> {
    const has = async (): Promise<boolean> =>
      ((await row.getAttribute('class')) ?? '').split(' ').includes('focused');
    while (!(await has())) {
      await this.press('ArrowDown');
      await this.page.waitForTimeout(50);
    }
  }
}

/** Counts the presses of mouse buttons from now on. */
export async function watchMouse(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const window = globalThis as unknown as Window;
    window.presses = 0;
    window.addEventListener('mousedown', () => (window.presses = (window.presses ?? 0) + 1), true);
  });
  return () => page.evaluate(() => (globalThis as unknown as Window).presses ?? -1);
}
