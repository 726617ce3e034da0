import type { GuardRule, Issue, TextIssue } from '../../domain/issues.ts';
import { quote, quoteList } from '../quote.ts';
import { ofOtherArea } from './parts.ts';

/** Sentence of an issue of the texts to schools; null for others. */
export function textSentence(issue: Issue): string | null {
  switch (issue.code) {
    case 'template-field-unknown': {
      const found = quoteList(issue.fields.map((field) => `{${field}}`));
      const known = issue.known.map((field) => `{${field}}`).join(', ');
      return `Лист «Настройки», ${quote(issue.setting)}: найдено поле ${found}, ожидались: ${known}. Взят обычный текст; исправьте поле.`;
    }
    case 'template-refused': {
      const { found, expected } = REASONS[issue.rule];
      const words = issue.found === '' ? found : `${found} ${quote(issue.found)}`;
      return `Лист «Настройки», ${quote(issue.setting)}: ${words}. Ожидалось: ${expected}. Взят обычный текст; исправьте этот или очистите ячейку.`;
    }
    default:
      return ofOtherArea<Exclude<Issue, TextIssue>>(issue);
  }
}

const REASONS: Readonly<Record<GuardRule, { readonly found: string; readonly expected: string }>> = {
  'voluntary-missing': {
    found: 'речь о родителях или обучающихся, а слов о добровольности нет',
    expected: 'поле {добровольность} или слово «добровольно»',
  },
  force: {
    found: 'найдено слово принуждения',
    expected:
      'для семей — только предложение помощи; требование к сотрудникам — отдельной строкой, где они названы',
  },
  demand: {
    found: 'с семей спрашивают число людей:',
    expected: 'предложение помощи без «ещё N человек»',
  },
  law: {
    found: 'сказано, что МАХ требует закон:',
    expected: 'МАХ — поручение района, а не требование закона',
  },
  ban: {
    found: 'запрещают личные мессенджеры:',
    expected: 'ничего о личной переписке; для служебной укажите, что она служебная',
  },
  fine: {
    found: 'штраф или выплаты связаны с процентом:',
    expected: 'показатели без наказаний: за них штрафов нет',
  },
};
