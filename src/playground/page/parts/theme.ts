/** The two themes. */
export type Theme = 'dark' | 'light';

const KEY = 'theme';

/** Finds the theme that was chosen here, else the one that the system prefers. */
export function presentTheme(): Theme {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

/** Shows a theme; one that differs from the system's is remembered. */
export function useTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (dataset.theme === theme) return;
  if (dataset.theme !== undefined) localStorage.setItem(KEY, theme);
  dataset.theme = theme;
}
