import { expect } from 'chai';
import { commitmentOf, isMinor, maskName, maskPhone } from '../../server/people/index.ts';

describe('A person', () => {
  it('comes of age on the 18th birthday', () => {
    expect(isMinor('2008-11-24', '2026-11-23')).to.equal(true);
    expect(isMinor('2008-11-24', '2026-11-24')).to.equal(false);
  });

  it('born on a leap day comes of age at the end of February', () => {
    expect(isMinor('2008-02-29', '2026-02-27')).to.equal(true);
    expect(isMinor('2008-02-29', '2026-02-28')).to.equal(false);
  });

  it('is masked to what tells people apart', () => {
    expect(maskName('张三丰')).to.equal('张**');
    expect(maskName('阿里木·买买提')).to.equal('阿***');
    expect(maskPhone('13812345678')).to.equal('138******78');
  });

  it('is committed to under a salt of its own: the same data under another salt say something else', () => {
    const person = { name: '张三', idNumber: '11010519491231002X' };
    const [one, other] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64')) as [string, string];
    expect(commitmentOf({ ...person, salt: one })).to.equal(commitmentOf({ ...person, salt: one }));
    expect(commitmentOf({ ...person, salt: one })).not.to.equal(commitmentOf({ ...person, salt: other }));
  });
});
