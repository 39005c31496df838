import { reduceErrors } from 'c/prmUiErrors';

describe('reduceErrors', () => {
  it('takes the sentence of an Apex exception', () => {
    expect(reduceErrors({ status: 500, body: { message: 'Another partner was faster.' } })).toEqual(['Another partner was faster.']);
  });

  it('prefers the errors of fields and pages to the message around them', () => {
    // GIVEN what Lightning Data Service answers for a record that a rule refused
    const failure = {
      status: 400,
      body: {
        message: 'An error occurred while trying to update the record.',
        output: { errors: [{ message: 'Locked.' }], fieldErrors: { Name: [{ message: 'Too long.' }] } },
      },
    };
    // WHEN it is reduced
    const sentences = reduceErrors(failure);
    // THEN the cause is told, not the frame
    expect(sentences).toEqual(['Too long.', 'Locked.']);
  });

  it('reads a list of bodies, each sentence once', () => {
    expect(reduceErrors({ body: [{ message: 'a' }, { message: 'a' }, { message: 'b' }] })).toEqual(['a', 'b']);
  });

  it('says that the server cannot be reached', () => {
    expect(reduceErrors({ status: 0, body: { message: 'Failed to fetch' } })).toEqual(['c.PRM_UI_Error_Offline']);
  });

  it.each([[undefined], [null], [{}], [{ body: {} }], [{ body: { message: ' ' } }], [42], [[]]])('has a sentence of its own for %p', (nothing) => {
    expect(reduceErrors(nothing)).toEqual(['c.PRM_UI_Error_Unknown']);
  });

  it('does not show readers the text of a fault in the page', () => {
    expect(reduceErrors(new TypeError("Cannot read properties of undefined (reading 'id')"))).toEqual(['c.PRM_UI_Error_Unknown']);
  });
});
