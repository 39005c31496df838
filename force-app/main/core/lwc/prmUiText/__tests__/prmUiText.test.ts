import { fill, joined } from 'c/prmUiText';

describe('fill', () => {
  it('puts values at their numbers, in any order and as often as named', () => {
    // GIVEN a label whose translation turned the order round
    const label = '{1} von {0}, {1}';
    // WHEN it is filled
    const text = fill(label, 'Erde', 3);
    // THEN each value stands at its number
    expect(text).toBe('3 von Erde, 3');
  });

  it('leaves a placeholder without a value as it is', () => {
    expect(fill('{0} and {1}', 'a')).toBe('a and {1}');
  });

  it('does not fill what a value brings along', () => {
    expect(fill('{0} {1}', '{1}', 'b')).toBe('{1} b');
  });
});

describe('joined', () => {
  it('leaves out what is not there', () => {
    expect(joined(', ', 'Hanoi', null, undefined, '', 'VN')).toBe('Hanoi, VN');
  });
});
