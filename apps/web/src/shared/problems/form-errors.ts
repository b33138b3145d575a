import { ApiProblem } from '@siyu/api-client';
import { inject, nextTick, provide, reactive, shallowRef, useTemplateRef, type InjectionKey } from 'vue';
import { useI18n } from 'vue-i18n';
import { fieldOfPointer } from './describe';
import { readFieldMessage } from './field-messages';

/**
 * The errors of one form, which the component names by `ref="form"`. `capture` sorts a failed call: what points at a field goes to that field, the rest becomes
 * the form's problem. A FormField inside the form finds its error by its name.
 */
export function useFormErrors() {
  const { t } = useI18n();
  const fields = reactive<Record<string, string>>({});
  const names = new Set<string>();
  const problem = shallowRef<unknown>(null);
  const form = useTemplateRef<HTMLElement>('form');

  function clear(): void {
    for (const name of Object.keys(fields)) delete fields[name];
    problem.value = null;
  }

  /** What a person is mending no longer stands as wrong. */
  function clearField(name: string): void {
    delete fields[name];
  }

  /** Puts an error at a field and takes the person there. */
  function set(name: string, message: string): void {
    fields[name] = message;
    void focusFirst();
  }

  function capture(error: unknown): void {
    clear();
    const errors = error instanceof ApiProblem ? error.errors : [];
    const known = errors.filter(({ pointer }) => names.has(fieldOfPointer(pointer)));
    for (const { pointer, message } of known) fields[fieldOfPointer(pointer)] ??= inWords(message);
    // What points at no field on the screen must not get lost.
    if (known.length < errors.length || errors.length === 0) problem.value = error;
    void focusFirst();
  }

  function inWords(message: string): string {
    const known = readFieldMessage(message);
    return known ? t(`problem.field.${known.key}`, known.values) : message;
  }

  async function focusFirst(): Promise<void> {
    await nextTick();
    const control = form.value?.querySelector<HTMLElement>('.is-invalid :is(input, textarea, select, button)');
    control?.focus();
  }

  const hasErrors = () => Object.keys(fields).length > 0;
  const errors = { fields, problem, names, clear, clearField, set, capture, hasErrors };
  provide(formErrorsKey, errors);
  return errors;
}

export type FormErrors = ReturnType<typeof useFormErrors>;

const formErrorsKey: InjectionKey<FormErrors> = Symbol('form errors');

export function injectFormErrors(): FormErrors | null {
  return inject(formErrorsKey, null);
}
