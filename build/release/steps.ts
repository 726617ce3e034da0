import { MENU_TITLE } from '../../src/server/menu.ts';
import {
  drawCodeFile,
  drawConsent,
  drawExtensionsMenu,
  drawHtmlFile,
  drawManifestFile,
  drawManifestSetting,
  drawReadyMenu,
  drawSidebar,
  drawUnverified,
} from './pictures.ts';

/** The three texts that are pasted into the editor: exactly the files of dist/. */
export interface ReleaseTexts {
  readonly code: string;
  readonly sidebar: string;
  readonly manifest: string;
}

/** A text to paste and the name of the file in the editor that takes it. */
export interface Paste {
  readonly editorName: string;
  /** The file of the release that holds the same text. */
  readonly fileName: string;
  readonly text: string;
}

/** One step of the installation. Paragraphs and captions are in the marks of `inlineMarkup`. */
export interface Step {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly paste?: Paste;
  readonly pictures: readonly string[];
}

/** What the manifest asks for, in the order of the consent screen, and why. */
export interface Permission {
  readonly scope: string;
  readonly title: string;
  readonly short: string;
  readonly reason: string;
}

const CODE_NAME = 'Код.gs';
const SIDEBAR_NAME = 'sidebar';
const MANIFEST_NAME = 'appsscript.json';
export const FIRST_ITEM = 'Импорт статистики…';

export const PERMISSIONS: readonly Permission[] = [
  {
    scope: 'https://www.googleapis.com/auth/spreadsheets.currentonly',
    title: 'Просмотр и изменение таблиц, в которых установлено это приложение',
    short: 'Таблицы, в которых установлено приложение',
    reason:
      'Нужно, чтобы записывать отчёт на листы этой книги и красить школы. Других таблиц и файлов Диска надстройка не видит.',
  },
  {
    scope: 'https://www.googleapis.com/auth/script.container.ui',
    title: 'Показ содержимого в диалоговых окнах и боковых панелях приложений Google',
    short: 'Содержимое в окнах и боковых панелях',
    reason:
      'Нужно, чтобы открыть боковую панель справа от таблицы: в ней выбирают файл и читают тексты школам.',
  },
];

export function installationSteps({ code, sidebar, manifest }: ReleaseTexts): Step[] {
  return [
    {
      title: 'Откройте редактор',
      paragraphs: [
        'Нужны компьютер, браузер и аккаунт Google. Откройте книгу, в которой будет статистика: пустую новую или свою. Право на неё — *Редактор*.',
        'В строке меню выберите *Расширения* → *Apps Script*. Откроется новая вкладка — редактор. Вкладку с книгой не закрывайте.',
        'Вверху нажмите на название *Проект без названия*, введите `МАХ и УБ ЦОК` и подтвердите: это имя вы увидите в окне разрешений.',
      ],
      pictures: [drawExtensionsMenu()],
    },
    {
      title: 'Вставьте код',
      paragraphs: [
        `Слева в списке *Файлы* открыт *${CODE_NAME}* (в английском редакторе — *Code.gs*), в нём несколько строк.`,
        'Нажмите здесь кнопку *Скопировать*. Вернитесь в редактор, щёлкните по тексту, нажмите *Ctrl+A* (выделится всё), затем *Ctrl+V*. Прежний текст должен исчезнуть целиком. На Mac вместо *Ctrl* — *Cmd*.',
      ],
      paste: { editorName: CODE_NAME, fileName: 'Code.js', text: code },
      pictures: [drawCodeFile(CODE_NAME)],
    },
    {
      title: 'Добавьте боковую панель',
      paragraphs: [
        `У слова *Файлы* нажмите *+* и выберите *HTML*. Введите имя \`${SIDEBAR_NAME}\` — маленькими латинскими буквами, без «.html» (редактор допишет сам) — и нажмите *Enter*.`,
        'Скопируйте текст отсюда и вставьте вместо того, что в новом файле: *Ctrl+A*, *Ctrl+V*.',
      ],
      paste: { editorName: SIDEBAR_NAME, fileName: 'sidebar.html', text: sidebar },
      pictures: [drawHtmlFile(CODE_NAME, SIDEBAR_NAME)],
    },
    {
      title: 'Покажите и замените манифест',
      paragraphs: [
        'Манифест — короткий файл, в котором записано, какие разрешения нужны. Без него Google попросит лишние.',
        `Слева нажмите шестерёнку *Настройки проекта* и поставьте флажок *Показывать файл манифеста «${MANIFEST_NAME}» в редакторе*.`,
        `Вернитесь в редактор (значок *‹›* слева), откройте появившийся файл *${MANIFEST_NAME}* и замените его текст: *Ctrl+A*, *Ctrl+V*.`,
      ],
      paste: { editorName: MANIFEST_NAME, fileName: MANIFEST_NAME, text: manifest },
      pictures: [drawManifestSetting(), drawManifestFile(CODE_NAME, SIDEBAR_NAME, MANIFEST_NAME)],
    },
    {
      title: 'Сохраните и обновите книгу',
      paragraphs: [
        'Нажмите *Ctrl+S* (или значок дискеты *Сохранить проект*). Кнопки *Выполнить* и *Начать развёртывание* не нужны.',
        `Вернитесь на вкладку с книгой и обновите её (*F5*). Через несколько секунд правее *Справки* появится меню *${MENU_TITLE}*. Если через минуту его нет, обновите ещё раз и сверьте имена трёх файлов.`,
      ],
      pictures: [drawReadyMenu(FIRST_ITEM)],
    },
    {
      title: 'Дайте разрешения',
      paragraphs: [
        `Выберите *${MENU_TITLE}* → *${FIRST_ITEM}*. Google один раз спросит разрешения: выберите свой аккаунт.`,
        'Может появиться предупреждение *Google не проверил это приложение*. Проверяют только то, что опубликовано в магазине, а здесь код вставили вы сами. Если файлы вы взяли у того, кому доверяете, нажмите *Дополнительные настройки*, затем *Перейти на страницу «МАХ и УБ ЦОК» (небезопасно)*. Если сомневаетесь — закройте окно: ничего не произойдёт.',
        'Отметьте оба разрешения и нажмите *Разрешить* (или *Продолжить*). Если список разрешений длиннее, чем ниже, нажмите *Отмена* и повторите шаг 4. Потом выберите пункт меню ещё раз.',
      ],
      pictures: [drawUnverified(), drawConsent(PERMISSIONS.map(({ short }) => short))],
    },
    {
      title: 'Проверьте',
      paragraphs: [
        `После *${FIRST_ITEM}* справа открывается панель. Нажмите *Выбрать файл*, посмотрите, что изменится, и нажмите *Записать*: в книге появятся листы *Школы*, *Статистика* и другие.`,
        `Файла ещё нет? В пустой книге выберите *${MENU_TITLE}* → *Пример данных*: книга заполнится выдуманным районом.`,
        `Что-то не так? *${MENU_TITLE}* → *Проверка установки* назовёт, что не в порядке, и даст текст для письма тому, кто помогает.`,
      ],
      pictures: [drawSidebar()],
    },
  ];
}

export interface Chapter {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const BEFORE: readonly string[] = [
  'Каждый, кто может *редактировать* книгу с вставленным кодом, может изменить и сам код, а запускать его будут другие. Поэтому редакторами такой книги делайте только координаторов, которым доверяете.',
  'Школам дайте право *Читатель* или отдельную книгу без кода. Если редакторов много, лучше надстройка, опубликованная в магазине.',
];

export const CHAPTERS: readonly Chapter[] = [
  {
    title: 'Как обновить',
    paragraphs: [
      'Сделайте копию книги: *Файл* → *Создать копию*. Откройте Установка.html новой версии и повторите шаги 2–5 в том же проекте: файлы уже есть, нужно лишь заменить их текст. Данные на листах при этом не меняются.',
      'Если новая версия просит разрешения заново, список должен быть тем же, что на этой странице той версии.',
    ],
  },
  {
    title: 'Как удалить',
    paragraphs: [
      '*Расширения* → *Apps Script* → слева *Обзор* → справа корзина *Удалить проект*. Обновите книгу: меню исчезнет.',
      'Листы, числа, статусы и цвета останутся: это обычные формулы таблицы. Ячейки с функциями `MAX_…` и `COK_…` покажут ошибку `#NAME?`: замените их значениями заранее (*Ctrl+C*, затем *Ctrl+Shift+V*).',
      'Отозвать разрешения можно в аккаунте Google: *Безопасность* → *Подключения к сторонним приложениям и сервисам*.',
    ],
  },
  {
    title: 'Копия книги',
    paragraphs: [
      '*Файл* → *Создать копию* копирует и листы, и надстройку: в копии она работает сразу, код вставлять не нужно. Разрешения каждый даёт в копии заново. Дальше книги живут отдельно: обновляют каждую.',
      'Кому надстройка не нужна, тому не давайте копию книги: перенесите листы в новую таблицу (*Копировать в* → *Новая таблица*).',
    ],
  },
  {
    title: 'Что важно знать',
    paragraphs: [
      'Надстройка никуда ничего не отправляет, но сама книга хранится у Google, это иностранный сервис. Согласуйте его использование с руководством и не ведите в книге, комментариях и упоминаниях служебную переписку.',
      'В книге — только числа по организациям. Не вносите имена, телефоны, почту, СНИЛС и токены.',
      'Меню и панель работают в браузере на компьютере. В приложении на телефоне книгу можно читать и править, но меню там нет.',
      'Рисунки показывают, где нажимать; у вас окна могут выглядеть немного иначе.',
    ],
  },
];
