import { colon, useLanguage } from '../language/index.ts';
import { factTexts, sayFact } from './fact-texts.ts';

/** The facts of an entry: names and codes in words where they are known, as they are otherwise. */
export function EntryFacts({ facts }: { facts: Record<string, unknown> }) {
  const language = useLanguage();
  return (
    <div className="entry-facts">
      {Object.entries(facts)
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <span className="quiet">{colon(factTexts[name]?.[language] ?? name)}</span>
            {sayFact(name, value, language)}
          </div>
        ))}
    </div>
  );
}
