import type { Screen } from './context.ts';
import type { Menu, MenuEntry, MenuItem, ShownDialog, ShownHtml, ShownToast } from './environment.ts';

interface Answer {
  readonly button: string;
  readonly text?: string;
}

/** Records what the person at the screen sees, and gives the answers that a test prepared. */
export class ScreenRecord implements Screen {
  sidebar: ShownHtml | null = null;
  readonly dialogs: (ShownDialog | ShownHtml)[] = [];
  readonly toasts: ShownToast[] = [];
  readonly answers: Answer[] = [];
  private menus: readonly Menu[] = [];

  showMenu(menu: Menu): void {
    const others = this.menus.filter(
      ({ caption, addon }) => caption !== menu.caption || addon !== menu.addon,
    );
    this.menus = [...others, menu];
  }
  clearMenus(): void {
    this.menus = [];
  }
  showHtml(shown: ShownHtml): void {
    if (shown.kind === 'sidebar') this.sidebar = shown;
    else this.dialogs.push(shown);
  }
  showDialog(dialog: ShownDialog): { readonly button: string; readonly text: string } {
    this.dialogs.push(dialog);
    const answer = this.answers.shift() ?? { button: 'CLOSE' };
    return { button: answer.button, text: answer.text ?? '' };
  }
  showToast(toast: ShownToast): void {
    this.toasts.push(toast);
  }

  menuView(choose: (item: MenuItem) => void) {
    const items = (): readonly MenuItem[] => this.menus.flatMap(({ entries }) => itemsOf(entries));
    const menus = (): readonly Menu[] => this.menus;
    return {
      get menus() {
        return menus();
      },
      get captions() {
        return items().map(({ caption }) => caption);
      },
      click(caption: string): void {
        const item = items().find((candidate) => candidate.caption === caption);
        if (item === undefined) throw new Error(`no menu item «${caption}»`);
        choose(item);
      },
    };
  }
}

function itemsOf(entries: readonly MenuEntry[]): readonly MenuItem[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'item') return [entry];
    return entry.kind === 'menu' ? itemsOf(entry.entries) : [];
  });
}
