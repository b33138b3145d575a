import { DomainError, type FieldFault } from '@siyu/kernel';

/** Every refusal of the programme's settings. */
export const programmeErrors = {
  invalid: (errors: FieldFault[]) =>
    new DomainError('points.programme-invalid', 'invalid', `${errors[0]!.pointer} ${errors[0]!.message}.`, { errors }),

  changed: (version: number) =>
    new DomainError('points.programme-changed', 'conflict', 'The settings were changed since they were read.', {
      extra: { version },
    }),
};
