import { administrationTexts } from './administration/texts.ts';
import { applicationsTexts } from './applications/texts.ts';
import { reviewsTexts } from './reviews/texts.ts';
import { shellTexts } from './shell/texts.ts';
import { stationTexts } from './station/texts.ts';

/** The texts of the web client by area; an area is an i18next namespace. */
export const areas = {
  administration: administrationTexts,
  applications: applicationsTexts,
  reviews: reviewsTexts,
  shell: shellTexts,
  station: stationTexts,
};

type AreaKeys = { [A in keyof typeof areas]: { [K in keyof (typeof areas)[A]]: string } };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: AreaKeys;
    keySeparator: false;
    enableSelector: false;
  }
}
