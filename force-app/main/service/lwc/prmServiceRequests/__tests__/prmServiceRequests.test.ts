import { promiseOf, rowOf, severityOf, turnOf } from 'c/prmServiceRequests';
import { request } from './data/requests';

describe('service requests', () => {
  it.each([
    ['with us, for the partner', { waitingOn: 'Us' }, 'partner', 'c.PRM_UI_REQUEST_Us', 'info'],
    ['with the partner, for the partner', { waitingOn: 'Partner' }, 'partner', 'c.PRM_UI_REQUEST_Waits_For_You', 'warning'],
    ['with the partner, for the desk', { waitingOn: 'Partner' }, 'desk', 'c.PRM_UI_REQUEST_Waits_For_Partner', 'neutral'],
    ['closed', { closed: true, status: 'Closed' }, 'desk', 'Closed', 'success'],
  ] as const)('says whose turn it is: %s', (_case, own, side, label, tone) => {
    expect(turnOf(request(own), side)).toEqual({ label, tone });
  });

  it('colours what is severe', () => {
    expect([severityOf(request()), severityOf(request({ severity: 'Question' }))].map(({ tone }) => tone)).toEqual(['error', 'neutral']);
  });

  it('names the promise that runs, or that none does', () => {
    expect([request(), request({ dueIsAnswer: false }), request({ dueAt: null })].map(promiseOf)).toEqual([
      'c.PRM_UI_REQUEST_Answer_Due',
      'c.PRM_UI_REQUEST_Solution_Due',
      'c.PRM_UI_REQUEST_No_Promise',
    ]);
  });

  it('shows partners the customer and the desk the partner, and marks what is overdue while it is open', () => {
    expect(rowOf(request(), 'partner').secondary).toBe('00000001 · Waterworks · P-200-17');
    expect(rowOf(request({ partnerName: 'Nordlicht' }), 'desk').secondary).toBe('00000001 · Nordlicht · Waterworks');
    expect(rowOf(request({ escalation: 1 }), 'desk').flag).toEqual({ label: 'c.PRM_UI_REQUEST_Escalated', tone: 'error' });
    expect(rowOf(request({ escalation: 1, closed: true }), 'desk').flag).toBeUndefined();
  });
});
