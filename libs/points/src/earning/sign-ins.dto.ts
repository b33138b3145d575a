import {
  BooleanField,
  ChoiceField,
  DayField,
  ListField,
  NumberListField,
  ObjectField,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import type { SignInRow } from './earning.entities';
import type { SignedIn } from './sign-ins.service';

export class MakeUp {
  @DayField({ description: 'The missed day.' })
  day: string;
}

export class SignInDay {
  @DayField()
  day: string;

  @ChoiceField(['sign-in', 'make-up'])
  kind: 'sign-in' | 'make-up';

  @WholeNumberField({ min: 1, description: 'Days in a row up to this one.' })
  streak: number;

  @WholeNumberField({ min: 0 })
  points: number;
}

export class SignInAnswer extends SignInDay {
  @BooleanField({ description: 'False when the day was on record before.' })
  isNew: boolean;
}

export class SignInQuery {
  @TextField({
    max: 7,
    pattern: /^\d{4}-(0[1-9]|1[0-2])$/,
    optional: true,
    description: '`YYYY-MM`; the current one by default.',
  })
  month?: string;
}

export class SignInLadder {
  @NumberListField({ max: 60, description: 'Points for each day in a row.' })
  points: number[];

  @ChoiceField(['repeat', 'stay'], { description: 'After its end.' })
  after: 'repeat' | 'stay';
}

export class MakeUpCards {
  @WholeNumberField({ min: 0 })
  perMonth: number;

  @WholeNumberField({ min: 0, description: 'In the current month.' })
  used: number;

  @WholeNumberField({ min: 0, description: 'How old a day may be.' })
  makeUpDays: number;
}

export class SignInCalendar {
  @TextField({ max: 7 })
  month: string;

  @DayField({ description: 'By the programme’s calendar.' })
  today: string;

  @WholeNumberField({ min: 0, description: 'Days in a row up to today, or to yesterday while today is open.' })
  streak: number;

  @ListField(() => SignInDay, { max: 31 })
  days: SignInDay[];

  @ObjectField(() => SignInLadder, { nullable: true, description: 'Null while sign-ins are not rewarded.' })
  ladder: SignInLadder | null;

  @ObjectField(() => MakeUpCards)
  makeUps: MakeUpCards;
}

export function signInDay({ day, kind, streak, points }: SignInRow): SignInDay {
  return { day, kind, streak, points };
}

export function signInAnswer({ signIn, isNew }: SignedIn): SignInAnswer {
  return { ...signInDay(signIn), isNew };
}
