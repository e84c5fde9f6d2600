import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { currentLanguage, onLanguageChosen } from './current-language.ts';
import { inLanguage, type TextList } from './text-list.ts';

/** Starts i18next with the texts of the areas that a client shows, and follows the language that is chosen. */
export function startTexts(areas: Record<string, TextList>): void {
  const resources = {
    zh: Object.fromEntries(Object.entries(areas).map(([area, list]) => [area, inLanguage(list, 'zh')])),
    en: Object.fromEntries(Object.entries(areas).map(([area, list]) => [area, inLanguage(list, 'en')])),
  };
  void i18next.use(initReactI18next).init({
    resources,
    lng: currentLanguage(),
    // Places are written as on the server: `{name}`.
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    keySeparator: false,
    initAsync: false,
  });
  const follow = () => {
    document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en';
    void i18next.changeLanguage(currentLanguage());
  };
  follow();
  onLanguageChosen(follow);
}
