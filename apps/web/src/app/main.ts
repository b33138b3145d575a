import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import '../shared/styles/tokens.css';
import '../shared/styles/base.css';
import '../shared/styles/element.css';
import { customerPartsKey } from '../shared/feature';
import { reportProblem } from '../shared/problems/problems';
import App from './App.vue';
import { customerParts } from './customer-parts';
import { i18n, startLanguage } from './i18n/i18n';
import { router } from './router';

const app = createApp(App);
// One place for everything that goes wrong unexpectedly: `reportError` logs it and raises the window's error event.
app.config.errorHandler = (error) => reportError(error);
addEventListener('error', ({ error }) => error && reportProblem(error));
addEventListener('unhandledrejection', (event) => reportProblem(event.reason));

app.use(createPinia());
// Lists and figures are read, not lived in: fresh for a few seconds, asked again when the window comes back.
app.use(PiniaColada, { queryOptions: { staleTime: 5_000, gcTime: 5 * 60_000 } });
app.use(i18n);
app.provide(customerPartsKey, customerParts);

await startLanguage();
app.use(router);
app.mount('#app');
