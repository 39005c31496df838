import checkSerial from '@salesforce/apex/PrmClaimWizardController.checkSerial';
import { EMPTY_DRAFT } from 'c/prmClaimForm';
import { PieceQuestion } from 'c/prmPieceQuestion';

jest.mock('@salesforce/apex/PrmClaimWizardController.checkSerial', () => ({ default: jest.fn() }), { virtual: true });
const server = checkSerial as unknown as jest.Mock;

afterEach(() => server.mockReset());

describe('question about a piece', () => {
  it('takes the answer to the last serial, however late that to the first one comes', async () => {
    // GIVEN two questions, the first of which is answered last
    const answers: unknown[] = [];
    let draft = { ...EMPTY_DRAFT, serial: 'SN-1' };
    let late: (answer: unknown) => void = () => undefined;
    server.mockReturnValueOnce(new Promise((resolve) => (late = resolve))).mockResolvedValueOnce({ serial: 'SN-2' });
    const question = new PieceQuestion(() => draft, (answer) => answers.push(answer), () => answers.push('failed'));
    const first = question.now();
    draft = { ...draft, serial: ' SN-2 ', usage: '7', failureDate: '2026-11-01' };
    await question.now();
    late({ serial: 'SN-1' });
    await first;
    // THEN only the second counts
    expect(answers).toEqual([{ serial: 'SN-2' }]);
    expect(server.mock.calls[1][0]).toEqual({ serial: 'SN-2', failureDate: '2026-11-01', usage: 7 });
  });

  it('asks nothing without a serial, and says what went wrong', async () => {
    const told: unknown[] = [];
    let serial = '';
    const question = new PieceQuestion(() => ({ ...EMPTY_DRAFT, serial }), (answer) => told.push(answer), (error) => told.push(error));
    await question.now();
    serial = 'SN-1';
    server.mockRejectedValue('offline');
    await question.now();
    expect(told).toEqual([undefined, 'offline']);
  });

  it('waits for a pause in typing', async () => {
    jest.useFakeTimers();
    server.mockResolvedValue({});
    const question = new PieceQuestion(() => ({ ...EMPTY_DRAFT, serial: 'SN' }), () => undefined, () => undefined);
    question.soon();
    question.soon();
    question.stop();
    await jest.runAllTimersAsync();
    expect(server).not.toHaveBeenCalled();
    question.soon();
    await jest.runAllTimersAsync();
    expect(server).toHaveBeenCalledTimes(1);
    jest.useRealTimers();
  });
});
