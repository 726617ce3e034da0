import type { SettingWords } from './settings.ts';

export function importSettingWords(): SettingWords {
  return {
    'import.municipalities': {
      what: 'Импорт: из каких МО брать школы',
      explanation:
        'По одному названию в строке, как в столбце «МО» файла. Заполняется при импорте; пусто — берутся все школы файла',
    },
  };
}
