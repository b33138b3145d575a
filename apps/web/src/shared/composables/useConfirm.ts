import { ElMessageBox } from 'element-plus';
import { useI18n } from 'vue-i18n';

interface Question {
  title: string;
  text: string;
  /** What the button does, as a verb: "Disable", never "OK". */
  action: string;
  isDangerous?: boolean;
}

/** `if (await confirm({ … })) …`: asks before an act that is not easily taken back. */
export function useConfirm() {
  const { t } = useI18n();
  return ({ title, text, action, isDangerous }: Question): Promise<boolean> =>
    ElMessageBox.confirm(text, title, {
      confirmButtonText: action,
      cancelButtonText: t('ui.cancel'),
      confirmButtonType: isDangerous ? 'danger' : 'primary',
      closeOnClickModal: false,
      customClass: 'confirm-box',
    }).then(
      () => true,
      () => false,
    );
}
