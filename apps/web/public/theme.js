// Before the first paint: the theme that this browser chose, else the system's. A file, because the policy allows no script in the page.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('mrbill.theme');
  } catch {
    // storage is forbidden here: the system's theme it is
  }
  var isDark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
})();
