import { ValidationPipe } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError, type ValidatorOptions } from 'class-validator';
import { DomainError, type FieldFault } from '@siyu/kernel';

const RULES: ValidatorOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
};

function faultsOf(errors: ValidationError[], pointer: string): FieldFault[] {
  return errors.flatMap((error) => {
    const here = `${pointer}/${String(error.property).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      pointer: here,
      message: rule === 'whitelistValidation' ? 'is not a field of this request' : message,
    }));
    return [...own, ...faultsOf(error.children ?? [], here)];
  });
}

function invalid(errors: FieldFault[]): DomainError {
  const [first] = errors;
  const detail = first ? `${first.pointer} ${first.message}.` : 'The request is not valid.';
  return new DomainError('request.invalid', 'invalid', detail, { errors: errors.slice(0, 50) });
}

/** Bodies and query strings against their DTO: unknown fields are errors, and each fault names its field. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({ ...RULES, transform: true, exceptionFactory: (errors) => invalid(faultsOf(errors, '')) });
}

/**
 * Checks one plain value against a DTO outside of a request's own validation, such as one order of a batch.
 *
 * @returns the instance, or the faults
 */
export function checkAgainst<Dto extends object>(
  type: new () => Dto,
  value: unknown,
): { value: Dto; faults: null } | { value: null; faults: FieldFault[] } {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { value: null, faults: [{ pointer: '', message: 'must be an object' }] };
  }
  const instance = plainToInstance(type, value);
  const faults = faultsOf(validateSync(instance, RULES), '');
  return faults.length > 0 ? { value: null, faults } : { value: instance, faults: null };
}
