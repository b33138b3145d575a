import type { InjectionKey } from 'vue';
import type { Selection } from './model';

/** The page opens a selection of customers in its drawer; what stands deep inside asks it to. */
export const openSelectionKey: InjectionKey<(selection: Selection) => void> = Symbol('open selection');
