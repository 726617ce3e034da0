import type { Group } from '../domain/columns.ts';
import type { LossStage } from '../domain/funnel.ts';

/**
 * The one next step that cures the worst stage, by group. For parents and students each is an offer
 * of help to those who want it, as taking part is voluntary for them.
 */
export const NEXT_STEPS: Readonly<Record<Group, Readonly<Record<LossStage, string>>>> = {
  teachers: {
    registered:
      'проверьте в «Личном деле сотрудника», вкладка «Общая», у кого ещё нет идентификатора Сферума, и помогите этим педагогам войти в МАХ',
    linked:
      'помогите остальным педагогам связать профиль с электронным журналом; после этого они появятся в чате «Учительская»',
    active:
      'перенесите рабочее общение в чат «Учительская» и чаты классов: засчитывается каждый чат, созданный в Сферуме',
  },
  parents: {
    registered: 'предложите на родительском собрании помощь с входом в МАХ тем, кто хочет им пользоваться',
    linked: 'предложите помощь со связкой профиля с электронным журналом тем, кто хочет ею воспользоваться',
    active: 'публикуйте в чатах классов полезное каждый день: расписание, новости, ответы на вопросы',
  },
  students: {
    registered: 'предложите на классном часе помощь с входом в МАХ тем, кто хочет им пользоваться',
    linked: 'предложите помощь со связкой профиля с электронным журналом тем, кто хочет ею воспользоваться',
    active:
      'публикуйте в чатах классов полезное каждый день: расписание, материалы уроков, ответы на вопросы',
  },
};

/** In preschools activity counts only inside the organisation's community, and there is no journal. */
export const PRESCHOOL_STEPS: Readonly<Record<'teachers' | 'parents', string>> = {
  teachers:
    'проверьте, что каждый воспитатель добавлен в сообщество организации в Сферуме: иначе его активность не засчитывается',
  parents:
    'предложите помощь со входом в сообщество организации в Сферуме тем родителям, которые хотят им пользоваться',
};
