import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError, type ValidatorOptions } from 'class-validator';
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

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>;

/**
 * class-validator searches the rules of every class of the program each time it validates an object, which cost more than all
 * of the checking. The rules of a class are complete when its first object is validated, so they are looked up once.
 */
function rememberRules(): void {
  const storage = getMetadataStorage();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const known = new WeakMap<object, Metadata>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (typeof target !== 'function' || schema || groups?.length) {
      return find(target, schema, always, strictGroups, groups);
    }
    const rules = known.get(target) ?? find(target, schema, always, strictGroups, groups);
    known.set(target, rules);
    return rules;
  };
}

rememberRules();

const PLAIN = new Set<unknown>([String, Boolean, Number, Array, Object, Buffer, Date]);

/** Bodies, paths and query strings against their DTO: unknown fields are errors, and each fault names its field. */
class ContractPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'custom' || !metatype || PLAIN.has(metatype)) return value;
    // A request without a body says as much as one with an empty object.
    const { value: read, faults } = checkAgainst(metatype, value ?? {});
    if (faults) throw invalid(faults);
    return read;
  }
}

export function validationPipe(): PipeTransform {
  return new ContractPipe();
}

/**
 * Checks one plain value against a DTO outside of a request's own validation, such as one order of a batch.
 *
 * @returns the instance, or the faults
 */
export function checkAgainst<Dto extends object>(
  type: new (...args: never[]) => Dto,
  value: unknown,
): { value: Dto; faults: null } | { value: null; faults: FieldFault[] } {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { value: null, faults: [{ pointer: '', message: 'must be an object' }] };
  }
  const instance = plainToInstance(type as new () => Dto, value);
  const faults = faultsOf(validateSync(instance, RULES), '');
  return faults.length > 0 ? { value: null, faults } : { value: instance, faults: null };
}
