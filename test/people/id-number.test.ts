import { expect } from 'chai';
import fc from 'fast-check';
import { checkCharacterOf, maskIdNumber, readIdNumber } from '../../server/people/id-number.ts';
import { idNumber, personName, phone } from '../../server/people/schema.ts';

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-24'), noInvalidDate: true });
const validNumber = fc
  .tuple(
    fc.constantFrom('11', '31', '34', '81'),
    fc.integer({ min: 1, max: 9999 }),
    day,
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([province, county, born, sequence]) => {
    const date = born.toISOString().slice(0, 10).replaceAll('-', '');
    const digits = `${province}${String(county).padStart(4, '0')}${date}${String(sequence).padStart(3, '0')}`;
    return digits + checkCharacterOf(digits);
  });

describe('An identity number', () => {
  it('is read as the standard gives it in its own example', () => {
    expect(readIdNumber('11010519491231002X')).to.deep.equal({ bornOn: '1949-12-31', sex: 'female' });
  });

  it('tells the sex by its 17th digit', () => {
    const [man, woman] = ['31023019600101001', '31023019600101002'];
    expect(readIdNumber(man + checkCharacterOf(man))?.sex).to.equal('male');
    expect(readIdNumber(woman + checkCharacterOf(woman))?.sex).to.equal('female');
  });

  it('is refused when its holder would be born before 1900, however right the check character is', () => {
    expect(checkCharacterOf('440524188001010014')).to.equal('4');
    expect(readIdNumber('440524188001010014')).to.equal(undefined);
  });

  for (const [why, number] of [
    ['has an impossible date', '31023019900230001'],
    ['has a 13th month', '31023019901301001'],
    ['has a region that is none', '99023019900101001'],
    ['has no county', '31000019900101001'],
  ] as const) {
    it(`is refused when it ${why}`, () => {
      expect(readIdNumber(number + checkCharacterOf(number))).to.equal(undefined);
    });
  }

  it('is refused with 15 or 19 places, letters or full-width digits', () => {
    for (const text of ['310230600101001', '11010519491231002XX', 'abc', '１１010519491231002X', '']) {
      expect(readIdNumber(text)).to.equal(undefined);
    }
  });

  it('that is right stays right, and is wrong once one place or two neighbours are mistaken', () => {
    fc.assert(
      fc.property(validNumber, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        expect(readIdNumber(number)).not.to.equal(undefined);
        const digit = (Number(number[place]) + shift) % 10;
        expect(readIdNumber(number.slice(0, place) + digit + number.slice(place + 1))).to.equal(undefined);
        const [a, b] = [number[place], number[place + 1]];
        if (a !== b) {
          const swapped = number.slice(0, place) + b + a + number.slice(place + 2);
          expect(readIdNumber(swapped)).to.equal(undefined);
        }
      }),
    );
  });

  it('is taken as typed, with spaces and a small x', () => {
    expect(idNumber.parse(' 110105 19491231 002x ')).to.equal('11010519491231002X');
  });

  it('shows its first three and last two places when masked', () => {
    expect(maskIdNumber('310230196001010012')).to.equal('310*************12').with.length(18);
  });
});

describe('A name and a telephone number', () => {
  it('are put into one form', () => {
    expect(personName.parse('  阿里木•买买提 ')).to.equal('阿里木·买买提');
    expect(phone.parse('138 0000-1234')).to.equal('13800001234');
    expect(phone.parse('021-59610000')).to.equal('02159610000');
  });

  it('are refused when they are none', () => {
    for (const name of ['张', '', '张3', '<b>张三</b>', '张\u202e三', 'x'.repeat(51)]) {
      expect(personName.safeParse(name).success, name).to.equal(false);
    }
    for (const number of ['12', '23800001234', '+8613800001234', 'abc']) {
      expect(phone.safeParse(number).success, number).to.equal(false);
    }
  });
});
