import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../../../src/playground/page/upkeep/address.js';

describe('an address', () => {
  it.each([
    { person: 'mia', channel: 'general', coverage: false },
    { person: 'mia', channel: '@Dock / master', coverage: true },
    { person: null, channel: null, coverage: false },
  ])('is read as it was written: %j', (address) => {
    expect(readAddress(writeAddress(address))).toEqual(address);
  });

  it('names nobody and no place with a name that is longer than any', () => {
    expect(readAddress(`#/${'m'.repeat(101)}/${'g'.repeat(100)}`)).toEqual({ person: null, channel: 'g'.repeat(100), coverage: false });
    expect(readAddress(`#/mia/${'g'.repeat(101)}`).channel).toBeNull();
  });

  it('that is no good encoding is taken as it stands', () => {
    expect(readAddress('#/mia/100%').channel).toBe('100%');
  });
});
