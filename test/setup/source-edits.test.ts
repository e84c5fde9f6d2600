import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { editOnce } from '../../sfu/worker-binary/build-from-source.ts';
import { installedMediasoup } from '../../sfu/worker-binary/cache-path.ts';
import { sourceEdits } from '../../sfu/worker-binary/recipe/source-edits.ts';

describe("The changes to the media worker's source", () => {
  for (const edit of sourceEdits) {
    it(`fit the installed mediasoup: ${edit.file}, ${edit.from}`, () => {
      const source = readFileSync(join(installedMediasoup().folder, 'worker', edit.file), 'utf8');
      expect(editOnce(source, edit)).to.include(edit.to);
    });
  }

  it('are refused when their place is gone or is not the only one', () => {
    const edit = { file: 'x.cpp', why: 'because', from: 'one', to: 'two' };
    expect(editOnce('a one b', edit)).to.equal('a two b');
    expect(() => editOnce('a b', edit)).to.throw('x.cpp');
    expect(() => editOnce('one one', edit)).to.throw('x.cpp');
  });
});
