import { useI18n } from 'vue-i18n';

/** Names of fields in words: what a number is the number of depends on the kind. */
export function useFieldNames(kind: () => string): (field: string) => string {
  const { t, te } = useI18n();
  return (field) => {
    const keys = [`imports.kindFields.${kind()}.${field}`, `imports.fields.${field}`];
    const known = keys.find((key) => te(key));
    return known ? t(known) : field;
  };
}
