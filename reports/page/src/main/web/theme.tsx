import {useEffect, useState} from 'preact/hooks';

const KEY = 'rowcall-theme';
const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Switch between the theme of the system, light and dark. The choice is kept where the browser allows it. */
export function ThemeSwitch({onChange}: {onChange: () => void}) {
  const [theme, setTheme] = useState<Theme>(stored());
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    store(theme);
    onChange();
  }, [theme]);
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const print = matchMedia('print');
    system.addEventListener('change', onChange);
    print.addEventListener('change', onChange);
    return () => {
      system.removeEventListener('change', onChange);
      print.removeEventListener('change', onChange);
    };
  }, []);
  return (
    <label class="theme">
      <span class="visually-hidden">Theme</span>
      <select value={theme} onChange={event => setTheme(event.currentTarget.value as Theme)}>
        {THEMES.map(each => <option key={each} value={each}>{each}</option>)}
      </select>
    </label>
  );
}

/** Before the first paint, which would flash otherwise. */
export function applyStoredTheme() {
  document.documentElement.dataset.theme = stored();
}

function stored(): Theme {
  try {
    return THEMES.find(each => each === localStorage.getItem(KEY)) ?? 'system';
  } catch {
    return 'system';
  }
}

function store(theme: Theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Forbidden: the theme lasts as long as the page.
  }
}
