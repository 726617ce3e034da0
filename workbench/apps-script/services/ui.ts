import type { Context } from '../context.ts';
import { Emulated, EnumValue } from '../emulated.ts';
import { enumValue, platformEnum } from '../enums.ts';
import type { Menu, MenuEntry, ShownHtml } from '../environment.ts';
import { NotKnown } from '../errors.ts';
import type { HtmlOutputService } from './html.ts';

export class UiService extends Emulated {
  readonly platformName = 'Ui';
  private readonly context: Context;

  constructor(context: Context) {
    super();
    this.context = context;
  }

  override properties(): Readonly<Record<string, unknown>> {
    return { Button: platformEnum('Button'), ButtonSet: platformEnum('ButtonSet') };
  }

  createMenu(caption: string): MenuService {
    return new MenuService(this.context, caption, false);
  }
  createAddonMenu(): MenuService {
    return new MenuService(this.context, '', true);
  }
  showSidebar(output: HtmlOutputService): void {
    this.show('sidebar', output, output.getTitle());
  }
  showModalDialog(output: HtmlOutputService, title: string): void {
    this.show('modal', output, title);
  }
  showModelessDialog(output: HtmlOutputService, title: string): void {
    this.show('modeless', output, title);
  }
  alert(...args: readonly unknown[]): EnumValue {
    return enumValue('Button', this.ask('alert', args).button);
  }
  prompt(...args: readonly unknown[]): PromptResponseService {
    const { button, text } = this.ask('prompt', args);
    return new PromptResponseService(button, text);
  }

  private show(kind: ShownHtml['kind'], output: HtmlOutputService, title: string): void {
    const { width, height } = output;
    this.context.screen.showHtml({ kind, title, html: output.getContent(), width, height });
  }

  /** A dialog suspends the script: its locks do not survive that. */
  private ask(kind: 'alert' | 'prompt', args: readonly unknown[]): { button: string; text: string } {
    const texts = args.filter((arg) => typeof arg === 'string');
    const buttons = args.find((arg) => arg instanceof EnumValue)?.name() ?? 'OK';
    const [title = '', message = ''] = texts.length === 1 ? ['', texts[0]] : texts;
    const { locks, run, screen } = this.context;
    for (const lock of Object.values(locks)) if (lock.holder === run) lock.holder = null;
    run.flush();
    return screen.showDialog({ kind, title, message, buttons });
  }
}

export class PromptResponseService extends Emulated {
  readonly platformName = 'PromptResponse';
  private readonly button: string;
  private readonly text: string;

  constructor(button: string, text: string) {
    super();
    this.button = button;
    this.text = text;
  }

  getSelectedButton(): EnumValue {
    return enumValue('Button', this.button);
  }
  getResponseText(): string {
    return this.text;
  }
}

export class MenuService extends Emulated {
  readonly platformName = 'Menu';
  private readonly context: Context;
  private readonly caption: string;
  private readonly addon: boolean;
  private readonly entries: MenuEntry[] = [];

  constructor(context: Context, caption: string, addon: boolean) {
    super();
    this.context = context;
    this.caption = caption;
    this.addon = addon;
  }

  addItem(caption: string, functionName: string): MenuService {
    this.entries.push({ kind: 'item', caption, functionName });
    return this;
  }
  addSeparator(): MenuService {
    this.entries.push({ kind: 'separator' });
    return this;
  }
  addSubMenu(menu: MenuService): MenuService {
    this.entries.push(menu.menu());
    return this;
  }
  addToUi(): void {
    if (this.entries.length === 0) throw new NotKnown('a menu without items');
    this.context.screen.showMenu(this.menu());
  }

  /** For the menu that takes it in. */
  menu(): Menu {
    return { kind: 'menu', caption: this.caption, addon: this.addon, entries: [...this.entries] };
  }
}
