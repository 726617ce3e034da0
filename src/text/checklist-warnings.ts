import type { StepId } from '../domain/checklists/steps.ts';

/** What people should know before they work on a step: how automatic chats behave. */
export interface ChecklistWarning {
  readonly text: string;
  /** Steps beside which it is shown. */
  readonly steps: readonly StepId[];
}

export const CHECKLIST_WARNINGS: readonly ChecklistWarning[] = [
  {
    text: 'Идентификаторы появляются только после выполнения задачи: подождите, пока она пройдёт.',
    steps: ['integration.export-task', 'integration.identifiers'],
  },
  {
    text: 'В автоматический чат попадают только после связки педагога.',
    steps: ['integration.staff-room', 'integration.teachers-linked', 'integration.class-chats'],
  },
  {
    text: 'Вход — только через портал (какой именно, уточните).',
    steps: ['integration.identifiers', 'integration.teachers-linked'],
  },
  {
    text: 'Новых пользователей можно подтвердить только через интеграцию (сейчас это временно отменено: уточните).',
    steps: ['integration.identifiers'],
  },
  {
    text: 'Администратор автоматических чатов — сама организация: вручную ими не управляют.',
    steps: ['integration.staff-room', 'integration.class-chats'],
  },
  {
    text: 'Состав чатов обновляется сам при каждом обмене.',
    steps: ['integration.staff-room', 'integration.class-chats'],
  },
  {
    text: 'По ссылке можно звать только родителей, и при следующей выгрузке приглашённые по ссылке удаляются (удаляются ли и родители, уточните). Это временная мера, она не исправляет показатель.',
    steps: ['integration.class-chats', 'organisation.parent-chats'],
  },
  {
    text: 'Свои учебные чаты с любыми участниками создавать по-прежнему можно.',
    steps: ['integration.class-chats', 'integration.communication'],
  },
  {
    text: 'Право писать в чат можно ограничить: тогда он только сообщает.',
    steps: ['integration.communication', 'organisation.parent-chats', 'organisation.student-chats'],
  },
];

export function warningsOf(id: StepId): readonly string[] {
  return CHECKLIST_WARNINGS.filter(({ steps }) => steps.includes(id)).map(({ text }) => text);
}
