// Applies the saved colour scheme before the first paint. The key and shape are those of the preferences store.
(function () {
  var mode = 'system';
  try {
    mode = JSON.parse(localStorage.getItem('siyu.preferences') || '{}').theme || 'system';
  } catch {
    // A blocked or broken storage means the system's scheme.
  }
  var dark = mode === 'dark' || (mode === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('dark', dark);
})();
