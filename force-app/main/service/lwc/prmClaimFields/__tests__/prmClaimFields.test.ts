import { messagesOf, sentenceOf } from 'c/prmClaimFields';

describe('fields of a claim', () => {
  it('tell problems by field, of the claim or of one line, the first of each', () => {
    const problems = [
      { field: 'quantity', line: 1, message: 'a' },
      { field: 'quantity', line: 1, message: 'b' },
      { field: 'serial', message: 'c' },
      { field: 'serial', line: null, message: 'd' },
    ];
    expect(messagesOf(problems, 1)).toEqual({ quantity: 'a' });
    expect(messagesOf(problems)).toEqual({ serial: 'c' });
    expect(sentenceOf({ field: 'PRM_Unheard_Of__c', message: 'e' })).toBe('e');
  });
});
