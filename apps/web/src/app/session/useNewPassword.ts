import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useSession } from '../../shared/session/session.store';
import { checkNewPassword, MIN_PASSWORD_LENGTH, type NewPassword } from './passwords';

const blank = (): NewPassword => ({ currentPassword: '', newPassword: '', repeated: '' });

/** The state and rules of a password change, for the dialog and for the page that insists on it. */
export function useNewPassword() {
  const { t } = useI18n();
  const session = useSession();
  const form = ref(blank());

  function check(): Record<string, string> {
    const wrong = Object.entries(checkNewPassword(form.value));
    return Object.fromEntries(wrong.map(([field, key]) => [field, t(`session.${key}`, { min: MIN_PASSWORD_LENGTH })]));
  }

  return {
    form,
    check,
    submit: () => session.changePassword(form.value.currentPassword, form.value.newPassword),
    reset: () => (form.value = blank()),
  };
}
